"""The nearest flips: for each fact alone, the smallest change that turns the outcome.

Dates and amounts are found to the day and the øre without trying every value: steps of doubling length to both
sides, and the thresholds that figures and other facts give, find a value on the other side; halving finds the edge.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rules import danish
from rules.decision import Decision, decide
from rules.facts import FactSpec
from rules.reading import PENSUM, Reading
from rules.values import EARLIEST, LATEST, plain

if TYPE_CHECKING:
    from rules.topic import Topic

SCALE = {"kroner": 100, "percent": 100, "number": 100, "int": 1}


@dataclass(frozen=True, slots=True)
class Flip:
    """One fact changed as little as turns the outcome."""

    fact: str
    label: str
    given: Any
    changed: Any
    outcome: str
    text: str
    kind: str
    unit: str

    def plain(self) -> dict[str, Any]:
        """The flip as JSON-plain data."""
        changed = plain(self.changed)
        return {
            "fact": self.fact,
            "from": plain(self.given),
            "to": changed,
            "outcome": self.outcome,
            "text": self.text,
        }

    @property
    def sentence(self) -> str:
        """The flip in words."""
        shown = danish.printed(self.changed, self.kind, self.unit) or "ikke oplyst"
        return f"{self.label.rstrip('?')}: {shown.removesuffix('.')}. Så gælder: {self.text}"


def flips(topic: "Topic", facts: Any, reading: str = PENSUM) -> list[Flip]:
    """Each fact's smallest change that turns the outcome; facts that cannot turn it alone are left out."""
    law = topic.reading_for(reading)
    looked_at = {name for place in law.steps for name in place.facts}
    return list(each_flip(law, facts, (spec for spec in topic.specs if spec.name in looked_at)))


def each_flip(law: Reading, facts: Any, specs: Iterable[FactSpec]) -> Iterator[Flip]:
    """The flips of these facts alone, found one at a time: who needs but one stops there."""
    start = decide(law, facts)
    for spec in specs:
        search = _Search(law, facts, spec, start)
        value = search.nearest()
        if value is not None:
            yield search.flip(value[0])


def probes(start: Decision, facts: Any, spec: FactSpec) -> Iterator[tuple[Any, Any]]:
    """Other values of one fact, each with the facts so changed, as far as they are possible."""
    search = _Search(start.reading, facts, spec, start)
    for value in search.others():
        changed = search.changed(value)
        if changed is not None:
            yield value, changed


def edges(flip: Flip) -> list[Any]:
    """The first value on the other side of a threshold and its two neighbours; nothing for what has no scale."""
    if flip.given is None or flip.changed is None or flip.kind not in ("date", *SCALE):
        return []
    steps: dict[str, Any] = {"date": timedelta(days=1), "int": 1}
    one = steps.get(flip.kind) or Decimal("0.01")
    return [flip.changed - one, flip.changed, flip.changed + one]


