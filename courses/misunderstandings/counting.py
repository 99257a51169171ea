"""How many made each mistake, how many had the chance, and who has not put it right."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from courses.misunderstandings import gathering, named
from courses.misunderstandings.gathering import Made
from courses.misunderstandings.named import Named
from courses.models import Assignment, Course

MOST_WEEKS = 26


@dataclass(frozen=True)
class Held:
    """One student's misunderstanding: since when, and until a later right answer; None while there is none."""

    user: int
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Counted:
    """One mistake on one course."""

    named: Named
    held: list[Held]
    met: int

    @property
    def made(self) -> int:
        """How many made it."""
        return len(self.held)

    @property
    def open(self) -> int:
        """How many have not answered right since."""
        return sum(one.until is None for one in self.held)

    @property
    def told(self) -> str:
        """In a sentence: "14 af 31 har regnet 180 dage"."""
        return f"{self.made} af {self.met} {self.named.done}"


@dataclass(frozen=True)
class Week:
    """One week: how many began to hold a mistake, and how many held one at its end."""

    monday: date
    new: int
    open: int

    @property
    def number(self) -> int:
        """The number of the week in the calendar."""
        return self.monday.isocalendar().week


def of_course(course: Course, assignment: Assignment | None = None) -> list[Counted]:
    """Every mistake that was made and that the rules still name, the most common first; two queries."""
    by_mistake: dict[tuple[str, str], list[Made]] = defaultdict(list)
    for row in gathering.made(course, assignment):
        by_mistake[row.topic, row.mistake].append(row)
    return _counted(course, by_mistake, assignment)


def of_mistake(course: Course, one: Named) -> Counted:
    """One mistake, made or not; two queries."""
    rows = gathering.made(course, topic=one.topic, mistake=one.key)
    return _counted(course, {(one.topic, one.key): rows}, None)[0]


def weeks(held: list[Held], now: datetime | None = None) -> list[Week]:
    """Week by week from the first mistake until now: who makes it again has not put it right in between."""
    if not held:
        return []
    begun = Counter(_monday(one.since) for one in held)
    ended = Counter(_monday(one.until) for one in held if one.until)
    last = _monday(now or timezone.now())
    monday = max(min(begun), last - timedelta(weeks=MOST_WEEKS - 1))
    still = sum(number for week, number in begun.items() if week < monday)
    still -= sum(number for week, number in ended.items() if week < monday)
    found = []
    while monday <= last:
        still += begun[monday] - ended[monday]
        found.append(Week(monday, begun[monday], still))
        monday += timedelta(weeks=1)
    return found


def _counted(course, by_mistake, assignment) -> list[Counted]:
    known = {key: named.find(*key, course.reading) for key in by_mistake}
    components = {one.component for one in known.values() if one}
    right: dict[str, dict[int, datetime | None]] = defaultdict(dict)
    for row in gathering.met(course, components, assignment):
        right[row.component][row.user] = row.right
    found = []
    for key, one in known.items():
        if one is None:
            continue
        answered = right[one.component]
        held = [_held(row, answered.get(row.user)) for row in by_mistake[key]]
        found.append(Counted(one, held, len(answered.keys() | {row.user for row in held})))
    return sorted(found, key=lambda one: (-one.made, one.met, one.named.topic_title, one.named.key))


def _held(row: Made, right: datetime | None) -> Held:
    return Held(row.user, row.first, right if right and right > row.last else None)


def _monday(moment: datetime) -> date:
    day = timezone.localtime(moment).date()
    return day - timedelta(days=day.weekday())
