"""Points in time as students and teachers read them."""

from datetime import UTC, datetime, timedelta

from django.utils import dateformat, timezone


def moment(value: datetime | None) -> str:
    """A date and a time of day in Danish: `28. november 2026 kl. 12.00`."""
    return dateformat.format(timezone.localtime(value), r"j. F Y \k\l. H.i") if value else ""


def span(length: timedelta) -> str:
    """A length of time in its largest unit, rounded down.

    >>> span(timedelta(days=6, hours=23)), span(timedelta(minutes=61)), span(timedelta(seconds=4))
    ('6 dage', '1 time', 'mindre end 1 minut')
    """
    minutes = int(length.total_seconds()) // 60
    for size, one, many in ((1440, "dag", "dage"), (60, "time", "timer"), (1, "minut", "minutter")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {one if count == 1 else many}"
    return "mindre end 1 minut"


def time_left(due: datetime, now: datetime | None = None) -> str:
    """How long there is until the deadline, or how long ago it was.

    Measured in UTC: on the days when the clock changes, a day on the wall has 23 or 25 hours.
    """
    left = due.astimezone(UTC) - (now or timezone.now()).astimezone(UTC)
    if left < timedelta(0):
        return f"fristen udløb for {span(-left)} siden"
    return f"{span(left)} tilbage"
