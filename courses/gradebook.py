"""The gradebook of a course: every student's result on every assignment, and what it comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cases import timed
from cases.models import Walkthrough
from courses import results
from courses.deadlines import Deadline
from courses.models import Assignment, Course, GradeScale, Membership, Submission
from courses.roster import by_name
from quizzes.models import Attempt, Response

MISSING, LATE, OVERRIDDEN, WAITING = "mangler", "sen", "rettet", "venter"
WORDS = {
    MISSING: "Mangler",
    LATE: "For sent",
    OVERRIDDEN: "Rettet af underviser",
    WAITING: "Venter på bedømmelse",
}


@dataclass(frozen=True, slots=True)
class Work:
    """What of a submission the gradebook needs."""

    submitted_at: datetime | None
    total: Decimal | None
    waits: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One student on one assignment."""

    points: Decimal | None
    shown: str
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What is to be said of it besides the points."""
        return ", ".join(note for note in self.notes if note != MISSING)


@dataclass(frozen=True)
class Column:
    """One assignment: its weight in the sum, and where its results and the points of one student are."""

    assignment: Assignment
    url: str
    points_url: str
    # As it is set: made once, since three hundred students share it.
    common: Deadline

    def deadline_of(self, user: User) -> Deadline:
        """The student's own deadline, which mostly is the common one."""
        is_own = user.pk in self.assignment.extension_of
        return self.assignment.deadline_for(user.pk) if is_own else self.common

    @property
    def counts(self) -> bool:
        """Whether it is part of the sum: obligatory work is passed or not, and weighs nothing."""
        return not self.assignment.is_pass_fail and self.assignment.weight > 0

    @property
    def heading(self) -> str:
        """What stands under the title."""
        if self.assignment.is_pass_fail:
            return "bestået"
        return f"af {self.assignment.points}, vægt {self.assignment.weight}"


@dataclass(frozen=True)
class Row:
    """One student through the course."""

    user: User
    cells: list[Cell]
    percent: Decimal | None
    suggestion: str
    passed: int

    @property
    def percent_shown(self) -> str:
        """The sum with a decimal comma."""
        return results.shown(self.percent)

    @cached_property
    def notes(self) -> list[str]:
        """Everything that is said of the cells, as often as it is said."""
        return [note for cell in self.cells for note in cell.notes]


@dataclass(frozen=True)
class Gradebook:
    """The columns, the rows by name, and the table that suggests."""

    columns: list[Column]
    rows: list[Row]
    scale: GradeScale

    @property
    def obligatory(self) -> int:
        """How many assignments are passed or not."""
        return sum(column.assignment.is_pass_fail for column in self.columns)


def of(course: Course, now: datetime | None = None) -> Gradebook:
    """The whole gradebook; as many queries for three students as for three hundred."""
    now = now or timezone.now()
    timed.settle(Walkthrough.objects.filter(submission__assignment__course=course))
    Attempt.objects.filter(submission__assignment__course=course).end_overdue()
    assignments = course.assignments.select_related("case", "quiz").prefetch_related(
        "extensions", "grade_changes"
    )
    columns = [_column(course, assignment) for assignment in assignments]
    members = course.memberships.filter(role=Membership.Role.STUDENT).select_related("user")
    students = sorted((row.user for row in members), key=lambda user: (by_name(str(user)), user.pk))
    works, scale = _works(course, columns), GradeScale.current()
    rows = [_row(user, columns, works, scale, course.drop_lowest, now) for user in students]
    return Gradebook(columns, rows, scale)


def weighted(marks: Iterable[tuple[Decimal, int]], drop: int = 0) -> Decimal | None:
    """The percent of shares by their weights, without the lowest `drop` of them; one is always left.

    >>> weighted([(Decimal("0.5"), 1), (Decimal(1), 3)]), weighted([(Decimal("0.5"), 1), (Decimal(1), 3)], drop=1)
    (Decimal('87.5'), Decimal('100.0'))
    """
    ranked = sorted(marks)
    kept = ranked[min(drop, len(ranked) - 1) :] if ranked else []
    weights = sum(weight for _, weight in kept)
    if not weights:
        return None
    percent = 100 * sum((share * weight for share, weight in kept), Decimal(0)) / weights
    return percent.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _column(course: Course, assignment: Assignment) -> Column:
    url = reverse("courses:results", args=[course.uuid, assignment.uuid])
    return Column(assignment, url, f"{url}point/", assignment.deadline_for(None))


def _works(course: Course, columns: list[Column]) -> dict[tuple[int, int], Work]:
    submissions = Submission.objects.filter(assignment__course=course).order_by()
    asking = [
        one.assignment.pk for one in columns if one.assignment.case and one.assignment.case.asks_argument
    ]
    argued = submissions.filter(assignment__in=asking).exclude(walkthrough__marks__has_key="argument")
    waiting = set(argued.values_list("pk", flat=True))
    unmarked = Response.objects.filter(points=None, attempt__submission__assignment__course=course)
    waiting |= set(unmarked.values_list("attempt__submission", flat=True))
    fields = ["walkthrough__submitted_at", "attempt__submitted_at", "walkthrough__total", "attempt__total"]
    found: dict[tuple[int, int], Work] = {}
    values: Any = submissions.values_list("pk", "assignment_id", "user_id", *fields)
    for pk, assignment, user, case_at, quiz_at, case_total, quiz_total in values:
        at, total = case_at or quiz_at, quiz_total if case_total is None else case_total
        found[assignment, user] = Work(at, total, pk in waiting)
    return found


def _row(user, columns, works, scale: GradeScale, drop: int, now) -> Row:
    cells = [_cell(one, user, works.get((one.assignment.pk, user.pk)), now) for one in columns]
    pairs = list(zip(columns, cells, strict=True))
    marks = [
        (
            Decimal(0) if cell.points is None else cell.points / column.assignment.points,
            column.assignment.weight,
        )
        for column, cell in pairs
        if column.counts and (cell.points is not None or MISSING in cell.notes)
    ]
    percent = weighted(marks, drop)
    passed = sum(
        column.assignment.is_pass_fail
        and cell.points is not None
        and results.passes(cell.points, column.assignment)
        for column, cell in pairs
    )
    return Row(user, cells, percent, "" if percent is None else scale.suggest(percent), passed)


def _cell(column: Column, user: User, work: Work | None, now: datetime) -> Cell:
    assignment, deadline = column.assignment, column.deadline_of(user)
    change = assignment.change_of.get(user.pk)
    at = work.submitted_at if work else None
    notes = (LATE,) if at and deadline.is_late(at) else ()
    if change and change.new_points is not None:
        return _marked(assignment, change.new_points, (*notes, OVERRIDDEN))
    if work and at and work.total is not None:
        points = results.points_of(deadline.mark(work.total, at) if notes else work.total, assignment)
        return _marked(assignment, points, (*notes, WAITING) if work.waits else notes)
    if deadline.is_late(now):
        return Cell(None, MISSING, (MISSING,))
    return Cell(None, "begyndt" if work else "–")


def _marked(assignment: Assignment, points: Decimal, notes: tuple[str, ...]) -> Cell:
    if not assignment.is_pass_fail:
        return Cell(points, results.shown(points), notes)
    return Cell(points, "bestået" if results.passes(points, assignment) else "ikke bestået", notes)
