"""The receipts of a whole assignment: made in the background a few at a time, and taken home as one ZIP.

What is made is written down with each few, so that a worker that was killed, or a second one, goes on where it was.
A receipt that is kept already and still holds is used again.
"""

import logging
import re
import unicodedata
import zipfile
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from courses import receipts
from courses.models import Assignment, ReceiptBundle, ReceiptFile, Submission
from courses.receipt_pdf import CannotMake

AT_A_TIME, READ_AT_ONCE = 5, 10
# What no file system has against it.
NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST_NAME = 80
State = ReceiptBundle.State
log = logging.getLogger(__name__)


def handed_in(assignment: Assignment):
    """Every try that is handed in."""
    return Submission.objects.filter(assignment=assignment).handed_in()


def start(assignment: Assignment) -> ReceiptBundle:
    """Let the worker make every receipt, or go on where it stopped; a second click changes nothing."""
    with transaction.atomic():
        Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
        found = ReceiptBundle.objects.filter(assignment=assignment).first()
        if found and found.is_running and not found.is_quiet:
            return found
        bundle = found or ReceiptBundle(assignment=assignment)
        if bundle.pk is None or bundle.state == State.READY:
            bundle.waiting = list(handed_in(assignment).order_by("pk").values_list("pk", flat=True))
            bundle.files, bundle.failed, bundle.asked_at = [], [], timezone.now()
        bundle.state, bundle.worked_at = State.RUNNING, timezone.now()
        bundle.save()
        run.enqueue(bundle.pk)
    return bundle


@task()
def run(pk: int) -> None:
    """Make what waits, until nothing does."""
    try:
        while batch := _waiting(pk):
            _keep(pk, {one: _made(one) for one in batch})
    except CannotMake:
        ReceiptBundle.objects.filter(pk=pk, state=State.RUNNING).update(state=State.STOPPED)
        log.warning("receipts of %s: this server makes no PDF", pk)
    except Exception:
        ReceiptBundle.objects.filter(pk=pk, state=State.RUNNING).update(state=State.STOPPED)
        raise
    ReceiptBundle.objects.filter(pk=pk, state=State.RUNNING).update(state=State.READY)


def _waiting(pk: int) -> list[int]:
    return ReceiptBundle.objects.get(pk=pk).waiting[:AT_A_TIME]


def _made(submission: int) -> int | None:
    """The receipt of a hand-in; None where none can be made, which must not hold up three hundred."""
    try:
        return receipts.file_of(Submission.objects.with_work().get(pk=submission)).pk
    except CannotMake:
        raise
    except Exception:
        log.exception("the receipt of hand-in %s cannot be made", submission)
        return None


def _keep(pk: int, made: dict[int, int | None]) -> None:
    with transaction.atomic():
        bundle = ReceiptBundle.objects.select_for_update(of=("self",)).get(pk=pk)
        mine = {one: made[one] for one in bundle.waiting if one in made}
        bundle.files += [file for file in mine.values() if file]
        bundle.failed += [one for one, file in mine.items() if not file]
        bundle.waiting = [one for one in bundle.waiting if one not in mine]
        bundle.worked_at = timezone.now()
        bundle.save()


class _Pipe:
    """What a ZIP is written to: it gives away what it has been given."""

    def __init__(self) -> None:
        self.held = bytearray()

    def write(self, data) -> int:
        """Hold it until it is taken."""
        self.held += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def taken(self) -> bytes:
        """What was written since the last time."""
        found, self.held = bytes(self.held), bytearray()
        return found


def zipped(bundle: ReceiptBundle) -> Iterator[bytes]:
    """The ZIP piece by piece; no more than a few receipts are in memory."""
    pipe: _Pipe = _Pipe()
    items = {item.pk: place for place, item in enumerate(bundle.assignment.item_list, 1)}
    files = ReceiptFile.objects.filter(pk__in=bundle.files).defer("text")
    used: set[str] = set()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as archive:  # type: ignore[call-overload]
        for file in _in_order(files):
            place = items[file.submission.item_id] if len(items) > 1 else None
            name = free(name_of(file.submission, place), used)
            when = timezone.localtime(file.made_at).timetuple()[:6]
            archive.writestr(zipfile.ZipInfo(f"{name}.pdf", when), bytes(file.pdf))
            yield pipe.taken()
    yield pipe.taken()


def _in_order(files) -> Iterator[ReceiptFile]:
    found = files.select_related("submission__user").order_by("submission__user__name", "submission", "pk")
    return found.iterator(chunk_size=READ_AT_ONCE)


def name_of(submission: Submission, place: int | None = None) -> str:
    """Whose it is and which try, so that every file system takes it; the part where there are several."""
    part = f", del {place}" if place else ""
    return f"{safe(str(submission.user))}{part}, forsøg {submission.number}"


def safe(name: str) -> str:
    """A name without what file systems refuse.

    >>> safe("../Åse: 1/2*"), safe(" . ")
    ('Åse 1 2', 'uden navn')
    """
    kept = " ".join(NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", name)).split())
    return kept[:LONGEST_NAME].strip(". ") or "uden navn"


def free(name: str, used: set[str]) -> str:
    """The name, or with a number where two are called the same; file systems may not know capitals apart."""
    found, number = name, 1
    while found.casefold() in used:
        number += 1
        found = f"{name} ({number})"
    used.add(found.casefold())
    return found
