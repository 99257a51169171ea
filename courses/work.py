"""What one student has done on one assignment: the tries at each item, and which sections are read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from cases import timed
from courses import scoring
from courses.deadlines import Deadline
from courses.models import Assignment, Extension, Item, Submission
from courses.scoring import Try
from lessons.models import SectionRead

Read = Mapping[tuple[int, int], datetime]


@dataclass(frozen=True)
class Work:
    """The tries of one student, the first one first, and when each section was finished."""

    assignment: Assignment
    user_id: int | None
    submissions: list[Submission] = field(default_factory=list)
    read: Read = field(default_factory=dict)

    @cached_property
    def deadline(self) -> Deadline:
        """The student's own."""
        return self.assignment.deadline_for(self.user_id)

    def tries(self, item: Item) -> list[Submission]:
        """What was begun at this item, by number."""
        return [one for one in self.submissions if one.item_id == item.pk]

    def handed_in(self, item: Item) -> list[Submission]:
        """What of it is final."""
        return [one for one in self.tries(item) if one.submitted_at]

    def counted(self, item: Item) -> list[Submission]:
        """The tries that count."""
        handed_in = self.handed_in(item)
        numbers = {one.number for one in scoring.counting(self.marks(item), self.assignment.counts)}
        return [one for one in handed_in if one.number in numbers]

    def marks(self, item: Item) -> list[Try]:
        """What each try that is handed in has earned, and what being late leaves of it."""
        return [
            mark(self.deadline, one.number, one.submitted_at, one.work.total) for one in self.handed_in(item)
        ]

    def read_at(self, item: Item) -> datetime | None:
        """When the section was finished, if it was in time."""
        at = self.read.get((self.user_id or 0, item.section_id or 0))
        return at if at and not self.deadline.is_late(at) else None

    def done_at(self, item: Item) -> datetime | None:
        """When it was handed in for the first time, or read."""
        if item.is_read:
            return self.read_at(item)
        return min((one.submitted_at for one in self.handed_in(item)), default=None)

    @cached_property
    def needed(self) -> list[Item]:
        """What must be done: every case and quiz, and the sections that count."""
        return [item for item in self.assignment.item_list if item.weight or not item.is_read]

    @cached_property
    def submitted_at(self) -> datetime | None:
        """When the last of what is needed was handed in or read; None while something is missing."""
        times = [self.done_at(item) for item in self.needed]
        known = [at for at in times if at]
        return max(known) if known and len(known) == len(times) else None

    @cached_property
    def has_done_something(self) -> bool:
        """Whether anything is handed in, or read that counts."""
        return any(self.done_at(item) for item in self.needed)

    @cached_property
    def final(self) -> list[Submission]:
        """Everything that is handed in."""
        return [one for one in self.submissions if one.submitted_at]

    @cached_property
    def open(self) -> list[Submission]:
        """Every try that is begun and not handed in."""
        return [one for one in self.submissions if not one.submitted_at]

    @cached_property
    def is_late(self) -> bool:
        """Whether something that counts was handed in late."""
        return any(one.late for item in self.assignment.tasks for one in self.counted(item))


def mark(deadline: Deadline, number: int, at: datetime, total) -> Try:
    """One try with what it earned, less what being late costs by its own time."""
    days = deadline.late_days(at)
    return Try(number, total, total * deadline.policy.kept(days), days) if days else Try(number, total, total)


def of(assignment: Assignment, user) -> Work:
    """The work of one student; one query where the assignment was read with what is the student's own, else three."""
    found = Submission.objects.filter(assignment=assignment, user=user).with_work().order_by("pk")
    if hasattr(assignment, "own_factor"):
        return gather_own(assignment, user.pk, found)
    return gather(assignment, user.pk, found, finished([assignment], user=user))


def gather(
    assignment: Assignment, user_id: int | None, found: Iterable[Submission], read: Read | None = None
) -> Work:
    """The work from rows that are read already; what ran out of time is handed in."""
    item_of = {item.pk: item for item in assignment.item_list}
    for one in found:
        # Known already: reading them back from the submission would be a query a row.
        one.assignment, one.item = assignment, item_of[one.item_id]
        if one.walkthrough:
            one.walkthrough = timed.settled(one.walkthrough)
        elif one.attempt:
            one.attempt.end_if_over()
    return Work(assignment, user_id, sorted(found, key=lambda one: one.number), read or {})


def gather_own(assignment: Assignment, user_id: int, found: Iterable[Submission]) -> Work:
    """The same for an assignment that was read with what is this person's own."""
    along: Any = assignment
    own = Extension(user_id=user_id, due_at=along.own_due_at, factor=along.own_factor or 1)
    assignment.extension_of = {} if along.own_factor is None else {user_id: own}
    items: list[Any] = assignment.item_list
    read = {(user_id, item.section_id): item.finished_at for item in items if item.finished_at}
    return gather(assignment, user_id, found, read)


def finished(assignments: Iterable[Assignment], **whose) -> dict[tuple[int, int], datetime]:
    """When each person finished each section of the assignments, by person and section."""
    sections = {item.section_id for one in assignments for item in one.item_list if item.is_read}
    if not sections:
        return {}
    rows = SectionRead.objects.filter(section__in=sections, **whose)
    return {(user, section): at for user, section, at in rows.values_list("user", "section", "read_at")}
