"""Certainty-based marking: being sure pays when it is right and costs when it is wrong."""

from decimal import Decimal

LEAST, MOST = 1, 3
LEVELS = {1: "1: Usikker", 2: "2: Ret sikker", 3: "3: Sikker"}
RIGHT = {1: 1, 2: 2, 3: 3}
WRONG = {1: 0, 2: -2, 3: -6}


def mark(share: Decimal, level: int) -> Decimal:
    """Points for an answer at a level: +1, +2 or +3 when right, 0, -2 or -6 when wrong.

    A partly right answer lies between the two in the proportion of its share. Answering at the level that fits
    what one knows pays best: 1 below 67 %, 3 above 80 %, else 2.

    >>> mark(Decimal(1), 3), mark(Decimal(0), 3), mark(Decimal("0.5"), 2)
    (Decimal('3'), Decimal('-6'), Decimal('0.0'))
    """
    return share * RIGHT[level] + (1 - share) * WRONG[level]
