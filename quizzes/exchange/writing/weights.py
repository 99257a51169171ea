"""What each answer of a choice is worth in percent: as the bank marks it."""

from quizzes.exchange.draft import Draft, Row


def weight(draft: Draft, row: Row) -> str:
    """All for the one right answer; of several each its part, and a wrong choice takes one part away."""
    if draft.kind != "multiple":
        return "100" if row.right else "0"
    part = f"{100 / sum(one.right for one in draft.rows):.5f}".rstrip("0").rstrip(".")
    return part if row.right else f"-{part}"
