"""One reading of a topic: the law's steps in the law's order, its figures and its usual mistakes."""

import inspect
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cached_property
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from rules import danish
from rules.citations import Citation
from rules.steps import JUS, OUTCOME, Asked, Figure, Mistake, Outcomes, Place, Step, View
from rules.wording import fill

if TYPE_CHECKING:
    from rules.topic import Topic

PENSUM = "pensum"
GAELDENDE_RET = "gaeldende_ret"
TITLES = {PENSUM: "Pensum", GAELDENDE_RET: "Gældende ret"}
CHECKED = "2026-03-08"


class WiringError(ValueError):
    """A reading that leads nowhere: an unknown target, a doubled key."""


class Reading:
    """Built by decorators in the order of the law; sealed on first use."""

    def __init__(
        self,
        topic: "Topic",
        key: str,
        otherwise: Outcomes,
        jus: tuple[Citation, ...],
        failed: Outcomes | None = None,
        texts: dict[Any, str] | None = None,
    ) -> None:
        """`otherwise` is the outcome after the last step, `failed` the one when a condition was not met."""
        self.topic, self.key, self.title = topic, key, TITLES[key]
        self.otherwise, self.failed, self.jus = otherwise, failed, jus
        self.texts = texts or {}
        self.checked = CHECKED if key == GAELDENDE_RET else None
        self.steps: list[Place] = []
        self.figures: dict[str, Figure] = {}
        self.figure_citations: dict[str, Citation | None] = {}
        self.mistakes: list[Mistake] = []
        self.rests_on: dict[str, frozenset[str]] = {}
        self.sealed = False

    def step(
        self,
        *citations: Citation,
        yes: Any = None,
        no: Any = None,
        on: dict[Any, Any] | None = None,
        key: str | None = None,
        graded: bool = True,
        verified: bool = True,
    ) -> Callable[[Any], Any]:
        """A question; `yes`, `no` and `on` lead to an outcome or a later step's key, else to the next step."""
        targets = {
            answer: to for answer, to in ((True, yes), (False, no), *(on or {}).items()) if to is not None
        }
        return lambda found: self._place(_step(found, key), citations, targets, None, graded, verified)

    def condition(
        self, *citations: Citation, holds: bool = True, key: str | None = None, verified: bool = True
    ) -> Callable[[Any], Step]:
        """A condition among several that are all tested; not met, it is named as a ground."""
        return lambda found: self._place(_step(found, key), citations, {}, not holds, True, verified)

    def skoen(
        self, *citations: Citation, yes: Any = None, no: Any = None, key: str | None = None
    ) -> Callable[[Any], Step]:
        """A question left to the court; the function gives the arguments on these facts."""
        targets = {answer: to for answer, to in ((True, yes), (False, no)) if to is not None}
        return lambda found: self._place(_step(found, key, skoen=True), citations, targets, None, True, True)

    def figure(
        self,
        label: str,
        citation: Citation | None = None,
        key: str | None = None,
        tolerance: Decimal | None = None,
        unit: str = "",
    ) -> Callable[[Any], Figure]:
        """A value that the law makes from the facts."""

        def register(found: Any) -> Figure:
            figure = found if isinstance(found, Figure) else Figure(found, label, key, tolerance, unit)
            self.figures[figure.key] = figure
            self.figure_citations[figure.key] = citation
            return figure

        return register

    def mistake(self, target: Asked | str) -> Callable[[Any], Any]:
        """A wrong version of a step, a figure or (`OUTCOME`) the outcome; its docstring is the remark."""

        def register(function: Any) -> Any:
            key = target if isinstance(target, str) else target.key
            remark = " ".join(inspect.cleandoc(function.__doc__ or "").split())
            self.mistakes.append(Mistake(function.__name__, key, remark, function))
            return function

        return register

    def wrong_provision(self, key: str, citation: Citation, remark: str) -> None:
        """A provision that is often cited in place of the right one."""
        self.mistakes.append(Mistake(key, JUS, remark, None, citation))

    @cached_property
    def citations(self) -> list[Citation]:
        """Every provision that the reading cites, once; read only when the reading is complete."""
        found = [*self.jus, *(citation for place in self.steps for citation in place.citations)]
        found += [citation for citation in self.figure_citations.values() if citation]
        return list(dict.fromkeys(found))

    def ended(self, unmet: bool) -> Outcomes:
        """The outcome after the last step; `unmet` when a condition was not met on the way."""
        return self.failed if unmet and self.failed is not None else self.otherwise

    def text(self, outcome: Outcomes, facts: Any = None) -> str:
        """The outcome in a sentence: the general one, or this reading's own filled with the given facts."""
        if facts is None:
            return str(outcome.value)
        view = facts if isinstance(facts, View) else View(facts)
        return self.fill(self.texts.get(outcome, outcome.value), view)

    @cached_property
    def cited(self) -> dict[str, str]:
        """The citation of each figure as printed."""
        return {key: str(citation or "") for key, citation in self.figure_citations.items()}

    @cached_property
    def choices(self) -> dict[str, str]:
        """The outcomes that this reading can reach, with their general sentence."""
        reached = {
            to for place in self.seal().steps for to in place.targets.values() if not isinstance(to, Place)
        }
        reached |= {self.otherwise, self.failed}
        return {outcome.name: str(outcome.value) for outcome in self.topic.outcomes if outcome in reached}

    def fill(self, text: str, view: View) -> str:
        """A text with its facts and figures printed."""
        return fill(text, lambda name: self.look(name, view)) if "{" in text or "[" in text else text

    def look(self, name: str, view: View) -> tuple[str, Any]:
        """A fact, figure or step as printed and as it is."""
        spec = self.topic.spec_of.get(name)
        if spec:
            value = getattr(view, name)
            return spec.printed(value), value
        if name in self.figures:
            figure = self.figures[name]
            return figure.printed(figure(view)), figure(view)
        step = next((place.step for place in self.steps if place.key == name), None)
        if step is None:
            raise WiringError(f"{self.topic.key}/{self.key}: teksten nævner {name}, som ikke findes.")
        return danish.show(step(view)), step(view)

    def seal(self) -> "Reading":
        """Resolve targets given as keys, and note what each step reads."""
        if self.sealed:
            return self
        by_key = {place.key: place for place in self.steps}
        if len(by_key) < len(self.steps):
            raise WiringError(f"{self.topic.key}/{self.key}: to trin har samme nøgle.")
        for place, following in zip(self.steps, [*self.steps[1:], None], strict=True):
            place.after = following
            place.targets = {answer: self._target(by_key, place, to) for answer, to in place.targets.items()}
            facts, figures = reads(place.step.function, set(self.topic.spec_of))
            place.facts = frozenset(facts)
            place.figures = tuple(figure for figure in figures if self.figures.get(figure.key) is figure)
            self.rests_on[place.key] = premises(place.step.function)
        for figure in self.figures.values():
            self.rests_on[figure.key] = premises(figure.function)
        self.sealed = True
        return self

    def _target(self, by_key: dict[str, Place], place: Place, to: Any) -> Any:
        if isinstance(to, str):
            if to not in by_key:
                raise WiringError(
                    f"{self.topic.key}/{self.key}: {place.key} fører til {to}, som ikke findes."
                )
            if self.steps.index(by_key[to]) <= self.steps.index(place):
                raise WiringError(f"{self.topic.key}/{self.key}: {place.key} fører tilbage til {to}.")
            return by_key[to]
        return to

    def _place(
        self,
        step: Step,
        citations: tuple[Citation, ...],
        targets: dict[Any, Any],
        ground: Any,
        graded: bool,
        verified: bool,
    ) -> Step:
        if not citations:
            raise WiringError(f"{self.topic.key}/{self.key}: {step.key} mangler sin hjemmel.")
        self.steps.append(Place(step, citations, targets, ground, graded, verified))
        return step


