"""What the book leaves hanging: links to nowhere, provisions that no one explains, topics that no section teaches."""

import re

from django.urls import Resolver404, resolve

import rules
from authoring.schema import Problem
from lessons import registry, statutes
from lessons.blocks import BlockError, split
from rules import citations

LINK = re.compile(r"\]\((/[^\s)#]*)[^)]*\)")
# The word in an address that names an item, and the kind of content that this is.
NAMED = {"chapter": "chapter", "section": "section", "provision": "provision", "term": "term"}


def dead_links(text, shelf):
    """Sentences about the links within the site that lead nowhere."""
    for address in dict.fromkeys(LINK.findall(text)):
        if not _leads_somewhere(address, shelf):
            yield f"henvisningen »{address}« fører ingen steder hen"


def _leads_somewhere(address, shelf):
    try:
        page = resolve(address)
    except Resolver404:
        return False
    if page.url_name == "topic":
        return page.kwargs["key"] in rules.topics()
    kind = NAMED.get(page.url_name)
    slug = page.kwargs.get(page.url_name) or page.kwargs.get("slug")
    return kind is None or shelf.has(kind, slug)


def of_sections(shelf):
    """What is wrong with the sections as a whole: asked of the files only, since a teacher may cite what she likes."""
    sections = _files("section", shelf)
    for place, section in sections:
        for citation in _cited(section.body):
            if not shelf.has("provision", citation.slug):
                yield Problem(place, _unexplained(citation))
    taught = {key for _, section in sections for key in section.topics}
    for key in rules.topics():
        if key not in taught:
            yield Problem(
                "topics", f"intet afsnit har reglen »{key}«; skriv den ved det afsnit, som lærer den"
            )


def of_terms(shelf):
    """Provisions that a term rests on and no one explains."""
    for place, term in _files("term", shelf):
        for citation in (found for text in term.provisions for found in citations.read_all(text)):
            if _has_page(citation) and not shelf.has("provision", citation.slug):
                yield Problem(place, _unexplained(citation))


def of_topics(shelf):
    """Provisions that a rule rests on and no one explains."""
    for key, topic in rules.topics().items():
        cited = {
            found.slug: found for reading in topic.readings for found in topic.reading_for(reading).citations
        }
        for citation in cited.values():
            if _has_page(citation) and not shelf.has("provision", citation.slug):
                yield Problem(f"reglen »{key}«", _unexplained(citation))


def _files(kind, shelf):
    return [(found.place, found.data) for found in shelf.found if found.kind.name == kind and found.data]


def _cited(body):
    """The provisions that a section names, each once, in its text and as the sources of its notes."""
    found = [citation for _, _, citation in statutes.find(body)]
    for source in _sources(body):
        try:
            found += citations.read_all(source)
        except citations.CitationError:
            continue
    return list({citation.slug: citation for citation in found if _has_page(citation)}.values())


def _sources(body):
    try:
        blocks = [piece for piece in split(body) if isinstance(piece, registry.Block)]
    except BlockError:
        return
    for block in blocks:
        yield from block.options.get("kilde", "").split(";")


def _has_page(citation):
    return statutes.ADDRESS.fullmatch(citation.slug)


def _unexplained(citation):
    return f"ingen forklarer {citation.provision}; skriv lov/{citation.slug}.yaml"
