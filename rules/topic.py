"""A topic: one legal question with its facts, its outcomes and its one or two readings."""

from collections.abc import Callable
from typing import Any

from rules.citations import Citation
from rules.decision import Decision, decide
from rules.facts import FactSheet, FactSpec
from rules.reading import GAELDENDE_RET, JUS, OUTCOME, PENSUM, Reading
from rules.steps import Arguments, Outcomes

__all__ = ["GAELDENDE_RET", "JUS", "OUTCOME", "PENSUM", "Arguments", "Outcomes", "Topic"]


class Topic:
    """One legal question. Modules of the catalogue hold one each, named `topic`."""

    def __init__(
        self,
        key: str,
        title: str,
        *,
        group: str,
        question: str,
        facts: type[FactSheet],
        outcomes: type[Outcomes],
        version: str,
    ) -> None:
        """`version` is the day on which the topic's decisions last changed."""
        self.key, self.title, self.group, self.question, self.version = key, title, group, question, version
        self.facts, self.outcomes = facts, outcomes
        self.spec_of = {spec.name: spec for spec in facts.specs}
        self.readings: dict[str, Reading] = {}
        self.departures: dict[str, tuple[str, ...]] = {}
        self.stories: tuple[str, ...] = ()
        self.draw: Callable[..., dict[str, Any]] | None = None

    def __repr__(self) -> str:
        return f"<Topic {self.key}>"

    @property
    def specs(self) -> tuple[FactSpec, ...]:
        """The declared facts in order."""
        return self.facts.specs

    def reading(
        self,
        key: str,
        *,
        otherwise: Any,
        jus: Citation | tuple[Citation, ...],
        failed: Any = None,
        texts: dict[Any, str] | None = None,
    ) -> Reading:
        """Open a reading; `jus` is the provision that answers "which provision?"."""
        provisions = jus if isinstance(jus, tuple) else (jus,)
        self.readings[key] = Reading(self, key, otherwise, provisions, failed, texts)
        return self.readings[key]

    def departs(self, **claims: str) -> None:
        """Where the readings may part: a step's or a figure's key, and the claims of the check against the statutes ("K42 K43")."""
        self.departures |= {place: tuple(ids.split()) for place, ids in claims.items()}

    def variants(self, *stories: str) -> Callable[[Any], Any]:
        """Register the function that draws facts from a random source, and the stories that tell them."""

        def register(draw: Any) -> Any:
            self.draw, self.stories = draw, stories
            return draw

        return register

    def reading_for(self, key: str) -> Reading:
        """The reading asked for, or pensum where the topic has no other."""
        return self.readings.get(key, self.readings[PENSUM]).seal()

    def read(self, data: Any) -> Any:
        """Facts from plain data. Raises `FactError`."""
        return self.facts.read(data)

    def plain(self, facts: FactSheet) -> dict[str, Any]:
        """Facts as plain data."""
        return facts.plain()

    def decide(self, facts: Any, reading: str = PENSUM, skoen: dict[str, Any] | None = None) -> Decision:
        """What the reading says on these facts."""
        return decide(self.reading_for(reading), facts, skoen)
