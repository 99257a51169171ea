"""The answers of a course in which a mistake shows, and those in which it could have shown.

Counted is the first answer to each question, as it is noted for what students know: what was handed in on this
course, and what its students practised by themselves. Each reading is one aggregate, however many the students.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Max, Min, Q
from django.db.models.functions import Coalesce

from courses.access import STUDENT
from courses.models import Assignment, Course, Membership
from quizzes.models import Evidence

RIGHT = 0.99


class Made(NamedTuple):
    """One student's making of one mistake: from the first time to the last."""

    topic: str
    mistake: str
    user: int
    first: datetime
    last: datetime


class Met(NamedTuple):
    """One student's answers to what is asked where a mistake belongs: when the last right one came."""

    component: str
    user: int
    right: datetime | None


class Place(NamedTuple):
    """How many made and met a mistake in one assignment; without one in what they practised by themselves."""

    assignment: UUID | None
    title: str | None
    made: int
    met: int


def evidence(course: Course, assignment: Assignment | None = None):
    """What the answers of the course's students show: of all their work, or of one assignment."""
    students = Membership.objects.filter(course=course, role=STUDENT).values("user")
    found = Evidence.objects.filter(user__in=students).order_by()
    if assignment:
        return found.filter(_set("", assignment))
    alone = Q(walkthrough__submission=None, attempt__submission=None)
    return found.filter(alone | _set("__course", course))


def made(course: Course, assignment: Assignment | None = None, **which) -> list[Made]:
    """Who made which mistake; `which` narrows to a topic and mistake."""
    found = evidence(course, assignment).filter(**which).exclude(mistake="")
    rows = found.values_list("topic", "mistake", "user").annotate(first=Min("at"), last=Max("at"))
    return [Made(*row) for row in rows]


def met(course: Course, components: Iterable[str], assignment: Assignment | None = None) -> list[Met]:
    """Who answered what is asked there."""
    found = evidence(course, assignment).filter(component__in=set(components))
    right = Max("at", filter=Q(share__gte=RIGHT, mistake=""))
    return [Met(*row) for row in found.values_list("component", "user").annotate(right=right)]


def places(course: Course, topic: str, mistake: str, component: str) -> list[Place]:
    """The same of one mistake, assignment by assignment as they are due; what was practised comes last."""
    shows = Q(topic=topic, mistake=mistake)
    found = evidence(course).filter(shows | Q(component=component))
    of = {name: _of_assignment(name) for name in ("due_at", "uuid", "title")}
    rows = found.annotate(**{f"set_{name}": field for name, field in of.items()})
    rows = rows.values_list(*(f"set_{name}" for name in of)).annotate(
        made=Count("user", filter=shows, distinct=True), met=Count("user", distinct=True)
    )
    return [Place(*row[1:]) for row in rows.order_by(F("set_due_at").asc(nulls_last=True), "set_uuid")]


def _of_assignment(name: str) -> Coalesce:
    return Coalesce(
        f"walkthrough__submission__assignment__{name}", f"attempt__submission__assignment__{name}"
    )


def _set(path: str, to) -> Q:
    of_case = Q(**{f"walkthrough__submission__assignment{path}": to})
    return of_case | Q(**{f"attempt__submission__assignment{path}": to})
