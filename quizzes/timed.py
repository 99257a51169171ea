"""An attempt on time: the clock that its pages show is the server's."""

from django.urls import reverse
from django.utils import timezone

from cases.timed import Clock


def clock(attempt) -> Clock | None:
    """The clock of an attempt that is running; None without a time limit."""
    if not attempt.ends_at or not attempt.is_open:
        return None
    addresses = (reverse(f"quizzes:{name}", args=[attempt.pk]) for name in ("clock", "hand_in"))
    return Clock(attempt.ends_at, timezone.now(), *addresses)
