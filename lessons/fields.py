"""Form fields that read and write as Danes do, with messages that say what would be right."""

from decimal import Decimal

from django import forms

from rules import citations, danish

YES, NO, UNKNOWN = "ja", "nej", "uoplyst"
LONGEST = 60
LONGEST_LIST = 500


class _TypedText(forms.CharField):
    """One line of text that `read` turns into a value, or refuses in Danish."""

    inputmode = "text"

    def __init__(self, **options):
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": self.inputmode, "autocomplete": "off"})
        )
        super().__init__(max_length=LONGEST, **options)

    def to_python(self, value):
        """The value, or None for nothing."""
        typed = super().to_python(value)
        return self._read(typed) if typed else None

    def run_validators(self, value):
        """The length was that of the text: a value has none."""

    def _read(self, typed):
        if len(typed) > LONGEST:
            raise forms.ValidationError(f"Skriv højst {LONGEST} tegn.", code="too_long")
        try:
            return self.read(typed)
        except (danish.DanishError, citations.CitationError) as error:
            raise forms.ValidationError(str(error), code="unreadable") from error

    def read(self, typed):
        """The value of what was typed; subclasses say how."""
        return typed

    def prepare_value(self, value):
        """How the value is shown in the field; what was typed stays as it was."""
        return self.write(value) if value is not None and not isinstance(value, str) else value

    def write(self, value):
        """The value as a person would type it."""
        return str(value)


class DanishDecimalField(_TypedText):
    """An amount or a percentage: "30.000", "1 234,56 kr." and "3,5 %" are read, "12.50" is refused."""

    inputmode = "decimal"

    def read(self, typed):
        return danish.read_number(typed)

    def write(self, value):
        number = Decimal(str(value))
        whole = number == number.to_integral_value()
        return danish.show_number(number.quantize(Decimal(1)) if whole else number.normalize())


class DanishIntegerField(DanishDecimalField):
    """A whole number."""

    inputmode = "numeric"

    def read(self, typed):
        number = super().read(typed)
        if number != number.to_integral_value():
            raise danish.DanishError(f"Skriv et helt tal, fx 12. Du skrev ’{typed}’.")
        return int(number)


class DanishDateField(_TypedText):
    """A day: "31-01-2026", "31/1-2026" and "31. januar 2026" are read."""

    def read(self, typed):
        return danish.read_date(typed)

    def write(self, value):
        return f"{value:%d-%m-%Y}"


class FractionField(_TypedText):
    """A share of the whole, as "1/3" or "0,25"; the value is text that the rules read."""

    def read(self, typed):
        return typed if "/" in typed else str(danish.read_number(typed))


class CitationField(_TypedText):
    """A provision in any usual way of writing it."""

    def read(self, typed):
        return citations.read(typed)


class ListField(forms.CharField):
    """Several values in one line with a semicolon between them, each read by a field of its own kind."""

    def __init__(self, one, **options):
        super().__init__(max_length=LONGEST_LIST, **options)
        self.one = one()
        self.one.error_messages["required"] = "Der mangler en værdi ved et semikolon."
        self.widget.attrs["autocomplete"] = "off"
        self.help_text = f"{self.help_text} Skriv semikolon mellem værdierne.".strip()

    def to_python(self, value):
        """The values, or None for nothing."""
        typed = super().to_python(value)
        return [self.one.clean(part) for part in typed.rstrip("; ").split(";")] if typed else None

    def run_validators(self, value):
        """The length was that of the text: a list has none."""

    def clean(self, value):
        """Refuse a line that is too long before its values are read."""
        if len(str(value or "")) > LONGEST_LIST:
            raise forms.ValidationError(f"Skriv højst {LONGEST_LIST} tegn.", code="too_long")
        return super().clean(value)

    def prepare_value(self, value):
        """The values as a person would type them; what was typed stays as it was."""
        if not isinstance(value, list | tuple):
            return value
        return "; ".join(str(self.one.prepare_value(item)) for item in value)


class YesNoField(forms.TypedChoiceField):
    """Ja or Nej as two whole labels; also Uoplyst where the law speaks of it."""

    def __init__(self, *, unknown=False, **options):
        choices = [(YES, "Ja"), (NO, "Nej")] + ([(UNKNOWN, "Uoplyst")] if unknown else [])
        super().__init__(
            choices=choices,
            coerce={YES: True, NO: False, UNKNOWN: UNKNOWN}.get,
            empty_value=None,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": "Vælg ja eller nej. Du sendte ’%(value)s’."},
            **options,
        )

    def prepare_value(self, value):
        """True and false as the labels' keys."""
        if isinstance(value, bool):
            return YES if value else NO
        return value
