"""Which facts matter: a fact is relevant when some change of it alone turns a step, a figure or the outcome.

>>> import rules
>>> topic = rules.topic("factoring")
>>> facts = topic.read({"fakturabeloeb": 100000, "solgt": "2026-03-02", "betalt": "2026-04-01", "betalt_til": "factoringbank"})
>>> [name for name, turn in relevance(topic, facts).items() if turn is None]
['fakturabeloeb', 'solgt', 'denuntieret', 'betalt']
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.decision import Decision, decide, rounded
from rules.flips import probes
from rules.reading import OUTCOME, PENSUM
from rules.values import plain

if TYPE_CHECKING:
    from rules.topic import Topic


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of one fact, and the first thing that it turns: a step's key, a figure's key or "outcome"."""

    fact: str
    changed: Any
    turns: str
    before: Any
    after: Any


def relevance(topic: "Topic", facts: Any, reading: str = PENSUM) -> dict[str, Turn | None]:
    """Each fact that the reading can look at with a change that shows that it matters, or None where no change does.

    Dates and amounts are tried to both sides, near and far, and around every threshold; lists with their order turned
    and shortened. The proof is the change itself; that none was found is as good as what was tried.
    """
    law = topic.reading_for(reading)
    start = decide(law, facts)
    shown = _shown(start)
    found: dict[str, Turn | None] = {}
    for spec in topic.specs:
        if spec.reading in (None, law.key):
            found[spec.name] = next(_turns(topic, facts, spec.name, start, shown), None)
    return found


def _turns(topic: "Topic", facts: Any, name: str, start: Decision, shown: dict[str, Any]) -> Iterator[Turn]:
    for value, changed in probes(start, facts, topic.spec_of[name]):
        for key, after in _shown(decide(start.reading, changed)).items():
            if after != shown.get(key):
                yield Turn(name, value, key, shown.get(key), after)


def _shown(decision: Decision) -> dict[str, Any]:
    """Every answer, figure and the outcome, as far as the path asks for them."""
    answers = {place.key: plain(answer) for place, answer in decision.path}
    figures = {key: plain(rounded(figure(decision.view))) for key, figure in decision.reading.figures.items()}
    return {OUTCOME: decision.outcome or decision.possible} | answers | figures


__all__ = ["Turn", "relevance"]
