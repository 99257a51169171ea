"""A person's deadlines as an iCalendar file (RFC 5545) at a secret address.

The address is a random number, kept in the database, and the site's signature of it: a copy of the database
opens no calendar, and the address can be shown again. Times are in UTC, which no change of the clock makes
ambiguous; calendars show them in local time.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as Entry

from courses.deadlines import COPENHAGEN
from courses.models import Assignment, CalendarFeed, Membership
from courses.models.calendar import new_number
from courses.moments import moment

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
FETCH_EVERY = timedelta(hours=4)


@dataclass(frozen=True)
class Event:
    """A point in time that stands in the calendar."""

    uid: str
    at: datetime
    title: str
    text: str
    url: str

    @property
    def digest(self) -> str:
        """Changes when anything does that the calendar shows."""
        said = (self.at.timestamp(), self.title, self.text, self.url)
        return sha256(repr(said).encode()).hexdigest()[:16]


def new_address(user) -> None:
    """Switch the calendar on, or give it another address; the old one is gone at once."""
    CalendarFeed.objects.update_or_create(user=user, defaults={"number": new_number()})


def switch_off(user) -> None:
    """There is no calendar any more, and nothing is remembered of it."""
    CalendarFeed.objects.filter(user=user).delete()


def panel(user) -> dict:
    """The address, for Min side."""
    feed = CalendarFeed.objects.filter(user=user).first()
    if feed is None:
        return {"address": ""}
    address = f"{settings.SITE_URL}{reverse('courses:calendar', args=[_signer().sign(feed.number)])}"
    return {"address": address, "webcal": f"webcal://{address.partition('://')[2]}"}


def find(secret: str) -> CalendarFeed | None:
    """The calendar at this address, if it is switched on and the account is open."""
    try:
        number = _signer().unsign(secret)
    except BadSignature:
        return None
    return CalendarFeed.objects.filter(number=number, user__is_active=True).select_related("user").first()


def as_ics(feed: CalendarFeed, now: datetime | None = None) -> bytes:
    """The file; two queries, and a third where something has changed since it was told."""
    events = _events(feed.user)
    _keep_told(feed, events, now or timezone.now())
    calendar = Calendar()
    calendar.add("prodid", "-//Subsumo//Frister//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Subsumo")
    calendar.add("x-wr-timezone", str(COPENHAGEN))
    calendar.add("refresh-interval", FETCH_EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for event in events:
        calendar.add_component(_entry(event, *feed.told[event.uid][1:]))
    return calendar.to_ical()


def _signer() -> Signer:
    return Signer(sep=".", salt="courses.calendar_feed")


def _events(user) -> list[Event]:
    """When each assignment of the person's courses opens and is due, by the person's own deadline."""
    member = Membership.objects.filter(user=user, course__archived_at=None)
    roles = dict(member.values_list("course", "role"))
    assignments = Assignment.objects.filter(course__in=roles).select_related("course").with_own_times(user)
    events = []
    for one in assignments:
        teaches = roles[one.course_id] == Membership.Role.TEACHER
        path = (
            reverse("courses:results", args=[one.course.uuid, one.uuid])
            if teaches
            else one.get_absolute_url()
        )
        due_at, url = one.deadline_for(user.pk).due_at, f"{settings.SITE_URL}{path}"
        title, course = _in_a_line(one.title), _in_a_line(one.course.name)
        text = f"{course}\nÅbner {moment(one.opens_at)}\nFrist {moment(due_at)}\n{url}"
        events += [
            Event(f"aabner-{one.uuid}@subsumo", one.opens_at, f"Åbner: {title}", text, url),
            Event(f"frist-{one.uuid}@subsumo", due_at, f"Frist: {title}", text, url),
        ]
    return events


def _in_a_line(name: str) -> str:
    """A name without control characters, which the format forbids."""
    return CONTROL.sub(" ", name)


def _keep_told(feed: CalendarFeed, events: list[Event], now: datetime) -> None:
    """Count on from what the calendar told last, so that it knows a changed event from an old one."""
    told = dict(feed.told)
    for event in events:
        before = told.get(event.uid)
        if before is None or before[0] != event.digest:
            told[event.uid] = [event.digest, before[1] + 1 if before else 0, now.isoformat()]
    if told != feed.told:
        feed.told = told
        CalendarFeed.objects.filter(pk=feed.pk).update(told=told)


def _entry(event: Event, sequence: int, changed_at: str) -> Entry:
    entry, changed = Entry(), datetime.fromisoformat(changed_at).astimezone(UTC).replace(microsecond=0)
    entry.add("uid", event.uid)
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", sequence)
    entry.add("dtstart", event.at.astimezone(UTC))
    entry.add("summary", event.title)
    entry.add("description", event.text)
    entry.add("url", event.url)
    # A deadline takes no time and is nobody else's business.
    entry.add("transp", "TRANSPARENT")
    entry.add("class", "PRIVATE")
    return entry
