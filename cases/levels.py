"""The levels of a criterion: what each is called, what an argument on it shows, and the points it gives.

They stand with the lowest first, no two give the same, and the last gives all the points: so the points alone tell
which level was given, and points between two levels are none of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rules import danish

RULE, STEP, SIDE, FIGURE, CONCLUSION, OWN = "rule", "step", "side", "figure", "conclusion", "own"
TITLES = ("Mangler", "Delvist", "Fuldt")
MEANS = {
    RULE: (
        "Reglen er ikke nævnt, eller det er en anden regel.",
        "Reglen er omtalt, men bestemmelsen er upræcis eller ikke angivet.",
        "Den rigtige regel er nævnt med sin bestemmelse.",
    ),
    STEP: (
        "Leddet er ikke behandlet, eller svaret på det er forkert.",
        "Svaret er rigtigt, men det fremgår ikke, hvad det hviler på.",
        "Svaret er rigtigt og begrundet i sagens oplysninger.",
    ),
    SIDE: (
        "Intet er nævnt til den side.",
        "Noget er nævnt, men det vægtigste mangler eller er kun antydet.",
        "Det vægtigste til den side er nævnt og knyttet til sagen.",
    ),
    FIGURE: (
        "Resultatet mangler, eller vejen til det er forkert.",
        "Vejen er rigtig, men resultatet er det ikke.",
        "Resultatet er rigtigt.",
    ),
    CONCLUSION: (
        "Der er ingen konklusion, eller den strider mod resten.",
        "Konklusionen er der, men den er uklar eller følger ikke af det, der går forud.",
        "Konklusionen er klar og følger af det, der går forud.",
    ),
    OWN: ("Ikke opfyldt.", "Opfyldt i nogen grad.", "Helt opfyldt."),
}
FEWEST, MOST = 2, 6
LINE = re.compile(r"(?P<points>\d+(?:,\d{1,2})?)\s+(?P<title>[^:]+?)\s*(?::\s*(?P<detail>.*))?")
Plain = dict[str, Any]


class Unreadable(ValueError):
    """What an author wrote are no levels; the message says in Danish what would be."""


@dataclass(frozen=True)
class Level:
    """One of them."""

    title: str
    detail: str
    points: Decimal

    @property
    def text(self) -> str:
        """The points as they are kept."""
        return kept(self.points)


def kept(points: Decimal) -> str:
    """Points in the one way in which they are written down."""
    return f"{points.normalize():f}"


def usual(most: int, kind: str = OWN) -> list[Plain]:
    """Nothing, half and all of the points, in the words of this kind of criterion."""
    shares = (Decimal(0), Decimal(most) / 2, Decimal(most))
    return [
        {"title": title, "detail": detail, "points": kept(points)}
        for title, detail, points in zip(TITLES, MEANS[kind], shares, strict=True)
    ]


def own(written: Iterable[Plain], most: int) -> list[Plain]:
    """What an author has written as it is frozen; the usual levels where nothing is written."""
    found = [one | {"points": kept(Decimal(str(one["points"])))} for one in written]
    return found or usual(most)


def read(plain: Iterable[Plain]) -> tuple[Level, ...]:
    """Frozen levels."""
    return tuple(Level(one["title"], one["detail"], Decimal(one["points"])) for one in plain)


def given(levels: Iterable[Level], points: Decimal | None) -> Level | None:
    """The level that these points are; None where they are none of them."""
    return next((one for one in levels if one.points == points), None)


def told(plain: Iterable[Plain], points: str | None) -> list[Plain]:
    """Frozen levels as a receipt tells them, with which of them was given."""
    return [
        {
            "titel": one["title"],
            "uddybning": one["detail"],
            "point": one["points"],
            "givet": points is not None and Decimal(one["points"]) == Decimal(points),
        }
        for one in plain
    ]


def fault(written: list[Plain], most: int) -> str:
    """What is wrong with the levels of a criterion that gives so many points; empty where nothing is."""
    points = [Decimal(str(one["points"])) for one in written]
    if not FEWEST <= len(written) <= MOST:
        return f"Skriv fra {FEWEST} til {MOST} niveauer."
    if points != sorted(set(points)):
        return "Skriv det laveste niveau først, og giv ikke to niveauer de samme point."
    if points[-1] != most:
        return f"Det sidste niveau skal give alle kriteriets point, her {most}."
    if len({one["title"].casefold() for one in written}) < len(written):
        return "To niveauer kan ikke hedde det samme."
    return ""


def from_lines(text: str) -> list[Plain]:
    """Levels as an author types them, one a line. Raises `Unreadable`.

    >>> from_lines("0 Mangler: Der er ingen disposition.")
    [{'title': 'Mangler', 'detail': 'Der er ingen disposition.', 'points': 0}]
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        told = LINE.fullmatch(line)
        if told is None or len(told["title"]) > 40 or len(told["detail"] or "") > 200:
            raise Unreadable(f"Skriv en linje som »1 Delvist: Hvad det viser«. Du skrev »{line[:80]}«.")
        points = danish.read_number(told["points"])
        whole = points == int(points)
        found.append(
            {
                "title": told["title"],
                "detail": told["detail"] or "",
                "points": int(points) if whole else float(points),
            }
        )
    return found


def as_lines(written: Iterable[Plain]) -> str:
    """The same as an author types it.

    >>> as_lines([{"title": "Delvist", "detail": "", "points": 0.5}])
    '0,5 Delvist'
    """
    return "\n".join(
        f"{kept(Decimal(str(one['points']))).replace('.', ',')} {one['title']}"
        + (f": {one['detail']}" if one["detail"] else "")
        for one in written
    )
