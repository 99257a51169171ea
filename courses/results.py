"""What handed-in work is worth: the share of each item and of its parts, and the points of the whole."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from courses import scoring, work
from courses.models import Assignment, Item, Reading, Submission
from courses.work import Work

ARGUMENT = "argument"
CASE_PARTS = {
    "faktum": "Faktum",
    "jus": "Jus",
    "subsumption": "Subsumption",
    "konklusion": "Konklusion",
    ARGUMENT: "Begrundelse",
}


@dataclass(frozen=True)
class Part:
    """One part of the legal method, in whole percent; None where it was not asked."""

    title: str
    percent: int | None


@dataclass(frozen=True)
class ItemResult:
    """What one item came to: the shares before and after what being late costs, and the tries that count."""

    item: Item
    earned: Decimal
    kept: Decimal
    late_days: int = 0
    numbers: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def percent(self) -> int:
        """What counts, in whole percent."""
        return whole_percent(self.kept)


@dataclass(frozen=True)
class Result:
    """The marks of one student on one assignment."""

    # What counts: what a teacher has set, else what is computed.
    points: Decimal
    highest: int
    parts: list[Part]
    items: list[ItemResult] = field(default_factory=list)
    # What the answers earned, and what the late policy leaves of it; None where nothing is handed in.
    earned: Decimal | None = None
    computed: Decimal | None = None
    late_days: int = 0
    passed: bool | None = None
    is_overridden: bool = False

    @property
    def points_shown(self) -> str:
        """The points with a decimal comma and no needless zeros."""
        return shown(self.points)

    @property
    def earned_shown(self) -> str:
        """What was earned, written in the same way."""
        return shown(self.earned)

    @property
    def computed_shown(self) -> str:
        """What the rules and the late policy give, written in the same way."""
        return shown(self.computed)

    @property
    def late_reduced(self) -> bool:
        """Whether being late takes something off the computed points."""
        return self.earned is not None and self.computed is not None and self.computed < self.earned

    @property
    def is_reduced(self) -> bool:
        """Whether being late has cost something of the points that count."""
        return self.late_reduced and not self.is_overridden

    @property
    def verdict(self) -> str:
        """Passed or not, where that is the result."""
        return {True: "Bestået", False: "Ikke bestået", None: ""}[self.passed]


def of_student(assignment: Assignment, user) -> Result | None:
    """The result of a student, with whatever of it is asked of the database."""
    return of(work.of(assignment, user))


def of(done: Work) -> Result | None:
    """The result of what is done: the weighted mean of the tries that count, each after what being late costs.

    What is missing counts nothing. Points that a teacher has set count instead, also where nothing is handed in.
    """
    assignment = done.assignment
    change = assignment.change_of.get(done.user_id or 0)
    set_by_hand = change.new_points if change else None
    if not done.has_done_something:
        return None if set_by_hand is None else _result(assignment, set_by_hand, [], is_overridden=True)
    items = [_item(done, item) for item in assignment.item_list]
    kept = scoring.weighted((one.kept, one.item.weight) for one in items)
    earned = scoring.weighted((one.earned, one.item.weight) for one in items)
    computed = points_of(kept, assignment)
    return _result(
        assignment,
        computed if set_by_hand is None else set_by_hand,
        items[0].parts if len(items) == 1 else [Part(str(one.item), one.percent) for one in items],
        items=items,
        earned=points_of(earned, assignment),
        computed=computed,
        late_days=max((one.late_days for one in items), default=0),
        is_overridden=set_by_hand is not None,
    )


def of_try(submission: Submission) -> Result:
    """What one try gives of the points by the weight of its item; points that are set by hand are of the whole."""
    assignment, item, at = submission.assignment, submission.item, submission.submitted_at
    one = work.mark(submission.deadline, submission.number, at, submission.work.total)
    change = assignment.change_of.get(submission.user_id)
    set_by_hand = change.new_points if change else None
    earned, kept = (
        points_of(
            scoring.weighted(
                (share if other.pk == item.pk else scoring.NOTHING, other.weight)
                for other in assignment.item_list
            ),
            assignment,
        )
        for share in (one.earned, one.kept)
    )
    return _result(
        assignment,
        kept if set_by_hand is None else set_by_hand,
        _parts(item, [submission]),
        items=[ItemResult(item, one.earned, one.kept, late_days=one.late_days, numbers=[one.number])],
        earned=earned,
        computed=kept,
        late_days=one.late_days,
        is_overridden=set_by_hand is not None,
    )


def _item(done: Work, item: Item) -> ItemResult:
    if item.is_read:
        share = Decimal(1 if done.read_at(item) else 0)
        return ItemResult(item, share, share)
    counted = scoring.counting(done.marks(item), done.assignment.counts)
    return ItemResult(
        item,
        scoring.mean([one.earned for one in counted]),
        scoring.mean([one.kept for one in counted]),
        late_days=max((one.late_days for one in counted), default=0),
        numbers=[one.number for one in counted],
        parts=_parts(item, done.counted(item)),
    )


def _result(assignment: Assignment, points: Decimal, parts: list[Part], **more: Any) -> Result:
    passed = passes(points, assignment) if assignment.is_pass_fail else None
    return Result(points, assignment.points, parts, passed=passed, **more)


def points_of(share: Decimal, assignment: Assignment) -> Decimal:
    """A share of the highest points, to one decimal."""
    return _rounded(share * assignment.points, "0.1")


def passes(points: Decimal, assignment: Assignment) -> bool:
    """Whether so many points are enough."""
    return points * 100 >= assignment.pass_percent * assignment.points


def shown(points: Decimal | None) -> str:
    """Points with a decimal comma and no needless zeros."""
    if points is None:
        return "–"
    return f"{points.normalize():f}".replace(".", ",")


def parts_of(assignment: Assignment) -> list[str]:
    """What is shown one by one: the parts of the only case, or the items; of the only quiz nothing."""
    items = assignment.item_list
    return list(_asked(items[0]).values()) if len(items) == 1 else [str(item) for item in items]


def reading_title(key: str) -> str:
    """The Danish name of a reading."""
    return Reading(key).label


def _parts(item: Item, counted: list[Submission]) -> list[Part]:
    marks = [one.walkthrough.marks for one in counted if one.walkthrough]
    return [Part(title, _percent([one.get(key) for one in marks])) for key, title in _asked(item).items()]


def _asked(item: Item) -> dict[str, str]:
    """The parts of a case by name; the argument only where the case weighs it."""
    if item.case is None:
        return {}
    return {key: title for key, title in CASE_PARTS.items() if key != ARGUMENT or item.case.weight_argument}


def _percent(shares: list) -> int | None:
    known = [Decimal(str(share)) for share in shares if share is not None]
    return whole_percent(scoring.mean(known)) if known else None


def whole_percent(share: Decimal) -> int:
    """A share in whole percent."""
    return int(_rounded(share * 100, "1"))


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)
