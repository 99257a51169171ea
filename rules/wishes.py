"""A wished outcome held against a decision: whether it is reached, and else where the way went elsewhere."""

from dataclasses import dataclass
from typing import Any

from rules.decision import Decision
from rules.parting import OPEN, said
from rules.premises import options
from rules.reading import GAELDENDE_RET, PENSUM, TITLES, Reading
from rules.steps import Place

SPEAKERS = {PENSUM: "bogen", GAELDENDE_RET: "loven"}


@dataclass(frozen=True, slots=True)
class Wish:
    """One wanted outcome on given facts; where it does not hold, the step at which the way went elsewhere."""

    reading: str
    wanted: str
    holds: bool
    says: str
    question: str = ""
    answer: str = ""
    citation: str = ""

    @property
    def title(self) -> str:
        """The reading's name."""
        return TITLES[self.reading]

    @property
    def speaker(self) -> str:
        """Who says it: the book or the law."""
        return SPEAKERS[self.reading]


def wish(decision: Decision, wanted: str, sentence: str) -> Wish:
    """The wish held against a decision."""
    law, says = decision.reading, decision.text or f"{OPEN}."
    if decision.outcome == wanted:
        return Wish(law.key, sentence, True, says)
    place, answer = _left(decision, wanted)
    question = law.fill(place.step.question, decision.view)
    return Wish(law.key, sentence, False, says, question, said(answer), place.citation)


def _left(decision: Decision, wanted: str) -> tuple[Place, Any]:
    """The last step from which the wanted outcome could still be reached, with the answer that led elsewhere."""
    if decision.open is not None:
        return decision.open, None
    unmet, left = False, decision.path[0]
    for place, answer in decision.path:
        for other in options(place):
            if other != answer and wanted in _leads(decision.reading, place, other, unmet):
                left = (place, answer)
        unmet = unmet or _is_ground(place, answer)
    return left


def _leads(law: Reading, place: Place, answer: Any, unmet: bool) -> set[str]:
    """The outcomes to which this answer can lead."""
    waiting, seen, ends = [(place.next(answer), unmet or _is_ground(place, answer))], set(), set()
    while waiting:
        at, is_unmet = waiting.pop()
        if type(at) is not Place:
            ends.add((at if at is not None else law.ended(is_unmet)).name)
        elif (at.key, is_unmet) not in seen:
            seen.add((at.key, is_unmet))
            waiting += [(at.next(one), is_unmet or _is_ground(at, one)) for one in options(at)]
    return ends


def _is_ground(place: Place, answer: Any) -> bool:
    return place.ground is not None and answer == place.ground


__all__ = ["SPEAKERS", "Wish", "wish"]
