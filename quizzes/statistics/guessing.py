"""What somebody who guesses can expect of a question, as a share of its points (Moodle's random guess score)."""

TYPED = {"number", "date", "citation", "short", "gaps"}


def share(item: dict) -> float | None:
    """The expected share of a guess at a frozen question; None where guessing cannot be put into a number.

    One of n options: 1/n. True or false with a reason: half is earned by a wrong reason on the right side.
    An ordering gives each pair of neighbours a chance of 1/n, a matching each row 1 over the partners. What is
    typed cannot be guessed; where any number may be ticked, nobody knows how many a guesser ticks.
    """
    kind, rows = item["kind"], item.get("options", [])
    if kind in TYPED:
        return 0.0
    if kind == "matching":
        return 1 / len(item["partners"]) if item.get("partners") else None
    if kind == "truefalse":
        return _of_sides(rows)
    return 1 / len(rows) if rows and kind in {"single", "generated", "ordering", "hottext"} else None


def _of_sides(rows: list[dict]) -> float | None:
    side = next((row["partner"] for row in rows if row["right"]), None)
    same = sum(row["partner"] == side for row in rows) - 1
    return (1 + 0.5 * same) / len(rows) if side else None
