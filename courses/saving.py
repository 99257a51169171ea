"""Saving a course or an assignment as a teacher has set it, and writing down what is new."""

from django.db import transaction

from courses import made_once, record, release
from courses.models import Assignment, Course
from courses.record import Kind
from courses.two_markers import saving as two_markers


@transaction.atomic
def save_course(form, *, by) -> Course:
    """Save the form of a course that is there already."""
    before = record.stored(form.instance)
    course = form.save()
    record.note_settings(course, Kind.COURSE, course, before, by=by)
    return course


@transaction.atomic
def make_course(form, *, by) -> Course:
    """Make a course, once."""
    form.instance.created_by = by
    course = made_once.save(form, by)
    if course is form.instance:
        record.note_settings(course, Kind.COURSE, course, {}, by=by)
    return course


@transaction.atomic
def save_assignment(form, *, by) -> Assignment:
    """Save the form of an assignment, or make it, once; results that wait for the deadline follow it."""
    is_new = form.instance.pk is None
    before = {} if is_new else record.stored(form.instance) | _consists_of(form.instance)
    assignment = made_once.save(form, by) if is_new else form.save()
    if assignment is form.instance:
        said = {"by": by, "assignment": assignment}
        now = _consists_of(Assignment.objects.with_content().get(pk=assignment.pk))
        record.note_settings(assignment.course, Kind.ASSIGNMENT, assignment, before, also=now, **said)
    if not is_new and not assignment.marked_by_two:
        two_markers.switched_off(assignment, by=by)
    release.follow_deadline(assignment)
    return assignment


def _consists_of(assignment: Assignment) -> dict[str, str]:
    """The items with their weights: they hang on the assignment and are no fields of it."""
    return {"Opgaven består af": ", ".join(f"{item} (vægt {item.weight})" for item in assignment.item_list)}
