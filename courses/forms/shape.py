"""The shape that the forms of the course pages share."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator


class PageForm(forms.Form):
    """Drawn by crispy inside the page's own form tag; the first faulty field takes the focus."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def full_clean(self):
        super().full_clean()
        faulty = next((name for name in self.fields if name in self._errors), None)
        if faulty:
            self.fields[faulty].widget.attrs["autofocus"] = True


def whole(field, least: int, most: int, unit: str) -> None:
    """A whole number from least to most, refused in Danish."""
    # What a validator says is filled in with the value, and so a percent sign is written twice.
    said = unit.replace("%", "%%")
    field.validators = [
        MinValueValidator(least, f"Skriv mindst {least} {said}."),
        MaxValueValidator(most, f"Skriv højst {most} {said}."),
    ]
    field.min_value, field.max_value = least, most
    field.widget.attrs |= {"min": least, "max": most}
    field.error_messages |= {"invalid": "Skriv et helt tal.", "required": "Skriv et helt tal."}
