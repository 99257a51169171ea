"""The page docs/coverage.md: where the app teaches, practises and asks each heading and row of its two sources.

`docs/coverage.yaml` lists the headings and rows with the places that teach them. What practises and what asks
them is read off the content files, so that a case which is added shows up by itself.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field

import rules
from authoring.registry import kinds
from authoring.shelf import Shelf
from authoring.texts import read_yaml
from lessons.rendering import headings, render_section

LISTED = Path(settings.BASE_DIR) / "docs" / "coverage.yaml"
# A kind of content that a row may name as the place that teaches it, beside its section.
BESIDE = ("term", "provision", "checklist")
NAMED = 3
HEAD = """# What the book covers

Made by `python manage.py coverage > docs/coverage.md`; don't edit by hand. The rows stand in `coverage.yaml`: every
heading and every row of a table in the chapter and in the article on recourse, in their order. A topic is practised
on its page under Regler and in rounds of practice, which ask it on new facts; a row without a topic is a matter of
words only. The last column has the cases written after the row, else those of its topics, the questions on the row
alone, and how many questions of the bank are on its topics.
"""


class Row(BaseModel):
    """One heading, row or point of a source, and where it is taught."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["heading", "row", "term", "case", "example", "point", "checklist point"]
    label: Annotated[str, Field(min_length=1, max_length=60)]
    section: Annotated[str, Field(pattern=r"^([a-z0-9-]+/[a-z0-9-]+(#[a-z0-9-]+)?)?$")] = ""
    term: str = ""
    provision: str = ""
    checklist: str = ""
    topics: list[str] | None = None
    source: str = ""
    case: str = ""
    question: str = ""

    @property
    def place(self) -> str:
        """The section by its chapter and name."""
        return self.section.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The heading in the section by its address there; nothing where the row is the whole section's."""
        return self.section.partition("#")[2]


class Text(BaseModel):
    """One source."""

    model_config = ConfigDict(extra="forbid")

    title: str
    rows: list[Row]


