"""The way through a case: what is asked, in which order, given what this student has answered.

One question after the other; within a question the rules ask along the student's own path. A link lets
an earlier question decide a fact: for the path and for the marks it is the student's own outcome.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import rules
from cases import faktum, links
from cases.faktum import FACTS, FAKTUM
from rules import asking

JUS, STEPS, FIGURES, OUTCOME = "jus", "steps", "figures", "outcome"


@dataclass(frozen=True)
class Place:
    """One item of the path: where it belongs, what is asked, and the row that answers it."""

    question: str
    slot: str
    item: Any
    reading: Any
    answer: Any = None

    @property
    def key(self) -> str:
        """The key of the step or figure; `jus` and `outcome` for the other two."""
        return self.item.key

    @property
    def name(self) -> str:
        """The name of its field, and the anchor on the page."""
        return f"{self.question}-{self.slot}-{self.key}"

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, right or wrong."""
        return self.answer is not None


@dataclass
class Stretch:
    """One question of the case: its topic, the facts as this student's path has them, and its items."""

    key: str
    topic: Any
    reading: Any
    facts: Any
    given: dict[str, Any]
    places: list[Place] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        """Whether everything that is asked is answered."""
        return bool(self.places) and all(place.is_answered for place in self.places)


@dataclass(frozen=True)
class Progress:
    """How far along the path: what is answered, and what waits for an answer now."""

    answered: int
    waiting: list[str]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to answer."""
        return not self.waiting


def progress(frozen: dict[str, Any], reading: str, answers: Iterable) -> Progress:
    """How many answers stand on the path, and the questions that are asked and not answered.

    When the last question is not reached yet, the ones that follow it are named by their titles.
    """
    stretches = list(walk(frozen, reading, answers))
    places = [place for stretch in stretches for place in stretch.places]
    waiting = [place.item.question for place in places if not place.is_answered]
    later = [question["title"] for question in frozen["questions"][len(stretches) :]]
    return Progress(len(places) - len(waiting), waiting + later)


def given_of(answers: Iterable) -> dict[str, dict[str, Any]]:
    """The answers of every question, in the shape in which the rules take them."""
    given: dict[str, dict[str, Any]] = {}
    for row in answers:
        of_question = given.setdefault(row.question, {"steps": {}, "figures": {}})
        if row.part == FACTS:
            continue
        if row.part == JUS:
            of_question["jus"] = [row.value]
        elif row.part == OUTCOME:
            of_question["outcome"] = row.value
        else:
            of_question[row.part][row.key] = row.value
    return given


def walk(frozen: dict[str, Any], reading: str, answers: Iterable) -> Iterator[Stretch]:
    """The questions that are asked so far: a question comes when the one before it is answered."""
    rows = {(row.question, row.part, row.key): row for row in answers}
    for stretch, question in zip(
        _stretches(frozen, reading, given_of(rows.values())), frozen["questions"], strict=True
    ):
        for item in _items(frozen, question, stretch, rows):
            stretch.places.append(_place(stretch, item, rows))
        yield stretch
        if not stretch.is_done:
            return


def _items(frozen: dict[str, Any], question: dict[str, Any], stretch: Stretch, rows: dict) -> Iterator:
    """What is asked now: the facts that matter first, and then what the rules ask."""
    if frozen["weights"].get(FAKTUM):
        answered = (stretch.key, FACTS, FAKTUM) in rows
        first = faktum.item(question, stretch.reading, stretch.facts, answered=answered)
        if first is not None:
            yield first
            if not answered:
                return
    yield from asking.asked(stretch.topic, stretch.facts, stretch.given, stretch.reading.key)


def sheets(frozen: dict[str, Any], reading: str, answers: Iterable) -> list[Stretch]:
    """Every question of the case, asked or not yet, with the facts as this student's path has them."""
    return list(_stretches(frozen, reading, given_of(answers)))


def _stretches(frozen: dict[str, Any], reading: str, given: dict[str, dict[str, Any]]) -> Iterator[Stretch]:
    sheets: dict[str, Any] = {}
    for question in frozen["questions"]:
        topic = rules.topic(question["topic"])
        facts = _linked(topic, question, given, sheets)
        sheets[question["key"]] = facts
        own = given.get(question["key"], {})
        yield Stretch(question["key"], topic, topic.reading_for(reading), facts, own)


def _linked(topic, question: dict[str, Any], given: dict[str, dict[str, Any]], sheets: dict[str, Any]):
    outcomes = {key: own.get("outcome") for key, own in given.items()}
    try:
        return topic.read(question["facts"] | links.carried(question["links"], outcomes, sheets))
    except rules.FactError:
        # The student's own premise makes facts that cannot be; the case's own are asked instead.
        return topic.read(question["facts"])


def _place(stretch: Stretch, item, rows: dict) -> Place:
    slot = slot_of_key(stretch.reading, item.key)
    return Place(stretch.key, slot, item, stretch.reading, rows.get((stretch.key, slot, item.key)))


def slot_of_key(reading, key: str) -> str:
    """Where among the rules' answers an item belongs."""
    if key in (JUS, OUTCOME):
        return key
    if key == FAKTUM:
        return FACTS
    return FIGURES if key in reading.figures else STEPS
