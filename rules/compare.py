"""The two readings of a topic side by side, and where they part."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules import danish
from rules.decision import Decision
from rules.reading import GAELDENDE_RET, PENSUM
from rules.values import plain

if TYPE_CHECKING:
    from rules.topic import Topic

ONLY_PENSUM = "Emnet er indtil videre kun udarbejdet efter bogen. Loven kan føre til et andet resultat."


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both readings' decisions on the same facts; `gaeldende_ret` is None where pensum serves both."""

    pensum: Decision
    gaeldende_ret: Decision | None

    @property
    def same(self) -> bool:
        """Whether outcome and every shared figure agree."""
        return self.gaeldende_ret is None or (
            self.pensum.outcome == self.gaeldende_ret.outcome and not self.figures_apart
        )

    @property
    def figures_apart(self) -> list[str]:
        """The figures that both readings have and that differ; one that awaits a court's discretion is left out."""
        if self.gaeldende_ret is None:
            return []
        mine, theirs = self.pensum.figures, self.gaeldende_ret.figures
        if self.gaeldende_ret.open:
            theirs = {key: value for key, value in theirs.items() if value is not None}
        return [key for key, value in mine.items() if key in theirs and plain(theirs[key]) != plain(value)]

    @property
    def parts_at(self) -> str | None:
        """The first step, in pensum's order, at which the readings part; steps are lined up by key."""
        if self.gaeldende_ret is None:
            return None
        mine = {place.key: answer for place, answer in self.pensum.path}
        theirs = {place.key: answer for place, answer in self.gaeldende_ret.path}
        for key in [*mine, *theirs]:
            if plain(mine.get(key)) != plain(theirs.get(key)):
                return key
        return None

    @property
    def text(self) -> str:
        """Both results and the difference in words."""
        if self.gaeldende_ret is None:
            return ONLY_PENSUM
        if self.same:
            return "Bogen og loven fører her til samme resultat."
        apart = [self._figure(key, self.gaeldende_ret) for key in self.figures_apart]
        text = f"Pensum: {self.pensum.text} Gældende ret: {self.gaeldende_ret.text or 'Det er et skøn.'}"
        return f"{text} Forskellen: {danish.join(apart)}." if apart else text

    def _figure(self, key: str, law: Decision) -> str:
        figure = self.pensum.reading.figures[key]
        mine, theirs = (figure.printed(side.figures[key]) or "uoplyst" for side in (self.pensum, law))
        return f"{figure.label.lower()} er {mine} efter bogen og {theirs} efter loven".removesuffix(".")

    def plain(self) -> dict[str, Any]:
        """The comparison as JSON-plain data."""
        law = self.gaeldende_ret
        return {
            "pensum": self.pensum.plain(),
            "gaeldende_ret": law.plain()
            if law
            else self.pensum.plain() | {"reading": GAELDENDE_RET, "same_as": PENSUM},
            "same": self.same,
            "parts_at": self.parts_at,
            "text": self.text,
        }


def compare(topic: "Topic", facts: Any) -> Comparison:
    """Decide by both readings."""
    law = topic.decide(facts, GAELDENDE_RET) if GAELDENDE_RET in topic.readings else None
    return Comparison(topic.decide(facts, PENSUM), law)
