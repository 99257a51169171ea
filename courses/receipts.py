"""What a receipt says of the assignment, and the receipt as a file that is made once and kept."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

import cases.receipts
import courses.work
import quizzes.receipts
from cases.canonical import checksum, dumped
from courses import receipt_pdf, results
from courses.models import Assignment, ReceiptFile, RecordEntry, Submission
from courses.record import Kind
from courses.work import Work

TOLD = [Kind.MARK, Kind.ARGUMENT, Kind.EXTENSION, Kind.REGRADE]


def of_work(work) -> dict[str, Any] | None:
    """What was set, what counts of it, and every change of it with its reason; None for practice."""
    submission = getattr(work, "submission", None)
    if submission is None:
        return None
    rests_on = Assignment.objects.with_own(submission.user, content=True).prefetch_related("grade_changes")
    assignment = rests_on.get(pk=submission.assignment_id)
    done = _as_of(work, assignment, submission.user)
    item = next(one for one in assignment.item_list if one.pk == submission.item_id)
    deadline = done.deadline
    result = results.of(done) if work.submitted_at else None
    return {
        "hold": assignment.course.name,
        "opgave": assignment.title,
        "del": str(item),
        "forsoeg": submission.number,
        "frist": deadline.due_at,
        "egen_frist": deadline.is_extended,
        "point": result.points if result else None,
        "hoejst": assignment.points,
        "fortjent": result.earned if result else None,
        "beregnet": result.computed if result else None,
        "dage_for_sent": result.late_days if result else 0,
        "bestaaet": result.passed if result else None,
        "sat_af_underviser": bool(result and result.is_overridden),
        "aendringer": [_change(entry) for entry in entries_about(submission, until=_moment(work))],
    }


def _moment(work) -> datetime | None:
    """Of work as it was before it was graded again: when that was."""
    return getattr(work, "as_of", None)


def _as_of(work, assignment: Assignment, user) -> Work:
    """What the student has done, or had done when this work was what it is here."""
    done, until = courses.work.of(assignment, user), _moment(work)
    if until is None:
        return done
    before = {row.user_id: row for row in assignment.grade_changes.all() if row.changed_at < until}
    assignment.change_of = before
    kept = [one for one in done.submissions if not one.submitted_at or one.submitted_at < until]
    for one in kept:
        if one.work.pk == work.pk:
            setattr(one, "walkthrough" if one.walkthrough else "attempt", work)
    return replace(done, submissions=kept)


def entries_about(submission: Submission, until: datetime | None = None):
    """What is on record of this work, the first change first; of an earlier result what had been until then."""
    about = RecordEntry.objects.filter(assignment=submission.assignment_id, about=submission.user_id)
    known = about.filter(kind__in=TOLD)
    return (known if until is None else known.filter(at__lt=until)).order_by("pk")


def _change(entry: RecordEntry) -> dict[str, Any]:
    return {
        "tid": entry.at,
        "hvad": entry.get_kind_display(),
        "rettet": entry.changes,
        "begrundelse": entry.reason,
        "af": entry.by_id,
    }


def file_of(submission: Submission) -> ReceiptFile:
    """The receipt as it is now: the file that is kept, or a new one where something was changed since the last.

    Raises `receipt_pdf.CannotMake` where this server makes no PDF.
    """
    makers: Any = cases.receipts if submission.walkthrough else quizzes.receipts
    found = makers.canonical(submission.work)
    text = dumped(found)
    files = ReceiptFile.objects.filter(submission=submission)
    kept = files.filter(sha256=checksum(text)).first()
    if kept:
        return kept
    pdf = receipt_pdf.made_of(makers.page(submission.work, found))
    with transaction.atomic():
        Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        made = {one.sha256: one for one in files.defer("text", "pdf")}
        said = {"sha256": checksum(text), "text": text, "pdf": pdf, "number": len(made) + 1}
        return made.get(checksum(text)) or ReceiptFile.objects.create(submission=submission, **said)
