"""The rubric of an argument as it stands: what is proved, what a teacher has given points, what is ticked.

What the structured parts have proved is ticked; the rest is a person's to judge, and so is every matter of
discretion.
"""

from dataclasses import dataclass
from decimal import Decimal

from cases import levels
from cases.levels import Level

SELF, COMMENT = "self", "comment"
PROVED = {
    "jus": "Bevist i jus",
    "subsumption": "Bevist i subsumptionen",
    "konklusion": "Bevist i konklusionen",
}


@dataclass(frozen=True)
class Row:
    """One criterion with what is known of it: proved, given points by the teacher, ticked by the student."""

    key: str
    group: str
    title: str
    detail: str
    citation: str
    most: int
    reason: str
    points: Decimal | None
    is_ticked: bool
    # As they were frozen; empty for work from before criteria had levels.
    levels: tuple[Level, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether the structured part has shown that the student knows it."""
        return bool(self.reason)

    @property
    def share(self) -> str:
        """The points as they are printed: of how many."""
        return f"{shown(self.points)} af {self.most}" if self.points is not None else f"– af {self.most}"

    @property
    def offered(self) -> tuple[Level, ...]:
        """The levels that a teacher chooses among: the usual ones where none were frozen."""
        return self.levels or levels.read(levels.usual(self.most))

    @property
    def level(self) -> Level | None:
        """The level that was given; None where the points are none of those frozen."""
        return levels.given(self.levels, self.points)


def shown(points: Decimal) -> str:
    """Points with a decimal comma and no needless zeros."""
    return f"{points.normalize():f}".replace(".", ",")


def rows(walkthrough) -> list[Row]:
    """Every criterion as it stands."""
    proofs, kept = _proofs(walkthrough), walkthrough.argument_points
    return [
        Row(
            key=one["key"],
            group=one["group"],
            title=one["title"],
            detail=one["detail"],
            citation=one["citation"],
            most=one["points"],
            reason=proofs.get(tuple(one["proof"]), "") if one["proof"] else "",
            points=Decimal(kept[one["key"]]["points"]) if one["key"] in kept else None,
            is_ticked=one["key"] in kept.get(SELF, ()),
            levels=levels.read(one.get("levels", ())),
        )
        for one in walkthrough.frozen.get("rubric", ())
    ]


def mark(walkthrough) -> float | None:
    """The share of the points that the argument earns; None until a teacher has marked it."""
    found = rows(walkthrough)
    given = [row.points for row in found if row.points is not None]
    if walkthrough.is_practice or not found or len(given) < len(found):
        return None
    return round(float(sum(given) / sum(row.most for row in found)), 4)


def waits(walkthrough) -> bool:
    """Whether a teacher has yet to mark an argument that is handed in."""
    is_asked = bool(walkthrough.frozen.get("argument")) and not walkthrough.is_practice
    return is_asked and not walkthrough.is_open and "argument" not in walkthrough.marks


def _proofs(walkthrough) -> dict[tuple[str, str], str]:
    """Why each item counts as proved: it was answered rightly, and by the student."""
    given = {(row.question, row.key) for row in walkthrough.given() if row.is_given}
    return {
        (question["key"], item["key"]): PROVED.get(item["part"], "")
        for question in walkthrough.result.get("questions", ())
        for item in question["items"]
        if item["status"] == "rigtig" and (question["key"], item["key"]) not in given
    }
