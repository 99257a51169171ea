"""Which mistakes a question would catch: a student who holds the mistake would answer it wrong.

A question that the rules make is asked on a few sets of facts, as students would get them, and on each the
mistake's own answer is compared with the right one. A written question is known through its check, which says
on which facts the rules share its key; without a check nobody can know.
"""

from collections.abc import Mapping
from functools import cache

import rules
from quizzes import generated
from quizzes.knowing.diagnosis import Sheet, mistakes_of
from quizzes.models import Question
from quizzes.start import PENSUM
from rules.reading import JUS, OUTCOME, Reading
from rules.steps import Mistake

SEEDS = (1, 2, 3, 4, 5)
Catches = Mapping[tuple[str, str], float]


def named_mistakes(topic: str, reading: str) -> list[Mistake]:
    """Every mistake that the topic names in this reading."""
    return list(_law(topic, reading).mistakes)


def can_be_known(topic: str, reading: str, mistake: str) -> bool:
    """Whether it can be computed what a student who holds the mistake would answer."""
    return mistake in mistakes_of(_law(topic, reading))


def words(topic: str, reading: str, mistake: str) -> str:
    """The first sentence of what is said of the mistake, with the facts of an example where it names some."""
    law = _law(topic, reading)
    found = next(one for one in law.mistakes if one.key == mistake)
    told = (
        law.fill(found.remark, _example(topic, law.key).right.view) if "{" in found.remark else found.remark
    )
    first, stop, _ = told.partition(". ")
    return f"{first}." if stop else told


def catches(question: Question, reading: str) -> Catches | None:
    """The chance that the question catches each mistake, by topic and mistake; None where it cannot be known."""
    reading = question.reading or reading
    if question.is_generated and question.topic in rules.topics():
        return _of_generated(question.topic, question.ask, reading, question.mistake)
    return _of_check(question.rule_check, reading) if question.rule_check else None


@cache
def _of_generated(topic: str, ask: str, reading: str, mistake: str) -> Catches:
    caught: dict[tuple[str, str], int] = {}
    made = list(_made(topic, ask, reading, mistake))
    for sheet in made:
        task = sheet.task(ask)
        for key in task.answers if task else ():
            caught[topic, key] = caught.get((topic, key), 0) + 1
    return {key: count / len(made) for key, count in caught.items()}


def _made(topic: str, ask: str, reading: str, mistake: str):
    for seed in SEEDS:
        try:
            made = generated.make_in(topic, ask, seed, reading, mistake)
        except generated.CannotAsk:
            continue
        yield Sheet(
            _law(topic, made.made_from["reading"]), facts=rules.topic(topic).read(made.made_from["facts"])
        )


def _of_check(check: dict, reading: str) -> Catches | None:
    """A check says what is asked: a figure, the provision, else the outcome. One that is outgrown says nothing."""
    try:
        facts = rules.topic(check["topic"]).read(check["facts"])
    except (rules.UnknownTopic, rules.FactError):
        return None
    sheet = Sheet(_law(check["topic"], reading), facts=facts)
    task = sheet.task(check.get("figure") or (JUS if check.get("jus") else OUTCOME))
    return {(check["topic"], key): 1.0 for key in (task.answers if task else ())}


def _law(topic: str, reading: str) -> Reading:
    return rules.topic(topic).reading_for(reading or PENSUM)


@cache
def _example(topic: str, reading: str) -> Sheet:
    from rules.variants import variant

    return Sheet(_law(topic, reading), drawn=variant(rules.topic(topic), 1, reading))
