"""The facts of one variant: the case's own, or drawn anew from a seed.

Only what the story tells is drawn; the rest stays as the author set it, since a student could not know
that it had changed.
"""

from dataclasses import dataclass
from random import Random
from typing import Any

from cases import links, stories
from rules.story import names as names_of
from rules.variants import NoVariant, variant

__all__ = ["Drawn", "NoVariant", "draw"]


@dataclass(frozen=True)
class Drawn:
    """One variant: (question key, topic, facts) for each question, and who the people are."""

    sheets: list[stories.Sheet]
    names: dict[str, str]


def draw(case, questions: list, reading: str, seed: int | None, level: str = "original") -> Drawn:
    """The facts and names of a variant; without a seed those of the case itself.

    Raises `NoVariant` when nothing that can be told comes out of the seed.
    """
    if seed is None:
        return Drawn(_own(questions, reading), names_of(0) | case.names)
    asked = [(question.key, question.law) for question in questions]
    told = stories.told_facts(case.story, asked)
    sheets: list[stories.Sheet] = []
    # A fact of the same name and kind is the same fact in every question of the case.
    shared: dict[tuple[str, str], Any] = {}
    for question in questions:
        own = question.read_facts()
        keep = {
            spec.name: shared.get((spec.name, spec.kind), getattr(own, spec.name))
            for spec in question.law.specs
            if (spec.name, spec.kind) in shared or (question.key, spec.name) not in told
        } | _linked(question, sheets, reading)
        facts = _draw(question.law, seed, reading, level, keep)
        shared |= {(spec.name, spec.kind): getattr(facts, spec.name) for spec in question.law.specs}
        sheets.append((question.key, question.law, facts))
    return Drawn(sheets, names_of(seed))


def _own(questions: list, reading: str) -> list[stories.Sheet]:
    return links.along(((one.key, one.law, one.facts, one.links) for one in questions), reading)


def _linked(question, earlier: list[stories.Sheet], reading: str) -> dict[str, Any]:
    """The facts that earlier questions of the case decide."""
    return links.decided(question.links, earlier, reading)


def _draw(topic, seed: int, reading: str, level: str, keep: dict[str, Any]):
    if level == "traps":
        mistakes = [mistake.key for mistake in topic.reading_for(reading).mistakes if mistake.function]
        Random(seed).shuffle(mistakes)  # noqa: S311 - a variant is reproduced from its seed
        for mistake in mistakes:
            try:
                return variant(topic, seed, reading, mistake=mistake, keep=keep).facts
            except NoVariant:
                continue
    return variant(topic, seed, reading, keep=keep).facts
