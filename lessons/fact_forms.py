"""A form for a topic's facts: labels, help, units and bounds come from the facts themselves."""

from datetime import date
from decimal import Decimal

from crispy_forms.bootstrap import AppendedText, InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

import rules
from lessons import fields
from rules.values import plain

MISSING = "Oplysningen mangler."


class FactForm(forms.Form):
    """Reads facts as people type them; `facts()` gives them as the rules read them.

    base: the facts that this form does not ask for, as plain data.
    """

    topic = None

    def __init__(self, *args, base=None, **options):
        self.base = dict(base or {})
        known = self.base | (options.get("initial") or {})
        kinds = {spec.name: spec.kind for spec in self.specs}
        options["initial"] = {name: _shown(kinds.get(name), value) for name, value in known.items()}
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*(self._row(spec) for spec in self._asked()))

    @property
    def specs(self):
        """What the form may ask for."""
        return self.topic.specs

    def _asked(self):
        return [spec for spec in self.specs if spec.name in self.fields]

    def _row(self, spec):
        if spec.kind == "bool":
            return InlineRadios(spec.name, wrapper_class="is-wide")
        return AppendedText(spec.name, spec.unit) if spec.unit else Field(spec.name)

    @property
    def plain(self):
        """The facts as plain data: what was asked, on top of what was given."""
        asked = {spec.name: _plain(self.cleaned_data.get(spec.name)) for spec in self._asked()}
        kept = {name: value for name, value in self.base.items() if name not in asked}
        given = {spec.name: asked[spec.name] for spec in self._asked() if self._is_given(spec, asked)}
        return kept | given

    def _is_given(self, spec, asked):
        return asked[spec.name] is not None or spec.optional

    def facts(self):
        """The facts of a valid form."""
        return self._facts

    def clean(self):
        """Let the rules read the facts; what is wrong stands beside its field."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        try:
            self._facts = self.topic.read(self.plain)
        except rules.FactError as error:
            for problem in error.problems:
                asked = problem.fact in self.fields
                self.add_error(problem.fact if asked else None, told(problem, asked))
        return cleaned

    def full_clean(self):
        """Focus goes to the first field that is wrong."""
        super().full_clean()
        first = next((name for name in self.fields if name in self._errors), None)
        if first:
            self.fields[first].widget.attrs["autofocus"] = True


def told(problem, beside_field):
    """What is wrong, beside its field or with the name of the fact."""
    return problem.message if beside_field or not problem.label else f"{problem.label}: {problem.message}"


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value


def _shown(kind, value):
    """Stored facts as the fields show them: an ISO day as a day, a number as a number."""
    try:
        if kind == "date" and isinstance(value, str):
            return date.fromisoformat(value)
        return Decimal(str(value)) if kind in ("kroner", "percent", "number") and value is not None else value
    except (ValueError, ArithmeticError):
        return value


def typed_fact(spec, value):
    """A value of the rules as a person would type it in its field."""
    shown = _shown(spec.kind, plain(value))
    return "" if shown is None else str(_field(spec).prepare_value(shown))


def fact_form(topic, names=None):
    """The class of the form that asks for these facts of the topic, or for all of them."""
    asked = [spec for spec in topic.specs if names is None or spec.name in names]
    built = {spec.name: _field(spec) for spec in asked}
    return type(f"{topic.key.title().replace('_', '')}Form", (FactForm,), built | {"topic": topic})


def _field(spec):
    options = {
        "label": spec.label,
        "help_text": _help(spec),
        "required": spec.required and not spec.optional,
    }
    if spec.default is not None:
        options["initial"] = spec.default
    if spec.kind == "bool":
        return _required(fields.YesNoField(unknown=spec.uoplyst, **options))
    if spec.kind == "choice":
        return _required(_choice(spec, options))
    if spec.items:
        return _required(fields.ListField(FIELDS[spec.items], **options))
    return _required(FIELDS[spec.kind](**options))


def _choice(spec, options):
    choices = list(spec.choices.items())
    if spec.optional:
        choices.insert(0, ("", (spec.absent or "ikke oplyst").capitalize()))
    return forms.TypedChoiceField(
        choices=choices,
        empty_value=None,
        error_messages={"invalid_choice": "Vælg en af mulighederne. Du sendte ’%(value)s’."},
        **options,
    )


def _required(field):
    field.error_messages["required"] = MISSING
    return field


def _help(spec):
    empty = f"Tomt felt: {spec.absent}." if spec.optional and spec.absent and spec.kind != "choice" else ""
    return " ".join(part for part in (spec.help, empty) if part)


FIELDS = {
    "kroner": fields.DanishDecimalField,
    "percent": fields.DanishDecimalField,
    "number": fields.DanishDecimalField,
    "int": fields.DanishIntegerField,
    "date": fields.DanishDateField,
    "fraction": fields.FractionField,
    "text": forms.CharField,
}
