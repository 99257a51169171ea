"""Comments that a marker has written on an assignment before, to be used again."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import quizzes.marking
from accounts.models import User
from cases.rubric import COMMENT
from courses.models import Assignment, Judgement

MOST = 8


def used_before(assignment: Assignment, marker: User) -> list[tuple[str, str]]:
    """Key and text of each paragraph, the most used first, then the newest; two queries."""
    times: Counter[str] = Counter()
    last: dict[str, str] = {}
    for at, comment in _written(assignment, marker):
        for one in set(paragraphs(comment)):
            times[one] += 1
            last[one] = max(at, last.get(one, ""))
    found = sorted(times, key=lambda one: (times[one], last[one], one), reverse=True)[:MOST]
    return [(sha256(one.encode()).hexdigest()[:16], one) for one in found]


def paragraphs(comment: str) -> list[str]:
    """What a comment is put together from: an empty line parts it."""
    return [one.strip() for one in comment.split("\n\n") if one.strip()]


def joined(comment: str, more: str) -> str:
    """The comment with one more paragraph, unless it has it already."""
    return comment if more in paragraphs(comment) else "\n\n".join(filter(None, [comment.rstrip(), more]))


def _written(assignment: Assignment, marker: User) -> Iterator[tuple[str, str]]:
    """When and what: of the works on which this marker gave the last points, and as one of two.

    Where two mark, what counts has the words of both, and only what each has given tells who wrote what.
    """
    by_two = Judgement.objects.filter(submission__assignment=assignment)
    for mark in by_two.filter(by=marker, place__lte=2).exclude(comment=""):
        yield mark.saved_at.isoformat(), mark.comment
    works = assignment.submissions.order_by().filter(walkthrough__argument_points__has_key=COMMENT)
    works = works.exclude(pk__in=by_two.filter(response=None).values("submission"))
    answers = (
        quizzes.marking.by_hand()
        .order_by()
        .filter(attempt__submission__assignment=assignment, marking__has_key=COMMENT)
        .exclude(pk__in=by_two.filter(response__isnull=False).values("response"))
    )
    both = works.values_list("walkthrough__argument_points", flat=True).union(
        answers.values_list("marking", flat=True), all=True
    )
    for kept in both:
        last = _last(kept)
        if last.get("by") == marker.pk:
            yield last["at"], kept[COMMENT]


def _last(kept: dict[str, Any]) -> dict[str, Any]:
    entries = [one for one in kept.values() if isinstance(one, dict)]
    return max(entries, key=lambda one: one["at"], default={})
