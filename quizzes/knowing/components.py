"""The things that can be known: each step, figure, outcome and provision of each topic, and each term.

A thing is named by a path: `underretning/rettidig` for a step, `lov/FIL § 48` for a provision, `begreb/regres`
for a term.
"""

from functools import cache

import rules
from rules.reading import JUS, OUTCOME

LAW, TERM = "lov", "begreb"


def of_ask(topic: str, ask: str) -> str:
    """What is asked of a topic: a step, a figure, the outcome or the provision."""
    return f"{topic}/{ask}"


def of_provision(citation: str) -> str:
    """A provision, as the law is cited."""
    return f"{LAW}/{citation}"[:120]


def of_term(slug: str) -> str:
    """A term, by its address."""
    return f"{TERM}/{slug}"


@cache
def label(component: str) -> str:
    """The thing in words; empty for one that no topic asks any longer."""
    kind, _, rest = component.partition("/")
    if kind == LAW:
        return rest
    topic = rules.topics().get(kind)
    if topic is None:
        return ""
    if rest in (JUS, OUTCOME):
        return "Hvilken bestemmelse gælder?" if rest == JUS else topic.question
    for reading in topic.readings.values():
        law = reading.seal()
        if rest in law.figures:
            return law.figures[rest].label
        if place := next((place for place in law.steps if place.key == rest), None):
            return place.step.question
    return ""
