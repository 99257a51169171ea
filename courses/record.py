"""Writing down who changed what: in the same transaction as the change, and never a second time."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.text import capfirst

from courses.models import Assignment, Course, RecordEntry
from courses.moments import moment

Kind = RecordEntry.Kind
NOTHING = "intet"
# What no person sets: keys, and times and codes that have entries of their own.
OWN = {"id", "uuid", "course", "join_code", "created_by", "archived_at", "released_at"}

Words = str | dict[str, str] | None


def note(
    course: Course | None,
    kind: str,
    *,
    by,
    about=None,
    subject: str = "",
    assignment: Assignment | None = None,
    before: Words = None,
    after: Words = None,
    reason: str = "",
) -> RecordEntry:
    """Write down one change. Texts name no person: `by` and `about` do."""
    entry = entry_of(
        course,
        kind,
        by=by,
        about=about,
        subject=subject,
        assignment=assignment,
        before=before,
        after=after,
        reason=reason,
    )
    entry.save()
    return entry


def note_all(entries: Iterable[RecordEntry]) -> None:
    """Write down many in one query."""
    RecordEntry.objects.bulk_create(list(entries))


def entry_of(course: Course | None, kind: str, *, subject: str = "", assignment=None, **said: Any):
    """An entry that is not written yet, named after its assignment where nothing else is said."""
    named = subject or (assignment.title if assignment else "")
    return RecordEntry(course=course, kind=kind, subject=named[:200], assignment=assignment, **said)


def settings_of(row: models.Model) -> dict[str, str]:
    """Every setting of a row by its label, as people read it."""
    fields = [field for field in row._meta.concrete_fields if field.name not in OWN]
    return {str(capfirst(field.verbose_name)): _words(row, field) for field in fields}


def note_settings(
    course: Course | None,
    kind: str,
    row: models.Model,
    before: dict[str, str],
    *,
    also: dict[str, str] | None = None,
    **said,
) -> None:
    """Write down which settings are others than before, `also` among them; none is no entry."""
    now = settings_of(row) | (also or {})
    changed = [label for label in now if before.get(label) != now[label]]
    if changed:
        old = {label: before[label] for label in changed if label in before}
        note(course, kind, before=old or None, after={label: now[label] for label in changed}, **said)


def stored(row: models.Model) -> dict[str, str]:
    """The settings as they stand in the database, which waits for whoever else is changing them."""
    return settings_of(models.QuerySet(type(row)).select_for_update(of=("self",)).get(pk=row.pk))


def _words(row: models.Model, field) -> str:
    if field.is_relation:
        value: Any = getattr(row, field.name)
    elif field.choices:
        value = getattr(row, f"get_{field.name}_display")()
    else:
        value = getattr(row, field.name)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return NOTHING if value in (None, "") else str(value)
