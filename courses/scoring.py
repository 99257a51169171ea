"""What several tries at several items come to: which tries count, and the weighted mean of the items.

>>> shares = (Decimal(3) / 10, Decimal(5) / 10, Decimal(8) / 10)
>>> third, half, most = (Try(number, share, share) for number, share in enumerate(shares, 1))
>>> [one.number for one in counting([third, most, half], BEST)], share([third, half], MEAN)
([3], Decimal('0.4'))
>>> weighted([(Decimal("0.5"), 1), (Decimal(1), 3), (Decimal(0), 0)])
Decimal('0.875')
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

FIRST, BEST, LAST, MEAN = "first", "best", "last", "mean"
COUNTS = (FIRST, BEST, LAST, MEAN)
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Try:
    """One try that is handed in: what its answers earned, and what being late leaves of that."""

    number: int
    earned: Decimal
    kept: Decimal
    late_days: int = 0


def counting(tries: Sequence[Try], counts: str) -> list[Try]:
    """The tries that count. Of two that are equally good the first."""
    if len(tries) < 2:
        return list(tries)
    if counts == FIRST:
        return [min(tries, key=lambda one: one.number)]
    if counts == LAST:
        return [max(tries, key=lambda one: one.number)]
    if counts == BEST:
        return [max(tries, key=lambda one: (one.kept, -one.number))]
    return sorted(tries, key=lambda one: one.number)


def share(tries: Sequence[Try], counts: str) -> Decimal:
    """The share of an item that counts; nothing where nothing is handed in."""
    return mean([one.kept for one in counting(tries, counts)])


def mean(shares: Sequence[Decimal]) -> Decimal:
    """The mean of shares; of none nothing."""
    if len(shares) == 1:
        return shares[0]
    return sum(shares, NOTHING) / len(shares) if shares else NOTHING


def weighted(items: Iterable[tuple[Decimal, int]]) -> Decimal:
    """The mean of shares by their weights; where nothing has a weight it is nothing."""
    known = list(items)
    if len(known) == 1 and known[0][1]:
        return known[0][0]
    weights = sum(weight for _, weight in known)
    return sum((share * weight for share, weight in known), NOTHING) / weights if weights else NOTHING
