"""Marking arguments: who waits for it, the form with a field for each criterion, and who comes next."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from accounts.models import User
from cases import rubric
from cases.argument import LongText
from cases.rubric import COMMENT
from courses.forms import PageForm
from courses.models import Assignment, Submission
from courses.roster import by_name
from lessons.fields import DanishDecimalField
from rules import danish

LONGEST = 4000


@dataclass(frozen=True)
class Waiting:
    """One argument in the list."""

    submission: Submission
    is_marked: bool
    length: str


def queue(assignment: Assignment) -> list[Waiting]:
    """Every argument that is handed in, those that wait first; one query."""
    found = [_row(submission) for submission in _handed_in(assignment)]
    return sorted(
        found, key=lambda row: (row.is_marked, by_name(str(row.submission.user)), row.submission.pk)
    )


def _row(submission) -> Waiting:
    length = f"{danish.show(submission.length)} tegn" if submission.length else "Ikke skrevet"
    return Waiting(submission, "argument" in submission.walkthrough.marks, length)


def following(submission: Submission) -> Submission | None:
    """The next that waits, by name after this one and then from the start of the list."""
    waiting = [row.submission for row in queue(submission.assignment) if not row.is_marked]
    others = [row for row in waiting if row.pk != submission.pk]
    here = by_name(str(submission.user)), submission.pk
    return next((row for row in others if (by_name(str(row.user)), row.pk) > here), next(iter(others), None))


def last_marked(walkthrough) -> str:
    """Who saved points last, and when; empty where nobody has."""
    entries = [one for one in walkthrough.argument_points.values() if isinstance(one, dict)]
    if not entries:
        return ""
    last = max(entries, key=lambda one: one["at"])
    who = User.objects.filter(pk=last["by"]).first()
    return f"{who or 'En underviser'}, kl. {timezone.localtime(parse_datetime(last['at'])):%H.%M}"


def _handed_in(assignment: Assignment) -> QuerySet[Submission]:
    rows = assignment.submissions.for_list().defer("walkthrough__argument")
    asked = rows.filter(walkthrough__submitted_at__isnull=False, walkthrough__frozen__has_key="argument")
    return asked.annotate(length=Length("walkthrough__argument"))


class PointsField(DanishDecimalField):
    """The points of one criterion, as a Dane writes them."""

    def __init__(self, most: int, **kwargs: Any):
        self.most = most
        super().__init__(error_messages={"required": f"Skriv point fra 0 til {most}."}, **kwargs)

    def read(self, typed):
        """A number from nothing to the most, of at most two decimals."""
        points = super().read(typed)
        if not 0 <= points <= self.most or points != points.quantize(Decimal("0.01")):
            raise danish.DanishError(f"Skriv point fra 0 til {self.most}, fx 1,5. Du skrev ’{typed}’.")
        return points


class MarkForm(PageForm):
    """A field for the points of each criterion, and a comment to the student."""

    use_required_attribute = False

    def __init__(self, walkthrough, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.rows = rubric.rows(walkthrough)
        for row in self.rows:
            proved = Decimal(row.most) if row.is_proved else None
            self.fields[f"point-{row.key}"] = PointsField(
                row.most,
                label=f"Point (0 til {row.most})",
                initial=proved if row.points is None else row.points,
            )
            self.fields[f"point-{row.key}"].widget.attrs["aria-describedby"] = f"om-{row.key}"
        self.fields[COMMENT] = LongText(
            name="Kommentaren",
            longest=LONGEST,
            label="Kommentar til den studerende",
            widget=forms.Textarea(attrs={"rows": 5}),
            initial=walkthrough.argument_points.get(COMMENT, ""),
            help_text="Den studerende læser den sammen med resultatet.",
        )

    @property
    def criteria(self) -> list[tuple[rubric.Row, Any]]:
        """Each criterion with its field."""
        return [(row, self[f"point-{row.key}"]) for row in self.rows]

    @property
    def points(self) -> dict[str, Decimal]:
        """The points by criterion."""
        return {row.key: self.cleaned_data[f"point-{row.key}"] for row in self.rows}
