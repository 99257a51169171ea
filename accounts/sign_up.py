"""The form by which a person makes an account and joins a course."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from accounts.models import User
from accounts.registry import ClosedJoinCode, UnknownJoinCode, check_join_code, is_invited, join

NO_CODE = "Skriv koden. Du får den af din underviser."
PROVE = (
    "Din underviser har inviteret din adresse. Bekræft den med linket i den mail, vi har sendt, "
    "så kommer du på holdet."
)


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
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text="Den får du af din underviser. Er din adresse inviteret til et hold, kan feltet stå tomt.",
    )

    field_order = ("name", "email", "password1", "join_code")

    def clean_join_code(self) -> str:
        """Refuse a code that no course answers to; an address that is invited does without one."""
        code: str = self.cleaned_data["join_code"]
        if not code and is_invited(self.cleaned_data.get("email", "")):
            return code
        if not code:
            raise forms.ValidationError(NO_CODE, code="required")
        try:
            check_join_code(code)
        except ClosedJoinCode as refusal:
            raise forms.ValidationError(str(refusal)) from None
        except UnknownJoinCode:
            raise forms.ValidationError(
                f"Intet hold svarer til koden ’{code}’. Tjek den hos din underviser."
            ) from None
        return code

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep the name, and enrol the person."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
        if code := self.cleaned_data["join_code"]:
            join(user, code)
        else:
            messages.info(request, PROVE)
