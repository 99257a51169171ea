"""The chapters and their sections."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_POST, require_safe

import rules
from lessons import live_blocks, registry, rendering, rule_cards, turned
from lessons.models import Chapter, Checklist, Section


@login_required
@require_safe
def chapters(request):
    """Every chapter, with how far this person has come."""
    found = Chapter.objects.visible_to(request.user).with_progress(request.user)
    return render(request, "lessons/chapters.html", {"chapters": found})


@login_required
@require_safe
def chapter(request, chapter):
    """One chapter: what it is about, and its sections."""
    found = Chapter.objects.visible_to(request.user).find_or_404(chapter)
    if found.slug != chapter:
        return redirect(found, permanent=True)
    sections = list(found.sections.for_contents(request.user))
    context = {
        "chapter": found,
        "sections": sections,
        "read": sum(section.is_read for section in sections),
        "minutes": sum(section.minutes for section in sections),
        "next": next((section for section in sections if not section.is_read), None),
        "checklists": Checklist.objects.visible_to(request.user).on_topics(_topics(sections)),
    }
    return render(request, "lessons/chapter.html", context)


@login_required
@require_safe
def section(request, chapter, section):
    """One section between its contents and its side column."""
    sections = list(_sections(request, chapter, section))
    found = next((one for one in sections if one.slug == section), None)
    if found is None:
        return redirect(_find(request, section), permanent=True)
    parts = rendering.read_by(found.shown_parts, turned.turned_to(request))
    linked = rendering.linked_terms(parts)
    mentioned, cited = rendering.mentioned(parts)
    cards = live_blocks.cards(request.user, rendering.live_blocks(parts), {*linked, *mentioned}, cited)
    page = rendering.show(request, parts, **cards)
    terms, provisions = cards["term"], cards["provision"]
    context = _contents(found, sections) | {
        "parts": page.parts,
        "switch": turned.switch(request),
        "headings": rendering.headings(parts),
        "terms": [terms[slug] for slug in linked if slug in terms],
        "more_terms": [terms[slug] for slug in mentioned if slug in terms and slug not in linked],
        "provisions": [provisions[slug] for slug in cited if slug in provisions],
        "exercises": registry.exercises(request.user, found.topics),
        "section_topics": [topic for key, topic in rules.topics().items() if key in found.topics],
    }
    return render(request, "lessons/section.html", context, status=rule_cards.status(page.prepared))


@login_required
@require_safe
def section_rule(request, chapter, section, number):
    """One rule card of a section with the reader's facts; without htmx the whole page."""
    found = _find(request, section)
    if not request.htmx:
        return redirect(f"{found.get_absolute_url()}?{request.GET.urlencode()}#{rule_cards.NAME}-{number}")
    card = _card(found, request, number)
    return render(request, "lessons/rule_card.html", {"card": card}, status=422 if card.is_faulty else 200)


@login_required
@require_POST
def mark_read(request, chapter, section):
    """This person has finished the section, or wants to read it again."""
    found = _find(request, section)
    if request.POST.get("laest") == "nej":
        found.mark_unread(request.user)
    else:
        found.mark_read(request.user)
    if not request.htmx:
        return redirect(f"{found.get_absolute_url()}#laest")
    sections = list(_sections(request, found.chapter.slug))
    context = _contents(found, sections) | {"headings": rendering.headings(found.parts)}
    return render(request, "lessons/section.html#done", context)


@login_required
@require_POST
def turn(request):
    """Turn the whole book to a reading, and go on where the person was."""
    turned.turn(request, request.POST.get(turned.NAME))
    return redirect(_way_back(request.POST.get("videre", "")))


def _topics(sections):
    return {key for section in sections for key in section.topics}


def _way_back(path):
    """The page of lessons at this path: nothing that is sent leads out of the house."""
    try:
        known = resolve(path).app_name == "lessons"
    except Resolver404:
        known = False
    return path if known and not path.startswith("//") else reverse("lessons:chapters")


def _find(request, slug):
    sections = Section.objects.visible_to(request.user).select_related("chapter")
    return sections.find_or_404(slug)


def _card(found, request, number):
    for block in rendering.live_blocks(found.parts):
        if (block.name, block.number) == ("rule", number):
            return rule_cards.of_block(block, request.GET, request.path, turned.turned_to(request))
    raise Http404("Regelkortet findes ikke.")


def _sections(request, chapter, shown=""):
    return Section.objects.for_contents(request.user, shown).filter(chapter__slug=chapter)


def _contents(found, sections):
    at = next(number for number, section in enumerate(sections) if section.pk == found.pk)
    return {
        "chapter": found.chapter,
        "section": found,
        "sections": sections,
        "number": at + 1,
        "is_read": sections[at].is_read,
        "previous": sections[at - 1] if at else None,
        "next": sections[at + 1] if at + 1 < len(sections) else None,
    }
