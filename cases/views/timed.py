"""A case against the clock: beginning it, and the clock on its page."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from cases import start, timed
from cases.models import Case
from cases.requests import HtmxRequest
from cases.variants import NoVariant
from cases.views.player import find


@login_required
@require_POST
def begin(request: HtmxRequest, slug: str) -> HttpResponse:
    """A prøve on fresh facts, or the one that is running."""
    found = get_object_or_404(Case.objects.visible_to(request.user), slug=slug)
    try:
        return redirect(timed.begin(request.user, found))
    except start.CannotStart as error:
        messages.error(request, str(error))
    except NoVariant:
        messages.error(request, "Sagen kunne ikke få nye tal lige nu, og prøven er ikke begyndt. Prøv igen.")
    return redirect(found)


@login_required
@require_safe
def clock(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The clock as it is drawn again each minute; what is handed in leads to the result."""
    walkthrough = find(request, uuid)
    if not request.htmx:
        return redirect(walkthrough)
    if not (walkthrough.is_timed and walkthrough.is_open):
        return HttpResponseClientRedirect(walkthrough.get_absolute_url())
    return render(request, "components/clock.html#time", {"clock": timed.clock(walkthrough)})
