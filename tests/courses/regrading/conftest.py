"""Work that is handed in, and what changes under it."""

import pytest

from cases.models import Case
from courses import release
from courses.models import Assignment, Regrade
from courses.regrading import dry_run
from quizzes.models import Option
from tests import factories
from tests.cases.solved import solve

WHY = "Nøglen til spørgsmål 1 var forkert."


@pytest.fixture
def case_work(assignment, student):
    """The student's case, all right but for the provision, so that each weight shows."""
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    solve(submission.walkthrough, wrong=lambda number: number == 0)
    return fresh(submission)


@pytest.fixture
def quiz_work(course, student):
    """The student's quiz of one question, answered with what the key then called wrong."""
    question = factories.QuestionFactory()
    quiz = factories.QuizFactory(questions=[question])
    assignment = factories.AssignmentFactory(course=course, title="Kend reglerne", case=None, quiz=quiz)
    submission = factories.SubmissionFactory(assignment=assignment, user=student)
    item = submission.attempt.items[0]
    chosen = [row["key"] for row in item.data["options"] if "forgæves" in row["text"]]
    said = {"remark": item.said_of(chosen), "points": 0}
    factories.ResponseFactory(attempt=submission.attempt, item=item.key, chosen=chosen, **said)
    submission.attempt.refresh_from_db()
    fresh(submission).attempt.submit()
    return fresh(submission)


@pytest.fixture
def heavier(case_work):
    """The provision comes to weigh eighty of a hundred and twenty more."""
    Case.objects.filter(pk=case_work.walkthrough.case_id).update(weight_jus=90)


@pytest.fixture
def turned_key(quiz_work):
    """The key is put right: what the student chose is the answer."""
    turn(quiz_work)


@pytest.fixture
def released(assignment):
    release.release(assignment)


def turn(quiz_work) -> None:
    """Make what the student chose the right answer."""
    options = Option.objects.filter(question__quizzes=quiz_work.attempt.quiz_id)
    options.update(right=False)
    options.filter(text__contains="forgæves").update(right=True)


def fresh(row):
    """The row as the database has it."""
    return type(row).objects.get(pk=row.pk)


def dry(assignment, by, **asked) -> Regrade:
    """A dry run that is done."""
    asked = {"scope": "one", "reading": "", "reason": WHY} | asked
    return fresh(dry_run.start(Assignment.objects.get(pk=assignment.pk), by=by, **asked))


def page(assignment, rest=""):
    """An address of the pages of grading again."""
    return f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/ombedoem/{rest}"
