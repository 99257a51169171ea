"""The forms of the quizzes: one answer, handing in, and what to practise."""

import secrets
from copy import copy
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.core.exceptions import ValidationError

import rules
from quizzes import certainty
from quizzes.items import Item
from quizzes.kinds import Unreadable
from quizzes.kinds.shape import Input

GROUPS = {"kredit": "Kredit", "gaeldsbreve": "Gældsbreve", "kaution": "Kaution", "regres": "Regres"}


@dataclass(frozen=True)
class Seen:
    """What the page that sends an answer had seen: which save of the answer, and its own mark."""

    version: int
    page: str

    def is_newest(self, response) -> bool:
        """Whether the saved answer is the one that the page showed, or came from this very page."""
        return self.version == response.version or bool(self.page and self.page == response.page)


class VersionField(forms.Field):
    """A number that the page carries. Junk is no fault of the student's: it counts as an old page."""

    widget = forms.HiddenInput

    def to_python(self, value):
        """The number, or -1."""
        try:
            return int(value)
        except (TypeError, ValueError):
            return -1


class PageField(forms.Field):
    """The mark of the page; anything else than a mark that we made is none."""

    widget = forms.HiddenInput

    def to_python(self, value):
        """The mark, or an empty one."""
        return (
            value
            if isinstance(value, str) and value.isascii() and value.isprintable() and len(value) <= 20
            else ""
        )


class SentField(forms.Field):
    """Everything that was sent under one name, as the kind of the item reads it."""

    widget = forms.SelectMultiple

    def __init__(self, item: Item, *, whole: bool):
        """`whole`: an answer that lacks something is refused, since it counts at once."""
        self.item, self.whole = item, whole
        super().__init__(label=item.kind.told, error_messages={"required": item.kind.required})

    def to_python(self, value):
        """The answer in its one form."""
        sent = [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, str)]
        try:
            return self.item.kind.read(self.item.data, sent)
        except Unreadable as error:
            raise ValidationError(str(error)) from error

    def validate(self, value):
        """Refuse an empty answer, and in øve half an answer."""
        super().validate(value)
        if self.whole and (lacking := self.item.kind.missing(self.item.data, value)):
            raise ValidationError(lacking)


class AnswerForm(forms.Form):
    """What one item asks for. Knows what the kind lets the page know, never what is right."""

    version = VersionField(required=False)
    page = PageField(required=False)

    def __init__(self, item: Item, data=None, *, response=None, whole=False, page=""):
        """Show the saved answer, or what was sent. `page`: the mark of the page, if it has one."""
        self.item = item
        super().__init__(data, initial=_initial(response, page), auto_id="id_%s")
        self.fields["chosen"] = SentField(item, whole=whole)
        asked = [Field("chosen", template=item.kind.template)]
        if item.asks_certainty:
            self.fields["certainty"] = _certainty_field()
            asked.append(Field("certainty", template="quizzes/certainty_field.html"))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*asked)

    def choose(self, keys) -> None:
        """Show this answer before anything is sent."""
        self.initial = {**self.initial, "chosen": keys}

    def catch_up(self, fresh: "AnswerForm") -> None:
        """Keep what was sent, on a page that has seen what the fresh form has seen."""
        sent: Any = copy(self.data)
        for name in ("version", "page"):
            sent[name] = fresh.initial[name]
        self.data = sent

    @property
    def inputs(self) -> list[Input]:
        """What there is to tick, select or type, as it stands."""
        shown = self["chosen"].value() or []
        return self.item.kind.inputs(self.item.data, shown if isinstance(shown, list) else [shown])

    @property
    def chosen(self) -> list[str]:
        """The answer as the kind keeps it."""
        return self.cleaned_data["chosen"]

    @property
    def certainty(self) -> int | None:
        """How sure the student is, where the item asks."""
        told = self.cleaned_data.get("certainty")
        return int(told or certainty.LEAST) if self.item.asks_certainty else None

    @property
    def mark(self) -> str:
        """The mark of the page that sent it. It keeps it: what it sends next is its own, too."""
        self.is_valid()
        return self.cleaned_data.get("page", "")

    @property
    def seen(self) -> Seen:
        """What the sending page had seen."""
        return Seen(self.cleaned_data["version"], self.cleaned_data["page"])


def _initial(response, page: str) -> dict:
    first = {"version": response.version if response else 0, "page": page or secrets.token_urlsafe(9)}
    first["certainty"] = response.certainty if response else certainty.LEAST
    return first | ({"chosen": response.chosen} if response else {})


def _certainty_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Hvor sikker er du?",
        choices=[(str(level), words) for level, words in certainty.LEVELS.items()],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": "Vælg, hvor sikker du er, mellem 1 og 3."},
    )


class HandInForm(forms.Form):
    """What the page that hands in had seen."""

    version = VersionField(required=False)


class PracticeForm(forms.Form):
    """What to practise: everything with the weak first, or one topic."""

    def __init__(self, data=None, **kwargs):
        """Offer every topic of the catalogue, by group."""
        super().__init__(data, **kwargs)
        by_group: dict[str, list] = {}
        for topic in rules.topics().values():
            by_group.setdefault(GROUPS.get(topic.group, topic.group), []).append((topic.key, topic.title))
        self.fields["emne"] = forms.ChoiceField(
            label="Emne",
            required=False,
            choices=[("", "Alle emner, de svageste først"), *by_group.items()],
            error_messages={"invalid_choice": "Emnet findes ikke. Vælg et fra listen."},
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
