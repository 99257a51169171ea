"""Which of several attempts at a quiz counts."""

from decimal import Decimal

from quizzes import shares

RULES = {"first": "Det første", "best": "Det bedste", "last": "Det seneste", "mean": "Gennemsnittet"}

# The same as a student reads it of the own rounds.
OWN = {
    "first": "din første omgang",
    "best": "din bedste omgang",
    "last": "din seneste omgang",
    "mean": "gennemsnittet af dine omgange",
}


def counting(rule: str, totals: list[Decimal]) -> Decimal | None:
    """The total that counts of those handed in, oldest first; None while there is none."""
    if not totals:
        return None
    if rule == "mean":
        return shares.kept(sum(totals, Decimal(0)) / len(totals))
    return {"first": totals[0], "last": totals[-1], "best": max(totals)}[rule]
