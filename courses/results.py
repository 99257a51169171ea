"""What handed-in work is worth: the share of each part, and the points of the whole."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from courses.models import Assignment, Reading, Submission

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
class Result:
    """The marks of one student on one assignment."""

    # What counts: what a teacher has set, else what is computed.
    points: Decimal
    highest: int
    parts: list[Part]
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


def of_student(assignment: Assignment, submission: Submission | None, user_id: int) -> Result | None:
    """The result of a student, also of one whose points were set though nothing is handed in."""
    if submission and submission.submitted_at:
        submission.assignment = assignment
        return of(submission)
    change = assignment.change_of.get(user_id)
    if change is None or change.new_points is None:
        return None
    return _result(assignment, change.new_points, [], is_overridden=True)


def of(submission: Submission) -> Result:
    """The result of work that is handed in, after what being late costs and what a teacher has changed."""
    assignment, deadline, at = submission.assignment, submission.deadline, submission.submitted_at
    total = Decimal(submission.work.total)
    computed = points_of(deadline.mark(total, at), assignment)
    change = assignment.change_of.get(submission.user_id)
    is_overridden = change is not None and change.new_points is not None
    return _result(
        assignment,
        change.new_points if change and change.new_points is not None else computed,
        _parts(submission),
        earned=points_of(total, assignment),
        computed=computed,
        late_days=deadline.late_days(at),
        is_overridden=is_overridden,
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
    """The names of the parts that are marked one by one; a quiz has none."""
    return list(_asked(assignment).values()) if assignment.case_id else []


def reading_title(key: str) -> str:
    """The Danish name of a reading."""
    return Reading(key).label


def _parts(submission: Submission) -> list[Part]:
    if submission.walkthrough is None:
        return []
    marks = submission.walkthrough.marks
    asked = _asked(submission.assignment)
    return [Part(title, _percent(marks.get(key))) for key, title in asked.items()]


def _asked(assignment: Assignment) -> dict[str, str]:
    """The parts by name; the argument only where the case weighs it."""
    weighs = assignment.case is not None and assignment.case.weight_argument
    return {key: title for key, title in CASE_PARTS.items() if key != ARGUMENT or weighs}


def _percent(share) -> int | None:
    return None if share is None else int(_rounded(Decimal(str(share)) * 100, "1"))


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)
