"""Marks from judged answers: equal shares within a part, and what a wrong premise may cost.

A wrong premise costs once, since what follows from it earns. So that a right premise never costs more than a
wrong one, wrong answers that all rest on the same rightly answered premise cost together at most what that
premise would have cost. Changing a wrong answer into the right one therefore never lowers the total.
"""

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.grading import Judged

WEIGHTS = {"faktum": 10, "jus": 20, "subsumption": 40, "konklusion": 30}
EARNS = ("rigtig", "foelger")


def settle(
    judged: "list[Judged]",
    rests_on: "Callable[[Judged, Judged], bool]",
    weights: dict[str, int] | None = None,
    left: Callable[[str], float] | None = None,
) -> tuple[dict[str, float], float]:
    """Fill in share and earned of each answer; give the mark of each part (0 to 1) and the total (0 to 1).

    `left` says what help has left of an answer, by its key; its share then is what it can still earn.
    """
    parts = {answer.part for answer in judged if answer.counts}
    chosen = {part: weight for part, weight in (weights or WEIGHTS).items() if part in parts and weight > 0}
    whole = sum(chosen.values())
    for part in parts:
        counted = [answer for answer in judged if answer.part == part and answer.counts]
        for answer in counted:
            answer.share = chosen.get(part, 0) / whole / len(counted) if whole else 0.0
    wholes = {
        part: sum(answer.share for answer in judged if answer.part == part and answer.counts)
        for part in parts
    }
    if left:
        for answer in judged:
            answer.share *= left(answer.key)
    for answer in judged:
        answer.earned = answer.share if answer.status in EARNS else 0.0
    _relieve(judged, rests_on)
    marks = {
        part: _mark([answer for answer in judged if answer.part == part and answer.counts], wholes[part])
        for part in parts
    }
    return marks, sum(answer.earned for answer in judged)


def _mark(answers: "list[Judged]", whole: float) -> float:
    return sum(answer.earned for answer in answers) / whole if whole else 0.0


def _relieve(judged: "list[Judged]", rests_on: "Callable[[Judged, Judged], bool]") -> None:
    """Let wrong answers that rest on a right premise cost together no more than the premise."""
    wrong = [
        answer
        for answer in judged
        if answer.status == "forkert" and answer.given is not None and answer.share
    ]
    if not wrong:
        return
    groups = []
    for premise in judged:
        if premise.status == "rigtig" and premise.part == "subsumption" and premise.share:
            resting = [answer for answer in wrong if rests_on(answer, premise)]
            if resting and premise.share < sum(answer.share for answer in resting):
                groups.append((premise.share, resting))
    best = min(_choices(groups[:8]), key=lambda chosen: _cost(chosen, wrong), default=())
    eased = {id(answer): answer for _, resting in best for answer in resting}
    whole = sum(answer.share for answer in eased.values())
    for answer in eased.values():
        answer.earned = answer.share * (1 - sum(price for price, _ in best) / whole)


Group = tuple[float, "list[Judged]"]


def _choices(groups: list[Group]) -> Iterable[tuple[Group, ...]]:
    return (chosen for count in range(len(groups) + 1) for chosen in combinations(groups, count))


def _cost(chosen: tuple[Group, ...], wrong: "list[Judged]") -> float:
    covered = {id(answer) for _, resting in chosen for answer in resting}
    return sum(price for price, _ in chosen) + sum(
        answer.share for answer in wrong if id(answer) not in covered
    )
