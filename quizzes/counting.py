"""What the answers of an attempt earn together, with and without certainty."""

from decimal import Decimal

from quizzes import certainty, shares
from quizzes.items import Item


def most(items: list[dict], *, sure: bool, graded_by_hand: bool) -> int:
    """The points that can be earned; in øve an argument, which no teacher reads there, earns none."""
    counted = [item for item in (Item(data, 0) for data in items) if item.kind.is_graded or graded_by_hand]
    return sum(item.worth * (certainty.MOST if sure else 1) for item in counted)


def earned(attempt) -> Decimal:
    """The points earned, never below 0; what waits for a teacher earns nothing yet."""
    found = (_earned(attempt, item) for item in attempt.items if item.key in attempt.answers)
    return min(max(Decimal(0), sum(found, Decimal(0))), Decimal(attempt.max_points))


def share(attempt, points: Decimal) -> Decimal:
    """The points over what can be earned."""
    return shares.kept(points / attempt.max_points) if attempt.max_points else Decimal(0)


def _earned(attempt, item: Item) -> Decimal:
    response = attempt.answers[item.key]
    if response.points is None:
        return Decimal(0)
    if not attempt.asks_certainty:
        return response.points * item.worth
    if not item.kind.is_graded:
        return response.points * item.worth * certainty.MOST
    return certainty.mark(response.points, response.certainty or certainty.LEAST) * item.worth
