"""All the figures of a quiz: the whole, each question, and each family of variants."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.statistics import item, whole
from quizzes.statistics.item import ItemFigures, Seen
from quizzes.statistics.marks import Paper
from quizzes.statistics.whole import WholeFigures

FEWEST = 5


@dataclass(frozen=True)
class Report:
    """The figures, the questions in the order in which they were first met."""

    whole: WholeFigures
    questions: dict[str, ItemFigures]
    families: dict[str, ItemFigures]


def of(papers: Sequence[Paper]) -> Report:
    """The figures of these papers."""
    questions: dict[str, list[Seen]] = {}
    families: dict[str, list[Seen]] = {}
    for paper in papers:
        for key, mark in paper.marks.items():
            questions.setdefault(key, []).append((paper, mark))
            if mark.family:
                families.setdefault(mark.family, []).append((paper, mark))
    weights = _weights(papers)
    return Report(
        whole.of(papers),
        {key: item.of(seen, weights.get(key)) for key, seen in questions.items()},
        {key: item.of(seen) for key, seen in families.items()},
    )


def _weights(papers: Sequence[Paper]) -> dict[str, float]:
    """The effective weight of each question that everybody was asked."""
    marked = [paper for paper in papers if paper.total is not None]
    return item.effective_weights(whole.columns(marked), [paper.total or 0 for paper in marked])
