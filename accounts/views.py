"""Min side: my name, what I have read, my data, and the end of my account."""

from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import export, panels
from accounts.erasure import erase
from accounts.forms import DeleteAccountForm, NameForm
from accounts.models import SignedIn


@login_required
@require_safe
def my_page(request: SignedIn) -> HttpResponse:
    """The person's own page."""
    return render(
        request, "accounts/my_page.html", {"form": NameForm(instance=request.user), **_panels(request)}
    )


@login_required
@require_POST
def change_name(request: SignedIn) -> HttpResponse:
    """Keep a new name."""
    form = NameForm(request.POST, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Dit navn er gemt.")
        return redirect("accounts:my_page")
    return render(request, "accounts/my_page.html", {"form": form, **_panels(request)}, status=422)


@login_required
@require_safe
def my_data(request: SignedIn) -> HttpResponse:
    """Everything that is kept about the person, as a file."""
    name = f"mine-data-{timezone.localdate().isoformat()}.json"
    return JsonResponse(
        export.everything(request.user),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
@rate_limit(action="reauthenticate")
@require_http_methods(["GET", "HEAD", "POST"])
def delete_account(request: SignedIn) -> HttpResponse:
    """Delete the account when the person confirms with the password."""
    form = DeleteAccountForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = request.user
        logout(request)
        erase(user)
        messages.success(request, "Din konto er slettet.")
        return redirect("account_login")
    return render(
        request, "accounts/delete_account.html", {"form": form}, status=422 if form.is_bound else 200
    )


def _panels(request: SignedIn) -> dict[str, list[panels.Shown]]:
    return {"panels": panels.shown_to(request)}
