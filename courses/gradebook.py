"""The gradebook of a course: every student's result on every assignment, and what it comes to."""

from collections import defaultdict
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
from courses import results, scoring, work
from courses.deadlines import Deadline
from courses.models import Assignment, Course, GradeScale, Membership, Submission
from courses.roster import by_name
from courses.work import Read
from quizzes.models import Attempt, Response

MISSING, LATE, OVERRIDDEN, WAITING = "mangler", "sen", "rettet", "venter"
WORDS = {
    MISSING: "Mangler",
    LATE: "For sent",
    OVERRIDDEN: "Rettet af underviser",
    WAITING: "Venter på bedømmelse",
}


@dataclass(frozen=True, slots=True)
class Begun:
    """What of a submission the gradebook needs."""

    item: int
    number: int
    submitted_at: datetime | None
    total: Decimal | None
    waits: bool


Works = dict[tuple[int, int], list[Begun]]


@dataclass(frozen=True, slots=True)
class Cell:
    """One student on one assignment."""

    points: Decimal | None
    shown: str
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What is to be said of it besides the points."""
        return ", ".join(note for note in self.notes if note != self.shown)


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
    assignments = list(course.assignments.with_items().prefetch_related("extensions", "grade_changes"))
    columns = [_column(course, assignment) for assignment in assignments]
    members = course.memberships.filter(role=Membership.Role.STUDENT).select_related("user")
    students = sorted((row.user for row in members), key=lambda user: (by_name(str(user)), user.pk))
    works, scale = _works(course, columns), GradeScale.current()
    read = work.finished(assignments)
    rows = [_row(user, columns, works, read, scale, course.drop_lowest, now) for user in students]
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
    assignment.course = course
    url = reverse("courses:results", args=[course.uuid, assignment.uuid])
    return Column(assignment, url, f"{url}point/", assignment.deadline_for(None))


def _works(course: Course, columns: list[Column]) -> Works:
    submissions = Submission.objects.filter(assignment__course=course).order_by()
    items = [item for column in columns for item in column.assignment.tasks]
    asking = [item.pk for item in items if item.case and item.case.asks_argument]
    argued = submissions.filter(item__in=asking).exclude(walkthrough__marks__has_key="argument")
    unmarked = Response.objects.filter(points=None, attempt__submission__assignment__course=course)
    waiting = set(
        argued.values_list("pk", flat=True).union(
            unmarked.order_by().values_list("attempt__submission", flat=True)
        )
    )
    fields = ["walkthrough__submitted_at", "attempt__submitted_at", "walkthrough__total", "attempt__total"]
    found: Works = defaultdict(list)
    values: Any = submissions.values_list("pk", "assignment_id", "user_id", "item_id", "number", *fields)
    for pk, assignment, user, item, number, case_at, quiz_at, case_total, quiz_total in values:
        at, total = case_at or quiz_at, quiz_total if case_total is None else case_total
        found[assignment, user].append(Begun(item, number, at, total, pk in waiting))
    return found


def _row(user, columns, works: Works, read: Read, scale: GradeScale, drop: int, now) -> Row:
    cells = [_cell(one, user, works.get((one.assignment.pk, user.pk), []), read, now) for one in columns]
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


def _cell(column: Column, user: User, begun: list[Begun], read: Read, now: datetime) -> Cell:
    assignment, deadline = column.assignment, column.deadline_of(user)
    change = assignment.change_of.get(user.pk)
    points, notes = _computed(assignment, deadline, user, begun, read)
    if change and change.new_points is not None:
        return _marked(assignment, change.new_points, (*(note for note in notes if note == LATE), OVERRIDDEN))
    if points is not None and MISSING not in notes:
        return _marked(assignment, points, notes)
    if deadline.is_late(now):
        if points is not None:
            return _marked(assignment, points, notes)
        return Cell(None, MISSING, (MISSING,))
    return Cell(None, "begyndt" if begun or points is not None else "–")


def _computed(
    assignment: Assignment, deadline: Deadline, user: User, begun: list[Begun], read: Read
) -> tuple[Decimal | None, tuple[str, ...]]:
    """The points of what is there, and what is to be said of it; no points where nothing is."""
    shares: list[tuple[Decimal, int]] = []
    said = dict.fromkeys((MISSING, LATE, WAITING), False)
    is_begun = False
    for item in assignment.item_list:
        if item.is_read:
            at = read.get((user.pk, item.section_id or 0))
            is_done = at is not None and not deadline.is_late(at)
            shares.append((Decimal(is_done), item.weight))
            is_begun = is_begun or (is_done and item.weight > 0)
            said[MISSING] = said[MISSING] or (not is_done and item.weight > 0)
            continue
        tries = [one for one in begun if one.item == item.pk and one.submitted_at and one.total is not None]
        marks = [
            work.mark(deadline, one.number, one.submitted_at, one.total) for one in tries if one.submitted_at
        ]
        counted = scoring.counting(marks, assignment.counts)
        shares.append((scoring.mean([one.kept for one in counted]), item.weight))
        numbers = {one.number for one in counted}
        is_begun = is_begun or bool(tries)
        said[MISSING] = said[MISSING] or not tries
        said[LATE] = said[LATE] or any(one.late_days for one in counted)
        said[WAITING] = said[WAITING] or any(one.waits for one in tries if one.number in numbers)
    points = results.points_of(scoring.weighted(shares), assignment) if is_begun else None
    return points, tuple(note for note, holds in said.items() if holds)


def _marked(assignment: Assignment, points: Decimal, notes: tuple[str, ...]) -> Cell:
    if not assignment.is_pass_fail:
        return Cell(points, results.shown(points), notes)
    return Cell(points, "bestået" if results.passes(points, assignment) else "ikke bestået", notes)
