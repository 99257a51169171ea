"""Mit kort: what a person knows, by topic, by provision and by the terms of each section, and what to do next."""

from dataclasses import dataclass, field
from datetime import datetime

import rules
from lessons.danish_order import danish_order
from lessons.models import Term
from quizzes import generated
from quizzes.knowing import components, tracing
from quizzes.knowing.terms import Taught
from quizzes.models import Mastery

FEWEST, SHOWN = 3, 3


@dataclass
class Place:
    """One topic, provision or section with its terms on the map."""

    title: str
    topic: rules.Topic | None = None
    things: int = 0
    rows: list[Mastery] = field(default_factory=list)
    now: datetime | None = None
    taught: Taught | None = None

    @property
    def answers(self) -> int:
        """How many answers it rests on."""
        return sum(row.answers for row in self.rows)

    @property
    def is_told(self) -> bool:
        """Whether there are answers enough to say how much is known."""
        return self.answers >= FEWEST

    @property
    def mastered(self) -> int:
        """How many of its things are as good as certain."""
        return sum(row.known >= tracing.MASTERED for row in self.rows)

    @property
    def share(self) -> float:
        """How much of it is known, from 0 to 1; what has not been asked counts for nothing."""
        return sum(row.known for row in self.rows) / max(self.things, len(self.rows), 1)

    @property
    def percent(self) -> int:
        """The same in whole percent."""
        return round(100 * self.share)

    @property
    def due(self) -> int:
        """How many of its things are due again."""
        return sum(bool(row.due_at and self.now and row.due_at <= self.now) for row in self.rows)

    @property
    def words(self) -> str:
        """How sure this is, in words that do not promise more than the answers can bear."""
        if not self.answers:
            return "Ingen svar endnu"
        if not self.is_told:
            return "For få svar til at sige noget"
        if self.things and self.mastered == self.things:
            return "Sidder fast"
        if self.share >= tracing.KNOWING.known:
            return "På vej"
        return "Øv mere"

    @property
    def weakest(self) -> str:
        """The thing that is known least, in words; empty while too little is known."""
        if not self.is_told or self.topic is None:
            return ""
        row = min(self.rows, key=lambda one: one.known)
        return components.label(row.component) if row.known < tracing.MASTERED else ""

    @property
    def to_read(self) -> list[Term]:
        """The terms of a section that are not known for sure, the least known first; those never asked come last."""
        if self.taught is None:
            return []
        known = {row.component: row.known for row in self.rows}
        unsure = [
            (known.get(components.of_term(term.slug), 1.0), term)
            for term in self.taught.terms
            if known.get(components.of_term(term.slug), 0.0) < tracing.MASTERED
        ]
        return [term for _known, term in sorted(unsure, key=lambda one: one[0])][:SHOWN]


def topics(known: dict[str, Mastery], reading: str, now: datetime) -> list[Place]:
    """Every topic, those that need work first, then the new, then those that sit."""
    places = []
    for topic in rules.topics().values():
        asks = {components.of_ask(topic.key, ask.key) for ask in generated.askable(topic, reading)}
        rows = [row for key, row in known.items() if key in asks]
        places.append(Place(topic.title, topic, len(asks), rows, now))
    return sorted(places, key=lambda place: (not place.answers, place.share))


def provisions(known: dict[str, Mastery], now: datetime) -> list[Place]:
    """Every provision that an answer has rested on, in the order of the law."""
    rows = [row for key, row in known.items() if key.startswith(f"{components.LAW}/")]
    places = [Place(components.label(row.component), None, 1, [row], now) for row in rows]
    return sorted(places, key=lambda place: danish_order(place.title))


def sections(known: dict[str, Mastery], taught: list[Taught], now: datetime) -> list[Place]:
    """Every section with a term that was asked for, in the order of the book."""
    places = []
    for one in taught:
        named = [components.of_term(term.slug) for term in one.terms]
        rows = [known[component] for component in named if component in known]
        places.append(Place(one.section.title, None, len(named), rows, now, one))
    return [place for place in places if place.answers]
