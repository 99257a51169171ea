"""The story of a case: a text with places for the facts of all its questions.

A place such as {misligholdt} is looked for in the questions in order; where two questions have a fact of
the same name, {q2_misligholdt} says which one is meant. Figures are never told: they are what is asked.
"""

from typing import Any

import rules
from rules import story, wording
from rules.story import ROLES, Story

__all__ = ["ROLES", "Story", "check", "render", "told_facts"]

Sheet = tuple[str, Any, Any]


def render(template: str, sheets: list[Sheet], names: dict[str, str]) -> Story:
    """The story on these facts; `sheets` are (question key, topic, facts)."""
    asked, told = [(key, topic) for key, topic, _ in sheets], {}

    def look(name: str) -> tuple[str, Any]:
        found = _find(name, asked)
        if found is None:
            return f"{{{name}}}", None
        place, spec = found
        value = getattr(sheets[place][2], spec.name)
        told[name] = spec.printed(value)
        return told[name], value

    text = wording.fill(template, look, names)
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.replace("\r\n", "\n").split("\n\n"))
    return Story("\n\n".join(paragraph for paragraph in paragraphs if paragraph), told)


def told_facts(template: str, asked: list[tuple[str, Any]]) -> set[tuple[str, str]]:
    """Which facts of which question the template tells, as (question key, fact)."""
    found = (_find(name, asked) for name in wording.slots(template)[0])
    return {(asked[place][0], spec.name) for place, spec in filter(None, found)}


def check(template: str, questions: list[tuple[str, str]]) -> list[str]:
    """What is wrong with a template for these questions, given as (key, topic key); Danish sentences."""
    asked = [(key, rules.topic(topic)) for key, topic in questions]
    plain = template
    for key, _ in asked:
        plain = plain.replace(f"{{{key}_", "{").replace(f"[{key}_", "[")
    problems = story.check(plain, [topic for _, topic in asked])
    if problems:
        return problems
    return [
        f"Fortællingen nævner {{{name}}}. Det er et af de tal, der spørges om, og må ikke stå i teksten."
        for name in sorted(wording.slots(template)[0])
        if _find(name, asked) is None
    ]


def _find(name: str, asked: list[tuple[str, Any]]):
    """Where the fact of this name is: the place of its question, and its declaration."""
    for place, (key, topic) in enumerate(asked):
        spec = topic.spec_of.get(name) or topic.spec_of.get(name.removeprefix(f"{key}_"))
        if spec:
            return place, spec
    return None
