"""How far two who marked the same arguments agree: the share of criteria with the same level, and weighted kappa.

Kappa is that of J. Cohen, "Weighted kappa: Nominal scale agreement with provision for scaled disagreement or partial
credit", Psychological Bulletin 70 (1968), 213-220, with linear weights: what two points of view cost is their distance.
A criterion counts by its share of its own points, so that criteria of different size are of one scale; for the levels
Mangler, Delvist and Fuldt that is 0, 1/2 and 1.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from courses.models import Judgement

Pair = tuple[Fraction, Fraction]
# Fewer arguments than this tell more of who wrote them than of the two who marked.
FEWEST = 10


@dataclass(frozen=True)
class Agreement:
    """Of the arguments that both have marked."""

    arguments: int
    criteria: int
    same: int
    # None: the two gave everything the same level, so that chance alone would agree as well.
    kappa: float | None

    @property
    def percent(self) -> int:
        """The share of criteria with the same level."""
        return round(100 * self.same / self.criteria)

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to work kappa out from."""
        return self.arguments >= FEWEST

    @property
    def kappa_shown(self) -> str:
        """Kappa with a decimal comma, or why there is none."""
        if not self.is_enough:
            return "for få til at regne på"
        if self.kappa is None:
            return "kan ikke regnes, for alt har fået det samme"
        return f"{self.kappa:.2f}".replace(".", ",").replace("-", "−")


def of(arguments: Iterable[list[Judgement]]) -> Agreement | None:
    """The agreement on the arguments that two have marked, as they did before they saw each other's; None on none.

    Of two people each is one side throughout, whoever was first.
    """
    both = [sorted(marks, key=lambda one: one.by_id) for marks in map(_marks, arguments) if len(marks) == 2]
    pairs = [pair for one, other in both for pair in _pairs(one, other)]
    if not pairs:
        return None
    return Agreement(len(both), len(pairs), sum(a == b for a, b in pairs), weighted_kappa(pairs))


def weighted_kappa(pairs: Sequence[Pair]) -> float | None:
    """One less the disagreement over that which chance would give; None where chance would give none.

    >>> half = Fraction(1, 2)
    >>> round(weighted_kappa([(Fraction(0), Fraction(0)), (half, Fraction(1)), (Fraction(1), Fraction(1))]), 3)
    0.667
    """
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum((abs(a - b) for a, b in pairs), Fraction(0)) / len(pairs)
    by_chance = sum(abs(a - b) * n * m for a, n in ones.items() for b, m in others.items())
    by_chance = Fraction(by_chance) / len(pairs) ** 2
    return float(1 - seen / by_chance) if by_chance else None


def _marks(found: list[Judgement]) -> list[Judgement]:
    return [one for one in found if one.place != Judgement.Place.AGREED]


def _pairs(one: Judgement, other: Judgement) -> list[Pair]:
    return [(_share(one.points[key]), _share(other.points[key])) for key in one.points]


def _share(given: dict) -> Fraction:
    return Fraction(given["points"]) / given["of"]
