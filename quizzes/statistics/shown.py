"""Shares as a teacher reads them; what cannot be computed says so."""

UNKNOWN = "kan ikke beregnes"


def percent(share: float | None) -> str:
    """`63 %`."""
    return UNKNOWN if share is None else f"{share * 100:.0f} %"


def number(share: float | None) -> str:
    """`0,58`, with a true minus."""
    return (
        UNKNOWN
        if share is None
        else f"{share:.2f}".replace("-0.00", "0.00").replace(".", ",").replace("-", "−")
    )
