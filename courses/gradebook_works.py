"""What of everybody's work the gradebook needs, read in one query and as little of it as there can be."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    DateTimeField,
    Exists,
    F,
    FloatField,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from courses.models import Assignment, Submission
from quizzes.models import Response

# One try: item, number, share, when it was handed in late, whether an argument waits. The share is None until it is
# handed in; what is in time for everybody is in time for each.
Begun = tuple[int, int, Decimal | None, datetime | None, bool]
KEYS = ("assignment_id", "user_id", "item_id", "number")
Works = dict[tuple[int, int], list[Begun]]


def of(assignments: Iterable[Assignment], students: Iterable[int] | None = None) -> Works:
    """The tries by assignment and student, of these students or of everybody."""
    tasks = [item for one in assignments for item in one.tasks]
    found = Submission.objects.filter(item__in=[item.pk for item in tasks]).order_by()
    if students is not None:
        found = found.filter(user__in=students)
    told: Any = found.annotate(**_told(tasks))
    rows = told.values_list(*KEYS, "share", "late_at", "waits")
    works: Works = defaultdict(list)
    for assignment, user, item, number, share, late_at, waits in rows:
        exact = None if share is None else _exact(share)
        works[assignment, user].append((item, number, exact, late_at, bool(waits)))
    return works


def _told(tasks: list) -> dict[str, Any]:
    at = Coalesce("walkthrough__submitted_at", "attempt__submitted_at")
    total = Cast(Coalesce("walkthrough__total", "attempt__total"), FloatField())
    asking = [item.pk for item in tasks if item.case and item.case.asks_argument]
    waits: list[Q | Exists] = []
    if asking:
        waits.append(Q(item__in=asking) & ~Q(walkthrough__marks__has_key="argument"))
    if any(item.quiz_id for item in tasks):
        waits.append(Exists(Response.objects.filter(points=None, attempt=OuterRef("attempt")).order_by()))
    return {
        "at": at,
        "share": Case(When(at__isnull=False, then=total), output_field=FloatField()),
        "late_at": Case(When(at__gt=F("assignment__due_at"), then=F("at")), output_field=DateTimeField()),
        "waits": _any(waits),
    }


def _any(conditions: list) -> Any:
    if not conditions:
        return Value(False)
    whole = conditions[0]
    for one in conditions[1:]:
        whole = whole | one
    return Case(When(whole, then=Value(True)), default=Value(False), output_field=BooleanField())


@cache
def _exact(share: float) -> Decimal:
    """The four decimals that the database keeps; there are ten thousand of them at most."""
    return Decimal(repr(share))
