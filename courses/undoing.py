"""The last change of extensions taken back: what was there before comes again, where nobody has changed it since."""

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_datetime

from accounts.models import User
from courses import extending
from courses.models import Assignment, Extension

Snapshot = dict[str, list[str | None] | None]
KEY = "fristaendringer"


def snapshot(assignment: Assignment, people) -> Snapshot:
    """What these students have now, as plain data that a session can keep; None is nothing of their own."""
    rows = {row.user_id: row for row in Extension.objects.filter(assignment=assignment, user__in=people)}
    return {str(pk): _plain(rows.get(int(pk))) for pk in people}


def keep(session, assignment: Assignment, before: Snapshot) -> None:
    """Remember the change until the next one."""
    changed = {"before": before, "after": snapshot(assignment, list(before))}
    session[KEY] = session.get(KEY, {}) | {str(assignment.uuid): changed}


def can_undo(session, assignment: Assignment) -> bool:
    """Whether there is a change to take back."""
    return str(assignment.uuid) in session.get(KEY, {})


def undo(session, assignment: Assignment, *, by: User) -> tuple[int, int]:
    """Take it back; for how many that was done, and how many somebody has changed since."""
    kept: dict[str, Any] = session.get(KEY, {})
    change = kept.pop(str(assignment.uuid), {"before": {}, "after": {}})
    session[KEY] = kept
    with transaction.atomic():
        Assignment.objects.select_for_update().get(pk=assignment.pk)
        now = snapshot(assignment, list(change["before"]))
        as_left = {pk: before for pk, before in change["before"].items() if now[pk] == change["after"][pk]}
        gone = [int(pk) for pk, before in as_left.items() if before is None]
        Extension.objects.filter(assignment=assignment, user__in=gone).delete()
        for pk, before in as_left.items():
            if before is not None:
                _restore(assignment, int(pk), before, by)
        extending.follow(assignment)
    return len(as_left), len(now) - len(as_left)


def _plain(row: Extension | None) -> list[str | None] | None:
    if row is None:
        return None
    return [row.due_at.isoformat() if row.due_at else None, str(row.factor)]


def _restore(assignment: Assignment, pk: int, before: list, by: User) -> None:
    due, factor = before
    said = {"due_at": parse_datetime(due) if due else None, "factor": Decimal(factor), "given_by": by}
    Extension.objects.update_or_create(assignment=assignment, user_id=pk, defaults=said)
