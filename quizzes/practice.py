"""A round of practice: what is due and what is weak, always on new facts, and the mistake behind a wrong answer."""

from django.utils import timezone

import rules
from authoring.registry import reading_of
from quizzes import chance, counting, start
from quizzes.knowing import choosing, evidence
from quizzes.knowing.components import TERM
from quizzes.knowing.terms import Terms
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
    terms = Terms(user)
    known, now = evidence.counted(user), timezone.now()
    planned = choosing.plan(known, random, reading, now, topic, terms.askable(topic))
    asked = terms.questions([what for kind, what in planned if kind == TERM], random, reading)
    ready = [[kind, asked.get(what) if kind == TERM else what] for kind, what in planned]
    frozen = {"items": [], "plan": [thing for thing in ready if thing[1]]}
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
        attempt.max_points += counting.most(
            attempt.frozen["items"][before:], sure=False, graded_by_hand=False
        )
    attempt.save(update_fields=["frozen", "max_points"])
    attempt.__dict__.pop("items", None)
