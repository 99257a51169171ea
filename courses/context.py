"""What the lower apps show of a course: whose content a person reads, and what a piece of work is part of."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from cases import rubric
from courses.access import MARKER, TEACHER
from courses.models import Course, Membership, Submission
from courses.moments import moment
from courses.two_markers import waiting

CLOSED = "Holdet er arkiveret, og der tages ikke længere imod svar. Det, du har gemt, er bevaret."

SHUT = "Afleveringen er lukket, fordi den sidste dag er gået. Det, du har gemt, er bevaret."


def teachers_of(user) -> set[int]:
    """The people whose own content the person may read: the teachers of the person's courses."""
    return {row.user_id for row in _of_courses(user) if row.role == TEACHER}


def course_of(user):
    """The course that the person joined last, or None: the top bar names it, and the book follows its reading."""
    own = (row for row in _of_courses(user) if row.user_id == user.pk)
    return next((row.course for row in own if row.course.archived_at is None), None)


def _of_courses(user) -> list[Membership]:
    """The person's memberships and those of the teachers beside, the last first.

    Every list of content asks for them: for the one who is signed in they are read once a request.
    """
    if user.kept is None:
        return _read_of_courses(user)
    if "courses" not in user.kept:
        user.kept["courses"] = _read_of_courses(user)
    return user.kept["courses"]


def _read_of_courses(user) -> list[Membership]:
    beside = Membership.objects.filter(Q(role=TEACHER) | Q(user=user), course__memberships__user=user)
    return list(beside.select_related("course").order_by("-joined_at", "-pk"))


def runs(user, course: Course) -> bool:
    """Whether the person may change the course; a marker only reads and marks."""
    own = (row for row in _of_courses(user) if row.user_id == user.pk and row.course_id == course.pk)
    return user.is_superuser or any(row.role == TEACHER for row in own)


def marked_course(user, uuid: UUID) -> Course | None:
    """The course with this address, if the person marks or runs it."""
    if user.is_superuser:
        return Course.objects.filter(uuid=uuid).first()
    own = (row for row in _of_courses(user) if row.user_id == user.pk and row.role in (TEACHER, MARKER))
    return (
        next((row.course for row in own if row.course.uuid == uuid), None) if user.is_authenticated else None
    )


def reading_of(user) -> str:
    """The reading of the course that the person joined last, for what is practised outside assignments."""
    course = course_of(user)
    return course.reading if course else ""


def of_walkthrough(walkthrough) -> dict[str, Any] | None:
    """The assignment that a walkthrough answers, as the case player shows it."""
    # What is practised is never handed in: its steps, the most asked of all pages, ask for nothing here.
    submission = None if walkthrough.is_practice else _submission(walkthrough=walkthrough)
    if submission is None:
        return None
    assignment = submission.assignment
    return {
        "title": assignment.title,
        "url": assignment.get_absolute_url(),
        "due_at": submission.deadline.due_at,
        "is_open": not _closed(submission),
        "is_released": submission.is_released(),
        "argument_waits": waiting.words([submission]) if rubric.waits(walkthrough) else "",
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
        "argument_waits": waiting.words([submission])
        if attempt.submitted_at and attempt.awaits_marking
        else "",
    }


def _closed(submission: Submission) -> str:
    """Why nothing is taken any more; empty while it is."""
    if not submission.assignment.is_open():
        return CLOSED
    return "" if submission.deadline.takes(timezone.now()) else SHUT


def _submission(**of) -> Submission | None:
    ((name, work),) = of.items()
    # Where the work was read along with its submission, that is known already.
    related = type(work)._meta.get_field("submission")
    if known := related.get_cached_value(work, default=None):
        return known
    submission = Submission.objects.select_related("assignment__course").filter(**of).first()
    if submission:
        # It is at hand, and large.
        setattr(submission, name, work)
    return submission
