"""Simulated students: how soon a mistake is named, and which parameters trace knowledge best.

The students are not made by the model that traces them. Each holds listed mistakes of a topic and answers as
these lead on the facts at hand; now and then a student slips, and feedback on a wrong answer may cure a mistake.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from math import log2
from random import Random
from typing import Any

import rules
from quizzes import chance
from quizzes.knowing import tracing
from quizzes.knowing.diagnosis import Belief, Sheet, Task, mistakes_of, next_task
from quizzes.knowing.tracing import Parameters
from rules.reading import Reading
from rules.variants import NoVariant, variant

LONGEST, PATIENCE = 20, 4
POOL, ANSWERS = 24, 12
SLIPS, CURED, TOO_SOON = 0.08, 0.35, 0.1
GRID = tuple(product((0.3, 0.4, 0.5, 0.6, 0.7), (0.1, 0.2, 0.3), (0.05, 0.1, 0.15), (0.3, 0.4, 0.5, 0.6)))


def readings() -> list[Reading]:
    """Every reading of every topic, each once."""
    return [reading.seal() for topic in rules.topics().values() for reading in topic.readings.values()]


@dataclass
class Naming:
    """How many tasks it took until a mistake was named, and how many times another was named or none."""

    tasks: Counter = field(default_factory=Counter)
    from_first: Counter = field(default_factory=Counter)
    others: int = 0
    unnamed: int = 0
    never_shown: int = 0

    @property
    def runs(self) -> int:
        """How many students."""
        return self.tasks.total() + self.others + self.unnamed

    def within(self, tasks: int) -> float:
        """The share of the students whose mistake was named in so many tasks, the first wrong answer included."""
        return sum(many for number, many in self.tasks.items() if number <= tasks) / self.runs

    def add(self, other: "Naming") -> None:
        """Count the runs of another together with these."""
        self.tasks += other.tasks
        self.from_first += other.from_first
        self.others += other.others
        self.unnamed += other.unnamed
        self.never_shown += other.never_shown


def naming(law: Reading, runs: int, slips: float = 0.0) -> Naming:
    """Students who each hold one listed mistake of the reading, `runs` for each mistake."""
    found = Naming()
    for mistake in mistakes_of(law):
        for run in range(runs):
            random = chance.of("naming", law.topic.key, law.key, mistake, run)
            named, tasks, first_wrong = _until_named(law, mistake, random, slips)
            if named == mistake:
                found.tasks[tasks - first_wrong + 1] += 1
                found.from_first[tasks] += 1
            elif named:
                found.others += 1
            else:
                found.unnamed += 1
                found.never_shown += first_wrong == 0
    return found


def _until_named(law: Reading, mistake: str, random: Random, slips: float) -> tuple[str, int, int]:
    belief, first_wrong = Belief(law), 0
    asked: set[tuple[str, Any]] = set()
    for number in range(1, LONGEST + 1):
        task = next_task(belief, random, asked)
        if task is None:
            break
        asked.add((task.ask, task.facts))
        answer = _answer(task, mistake, random, slips)
        if answer != task.right and not first_wrong:
            first_wrong = number
        belief.hear(task, answer)
        if belief.named:
            return belief.named, number, first_wrong
    return "", LONGEST, first_wrong


def _answer(task: Task, mistake: str, random: Random, slips: float) -> Any:
    given = task.answer_of(mistake)
    if random.random() < slips:
        others = sorted({task.right, *task.answers.values()} - {given}, key=str)
        return random.choice(others) if others else given
    return given


@cache
def histories(students: int = 8) -> list[list[tuple[float, bool]]]:
    """What simulated students answered to one thing after another: the share earned, and whether it was known."""
    return [one for law in readings() for one in _histories(law, students)]


def _histories(law: Reading, students: int) -> Iterator[list[tuple[float, bool]]]:
    random = chance.of("histories", law.topic.key, law.key)
    pool = _pool(law, random)
    mistakes = list(mistakes_of(law))
    for _student in range(students):
        held = set(random.sample(mistakes, min(len(mistakes), random.choice((1, 2, 3, 4, 5)))))
        answers: dict[str, list[tuple[float, bool]]] = {}
        for _answer_number in range(ANSWERS * len(pool) // 4):
            ask = random.choice(list(pool))
            task = random.choice(pool[ask])
            about = {key for one in pool[ask] for key in one.answers} & held
            wrong = any(key in task.answers for key in about) or random.random() < SLIPS
            answers.setdefault(ask, []).append((float(not wrong), not about))
            if wrong and about and random.random() < CURED:
                held.discard(random.choice(sorted(about)))
        yield from (history[:ANSWERS] for history in answers.values() if len(history) > 2)


def _pool(law: Reading, random: Random) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = {}
    mistakes = list(mistakes_of(law))
    for number in range(POOL):
        # As in practice, where facts are preferred on which some mistake shows.
        wish = random.choice(mistakes) if number % 3 else None
        try:
            drawn = variant(law.topic, random.randrange(2**31), law.key, mistake=wish)
        except NoVariant:
            continue
        for task in Sheet(law, drawn).tasks():
            found.setdefault(task.ask, []).append(task)
    return found


@dataclass(frozen=True)
class Fit:
    """How well parameters trace the simulated students."""

    by: Parameters
    surprise: float
    too_soon: float


def fit(by: Parameters, told: Iterable[list[tuple[float, bool]]]) -> Fit:
    """The mean surprise (log loss, bits an answer), and how often "mastered" is said of one who does not know."""
    bits, answers, mastered, wrongly = 0.0, 0, 0, 0
    for history in told:
        known = by.known
        for share, knows in history:
            chance_of_right = tracing.expected(known, by)
            bits -= log2(chance_of_right if share > 0.5 else 1 - chance_of_right)
            answers += 1
            if known >= tracing.MASTERED:
                mastered += 1
                wrongly += not knows
            known = tracing.after(known, share, by)
    return Fit(by, bits / answers, wrongly / mastered if mastered else 0.0)


def fits(students: int = 8) -> list[Fit]:
    """Every set of parameters of the grid, the best first: least surprise among those that are not too soon."""
    told = histories(students)
    found = (fit(Parameters(*one), told) for one in GRID)
    return sorted(found, key=lambda one: (one.too_soon > TOO_SOON, one.surprise))


def curve(by: Parameters, students: int = 8) -> list[tuple[float, float]]:
    """By number of answers: the mean of what the model says, and the share who in truth know."""
    said: list[list[float]] = [[] for _ in range(ANSWERS)]
    true: list[list[bool]] = [[] for _ in range(ANSWERS)]
    for history in histories(students):
        known = by.known
        for number, (share, knows) in enumerate(history):
            said[number].append(known)
            true[number].append(knows)
            known = tracing.after(known, share, by)
    return [
        (sum(one) / len(one), sum(two) / len(two))
        for one, two in zip(said, true, strict=True)
        if len(one) > 100
    ]
