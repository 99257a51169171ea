"""The figures of one question, or of one family of variants."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean

from quizzes.statistics import spread
from quizzes.statistics.marks import Mark, Paper


@dataclass(frozen=True)
class ItemFigures:
    """Shares between 0 and 1 (discrimination from -1 to 1); None is "cannot be computed".

    asked           how many answers are counted, unanswered ones among them
    waiting         how many wait for a teacher and are not counted
    facility        mean share of the points: F = x̄ / x(max) (M "Facility index")
    deviation       standard deviation of that share, over n − 1 (M "Standard deviation")
    guess           the share that somebody who guesses can expect (M "Random guess score")
    intended        the question's share of the points of the papers that ask it (M "Intended question weight")
    effective       the share of the variation of the totals that is the question's:
                    EW = √C(x, T) / Σ √C(x, T) (M "Effective question weight")
    discrimination  D = r(x, X), the correlation with the rest of the paper X = T − x (M "Discrimination index")
    efficiency      C(x, X) / Cmax(x, X), where Cmax is what the same marks would give, both sorted;
                    at most 1, and with no floor below 0 (M "Discriminative efficiency")
    """

    asked: int
    waiting: int = 0
    facility: float | None = None
    deviation: float | None = None
    guess: float | None = None
    intended: float | None = None
    effective: float | None = None
    discrimination: float | None = None
    efficiency: float | None = None


Seen = tuple[Paper, Mark]


def of(seen: Iterable[Seen], effective: float | None = None) -> ItemFigures:
    """The figures of a question from everybody who was asked it.

    A paper that waits for a teacher somewhere else has no total: it counts for the facility and not for
    what compares the question with the rest.
    """
    rows = list(seen)
    counted = [(paper, mark) for paper, mark in rows if mark.points is not None]
    points = [mark.points or 0 for _, mark in counted]
    shares = [_share(mark) for _, mark in counted]
    whole = [(mark.points or 0, paper.total) for paper, mark in counted]
    own = [x for x, total in whole if total is not None]
    rest = [total - x for x, total in whole if total is not None]
    guesses = [mark.guess for _, mark in rows if mark.guess is not None]
    return ItemFigures(
        asked=len(points),
        waiting=len(rows) - len(points),
        facility=fmean(shares) if shares else None,
        deviation=_deviation(counted),
        guess=fmean(guesses) if guesses else None,
        intended=fmean([mark.most / paper.most for paper, mark in rows if paper.most]) if rows else None,
        effective=effective,
        discrimination=spread.correlation(own, rest),
        efficiency=spread.reached(own, rest),
    )


def effective_weights(columns: dict[str, list[int]], totals: Sequence[int]) -> dict[str, float]:
    """EW = √C(x, T) / Σ √C(x, T); a question whose points go against the total has none, as in Moodle."""
    roots = {key: sqrt(found) for key, xs in columns.items() if (found := spread.co(xs, totals)) > 0}
    whole = fsum(roots.values())
    return {key: root / whole for key, root in roots.items()}


def _share(mark: Mark) -> float:
    return (mark.points or 0) / mark.most if mark.most else 0.0


def _deviation(counted: list[Seen]) -> float | None:
    """Exact where all were marked over the same; else over the shares."""
    highest = {mark.most for _, mark in counted}
    if len(highest) == 1 and (most := highest.pop()):
        found = spread.deviation([mark.points or 0 for _, mark in counted])
        return None if found is None else found / most
    mean = fmean([_share(mark) for _, mark in counted]) if counted else 0.0
    squares = fsum((_share(mark) - mean) ** 2 for _, mark in counted)
    return sqrt(squares / (len(counted) - 1)) if len(counted) > 1 else None
