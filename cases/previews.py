"""A variant of a case as a teacher looks at it before students do; nothing is stored."""

from dataclasses import dataclass
from typing import Any

import rules
from cases import solution, start
from cases.models import Case
from rules import asking


@dataclass(frozen=True)
class Preview:
    """The frozen facts as a student would have them, what is asked first, and what is told afterwards."""

    frozen: dict[str, Any]
    first_questions: list[str]
    solutions: list[dict[str, Any]]


def of_variant(case: Case, reading: str, seed: int | None) -> Preview:
    """What a student gets who begins on this seed. Raises `start.CannotStart` where the case fits no longer."""
    frozen = start.freeze(case, list(case.questions.all()), reading, seed, start.Level.ORIGINAL)
    return Preview(frozen, _first(frozen, reading), [_solved(one, reading) for one in frozen["questions"]])


def _first(frozen: dict[str, Any], reading: str) -> list[str]:
    """The first question, and what follows when the provision is found."""
    first = frozen["questions"][0] if frozen["questions"] else None
    if first is None:
        return []
    topic = rules.topic(first["topic"])
    found = {"jus": [str(topic.reading_for(reading).jus[0])]}
    return [one.question for one in asking.asked(topic, topic.read(first["facts"]), found, reading)]


def _solved(question: dict[str, Any], reading: str) -> dict[str, Any]:
    told = solution.of(rules.topic(question["topic"]), question["facts"], reading)
    return {"title": question["title"], "solution": told}
