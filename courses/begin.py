"""Beginning an assignment: one submission a student, however often the button is pressed."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

import cases.start
import quizzes.start
from cases.models import Walkthrough
from cases.variants import NoVariant
from courses import release
from courses.models import Assignment, Membership, Submission
from courses.moments import moment
from quizzes.models import Attempt
from quizzes.refusals import CannotStart

CASE_MODE, QUIZ_MODE = Walkthrough.Mode.AFLEVERING, Attempt.Mode.AFLEVERING
TIMED = Walkthrough.Mode.PROEVE


class BeginError(Exception):
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
            raise BeginError("Holdet er arkiveret, og afleveringen kan ikke længere begyndes.")
        if not assignment.is_open():
            raise BeginError(f"Afleveringen åbner {moment(assignment.opens_at)}. Kom tilbage da.")
        deadline = assignment.deadline_for(user.pk)
        if not deadline.takes(timezone.now()):
            raise BeginError(
                f"Afleveringen lukkede {moment(deadline.cut_off_at)} og kan ikke længere begyndes."
            )
        try:
            work = _work(user, assignment)
        except (NoVariant, CannotStart) as error:
            raise BeginError(
                "Opgaven kan ikke begyndes lige nu. Sig det til din underviser; intet er gået tabt."
            ) from error
        return Submission.objects.create(assignment=assignment, user=user, **work)


def _work(user, assignment: Assignment) -> dict[str, Walkthrough | Attempt]:
    reading, shown = assignment.grading_reading, assignment.release
    work: Walkthrough | Attempt
    if assignment.case:
        name = "walkthrough"
        work = cases.start.start(
            user,
            assignment.case,
            mode=TIMED if assignment.minutes else CASE_MODE,
            reading=reading,
            release=shown,
        )
    else:
        name = "attempt"
        work = quizzes.start.start(user, assignment.quiz, mode=QUIZ_MODE, reading=reading, release=shown)
    work.released_at = release.first_shown(assignment, user.pk)
    set_clock(work, assignment)
    work.save()
    return {name: work}


def set_clock(work: Walkthrough | Attempt, assignment: Assignment) -> None:
    """When work on time ends: by the assignment's minutes and the student's own factor; it is not saved here."""
    if isinstance(work, Attempt):
        _set_clock_of_quiz(work, assignment)
    elif assignment.minutes:
        work.ends_at = _end(work, assignment, assignment.minutes)


def _set_clock_of_quiz(attempt: Attempt, assignment: Assignment) -> None:
    """The assignment's minutes, else those of the quiz; the grace of the quiz goes on top."""
    quiz = assignment.quiz
    minutes = assignment.minutes or (quiz.minutes if quiz else None)
    if quiz and minutes:
        attempt.ends_at = _end(attempt, assignment, minutes)
        attempt.closes_at = attempt.ends_at + timedelta(seconds=quiz.grace_seconds)


def _end(work: Walkthrough | Attempt, assignment: Assignment, minutes: int) -> datetime:
    return assignment.deadline_for(work.user_id).ends_at(work.started_at, minutes)
