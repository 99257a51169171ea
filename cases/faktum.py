"""Faktum: which of the facts that the story tells matter to the question.

Nobody types what matters: the rules prove it by a change that turns a step, a figure or the outcome.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import rules
from rules import danish, relevance
from rules.asking import Item
from rules.grading import Judged
from rules.reading import Reading

FAKTUM, FACTS = "faktum", "facts"
FEWEST = 3
QUESTION = "Hvilke oplysninger har betydning for svaret?"


def item(question: dict[str, Any], reading: Reading, facts: Any, *, answered: bool) -> Item | None:
    """The facts that this question's story tells, to choose among; None where there is nothing to choose."""
    told = offered(question, reading)
    if len(told) < FEWEST or not _proofs(reading, facts).keys() & set(told):
        return None
    spec_of = reading.topic.spec_of
    choices = {name: f"{spec_of[name].label.rstrip('?')}: {_shown(spec_of[name], facts)}" for name in told}
    return Item(FAKTUM, FAKTUM, FACTS, QUESTION, "Oplysninger", "", choices, answered)


def offered(question: dict[str, Any], reading: Reading) -> list[str]:
    """The told facts in the order of the topic; none in what was frozen before the part was asked."""
    told = set(question.get("told", ()))
    return [name for name in reading.topic.spec_of if name in told]


def judge(
    question: dict[str, Any], reading: Reading, facts: Any, given: Iterable[str] | None
) -> Judged | None:
    """The choice judged: each fact rightly chosen earns, each wrongly chosen takes the same away."""
    if item(question, reading, facts, answered=given is not None) is None:
        return None
    told, proofs = offered(question, reading), _proofs(reading, facts)
    matters = [name for name in told if name in proofs]
    chosen = [name for name in told if given and name in given]
    right = chosen == matters
    hits = len(set(chosen) & set(matters)) - len(set(chosen) - set(matters))
    return Judged(
        part=FAKTUM,
        key=FAKTUM,
        given=chosen if given else None,
        expected=matters,
        status="rigtig" if right else "forkert",
        mistake=None,
        remark=_remark(reading, chosen, matters),
        citation=str(reading.jus[0]),
        question=QUESTION,
        counts=True,
        share=1.0,
        earned=max(0, hits) / len(matters),
    )


def shown(reading: Reading, names: Iterable[str] | None) -> str:
    """Chosen facts as they are printed."""
    labels = [
        reading.topic.spec_of[name].label.rstrip("?") for name in names or () if name in reading.topic.spec_of
    ]
    return "; ".join(labels)


def _shown(spec, facts: Any) -> str:
    value = getattr(facts, spec.name)
    return spec.absent if value is None else spec.printed(value)


def _proofs(reading: Reading, facts: Any) -> dict[str, relevance.Turn]:
    found = _relevance(reading.topic.key, facts, reading.key)
    return {name: turn for name, turn in found.items() if turn is not None}


@lru_cache(maxsize=1024)
def _relevance(topic: str, facts: Any, reading: str) -> dict[str, relevance.Turn | None]:
    return relevance.relevance(rules.topic(topic), facts, reading)


def _remark(reading: Reading, chosen: list[str], matters: list[str]) -> str:
    """What is missing and what was chosen in vain, without a word of the answers that are still to come."""
    label = {name: f"»{reading.topic.spec_of[name].label.rstrip('?')}«" for name in (*matters, *chosen)}
    missing = [label[name] for name in matters if name not in chosen]
    in_vain = [label[name] for name in chosen if name not in matters]
    said = []
    if missing:
        said.append(f"{danish.join(missing)} betyder noget: en anden oplysning der kan alene ændre et svar.")
    if in_vain:
        said.append(f"{danish.join(in_vain)} kan være anderledes, uden at noget svar i sagen ændrer sig.")
    return " ".join(said) or "Hver af dem kan alene ændre et svar, og de andre kan ikke."
