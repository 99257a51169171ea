"""Variance and covariance over whole numbers, exact until the last division.

None wherever a number cannot be had: fewer than two pairs, or nothing that varies.
"""

from collections.abc import Sequence
from math import sqrt


def co(xs: Sequence[int], ys: Sequence[int]) -> int:
    """n · Σxy − Σx · Σy, which is n(n − 1) times the covariance; a whole number."""
    products = sum(x * y for x, y in zip(xs, ys, strict=True))
    return len(xs) * products - sum(xs) * sum(ys)


def covariance(xs: Sequence[int], ys: Sequence[int]) -> float | None:
    """The sample covariance, over n − 1."""
    n = len(xs)
    return co(xs, ys) / (n * (n - 1)) if n > 1 else None


def variance(xs: Sequence[int]) -> float | None:
    """The sample variance, over n − 1."""
    return covariance(xs, xs)


def deviation(xs: Sequence[int]) -> float | None:
    """The sample standard deviation."""
    found = variance(xs)
    return None if found is None else sqrt(found)


def correlation(xs: Sequence[int], ys: Sequence[int]) -> float | None:
    """Pearson's r; None where one of the two does not vary."""
    of_both = co(xs, xs) * co(ys, ys)
    return max(-1.0, _within(co(xs, ys) / sqrt(of_both))) if of_both else None


def reached(xs: Sequence[int], ys: Sequence[int]) -> float | None:
    """The covariance over the largest that the same marks could have, both sorted; None where that is 0."""
    largest = co(sorted(xs), sorted(ys))
    return _within(co(xs, ys) / largest) if largest else None


def _within(share: float) -> float:
    """A share that rounding may have pushed over the edge."""
    return min(1.0, share)
