"""What the quizzes tell the apps below, once, when the site starts."""

from accounts.registry import register_personal_data
from authoring.registry import register_kind
from cases.registry import register_judged, register_receipts
from lessons.registry import register_block, register_exercises
from quizzes import block, exercises, personal_data, question_file, quiz_file, receipts
from quizzes.knowing import noting


def register() -> None:
    """Register the content kinds, the exercises of the lessons and the personal data."""
    register_kind(question_file.KIND)
    register_kind(quiz_file.KIND)
    register_block("question", block.render, block.prepare, block.check, block.on_paper)
    register_exercises(exercises.on_topics)
    register_receipts(receipts.of)
    register_judged(noting.note_case)
    register_personal_data("quizzes", export=personal_data.export, erase=personal_data.erase)
