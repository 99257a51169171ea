import pytest

from authoring.shelf import Shelf
from quizzes import question_file
from quizzes.kinds import KINDS
from quizzes.models import Option, Question


@pytest.fixture(scope="session")
def real_questions():
    """Every real question as the bank gives it with its options; no database is asked."""
    files = [found.data for found in Shelf([question_file.KIND]).found]
    return [_row(number, data) for number, data in enumerate(files, 1)]


def _row(number, data):
    made = data.generated
    generated = {"topic": made.topic, "ask": made.ask, "mistake": made.mistake or ""} if made else {}
    told = {name: getattr(data, name) for name in question_file.PLAIN}
    row = Question(pk=number, uid=data.uid, title=data.title, reading=data.reading or "", **told, **generated)
    kind = KINDS[data.kind]
    rows = [
        Option(
            text=one.text,
            partner=one.partner,
            accepts=one.accepts,
            right=one.right or ("right" not in kind.columns and kind.rows_are_right),
            remark=one.remark,
        )
        for one in data.options
    ]
    options = Option.objects.all()
    options._result_cache = rows
    row._prefetched_objects_cache = {"options": options}
    return row
