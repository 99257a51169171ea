"""What the pages for marking say where two mark."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from cases import levels, rubric
from courses.access import MARKER, TEACHER
from courses.desk import Desk
from courses.forms.levels import CriteriaForm, Criterion
from courses.markable import Markable
from courses.two_markers import agreement, sides
from courses.two_markers.agreement import Agreement
from courses.two_markers.sides import COUNT, Sides, Stage

SAVED = {
    Stage.ONE: " Den tæller, når en anden også har bedømt.",
    Stage.DIFFER: " I er ikke enige om alt; aftal pointene, så begrundelsen kan tælle.",
    Stage.EQUAL: " I er enige, og pointene tæller.",
}


@dataclass(frozen=True)
class Given:
    """What one of the two gave a criterion."""

    name: str
    points: str
    # The level, or that there is none.
    title: str


@dataclass(frozen=True)
class Compared:
    """A criterion with both sides and the fields of the agreed points."""

    criterion: Criterion
    given: list[Given]
    differs: bool


@dataclass(frozen=True)
class Overview:
    """What the list of an assignment tells that two mark."""

    stages: list[tuple[str, int]]
    agreement: Agreement | None
    # Whether nobody could be the second.
    lacks_people: bool
    open_count: int


def saved(called: str, stage: Stage | None) -> str:
    """What a marker is told when the points are kept."""
    return f"Bedømmelsen er gemt: {called}.{SAVED.get(stage, '') if stage else ''}"


def of_one(marked: Markable, own: Desk) -> dict[str, Any]:
    """What every page of one argument shows."""
    submission = marked.submission
    return {
        "marked": marked,
        "desk": own,
        "called": own.called(submission),
        "submission": submission,
        "assignment": submission.assignment,
        "course": submission.assignment.course,
        "walkthrough": submission.walkthrough,
    }


def compared(form: CriteriaForm, both: Sides) -> list[Compared]:
    """Every criterion with what each of the two gave, the first of them first."""
    return [
        Compared(one, [_given(one.row, mark) for mark in both.marks], one.row.key in both.differing)
        for one in form.criteria
    ]


def of_list(own: Desk, rows: list) -> Overview | None:
    """What stands above and below the list; None where one is enough and nothing is marked by two."""
    both = [row.sides for row in rows if row.sides]
    if not (own.assignment.marked_by_two or both):
        return None
    counted = Counter(one.stage for one in both)
    staff = own.assignment.course.memberships.filter(role__in=(TEACHER, MARKER)).count()
    return Overview(
        stages=[(stage.value, counted[stage]) for stage in Stage if counted[stage]],
        agreement=agreement.of(one.marks for one in both),
        lacks_people=own.assignment.marked_by_two and staff < 2,
        open_count=sum(one.stage not in COUNT for one in both),
    )


def _given(row: rubric.Row, mark) -> Given:
    points = sides.points_of(mark)[row.key]
    level = levels.given(row.offered, points)
    return Given(
        str(mark.by), f"{rubric.shown(points)} af {row.most}", level.title if level else "Andre point"
    )
