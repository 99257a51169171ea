"""Which mistake a student holds: what each would answer, and the next task on which they part.

A student is taken to hold one of the topic's listed mistakes, or none. Each answer makes the mistakes that
would give it likelier (Bayes' rule); the next task is the one whose answer is expected to leave least doubt,
by Shannon's entropy, as in adaptive diagnosis of bugs (Burton 1982, "Diagnosing bugs in a simple procedural
skill"). A mistake is named when it is more likely than `SURE` and has been shown by at least two answers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import log2
from random import Random
from typing import Any

from rules.decision import Decision, decide
from rules.mistaken import decide_mistaken
from rules.reading import JUS, OUTCOME, Reading
from rules.steps import Mistake, View
from rules.values import plain
from rules.variants import NoVariant, Variant, variant

NONE = ""
SLIP = 0.05
SURE = 0.9
SHOWN = 2
SUSPECTS, TRAPS, DRAWN = 6, 2, 3


def mistakes_of(law: Reading) -> dict[str, Mistake]:
    """The mistakes that give an answer of their own, by key."""
    return {one.key: one for one in law.mistakes if one.function is not None or one.citation}


@dataclass(frozen=True)
class Task:
    """One question on one set of facts, with what is right and what each mistake answers."""

    law: Reading
    ask: str
    facts: Any
    right: Any
    answers: Mapping[str, Any]
    drawn: Variant | None = None

    def answer_of(self, mistake: str) -> Any:
        """What a student who holds the mistake answers; the right answer where it does not show."""
        return self.answers.get(mistake, self.right)


class Sheet:
    """One set of facts: the right decision and the one that each mistake leads to, for every question at once."""

    def __init__(self, law: Reading, drawn: Variant | None = None, facts: Any = None) -> None:
        """Of a drawn variant, or of facts alone where nothing is to be told."""
        self.law, self.drawn = law, drawn
        self.facts = facts if drawn is None else drawn.facts

    @cached_property
    def right(self) -> Decision:
        """The decision of the law."""
        return decide(self.law, self.facts)

    @cached_property
    def mistaken(self) -> dict[str, Any]:
        """Where each mistake leads: a decision, an outcome, or a provision."""
        found: dict[str, Any] = {}
        for key, mistake in mistakes_of(self.law).items():
            if mistake.target == JUS:
                found[key] = str(mistake.citation)
            elif mistake.target == OUTCOME:
                outcome = mistake.function(View(self.facts)) if mistake.function else None
                found[key] = None if outcome is None else outcome.name
            else:
                found[key] = decide_mistaken(self.law, self.facts, mistake)
        return found

    def tasks(self) -> Iterable[Task]:
        """Every question that arises on these facts and is not left to a court."""
        if self.right.result is not None and len(self.law.choices) > 1:
            yield self._task(OUTCOME, self.right.result.name)
        yield self._task(JUS, _provision(self.law))
        for key, value in self.right.figures.items():
            if value is not None:
                yield self._task(key, kept(value))
        for place, answer in self.right.path:
            if not place.step.skoen:
                yield self._task(place.key, kept(answer))

    def task(self, ask: str) -> Task | None:
        """The task that asks this; None where the question does not arise."""
        return next((task for task in self.tasks() if task.ask == ask), None)

    def _task(self, ask: str, right: Any) -> Task:
        answers = {}
        for key, mistake in mistakes_of(self.law).items():
            answer = self._answer(ask, mistake, self.mistaken[key])
            if answer is not None and answer != right:
                answers[key] = answer
        return Task(self.law, ask, self.facts, right, answers, self.drawn)

    def _answer(self, ask: str, mistake: Mistake, made: Any) -> Any:
        if JUS in (ask, mistake.target) or mistake.target == OUTCOME:
            return made if ask == mistake.target else None
        if made is None:
            return None
        if ask == OUTCOME:
            return made.result.name if made.result is not None else None
        if ask in self.law.figures:
            return kept(made.figures[ask])
        return next((kept(answer) for place, answer in made.path if place.key == ask), None)


def kept(value: Any) -> Any:
    """A value as plain data that can be told from another, and the same when it comes back from JSON."""
    told = plain(value)
    return tuple(kept(one) for one in told) if isinstance(told, list | tuple) else told


def _provision(law: Reading) -> str:
    return " og ".join(str(citation) for citation in law.jus)


@dataclass
class Belief:
    """How likely each mistake is after the answers so far."""

    law: Reading
    weight: dict[str, float] = field(default_factory=dict)
    shown: Counter = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Before the first answer every mistake is as likely as none at all."""
        if not self.weight:
            keys = [NONE, *mistakes_of(self.law)]
            self.weight = {key: 1 / len(keys) for key in keys}

    def hear(self, task: Task, given: Any) -> None:
        """Let an answer count: `given` is compared with what each mistake answers."""
        kinds = max(len({task.right, *task.answers.values()}), 2)
        for key in self.weight:
            agrees = task.answer_of(key) == given
            self.weight[key] *= 1 - SLIP if agrees else SLIP / (kinds - 1)
            if key and agrees and given != task.right:
                self.shown[key] += 1
        whole = sum(self.weight.values())
        self.weight = {key: weight / whole for key, weight in self.weight.items()}

    @property
    def named(self) -> str:
        """The mistake that is as good as certain; empty while there is doubt."""
        likeliest = max(self.weight, key=lambda key: self.weight[key])
        is_sure = self.weight[likeliest] > SURE and self.shown[likeliest] >= SHOWN
        return likeliest if is_sure else NONE

    @property
    def suspects(self) -> list[str]:
        """The mistakes from the likeliest on."""
        return sorted((key for key in self.weight if key), key=lambda key: -self.weight[key])

    def doubt_after(self, task: Task) -> float:
        """The expected entropy, in bits, once the answer to this task is known."""
        groups: dict[Any, float] = {}
        for key, weight in self.weight.items():
            answer = task.answer_of(key)
            groups[answer] = groups.get(answer, 0.0) + weight
        within = 0.0
        for key, weight in self.weight.items():
            if weight > 0:
                within -= weight * log2(weight / groups[task.answer_of(key)])
        return within


def next_task(belief: Belief, random: Random, asked: Iterable[tuple[str, Any]] = ()) -> Task | None:
    """The task that is expected to leave least doubt, among facts drawn for the likeliest mistakes."""
    seen = set(asked)
    tasks = [
        task
        for drawn in _drawn(belief, random)
        for task in Sheet(belief.law, drawn).tasks()
        if (task.ask, task.facts) not in seen
    ]
    random.shuffle(tasks)
    return min(tasks, key=belief.doubt_after, default=None)


def _drawn(belief: Belief, random: Random) -> Iterable[Variant]:
    topic, reading = belief.law.topic, belief.law.key
    wishes = [key for key in belief.suspects[:SUSPECTS] for _ in range(TRAPS)] + [None] * DRAWN
    for mistake in wishes:
        try:
            yield variant(topic, random.randrange(2**31), reading, mistake=mistake)
        except NoVariant:
            continue
