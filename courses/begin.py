"""Beginning an assignment: one submission a student, however often the button is pressed."""

from django.db import transaction

import cases.start
import quizzes.start
from courses.models import Assignment, Membership, Submission
from courses.moments import moment


class NotOpen(Exception):
    """The assignment cannot be begun now; the message is for the student."""


def begin(user, assignment: Assignment) -> Submission:
    """The student's submission, made with its walkthrough or attempt when there is none yet.

    The lock on the student's membership makes a second click wait for the first and then find its
    submission; the reading and the time of release are frozen on the work as it starts.
    """
    with transaction.atomic():
        Membership.objects.select_for_update().get(course=assignment.course_id, user=user)
        begun = Submission.objects.filter(assignment=assignment, user=user).first()
        if begun:
            return begun
        if assignment.course.archived_at:
            raise NotOpen("Holdet er arkiveret, og afleveringen kan ikke længere begyndes.")
        if not assignment.is_open():
            raise NotOpen(f"Afleveringen åbner {moment(assignment.opens_at)}. Kom tilbage da.")
        return Submission.objects.create(assignment=assignment, user=user, **_work(user, assignment))


def _work(user, assignment: Assignment) -> dict:
    frozen = {
        "mode": "aflevering",
        "reading": assignment.grading_reading,
        "release": assignment.release,
    }
    if assignment.case_id:
        return {"walkthrough": cases.start.start(user, assignment.case, **frozen)}
    return {"attempt": quizzes.start.start(user, assignment.quiz, **frozen)}
