"""Taking over the marks of a file: every change that was shown, in one step, each with the reason and on record."""

from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import User
from courses import gradebook, mark_versions, record, results
from courses.gradebook import Cell, Row
from courses.mark_import import Change, Preview
from courses.models import Assignment, Course, GradeChange


class Stale(Exception):
    """Points that the file changes were changed by another after the preview; nothing is saved."""


def commit(course: Course, preview: Preview, reason: str, *, by: User) -> int:
    """Write every change of the preview, or none; how many are new. The same once more changes nothing.

    Raises `Stale` where another has changed one of them since.
    """
    with transaction.atomic():
        list(Assignment.objects.select_for_update(of=("self",)).filter(course=course).order_by("pk"))
        book = gradebook.of(course)
        places = {column.assignment.pk: place for place, column in enumerate(book.columns)}
        rows = {row.user.pk: row for row in book.rows}
        new: list[tuple[Change, Assignment, Row, Cell]] = []
        for one in preview.changes:
            row, place = rows.get(one.user), places.get(one.assignment)
            if row is None or place is None:
                raise Stale(f"{one.name} eller {one.title} er ikke længere på holdet.")
            assignment, cell = book.columns[place].assignment, row.cells[place]
            if _is_done(assignment.change_of.get(one.user), one, reason, by):
                continue
            if (mark_versions.version_of(assignment, one.user), results.shown(cell.points)) != (
                one.version,
                one.old,
            ):
                raise Stale(f"En anden har ændret {one.name}, {one.title}, siden forhåndsvisningen.")
            new.append((one, assignment, row, cell))
        _write(course, new, reason, by)
    return len(new)


def _is_done(last: GradeChange | None, one: Change, reason: str, by: User) -> bool:
    said = last and (results.shown(last.new_points), last.reason, last.changed_by_id, last.version)
    return said == (one.new, reason, by.pk, one.version + 1)


def _write(course: Course, new: list[tuple[Change, Assignment, Row, Cell]], reason: str, by: User) -> None:
    said: dict[str, Any] = {"reason": reason}
    GradeChange.objects.bulk_create(
        GradeChange(
            assignment=assignment,
            user=row.user,
            version=one.version + 1,
            old_points=cell.points,
            new_points=Decimal(one.new.replace(",", ".")),
            changed_by=by,
            **said,
        )
        for one, assignment, row, cell in new
    )
    record.note_all(
        record.entry_of(
            course,
            record.Kind.MARK,
            by=by,
            about=row.user,
            assignment=assignment,
            before=None if cell.points is None else f"{one.old} point",
            after=f"{one.new} point",
            **said,
        )
        for one, assignment, row, cell in new
    )
