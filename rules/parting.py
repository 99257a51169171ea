"""Where the ways of two decisions of one reading part: the first step that is answered differently."""

from dataclasses import dataclass
from typing import Any

from rules import danish
from rules.decision import Decision
from rules.steps import Place
from rules.values import plain

OPEN = "Det er et skøn"


@dataclass(frozen=True, slots=True)
class Parting:
    """The step, as it is asked on the changed facts, and its two answers in words."""

    key: str
    question: str
    citation: str
    before: str
    after: str


def parting(before: Decision, after: Decision) -> Parting | None:
    """The first step at which the second decision goes another way; None where both go the same way."""
    answers = dict(_answered(after))
    for place, answer in _answered(before):
        if place not in answers:
            return None
        if plain(answer) != plain(answers[place]):
            question = after.reading.fill(place.step.question, after.view)
            return Parting(place.key, question, place.citation, said(answer), said(answers[place]))
    return None


def said(answer: Any) -> str:
    """An answer to a step in words."""
    if answer is None:
        return OPEN
    text = getattr(answer, "label", None) or danish.show(answer)
    return text[:1].upper() + text[1:]


def _answered(decision: Decision) -> list[tuple[Place, Any]]:
    """Every step of the way with its answer, and last the one that is left to a court."""
    return [*decision.path, *([(decision.open, None)] if decision.open else [])]


__all__ = ["Parting", "parting", "said"]
