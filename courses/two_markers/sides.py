"""What is in of one argument that two mark, who may see it, and what it waits for.

An argument goes this way: nobody, one, then two. Where the two gave the same on every criterion, that counts at
once; where not, it counts when points are agreed. Until both are in, each sees only the own.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from django.db.models import QuerySet

from courses.context import runs
from courses.markable import Markable
from courses.models import Assignment, Judgement

Key = tuple[int, int | None]


class Stage(Enum):
    """How far an argument is."""

    NOBODY = "Venter på to bedømmere"
    ONE = "Venter på anden bedømmer"
    DIFFER = "Venter på enighed"
    EQUAL = "Enige"
    AGREED = "Aftalt"
    # Marked while one was enough: it counts as it is.
    ALONE = "Bedømt af én"


COUNT = {Stage.EQUAL, Stage.AGREED, Stage.ALONE}


@dataclass(frozen=True)
class Sides:
    """The marks of one argument in the order in which they came, and what was agreed."""

    asks_two: bool
    counts: bool
    marks: list[Judgement] = field(default_factory=list)
    agreed: Judgement | None = None

    @property
    def is_full(self) -> bool:
        """Whether two are in."""
        return len(self.marks) == 2

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.is_full:
            if not self.counts:
                return Stage.DIFFER
            return Stage.AGREED if self.agreed else Stage.EQUAL
        if self.counts:
            return Stage.ALONE
        return Stage.ONE if self.marks else Stage.NOBODY

    @property
    def is_by_two(self) -> bool:
        """Whether two mark it; what is begun by two stays so when the setting is switched off."""
        return self.is_full or (self.asks_two and self.stage is not Stage.ALONE)

    @property
    def differing(self) -> list[str]:
        """The criteria on which the two differ."""
        if not self.is_full:
            return []
        one, other = (points_of(mark) for mark in self.marks)
        return [key for key in one if one[key] != other.get(key)]

    @property
    def mean(self) -> dict[str, Decimal]:
        """Half of what the two gave together, to two decimals."""
        one, other = (points_of(mark) for mark in self.marks)
        return {key: ((one[key] + other[key]) / 2).quantize(Decimal("0.01"), ROUND_HALF_UP) for key in one}

    @property
    def comment(self) -> str:
        """What the two wrote to the student, each paragraph once."""
        written = "\n\n".join(mark.comment.strip() for mark in self.marks if mark.comment.strip())
        return "\n\n".join(dict.fromkeys(one.strip() for one in written.split("\n\n") if one.strip()))

    def of(self, user) -> Judgement | None:
        """What this person has given."""
        return next((mark for mark in self.marks if mark.by_id == user.pk), None)

    def of_another(self, user) -> bool:
        """Whether somebody else has marked: that and no more is told before both have."""
        return any(mark.by_id != user.pk for mark in self.marks)

    def may_settle(self, user, course) -> bool:
        """Whether the person sees both sides and may agree points: one of the two, or who runs the course."""
        return self.is_full and (self.of(user) is not None or runs(user, course))

    def waits_for(self, user, course) -> bool:
        """Whether there is something for this person to do."""
        if self.stage is Stage.DIFFER:
            return self.may_settle(user, course)
        return self.stage in (Stage.NOBODY, Stage.ONE) and self.of(user) is None

    def version(self, user, work: str) -> str:
        """What a page of this person was drawn from: the own mark alone, until both are in."""
        if self.is_full:
            return f"aftalt-{work}-{self.agreed.version if self.agreed else 0}"
        own = self.of(user)
        return f"egen-{own.version if own else 0}"


def points_of(mark: Judgement) -> dict[str, Decimal]:
    """The points by criterion."""
    return {key: Decimal(one["points"]) for key, one in mark.points.items()}


def of(marked: Markable) -> Sides:
    """The sides of one argument; one query."""
    rows = Judgement.objects.filter(submission=marked.submission, response=marked.response_id)
    found = list(rows.select_related("by").order_by("place"))
    return _sides(marked.submission.assignment, found, counts=bool(marked.kept))


def of_all(assignment: Assignment) -> dict[Key, list[Judgement]]:
    """Every mark of an assignment by its argument; one query."""
    return _by_argument(_of(assignment).select_related("by"))


def in_list(assignment: Assignment, found: dict[Key, list[Judgement]], key: Key, *, counts: bool) -> Sides:
    """The sides of an argument that stands in a list."""
    return _sides(assignment, found.get(key, []), counts=counts)


def half_done(assignment: Assignment) -> list[Key]:
    """The arguments that one has marked and that do not count."""
    found = _by_argument(_of(assignment)).items()
    return [key for key, marks in found if len(marks) == 1]


def _of(assignment: Assignment) -> QuerySet[Judgement]:
    return Judgement.objects.filter(submission__assignment=assignment).order_by("place")


def _by_argument(rows: Iterable[Judgement]) -> dict[Key, list[Judgement]]:
    found: dict[Key, list[Judgement]] = defaultdict(list)
    for row in rows:
        found[row.submission_id, row.response_id].append(row)
    return found


def _sides(assignment: Assignment, rows: list[Judgement], *, counts: bool) -> Sides:
    marks = [row for row in rows if row.place != Judgement.Place.AGREED]
    agreed = next((row for row in rows if row.place == Judgement.Place.AGREED), None)
    return Sides(assignment.marked_by_two, counts, marks, agreed)
