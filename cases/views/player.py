"""The player: one page, each answer saved by its own form."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases import again, answering, drafts, hints, page, registry, start, timed
from cases.answering import Given, Refused
from cases.models import Walkthrough
from cases.page import Page
from cases.requests import HtmxRequest

QUIET = "stille"


def find(request: HtmxRequest, uuid: UUID) -> Walkthrough:
    """The person's own walkthrough, handed in if its time is out; that of anybody else does not exist."""
    return timed.settled(get_object_or_404(Walkthrough.objects.visible_to(request.user).for_page(), pk=uuid))


@login_required
@require_safe
def player(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The story, and the answers so far."""
    walkthrough = find(request, uuid)
    if not walkthrough.is_open:
        return redirect("cases:result", uuid)
    return _show(request, drafts.put_back(request, page.build(walkthrough)))


@drafts.kept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HtmxRequest, uuid: UUID, name: str) -> HttpResponse:
    """Save one answer, or all of Konklusion. A visit leads to the question."""
    walkthrough = find(request, uuid)
    if request.method == "GET":
        return redirect(f"{walkthrough.get_absolute_url()}#{name}")
    built, version = page.build(walkthrough), request.POST.get("version", "")
    asking = built.find(name)
    try:
        if asking is None:
            raise answering.why_not_asked(walkthrough, version)
        if not asking.bind(request.POST).is_valid():
            return _show(request, built.keep(request.POST), name, status=422)
        given = [Given(*one) for one in asking.form.given()]
        is_open = built.context.get("is_open", True)
        sender = request.POST.get("page", "")[:40]
        saved = answering.save(walkthrough, given, version, page=sender, is_open=is_open)
    except Refused as refusal:
        built = page.build(find(request, uuid), built.context).keep(request.POST)
        return _show(request, built.refuse(refusal, name, request.POST), status=refusal.status)
    if not request.htmx:
        return redirect(f"{saved.get_absolute_url()}#{name}")
    return _show(request, page.build(saved, built.context).keep(request.POST, but=name), name)


@login_required
@require_POST
def hint(request: HtmxRequest, uuid: UUID, name: str, degree: int) -> HttpResponse:
    """Take one degree of help at a place of the path."""
    walkthrough = find(request, uuid)
    context, page_name = registry.context_of(walkthrough), request.POST.get("page", "")[:40]
    is_open, version = context.get("is_open", True), request.POST.get("version", "")
    try:
        saved = hints.take(walkthrough, name, degree, version, page=page_name, is_open=is_open)
    except Refused as refusal:
        built = page.build(find(request, uuid), context).keep(request.POST)
        return _show(request, built.refuse(refusal, name, {}), status=refusal.status)
    if not request.htmx:
        return redirect(f"{saved.get_absolute_url()}#hjaelp-{name}")
    return _show(request, page.build(saved, context).keep(request.POST).point_at_help(name))


@login_required
@require_POST
def solution(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """Show the solution of a practice."""
    walkthrough = find(request, uuid)
    if not walkthrough.is_practice:
        messages.error(request, f"Løsningen kan ikke vises i en {walkthrough.get_mode_display().lower()}.")
        return redirect(walkthrough)
    answering.show_solution(walkthrough)
    return redirect(f"{walkthrough.get_absolute_url()}#loesning")


@login_required
@require_POST
def new_variant(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """The same case on fresh facts, aimed at what went wrong."""
    walkthrough = find(request, uuid)
    if walkthrough.is_timed and walkthrough.is_open:
        messages.error(request, "Aflever prøven først. Så kan du få en ny variant.")
        return redirect(walkthrough)
    try:
        return redirect(again.again(walkthrough, request.POST.get("level", "")))
    except start.CannotStart:
        messages.error(
            request, "Der kunne ikke laves en ny variant af sagen nu. Prøv igen, eller vælg en anden case."
        )
        return redirect(walkthrough)


def _show(request: HtmxRequest, built: Page, name: str = "", status: int = 200) -> HttpResponse:
    """The whole page, or for htmx the answers; a quiet save of Konklusion only swaps the receipt."""
    built.token = request.POST.get("page", "")[:40] or built.token
    asking = built.find(name)
    if asking:
        asking.has_focus = QUIET not in request.POST
    part = ""
    if request.htmx and request.method == "POST":
        quiet = asking and asking.saves_quietly and QUIET in request.POST
        part = "#receipt" if quiet else "#answers"
    context = {"page": built, "walkthrough": built.walkthrough, "context": built.context, "asking": asking}
    return render(request, f"cases/player.html{part}", context, status=status)
