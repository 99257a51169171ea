"""How many days late a piece of work is, told from the moment as the database hands it over.

What the database writes down for a moment lies before what it writes down for a later one, so that nothing has to be
made a time of: the ends of the days are written down in the same way, each once.
"""

from bisect import bisect_left
from typing import Any

from django.db import connection

from courses.deadlines import Deadline


class Days:
    """The days that are begun since a deadline, as many of them as make a difference."""

    def __init__(self, deadline: Deadline) -> None:
        self.deadline = deadline
        self.ends = [self._end(0)]

    def begun(self, at: Any) -> int:
        """How many at this moment; from the day on that costs the most always the same."""
        while self.ends[-1] < at and len(self.ends) < self.deadline.policy.most_days:
            self.ends.append(self._end(len(self.ends)))
        return bisect_left(self.ends, at)

    def _end(self, days: int) -> Any:
        return connection.ops.adapt_datetimefield_value(self.deadline.end_of(days))
