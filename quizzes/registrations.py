"""What the quizzes tell the apps below, once, when the site starts."""

from accounts.registry import register_personal_data
from authoring.registry import register_kind
from quizzes import personal_data, question_file, quiz_file


def register() -> None:
    """Register the content kinds and the personal data."""
    register_kind(question_file.KIND)
    register_kind(quiz_file.KIND)
    register_personal_data("quizzes", export=personal_data.export, erase=personal_data.erase)
