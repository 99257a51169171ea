"""Showing results: the time is written on the work itself, where the player and the quiz look for it."""

from django.db import transaction
from django.utils import timezone

from cases.models import Walkthrough
from courses import notifying, record
from courses.models import Assignment
from courses.moments import moment
from quizzes.models import Attempt


def first_shown(assignment: Assignment, user_id: int):
    """From when this student's work shows its result, once it is handed in; None if not known yet."""
    if assignment.released_at:
        return assignment.released_at
    at_due = assignment.release == Assignment.Release.AT_DUE
    return assignment.deadline_for(user_id).due_at if at_due else None


def is_shown(assignment: Assignment, now=None) -> bool:
    """Whether what a teacher has set without any work handed in may be seen by the student."""
    now = now or timezone.now()
    if assignment.released_at or assignment.release == Assignment.Release.AT_ONCE:
        return True
    return assignment.release == Assignment.Release.AT_DUE and now > assignment.due_at


def release(assignment: Assignment, *, by=None) -> None:
    """Show the results of what is handed in, and of the rest as it comes; a second time changes nothing."""
    if assignment.released_at:
        return
    with transaction.atomic():
        assignment.released_at = timezone.now()
        assignment.save(update_fields=["released_at"])
        _write(assignment, assignment.released_at)
        shown = f"vist fra {moment(assignment.released_at)}"
        record.note(assignment.course, record.Kind.RELEASE, by=by, assignment=assignment, after=shown)
        notifying.released(assignment, _with_result(assignment))


def _with_result(assignment: Assignment) -> set[int]:
    """Who has handed in, or has been given points without."""
    handed_in = {row.user_id for row in assignment.submissions.for_list() if row.submitted_at}
    changes = assignment.change_of.items()
    return handed_in | {user for user, change in changes if change.new_points is not None}


def follow_deadline(assignment: Assignment) -> None:
    """A deadline moved: results that wait for it wait for the new one, each student's for the student's own."""
    if assignment.release != Assignment.Release.AT_DUE or assignment.released_at:
        return
    with transaction.atomic():
        _write(assignment, assignment.due_at)
        for user_id, extension in assignment.extension_of.items():
            if extension.due_at:
                _write(assignment, assignment.deadline_for(user_id).due_at, submission__user=user_id)


def _write(assignment: Assignment, shown_from, **whose) -> None:
    for work in (Walkthrough, Attempt):
        work.objects.filter(submission__assignment=assignment, **whose).update(released_at=shown_from)
