"""Chapters, sections, provisions and terms as content files."""

from pathlib import Path
from typing import Annotated

from django.urls import resolve, reverse
from pydantic import AfterValidator, Field, StringConstraints

import rules
from authoring.registry import Kind
from authoring.schema import ContentFile, Line, Problem, Refused, Slug, Text
from authoring.texts import YAML_FILE, markdown_file
from lessons import loose_ends, markdown, registry, rendering
from lessons.blocks import BlockError, split
from lessons.models import Chapter, Provision, Section, Term
from lessons.search import index
from rules import citations

ROOT = Path(__file__).parent / "content"


def _citation(text):
    try:
        citation = citations.read(text)
    except citations.CitationError as error:
        raise ValueError(str(error)) from error
    if not citation.slug:
        raise ValueError(f"skriv loven med, fx »FIL § 48«, ikke »{text}«")
    return text


CitationText = Annotated[str, StringConstraints(max_length=60), AfterValidator(_citation)]
Order = Annotated[int, Field(ge=0, le=9999)]


class ChapterFile(ContentFile):
    order: Order
    summary: Text = ""


class SectionFile(ContentFile):
    order: Order
    minutes: Annotated[int, Field(ge=1, le=120)] = 5
    topics: list[str] = []
    goals: list[Line] = []
    body: str


class ProvisionFile(ContentFile):
    citation: CitationText
    much_used: bool = False
    meaning: Text
    example: Text = ""
    note: Text = ""
    topics: list[str] = []


class TermFile(ContentFile):
    forms: list[Line] = []
    meaning: Text
    example: Text = ""
    provisions: list[CitationText] = []
    see_also: list[Slug] = []


def _store_fields(data, row, place):
    for name in _own(type(data)):
        setattr(row, name, getattr(data, name))
    row.save()


def _store_section(data, row, place):
    folder = Path(place).parent.as_posix()
    row.chapter = Chapter.objects.filter(source_path=f"{folder}/_kapitel.yaml").first()
    if row.chapter is None:
        raise Refused("", f"mappen »{folder}« har intet kapitel: skriv {folder}/_kapitel.yaml")
    _store_fields(data, row, place)


def _dump(schema):
    return lambda row: {name: getattr(row, name) for name in _own(schema)}


def _own(schema):
    return [name for name in schema.model_fields if name not in ContentFile.model_fields]


def _render_again():
    """A new version of the site may write a section's HTML and the search's words in another way."""
    for section in Section.objects.all():
        if not section.is_rendered:
            section.save()
    index.rebuild()


def _section_place(row):
    chapter = Path(row.chapter.source_path).parent.name or row.chapter.slug
    return f"{chapter}/{row.order:03}-{row.slug}.md"


def unknown_topics(keys):
    """Sentences about the keys that no topic of the law has."""
    known = rules.topics()
    return [f"reglen »{key}« findes ikke; brug en af: {', '.join(known)}" for key in keys if key not in known]


def check_text(text, shelf):
    """What is wrong with terms, links and blocks in a section's text, as sentences."""
    for slug in markdown.terms_in(text):
        if not shelf.has("term", slug):
            yield f"begrebet »{slug}« findes ikke; skriv fx [[kautionist|kautionisten]]"
    yield from loose_ends.dead_links(text, shelf)
    try:
        pieces = split(text)
    except BlockError as error:
        yield str(error)
        return
    blocks = [piece for piece in pieces if isinstance(piece, registry.Block)]
    for block in blocks:
        yield from (f"blok {block.number} ({block.name}): {told}" for told in _check_block(block, shelf))
    yield from rendering.check_pairs(blocks)


def _check_block(block, shelf):
    if block.name in rendering.STATIC:
        return rendering.check_static(block)
    kind = registry.block_type(block.name)
    if kind is None:
        known = ", ".join(sorted([*rendering.STATIC, *registry.block_names()]))
        return [f"blokken kendes ikke; brug en af: {known}"]
    return kind.check(block, shelf)


def _check_address(page, *names):
    """Another page may stand at the address that the slug gives, and then nobody comes here."""
    if resolve(reverse(page, args=names)).view_name != page:
        slug = names[-1]
        told = f"adressen »{slug}« har en anden af bogens sider; vælg en anden, fx »{slug}-2«"
        yield Problem("slug", told)


def _check_chapter(data, shelf):
    yield from _check_address("lessons:chapter", data.slug)


def _check_section(data, shelf):
    yield from _check_address("lessons:section", "kapitel", data.slug)
    yield from (Problem("topics", told) for told in unknown_topics(data.topics))
    yield from (Problem("body", told) for told in check_text(data.body, shelf))


def _check_provision(data, shelf):
    yield from (Problem("topics", told) for told in unknown_topics(data.topics))
    for name in ("meaning", "example", "note"):
        yield from (Problem(name, told) for told in check_text(getattr(data, name), shelf))


def _check_term(data, shelf):
    for slug in data.see_also:
        if not shelf.has("term", slug):
            yield Problem("see_also", f"begrebet »{slug}« findes ikke")
    for name in ("meaning", "example"):
        yield from (Problem(name, told) for told in check_text(getattr(data, name), shelf))


TERM = Kind(
    name="term",
    label="Begreb",
    model=Term,
    root=ROOT / "begreber",
    pattern="*.yaml",
    schema=TermFile,
    form=YAML_FILE,
    order=10,
    store=_store_fields,
    dump=_dump(TermFile),
    place=lambda row: f"{row.slug}.yaml",
    check=_check_term,
    check_together=loose_ends.of_terms,
)
PROVISION = Kind(
    name="provision",
    label="Bestemmelse",
    model=Provision,
    root=ROOT / "lov",
    pattern="*.yaml",
    schema=ProvisionFile,
    form=YAML_FILE,
    order=10,
    store=_store_fields,
    dump=_dump(ProvisionFile),
    place=lambda row: f"{row.slug}.yaml",
    check=_check_provision,
    check_together=loose_ends.of_topics,
)
CHAPTER = Kind(
    name="chapter",
    label="Kapitel",
    model=Chapter,
    root=ROOT,
    pattern="*/_kapitel.yaml",
    schema=ChapterFile,
    form=YAML_FILE,
    order=20,
    store=_store_fields,
    dump=_dump(ChapterFile),
    place=lambda row: f"{row.slug}/_kapitel.yaml",
    check=_check_chapter,
)
SECTION = Kind(
    name="section",
    label="Afsnit",
    model=Section,
    root=ROOT,
    pattern="*/*.md",
    schema=SectionFile,
    form=markdown_file("body"),
    order=30,
    store=_store_section,
    dump=_dump(SectionFile),
    place=_section_place,
    check=_check_section,
    check_together=loose_ends.of_sections,
    after_load=_render_again,
)
KINDS = (TERM, PROVISION, CHAPTER, SECTION)
