"""The parts a reading is made of: steps, figures, mistakes, and the view in which they are decided.

A step or figure is a named function of the facts; its docstring is the question, and a second paragraph the
reason that a reader is given with the answer. Called with plain facts it runs; called in a `View` it first looks
for the answer that the view holds, so that a student's own premises can stand in for the right ones.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple, get_type_hints

from rules import danish
from rules.citations import Citation
from rules.values import UNITS, Choice, items_of, kind_of


class Outcomes(Enum):
    """The possible results of a topic: key = Danish sentence."""


class Arguments(NamedTuple):
    """What speaks for and against in a matter that is left to a court (skøn)."""

    for_: list[str]
    imod: list[str]


class View:
    """Facts together with figures already known and answers that stand in for the right ones."""

    def __init__(self, facts: Any) -> None:
        """A view of the facts with nothing assumed."""
        self.__dict__.update(facts.__dict__)
        self._facts = facts
        self._figures: dict[Any, Any] = {}
        self._answers: dict[str, Any] = {}


class Asked:
    """What steps and figures share: a key, a question, a reason and a function of the facts."""

    def __init__(self, function: Callable[[Any], Any], key: str | None) -> None:
        """Read the question and the reason from the docstring."""
        paragraphs = inspect.cleandoc(function.__doc__ or "").split("\n\n", 1)
        self.function = function
        self.key = key or function.__name__
        self.question = " ".join(paragraphs[0].split())
        self.reason = " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""
        self.__name__ = function.__name__
        self.__doc__ = function.__doc__
        self.__wrapped__ = function

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.key}>"


class Step(Asked):
    """A question of the law with a yes, a no or a choice for an answer."""

    def __init__(self, function: Callable[[Any], Any], key: str | None = None, skoen: bool = False) -> None:
        """The kind of answer comes from the function's return type."""
        super().__init__(function, key)
        hint = bool if skoen else get_type_hints(function)["return"]
        self.skoen = skoen
        self.choices: type[Choice] | None = (
            hint if isinstance(hint, type) and issubclass(hint, Choice) else None
        )
        self.kind = "choice" if self.choices else "bool"

    def __call__(self, facts: Any) -> Any:
        """The answer on these facts, or the one that the view assumes."""
        if type(facts) is View:
            assumed = facts._answers.get(self.key)
            if assumed is not None:
                return assumed
        return None if self.skoen else self.function(facts)


class Figure(Asked):
    """A date, an amount or another value that the law makes from the facts; None where it does not apply."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        label: str,
        key: str | None = None,
        tolerance: Decimal | None = None,
        unit: str = "",
    ) -> None:
        """Kind and unit come from the return type; amounts tolerate 1 krone, percentages and plain numbers 0.01."""
        super().__init__(function, key)
        self.label = label
        self.question = self.question or f"{label}?"
        self.kind, self.inner, _ = kind_of(get_type_hints(function, include_extras=True)["return"])
        self.items = items_of(self.kind, self.inner)
        self.unit = unit or UNITS.get(self.shown_as, "")
        usual = {"kroner": Decimal(1), "percent": Decimal("0.01"), "number": Decimal("0.01")}.get(
            self.shown_as, Decimal(0)
        )
        self.tolerance = usual if tolerance is None else tolerance

    @property
    def shown_as(self) -> str:
        """The kind as which a value is printed and compared: a list as its items are."""
        return self.items or self.kind

    def printed(self, value: Any) -> str:
        """The value in a sentence, with its unit; empty where the figure does not apply."""
        return danish.printed(value, self.shown_as, self.unit)

    def __call__(self, facts: Any) -> Any:
        """The value on these facts, computed once a view."""
        if type(facts) is not View:
            return self.function(facts)
        figures = facts._figures
        if self not in figures:
            figures[self] = self.function(facts)
        return figures[self]


@dataclass(slots=True, eq=False)
class Place:
    """A step's place in one reading: its citations and where each answer leads."""

    step: Step
    citations: tuple[Citation, ...]
    targets: dict[Any, Any] = field(default_factory=dict)
    ground: Any = None
    graded: bool = True
    verified: bool = True
    after: "Place | Outcomes | None" = None
    figures: tuple[Figure, ...] = ()
    facts: frozenset[str] = frozenset()
    key: str = ""
    citation: str = ""

    def __post_init__(self) -> None:
        """Keep the step's key, and the citations as printed."""
        self.key = self.step.key
        self.citation = " og ".join(str(citation) for citation in self.citations)

    def next(self, answer: Any) -> Any:
        """The place or outcome that the answer leads to; None after the last place."""
        return self.targets.get(answer, self.after)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A named wrong version of a step, a figure, the outcome or the provision."""

    key: str
    target: str
    remark: str
    function: Callable[[Any], Any] | None = None
    citation: Citation | None = None


OUTCOME = "outcome"
JUS = "jus"
