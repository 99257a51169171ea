"""Allauth in Subsumo's words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.models import User
from accounts.registry import redeem_invitations


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

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Who signs in with an address that is proved gets what waits for it."""
        if EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists():
            redeem_invitations(user)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Who proves the address gets what waits for it."""
        is_confirmed: bool = super().confirm_email(request, email_address)
        if is_confirmed and email_address.email.lower() == email_address.user.email.lower():
            redeem_invitations(email_address.user)
        return is_confirmed

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to Min side, where the person came from."""
        return reverse("accounts:my_page")
