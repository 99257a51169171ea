"""What of everybody's work the gradebook needs, read in one query and as little of it as there can be.

A huge course has eighty thousand tries. Their shares and moments stay as the database hands them over: made into
`Decimal` and `datetime` one by one they would take longer than all the rest.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from courses.gradebook_days import AsStored, First, Moment
from courses.models import Assignment, Submission
from quizzes.models import Response

# One try: student, item, number, share, moment it was handed in (None before), whether an argument waits.
Begun = tuple[int, int, int, Any, Any, Any]
AT_A_TIME = 1000


def of(assignments: Iterable[Assignment], students: Iterable[int] | None = None) -> Iterator[Begun]:
    """The tries at these assignments, of these students or of everybody, in no order; none of them is kept."""
    tasks = [item for one in assignments for item in one.tasks]
    found = Submission.objects.filter(item__in=[item.pk for item in tasks]).order_by()
    if students is not None:
        found = found.filter(user__in=students)
    told: Any = found.annotate(**_told(tasks))
    rows = told.values_list("user_id", "item_id", "number", "share", "at", "waits")
    return rows.iterator(AT_A_TIME)


def _told(tasks: list) -> dict[str, Any]:
    # Where no quiz is set no attempt is looked for, and the other way round.
    of = ["walkthrough"] * any(item.case_id for item in tasks) + ["attempt"] * any(
        item.quiz_id for item in tasks
    )
    asking = [item.pk for item in tasks if item.case and item.case.asks_argument]
    waits: list[Q | Exists] = []
    if asking:
        waits.append(Q(item__in=asking) & ~Q(walkthrough__marks__has_key="argument"))
    if any(item.quiz_id for item in tasks):
        waits.append(Exists(Response.objects.filter(points=None, attempt=OuterRef("attempt")).order_by()))
    return {
        "share": First(*(f"{work}__total" for work in of)),
        "at": Moment(*(f"{work}__submitted_at" for work in of)),
        "waits": _any(waits),
    }


def _any(conditions: list) -> Any:
    if not conditions:
        return Value(False, output_field=AsStored())
    whole = conditions[0]
    for one in conditions[1:]:
        whole = whole | one
    return Case(When(whole, then=Value(True)), default=Value(False), output_field=AsStored())
