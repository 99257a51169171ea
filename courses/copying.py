"""A course made again for another term: its settings and assignments with every date moved, nobody's work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from accounts.models import User
from courses import enrolment, record
from courses.deadlines import days_after
from courses.models import Assignment, Course, Item, Membership
from courses.models.item import new_seed

# What has happened to a row is not what it is set to.
HAPPENED = {"released_at", "archived_at", "created_by", "join_code", "join_until", "joined_at"}


@dataclass(frozen=True)
class Moved:
    """An assignment with the times that it would get."""

    assignment: Assignment
    opens_at: datetime
    due_at: datetime

    @property
    def is_possible(self) -> bool:
        """Whether it still closes after it opens: an hour that comes twice may turn them round."""
        return self.due_at > self.opens_at


def moved(course: Course, days: int) -> list[Moved]:
    """Every assignment with its times moved by so many days, to the same time of day."""
    return [
        Moved(one, days_after(one.opens_at, days), days_after(one.due_at, days))
        for one in course.assignments.with_items().order_by("opens_at", "pk")
    ]


def days_until(course: Course, first_day) -> int:
    """By how many days the course moves when its first assignment opens on this day."""
    first = course.assignments.order_by("opens_at").values_list("opens_at", flat=True).first()
    return (first_day - timezone.localdate(first)).days if first else 0


def copied(row: Any, days: int = 0, **changed: Any) -> Any:
    """A new row, not saved, with what the old one is set to: moments moved, what is one of a kind made anew."""
    fields: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.primary_key or field.unique or field.name in HAPPENED or field.name in changed:
            continue
        value = getattr(row, field.attname)
        is_moment = isinstance(field, models.DateTimeField) and value is not None
        fields[field.attname] = days_after(value, days) if is_moment else value
    return type(row)(**fields, **changed)


@transaction.atomic
def copy(course: Course, *, name: str, term: str, days: int, with_staff: bool, by: User) -> Course:
    """The course in another term, run by the person; the second of two clicks finds what the first has made."""
    User.objects.select_for_update().get(pk=by.pk)
    made = existing(name, term, by)
    if made:
        return made
    new: Course = copied(course, name=name, term=term, created_by=by)
    new.save()
    again_of = {None: None} | {one.pk: copied(one, course=new) for one in course.categories.all()}
    for category in filter(None, again_of.values()):
        category.save()
    for one in course.assignments.prefetch_related("items"):
        again: Assignment = copied(one, days, course=new, category=again_of[one.category_id])
        again.save()
        Item.objects.bulk_create(copied(item, assignment=again, seed=new_seed()) for item in one.items.all())
    record.note_settings(new, record.Kind.COURSE, new, {}, by=by)
    enrolment.add_teacher(new, by, by=by)
    if with_staff:
        staff = course.memberships.exclude(role=Membership.Role.STUDENT).exclude(user=by)
        Membership.objects.bulk_create(copied(one, course=new) for one in staff.filter(user__is_active=True))
    return new


def existing(name: str, term: str, by: User) -> Course | None:
    """The course that the person has made under this name in this term."""
    return Course.objects.filter(name=name, term=term, created_by=by).first()
