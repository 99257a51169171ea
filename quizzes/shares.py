"""Shares of the whole, as they are kept and as they are read."""

from decimal import ROUND_HALF_UP, Decimal

KEPT = Decimal("0.0001")


def kept(share: Decimal) -> Decimal:
    """A share between 0 and 1 to the four decimals that the database holds."""
    return min(Decimal(1), share).quantize(KEPT, ROUND_HALF_UP)


def percent(share: Decimal | None) -> int | None:
    """A share in whole percent, half up."""
    return None if share is None else int((Decimal(share) * 100).quantize(Decimal(1), ROUND_HALF_UP))
