"""The gradebook of a course: every student's result on every assignment, and what it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.models import User
from cases import timed
from cases.models import Walkthrough
from courses import gradebook_cells, gradebook_works, parts, results, work
from courses.gradebook_cells import LATE, MISSING, OVERRIDDEN, WAITING, WORDS, Cell, Column
from courses.models import Course, GradeScale, Membership, Submission
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

    @cached_property
    def weights(self) -> list[tuple[int, int]]:
        """The weight of each assignment that counts, behind its place in a row."""
        columns = enumerate(self.columns, self.cells.start)
        return [(place, column.assignment.weight) for place, column in columns if column.counts]

    def share(self, cells: list[Cell]) -> Decimal | None:
        """What they come to for a student, if anything counts yet."""
        marks = ((cells[place].share, weight) for place, weight in self.weights)
        return mean(((share, weight) for share, weight in marks if share is not None), self.part.drop)


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
        return len(self.passes)

    @cached_property
    def passes(self) -> list[tuple[int, Column]]:
        """The assignments that are passed or not, each behind its place in a row."""
        columns = enumerate(self.columns)
        return [(place, column) for place, column in columns if column.assignment.is_pass_fail]

    def rows(self, students: Sequence[User]) -> list[Row]:
        """The rows of these students, in their order; what is to be read of all of them is read at once."""
        new = [user for user in students if user.pk not in self.made]
        if new:
            cells = zip(new, *self._cells(self.columns, new), strict=True)
            self.made.update((user.pk, self._row(user, theirs)) for user, *theirs in cells)
        return [self.made[user.pk] for user in students]

    def points(self, column: Column, students: Sequence[User]) -> dict[int, Decimal | None]:
        """The points of these students on one assignment alone."""
        (cells,) = self._cells([column], students)
        return {user.pk: cell.points for user, cell in zip(students, cells, strict=True)}

    def _cells(self, columns: list[Column], students: Sequence[User]) -> list[list[Cell]]:
        users = [user.pk for user in students]
        # Everybody needs no list, which would be a long one.
        chosen = None if len(users) == len(self.students) else users
        works = gradebook_works.of([column.assignment for column in columns], chosen)
        done = gradebook_cells.done(columns, works)
        return [column.cells(users, done[column.assignment.pk], self.read, self.now) for column in columns]

    def _row(self, user: User, cells: list[Cell]) -> Row:
        shares = [block.share(cells) for block in self.blocks]
        sum_ = parts.total((block.part, share) for block, share in zip(self.blocks, shares, strict=True))
        passed = sum(column.is_passed(cells[place]) for place, column in self.passes)
        suggestion = "" if sum_ is None else self.scale.suggest(sum_)
        return Row(user, cells, sum_, suggestion, passed, [percent(share) for share in shares])


def opened(course: Course, now: datetime | None = None) -> Sheet:
    """The gradebook without its rows; as many queries for three students as for three hundred."""
    assignments = list(course.assignments.with_items().prefetch_related("extensions", "grade_changes"))
    tasks = [item for one in assignments for item in one.tasks]
    # Whether it is the course's is asked of the few that are over, and not the other way round.
    handed_in = Submission.objects.filter(assignment__course=course)
    if any(item.case_id for item in tasks):
        timed.settle(Walkthrough.objects.filter(Exists(handed_in.filter(walkthrough=OuterRef("pk")))))
    if any(item.quiz_id for item in tasks):
        Attempt.objects.filter(Exists(handed_in.filter(attempt=OuterRef("pk")))).end_overdue()
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
