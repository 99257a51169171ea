"""Categories of a course's assignments: making, changing and deleting them, each on record."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Sum

from courses import parts, record
from courses.forms import CategoryForm
from courses.models import Assignment, Category, Course
from courses.parts import Part
from courses.record import Kind


@dataclass(frozen=True)
class Listed:
    """A part of the sum as the teacher's page lists it."""

    part: Part
    assignments: list[Assignment]

    @property
    def is_idle(self) -> bool:
        """Whether it has assignments that weigh nothing because the others weigh everything."""
        return not self.part.weight and any(parts.counts(one) for one in self.assignments)


def listed(course: Course) -> list[Listed]:
    """Every part of the sum with what belongs to it; nothing where the course has no categories."""
    categories, assignments = list(course.categories.all()), list(course.assignments.all())
    return [
        Listed(part, [one for one in assignments if one.category_id == part.category])
        for part in (parts.of(categories) if categories else [])
    ]


class Refused(Exception):
    """The category cannot be so; the field it is about, and a message for the teacher."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@transaction.atomic
def save(form: CategoryForm, course: Course, *, by) -> Category:
    """Keep what a valid form says; the same once more is the same category. Raises `Refused`."""
    Course.objects.select_for_update().get(pk=course.pk)
    category, others = form.instance, course.categories.all()
    before = {} if category.pk is None else record.stored(category)
    same = _named(course, form.cleaned_data["name"])
    if category.pk is None and same and _says(form, same):
        return same
    others = others.exclude(pk=category.pk)
    if same and same.pk != category.pk:
        raise Refused("name", f"Holdet har allerede kategorien {same.name}. Vælg et andet navn.")
    weight = others.aggregate(sum=Sum("weight"))["sum"] or 0
    if weight + form.cleaned_data["weight"] > parts.WHOLE:
        raise Refused(
            "weight",
            f"De andre kategorier vejer {weight} %, så denne kan højst veje {parts.WHOLE - weight} %.",
        )
    category.course = course
    form.save()
    record.note_settings(course, Kind.CATEGORY, category, before, by=by, subject=category.name)
    return category


@transaction.atomic
def delete(category: Category, *, by) -> None:
    """Take the category away; its assignments stay without one."""
    before = record.settings_of(category)
    record.note(category.course, Kind.CATEGORY, by=by, subject=category.name, before=before)
    category.delete()


def _named(course: Course, name: str) -> Category | None:
    """In capitals or not; the database knows no Danish capitals everywhere."""
    return next((one for one in course.categories.all() if one.name.casefold() == name.casefold()), None)


def _says(form: CategoryForm, other: Category) -> bool:
    return all(getattr(other, name) == value for name, value in form.cleaned_data.items())
