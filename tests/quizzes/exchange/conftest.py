import pytest

from authoring.shelf import Shelf
from quizzes import question_file
from quizzes.models import Question


@pytest.fixture
def loaded_questions(db):
    """Every real question, in the bank."""
    for found in Shelf([question_file.KIND]).found:
        data = found.data
        row = Question(uid=data.uid, slug=data.slug, title=data.title, status=data.status)
        question_file.store(data, row, found.place)
    return list(Question.objects.prefetch_related("options"))