def _step(found: Any, key: str | None, skoen: bool = False) -> Step:
    return found if isinstance(found, Step) else Step(found, key, skoen)


def reads(function: Any, known: set[str]) -> tuple[set[str], list[Figure]]:
    """The facts that a function looks at, and the figures that it rests on in the order in which they are worked out."""
    facts: set[str] = set()
    figures: list[Figure] = []
    for name, found in _names(function.__code__, function.__globals__):
        if isinstance(found, Figure):
            more_facts, needed = reads(found.function, known)
            facts |= more_facts
            figures += [*needed, found]
        elif isinstance(found, Step) or (isinstance(found, FunctionType) and _home(found) == _home(function)):
            inner = found.function if isinstance(found, Step) else found
            more_facts, more_figures = reads(inner, known)
            facts |= more_facts
            figures += more_figures
        elif name in known:
            facts.add(name)
    return facts, list(dict.fromkeys(figures))


def premises(function: Any) -> frozenset[str]:
    """The keys of all steps and figures that a function rests on, directly or through others."""
    found: set[str] = set()
    for _, part in _names(function.__code__, function.__globals__):
        if isinstance(part, Asked):
            found |= {part.key} | premises(part.function)
        elif isinstance(part, FunctionType) and _home(part) == _home(function) and part is not function:
            found |= premises(part)
    return frozenset(found)


def _home(function: Any) -> list[str]:
    """The topic that a function belongs to, be it one module or a folder of them."""
    return str(function.__module__).split(".")[:3]


def _names(code: CodeType, scope: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    for name in code.co_names:
        yield name, scope.get(name)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant, scope)


__all__ = ["GAELDENDE_RET", "JUS", "OUTCOME", "PENSUM", "Reading", "WiringError"]
