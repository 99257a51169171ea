"""What several results come to together: the mean by their weights, without the lowest.

>>> shares = [(Decimal("0.5"), 1), (Decimal(1), 3)]
>>> percent(mean(shares)), percent(mean(shares, drop=1)), percent(mean([]))
(Decimal('87.5'), Decimal('100.0'), None)
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

STEP = Decimal("0.1")


def mean(marks: Iterable[tuple[Decimal, int]], drop: int = 0) -> Decimal | None:
    """The mean of shares by their weights, without the lowest `drop` of them; one is always left."""
    kept = list(marks)
    if drop and kept:
        kept = sorted(kept)[min(drop, len(kept) - 1) :]
    weights = sum(weight for _, weight in kept)
    return sum((share * weight for share, weight in kept), Decimal(0)) / weights if weights else None


def percent(share: Decimal | None) -> Decimal | None:
    """A share in percent, to one decimal."""
    return None if share is None else (100 * share).quantize(STEP, ROUND_HALF_UP)


def weighted(marks: Iterable[tuple[Decimal, int]], drop: int = 0) -> Decimal | None:
    """The percent of shares by their weights, without the lowest `drop` of them.

    >>> weighted([(Decimal("0.5"), 1), (Decimal(1), 3)])
    Decimal('87.5')
    """
    return percent(mean(marks, drop))
