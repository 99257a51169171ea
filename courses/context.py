"""What the lower apps show of a course: whose content a person reads, and what a piece of work is part of."""

from typing import Any

from courses.access import TEACHER
from courses.models import Membership, Submission


def teachers_of(user):
    """The people whose own content the person may read: the teachers of the person's courses."""
    return Membership.objects.filter(role=TEACHER, course__memberships__user=user).values("user")


def of_walkthrough(walkthrough) -> dict[str, Any] | None:
    """The assignment that a walkthrough answers."""
    return _context(walkthrough=walkthrough)


def of_attempt(attempt) -> dict[str, Any] | None:
    """The assignment that an attempt answers."""
    return _context(attempt=attempt)


def _context(**work) -> dict[str, Any] | None:
    submission = Submission.objects.filter(**work).select_related("assignment__course").first()
    if submission is None:
        return None
    assignment = submission.assignment
    return {
        "title": assignment.title,
        "url": assignment.get_absolute_url(),
        "due_at": assignment.due_at,
        "is_open": assignment.is_open(),
        "is_released": submission.is_released(),
    }
