"""What to practise: every topic of the law, the weak ones first, always on new facts."""

from dataclasses import dataclass
from random import Random

from django.db.models import Count, Sum

import rules
from authoring.registry import reading_of
from quizzes import chance, freezing, generated, start
from quizzes.models import Attempt, Response
from quizzes.refusals import CannotStart

COUNT = 8
TITLE = "Øv 10 minutter"


@dataclass(frozen=True)
class Standing:
    """How a person does at one topic: answers given and points earned for them."""

    topic: rules.Topic
    answered: int = 0
    points: float = 0

    @property
    def weakness(self) -> float:
        """Between 0 and 1; with no answer yet a half, so that the new and the weak both come up."""
        return 1 - (self.points + 1) / (self.answered + 2)


def standings(user) -> list[Standing]:
    """Every topic as the person stands, the weakest first; one query."""
    told = (
        Response.objects.filter(attempt__user=user)
        .exclude(topic="")
        .exclude(points=None)
        .order_by()
        .values("topic")
    )
    counted = {row["topic"]: row for row in told.annotate(answered=Count("pk"), earned=Sum("points"))}
    found = [
        Standing(topic, counted[key]["answered"], float(counted[key]["earned"]))
        if key in counted
        else Standing(topic)
        for key, topic in rules.topics().items()
    ]
    return sorted(found, key=lambda standing: -standing.weakness)


def begin(user, topic="") -> Attempt:
    """A round of practice, or the one that is open already."""
    if begun := start.open_practice(user, None):
        return begun
    seed = start.new_seed()
    weak = [standing for standing in standings(user) if topic in ("", standing.topic.key)]
    reading = reading_of(user)
    frozen = pick(weak, chance.of(seed), reading)
    if not frozen:
        raise CannotStart("Der er ingen spørgsmål at øve lige nu. Prøv igen senere.")
    title = f"{TITLE}: {weak[0].topic.title}" if topic else TITLE
    return start.begin(user, None, title, frozen, seed=seed, reading=reading)


def pick(standings: list[Standing], random: Random, reading: str) -> list[dict]:
    """Up to `COUNT` questions, weak topics oftener, the same question never twice on its way."""
    waiting = {standing.topic.key: generated.askable(standing.topic, reading) for standing in standings}
    weights = {standing.topic.key: standing.weakness**2 for standing in standings}
    picked: list[dict] = []
    while len(picked) < COUNT and any(waiting.values()):
        topics = [key for key, asks in waiting.items() if asks]
        key = random.choices(topics, [weights[topic] for topic in topics])[0]
        ask = waiting[key].pop(random.randrange(len(waiting[key])))
        try:
            made = generated.make(key, ask.key, random.randrange(2**31), reading)
        except generated.CannotAsk:
            continue
        picked.append(freezing.of_generated(made))
    return picked
