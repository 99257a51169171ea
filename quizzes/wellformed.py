"""When a written question can be asked and marked: the same rules for the admin and for content files."""

from django.urls import Resolver404, resolve

import rules
from quizzes.kinds import KINDS
from rules import citations

FIELDS = {"answer": "rigtigt svar", "unit": "enhed", "tolerance": "tolerance"}
COLUMNS = {"partner": "hører til", "accepts": "godtages også"}

NEEDS_TEXT = "Skriv spørgsmålet."


def faults(question, rows) -> list[str]:
    """What is missing in the question, in Danish: its text, and what its kind needs of fields and rows."""
    return ([] if question.text.strip() else [NEEDS_TEXT]) + kind_faults(question, rows)


def kind_faults(question, rows) -> list[str]:
    """What the kind of the question misses in its fields and rows, seen together."""
    kind = KINDS[question.kind]
    unused = [
        f"Feltet »{label}« bruges ikke i formen »{kind.label}«. Tøm det."
        for name, label in FIELDS.items()
        if getattr(question, name).strip() and name not in kind.uses
    ]
    stray = [
        f"Rækken »{row.text}« har en værdi i »{label}«, som ikke bruges i formen »{kind.label}«."
        for row in rows
        for name, label in COLUMNS.items()
        if getattr(row, name) and name not in kind.columns
    ]
    return unused + stray + kind.faults(question, list(rows))


def section_fault(address: str) -> str:
    """Why the address of a section leads nowhere; empty when it is one, or none is given."""
    if not address:
        return ""
    try:
        found = resolve(address)
    except Resolver404:
        found = None
    if found is None or found.view_name != "lessons:section":
        return f"skriv adressen på et afsnit, fx /laer/kredit/fortrydelsesret/, ikke »{address}«"
    return ""


def place_faults(address: str, shelf) -> list[str]:
    """Why the address is none of a section or of a chapter, or of one that is on no shelf that holds them."""
    if not address:
        return []
    try:
        found = resolve(address)
    except Resolver404:
        found = None
    kind = found.view_name.removeprefix("lessons:") if found else ""
    if found is None or kind not in {"chapter", "section"}:
        return [f"skriv adressen på et afsnit eller et kapitel, fx /laer/kaution/, ikke »{address}«"]
    holds = shelf is not None and any(one.name == kind for one in shelf.kinds)
    name = {"chapter": "kapitlet", "section": "afsnittet"}[kind]
    return [f"{name} »{address}« findes ikke"] if holds and not shelf.has(kind, found.kwargs[kind]) else []


def provision_faults(provisions) -> list[str]:
    """What cannot be read as a provision."""
    told = []
    for text in provisions:
        try:
            citations.read(text)
        except citations.CitationError as error:
            told.append(str(error))
    return told


def topic_faults(topics) -> list[str]:
    """Topics that the rules do not know."""
    known = rules.topics()
    return [
        f"emnet »{key}« findes ikke; brug et af: {', '.join(known)}" for key in topics if key not in known
    ]
