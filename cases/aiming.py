"""What went wrong in a walkthrough, so that the next variant can practise just that.

A named mistake is aimed at by facts on which it gives the wrong answer; any other slip by facts on which the
same step, figure or outcome is asked again; Jus and Faktum by any fresh facts.
"""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

import rules
from rules.decision import decide, rounded
from rules.reading import OUTCOME, Reading
from rules.steps import Asked
from rules.values import plain
from rules.variants import shows

TRIES, TRIES_OTHER = 40, 30
MOST_MISTAKES = 3
# Were the answer always another one, the variant would tell it.
OTHER_ANSWER = 0.75
PRACTISES = {
    "faktum": "at udvælge oplysningerne",
    "jus": "at finde bestemmelsen",
    "subsumption": "subsumptionen",
    "konklusion": "konklusionen",
}
AGAIN = ("subsumption", "konklusion")

Where = Callable[[Any], bool]


@dataclass(frozen=True)
class Aim:
    """The place that failed: its question, part and key, the mistakes made in the question, the right answer there."""

    question: str
    part: str
    key: str
    mistakes: tuple[str, ...] = ()
    answer: Any = None

    def plain(self) -> dict[str, Any]:
        """As it is frozen with the variant."""
        return asdict(self) | {"mistakes": list(self.mistakes)}

    def wishes(self, law: Reading, seed: int) -> Iterator[tuple[Where, int, list[str]]]:
        """Conditions on the facts with the draws that each is worth and the mistakes that it shows."""
        made = [mistake for mistake in law.mistakes if mistake.key in self.mistakes and mistake.function]
        if len(made) > 1:
            yield _showing(law, made), TRIES_OTHER, [mistake.key for mistake in made]
        for mistake in made:
            yield _showing(law, [mistake]), TRIES, [mistake.key]
        if self.part in AGAIN:
            if Random(seed).random() < OTHER_ANSWER:  # noqa: S311 - a variant is reproduced from its seed
                yield lambda facts: _answer(law, facts, self.key) not in (None, self.answer), TRIES_OTHER, []
            yield lambda facts: _answer(law, facts, self.key) is not None, TRIES, []
        else:
            yield lambda facts: True, TRIES, []


def read(frozen: dict[str, Any]) -> Aim | None:
    """What a frozen variant aims at."""
    kept = frozen.get("aim")
    return Aim(**kept | {"mistakes": tuple(kept["mistakes"])}) if kept else None


def aim_of(walkthrough) -> Aim | None:
    """What the next variant should practise; nothing while something is unanswered, or when all was right."""
    made = {
        (row.question, row.key): row.mistake
        for row in walkthrough.given()
        if row.mistake and not row.is_given and row.best < 1
    }
    failed = [
        (question, item)
        for question in walkthrough.result.get("questions", ())
        for item in question["items"]
        if item["counts"] and item["raw"] and item["worth"] < 1
    ]
    if not failed:
        return None
    question, item = min(failed, key=lambda one: _rank(one[0]["key"], one[1], made))
    named = dict.fromkeys(name for (of, _), name in made.items() if of == question["key"])
    mistakes = tuple(named)[:MOST_MISTAKES]
    right = _right(walkthrough, question["key"], item["key"]) if item["part"] in AGAIN else None
    return Aim(question["key"], item["part"], item["key"], mistakes, right)


def told(walkthrough) -> str:
    """What the variant practises, in a quiet line that gives nothing of the answer away."""
    aim = read(walkthrough.frozen)
    if aim is None or not walkthrough.aims_at:
        return ""
    question = next(one for one in walkthrough.frozen["questions"] if one["key"] == aim.question)
    quoted = _question(question, walkthrough.reading, aim.key)
    if not quoted and len(walkthrough.frozen["questions"]) > 1:
        quoted = question["title"]
    practised = f"Denne variant øver {PRACTISES[aim.part]} igen"
    return f"{practised}: »{quoted}«" if quoted else f"{practised}."


def _rank(question: str, item: dict[str, Any], made: dict[tuple[str, str], str]) -> int:
    """A named mistake of reasoning first, then the other slips of reasoning, then Jus and Faktum."""
    if item["part"] not in AGAIN:
        return 2
    return 0 if (question, item["key"]) in made else 1


def _showing(law: Reading, mistakes: list) -> Where:
    return lambda facts: all(shows(law, facts, mistake) for mistake in mistakes)


def _answer(law: Reading, facts: Any, key: str) -> Any:
    """The right answer at this place in plain data; None where it is not asked or is left to a judge."""
    decision = decide(law, facts)
    if key == OUTCOME:
        return decision.outcome
    if key in law.figures:
        return plain(rounded(law.figures[key](decision.view)))
    return next((plain(answer) for place, answer in decision.path if place.key == key), None)


def _right(walkthrough, key: str, item: str) -> Any:
    question = next(one for one in walkthrough.frozen["questions"] if one["key"] == key)
    topic = rules.topic(question["topic"])
    return _answer(topic.reading_for(walkthrough.reading), topic.read(question["facts"]), item)


def _question(question: dict[str, Any], reading: str, key: str) -> str:
    """The question of a step or figure as it is asked on any facts; none that would tell a fact or a figure."""
    law = rules.topic(question["topic"]).reading_for(reading)
    asked: list[Asked] = [place.step for place in law.steps if place.key == key]
    asked += [law.figures[key]] if key in law.figures else []
    return next((one.question for one in asked if not {"{", "["} & set(one.question)), "")
