"""The list of cases, and one case before it is begun."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from cases import catalogue, start
from cases.models import Case


@login_required
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Every case that this person may work, by group."""
    return render(request, "cases/cases.html", {"groups": catalogue.groups(request.user)})


@login_required
@require_safe
def case(request: HttpRequest, slug: str) -> HttpResponse:
    """What a case is about, and what this person has done with it."""
    found = Case.objects.visible_to(request.user).find_or_404(slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    return render(request, "cases/case.html", catalogue.of(found, request.user))


@login_required
@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """A walkthrough on the case's own facts."""
    found = get_object_or_404(Case.objects.visible_to(request.user), slug=slug)
    try:
        return redirect(start.begin(request.user, found))
    except start.CannotStart as error:
        messages.error(request, str(error))
        return redirect(found)
