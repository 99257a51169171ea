"""The forms of the player: one field an answer, and all of Konklusion at once.

A field reads what people type and gives back plain data, as the rules take it.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.template.loader import render_to_string

import rules
from cases.faktum import FACTS
from cases.path import FIGURES, STEPS, Place
from lessons.fields import (
    CitationField,
    DanishDateField,
    DanishDecimalField,
    DanishIntegerField,
    FractionField,
    ListField,
)
from rules import answers
from rules.values import plain as rules_plain

LONGEST = 500
REQUIRED = {
    "bool": "Vælg ja eller nej.",
    "choice": "Vælg en af mulighederne.",
    "outcome": "Vælg den afgørelse, som reglen fører til.",
    FACTS: "Vælg mindst én oplysning.",
    "citation": "Skriv den bestemmelse, du bruger, fx KAL § 7 c.",
    "date": "Skriv datoen, fx 31-01-2026.",
}
TYPED = {
    "citation": CitationField,
    "date": DanishDateField,
    "kroner": DanishDecimalField,
    "percent": DanishDecimalField,
    "number": DanishDecimalField,
    "int": DanishIntegerField,
    "fraction": FractionField,
}


class _Stored:
    """A value out of the database, to tell it from one that was sent."""

    def __init__(self, value: Any):
        self.value = value


class OptionField(forms.ChoiceField):
    """One of a few. What is sent is the place in the list, so that no key of the law stands in the page."""

    widget = forms.RadioSelect

    def __init__(self, *, options: dict[Any, str], **kwargs: Any):
        self.keys = list(options)
        numbered = enumerate(options.values(), start=1)
        super().__init__(choices=[(str(number), label) for number, label in numbered], **kwargs)
        self.error_messages["invalid_choice"] = "Vælg en af mulighederne. Det sendte svar er ikke en af dem."

    def clean(self, value):
        chosen = super().clean(value)
        return self.keys[int(chosen) - 1] if chosen else None

    def prepare_value(self, value):
        """The place of a stored key; what was sent stays as it was sent."""
        if isinstance(value, _Stored):
            return str(self.keys.index(value.value) + 1) if value.value in self.keys else ""
        return value


class OptionsField(forms.MultipleChoiceField):
    """Several of a list. What is sent are the places in the list, so that no key of the law stands in the page."""

    widget = forms.CheckboxSelectMultiple
    many = True

    def __init__(self, *, options: dict[str, str], **kwargs: Any):
        self.keys = list(options)
        numbered = enumerate(options.values(), start=1)
        super().__init__(choices=[(str(number), label) for number, label in numbered], **kwargs)
        self.error_messages["invalid_choice"] = (
            "Vælg blandt oplysningerne. Det sendte svar er ikke en af dem."
        )

    def clean(self, value):
        """The keys of what was chosen; None for nothing."""
        return [self.keys[int(chosen) - 1] for chosen in super().clean(value)] or None

    def prepare_value(self, value):
        """The places of stored keys; what was sent stays as it was sent."""
        if isinstance(value, _Stored):
            return [str(self.keys.index(key) + 1) for key in value.value if key in self.keys]
        return value


def field_for(place: Place, *, required: bool) -> forms.Field:
    """The field in which this item is answered."""
    item = place.item
    shared: dict[str, Any] = {"label": item.question, "required": required}
    if item.kind == "bool":
        field: forms.Field = OptionField(options={True: "Ja", False: "Nej"}, **shared)
    elif item.kind in ("choice", "outcome"):
        field = OptionField(options=item.choices, **shared)
    elif item.kind == FACTS:
        field = OptionsField(options=item.choices, **shared)
    elif item.kind == "list":
        field = ListField(TYPED[item.items], **shared)
    elif item.kind in TYPED:
        field = TYPED[item.kind](**shared)
    else:
        field = forms.CharField(max_length=LONGEST, empty_value=None, **shared)
    field.error_messages["required"] = REQUIRED.get(item.kind, "Skriv dit svar.")
    return field


class AnswerForm(forms.Form):
    """The answers that are saved together: one item, or everything in Konklusion."""

    def __init__(
        self,
        places: list[Place],
        *args: Any,
        required: bool = True,
        verdicts: dict | None = None,
        **kwargs: Any,
    ):
        super().__init__(*args, **{"use_required_attribute": False} | kwargs)
        self.places = {place.name: place for place in places}
        self.verdicts = verdicts or {}
        for name, place in self.places.items():
            self.fields[name] = field_for(place, required=required)
            if place.answer is not None:
                self.initial[name] = _initial(place)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            *(_Judged(name, self.verdicts.get(name), self.fields[name]) for name in self.places)
        )

    def clean(self):
        """Let the rules read each answer; what they cannot take stands beside its field."""
        cleaned = super().clean()
        for name, place in self.places.items():
            value = plain(cleaned.get(name))
            if value is None or place.slot not in (STEPS, FIGURES):
                continue
            try:
                answers.read(place.reading, {place.slot: {place.key: value}})
            except rules.FactError as error:
                self.add_error(name, error.problems[0].message)
        return cleaned

    @property
    def first_error(self) -> str:
        """What is wrong, for the receipt of a quiet save."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")

    def given(self) -> list[tuple[Place, str, Any]]:
        """Each place with the text as typed and the value as plain data; None where it was left empty."""
        return [
            (place, self._typed(name), plain(self.cleaned_data[name])) for name, place in self.places.items()
        ]

    def _typed(self, name: str) -> str:
        """What the student saw as the answer: the text of a field, the label of an option."""
        labels = dict(getattr(self.fields[name], "choices", ()))
        if getattr(self.fields[name], "many", False):
            sent_all: Any = self.data
            chosen = sent_all.getlist(self.add_prefix(name))
            return "; ".join(labels.get(one, one).partition(":")[0] for one in chosen)[:LONGEST]
        sent = str(self.data.get(self.add_prefix(name), "")).strip()
        return labels.get(sent, sent)[:LONGEST]


class _Judged(Field):
    """A field with the verdict below it."""

    def __init__(self, name: str, verdict: Any, field: forms.Field):
        options = isinstance(field, OptionField | OptionsField)
        super().__init__(name, template="cases/options_field.html" if options else "bootstrap5/field.html")
        self.verdict = verdict

    def render(self, form, context, *args: Any, **kwargs: Any):
        drawn = super().render(form, context, *args, **kwargs)
        if self.verdict is None:
            return drawn
        first = next(iter(form.verdicts)) == self.fields[0]
        focus = first and context["asking"].has_focus
        shown = context.flatten() | {"verdict": self.verdict, "focus": focus}
        return drawn + render_to_string("cases/verdict.html", shown)


def _initial(place: Place):
    if place.item.kind in ("bool", "choice", "outcome", FACTS):
        return _Stored(place.answer.value)
    return place.answer.raw


def plain(value: Any) -> Any:
    """A cleaned value as JSON takes it; numbers as text, so that no digit is lost."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else value
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, bool | str) else str(rules_plain(value))
