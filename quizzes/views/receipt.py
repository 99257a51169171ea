"""The receipt of a finished attempt: a page for print, and the same as data."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from quizzes import receipts
from quizzes.models import Attempt


@login_required
@require_safe
def receipt(request, uuid):
    """The person's own receipt, for print."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=uuid)
    if found.is_open:
        return redirect(found)
    back = reverse("quizzes:result", args=[uuid])
    page = receipts.as_html(found, shows=_shows(found), name=str(request.user), back=back)
    return HttpResponse(page)


@login_required
@require_safe
def receipt_as_json(request, uuid):
    """The same, to keep: the text that the checksum is of."""
    found = get_object_or_404(Attempt.objects.visible_to(request.user), pk=uuid)
    if found.is_open:
        return redirect(found)
    return HttpResponse(
        receipts.as_json(found, shows=_shows(found)),
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="kvittering-{uuid}.json"'},
    )


def _shows(attempt: Attempt) -> bool:
    return attempt.is_released or attempt.is_practice
