"""How many days late a piece of work is, without making a time of the moment that it was handed in.

What a database writes down for a moment lies before what it writes down for a later one, so the ends of the days are
written down in the same way, each once: SQLite's text, and of PostgreSQL the microseconds, since its driver makes a
time of a time.
"""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Field, Value
from django.db.models.functions import Coalesce

from courses.deadlines import Deadline

EPOCH, MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


class AsStored(Field):
    """A column as the database hands it over, with nothing made of it."""


class First(Coalesce):
    """The first of some columns that says something; never bare, for of a bare time SQLite's driver makes a time."""

    def __init__(self, *columns: Any, **more: Any) -> None:
        more.setdefault("output_field", AsStored())
        super().__init__(*columns, Value(None), Value(None), **more)


class Moment(First):
    """The same of times."""

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """Its microseconds since 1970."""
        template = "(EXTRACT(EPOCH FROM %(function)s(%(expressions)s)) * 1000000)::bigint"
        return self.as_sql(compiler, connection, template=template, **more)


def written(at: datetime) -> Any:
    """A time as `Moment` gives it."""
    if connection.vendor == "postgresql":
        return (at - EPOCH) // MICROSECOND
    return connection.ops.adapt_datetimefield_value(at)


class Days:
    """The days that are begun since a deadline, as many of them as make a difference."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline, self.most = deadline, deadline.policy.most_days
        self.ends = [written(deadline.end_of(0))]

    def begun(self, at: Any) -> int:
        """How many at this moment, which is written; from the day on that costs the most always the same."""
        ends = self.ends
        while ends[-1] < at and len(ends) < self.most:
            ends.append(written(self.deadline.end_of(len(ends))))
        return bisect_left(ends, at)
