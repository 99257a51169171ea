"""When one student's work on one assignment is due, how late it is, and what that takes off the mark.

Everything that asks for a deadline asks here. Days are counted as Danes count them: the deadline at 23.59
on Monday is followed by a day that ends at 23.59 on Tuesday, also where the clock changes in between.

>>> due = datetime(2026, 11, 30, 23, 59, tzinfo=COPENHAGEN)
>>> own = Deadline(due - timedelta(days=7), due, Policy(PER_DAY, percent=10))
>>> own.late_days(due), own.late_days(due + timedelta(seconds=1)), own.late_days(due + timedelta(hours=25))
(0, 1, 2)
>>> own.mark(Decimal("0.8"), due + timedelta(hours=25))
Decimal('0.64')
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NONE, PER_DAY, CUT_OFF = "none", "per_day", "cut_off"
ONCE = Decimal(1)


@dataclass(frozen=True)
class Policy:
    """What being late costs: nothing, a percentage of the mark for each day begun, or all of it from a day on."""

    kind: str = NONE
    percent: int = 0
    days: int = 0

    def kept(self, late_days: int) -> Decimal:
        """The share of the mark that is kept after so many days begun."""
        if self.kind == PER_DAY:
            return max(Decimal(0), ONCE - Decimal(self.percent * late_days) / 100)
        return Decimal(0) if self.kind == CUT_OFF and late_days > self.days else ONCE

    @property
    def most_days(self) -> int:
        """The days begun from which on one more changes nothing."""
        if self.kind == PER_DAY and self.percent:
            return math.ceil(100 / self.percent)
        return self.days + 1 if self.kind == CUT_OFF else 1


@dataclass(frozen=True)
class Deadline:
    """The times of one assignment as they are for one student."""

    opens_at: datetime
    set_for: datetime
    policy: Policy = Policy()
    extended_to: datetime | None = None
    factor: Decimal = ONCE

    @cached_property
    def due_at(self) -> datetime:
        """The student's own deadline; an extension never takes time away."""
        if self.extended_to is None:
            return self.set_for
        return max(self.set_for, self.extended_to, key=_utc)

    @cached_property
    def _due(self) -> datetime:
        """The same in UTC, and once: a gradebook asks it of twelve thousand pieces of work."""
        return _utc(self.due_at)

    @property
    def is_extended(self) -> bool:
        """Whether the student has a later deadline than the others."""
        return _utc(self.due_at) > _utc(self.set_for)

    @property
    def cut_off_at(self) -> datetime | None:
        """After this nothing is taken; None where late work always is. It moves along with an extension."""
        return days_after(self.due_at, self.policy.days) if self.policy.kind == CUT_OFF else None

    def is_late(self, at: datetime) -> bool:
        """Whether what is handed in at this moment is late. The second of the deadline is in time."""
        return _utc(at) > self._due

    def takes(self, at: datetime) -> bool:
        """Whether work is still taken at this moment."""
        return self.cut_off_at is None or _utc(at) <= _utc(self.cut_off_at)

    def late_days(self, at: datetime) -> int:
        """How many days are begun since the deadline."""
        moment = _utc(at)
        days = max(0, (moment - self._due).days)
        # A day is an hour more or less where the clock changes.
        while self.end_of(days) < moment:
            days += 1
        return days

    def end_of(self, days: int) -> datetime:
        """The last moment on which only so many days are begun."""
        found = self._ends.get(days)
        if found is None:
            found = self._ends[days] = _utc(days_after(self.due_at, days))
        return found

    @cached_property
    def _ends(self) -> dict[int, datetime]:
        return {}

    def kept(self, at: datetime) -> Decimal:
        """The share of the mark that is kept by what is handed in at this moment."""
        return self.policy.kept(self.late_days(at))

    def mark(self, share: Decimal, at: datetime) -> Decimal:
        """The share that counts, of what the answers earned."""
        return share * self.kept(at)

    def ends_at(self, started: datetime, minutes: int) -> datetime:
        """When work on time ends: with the student's extra time, but never after the cut-off."""
        ends = _utc(started) + timedelta(seconds=int(minutes * 60 * self.factor))
        return min(ends, _utc(self.cut_off_at)) if self.cut_off_at else ends


def days_after(moment: datetime, days: int) -> datetime:
    """The same time of day so many days later; where the clock makes it none or two, the later one."""
    if not days:
        return moment
    later = moment.astimezone(COPENHAGEN).replace(fold=0) + timedelta(days=days)
    return max(later.astimezone(UTC), later.replace(fold=1).astimezone(UTC))


def _utc(moment: datetime) -> datetime:
    """Times of one zone are compared by the face of the clock, which shows an hour twice in October."""
    return moment.astimezone(UTC)
