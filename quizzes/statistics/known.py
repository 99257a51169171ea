"""What a person has seen measured of each question, kept for the list of the bank.

Kept for the person alone, since each may count other attempts; made when the statistics of a quiz are opened.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core.cache import cache

from quizzes.statistics.report import FEWEST, Report

KEPT = int(timedelta(days=60).total_seconds())


@dataclass(frozen=True)
class Known:
    """How one question went."""

    asked: int
    facility: float | None
    discrimination: float | None


def remember(user, report: Report) -> None:
    """Keep the questions of a report beside those of other quizzes; the newest report of a question counts."""
    new = {
        key: (one.asked, one.facility, one.discrimination)
        for key, one in report.questions.items()
        if one.asked >= FEWEST
    }
    if new:
        cache.set(_key(user), cache.get(_key(user), {}) | new, KEPT)


def of(user) -> dict[str, Known]:
    """What is known, by the uid of the question."""
    return {uid: Known(*figures) for uid, figures in cache.get(_key(user), {}).items()}


def _key(user) -> str:
    return f"question-figures:{user.pk}"
