"""Beginning an item of an assignment: one submission a try, however often the button is pressed."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

import cases.start
import quizzes.start
from cases.models import Walkthrough
from cases.variants import NoVariant
from courses import further, release, work
from courses.deadlines import Deadline
from courses.further import BeginError
from courses.models import Assignment, Item, Membership, Submission
from courses.moments import moment
from quizzes.models import Attempt
from quizzes.refusals import CannotStart

CASE_MODE, QUIZ_MODE = Walkthrough.Mode.AFLEVERING, Attempt.Mode.AFLEVERING
TIMED = Walkthrough.Mode.PROEVE


def begin(user, assignment: Assignment, item: Item | None = None, number: int = 1) -> Submission:
    """The student's try of this number at the item, made with its walkthrough or attempt when there is none yet.

    The lock on the student's membership makes a second click wait for the first and then find its
    submission; the reading and the time of release are frozen on the work as it starts.
    Without an item it is the first one of which something is handed in.
    """
    with transaction.atomic():
        Membership.objects.select_for_update().get(course=assignment.course_id, user=user)
        item = item or next(iter(assignment.tasks), None)
        if item is None:
            raise BeginError("Her er intet at aflevere: afsnittet skal læses.")
        done = work.of(assignment, user)
        tries = done.tries(item)
        if begun := next((one for one in tries if one.number == number), None):
            return begun
        _refuse(assignment, done.deadline)
        if tries or number != 1:
            further.check(done, item, number)
        try:
            made = _work(user, assignment, item, seed=further.seed(assignment, item, tries))
        except (NoVariant, CannotStart, cases.start.CannotStart) as error:
            raise BeginError(
                "Opgaven kan ikke begyndes lige nu. Sig det til din underviser; intet er gået tabt."
            ) from error
        return Submission.objects.create(assignment=assignment, item=item, user=user, number=number, **made)


def _refuse(assignment: Assignment, deadline: Deadline) -> None:
    if assignment.course.archived_at:
        raise BeginError("Holdet er arkiveret, og afleveringen kan ikke længere begyndes.")
    if not assignment.is_open():
        raise BeginError(f"Afleveringen åbner {moment(assignment.opens_at)}. Kom tilbage da.")
    if not deadline.takes(timezone.now()):
        raise BeginError(f"Afleveringen lukkede {moment(deadline.cut_off_at)} og kan ikke længere begyndes.")


def _work(user, assignment: Assignment, item: Item, *, seed: int | None) -> dict[str, Walkthrough | Attempt]:
    frozen: dict[str, Any] = {"reading": item.grading_reading, "release": assignment.release, "seed": seed}
    begun: Walkthrough | Attempt
    if item.case:
        name, mode = "walkthrough", TIMED if assignment.minutes else CASE_MODE
        begun = cases.start.start(user, item.case, mode=mode, **frozen)
    else:
        name = "attempt"
        begun = quizzes.start.start(user, item.quiz, mode=QUIZ_MODE, **frozen)
    begun.released_at = release.first_shown(assignment, user.pk)
    set_clock(begun, item)
    begun.save()
    return {name: begun}


def set_clock(begun: Walkthrough | Attempt, item: Item) -> None:
    """When work on time ends: by the assignment's minutes, else those of the quiz, and the student's own factor.

    The grace of a quiz goes on top. It is not saved here.
    """
    minutes = minutes_of(item)
    if not minutes:
        return
    deadline = item.assignment.deadline_for(begun.user_id)
    begun.ends_at = deadline.ends_at(begun.started_at, minutes)
    if isinstance(begun, Attempt) and item.quiz:
        begun.closes_at = begun.ends_at + timedelta(seconds=item.quiz.grace_seconds)


def minutes_of(item: Item) -> int | None:
    """The limit that is set, for whoever has no extra time."""
    own = item.quiz.minutes if item.quiz else None
    return item.assignment.minutes or own
