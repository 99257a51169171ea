"""The provisions by act, and the terms of art."""

from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lessons import statutes, topic_pages
from lessons.danish_order import danish_order
from lessons.models import Provision, Term
from rules import citations


@login_required
@require_safe
def provisions(request):
    """Every provision, by act and in the order of the act."""
    found = Provision.objects.visible_to(request.user)
    acts = [
        {"key": key, "name": statutes.act_name(key), "provisions": list(group)}
        for key, group in groupby(found, key=lambda provision: provision.act)
    ]
    return render(request, "lessons/provisions.html", {"acts": acts})


@login_required
@require_safe
def provision(request, slug):
    """One provision in our own words; one that is not written yet leads to the official text."""
    visible = Provision.objects.visible_to(request.user)
    citation = statutes.of_address(slug)
    try:
        found = visible.find_or_404(slug)
    except Http404:
        if citation is None:
            raise
        return render(request, "lessons/provision_unwritten.html", about(citation))
    if found.slug != slug:
        return redirect(found, permanent=True)
    context = about(citations.read(found.citation)) | {"provision": found}
    return render(request, "lessons/provision.html", context)


def about(citation):
    """What the page of a provision says besides our own words."""
    return {"citation": citation, "act_name": citation.act.name, "topics": topic_pages.citing(citation)}


@login_required
@require_safe
def terms(request):
    """Every term in the order of the Danish alphabet."""
    found = sorted(Term.objects.visible_to(request.user), key=lambda term: danish_order(term.title))
    letters = [
        {"letter": letter, "terms": list(group)}
        for letter, group in groupby(found, key=lambda term: term.title[:1].upper())
    ]
    return render(request, "lessons/terms.html", {"letters": letters})


@login_required
@require_safe
def term(request, slug):
    """One term: what it means, an example, where the law has it."""
    visible = Term.objects.visible_to(request.user)
    found = visible.find_or_404(slug)
    if found.slug != slug:
        return redirect(found, permanent=True)
    context = {
        "term": found,
        "provisions": [topic_pages.cited(citations.read(text)) for text in found.provisions],
        "see_also": visible.filter(slug__in=found.see_also),
    }
    return render(request, "lessons/term.html", context)