class _Search:
    """The search along one fact."""

    def __init__(self, law: Reading, facts: Any, spec: FactSpec, start: Decision) -> None:
        self.law, self.facts, self.spec, self.start = law, facts, spec, start
        self.given = getattr(facts, spec.name)
        self.seen: dict[Any, str | None] = {}

    def nearest(self) -> tuple[Any] | None:
        """The value nearest to the given one that turns the outcome, in a tuple; None when there is none."""
        if self.spec.kind in ("date", *SCALE):
            return self._along_a_scale()
        return next(((value,) for value in self._options() if self.turns(value)), None)

    def others(self) -> Iterator[Any]:
        """Other values to try: near ones and far ones, thresholds, choices, lists turned round and shortened, absence."""
        if self.spec.kind in ("date", *SCALE):
            read, write = self._scale()
            here = read(self.given) if self.given is not None else None
            tried = self._probes(here, read) if here is not None else iter(sorted(self._thresholds(read)))
            yield from (write(at) for at in tried if at != here)
        if self.spec.kind == "list" and self.given:
            yield from (self.given[::-1], self.given[:-1], (*self.given, self.given[-1]))
        yield from self._options()

    def _options(self) -> list[Any]:
        values = {
            "bool": (True, False),
            "choice": tuple(self.spec.type) if self.spec.kind == "choice" else (),
        }
        options = [value for value in values.get(self.spec.kind, ()) if value != self.given]
        return options + ([None] if self.spec.optional and self.given is not None else [])

    def turns(self, value: Any) -> bool:
        """Whether these facts with that one value are possible and have another outcome."""
        outcome = self._outcome(value)
        return outcome is not None and outcome != self.start.outcome

    def flip(self, value: Any) -> Flip:
        """The flip to this value."""
        decision = decide(self.law, self.changed(value))
        spec = self.spec
        return Flip(
            spec.name,
            spec.label,
            self.given,
            value,
            str(decision.outcome),
            decision.text,
            spec.shown_as,
            spec.unit,
        )

    def _along_a_scale(self) -> tuple[Any] | None:
        read, write = self._scale()
        if self.given is None:
            near = sorted(self._thresholds(read))
            return next(((write(at),) for at in near if self.turns(write(at))), None)
        here = read(self.given)
        hits = [at for at in self._probes(here, read) if self.turns(write(at))]
        if not hits:
            return (None,) if self.spec.optional and self.turns(None) else None
        sides = [[at for at in hits if at > here], [at for at in hits if at < here]]
        edges = [self._edge(here, min(side, key=lambda at: abs(at - here)), write) for side in sides if side]
        return (write(min(edges, key=lambda at: abs(at - here))),)

    def _edge(self, here: int, there: int, write: Callable[[int], Any]) -> int:
        """Halve until `there` turns the outcome and its neighbour towards `here` does not."""
        while abs(there - here) > 1:
            middle = (here + there) // 2
            if self.turns(write(middle)):
                there = middle
            else:
                here = middle
        return there

    def _probes(self, here: int, read: Callable[[Any], int]) -> Iterator[int]:
        yield from self._thresholds(read)
        first, last = (read(bound) for bound in self._bounds())
        step = 1
        while here + step <= last or here - step >= first:
            yield from (at for at in (here + step, here - step) if first <= at <= last)
            step *= 2

    def _thresholds(self, read: Callable[[Any], int]) -> set[int]:
        """The values around which an outcome can turn: figures and other facts of the same kind."""
        kind = "date" if self.spec.kind == "date" else "amount"
        figures = [(figure.kind, figure(self.start.view)) for figure in self.law.figures.values()]
        others = [(spec.kind, getattr(self.facts, spec.name)) for spec in self.law.topic.specs]
        found = [value for of, value in figures + others if value is not None and _alike(of) == kind]
        return {read(value) + near for value in found for near in (-1, 0, 1)}

    def _scale(self) -> tuple[Callable[[Any], int], Callable[[int], Any]]:
        """From a value to its place on the scale of days, øre or ones, and back."""
        if self.spec.kind == "date":
            first, last = EARLIEST.toordinal(), LATEST.toordinal()
            return date.toordinal, lambda at: date.fromordinal(min(max(at, first), last))
        scale = SCALE[self.spec.kind]
        if scale == 1:
            return lambda value: int(value), lambda at: at
        return lambda value: int(danish.half_up(Decimal(value)) * scale), lambda at: Decimal(at) / scale

    def _bounds(self) -> tuple[Any, Any]:
        return (EARLIEST, LATEST) if self.spec.kind == "date" else (self.spec.ge, self.spec.le)

    def _outcome(self, value: Any) -> str | None:
        if value not in self.seen:
            changed = self.changed(value)
            self.seen[value] = decide(self.law, changed).outcome if changed is not None else None
        return self.seen[value]

    def changed(self, value: Any) -> Any:
        """The facts with this value, or None where they cannot be."""
        try:
            return type(self.facts)(**{**self.facts.__dict__, self.spec.name: value})
        except (ValidationError, OverflowError):
            return None


def _alike(kind: str) -> str:
    return "date" if kind == "date" else "amount" if kind in SCALE else kind


__all__ = ["SCALE", "Flip", "each_flip", "edges", "flips", "probes"]
