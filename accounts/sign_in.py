"""Allauth's views, as Subsumo answers: labels instead of placeholders, and 422 for a form that is refused."""

from typing import Any

from allauth.account import views
from allauth.account.adapter import get_adapter
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpResponse

from accounts import demo
from accounts.registry import UnknownJoinCode

HELP = "Mindst 10 tegn. Ikke kun tal, ikke et almindeligt ord, og ikke dit navn eller din adresse."
CODE_GONE = "Koden er lukket, mens du skrev. Bed din underviser om en ny."


class OurForm:
    """What all the forms of allauth share here."""

    def get_form(self, *args: Any, **kwargs: Any) -> Form:
        """The form without placeholders, which vanish when one types and repeat the label."""
        form: Form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        for field in form.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "password1" in form.fields:
            form.fields["password1"].help_text = HELP
        return form

    def form_invalid(self, form: Form) -> HttpResponse:
        """The same page, said to be refused."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        response.status_code = 422
        return response


class SignIn(OurForm, views.LoginView):
    """Sign in with address and password."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the sign-ins of the demonstration, where there is one."""
        return super().get_context_data(**kwargs) | {"demo": demo.sign_ins()}


class SignUp(OurForm, views.SignupView):
    """Make an account with a join code."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Of two clicks at once the second is told that the first has made the account."""
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)
        except IntegrityError:
            form.add_error("email", get_adapter().error_messages["email_taken"])
            return self.form_invalid(form)
        except UnknownJoinCode:
            form.add_error("join_code", CODE_GONE)
            return self.form_invalid(form)
        return response


class ChangePassword(OurForm, views.PasswordChangeView):
    """A new password for a person who knows the old one."""


class ForgottenPassword(OurForm, views.PasswordResetView):
    """Ask for a mail with a link to a new password."""


class NewPassword(OurForm, views.PasswordResetFromKeyView):
    """A new password, by the link of the mail."""


class ConfirmPassword(OurForm, views.ReauthenticateView):
    """The password once more, before something that cannot be undone."""
