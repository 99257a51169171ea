"""Handing in, and what is left to read afterwards."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from cases import results
from cases.requests import HtmxRequest
from cases.views.player import find


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """Ask once more, with what is not answered; then close the walkthrough."""
    walkthrough = find(request, uuid)
    if request.method == "POST" or not walkthrough.is_open:
        walkthrough.submit()
        shown = reverse("cases:result", args=[uuid])
        return HttpResponseClientRedirect(shown) if request.htmx else redirect(shown)
    context = {
        "walkthrough": walkthrough,
        "progress": walkthrough.progress(),
        "lacks_argument": bool(walkthrough.frozen.get("argument")) and not walkthrough.argument,
    }
    return render(request, "cases/hand_in.html", context)


@login_required
@require_safe
def result(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The answers as they stand, with verdicts and marks when they may be shown; printable."""
    walkthrough = find(request, uuid)
    if not walkthrough.result:
        return redirect(walkthrough)
    return render(request, "cases/result.html", results.of(walkthrough))
