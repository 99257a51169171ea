"""What is saved with one button: one item of the path, or all of Konklusion."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone

from cases import feedback, hints
from cases.faktum import FACTS
from cases.forms import AnswerForm
from cases.hints import Help
from cases.path import Place, Stretch
from cases.walkthroughs import Walkthrough


@dataclass
class Asking:
    """What is saved with one button: an item, or all of Konklusion.

    Its form and its help are made when they are asked for: a save reads one form of the many on a page.
    """

    walkthrough: Walkthrough
    stretch: Stretch
    part: str
    places: list[Place]
    is_next: bool = False
    has_focus: bool = False
    is_unsaved: bool = False

    @cached_property
    def form(self) -> AnswerForm:
        """The saved answers, or what was sent."""
        return form(self.walkthrough, self.places)

    @cached_property
    def helps(self) -> list[Help]:
        """The help at its places."""
        return hints.at(self.walkthrough, self.stretch, self.places)

    @property
    def name(self) -> str:
        """The anchor, and the last part of the address that it is sent to."""
        return f"{self.places[0].question}-konklusion" if self.part == "konklusion" else self.places[0].name

    @property
    def field(self) -> Any:
        """The field of a single item."""
        return self.form[self.places[0].name]

    @property
    def is_single(self) -> bool:
        """One item, and not all of Konklusion."""
        return self.part != "konklusion"

    @property
    def saves_quietly(self) -> bool:
        """Whether it is chosen bit by bit, so that a save in between leaves the form alone."""
        return not self.is_single or self.places[0].slot == FACTS

    @property
    def is_answered(self) -> bool:
        """Whether every item is answered."""
        return all(place.is_answered for place in self.places)

    @property
    def is_given(self) -> bool:
        """Whether it stands there solved, as a part of a worked example."""
        return any(place.answer is not None and place.answer.is_given for place in self.places)

    @property
    def verdict(self) -> Any:
        """The verdict on a single item."""
        return self.form.verdicts.get(self.places[0].name)

    def bind(self, data) -> AnswerForm:
        """Put what was sent into the form."""
        self.form = form(self.walkthrough, self.places, data)
        return self.form

    def keep(self, data) -> None:
        """Put back what was typed here and is not saved, without judging it."""
        typed = {name: _typed(field, name, data) for name, field in self.form.fields.items() if name in data}
        if any(value != self.form[name].value() for name, value in typed.items()):
            self.form = form(self.walkthrough, self.places)
            self.form.initial.update(typed)
            self.is_unsaved = True

    @property
    def saved(self) -> str:
        """The receipt: when the newest of the answers was saved, if it stands in the field."""
        if self.is_unsaved or self.form.errors:
            return "Ikke gemt endnu"
        moments = [place.answer.saved_at for place in self.places if place.answer]
        return f"Gemt kl. {timezone.localtime(max(moments)):%H.%M}" if moments else ""

    @property
    def button(self) -> str:
        """What the button does."""
        if not self.walkthrough.is_practice:
            return "Gem"
        return "Ret svar" if self.is_answered else "Gem svar"


def _typed(field, name: str, data) -> Any:
    """What stands under the name: all of it where several can be chosen."""
    if getattr(field, "many", False):
        return data.getlist(name) if hasattr(data, "getlist") else [data[name]]
    return data[name]


def form(walkthrough: Walkthrough, places: list[Place], data=None) -> AnswerForm:
    """The form of these places, with the verdicts where they may be shown."""
    verdicts = {
        place.name: feedback.verdict(
            place.answer.status, place.answer.remark, place.answer.citation, place.answer.mistake
        )
        for place in places
        if place.answer is not None and walkthrough.is_practice
    }
    return AnswerForm(places, data, required=walkthrough.is_practice, verdicts=verdicts)
