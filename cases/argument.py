"""The argument in own words: asked at the end, saved as it is written, never over something newer."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from cases import answering, rubric
from cases.parts import ARGUMENT, counted, shown_weights
from cases.walkthroughs import Walkthrough
from rules import danish

NAME = "begrundelse"
LONGEST = 10_000


class LongText(forms.CharField):
    """A text of several paragraphs. No `maxlength` on the field: the browser would cut without a word."""

    widget = forms.Textarea

    def __init__(self, *, name: str, longest: int, **kwargs: Any):
        self.name, self.longest = name, longest
        super().__init__(required=False, **kwargs)

    def to_python(self, value):
        """The text with plain line ends."""
        return super().to_python(str(value or "").replace("\r\n", "\n"))

    def validate(self, value):
        """Refuse what is too long, and say by how much."""
        super().validate(value)
        if len(value) > self.longest:
            most, own = (danish.show(number) for number in (self.longest, len(value)))
            raise forms.ValidationError(
                f"{self.name} må højst fylde {most} tegn og fylder nu {own}. "
                "Den er ikke gemt, men står her endnu: kort den af, og gem igen."
            )


class ArgumentForm(forms.Form):
    """The one field."""

    begrundelse = LongText(
        name="Begrundelsen",
        longest=LONGEST,
        label="Din begrundelse",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    use_required_attribute = False


@dataclass
class Sheet:
    """The argument on the page of the player."""

    walkthrough: Walkthrough
    form: ArgumentForm
    is_unsaved: bool = False
    notice: str = ""
    other: str = ""

    @property
    def text(self) -> str:
        """The argument as it is saved."""
        return self.walkthrough.argument

    @property
    def prompt(self) -> str:
        """What the student is asked to argue."""
        return self.walkthrough.frozen[ARGUMENT]

    @property
    def weight(self) -> str:
        """What it counts; empty in practice and where it counts for nothing."""
        return shown_weights(counted(self.walkthrough)).get(ARGUMENT, "")

    @property
    def saved(self) -> str:
        """The receipt."""
        if self.is_unsaved or self.form.errors:
            return "Ikke gemt endnu"
        moment = self.walkthrough.argument_saved_at
        return f"Gemt kl. {timezone.localtime(moment):%H.%M}" if moment else ""

    @property
    def criteria(self) -> list[rubric.Row]:
        """What a good argument has on these facts; to be shown with the solution alone."""
        return rubric.rows(self.walkthrough)

    def bind(self, data) -> ArgumentForm:
        """Put what was sent into the form."""
        self.form = ArgumentForm(data)
        return self.form

    def keep(self, data) -> None:
        """Put back what was typed and is not saved, without judging it."""
        if NAME in data and _plain(data[NAME]) != self.text:
            self.form = ArgumentForm(initial={NAME: data[NAME]})
            self.is_unsaved = True

    def show_both(self, notice: str = "") -> None:
        """Beside what was typed also what is saved, where they differ."""
        self.notice = notice
        self.other = self.text if self.is_unsaved else ""


def sheet(walkthrough: Walkthrough) -> Sheet | None:
    """The argument as it stands; None where the case asks for none."""
    if not walkthrough.frozen.get(ARGUMENT):
        return None
    return Sheet(walkthrough, ArgumentForm(initial={NAME: walkthrough.argument}))


def save(
    walkthrough: Walkthrough, text: str, version: str, *, page: str = "", is_open: bool = True
) -> Walkthrough:
    """Save the argument; the same text once more changes nothing.

    Raises `answering.Stale` when something else was saved after the page was drawn, `Closed` after hand-in.
    """
    with transaction.atomic():
        locked = walkthrough.lock()
        if locked.argument == text:
            return locked
        answering.claim(locked, version, page, is_open)
        locked.argument, locked.argument_saved_at = text, timezone.now()
        locked.save(update_fields=["argument", "argument_saved_at", "version", "page", "page_since"])
        return locked


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
