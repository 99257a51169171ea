"""What comes after the answer: one fact changed, and the case built the other way round."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases import building as build
from cases import drafts, reverse_tasks
from cases.building import Work
from cases.models import Building, Case
from cases.requests import HtmxRequest
from cases.reverse_tasks import Asked
from cases.views.player import find
from cases.what_if import CHOSEN, WhatIf


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def what_if(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """Choose a fact, change it and predict; then see. Nothing is kept."""
    walkthrough = find(request, uuid)
    if not walkthrough.shows_solution:
        return redirect(walkthrough)
    sent = request.POST if request.method == "POST" else None
    tried = WhatIf(walkthrough, (sent or request.GET).get(CHOSEN, ""), sent)
    if not tried.chosen:
        return redirect(walkthrough)
    is_refused = sent is not None and not tried.form.is_valid()
    template = f"cases/what_if.html{'#change' if request.htmx else ''}"
    context = {"walkthrough": walkthrough, "what_if": tried}
    return render(request, template, context, status=422 if is_refused else 200)


@login_required
@require_safe
def buildings(request: HttpRequest, slug: str) -> HttpResponse:
    """The reverse tasks of a case, for who knows how the case ends."""
    case = get_object_or_404(Case.objects.visible_to(request.user), slug=slug)
    is_open = build.is_open_to(request.user, case)
    tasks = reverse_tasks.tasks_of(case) if is_open else []
    rows = {row.task: row for row in Building.objects.visible_to(request.user).filter(case=case)}
    listed = [(asked, rows.get(asked.key)) for asked in tasks]
    context = {"case": case, "is_open": is_open, "tasks": listed}
    return render(request, "cases/buildings.html", context)


@drafts.kept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def building(request: HtmxRequest, slug: str, number: int) -> HttpResponse:
    """One reverse task: change the facts, and see how near they are."""
    case, asked = _asked(request, slug, number)
    if asked is None:
        return redirect("cases:buildings", slug)
    row = _row(request, case, asked)
    if request.method != "POST":
        typed = drafts.take(request, slug=slug, number=number)
        return _show(request, Work(case, asked, row, typed), number, drafts.NOTICE if typed else "")
    work = Work(case, asked, row, request.POST)
    if not work.form.is_valid():
        return _show(request, work, number, status=422)
    saved = build.save(request.user, case, asked, work.form.facts())
    if not request.htmx:
        return redirect("cases:building", slug, number)
    return _show(request, Work(case, asked, saved), number)


@login_required
@require_POST
def building_solution(request: HtmxRequest, slug: str, number: int) -> HttpResponse:
    """Tell one set of facts that does what is wished."""
    case, asked = _asked(request, slug, number)
    row = _row(request, case, asked) if asked else None
    if asked and row:
        build.show_solution(row, asked)
    return redirect("cases:building", slug, number)


def _asked(request: HttpRequest, slug: str, number: int) -> tuple[Case, Asked | None]:
    """The task with this number; none for who does not know yet how the case ends."""
    case = get_object_or_404(Case.objects.visible_to(request.user), slug=slug)
    if not build.is_open_to(request.user, case):
        return case, None
    tasks = dict(enumerate(reverse_tasks.tasks_of(case), start=1))
    if number not in tasks:
        raise Http404
    return case, tasks[number]


def _row(request: HttpRequest, case: Case, asked: Asked) -> Building | None:
    return Building.objects.visible_to(request.user).filter(case=case, task=asked.key).first()


def _show(request: HtmxRequest, work: Work, number: int, notice: str = "", status: int = 200) -> HttpResponse:
    """The whole page, or for htmx the part that changes."""
    template = f"cases/building.html{'#work' if request.htmx else ''}"
    context = {"case": work.case, "work": work, "number": number, "notice": notice}
    return render(request, template, context, status=status)
