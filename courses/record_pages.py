"""The record as a teacher asks for it: narrowed, in pages, and as a file."""

import csv
import io
from collections.abc import Iterable

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils import timezone

from courses.forms import RecordForm
from courses.models import Course, RecordEntry
from courses.models.record import RecordQuerySet
from courses.roster import safe

ON_A_PAGE = 50


def asked(course: Course, form: RecordForm) -> RecordQuerySet:
    """The entries that are asked for, the newest first; what the form does not understand narrows nothing."""
    form.is_valid()
    said, found = form.cleaned_data, RecordEntry.objects.of(course)
    for word in said.get("person", "").split():
        found = found.filter(Q(about__name__icontains=word) | Q(by__name__icontains=word))
    if kind := said.get("hvad"):
        found = found.filter(kind=kind)
    if assignment := said.get("opgave"):
        found = found.filter(assignment=assignment)
    return found


def page_of(entries: RecordQuerySet, number: str) -> Page:
    """Fifty of them."""
    return Paginator(entries, ON_A_PAGE).get_page(number)


def sides(form: RecordForm, page: Page) -> tuple[str, str]:
    """The queries of the newer and of the older entries; empty where there are none."""
    newer = form.query(side=page.previous_page_number()) if page.has_previous() else ""
    older = form.query(side=page.next_page_number()) if page.has_next() else ""
    return newer, older


def as_csv(entries: Iterable[RecordEntry]) -> str:
    """For a Danish spreadsheet: semicolons, a BOM, no formulas; a line for each thing that was changed."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    write(["Tid", "Hvad", "Om", "Hvor", "Oplysning", "Fra", "Til", "Begrundelse", "Af"])
    for entry in entries:
        for label, before, after in entry.changes or [("", "", "")]:
            write([safe(cell) for cell in _cells(entry, label, before, after)])
    return f"\ufeff{out.getvalue()}"


def _cells(entry: RecordEntry, *changed: str) -> list[str]:
    at = f"{timezone.localtime(entry.at):%d-%m-%Y %H:%M:%S}"
    about, by = (str(person) if person else "" for person in (entry.about, entry.by))
    return [at, entry.get_kind_display(), about, entry.subject, *changed, entry.reason, by]
