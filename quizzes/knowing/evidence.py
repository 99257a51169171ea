"""From answers to knowledge: what an answer showed is noted once, and counted when the student may see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from cases.models import Walkthrough
from quizzes.knowing import memory, tracing
from quizzes.models import Attempt, Evidence, Mastery


@dataclass(frozen=True)
class Shown:
    """What one answer showed: the things it is about, and how much of its points it earned, 0 to 1."""

    source: str
    components: list[str]
    topic: str
    share: float
    mistake: str = ""


def note(
    user_id: int, shown: Iterable[Shown], *, attempt=None, walkthrough=None, is_held: bool = False
) -> None:
    """Note what answers showed. The first answer to a question counts, and later ones change nothing."""
    rows = [
        Evidence(
            user_id=user_id,
            component=component,
            topic=one.topic,
            share=min(max(one.share, 0.0), 1.0),
            mistake=one.mistake,
            source=one.source,
            attempt=attempt,
            walkthrough=walkthrough,
            is_held=is_held,
        )
        for one in shown
        for component in dict.fromkeys(one.components)
    ]
    if rows:
        Evidence.objects.bulk_create(rows, ignore_conflicts=True)


def masteries(user) -> dict[str, Mastery]:
    """How the person stands with each thing now; what is not yet counted is added without being kept."""
    known = {row.component: row for row in Mastery.objects.filter(user=user)}
    for row in _waiting(user):
        _add(known, row)
    return known


def count(user) -> None:
    """Count what is waiting. The lock on the person's row makes a second count wait and find nothing."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        waiting = list(_waiting(user))
        if not waiting:
            return
        touched = {row.component for row in waiting}
        known = {row.component: row for row in Mastery.objects.filter(user=user, component__in=touched)}
        for row in waiting:
            _add(known, row)
        Mastery.objects.bulk_create([row for row in known.values() if row.pk is None])
        kept = [row for row in known.values() if row.pk is not None]
        Mastery.objects.bulk_update(
            kept, ["known", "answers", "right", "card", "due_at", "last_at"], batch_size=100
        )
        Evidence.objects.filter(pk__in=[row.pk for row in waiting]).update(is_counted=True, is_held=False)


def _waiting(user) -> list[Evidence]:
    """What is not counted and may be: held evidence once its work shows how it was judged."""
    rows = list(Evidence.objects.filter(user=user, is_counted=False).order_by("at", "pk"))
    shown = _shown_of([row for row in rows if row.is_held])
    return [row for row in rows if not row.is_held or (row.attempt_id or row.walkthrough_id) in shown]


def _shown_of(held: list[Evidence]) -> set:
    """Which of the works behind held evidence show by now how they were judged."""
    attempts = {row.attempt_id for row in held if row.attempt_id}
    walkthroughs = {row.walkthrough_id for row in held if row.walkthrough_id}
    shown = (
        {one.pk for one in Attempt.objects.filter(pk__in=attempts) if one.is_released} if attempts else set()
    )
    if walkthroughs:
        found = Walkthrough.objects.filter(pk__in=walkthroughs).select_related("case")
        shown |= {one.pk for one in found if one.shows_feedback()}
    return shown


def _add(known: dict[str, Mastery], row: Evidence) -> None:
    """Count one piece of evidence."""
    held = known.get(row.component)
    if held is None:
        held = known[row.component] = Mastery(
            user_id=row.user_id, component=row.component, topic=row.topic, known=tracing.KNOWING.known
        )
    held.known = tracing.after(held.known, row.share)
    held.answers, held.right = held.answers + 1, held.right + row.share
    held.card = memory.reviewed(
        held.card, row.share, _later(row.at, held.last_at if held.answers > 1 else None)
    )
    held.due_at, held.last_at = memory.due(held.card), row.at


def _later(at: datetime, last: datetime | None) -> datetime:
    """Work that is released late was done earlier: a card is never reviewed backwards in time."""
    return at if last is None or at >= last else last


def rebuild(user) -> None:
    """Forget what was counted and count all evidence anew, as after a change of the parameters."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        Mastery.objects.filter(user=user).delete()
        Evidence.objects.filter(user=user, is_counted=True).update(is_counted=False)
        count(user)
