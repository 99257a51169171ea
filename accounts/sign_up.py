"""The form by which a person makes an account."""

from django import forms
from django.http import HttpRequest

from accounts.models import User


class SignUpForm(forms.Form):
    """The fields that come on top of address and password."""

    name = forms.CharField(label="Navn", max_length=150)

    def signup(self, request: HttpRequest, user: User) -> None:
        """Keep what allauth does not know of."""
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
