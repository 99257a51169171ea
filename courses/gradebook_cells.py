"""One assignment of the gradebook, and what it says of each student.

What a cell says depends on the assignment and on what was done, so students who did the same share one cell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from courses import parts, results, scoring
from courses.deadlines import Deadline
from courses.gradebook_days import Days
from courses.gradebook_works import Begun
from courses.models import Assignment, Course
from courses.scoring import Try
from courses.work import Read

MISSING, LATE, OVERRIDDEN, WAITING = "mangler", "sen", "rettet", "venter"
NOTHING: frozenset[int] = frozenset()
WORDS = {
    MISSING: "Mangler",
    LATE: "For sent",
    OVERRIDDEN: "Rettet af underviser",
    WAITING: "Venter på bedømmelse",
}


@dataclass(frozen=True)
class Cell:
    """One student on one assignment."""

    points: Decimal | None
    shown: str
    notes: tuple[str, ...] = ()
    # Of the highest points, for the sum; None while nothing counts. What is missing counts nothing.
    share: Decimal | None = None

    @property
    def note(self) -> str:
        """What is to be said of it besides the points."""
        return ", ".join(note for note in self.notes if note != self.shown)

    @cached_property
    def drawn(self) -> SafeString:
        """The inside of its link, and what stands below; drawn once, for everybody whose cell it is."""
        late = SafeString(' class="is-late"') if self.shown == MISSING else ""
        note = format_html('<span class="under">{}</span>', self.note) if self.note else ""
        return format_html("{}>{}</a>{}", late, self.shown, note)


# Place of the item, number of the try, share (none until it is handed in), days late, whether an argument waits.
Done = tuple[int, int, Any, int, Any]
Tries = tuple[Done, ...]
Key = tuple[Tries, frozenset[int], Decimal | None, bool]
# By what an assignment is set to: most of a course are set alike.
Known = dict[tuple, dict[Key, Cell]]


@dataclass(frozen=True)
class Column:
    """One assignment: its weight in the sum, and where its results and the points of one student are."""

    assignment: Assignment
    url: str
    points_url: str
    # As it is set: made once, since three hundred students share it.
    common: Days
    is_over: bool
    known: dict[Key, Cell]

    @cached_property
    def counts(self) -> bool:
        """Whether it is part of the sum: obligatory work is passed or not, and weighs nothing."""
        return parts.counts(self.assignment)

    @property
    def heading(self) -> str:
        """What stands under the title."""
        if self.assignment.is_pass_fail:
            return "bestået"
        return f"af {self.assignment.points}, vægt {self.assignment.weight}"

    @cached_property
    def sections(self) -> list[tuple[int, int]]:
        """What is to be read: (place, section)."""
        items = enumerate(self.assignment.item_list)
        return [(place, item.section_id or 0) for place, item in items if item.is_read]

    @cached_property
    def own(self) -> dict[int, Days]:
        """The deadlines of those who have their own."""
        return {user: Days(self.assignment.deadline_for(user)) for user in self.assignment.extension_of}

    def cells(self, users: Iterable[int], done: Mapping[int, Tries], read: Read, now: datetime) -> list[Cell]:
        """What it says of these students."""
        own, change_of, sections = self.own, self.assignment.change_of, self.sections
        found = []
        for user in users:
            key = (
                done.get(user, ()),
                self._read(user, read) if sections else NOTHING,
                change_of[user].new_points if user in change_of else None,
                own[user].deadline.is_late(now) if user in own else self.is_over,
            )
            cell = self.known.get(key)
            if cell is None:
                cell = self.known[key] = self._cell(*key)
            found.append(cell)
        return found

    def is_passed(self, cell: Cell) -> bool:
        """Whether it is obligatory, and the cell says passed."""
        if cell.points is None or not self.assignment.is_pass_fail:
            return False
        return results.passes(cell.points, self.assignment)

    def _read(self, user: int, read: Read) -> frozenset[int]:
        deadline = self.own.get(user, self.common).deadline
        times = ((place, read.get((user, section))) for place, section in self.sections)
        return frozenset(place for place, at in times if at is not None and not deadline.is_late(at))

    def _cell(self, done: Tries, read: frozenset[int], set_by_hand: Decimal | None, is_over) -> Cell:
        points, notes = self._computed(done, read)
        if set_by_hand is not None:
            return self._marked(set_by_hand, (*(note for note in notes if note == LATE), OVERRIDDEN))
        if points is not None and (is_over or MISSING not in notes):
            return self._marked(points, notes)
        if is_over:
            return Cell(None, MISSING, (MISSING,), scoring.NOTHING)
        return Cell(None, "begyndt" if done or points is not None else "–")

    def _computed(self, done: Tries, read: frozenset[int]) -> tuple[Decimal | None, tuple[str, ...]]:
        """The points of what is there, and what is to be said of it; no points where nothing is."""
        shares: list[tuple[Decimal, int]] = []
        said = dict.fromkeys((MISSING, LATE, WAITING), False)
        is_begun = False
        for place, item in enumerate(self.assignment.item_list):
            if item.is_read:
                is_done = place in read
                shares.append((Decimal(is_done), item.weight))
                is_begun = is_begun or (is_done and item.weight > 0)
                said[MISSING] = said[MISSING] or (not is_done and item.weight > 0)
                continue
            tries = {
                number: (self._try(number, Decimal(str(share)), days), waits)
                for of, number, share, days, waits in done
                if of == place and share is not None
            }
            counted = scoring.counting([one for one, _ in tries.values()], self.assignment.counts)
            shares.append((scoring.mean([one.kept for one in counted]), item.weight))
            is_begun = is_begun or bool(tries)
            said[MISSING] = said[MISSING] or not tries
            said[LATE] = said[LATE] or any(one.late_days for one in counted)
            said[WAITING] = said[WAITING] or any(tries[one.number][1] for one in counted)
        points = results.points_of(scoring.weighted(shares), self.assignment) if is_begun else None
        return points, tuple(note for note, holds in said.items() if holds)

    def _try(self, number: int, share: Decimal, days: int) -> Try:
        return Try(number, share, share * self.common.deadline.policy.kept(days), days)

    def _marked(self, points: Decimal, notes: tuple[str, ...]) -> Cell:
        if not self.assignment.is_pass_fail:
            return Cell(points, results.shown(points), notes, points / self.assignment.points)
        passed = results.passes(points, self.assignment)
        return Cell(points, "bestået" if passed else "ikke bestået", notes)


def done(columns: Sequence[Column], works: Iterable[Begun]) -> Mapping[int, Mapping[int, Tries]]:
    """What each student has done, by assignment and student; those who did the same share it."""
    found: dict[int, dict[int, Tries]] = {column.assignment.pk: {} for column in columns}
    places = {
        item.pk: (place, column.common, column.own, found[column.assignment.pk])
        for column in columns
        for place, item in enumerate(column.assignment.item_list)
    }
    known: dict[Done, Tries] = {}
    for user, item, number, share, at, waits in works:
        place, common, own, theirs = places[item]
        if at is None:
            one = (place, number, None, 0, waits)
        else:
            days = own.get(user, common) if own else common
            one = (place, number, share, days.begun(at), waits)
        if user in theirs:
            theirs[user] = (*theirs[user], one)
        else:
            theirs[user] = known.setdefault(one, (one,))
    return found


def columns(course: Course, assignments: Sequence[Assignment], now: datetime) -> list[Column]:
    """The assignments of the course as columns."""
    known: Known = {}
    return [_column(course, one, known, now) for one in assignments]


def _column(course: Course, assignment: Assignment, known: Known, now: datetime) -> Column:
    assignment.course = course
    url = reverse("courses:results", args=[course.uuid, assignment.uuid])
    common = assignment.deadline_for(None)
    alike = known.setdefault(_settings(assignment, common), {})
    return Column(assignment, url, f"{url}point/", Days(common), common.is_late(now), alike)


def _settings(assignment: Assignment, deadline: Deadline) -> tuple:
    """Everything that a cell depends on besides its key."""
    items = tuple((item.is_read, item.weight) for item in assignment.item_list)
    passes = assignment.pass_percent if assignment.is_pass_fail else None
    return assignment.points, passes, assignment.counts, deadline.policy, items
