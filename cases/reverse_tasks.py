"""The reverse tasks of a case: those that the author has set, else those that the rules propose."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import rules
from cases import stories, variants
from cases.models import Case
from rules import reverse
from rules.reading import PENSUM, TITLES
from rules.reverse import Task, Wish

MOST = 6


@dataclass(frozen=True)
class Asked:
    """One reverse task of a case: a question, the facts it begins with, and what is wished."""

    question: str
    in_story: tuple[str, ...]
    base: Any
    task: Task

    @property
    def key(self) -> str:
        """The question and the wishes, as a building is kept under."""
        wants = (f"{reading}={outcome}" for reading, outcome in self.task.wants)
        return " ".join([self.question, *wants])

    @property
    def wishes(self) -> list[tuple[str, str]]:
        """Who shall say what."""
        return [(reverse.SPEAKERS[key].capitalize(), self.task.sentence(key)) for key, _ in self.task.wants]

    def judge(self, facts: Any) -> list[Wish]:
        """Which wishes hold on these facts."""
        return reverse.judge(self.task.topic, facts, dict(self.task.wants))

    @property
    def solution(self) -> Any:
        """Facts on which every wish holds, near the facts of the case."""
        return reverse.possible(self.task.topic, self.base, dict(self.task.wants))


def tasks_of(case: Case) -> list[Asked]:
    """The tasks that the author has set, else those that the rules propose; only what can be solved."""
    try:
        sheets = sheets_of(case)
    except (rules.FactError, rules.UnknownTopic):
        return []
    told = stories.told_facts(case.story, [(key, topic) for key, topic, _ in sheets])
    known = {key: (tuple(name for at, name in told if at == key), facts) for key, _, facts in sheets}
    topics = {key: topic for key, topic, _ in sheets}
    if case.reverse:
        chosen = [(one.get("question"), one) for one in case.reverse if one.get("question") in topics]
        set_by_author = [(key, _wanted(topics[key], one)) for key, one in chosen]
        found = [Asked(key, *known[key], task) for key, task in set_by_author if task]
        return [asked for asked in found if asked.solution is not None]
    proposed = [
        [Asked(key, *known[key], one) for one in reverse.tasks(topic, known[key][1])]
        for key, topic, _ in sheets
    ]
    return [asked for row in zip_longest(*proposed) for asked in row if asked][:MOST]


def sheets_of(case: Case) -> list[stories.Sheet]:
    """The case's own facts, question by question."""
    return variants.draw(case, list(case.questions.all()), case.reading or PENSUM, None).sheets


def _wanted(topic, given: dict[str, Any]) -> Task | None:
    try:
        return reverse.task(topic, {key: given[key] for key in TITLES if given.get(key)})
    except LookupError:
        return None
