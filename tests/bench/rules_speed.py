"""How fast the rules decide, grade and vary, on one core, topic by topic."""

from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

import rules
from rules.grading import grade
from rules.reading import PENSUM
from rules.topic import Topic
from rules.variants import variant

SAMPLES, ROUNDS = 40, 5


def measure() -> list[str]:
    """A line a topic: decisions with all figures, full gradings (all right; turned round) and variants a second."""
    lines = [f"{'emne':<24}{'afgørelser/s':>14}{'rettelser/s':>14}{'med fejl/s':>14}{'varianter/s':>14}"]
    rows = {key: _speeds(topic) for key, topic in rules.topics().items()}
    lines += [f"{key:<24}" + "".join(f"{speed:>14,.0f}" for speed in row) for key, row in rows.items()]
    middle = [median(column) for column in zip(*rows.values(), strict=True)]
    return [*lines, f"{'median':<24}" + "".join(f"{speed:>14,.0f}" for speed in middle)]


def _speeds(topic: Topic) -> list[float]:
    facts = [variant(topic, seed).facts for seed in range(SAMPLES)]
    right = [_answers(topic, one) for one in facts]
    wrong = [_mistaken(topic, one, given) for one, given in zip(facts, right, strict=True)]
    wanted = list(topic.reading_for(PENSUM).choices)
    return [
        _per_second(lambda: [topic.decide(one).figures for one in facts], len(facts)),
        _per_second(
            lambda: [grade(topic, one, given) for one, given in zip(facts, right, strict=True)], len(facts)
        ),
        _per_second(
            lambda: [grade(topic, one, given) for one, given in zip(facts, wrong, strict=True)], len(facts)
        ),
        _per_second(lambda: [variant(topic, 7, outcome=outcome) for outcome in wanted], len(wanted)),
    ]


def _answers(topic: Topic, facts: Any) -> dict[str, Any]:
    decided = topic.decide(facts).plain()
    return {
        "jus": [step["citation"] for step in decided["steps"]],
        "steps": {step["key"]: step["answer"] for step in decided["steps"]},
        "figures": decided["figures"],
        "outcome": decided["outcome"],
    }


def _mistaken(topic: Topic, facts: Any, right: dict[str, Any]) -> dict[str, Any]:
    """Every yes and no turned round, the outcome another one."""
    steps = {key: not value if isinstance(value, bool) else value for key, value in right["steps"].items()}
    outcomes = [outcome for outcome in topic.reading_for(PENSUM).choices if outcome != right["outcome"]]
    return right | {"steps": steps, "outcome": next(iter(outcomes), right["outcome"])}


def _per_second(work: Callable[[], Any], amount: int) -> float:
    """The best of some rounds, each of at least a tenth of a second of processor time."""
    best = 0.0
    for _ in range(ROUNDS):
        count, start = 0, process_time()
        while process_time() - start < 0.1:
            work()
            count += amount
        best = max(best, count / (process_time() - start))
    return best
