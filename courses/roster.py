"""Who has done what: the teacher's list of an assignment, and the same list as a file."""

import csv
import io
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from courses import results, standing
from courses.models import Assignment, Membership, Submission

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
        """What the student has begun, if anything."""
        return self.standing.submission

    @property
    def result(self) -> results.Result | None:
        """What was handed in is worth, or what a teacher has given; None before."""
        return results.of_student(self.standing.assignment, self.submission, self.user.pk)


def rows(assignment: Assignment, now: datetime | None = None) -> list[Row]:
    """Every student of the course and everybody who has begun, in the order of their names; four queries."""
    now = now or timezone.now()
    students = Membership.objects.filter(course=assignment.course_id, role=Membership.Role.STUDENT)
    begun = {row.user_id: row for row in assignment.submissions.for_list()}
    listed = []
    for membership in students.select_related("user"):
        submission = begun.pop(membership.user_id, None)
        listed.append(
            Row(membership.user, standing.of(assignment, submission, now, user_id=membership.user_id))
        )
    listed += [Row(row.user, standing.of(assignment, row, now), on_course=False) for row in begun.values()]
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
    work = row.submission.work if row.submission else None
    percents = [part.percent for part in result.parts] if result else [None] * len(parts)
    return [
        str(row.user),
        row.user.email,
        state.words,
        state.late_words,
        _time(work and work.started_at),
        _time(work and work.submitted_at),
        *("" if percent is None else str(percent) for percent in percents),
        result.points_shown if result else "",
        str(state.assignment.points),
        results.reading_title(work.reading) if work else "",
    ]


def _time(value: datetime | None) -> str:
    return f"{timezone.localtime(value):%d-%m-%Y %H:%M:%S}" if value else ""


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
