"""The form that starts a grading anew."""

from django import forms

from cases.argument import LongText
from courses.forms.shape import PageForm
from courses.models import Reading, Regrade

LONGEST = 2000


class RegradeForm(PageForm):
    """Whose work, by which reading, and why."""

    use_required_attribute = False

    scope = forms.ChoiceField(choices=Regrade.Scope, widget=forms.HiddenInput)
    reading = forms.ChoiceField(
        label="Retsgrundlag",
        choices=[("", "Det samme som før"), *Reading.choices],
        required=False,
        help_text="Vælg kun et andet, hvis besvarelserne skulle have været bedømt efter det.",
    )
    reason = LongText(
        name="Begrundelsen",
        longest=LONGEST,
        label="Begrundelse",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Fx »Nøglen til spørgsmål 4 var forkert«. De studerende læser den, hvis deres resultat ændres.",
        error_messages={"required": "Skriv, hvorfor der skal ombedømmes."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True
