"""When a thing is due again: the memory model FSRS, through its own library, with its published parameters.

Open Spaced Repetition, "Free Spaced Repetition Scheduler", version 6. A review is an answer: right is "good",
right in part "hard", wrong "again". Without steps of minutes: a round of practice is not repeated the same hour.
"""

from datetime import datetime
from typing import Any

from fsrs import Card, Rating, Scheduler

ALMOST, SOME = 0.99, 0.34
scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())


def reviewed(card: dict[str, Any] | None, share: float, at: datetime) -> dict[str, Any]:
    """The card, as plain data, after an answer at this time that earned this share of its points."""
    known = Card.from_dict(card) if card else Card(card_id=0)  # type: ignore[arg-type]
    now, _log = scheduler.review_card(known, _rating(share), at)
    return dict(now.to_dict())


def due(card: dict[str, Any]) -> datetime:
    """When the chance of remembering has fallen to nine in ten."""
    return datetime.fromisoformat(card["due"])


def _rating(share: float) -> Rating:
    if share >= ALMOST:
        return Rating.Good
    return Rating.Hard if share >= SOME else Rating.Again
