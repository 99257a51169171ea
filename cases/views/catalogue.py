"""The list of cases, and one case before it is begun."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from cases import catalogue, fading, start
from cases.models import Case, Walkthrough


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
    """A walkthrough on the case's own facts, or on facts drawn at the level that was chosen."""
    level = request.POST.get("level", "")
    return _open(request, slug, lambda case: start.begin(request.user, case, level))


@login_required
@require_POST
def worked(request: HttpRequest, slug: str) -> HttpResponse:
    """The case worked as an example: whole, with gaps, or blank again."""
    step = request.POST.get("step", fading.WHOLE)
    return _open(request, slug, lambda case: fading.show(request.user, case, step))


def _open(request: HttpRequest, slug: str, begin: Callable[[Case], Walkthrough]) -> HttpResponse:
    found = get_object_or_404(Case.objects.visible_to(request.user), slug=slug)
    try:
        return redirect(begin(found))
    except start.CannotStart as error:
        messages.error(request, str(error))
        return redirect(found)
