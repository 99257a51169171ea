"""The receipt of a finished case: a page for print, and the same as data."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases import receipts
from cases.earlier import as_asked
from cases.models import Walkthrough
from cases.requests import HtmxRequest
from cases.views.player import find


@login_required
@require_safe
def receipt(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The person's own receipt, for print."""
    walkthrough = _asked(request, find(request, uuid))
    if not walkthrough.result:
        return redirect(walkthrough)
    shows, back = walkthrough.shows_feedback(), reverse("cases:result", args=[uuid])
    return HttpResponse(receipts.as_html(walkthrough, shows=shows, name=str(request.user), back=back))


@login_required
@require_safe
def receipt_as_json(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The same, to keep: the text that the checksum is of."""
    walkthrough = _asked(request, find(request, uuid))
    if not walkthrough.result:
        return redirect(walkthrough)
    return HttpResponse(
        receipts.as_json(walkthrough, shows=walkthrough.shows_feedback()),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="kvittering-{uuid}.json"'},
    )


def _asked(request: HtmxRequest, walkthrough: Walkthrough) -> Walkthrough:
    """The walkthrough, or as `udgave` asks: as it was before it was graded again, if the student saw that."""
    return as_asked(walkthrough, request.GET.get("udgave", ""), only_shown=True)
