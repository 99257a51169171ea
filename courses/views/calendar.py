"""The calendar at its secret address, and the switch for it on Min side."""

from hashlib import sha256

from allauth.decorators import rate_limit
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST, require_safe

from courses import calendar_feed


@rate_limit(action="calendar", limit_get=True)
@require_safe
def calendar(request, secret):
    """The deadlines as a file; who has the address needs no sign-in, since a calendar has none."""
    feed = calendar_feed.find(secret)
    if feed is None:
        raise Http404
    body = calendar_feed.as_ics(feed)
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {
        "ETag": etag,
        "Cache-Control": "private, no-cache",
        "Content-Disposition": 'inline; filename="subsumo.ics"',
        "X-Robots-Tag": "noindex",
    }
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=etag, response=response)


@login_required
@require_POST
def new_address(request):
    """Switch the calendar on, or give it another address."""
    calendar_feed.new_address(request.user)
    messages.success(request, "Din kalender har en ny adresse. En tidligere adresse virker ikke mere.")
    return redirect("accounts:my_page")


@login_required
@require_POST
def switch_off(request):
    """Switch the calendar off."""
    calendar_feed.switch_off(request.user)
    messages.success(request, "Kalenderen er slået fra, og adressen virker ikke mere.")
    return redirect("accounts:my_page")
