"""A result that no longer stands, kept as it was: a receipt of it can be made again, byte for byte."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

# What of an answer is a judgement; the answer itself never changes.
JUDGED = ("status", "mistake", "remark", "citation", "best")


class Earlier(models.Model):
    """The result of a piece of work until it was graded again: all that the row then held of it."""

    number = models.PositiveSmallIntegerField()
    kept = models.JSONField()
    total = models.DecimalField(max_digits=5, decimal_places=4)
    reading = models.CharField(max_length=20)
    # Whether the student had seen it.
    was_shown = models.BooleanField(default=False)
    replaced_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        abstract = True
        ordering = ["number"]
        verbose_name = "tidligere resultat"
        verbose_name_plural = "tidligere resultater"


def numbered(work: str, name: str) -> list[models.BaseConstraint]:
    """What holds for the earlier results of each kind of work: numbered from one, and replaced for a reason."""
    return [
        models.UniqueConstraint(fields=[work, "number"], name=f"{name}_once_a_number"),
        models.CheckConstraint(condition=Q(number__gte=1), name=f"{name}_counts_from_one"),
        models.CheckConstraint(condition=~Q(reason=""), name=f"{name}_has_a_reason"),
    ]


class EarlierResult(Earlier):
    """The earlier result of a walkthrough."""

    walkthrough = models.ForeignKey("cases.Walkthrough", models.CASCADE, related_name="earlier")

    class Meta(Earlier.Meta):
        constraints = numbered("walkthrough", "earlier_result")

    def __str__(self):
        return f"{self.walkthrough_id}, {self.number}"


@dataclass(frozen=True)
class Regraded:
    """One time that a result changed, as it is told."""

    number: int
    at: datetime
    reason: str
    before: Decimal
    after: Decimal
    was_shown: bool


def changes(work) -> Iterator[Regraded]:
    """Each time that the result of a walkthrough (or of an attempt) was changed, the first one first."""
    rows = list(work.earlier.defer("kept"))
    totals = [*(row.total for row in rows), work.total]
    for row, (before, after) in zip(rows, pairwise(totals), strict=True):
        yield Regraded(row.number, row.replaced_at, row.reason, before, after, row.was_shown)


def told(work, to_teacher: bool = False) -> list[Regraded]:
    """The newest first; to a student those alone that replaced a result which the student had seen."""
    return [change for change in changes(work) if change.was_shown or to_teacher][::-1]


def as_it_was(walkthrough, number: int):
    """The walkthrough as it stood before the change with this number; nothing of it is to be saved.

    Raises `EarlierResult.DoesNotExist`.
    """
    row = walkthrough.earlier.get(number=number)
    old = copy(walkthrough)
    kept = row.kept
    old.reading, old.marks, old.result = kept["reading"], kept["marks"], kept["result"]
    old.total, old.argument_points = Decimal(kept["total"]), kept["argument_points"]
    old.frozen = walkthrough.frozen | kept["frozen"]
    old.judged = [_judged(answer, kept["answers"]) for answer in walkthrough.answers.all()]
    old.changes_until, old.as_of = number, row.replaced_at
    return old


def as_asked(walkthrough, number: str, *, only_shown: bool = False):
    """The walkthrough as it is, or as it was before the change with this number; 404 for a number it does not have."""
    if not number:
        return walkthrough
    found = [str(one.number) for one in changes(walkthrough) if one.was_shown or not only_shown]
    if number not in found:
        raise Http404("Den udgave findes ikke.")
    return as_it_was(walkthrough, int(number))


def _judged(answer, kept: dict[str, list]):
    old = copy(answer)
    for name, value in zip(JUDGED, kept.get(str(answer.pk), ()), strict=False):
        setattr(old, name, value)
    return old
