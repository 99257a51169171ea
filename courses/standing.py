"""How far a student is with an assignment, in one word that every page uses."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from cases import timed
from courses.deadlines import Deadline
from courses.models import Assignment, Submission
from courses.moments import moment, time_left

RELEASED = "released"
HANDED_IN = "handed_in"
BEGUN = "begun"
OPEN = "open"
TO_COME = "to_come"
CLOSED = "closed"
SHUT = "shut"

WORDS = {
    RELEASED: "Resultatet er klar",
    HANDED_IN: "Afleveret",
    BEGUN: "Begyndt",
    OPEN: "Ikke begyndt",
    TO_COME: "Ikke åbnet",
    SHUT: "Lukket for aflevering",
    CLOSED: "Lukket, fordi holdet er arkiveret",
}


@dataclass(frozen=True)
class Standing:
    """One assignment as it stands for one student at one moment."""

    assignment: Assignment
    submission: Submission | None
    now: datetime
    deadline: Deadline

    @property
    def submitted_at(self) -> datetime | None:
        """When the work was handed in, if it was."""
        return self.submission.submitted_at if self.submission else None

    @property
    def shown_from(self) -> datetime | None:
        """From when the student sees the result, if that is known."""
        return self.submission.shown_from if self.submission else None

    @property
    def key(self) -> str:
        """The state, as a key of `WORDS`."""
        if self.submission and self.submission.submitted_at:
            return RELEASED if self.submission.is_released(self.now) else HANDED_IN
        if self.assignment.course.archived_at:
            return CLOSED
        if not self.deadline.takes(self.now):
            return SHUT
        if self.submission:
            return BEGUN
        return OPEN if self.assignment.is_open(self.now) else TO_COME

    @property
    def words(self) -> str:
        """The state in Danish."""
        return WORDS[self.key]

    @property
    def late(self) -> bool:
        """Handed in late, or not handed in though the deadline has passed."""
        return self.deadline.is_late(self.submitted_at or self.now)

    @property
    def late_words(self) -> str:
        """What is late, in Danish; empty when nothing is."""
        if not self.late:
            return ""
        return "Afleveret for sent" if self.is_done else "Fristen er udløbet"

    @property
    def is_done(self) -> bool:
        """Whether the work is handed in."""
        return self.key in (RELEASED, HANDED_IN)

    @property
    def is_waiting(self) -> bool:
        """Whether the student can begin or go on now."""
        return self.key in (OPEN, BEGUN)

    @property
    def when(self) -> str:
        """The time that matters now: the opening, the time left, or the hand-in."""
        if self.key == TO_COME:
            return f"åbner {moment(self.assignment.opens_at)}"
        if self.key == RELEASED:
            return f"afleveret {moment(self.submitted_at)}"
        if self.key == HANDED_IN:
            return moment(self.submitted_at)
        if self.key == SHUT:
            return f"lukkede {moment(self.deadline.cut_off_at)}"
        return time_left(self.deadline.due_at, self.now)


def of(assignment: Assignment, submission: Submission | None, now=None, *, user_id=None) -> Standing:
    """The standing of one assignment for the student whose submission this is (or is not yet).

    Without a submission `user_id` says whose deadline counts.
    """
    if submission:
        # Known already: reading the assignment back from the submission would be a query a row.
        submission.assignment = assignment
        if submission.walkthrough:
            submission.walkthrough = timed.settled(submission.walkthrough)
        elif submission.attempt:
            submission.attempt.end_if_over()
    deadline = assignment.deadline_for(submission.user_id if submission else user_id)
    return Standing(assignment, submission, now or timezone.now(), deadline)


def for_student(user, now=None) -> list[Standing]:
    """Every assignment of the student's active courses, the next deadline first; three queries."""
    now = now or timezone.now()
    assignments = list(Assignment.objects.for_student(user).active().with_content().with_own_times(user))
    if not assignments:
        return []
    own = {row.assignment_id: row for row in Submission.objects.for_student(user).for_list()}
    listed = [of(assignment, own.get(assignment.pk), now, user_id=user.pk) for assignment in assignments]
    return sorted(listed, key=lambda row: (row.deadline.due_at, row.assignment.pk))
