"""Sections and chapters on paper: in full, with the words explained and the sources listed at the end."""

import re
from dataclasses import dataclass

from django.utils.safestring import mark_safe

from lessons import live_blocks, rendering, statutes
from lessons.danish_order import danish_order
from lessons.models import Section, Term
from lessons.turned import turned_to

ID = re.compile(r'(?<= id=")(?=[^"])|(?<= href="#)(?=[^"])')
HEADING = re.compile(r"(?<=<h|/h)[2-5](?=[ >])")
OUTSIDE = re.compile(r'<a [^>]*href="https?://([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class PrintedSection:
    section: Section
    html: str


@dataclass(frozen=True)
class PrintedChapter:
    """One chapter, or some of its sections, and what stands at its end."""

    chapter: object
    sections: list[PrintedSection]
    footnotes: list[str]
    terms: list[Term]
    sources: list[str]


def printed(request, chapters, sections=None):
    """The chapters with these sections, else with all of theirs, for as many queries as one section costs."""
    if sections is None:
        sections = list(Section.objects.visible_to(request.user).filter(chapter__in=chapters))
    reading = turned_to(request)
    for section in sections:
        section.parts = rendering.read_by(section.parts, reading)
    parts = _numbered([part for section in sections for part in section.parts])
    mentioned, _ = rendering.mentioned(parts)
    cards = live_blocks.cards(request.user, rendering.live_blocks(parts), mentioned)
    terms = cards["term"]
    shown = iter(rendering.show(request, parts, on_paper=True, **cards).parts)
    htmls = {section.pk: [next(shown) for _ in section.parts] for section in sections}
    return [
        _chapter(chapter, [one for one in sections if one.chapter_id == chapter.pk], htmls, terms)
        for chapter in chapters
    ]


def _numbered(parts):
    """The parts with their live blocks numbered through, so that those of two sections are kept apart."""
    numbers = iter(range(1, len(parts) + 1))
    return [part if "html" in part else {**part, "number": next(numbers)} for part in parts]


def _chapter(chapter, sections, htmls, terms):
    notes = {}
    printed = [PrintedSection(section, _on_paper(section, htmls[section.pk], notes)) for section in sections]
    mentioned, cited = rendering.mentioned([part for section in sections for part in section.parts])
    acts = dict.fromkeys(citation.act for slug in cited if (citation := statutes.of_address(slug)))
    explained = [terms[slug] for slug in mentioned if slug in terms]
    return PrintedChapter(
        chapter,
        printed,
        list(notes),
        sorted(explained, key=lambda term: danish_order(term.title)),
        [_source(act) for act in acts],
    )


def _source(act):
    """An act and where its official text is, as short as it can be typed."""
    address = act.url.removeprefix("https://www.")
    return f"{act.name[0].upper()}{act.name[1:]} ({act.key}): {address}"


def _on_paper(section, htmls, notes):
    """A section below the headings of its chapter, its ids its own, its links to elsewhere as footnotes.

    The ids of live blocks follow their numbers and are nobody else's already.
    """

    def footnote(link):
        number = notes.setdefault(link[1].removeprefix("www.").rstrip("/"), len(notes) + 1)
        return f"{link[2]}<sup>{number}</sup>"

    own = f"{section.slug}-"
    pairs = zip(section.parts, htmls, strict=True)
    whole = "".join(ID.sub(own, html) if "html" in part else html for part, html in pairs)
    lower = HEADING.sub(lambda level: str(int(level[0]) + 1), whole)
    return mark_safe(OUTSIDE.sub(footnote, lower))  # noqa: S308 - made of what was cleaned
