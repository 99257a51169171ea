"""How far a student is with an assignment, in one word that every page uses."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from courses import release, work
from courses.deadlines import Deadline
from courses.models import Assignment, Submission
from courses.moments import moment, time_left
from courses.work import Work

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


READ_WORDS = {RELEASED: "Læst", HANDED_IN: "Læst", OPEN: "Ikke læst"}


@dataclass(frozen=True)
class Standing:
    """One assignment as it stands for one student at one moment."""

    done: Work
    now: datetime

    @property
    def assignment(self) -> Assignment:
        """What is set."""
        return self.done.assignment

    @property
    def deadline(self) -> Deadline:
        """The student's own."""
        return self.done.deadline

    @property
    def submission(self) -> Submission | None:
        """What the student worked on last, if anything."""
        return max(self.done.submissions, key=lambda one: one.pk, default=None)

    @property
    def submitted_at(self) -> datetime | None:
        """When all of it was handed in for the first time, if it was."""
        return self.done.submitted_at

    @property
    def shown_from(self) -> datetime | None:
        """From when the student sees the result of all that is handed in, if that is known."""
        times = [one.shown_from for one in self.done.final]
        return None if None in times else max(times, default=None)

    @property
    def shows_result(self) -> bool:
        """Whether the student may see what there is: of work when all of it is shown, else when others see theirs."""
        if self.done.final:
            return all(one.is_released(self.now) for one in self.done.final)
        return release.is_shown(self.assignment, self.now)

    @property
    def is_taken(self) -> bool:
        """Whether something may still be handed in."""
        return self.assignment.is_open(self.now) and self.deadline.takes(self.now)

    @property
    def key(self) -> str:
        """The state, as a key of `WORDS`."""
        if self.submitted_at:
            return RELEASED if self.shows_result else HANDED_IN
        if self.assignment.course.archived_at:
            return CLOSED
        if not self.deadline.takes(self.now):
            return SHUT
        if self.submission:
            return BEGUN
        return OPEN if self.assignment.is_open(self.now) else TO_COME

    @property
    def again(self) -> Submission | None:
        """A further try that is begun, where all was handed in before."""
        return self.done.open[0] if self.submitted_at and self.done.open and self.is_taken else None

    @property
    def words(self) -> str:
        """The state in Danish."""
        words = WORDS[self.key]
        if not self.assignment.tasks:
            return READ_WORDS.get(self.key, words)
        return f"{words}, forsøg {self.again.number} er begyndt" if self.again else words

    @property
    def late(self) -> bool:
        """What counts was handed in late, or something is missing though the deadline has passed."""
        return self.done.is_late if self.submitted_at else self.deadline.is_late(self.now)

    @property
    def late_words(self) -> str:
        """What is late, in Danish; empty when nothing is."""
        if not self.late:
            return ""
        return "Afleveret for sent" if self.is_done else "Fristen er udløbet"

    @property
    def is_done(self) -> bool:
        """Whether everything is handed in and read."""
        return self.key in (RELEASED, HANDED_IN)

    @property
    def is_waiting(self) -> bool:
        """Whether the student can begin or go on now."""
        return self.key in (OPEN, BEGUN) or self.again is not None

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


def of(assignment: Assignment, user, now: datetime | None = None) -> Standing:
    """The standing of one assignment for one student."""
    return Standing(work.of(assignment, user), now or timezone.now())


def for_student(user, now: datetime | None = None) -> list[Standing]:
    """Every assignment of the student's active courses, the next deadline first; three queries."""
    now = now or timezone.now()
    assignments = list(Assignment.objects.for_student(user).active().with_own(user))
    if not assignments:
        return []
    own = defaultdict(list)
    for row in Submission.objects.for_student(user).for_list():
        own[row.assignment_id].append(row)
    listed = [Standing(work.gather_own(one, user.pk, own[one.pk]), now) for one in assignments]
    return sorted(listed, key=lambda row: (row.deadline.due_at, row.assignment.pk))
