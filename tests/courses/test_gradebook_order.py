"""The gradebook says of everybody what the result of the student is, in whatever order and choice it is asked for."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.models import Walkthrough
from courses import gradebook, parts, results, work
from courses.gradebook import LATE, MISSING, OVERRIDDEN
from courses.gradebook_view import Asked
from courses.models import Assignment, Course
from courses.weighing import mean
from lessons.models import SectionRead
from quizzes.models import Attempt
from tests import factories

DAY = timedelta(days=1)
LATE_BY = [timedelta(hours=hours) for hours in (-30, 0, 1, 24, 25, 49, 300)]
STUDENTS = 12


@pytest.fixture
def varied(course):
    """Assignments of all sorts, over, each begun, late, extended or set by hand for some of the students."""
    chance, due = random.Random(7), timezone.now() - timedelta(days=20)
    # What is over takes no more tries, and so it is over when all have been begun.
    times = {
        "course": course,
        "opens_at": due - 90 * DAY,
        "due_at": timezone.now() + DAY,
    }
    quizzes = factories.CategoryFactory(course=course, weight=40, drop_lowest=1)
    case, quiz, section = factories.CaseFactory(), factories.QuizFactory(), factories.SectionFactory()
    argued = factories.CaseFactory(questions=[{"key": "q1"}], weight_argument=20)
    assignments = [
        factories.AssignmentFactory(case=case, late_policy="per_day", late_percent=30, points=30, **times),
        factories.AssignmentFactory(case=case, late_policy="cut_off", cut_off_days=2, weight=3, **times),
        factories.AssignmentFactory(case=None, quiz=quiz, category=quizzes, attempts=2, **times),
        factories.AssignmentFactory(case=argued, category=quizzes, counts="mean", attempts=2, **times),
        factories.AssignmentFactory(case=case, grading="pass", **times),
        factories.AssignmentFactory(
            items=[{"case": case, "weight": 2}, {"quiz": quiz}, {"section": section}],
            late_policy="per_day",
            late_percent=10,
            **times,
        ),
        factories.AssignmentFactory(case=case, **times),
    ]
    for place in range(STUDENTS):
        user = factories.MembershipFactory(course=course, user__name=f"Nr {place % 9}").user
        if chance.random() < 0.5:
            section.mark_read(user)
            SectionRead.objects.filter(user=user).update(read_at=due + chance.choice(LATE_BY))
        for assignment in assignments:
            for item in assignment.tasks:
                for number in range(1, chance.randint(0, assignment.attempts) + 1):
                    if not _try(chance, item, user, number, due):
                        break
            if chance.random() < 0.2:
                factories.ExtensionFactory(assignment=assignment, user=user, due_at=due + DAY)
            if chance.random() < 0.2:
                factories.GradeChangeFactory(assignment=assignment, user=user, new_points=Decimal("12.5"))
    Assignment.objects.filter(pk__in=[one.pk for one in assignments[:-1]]).update(due_at=due)
    return Course.objects.get(pk=course.pk)


def _try(chance, item, user, number, due) -> bool:
    """Begun, and three times of four handed in at some moment and with some share; whether it was."""
    handed_in = chance.random() < 0.75
    begun = factories.SubmissionFactory(
        assignment=item.assignment, user=user, item=item, number=number, handed_in=handed_in
    )
    if handed_in:
        told = {"submitted_at": due + chance.choice(LATE_BY), "total": Decimal(chance.randint(0, 30)) / 30}
        rows = type(begun.work).objects.filter(pk=begun.work.pk)
        rows.update(started_at=due - timedelta(days=60), **told)
    return handed_in


def asked(sheet, **query):
    return [row.user for row in Asked.read(query).page_of(sheet, sheet.students)]


def share_of(block, row):
    """What a part comes to by what its cells say."""
    marks = []
    for column, cell in zip(block.columns, row.cells[block.cells], strict=True):
        if column.counts and (cell.points is not None or MISSING in cell.notes):
            marks.append(((cell.points or Decimal(0)) / column.assignment.points, column.assignment.weight))
    return mean(marks, block.part.drop)


def test_every_cell_is_the_students_result_and_every_sum_what_the_cells_come_to(varied):
    book = gradebook.of(varied)
    assignments = {one.pk: one for one in Assignment.objects.filter(course=varied)}
    told = set()
    for row in book.rows:
        for column, cell in zip(book.columns, row.cells, strict=True):
            done = work.of(assignments[column.assignment.pk], row.user)
            result = results.of(done)
            if cell.points is not None:
                assert cell.points == result.points
                assert (LATE in cell.notes) == done.is_late
                assert (OVERRIDDEN in cell.notes) == result.is_overridden
            else:
                assert result is None or not column.is_over
            told.update(cell.notes)
        assert row.percent == parts.total((block.part, share_of(block, row)) for block in book.blocks)
    assert {LATE, MISSING, OVERRIDDEN} <= told


def test_every_order_is_that_of_the_whole_gradebook(varied):
    book = gradebook.of(varied)
    values = {"sum": [row.percent for row in book.rows]}
    for place, block in enumerate(book.blocks):
        values[block.part.key] = [row.subtotals[place] for row in book.rows]
    for place, column in enumerate(book.columns):
        values[str(column.assignment.pk)] = [row.cells[place].points for row in book.rows]
    for key, column in values.items():
        known = [-1 if value is None else value for value in column]
        rising = sorted(range(len(known)), key=lambda place: known[place])
        falling = sorted(range(len(known)), key=lambda place: -known[place])
        for sorter, order in ((key, rising), (f"-{key}", falling)):
            assert asked(gradebook.opened(varied), sorter=sorter) == [book.rows[n].user for n in order]


@pytest.mark.parametrize("note", list(gradebook.WORDS))
def test_every_choice_is_that_of_the_whole_gradebook(varied, note):
    kept = [row.user for row in gradebook.of(varied).rows if note in row.notes]
    assert kept
    assert asked(gradebook.opened(varied), vis=note) == kept
    backwards = asked(gradebook.opened(varied), vis=note, sorter="-navn")
    assert backwards == kept[::-1]


def test_what_ran_out_of_time_is_handed_in_for_this_course_alone(course, other_course):
    ended = timezone.now() - timedelta(minutes=5)
    for one in (course, other_course):
        factories.SubmissionFactory(assignment__course=one)
        quiz = {"assignment__case": None, "assignment__quiz": factories.QuizFactory()}
        factories.SubmissionFactory(assignment__course=one, **quiz)
    began = ended - timedelta(hours=1)
    Walkthrough.objects.update(mode="proeve", started_at=began, ends_at=ended)
    Attempt.objects.update(mode="proeve", started_at=began, ends_at=ended, closes_at=ended)
    gradebook.opened(course)
    for model in (Walkthrough, Attempt):
        (left,) = model.objects.filter(submitted_at=None)
        assert left.submission.assignment.course == other_course


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="what PostgreSQL chooses depends on how much there is"
)
def test_whose_time_is_out_is_found_by_the_index_of_what_runs(course):
    for content in ({}, {"assignment__case": None, "assignment__quiz": factories.QuizFactory()}):
        factories.SubmissionFactory(assignment__course=course, **content)
    with CaptureQueriesContext(connection) as asked:
        gradebook.opened(course)
    looked = [one["sql"] for one in asked if 's_at" < ' in one["sql"]]
    for sql, index in zip(looked, ["cases_walk_running", "quizzes_attempt_running"], strict=True):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            assert index in str(cursor.fetchall())
