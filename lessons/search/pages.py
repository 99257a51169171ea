"""The pages of lessons as the search finds them."""

import re
from html import unescape

from django.urls import reverse

import rules
from lessons import markdown, statutes, topic_pages
from lessons.linking import OFF
from lessons.models import Chapter, Provision, Section, Term
from lessons.registry import Searchable, SearchKind

HEADING = re.compile(r'<h[2-5] id="([^"]+)">(.*?)</h[2-5]>', re.DOTALL)
CELL = re.compile(r"</t[dh]>\s*(?=<t[dh])")
END = re.compile(r"</(?:p|li|td|th|tr|h\d|caption|div|dd|dt|blockquote)>|<br>")
SLOT = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"<[^>]+>")


def text_of(html):
    """The words of HTML, on one line."""
    return " ".join(unescape(TAG.sub("", END.sub(" ", CELL.sub(" · ", html)))).split())


def _markdown(text):
    return text_of(markdown.render_short(text))


def _chapter(chapter):
    parts = (("", "", chapter.summary),)
    return Searchable(chapter.title, chapter.get_absolute_url(), "Kapitel", parts=parts)


def _section(section):
    html = "".join(part["html"] if "html" in part else _of_block(part) for part in section.parts)
    before, *rest = HEADING.split(html)
    parts = [("", "", text_of(before))]
    for name, heading, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        parts.append((name, text_of(heading), text_of(text)))
    return Searchable(section.title, section.get_absolute_url(), section.chapter.title, parts=tuple(parts))


def _of_block(part):
    """The words of a live block that holds text; the others are found where they are explained."""
    return markdown.render(part["body"]) if part["name"] == "reading" else ""


def _provision(provision):
    texts = [("", provision.meaning), ("Eksempel", provision.example), ("Redaktionens note", provision.note)]
    citation = provision.cited
    return Searchable(
        title=f"{citation} {provision.title}",
        url=provision.get_absolute_url(),
        place=statutes.act_name(provision.act),
        names=(str(citation), statutes.act_name(provision.act)),
        parts=tuple(("", name, _markdown(text)) for name, text in texts if text),
        acts=frozenset({provision.act}),
    )


def _term(term):
    names = tuple(form.lstrip(OFF) for form in term.forms)
    parts = tuple(("", "", _markdown(text)) for text in (term.meaning, term.example) if text)
    return Searchable(term.title, term.get_absolute_url(), "", names, parts)


def _topic(topic):
    steps = [place for key in topic.readings for place in topic.reading_for(key).steps]
    asked = " ".join(SLOT.sub(" ", place.step.question) for place in steps)
    cited = ", ".join(str(citation) for place in steps for citation in place.citations)
    return Searchable(
        title=topic.title,
        url=reverse("lessons:topic", args=[topic.key]),
        place=topic_pages.GROUPS[topic.group],
        parts=(("", "", topic.question),),
        unseen=f"{asked} {cited}",
    )


KINDS = (
    SearchKind("term", "Begreber", 10, _term, Term),
    SearchKind("section", "Afsnit", 20, _section, Section, related=("chapter",)),
    SearchKind(
        "chapter",
        "Kapitler",
        15,
        _chapter,
        Chapter,
        below=lambda chapter: chapter.sections.published().select_related("chapter"),
    ),
    SearchKind("topic", "Regler", 30, _topic, things=lambda: rules.topics().items()),
    SearchKind("provision", "Bestemmelser", 40, _provision, Provision),
)
