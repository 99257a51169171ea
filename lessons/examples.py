"""The block `:::example`: facts in words, and what the rules decide on them. No number in it is typed."""

from functools import lru_cache

from django.template.loader import render_to_string

import rules
from lessons.rule_cards import by_reading, check_facts, readings_apart, told_in
from lessons.told import facts_told, figures_of
from lessons.turned import TITLES, turned_to
from rules.compare import compare
from rules.reading import WiringError
from rules.wording import WordingError

FIELDS = {"facts", "title", "text", "reading"}


def show(request, block, prepared):
    """The example by the reading to which the book is turned, or by the one that it names itself."""
    return _html(block.argument, block.body, turned_to(request))


@lru_cache(maxsize=1024)
def _html(key, body, turned):
    # The same for every reader of one reading, for it rests on the text and the rules alone.
    given, topic = told_in(body), rules.topic(key)
    facts = topic.read(given["facts"])
    comparison = compare(topic, facts)
    fixed = given.get("reading")
    decision = by_reading(comparison, fixed or turned)
    pair = [] if fixed else readings_apart(comparison)
    context = {
        "topic": topic,
        "title": given.get("title") or topic.title,
        "facts": facts_told(topic, facts, given["facts"]),
        "text": filled(given["text"], decision) if given.get("text") else "",
        "decision": decision,
        "pair": pair,
        "decisions": pair or [decision],
        "apart": comparison.figures_apart,
        "figures": figures_of(decision, without=comparison.figures_apart if pair else ()),
        "remark": "" if pair or fixed else comparison.text,
    }
    return render_to_string("lessons/example.html", context)


def filled(text, decision):
    """A sentence with the facts and figures that it names: "Ydelsen er {ydelse} om måneden."."""
    return decision.reading.fill(text, decision.view)


def check(block, shelf):
    """What is wrong in an `:::example` block, as sentences."""
    faults = list(check_facts(block, FIELDS))
    yield from faults
    if faults:
        return
    given = told_in(block.body)
    if (fixed := given.get("reading")) and fixed not in TITLES:
        yield f"reading: brug {' eller '.join(TITLES)}, ikke »{fixed}«"
        return
    comparison = compare(topic := rules.topic(block.argument), topic.read(given["facts"]))
    for reading in [fixed] if fixed else TITLES:
        try:
            filled(given.get("text", ""), by_reading(comparison, reading))
        except (WordingError, WiringError) as error:
            yield f"text: {error}"
            return
