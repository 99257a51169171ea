"""The gradebook of a course: every student's result on every assignment, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.utils import timezone

from accounts.models import User
from cases import timed
from cases.models import Walkthrough
from courses import gradebook_cells, gradebook_works, parts, results, work
from courses.gradebook_cells import LATE, MISSING, OVERRIDDEN, WAITING, WORDS, Cell, Column
from courses.gradebook_works import Works
from courses.models import Course, GradeScale, Membership
from courses.parts import Part
from courses.roster import by_name
from courses.weighing import mean, percent, weighted
from courses.work import Read
from quizzes.models import Attempt

__all__ = [
    "LATE",
    "MISSING",
    "OVERRIDDEN",
    "WAITING",
    "WORDS",
    "Block",
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
    # Of each part of the sum, in percent.
    subtotals: list[Decimal | None]

    @property
    def percent_shown(self) -> str:
        """The sum with a decimal comma."""
        return results.shown(self.percent)

    @cached_property
    def notes(self) -> list[str]:
        """Everything that is said of the cells, as often as it is said."""
        return [note for cell in self.cells for note in cell.notes]


@dataclass(frozen=True)
class Block:
    """A part of the sum with its assignments, whose columns stand together."""

    part: Part
    columns: list[Column]
    # Where in a row they are.
    cells: slice

    def share(self, cells: list[Cell]) -> Decimal | None:
        """What they come to for a student, if anything counts yet: what is missing counts nothing."""
        marks = []
        for column, cell in zip(self.columns, cells[self.cells], strict=True):
            if column.counts and (cell.points is not None or MISSING in cell.notes):
                share = Decimal(0) if cell.points is None else cell.points / column.assignment.points
                marks.append((share, column.assignment.weight))
        return mean(marks, self.part.drop)


@dataclass(frozen=True)
class Table:
    """The columns by category, and the table that suggests."""

    blocks: list[Block]
    scale: GradeScale

    @cached_property
    def columns(self) -> list[Column]:
        """Every assignment, in the order of the cells."""
        return [column for block in self.blocks for column in block.columns]

    @property
    def has_parts(self) -> bool:
        """Whether the course has categories, and so subtotals."""
        return bool(self.blocks) and self.blocks[0].part.title != ""


@dataclass(frozen=True)
class Gradebook(Table):
    """With a row for everybody, by name."""

    rows: list[Row]


@dataclass(frozen=True)
class Sheet(Table):
    """With the students by name; a row is made when it is asked for."""

    course: Course
    students: list[User]
    read: Read
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
        shares = [block.share(cells) for block in self.blocks]
        sum_ = parts.total((block.part, share) for block, share in zip(self.blocks, shares, strict=True))
        passed = sum(column.is_passed(cell) for column, cell in zip(self.columns, cells, strict=True))
        suggestion = "" if sum_ is None else self.scale.suggest(sum_)
        return Row(user, cells, sum_, suggestion, passed, [percent(share) for share in shares])


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
    blocks = _blocks(parts.of(list(course.categories.all()), course.drop_lowest), columns)
    return Sheet(blocks, GradeScale.current(), course, students, work.finished(assignments), now)


def of(course: Course, now: datetime | None = None) -> Gradebook:
    """The whole gradebook."""
    sheet = opened(course, now)
    return Gradebook(sheet.blocks, sheet.scale, sheet.rows(sheet.students))


def _blocks(every: list[Part], columns: list[Column]) -> list[Block]:
    """The parts that have assignments."""
    found, start = [], 0
    for part in every:
        own = [column for column in columns if column.assignment.category_id == part.category]
        if own:
            found.append(Block(part, own, slice(start, start + len(own))))
            start += len(own)
    return found
