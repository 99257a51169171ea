"""What the page of a grading anew shows: the counts, and the changes that the address asks for."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Abs
from django.utils import timezone

from courses import results
from courses.models import Regrade, RegradeChange
from courses.roster import safe

State = RegradeChange.State
ON_A_PAGE = 100
# So long without a step, and the page offers to begin again.
QUIET = timedelta(minutes=1)
CHANGED, UP, DOWN, GRADE, SET, WORDING, SAME, IMPOSSIBLE = (
    "aendret",
    "op",
    "ned",
    "karakter",
    "rettet",
    "begrundelser",
    "uaendret",
    "umulige",
)
FILTERS = {
    CHANGED: ("Ændret", Q(state=State.CHANGED)),
    UP: ("Flere point", Q(state=State.CHANGED, new_points__gt=F("old_points"))),
    DOWN: ("Færre point", Q(state=State.CHANGED, new_points__lt=F("old_points"))),
    GRADE: ("Anden karakter", Q(state=State.CHANGED) & ~Q(new_grade=F("old_grade"))),
    SET: ("Rettet i hånden", Q(state=State.CHANGED, set_points__isnull=False)),
    WORDING: ("Samme resultat", Q(state=State.WORDING)),
    SAME: ("Uændret", Q(state=State.SAME)),
    IMPOSSIBLE: ("Kan ikke ombedømmes", Q(state=State.IMPOSSIBLE)),
}


HEAD = [
    "Navn",
    "E-mail",
    "Aflevering",
    "Status",
    "Point før",
    "Point efter",
    "Forskel",
    "Højeste antal point",
    "Karakter før",
    "Karakter efter",
    "Sat i hånden",
    "Hvad der er ændret",
    "Bemærkning",
]


@dataclass(frozen=True)
class Filter:
    """A choice of rows with how many there are."""

    key: str
    words: str
    count: int
    is_chosen: bool


def of(regrade: Regrade, query) -> dict:
    """The counts, and a hundred of the changes chosen by `vis`, the largest first."""
    context = {
        "regrade": regrade,
        "assignment": regrade.assignment,
        "course": regrade.assignment.course,
        "is_quiet": regrade.is_running and timezone.now() - regrade.worked_at > QUIET,
    }
    if regrade.is_running or regrade.state == Regrade.State.FAILED:
        return context
    counts = regrade.changes.aggregate(
        **{key: Count("pk", filter=condition) for key, (_, condition) in FILTERS.items()}
    )
    chosen = query.get("vis", "")
    chosen = chosen if chosen in FILTERS else next((key for key in (CHANGED, WORDING) if counts[key]), SAME)
    page = _page(regrade, chosen, query.get("side", "1"))
    return context | {
        "counts": counts,
        "changes_count": counts[CHANGED] + counts[WORDING],
        "filters": [
            Filter(key, words, counts[key], key == chosen)
            for key, (words, _) in FILTERS.items()
            if counts[key] or key == chosen
        ],
        "page": page,
        "sides": [
            (number, f"?{urlencode({'vis': chosen, 'side': number})}") for number in page.paginator.page_range
        ],
    }


def sorted_changes(regrade: Regrade, condition: Q) -> QuerySet[RegradeChange]:
    """The changes by size, of equals by name; without the states, which no page shows."""
    rows = regrade.changes.filter(condition).select_related("submission__user", "submission__assignment")
    size = Abs(F("new_points") - F("old_points"))
    return rows.defer("new_state").order_by(size.desc(nulls_last=True), "submission__user__name", "pk")


def as_csv(regrade: Regrade) -> str:
    """Every hand-in of it for a Danish spreadsheet."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    write(HEAD)
    for row in sorted_changes(regrade, Q()).iterator(500):
        write([results.shown(cell) if isinstance(cell, Decimal) else safe(cell) for cell in _cells(row)])
    return f"\ufeff{out.getvalue()}"


def _cells(row: RegradeChange) -> Iterator[str | Decimal]:
    yield from (str(row.submission.user), row.submission.user.email, row.submission.assignment.title)
    yield row.get_state_display()
    if row.old_points is None or row.new_points is None:
        yield from ("", "", "", "")
    else:
        yield from (row.old_points, row.new_points, row.difference, str(row.highest))
    yield from (row.old_grade, row.new_grade)
    yield "" if row.set_points is None else row.set_points
    yield "; ".join(f"{name}: {before} → {after}" for name, before, after in row.what)
    yield " ".join(row.notes)


def _page(regrade: Regrade, chosen: str, number: str) -> Page:
    return Paginator(sorted_changes(regrade, FILTERS[chosen][1]), ON_A_PAGE).get_page(number)
