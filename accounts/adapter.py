"""Allauth in Subsumo's words."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse


class AccountAdapter(DefaultAccountAdapter):
    """Says what is wrong, and what to do."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": (
            "Adressen og adgangskoden passer ikke sammen. Tjek begge, eller lav en ny adgangskode."
        ),
        "email_taken": "Adressen har allerede en konto. Log ind, eller lav en ny adgangskode.",
        "too_many_login_attempts": "Der er prøvet for mange gange. Vent fem minutter, og prøv igen.",
        "enter_current_password": "Adgangskoden er forkert. Skriv den, du bruger nu.",
        "incorrect_password": "Adgangskoden er forkert.",
        "rate_limited": "Der er prøvet for mange gange. Vent et par minutter, og prøv igen.",
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to Min side, where the person came from."""
        return reverse("accounts:my_page")
