"""A round of practice: what is due and what is weak, always on new facts, and the mistake behind a wrong answer."""

from django.utils import timezone

import rules
from authoring.registry import reading_of
from quizzes import chance, start
from quizzes.knowing import choosing, evidence
from quizzes.models import Attempt
from quizzes.refusals import CannotStart

TITLE = "Øv 10 minutter"


def begin(user, topic="") -> Attempt:
    """A round of practice, or the one that is open already."""
    if begun := start.open_practice(user, None):
        return begun
    evidence.count(user)
    seed, reading = start.new_seed(), reading_of(user)
    random = chance.of(seed)
    planned = choosing.plan(evidence.masteries(user), random, reading, timezone.now(), topic)
    frozen = {"items": [], "plan": planned}
    if not choosing.from_plan(frozen, random, reading):
        raise CannotStart("Der er ingen spørgsmål at øve lige nu. Prøv igen senere.")
    title = f"{TITLE}: {rules.topic(topic).title}" if topic else TITLE
    return start.begin(user, None, title, frozen["items"], seed=seed, reading=reading, plan=frozen["plan"])


def go_on(attempt: Attempt) -> None:
    """Put the next question on the round, chosen by what has been answered."""
    chosen = {key: response.chosen for key, response in attempt.answers.items()}
    random = chance.of(attempt.seed, len(attempt.items))
    before = len(attempt.frozen["items"])
    if attempt.items[-1].key in chosen and choosing.go_on(attempt.frozen, chosen, random, attempt.reading):
        attempt.max_points += len(attempt.frozen["items"]) - before
    attempt.save(update_fields=["frozen", "max_points"])
    attempt.__dict__.pop("items", None)
