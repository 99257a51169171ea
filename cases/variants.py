"""The facts of one variant: the case's own, or drawn anew from a seed at one of three levels.

Only what the story tells is drawn; the rest stays as the author set it, since a student could not know
that it had changed. How often is tried is counted, never timed: a seed gives the same variant everywhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from cases import links, stories
from cases.aiming import Aim
from rules.story import names as names_of
from rules.variants import NoVariant, variant

__all__ = ["Drawn", "NoVariant", "draw"]

NEAR, TRAPS = "near", "traps"
TRIES, TRIES_NEAR, TRIES_TRAP = 60, 4, 15
TRAPS_TRIED, RESTARTS = 3, 4
# Far from every seed that is drawn for a walkthrough.
STRIDE = 2**32


@dataclass(frozen=True)
class Drawn:
    """One variant: (question key, topic, facts) for each question, who the people are, and how it was drawn.

    `how` tells for a question what the facts were drawn for; it names mistakes and never leaves the server.
    """

    sheets: list[stories.Sheet]
    names: dict[str, str]
    how: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def aimed(self) -> bool:
        """Whether the facts practise what they were to practise."""
        return any(one.get("aimed") for one in self.how.values())


def draw(
    case, questions: list, reading: str, seed: int | None, level: str = "original", aim: Aim | None = None
) -> Drawn:
    """The facts and names of a variant; without a seed those of the case itself.

    What cannot be drawn at the level is drawn as the case is, and what cannot be drawn at all stays as it is.
    """
    if seed is None:
        return Drawn(_own(questions, reading), names_of(0) | case.names)
    for restart in range(RESTARTS):
        try:
            sheets, how = _sheets(case, questions, reading, seed + restart * STRIDE, level, aim)
        except NoVariant:
            continue
        return Drawn(sheets, names_of(seed), how)
    return Drawn(_own(questions, reading), names_of(seed))


def _sheets(
    case, questions: list, reading: str, seed: int, level: str, aim: Aim | None
) -> tuple[list[stories.Sheet], dict[str, dict[str, Any]]]:
    told = stories.told_facts(case.story, [(question.key, question.law) for question in questions])
    sheets: list[stories.Sheet] = []
    how: dict[str, dict[str, Any]] = {}
    # A fact of the same name and kind is the same fact in every question of the case.
    shared: dict[tuple[str, str], Any] = {}
    for question in questions:
        own = question.read_facts()
        keep = {
            spec.name: shared.get((spec.name, spec.kind), getattr(own, spec.name))
            for spec in question.law.specs
            if (spec.name, spec.kind) in shared or (question.key, spec.name) not in told
        } | _linked(question, sheets, reading)
        wishes = [*_aimed(question, reading, seed, level, aim), *_levels(question.law, seed, reading, level)]
        facts, met = _draw(question.law, seed, reading, keep, wishes)
        if met:
            how[question.key] = met
        shared |= {(spec.name, spec.kind): getattr(facts, spec.name) for spec in question.law.specs}
        sheets.append((question.key, question.law, facts))
    return sheets, how


def _own(questions: list, reading: str) -> list[stories.Sheet]:
    return links.along(((one.key, one.law, one.facts, one.links) for one in questions), reading)


def _linked(question, earlier: list[stories.Sheet], reading: str) -> dict[str, Any]:
    """The facts that earlier questions of the case decide."""
    return links.decided(question.links, earlier, reading)


Wish = tuple[dict[str, Any], dict[str, Any]]


def _draw(topic, seed: int, reading: str, keep: dict[str, Any], wishes: list[Wish]):
    """Facts by the first wish that can be met, and what is remembered of it."""
    for asked, met in wishes:
        try:
            return variant(topic, seed, reading, keep=keep, **asked).facts, met
        except NoVariant:
            continue
    return variant(topic, seed, reading, keep=keep, tries=TRIES).facts, {}


def _aimed(question, reading: str, seed: int, level: str, aim: Aim | None) -> Iterator[Wish]:
    """What practises again the place where the student went wrong, the best first."""
    if aim is None or aim.question != question.key:
        return
    wishes = aim.wishes(question.law.reading_for(reading), seed)
    for number, (where, tries, mistakes) in enumerate(wishes):
        met: dict[str, Any] = {"aimed": True} | ({"mistakes": mistakes} if mistakes else {})
        if level == NEAR and number == 0:
            yield {"where": where, "near": True, "tries": TRIES_NEAR}, met | {"level": NEAR}
        yield {"where": where, "tries": tries}, met


def _levels(topic, seed: int, reading: str, level: str) -> Iterator[Wish]:
    if level == NEAR:
        yield {"near": True, "tries": TRIES_NEAR}, {"level": NEAR}
    if level == TRAPS:
        mistakes = [mistake.key for mistake in topic.reading_for(reading).mistakes if mistake.function]
        Random(seed).shuffle(mistakes)  # noqa: S311 - a variant is reproduced from its seed
        for mistake in mistakes[:TRAPS_TRIED]:
            yield {"mistake": mistake, "tries": TRIES_TRAP}, {"level": TRAPS, "mistakes": [mistake]}
