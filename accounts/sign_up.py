"""The form by which a person makes an account and joins a course."""

from django import forms
from django.http import HttpRequest

from accounts.models import User
from accounts.registry import UnknownJoinCode, check_join_code, join


class SignUpForm(forms.Form):
    """The fields on top of allauth's address and password."""

    name = forms.CharField(
        label="Navn",
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text="Din underviser ser navnet på holdlisten.",
    )
    join_code = forms.CharField(
        label="Tilmeldingskode",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text="Den får du af din underviser.",
    )

    field_order = ("name", "email", "password1", "join_code")

    def clean_join_code(self) -> str:
        """Refuse a code that no course answers to."""
        code = self.cleaned_data["join_code"]
        try:
            check_join_code(code)
        except UnknownJoinCode:
            raise forms.ValidationError(
                f"Intet hold svarer til koden ’{code}’. Tjek den hos din underviser."
            ) from None
        return code

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep the name, and enrol the person."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
        join(user, self.cleaned_data["join_code"])
