"""A person's messages: how many wait, what is read, and what comes by mail."""

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.forms.messages import MailForm
from courses.models import Message, MutedKind
from courses.models.messages import OPTIONAL


def unread_count() -> Coalesce:
    """How many messages a person has not opened, as a part of the query that finds the person."""
    theirs = Message.objects.filter(user=OuterRef("pk")).unread().order_by()
    return Coalesce(Subquery(theirs.values("user").annotate(number=Count("pk")).values("number")), 0)


def read(messages) -> int:
    """Mark them as read; how many were not."""
    return messages.unread().update(read_at=timezone.now())


def panel(user) -> dict:
    """What the person has chosen, for Min side."""
    muted = set(MutedKind.objects.filter(user=user).values_list("kind", flat=True))
    return {"form": MailForm(initial={"kinds": [kind for kind in OPTIONAL if kind not in muted]})}


def choose(user, kinds: list[str]) -> None:
    """Mail these kinds alone, of those that can be chosen; what waits of the others is not mailed."""
    muted = [kind for kind in OPTIONAL if kind not in kinds]
    with transaction.atomic():
        MutedKind.objects.filter(user=user).exclude(kind__in=muted).delete()
        known = set(MutedKind.objects.filter(user=user).values_list("kind", flat=True))
        rows = [MutedKind(user=user, kind=kind) for kind in muted if kind not in known]
        MutedKind.objects.bulk_create(rows, ignore_conflicts=True)
        waiting = Message.objects.filter(user=user, kind__in=muted, mail_from__isnull=False)
        waiting.update(mail_from=None)
