"""What follows from a student's own answers: the premises that stand in for the right ones.

An answer follows when the student's own premises lead to it. They are taken in two ways: every answer as given,
and only the slips as given with the rest worked out from them; so an answer goes on following when one that lay
between is put right. Steps that only the student's own path meets count for nothing, and whatever they are
answered, what follows from either answer follows.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from rules.reading import Reading
from rules.steps import Figure, Place, Step, View


class Premises:
    """A student's own premises in one grading."""

    def __init__(self, law: Reading, facts: Any, discretion: dict[str, Any], right: dict[str, Any]) -> None:
        """`discretion` holds the student's answers where the law leaves it open, `right` the right path."""
        self.law, self.facts, self.right = law, facts, right
        self.slipped = False
        self.given: tuple[dict[str, Any], dict[Figure, Any]] = (dict(discretion), {})
        self.slips: tuple[dict[str, Any], dict[Figure, Any]] = (dict(discretion), {})
        self.off_path: list[Place] = []

    def met(self, place: Place) -> None:
        """Note a step that the student was asked."""
        if place.key not in self.right:
            self.off_path.append(place)

    def know(self, figure: Figure, value: Any) -> None:
        """A figure that was answered rightly, or not yet: its exact value."""
        self.given[1][figure] = value

    def take(self, part: Step | Figure, value: Any, *, slip: bool) -> None:
        """A premise of the student's own; `slip` when it does not follow from earlier ones."""
        self.slipped = True
        for answers, figures in (self.given, self.slips) if slip else (self.given,):
            if isinstance(part, Figure):
                figures[part] = value
            else:
                answers[part.key] = value

    def value(self, part: Step | Figure) -> Any:
        """What the step or figure is by every answer as given."""
        return part.function(self._view(self.given))

    @property
    def view(self) -> View:
        """The facts with every answer as given."""
        return self._view(self.given)

    def values(self, part: Step | Figure) -> Iterator[Any]:
        """Everything that the step or figure can be by the student's own premises."""
        if not self.slipped:
            return
        rests = self.law.rests_on[part.key]
        free = [place for place in self.off_path if place.key in rests]
        for premises in (self.given, self.slips):
            for answers in product(*(options(place) for place in free)):
                view = self._view(premises)
                view._answers |= {place.key: answer for place, answer in zip(free, answers, strict=True)}
                yield part.function(view)

    def ends(self, steps: dict[str, Any]) -> set[Any]:
        """The outcomes to which the own premises lead; `steps` are the answers as given."""
        slips = self._view(self.slips)
        return {
            *self._follow(lambda place: steps.get(place.key, self.right[place.key])),
            *(self._follow(lambda place: place.step(slips)) if self.slipped else ()),
        }

    def _follow(self, answer: Callable[[Place], Any]) -> Iterator[Any]:
        waiting: list[tuple[Any, bool]] = [(self.law.steps[0], False)]
        while waiting:
            at, unmet = waiting.pop()
            if type(at) is not Place:
                yield at if at is not None else self.law.ended(unmet)
                continue
            told = answer(at) if at.key in self.right else None
            given = options(at) if told is None else (told,)
            waiting += [
                (at.next(answered), unmet or (at.ground is not None and answered == at.ground))
                for answered in given
            ]

    def _view(self, premises: tuple[dict[str, Any], dict[Figure, Any]]) -> View:
        view = View(self.facts)
        view._answers, view._figures = dict(premises[0]), dict(premises[1])
        return view


def options(place: Place) -> tuple[Any, ...]:
    """Every answer that the step can have."""
    return tuple(place.step.choices) if place.step.choices else (True, False)
