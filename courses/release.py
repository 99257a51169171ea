"""Showing results: the time is written on the work itself, where the player and the quiz look for it."""

from django.db import transaction
from django.utils import timezone

from cases.models import Walkthrough
from courses.models import Assignment
from quizzes.models import Attempt


def first_shown(assignment: Assignment):
    """From when work that begins now shows its result, once it is handed in; None if not known yet."""
    if assignment.released_at:
        return assignment.released_at
    return assignment.due_at if assignment.release == Assignment.Release.AT_DUE else None


def release(assignment: Assignment) -> None:
    """Show the results of what is handed in, and of the rest as it comes; a second time changes nothing."""
    if assignment.released_at:
        return
    with transaction.atomic():
        assignment.released_at = timezone.now()
        assignment.save(update_fields=["released_at"])
        _write(assignment, assignment.released_at)


def follow_deadline(assignment: Assignment) -> None:
    """The deadline moved: results that wait for it wait for the new one."""
    if assignment.release == Assignment.Release.AT_DUE and not assignment.released_at:
        _write(assignment, assignment.due_at)


def _write(assignment: Assignment, shown_from) -> None:
    for work in (Walkthrough, Attempt):
        work.objects.filter(submission__assignment=assignment).update(released_at=shown_from)
