"""The flow chart of a reading, wide and narrow; the style sheet shows the one that the page has room for.

As a figure of a section (`:::figure vej`) it has the same as text below; with facts their path is marked.
"""

from functools import cache

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

import rules
from lessons.figures import Figure
from rules.diagram import diagram
from rules.flowchart import OUTCOME, chart, end
from rules.reading import TITLES

FIELDS = {"topic", "facts", "title", "reading"}


def of(reading, decision=None) -> SafeString:
    """The chart as HTML, with the path of the decision marked."""
    if decision is None:
        return _general(reading)
    return _figure(reading, decision)


@cache
def _general(reading) -> SafeString:
    return _figure(reading, None)


def _figure(reading, decision) -> SafeString:
    # The rules escape all that they print.
    drawings = mark_safe("".join(diagram(reading, decision, narrow) for narrow in (False, True)))  # noqa: S308
    return format_html('<figure class="flowchart">{}</figure>', drawings)


def in_steps(reading) -> list[dict]:
    """The reading as text: each step with its provision and where its answers lead."""
    nodes = chart(reading)
    return [
        {
            "text": node.text,
            "note": node.note,
            "leads": [(lead.said, end(lead, nodes)) for lead in node.leads],
        }
        for node in nodes
        if node.kind != OUTCOME
    ]


def _of_given(given, reading, name) -> str:
    topic = rules.topic(given["topic"])
    law = topic.reading_for(given.get("reading", reading))
    decision = topic.decide(topic.read(given["facts"]), law.key) if given.get("facts") else None
    context = {
        "title": given.get("title") or f"Vejen gennem reglen: {topic.title}",
        "reading": law,
        "chart": of(law, decision),
        "decision": decision,
        "steps": [] if decision else in_steps(law),
    }
    return render_to_string("lessons/vej.html", context)


def _check(given):
    for field in sorted(set(given) - FIELDS):
        yield f"{field}: feltet kendes ikke her; brug {', '.join(sorted(FIELDS))}"
    if (fixed := given.get("reading")) and fixed not in TITLES:
        yield f"reading: brug {' eller '.join(TITLES)}, ikke »{fixed}«"
    try:
        topic = rules.topic(str(given.get("topic", "")))
        if given.get("facts"):
            topic.read(given["facts"])
    except rules.UnknownTopic as error:
        yield f"topic: {error}"
    except rules.FactError as error:
        yield from (f"facts.{problem.fact}: {problem.message}" for problem in error.problems)


FIGURE = Figure("vej", _of_given, _check)
