"""Handing in an attempt, counting it, and letting the result go to the student."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from quizzes import counting, shares
from quizzes.refusals import Stale


@dataclass(frozen=True)
class Progress:
    """How far a student is with a set of questions."""

    answered: int
    of: int
    submitted_at: datetime | None
    total: Decimal | None
    points: Decimal | None
    max_points: Decimal
    released: bool

    @property
    def percent(self) -> int | None:
        """The result in whole percent; None while nothing is handed in."""
        return shares.percent(self.total)


def progress(attempt) -> Progress:
    """How far the student is, and the result when there is one."""
    return Progress(
        answered=len(attempt.answers),
        of=len(attempt.items),
        submitted_at=attempt.submitted_at,
        total=attempt.total,
        points=attempt.points,
        max_points=attempt.max_points,
        released=attempt.is_released,
    )


def submit(attempt, version=None) -> None:
    """Make the answers final and count them; what is already handed in stays as it is.

    The lock makes a second click wait, and a late answer finds the attempt closed. Where a version is given,
    it must be the newest: nobody hands in answers that the page did not show.
    """
    with transaction.atomic():
        now = type(attempt).objects.select_for_update().get(pk=attempt.pk)
        if now.is_open:
            if version is not None and version != now.version:
                raise Stale(
                    "Dine svar er ændret i et andet vindue. Her er de nyeste; se dem igennem, og aflever så."
                )
            changed = [] if now.is_practice else _accepted(now)
            now.points = counting.earned(now)
            now.total = counting.share(now, now.points)
            now.submitted_at = max(min(timezone.now(), now.ends_at or timezone.now()), now.started_at)
            if now.release_rule == now.Release.AT_ONCE:
                now.released_at = now.submitted_at
            put_right = ["frozen"] if changed else []
            now.save(update_fields=["points", "total", "submitted_at", "released_at", *put_right])
            for row in changed:
                row.save(update_fields=["points"])
            if not now.is_practice:
                # The models hand in through this module.
                from quizzes.knowing import noting

                noting.note(now, now.answers.values())
    for field in ("points", "total", "submitted_at", "released_at"):
        setattr(attempt, field, getattr(now, field))


def _accepted(attempt) -> list:
    """Put right what teachers have accepted; which answers earn otherwise for it."""
    # The models hand in through this module.
    from quizzes import accepting

    return accepting.apply(attempt)


def end_if_over(attempt) -> bool:
    """Hand in for a student whose time and grace are out; whether that was done. What was saved counts."""
    if not attempt.is_over:
        return False
    submit(attempt)
    return True


def release(attempt, at=None) -> None:
    """Let the student see the result, now or from a time that is set."""
    attempt.released_at = at or timezone.now()
    attempt.save(update_fields=["released_at"])
