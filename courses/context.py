"""What the lower apps show of a course: whose content a person reads, and what a piece of work is part of."""

from typing import Any

from django.utils import timezone

from courses.access import TEACHER
from courses.models import Membership, Submission
from courses.moments import moment

CLOSED = "Holdet er arkiveret, og der tages ikke længere imod svar. Det, du har gemt, er bevaret."

SHUT = "Afleveringen er lukket, fordi den sidste dag er gået. Det, du har gemt, er bevaret."


def teachers_of(user):
    """The people whose own content the person may read: the teachers of the person's courses."""
    return Membership.objects.filter(role=TEACHER, course__memberships__user=user).values("user")


def course_of(user):
    """The course that the person joined last, or None.

    The top bar names it and the book follows its reading: for the one who is signed in it is asked once a request.
    """
    if user.kept is None:
        return _joined_last(user)
    if "course" not in user.kept:
        user.kept["course"] = _joined_last(user)
    return user.kept["course"]


def _joined_last(user):
    joined = Membership.objects.filter(user=user, course__archived_at=None).select_related("course")
    membership = joined.order_by("-joined_at", "-pk").first()
    return membership.course if membership else None


def reading_of(user) -> str:
    """The reading of the course that the person joined last, for what is practised outside assignments."""
    course = course_of(user)
    return course.reading if course else ""


def of_walkthrough(walkthrough) -> dict[str, Any] | None:
    """The assignment that a walkthrough answers, as the case player shows it."""
    submission = _submission(walkthrough=walkthrough)
    if submission is None:
        return None
    assignment = submission.assignment
    return {
        "title": assignment.title,
        "url": assignment.get_absolute_url(),
        "due_at": submission.deadline.due_at,
        "is_open": not _closed(submission),
        "is_released": submission.is_released(),
    }


def of_attempt(attempt) -> dict[str, Any] | None:
    """The assignment that an attempt answers, as the quiz shows it."""
    submission = _submission(attempt=attempt)
    if submission is None:
        return None
    assignment = submission.assignment
    return {
        "label": assignment.title,
        "url": assignment.get_absolute_url(),
        "line": f"Frist {moment(submission.deadline.due_at)}",
        "closed": _closed(submission),
    }


def _closed(submission: Submission) -> str:
    """Why nothing is taken any more; empty while it is."""
    if not submission.assignment.is_open():
        return CLOSED
    return "" if submission.deadline.takes(timezone.now()) else SHUT


def _submission(**work) -> Submission | None:
    submissions = Submission.objects.select_related("assignment__course", "walkthrough", "attempt")
    return submissions.filter(**work).first()
