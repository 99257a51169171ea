"""Points for an argument: a teacher's, criterion by criterion, and the ticks of a student who practises."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases import marking, rubric
from cases.answering import Closed, Stale
from cases.rubric import COMMENT, SELF
from cases.walkthroughs import Walkthrough

STALE = "En anden har gemt en bedømmelse, mens du skrev. Din er ikke gemt endnu og står i felterne."


def award(
    walkthrough: Walkthrough, points: dict[str, Decimal], comment: str, *, by, version: str
) -> Walkthrough:
    """Keep the points of every criterion with who gave them and when, and work the total out anew.

    The same once more changes nothing. Raises `Stale` when another has marked since the page was drawn,
    `Closed` for work that is not handed in.
    """
    with transaction.atomic():
        locked = walkthrough.lock()
        if locked.is_open:
            raise Closed("Besvarelsen er ikke afleveret og kan ikke bedømmes endnu.")
        kept = locked.argument_points
        given = {row.key: entry(kept.get(row.key), points[row.key], by) for row in rubric.rows(locked)}
        new: dict[str, Any] = given | ({COMMENT: comment} if comment else {})
        if new == kept:
            return locked
        if str(locked.version) != version:
            raise Stale(STALE)
        locked.version += 1
        locked.argument_points = new
        marking.count_argument(locked)
        locked.save(update_fields=["version", "argument_points", "marks", "total"])
        return locked


def tick(walkthrough: Walkthrough, keys: Iterable[str]) -> Walkthrough:
    """Keep what a student who practises finds in the own argument; it counts for nothing."""
    with transaction.atomic():
        locked = walkthrough.lock()
        chosen = set(keys)
        known = [row.key for row in rubric.rows(locked) if not row.is_proved and row.key in chosen]
        if locked.is_practice and known != locked.argument_points.get(SELF, []):
            locked.argument_points = {SELF: known}
            locked.save(update_fields=["argument_points"])
        return locked


def entry(kept: dict[str, Any] | None, points: Decimal, by) -> dict[str, Any]:
    """Who gave the points and when; points that stay keep both."""
    if kept and Decimal(kept["points"]) == points:
        return kept
    return {"points": f"{points.normalize():f}", "by": by.pk, "at": timezone.now().isoformat()}
