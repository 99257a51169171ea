"""The block `:::question topic` of a section: a question that the rules make anew for each reader, as practice."""

from django.template.loader import render_to_string

import rules
from lessons.turned import TITLES, turned_to
from quizzes import generated, in_text
from quizzes.in_text import Ticket
from quizzes.in_text_page import TextQuestion
from quizzes.items import Item

FIELDS = {"kind", "reading"}


def prepare(request, blocks) -> str:
    """The reading to which the book is turned, for all questions of the page."""
    return turned_to(request)


def render(request, block, reading) -> str:
    """The question with its form."""
    ticket = Ticket.make(
        request.user,
        block.argument,
        kind=block.options.get("kind", ""),
        reading=block.options.get("reading", reading),
        back=request.path,
        number=block.number,
    )
    page = TextQuestion(ticket)
    return render_to_string("quizzes/in_text.html#question", {"page": page}, request)


def on_paper(request, block, reading) -> str:
    """The question without a form; always the same one, so that a class has one sheet."""
    kind, reading = block.options.get("kind", ""), block.options.get("reading", reading)
    item = Item(in_text.made(block.argument, kind, reading, 0), 1)
    topic = rules.topic(block.argument)
    return render_to_string("quizzes/in_text_on_paper.html", {"item": item, "topic": topic})


def check(block, shelf):
    """What is wrong in the block, as sentences."""
    if block.argument not in rules.topics():
        yield f"reglen »{block.argument}« findes ikke; skriv fx »:::question kautionstype«"
        return
    if block.body.strip():
        yield "der skal ikke stå noget mellem »:::question« og »:::«; reglerne skriver spørgsmålet"
    for name in sorted(set(block.options) - FIELDS):
        yield f"{name}: feltet kendes ikke her; brug {' eller '.join(sorted(FIELDS))}"
    reading, kind = block.options.get("reading"), block.options.get("kind", "")
    if reading and reading not in TITLES:
        yield f"reading: brug {' eller '.join(TITLES)}, ikke »{reading}«"
    elif kind:
        yield from _check_kind(rules.topic(block.argument), kind, [reading] if reading else list(TITLES))


def _check_kind(topic, kind, readings):
    known = {ask.key for reading in readings for ask in generated.askable(topic, reading)}
    if kind not in known:
        yield f"kind: der kan ikke spørges om »{kind}«; brug en af: {', '.join(sorted(known))}"
        return
    for reading in readings:
        try:
            in_text.made(topic.key, kind, reading, 0)
        except generated.CannotAsk as error:
            yield f"kind: {error}"
