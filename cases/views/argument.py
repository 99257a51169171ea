"""The argument in own words: saved by itself, and in practice held against the rubric by the student."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases import argument, awarding, drafts, page
from cases.answering import Refused
from cases.page import Page
from cases.requests import HtmxRequest
from cases.views.player import QUIET, find

SEE_BOTH = "Den er ændret i en anden fane eller på en anden enhed. Tryk »Gem begrundelse« for at se begge."


@drafts.kept
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """Save the argument. A visit leads to its field."""
    walkthrough = find(request, uuid)
    built, data = page.build(walkthrough), request.POST
    there = redirect(f"{walkthrough.get_absolute_url()}#{argument.NAME}")
    if request.method != "POST" or built.argument is None:
        return there
    form = built.argument.bind(data)
    if not form.is_valid():
        return _show(request, built.keep(data, but=argument.NAME), status=422)
    text, sender = form.cleaned_data[argument.NAME], data.get("page", "")[:40]
    is_open = built.context.get("is_open", True)
    try:
        saved = argument.save(walkthrough, text, data.get("udgave", ""), page=sender, is_open=is_open)
    except Refused as refusal:
        return _refuse(request, page.build(find(request, uuid), built.context), refusal)
    if not request.htmx:
        return there
    return _show(request, page.build(saved, built.context))


@login_required
@require_POST
def check(request: HtmxRequest, uuid: UUID) -> HttpResponse:
    """Keep what the student ticks off in the own argument."""
    walkthrough = find(request, uuid)
    awarding.tick(walkthrough, request.POST.getlist("opfyldt"))
    messages.success(request, "Dine kryds er gemt.")
    return redirect(f"{walkthrough.get_absolute_url()}#begrundelse-tjek")


def _refuse(request: HtmxRequest, built: Page, refusal: Refused) -> HttpResponse:
    """Say why nothing was saved, with what was typed and what is saved beside each other."""
    built.keep(request.POST)
    if built.argument:
        built.argument.is_unsaved = True
        built.argument.show_both(str(refusal))
    if not built.walkthrough.is_open:
        built.notice, built.typed = str(refusal), request.POST.get(argument.NAME, "")
    return _show(request, built, status=refusal.status)


def _show(request: HtmxRequest, built: Page, status: int = 200) -> HttpResponse:
    """The whole page, for htmx the section, and for a save by itself the receipt, which leaves the text alone."""
    built.token = request.POST.get("page", "")[:40] or built.token
    name = "cases/player.html"
    if request.htmx:
        name = "cases/argument.html#receipt" if QUIET in request.POST else "cases/argument.html"
    context = {
        "page": built,
        "walkthrough": built.walkthrough,
        "context": built.context,
        "is_stale": status == Refused.status,
        "is_swapped": request.htmx,
        "see_both": SEE_BOTH,
    }
    return render(request, name, context, status=status)
