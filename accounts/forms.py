"""The forms of Min side."""

from typing import Any

from django import forms

from accounts.models import User


class NameForm(forms.ModelForm):
    """The name that teachers and fellow students see."""

    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": "Navn"}
        error_messages = {"name": {"required": "Skriv dit navn. Det gamle navn står indtil da."}}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class DeleteAccountForm(forms.Form):
    """Proof that the person at the keyboard is the owner of the account."""

    password = forms.CharField(
        label="Din adgangskode",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Skriv din adgangskode for at slette kontoen."},
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """Refuse a wrong password."""
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError("Adgangskoden er forkert. Kontoen er ikke slettet.")
        return password
