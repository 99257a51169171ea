"""From answers to knowledge: what an answer showed is noted once, and counted when the student may see it.

What is known of a thing follows from its evidence in the order in which it was given, whatever the order in which
it was counted: work that is released late is put in where it was done.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from cases.models import Walkthrough
from quizzes.knowing import memory, tracing
from quizzes.models import Attempt, Evidence, Mastery

COUNTED = ["topic", "known", "answers", "right", "card", "due_at", "last_at"]


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
    known = counted(user)
    _add(known, user, _waiting(user))
    return known


def counted(user) -> dict[str, Mastery]:
    """How the person stood with each thing when it was last counted."""
    return {row.component: row for row in Mastery.objects.filter(user=user)}


def count(user) -> None:
    """Count what is waiting. The lock on the person's row makes a second count wait and find nothing."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        waiting = list(_waiting(user))
        if not waiting:
            return
        touched = {row.component for row in waiting}
        known = {row.component: row for row in Mastery.objects.filter(user=user, component__in=touched)}
        _add(known, user, waiting)
        Mastery.objects.bulk_create([row for row in known.values() if row.pk is None])
        kept = [row for row in known.values() if row.pk is not None]
        Mastery.objects.bulk_update(kept, COUNTED, batch_size=100)
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


def _add(known: dict[str, Mastery], user, waiting: list[Evidence]) -> None:
    """Count what is waiting; a thing with later evidence counted already is counted anew from its first."""
    late = {
        row.component for row in waiting if row.component in known and _is_late(row, known[row.component])
    }
    rows = waiting
    if late:
        counted = Evidence.objects.filter(user=user, is_counted=True, component__in=late)
        rows = sorted([*waiting, *counted], key=lambda row: (row.at, row.pk))
        for component in late:
            _forget(known[component])
    for row in rows:
        held = known.get(row.component)
        if held is None:
            held = known[row.component] = Mastery(
                user_id=row.user_id, component=row.component, known=tracing.KNOWING.known
            )
        _count_one(held, row)


def _is_late(row: Evidence, held: Mastery) -> bool:
    return row.at <= held.last_at


def _forget(held: Mastery) -> None:
    held.known, held.answers, held.right, held.card = tracing.KNOWING.known, 0, 0.0, None


def _count_one(held: Mastery, row: Evidence) -> None:
    if not held.answers:
        held.topic = row.topic
    held.known = tracing.after(held.known, row.share)
    held.answers, held.right = held.answers + 1, held.right + row.share
    held.card = memory.reviewed(held.card, row.share, row.at)
    held.due_at, held.last_at = memory.due(held.card), row.at


def rebuild(user) -> int:
    """Forget what was counted and count all evidence anew; how many things the person has shown something of."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        Mastery.objects.filter(user=user).delete()
        Evidence.objects.filter(user=user, is_counted=True).update(is_counted=False)
        count(user)
        return Mastery.objects.filter(user=user).count()
