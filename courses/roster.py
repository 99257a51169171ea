"""Who has done what: the teacher's list of an assignment, and the same list as a file."""

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from courses import results, standing, work
from courses.models import Assignment, Membership, Submission
from rules.danish import join

AFTER_Z = str.maketrans("æøå", "{|}")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def by_name(name: str) -> str:
    """Sort key of a Danish name: æ, ø and å come after z, and aa is sorted as å.

    >>> sorted(["Åse", "Aage", "Ørum", "Zenia", "Ib"], key=by_name)
    ['Ib', 'Zenia', 'Ørum', 'Aage', 'Åse']
    """
    return name.casefold().replace("aa", "å").translate(AFTER_Z)


@dataclass(frozen=True)
class Row:
    """One student on an assignment."""

    user: User
    standing: standing.Standing
    on_course: bool = True

    @property
    def submission(self) -> Submission | None:
        """What the student worked on last, if anything."""
        return self.standing.submission

    @property
    def result(self) -> results.Result | None:
        """What was handed in is worth, or what a teacher has given; None before."""
        return results.of(self.standing.done)


def rows(assignment: Assignment, now: datetime | None = None) -> list[Row]:
    """Every student of the course and everybody who has begun, in the order of their names; five queries."""
    now = now or timezone.now()
    students = Membership.objects.filter(course=assignment.course_id, role=Membership.Role.STUDENT)
    people = {row.user_id: row.user for row in students.select_related("user")}
    begun = defaultdict(list)
    for row in assignment.submissions.for_list():
        begun[row.user_id].append(row)
    everyone = people | {pk: found[0].user for pk, found in begun.items() if pk not in people}
    read = work.finished([assignment])
    listed = [
        Row(user, standing.Standing(work.gather(assignment, pk, begun[pk], read), now), pk in people)
        for pk, user in everyone.items()
    ]
    return sorted(listed, key=lambda row: (by_name(str(row.user)), row.user.pk))


def as_csv(assignment: Assignment) -> str:
    """The list for a Danish spreadsheet: semicolons, decimal commas, a BOM, and no formulas."""
    parts = results.parts_of(assignment)
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    write(
        ["Navn", "E-mail", "Status", "For sent", "Begyndt", "Afleveret"]
        + [f"{title} (%)" for title in parts]
        + ["Point", "Højeste antal point", "Retsgrundlag"]
    )
    for row in rows(assignment):
        write([safe(cell) for cell in _cells(row, parts)])
    return f"\ufeff{out.getvalue()}"


def _cells(row: Row, parts: list[str]) -> list[str]:
    state, result = row.standing, row.result
    begun = row.standing.done.submissions
    percents = [part.percent for part in result.parts] if result else [None] * len(parts)
    return [
        str(row.user),
        row.user.email,
        state.words,
        state.late_words,
        _time(begun[0].work.started_at if begun else None),
        _time(state.submitted_at),
        *("" if percent is None else str(percent) for percent in percents),
        result.points_shown if result else "",
        str(state.assignment.points),
        join(list(dict.fromkeys(results.reading_title(one.work.reading) for one in begun))),
    ]


def _time(value: datetime | None) -> str:
    return f"{timezone.localtime(value):%d-%m-%Y %H:%M:%S}" if value else ""


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
