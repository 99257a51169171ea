"""The chapters and their sections."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

import rules
from lessons import registry, rendering, rule_cards
from lessons.live_blocks import provisions_by_slug
from lessons.models import Chapter, Section, Term


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
    parts = found.shown_parts
    linked, cards = rendering.term_slugs(parts)
    mentioned, cited = rendering.mentioned(parts)
    terms = Term.objects.visible_to(request.user).in_bulk({*mentioned, *cards}, field_name="slug")
    provisions = provisions_by_slug(request.user, rendering.live_blocks(parts), cited)
    page = rendering.show(request, parts, term=terms, provision=provisions)
    context = _contents(found, sections) | {
        "parts": page.parts,
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


def _find(request, slug):
    sections = Section.objects.visible_to(request.user).select_related("chapter")
    return sections.find_or_404(slug)


def _card(found, request, number):
    for block in rendering.live_blocks(found.parts):
        if (block.name, block.number) == ("rule", number):
            return rule_cards.of_block(block, request.GET, request.path)
    raise Http404("Regelkortet findes ikke.")


def _sections(request, chapter, shown=""):
    sections = Section.objects.for_contents(request.user, shown)
    return sections.select_related("chapter").filter(chapter__slug=chapter)


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
