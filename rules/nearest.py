"""The nearest flip in one sentence: which fact, changed as little as turns the outcome, would have turned it.

>>> import rules
>>> topic = rules.topic("underretning")
>>> facts = topic.read({"privat_kautionist": True, "misligholdt": "2026-01-31", "underrettet": "2026-09-15",
...     "kraevet": "2026-09-20", "misligholdt_beloeb": 62800})
>>> print(nearest(topic, facts, told=["underrettet"]).text)
Havde »Dag for underretning« været 31. juli 2026 eller tidligere, var resultatet blevet et andet: Bankens krav mod kautionisten er i behold.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules import danish
from rules.decision import Decision, decide
from rules.flips import SCALE, Flip, flips, probes
from rules.parting import parting
from rules.reading import PENSUM, reads

if TYPE_CHECKING:
    from rules.topic import Topic

NONE = "Ingen oplysning kan alene give et andet resultat."
FARTHER = {"date": ("tidligere", "senere"), "int": ("færre", "flere")}


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sentence, and the provision of the step at which the way would have parted."""

    text: str
    citation: str


def nearest(topic: "Topic", facts: Any, reading: str = PENSUM, told: Iterable[str] = ()) -> Nearest:
    """The flip that teaches most: of a told fact, looked at late on the way, on a scale, and near."""
    law = topic.reading_for(reading)
    start = decide(law, facts)
    found, known = flips(topic, facts, reading), set(told)
    if not found:
        return Nearest(NONE, "")
    flip = min(found, key=lambda one: (one.fact not in known, *_rank(start, one)))
    turned = decide(law, type(facts)(**facts.__dict__ | {flip.fact: flip.changed}))
    at = parting(start, turned)
    return Nearest(_sentence(topic, start, flip), at.citation if at else str(law.jus[0]))


def _rank(start: Decision, flip: Flip) -> tuple[int, bool, bool, float]:
    way = [place for place, _ in start.path] + ([start.open] if start.open else [])
    late = next((number for number, place in enumerate(reversed(way)) if flip.fact in place.facts), len(way))
    # What somebody did stands in the step itself; what a deadline is counted from, in a figure.
    known = {*start.reading.topic.spec_of}
    within = [figure for place in way[len(way) - 1 - late :][:1] for figure in place.figures]
    is_counted_from = any(flip.fact in reads(figure.function, known)[0] for figure in within)
    is_measured = flip.kind in ("date", *SCALE) and None not in (flip.given, flip.changed)
    return late, is_counted_from, not is_measured, _far(flip)


def _far(flip: Flip) -> float:
    if flip.given is None or flip.changed is None:
        return 0.0
    if flip.kind == "date":
        return float(abs((flip.changed - flip.given).days))
    return float(abs(flip.changed - flip.given)) if flip.kind in SCALE else 0.0


def _sentence(topic: "Topic", start: Decision, flip: Flip) -> str:
    spec = topic.spec_of[flip.fact]
    # Quotation marks within quotation marks are single ones.
    label = f"»{flip.label.replace('»', '’').replace('«', '’')}«"
    name = f"svaret på {label}" if flip.label.endswith("?") else label
    if flip.changed is None:
        absent = f" ({spec.absent})" if spec.absent else ""
        condition = f"Havde der intet stået ved {label}{absent}"
    else:
        shown = danish.printed(flip.changed, flip.kind, flip.unit)
        shown = f"»{shown}«" if spec.kind == "choice" else shown
        condition = f"Havde {name} været {shown}{_and_farther(topic, start, flip)}"
    return f"{condition}, var resultatet blevet et andet: {flip.text}"


def _and_farther(topic: "Topic", start: Decision, flip: Flip) -> str:
    """That every value farther out does the same, where all that were tried do."""
    if flip.given is None or flip.changed is None or flip.kind not in ("date", *SCALE):
        return ""
    if topic.spec_of[flip.fact].kind == "list":
        return ""
    below = flip.changed < flip.given
    spec, facts = topic.spec_of[flip.fact], start.facts
    tried = [
        decide(start.reading, changed).outcome
        for value, changed in probes(start, facts, spec)
        if value is not None and (value < flip.changed if below else value > flip.changed)
    ]
    if not tried or set(tried) != {flip.outcome}:
        return ""
    return f" eller {FARTHER.get(flip.kind, ('mindre', 'mere'))[0 if below else 1]}"


__all__ = ["Nearest", "nearest"]
