"""What a page of an open answer may not tell, searched for in its HTML.

Secret are: the keys of outcomes and mistakes, remarks, the reasons of the right path, the right figures, the nearest
flip, the criteria of the argument, and what the facts were drawn for.

Excepted, and no more than this:
  - what the story tells: a day or an amount of it may be the right figure as well;
  - what the student typed, and the help that the student took;
  - the flip, the reasons and the criteria once the solution may be shown;
  - what belongs to an item that the student has been told the verdict on, or that was given with a worked example.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date

from django.utils.html import escape

from cases import page as pages
from cases import solution
from rules import danish
from rules import topic as topic_of

SHORTEST = 4
# Printed figures of these kinds are words that any sentence may hold.
WORDS = ("bool", "choice", "text")
UNKNOWN = re.compile(r"[{}\[\]|.:]")


def hidden(html: str, walkthrough, answered: Collection, told: str = "") -> list[str]:
    """The secrets that the page tells; `told` is what it may tell beside the story.

    `answered` holds pairs of question and key; a key alone stands for every question.
    """
    excepted = _plain(f"{walkthrough.frozen['story']} {told}")
    html = _plain(html)
    return [
        secret
        for secret in map(_plain, secrets(walkthrough, answered))
        if len(secret) >= SHORTEST and secret not in excepted and str(escape(secret)) in html
    ]


def secrets(walkthrough, answered: Collection) -> Iterator[str]:
    """Everything that may not stand in the page yet.

    What one question has told is no secret of the next, where both ask the same of the same facts.
    """
    found = [
        one for question in walkthrough.frozen["questions"] for one in _told(walkthrough, question, answered)
    ]
    public = {text for text, is_told in found if is_told}
    yield from (text for text, is_told in found if not is_told and text not in public)
    for criterion in () if walkthrough.shows_solution else walkthrough.frozen.get("rubric", ()):
        yield from (criterion["title"], criterion["detail"], f'value="{criterion["key"]}"')
    yield from _mistakes_drawn_for(walkthrough.frozen)


def _told(walkthrough, question: dict, answered: Collection) -> Iterator[tuple[str, bool]]:
    """Each text that belongs to an answer of this question, and whether the student has been told it."""
    topic = topic_of(question["topic"])
    reading = topic.reading_for(walkthrough.reading)
    decision = topic.decide(topic.read(question["facts"]), walkthrough.reading)

    def is_known(key: str) -> bool:
        return key in answered or (question["key"], key) in answered

    yield from ((outcome.name, False) for outcome in topic.outcomes)
    yield solution.nearest_of(topic, question, walkthrough.reading)["text"], walkthrough.shows_solution
    for mistake in reading.mistakes:
        yield mistake.key, is_known(mistake.target)
        yield max(UNKNOWN.split(mistake.remark), key=len).strip()[:60], is_known(mistake.target)
    is_seen = walkthrough.shows_solution
    yield from ((taken.reason, is_seen or is_known(taken.key)) for taken in decision.steps)
    # With its verdict the result is told, and with it the figures that its sentence names.
    sentence = _plain(decision.text) if is_known("outcome") else ""
    for key, value in decision.figures.items():
        if value is not None and reading.figures[key].kind not in WORDS:
            is_told = is_known(key) or _shown(reading, key, value) in sentence
            yield from ((text, is_told) for text in _written(reading, key, value))


def _written(reading, key: str, value) -> Iterator[str]:
    """A figure in every way in which a page may hold it."""
    yield reading.figures[key].printed(value)
    if reading.figures[key].kind == "date":
        yield from (value.isoformat(), f"{value:%d-%m-%Y}")


def _shown(reading, key: str, value) -> str:
    return _plain(danish.show(value, reading.figures[key].kind).removesuffix("."))


def _mistakes_drawn_for(frozen: dict) -> Iterator[str]:
    """The mistakes that the facts were drawn to provoke, as they would stand in a page: as keys."""
    for drawn in (*frozen.get("drawn", {}).values(), frozen.get("aim", {})):
        yield from (value for value in _words(drawn) if "_" in value)


def _words(value) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, str):
        yield value


def told_to(walkthrough) -> str:
    """What the student has typed, and the help that was taken, as one text."""
    rows = list(walkthrough.answers.all())
    typed = [said for row in rows for said in (row.raw, _written_out(row.value))]
    helped = [
        said
        for asking in pages.build(walkthrough).askings
        for one in asking.helps
        for hint in one.hints
        for said in (hint.text, hint.citation)
    ]
    return " · ".join([*typed, *helped, walkthrough.argument])


def _written_out(value) -> str:
    """A date that the student gave, as the timeline tells it."""
    return danish.show(date.fromisoformat(value)) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else ""


def filled_in(html: str, walkthrough) -> list[str]:
    """The questions without an answer whose field is not empty."""
    waiting = {
        place.name
        for asking in pages.build(walkthrough).askings
        for place in asking.places
        if not place.is_answered
    }
    fields = re.findall(r"<input[^>]*>", html)
    named = ((re.search(r'name="([^"]*)"', field), field) for field in fields)
    return [
        name[1]
        for name, field in named
        if name
        and name[1] in waiting
        and (" checked" in field or re.search(r'type="text"[^>]* value="[^"]', field))
    ]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")