class Listed(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid")

    texts: list[Text]


@dataclass(frozen=True)
class Place:
    """A piece of content that teaches or asks, and its file as the page links it."""

    name: str
    link: str

    def __str__(self) -> str:
        return f"[{self.name}]({self.link})"


class Library:
    """The content files, by kind and name."""

    def __init__(self) -> None:
        self.files: dict[str, dict] = {kind.name: {} for kind in kinds()}
        self._known: dict[str, dict[str, str]] = {}
        for found in Shelf().found:
            if found.data is not None:
                self.files[found.kind.name][_name(found)] = found

    def knows(self, kind: str) -> bool:
        """Whether the app has this kind of content."""
        return kind in self.files

    def data(self, kind: str, name: str):
        """What stands in the file, or nothing."""
        found = self.files.get(kind, {}).get(name)
        return found.data if found else None

    def place(self, kind: str, name: str) -> Place:
        """The file with its link."""
        path = self.files[kind][name].path.relative_to(settings.BASE_DIR)
        return Place(name, f"../{path.as_posix()}")

    def heading(self, section: str, anchor: str) -> Place | None:
        """The heading with this address in the section; the link is to the file, where GitHub keeps our letters."""
        words = self._headings(section).get(anchor)
        if words is None:
            return None
        whole = self.place("section", section)
        fragment = re.sub(r"[^\w -]", "", words.lower()).replace(" ", "-")
        return Place(f"{section}: {words}", f"{whole.link}#{fragment}")

    def _headings(self, section: str) -> dict[str, str]:
        if section not in self._known:
            self._known[section] = dict(
                headings(render_section(self.data("section", section).body, ""), lowest=5)
            )
        return self._known[section]

    def all(self, kind: str) -> dict:
        """Everything of a kind by its name."""
        return {name: found.data for name, found in self.files.get(kind, {}).items()}


def _name(found) -> str:
    """Sections are named with their chapter, all else by the slug."""
    return f"{found.path.parent.name}/{found.data.slug}" if found.kind.name == "section" else found.data.slug


def listed() -> list[Text]:
    """The sources as the file lists them."""
    return Listed.model_validate(read_yaml(LISTED.read_text(encoding="utf-8"))).texts


def practised(row: Row, library: Library) -> list[str]:
    """The topics of a row: its own, else those of its section, else those of its provision."""
    if row.topics is not None:
        return row.topics
    section, provision = library.data("section", row.place), library.data("provision", row.provision)
    return (section.topics if section else []) or (provision.topics if provision else [])


def cases(row: Row, library: Library) -> list[str]:
    """The cases that ask a row: those written after it, else those on its topics."""
    found = library.all("case")
    after = [name for name, case in found.items() if row.source and _names(case.source, row.source)]
    own = list(dict.fromkeys([*after, *([row.case] if row.case in found else [])]))
    topics = set(practised(row, library))
    return own or [name for name, case in found.items() if topics & {asked.topic for asked in case.questions}]


def _names(text: str, source: str) -> bool:
    """Whether the text names the source: »Case 1« is not in »Case 12«."""
    return re.search(rf"\b{re.escape(source)}\b", text) is not None


def questions(row: Row, library: Library) -> int:
    """How many questions of the bank are on the topics of a row."""
    topics = set(practised(row, library))
    return sum(bool(topics & set(question.topics)) for question in library.all("question").values())


def faults(texts: list[Text], library: Library) -> list[str]:
    """What is wrong with the list, as sentences."""
    known = rules.topics()
    found = [f"{row.label}: {told}" for text in texts for row in text.rows for told in _faults(row, library)]
    reached = {topic for text in texts for row in text.rows for topic in practised(row, library)}
    return found + [f"no row is practised by the topic {topic}" for topic in known if topic not in reached]


def _faults(row: Row, library: Library):
    if not row.section:
        yield "no section teaches it"
    for kind, name in _taught(row):
        if library.knows(kind) and library.data(kind, name) is None:
            yield f"there is no {kind} {name}"
    if row.anchor and library.data("section", row.place) and not library.heading(row.place, row.anchor):
        yield f"the section {row.place} has no heading {row.anchor}"
    for topic in practised(row, library):
        if topic not in rules.topics():
            yield f"there is no topic {topic}"
    if row.topics == []:
        yield "leave topics out, so that those of its section or provision practise it"
    for kind, name in (("case", row.case), ("question", row.question)):
        if name and library.data(kind, name) is None:
            yield f"there is no {kind} {name}"


def _taught(row: Row) -> list[tuple[str, str]]:
    named = [("section", row.place), *((kind, getattr(row, kind)) for kind in BESIDE)]
    return [(kind, name) for kind, name in named if name]


def page() -> str:
    """The page in Markdown."""
    library = Library()
    return "\n".join([HEAD, *(line for text in listed() for line in _section(text, library))]).rstrip()


def _section(text: Text, library: Library):
    yield from (f"## {text.title}", "")
    yield from ("| | kind | taught in | practised by | asked by |", "|---|---|---|---|---|")
    yield from (_line(row, library) for row in text.rows)
    yield ""


def _line(row: Row, library: Library) -> str:
    label = f"**{row.label}**" if row.kind == "heading" else row.label
    taught = [
        str(_place(row, kind, name, library)) for kind, name in _taught(row) if library.data(kind, name)
    ]
    topics = [f"`{topic}`" for topic in practised(row, library)]
    return (
        f"| {label} | {row.kind} | {', '.join(taught)} | {', '.join(topics) or '–'} | {asked(row, library)} |"
    )


def _place(row: Row, kind: str, name: str, library: Library) -> Place:
    heading = library.heading(name, row.anchor) if kind == "section" and row.anchor else None
    return heading or library.place(kind, name)


def asked(row: Row, library: Library) -> str:
    """The cases and questions that ask a row, as the page prints them."""
    names = cases(row, library)
    told = [str(library.place("case", name)) for name in names[:NAMED]]
    if len(names) > NAMED:
        told.append(f"{len(names) - NAMED} more cases")
    if row.question:
        told.append(str(library.place("question", row.question)))
    if many := questions(row, library):
        told.append(f"{many} question{'s' if many > 1 else ''}")
    if not told and practised(row, library):
        told.append("rounds of practice")
    return ", ".join(told) or "–"
