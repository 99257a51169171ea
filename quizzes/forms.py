"""The forms of the quizzes: one answer, handing in, and what to practise."""

import secrets
from copy import copy
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

import rules
from quizzes.items import Item

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


class AnswerForm(forms.Form):
    """The options of one item. Knows their keys and texts, never which of them are right."""

    version = VersionField(required=False)
    page = PageField(required=False)

    def __init__(self, item: Item, data=None, *, response=None):
        """Show the saved answer, or what was sent."""
        self.item = item
        super().__init__(data, initial=_initial(item, response), auto_id="id_%s")
        self.fields["chosen"] = _options_field(item)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Field("chosen", template="quizzes/options_field.html"))

    def choose(self, keys) -> None:
        """Show these options as chosen before anything is sent."""
        self.initial = {**self.initial, **_choice(self.item, keys)}

    def catch_up(self, fresh: "AnswerForm") -> None:
        """Keep what was sent, on a page that has seen what the fresh form has seen."""
        sent: Any = copy(self.data)
        for name in ("version", "page"):
            sent[name] = fresh.initial[name]
        self.data = sent

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen options, in the order shown."""
        sent = self.cleaned_data["chosen"]
        keys = sent if isinstance(sent, list) else [sent]
        return [choice.key for choice in self.item.choices if choice.key in keys]

    @property
    def seen(self) -> Seen:
        """What the sending page had seen."""
        return Seen(self.cleaned_data["version"], self.cleaned_data["page"])


def _initial(item: Item, response) -> dict:
    first = {"version": response.version if response else 0, "page": secrets.token_urlsafe(9)}
    return first | _choice(item, response.chosen) if response else first


def _choice(item: Item, chosen) -> dict:
    return {"chosen": chosen if item.is_multiple else next(iter(chosen), None)}


def _options_field(item: Item) -> forms.ChoiceField:
    choices = [(choice.key, choice.text) for choice in item.choices]
    unknown = "Svaret findes ikke blandt mulighederne. Vælg et af dem, der står her."
    if item.is_multiple:
        return forms.MultipleChoiceField(
            label="Vælg alle rigtige svar",
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "Vælg mindst ét svar.",
                "invalid_choice": unknown,
                "invalid_list": unknown,
            },
        )
    return forms.ChoiceField(
        label="Vælg ét svar",
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg et svar.", "invalid_choice": unknown},
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
