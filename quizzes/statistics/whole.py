"""The figures of a whole quiz: how far its total can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, median

from quizzes.statistics import spread
from quizzes.statistics.marks import Paper


@dataclass(frozen=True)
class WholeFigures:
    """None is "cannot be computed".

    mean, middle, deviation   of the totals, as shares of what could be earned
    alpha           coefficient of internal consistency, Cronbach's
                    α = P/(P − 1) · (1 − Σ V(x_p) / V(T)) over P places (M "Coefficient of internal consistency")
    error_ratio     √(1 − α): how much of the spread is chance; None where α is not known (M "Error ratio")
    standard_error  error ratio · SD(T), in shares: how far a student's total is from what is measured
                    (M "Standard error")
    """

    papers: int
    waiting: int
    mean: float | None = None
    middle: float | None = None
    deviation: float | None = None
    alpha: float | None = None
    error_ratio: float | None = None
    standard_error: float | None = None


def of(papers: Sequence[Paper]) -> WholeFigures:
    """The figures of these papers; one that waits for a teacher has no total and is left out."""
    whole = [paper for paper in papers if paper.total is not None]
    waiting = len(papers) - len(whole)
    shares = sorted((paper.total or 0) / paper.most for paper in whole if paper.most)
    if not shares:
        return WholeFigures(len(whole), waiting)
    found, spreads = alpha(columns(whole)), _deviation(whole, shares)
    ratio = None if found is None else sqrt(max(0.0, 1 - found))
    return WholeFigures(
        len(whole),
        waiting,
        mean=fmean(shares),
        middle=median(shares),
        deviation=spreads,
        alpha=found,
        error_ratio=ratio,
        standard_error=None if ratio is None or spreads is None else ratio * spreads,
    )


def columns(papers: Sequence[Paper]) -> dict[str, list[int]]:
    """The points place by place, as Moodle's slots: each question that everybody got is a place of its own, and
    the drawn ones fill the rest in the order in which each student met them. Empty where the papers differ in
    length. Every paper has a total.
    """
    if len({len(paper.marks) for paper in papers}) != 1:
        return {}
    common = [key for key in papers[0].marks if all(key in paper.marks for paper in papers)]
    fixed = set(common)
    found = {key: [paper.marks[key].points or 0 for paper in papers] for key in common}
    drawn = [[mark.points or 0 for key, mark in paper.marks.items() if key not in fixed] for paper in papers]
    return found | {f" {place}": list(points) for place, points in enumerate(zip(*drawn, strict=True))}


def alpha(found: dict[str, list[int]]) -> float | None:
    """Cronbach's alpha of points by place; None with one place, or where all totals are the same."""
    totals = [sum(row) for row in zip(*found.values(), strict=True)]
    varied = spread.co(totals, totals)
    if len(found) < 2 or not varied:
        return None
    within = sum(spread.co(xs, xs) for xs in found.values())
    return len(found) / (len(found) - 1) * (1 - within / varied)


def _deviation(whole: list[Paper], shares: list[float]) -> float | None:
    """Exact where all papers are over the same; else over the shares."""
    highest = {paper.most for paper in whole}
    if len(highest) == 1:
        found = spread.deviation([paper.total or 0 for paper in whole])
        return None if found is None else found / highest.pop()
    mean = fmean(shares)
    return (
        sqrt(fsum((share - mean) ** 2 for share in shares) / (len(shares) - 1)) if len(shares) > 1 else None
    )
