"""The solution of one question as plain data: the rule's own path, its figures, and both readings."""

from datetime import date
from functools import lru_cache
from typing import Any

import rules
from cases import faktum
from lessons.figures import flowchart
from rules import danish, nearest
from rules.compare import compare
from rules.reading import JUS, OUTCOME, Reading
from rules.values import plain


def shown(reading: Reading, key: str, value: Any) -> str:
    """An answer as it is printed: a date, an amount, the label of a choice, the sentence of an outcome."""
    if value is None:
        return ""
    if key == faktum.FAKTUM:
        return faktum.shown(reading, value)
    if key == JUS:
        return " og ".join(value)
    if key == OUTCOME:
        return reading.choices.get(value, "")
    if key in reading.figures:
        return _figure(reading, key, value)
    step = next(place.step for place in reading.steps if place.key == key)
    if step.choices:
        return next((member.label for member in step.choices if member.value == plain(value)), "")
    return danish.show(value).capitalize()


def figures_of(decision) -> list[dict[str, str]]:
    """The figures that apply, as label and printed value."""
    reading = decision.reading
    return [
        {"label": reading.figures[key].label, "value": _figure(reading, key, value)}
        for key, value in decision.figures.items()
        if value is not None
    ]


def _figure(reading: Reading, key: str, value: Any) -> str:
    return reading.figures[key].printed(value)


def of(topic, facts: dict[str, Any], reading: str) -> dict[str, Any]:
    """How the rule gets there on these facts."""
    read = topic.read(facts)
    decision = topic.decide(read, reading)
    return {
        "jus": " og ".join(str(citation) for citation in decision.reading.jus),
        "steps": [
            {
                "question": taken.question,
                "answer": shown(decision.reading, taken.key, taken.answer),
                "citation": taken.citation,
                "reason": taken.reason,
                "verified": taken.verified,
            }
            for taken in decision.steps
        ],
        "figures": figures_of(decision),
        "text": decision.text or "Det er et skøn.",
        "readings": readings(topic, read),
    }


def nearest_of(topic, question: dict[str, Any], reading: str) -> dict[str, str]:
    """The nearest change of one fact that would have turned the outcome, and where that stands."""
    found = _nearest(topic, topic.read(question["facts"]), reading, tuple(question.get("told", ())))
    return {"text": found.text, "citation": found.citation}


@lru_cache(maxsize=1024)
def _nearest(topic, facts: Any, reading: str, told: tuple[str, ...]) -> nearest.Nearest:
    return nearest.nearest(topic, facts, reading, told)


def flowchart_of(question: dict[str, Any], reading: str) -> str:
    """The way through the rule, drawn; nothing once the rule is no longer the one that was asked."""
    topic = rules.topics().get(question["topic"])
    if topic is None or topic.version != question["version"]:
        return ""
    decision = topic.decide(topic.read(question["facts"]), reading)
    return flowchart.of(decision.reading, decision)


def readings(topic, facts) -> dict[str, Any] | None:
    """Both readings side by side where outcome or a figure differs, else nothing."""
    comparison = compare(topic, facts)
    if comparison.same:
        return None
    return {
        "sides": [
            {
                "title": side.reading.title,
                "text": side.text or "Det er et skøn.",
                "citation": str(side.reading.jus[0]),
                "checked": danish.show(date.fromisoformat(side.reading.checked))
                if side.reading.checked
                else "",
                "figures": figures_of(side),
            }
            for side in (comparison.pensum, comparison.gaeldende_ret)
            if side is not None
        ],
        "text": comparison.text,
    }
