"""Handed-in work by its kind: what cases and quizzes know of grading theirs again has one shape."""

from collections.abc import Iterable
from types import ModuleType
from typing import Any

import cases.accepting
import cases.regrading
import quizzes.accepting
import quizzes.regrading
from courses import accepted, results
from courses.models import Assignment, GradeScale, Submission
from courses.results import Result

KINDS: dict[str, ModuleType] = {"walkthrough": cases.regrading, "attempt": quizzes.regrading}
# The same of what both know of a judgement that is put right.
ACCEPTING: dict[str, ModuleType] = {"walkthrough": cases.accepting, "attempt": quizzes.accepting}


def kind_of(submission: Submission) -> str:
    """`walkthrough` or `attempt`."""
    return "walkthrough" if submission.walkthrough_id else "attempt"


def key_of(submission: Submission) -> Any:
    """The key of its work, which is not read for it."""
    return submission.walkthrough_id or submission.attempt_id


def read(submissions: Iterable[Submission], *, lock: bool = False) -> dict[tuple[str, Any], Any]:
    """The finished works of these, by kind and key, each with its answers and what counts in it as accepted.

    They are held if that is asked.
    """
    rows: list[Submission] = list(submissions)
    found: dict[tuple[str, Any], Any] = {}
    for kind, module in KINDS.items():
        keys = [key_of(row) for row in rows if kind_of(row) == kind]
        found |= {(kind, work.pk): work for work in module.finished(keys, lock=lock)} if keys else {}
    accepted.give(pairs(rows, found))
    return found


def pairs(
    submissions: Iterable[Submission], found: dict[tuple[str, Any], Any]
) -> list[tuple[Submission, Any]]:
    """The submissions with their works, where these are finished."""
    keys = [(one, (kind_of(one), key_of(one))) for one in submissions]
    return [(one, found[key]) for one, key in keys if key in found]


def today(works: dict[tuple[str, Any], Any]) -> dict[str, Any]:
    """What grades them now, by kind."""
    keys: dict[str, set] = {kind: set() for kind in KINDS}
    for (kind, _), work in works.items():
        keys[kind] |= KINDS[kind].keyed_by(work)
    return {kind: KINDS[kind].present(keys[kind]) for kind in KINDS}


def share_assignments(submissions: Iterable[Submission]) -> None:
    """Read each assignment once, with what a result rests on, and give it to all its submissions."""
    rows = list(submissions)
    found = Assignment.objects.filter(pk__in={row.assignment_id for row in rows}).with_content()
    shared = {one.pk: one for one in found.prefetch_related("extensions", "grade_changes")}
    for row in rows:
        row.assignment = shared[row.assignment_id]
        row.item = next(item for item in row.assignment.item_list if item.pk == row.item_id)


def result_of(submission: Submission, work: Any) -> Result:
    """What this try is worth with this work: its part of the points, whether or not it is the try that counts."""
    setattr(submission, kind_of(submission), work)
    return results.of_try(submission)


def grade_of(result: Result, scale: GradeScale) -> str:
    """Passed or not where that is the result, else what the institution's table suggests for the points.

    Empty of a part among others: a grade is of the whole.
    """
    if result.items and len(result.items[0].item.assignment.item_list) > 1:
        return ""
    if result.verdict:
        return result.verdict
    points = result.points if result.computed is None else result.computed
    return scale.suggest(points * 100 / result.highest)
