"""The gradebook of a course: every student's result on every assignment, and what it comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from accounts.models import User
from cases import timed
from cases.models import Walkthrough
from courses import gradebook_cells, gradebook_works, results, work
from courses.gradebook_cells import LATE, MISSING, OVERRIDDEN, WAITING, WORDS, Cell, Column
from courses.gradebook_works import Works
from courses.models import Course, GradeScale, Membership
from courses.roster import by_name
from courses.weighing import weighted
from courses.work import Read
from quizzes.models import Attempt

__all__ = [
    "LATE",
    "MISSING",
    "OVERRIDDEN",
    "WAITING",
    "WORDS",
    "Cell",
    "Column",
    "Gradebook",
    "Row",
    "Sheet",
    "of",
    "opened",
    "weighted",
]


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


@dataclass(frozen=True)
class Sheet:
    """The columns and the students by name; a row is made when it is asked for."""

    course: Course
    columns: list[Column]
    students: list[User]
    read: Read
    scale: GradeScale
    now: datetime
    made: dict[int, Row] = field(default_factory=dict)

    @property
    def obligatory(self) -> int:
        """How many assignments are passed or not."""
        return sum(column.assignment.is_pass_fail for column in self.columns)

    def rows(self, students: Sequence[User]) -> list[Row]:
        """The rows of these students, in their order; what is to be read of all of them is read at once."""
        new = [user for user in students if user.pk not in self.made]
        if new:
            works = self._works(self.columns, new)
            self.made.update((user.pk, self._row(user, works)) for user in new)
        return [self.made[user.pk] for user in students]

    def points(self, column: Column, students: Sequence[User]) -> dict[int, Decimal | None]:
        """The points of these students on one assignment alone."""
        works = self._works([column], students)
        return {user.pk: self._cell(column, user, works).points for user in students}

    def _works(self, columns: list[Column], students: Sequence[User]) -> Works:
        # Everybody needs no list, which would be a long one.
        chosen = None if len(students) == len(self.students) else [user.pk for user in students]
        return gradebook_works.of([column.assignment for column in columns], chosen)

    def _cell(self, column: Column, user: User, works: Works) -> Cell:
        return column.cell(user.pk, works.get((column.assignment.pk, user.pk), ()), self.read, self.now)

    def _row(self, user: User, works: Works) -> Row:
        cells = [self._cell(column, user, works) for column in self.columns]
        percent = weighted(_marks(zip(self.columns, cells, strict=True)), self.course.drop_lowest)
        passed = sum(column.is_passed(cell) for column, cell in zip(self.columns, cells, strict=True))
        return Row(user, cells, percent, "" if percent is None else self.scale.suggest(percent), passed)


def opened(course: Course, now: datetime | None = None) -> Sheet:
    """The gradebook without its rows; as many queries for three students as for three hundred."""
    assignments = list(course.assignments.with_items().prefetch_related("extensions", "grade_changes"))
    tasks = [item for one in assignments for item in one.tasks]
    if any(item.case_id for item in tasks):
        timed.settle(Walkthrough.objects.filter(submission__assignment__course=course))
    if any(item.quiz_id for item in tasks):
        Attempt.objects.filter(submission__assignment__course=course).end_overdue()
    theirs = User.objects.filter(memberships__course=course, memberships__role=Membership.Role.STUDENT)
    students = sorted(theirs.only("name", "email"), key=lambda user: (by_name(str(user)), user.pk))
    now = now or timezone.now()
    columns = gradebook_cells.columns(course, assignments, now)
    return Sheet(course, columns, students, work.finished(assignments), GradeScale.current(), now)


def of(course: Course, now: datetime | None = None) -> Gradebook:
    """The whole gradebook."""
    sheet = opened(course, now)
    return Gradebook(sheet.columns, sheet.rows(sheet.students), sheet.scale)


def _marks(pairs: Iterable[tuple[Column, Cell]]) -> list[tuple[Decimal, int]]:
    """What counts in the sum, by its weight: what has points, and nothing for what is missing."""
    found = []
    for column, cell in pairs:
        if column.counts and (cell.points is not None or MISSING in cell.notes):
            share = Decimal(0) if cell.points is None else cell.points / column.assignment.points
            found.append((share, column.assignment.weight))
    return found
