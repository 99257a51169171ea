"""A teacher sets a student's points by hand: always with a reason, always a new record, never over another's."""

import re
from decimal import Decimal

from django import forms
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.models import User
from cases.argument import LongText
from courses import notifying, record, results, standing, work
from courses.forms import PageForm
from courses.models import Assignment, GradeChange, Membership
from lessons.fields import DanishDecimalField
from rules import danish

LONGEST = 2000
NUMBER = re.compile(r"[+-]?[\d.,\s]+")


class Stale(Exception):
    """Another has changed the points since the page was drawn; the message is for the teacher."""


class ChangedPointsField(DanishDecimalField):
    """Points as a Dane writes them, with one decimal at most."""

    def __init__(self, most: int, **kwargs):
        self.most = most
        super().__init__(**kwargs)

    def read(self, typed):
        """A number from nothing to the most."""
        if not NUMBER.fullmatch(typed.strip()):
            raise danish.DanishError(f"Pointene skal være et tal, fx 62,5. Du skrev ’{typed}’.")
        points = super().read(typed)
        if not 0 <= points <= self.most or points != points.quantize(Decimal("0.1")):
            raise danish.DanishError(f"Skriv point fra 0 til {self.most}, fx 62,5. Du skrev ’{typed}’.")
        return points


class OverrideForm(PageForm):
    """The points and why; to let the computed points count again needs a reason, too."""

    use_required_attribute = False

    def __init__(self, assignment: Assignment, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.takes_back = bool(data and "withdraw" in data)
        self.fields["points"] = ChangedPointsField(
            assignment.points,
            label=f"Point (0 til {assignment.points})",
            required=not self.takes_back,
            error_messages={"required": f"Skriv point fra 0 til {assignment.points}."},
        )
        self.fields["reason"] = LongText(
            name="Begrundelsen",
            longest=LONGEST,
            label="Begrundelse",
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text="Bliver stående sammen med dit navn. Den studerende læser den, når resultatet er vist.",
            error_messages={"required": "Skriv, hvorfor pointene ændres."},
        )

        self.fields["reason"].required = True

    @property
    def points(self) -> Decimal | None:
        """The points to set, or None where the computed ones are to count again."""
        return None if self.takes_back else self.cleaned_data["points"]


def students(assignment: Assignment) -> QuerySet[User]:
    """Whose points can be set: the students of the course, and who has begun and left."""
    of_course = Q(memberships__course=assignment.course_id, memberships__role=Membership.Role.STUDENT)
    return User.objects.filter(of_course | Q(submissions__assignment=assignment)).distinct()


def history(assignment: Assignment, user: User) -> list[GradeChange]:
    """Every change of this student's points, the first one first."""
    rows = GradeChange.objects.filter(assignment=assignment, user=user)
    return list(rows.select_related("changed_by"))


def version_of(changes: list[GradeChange]) -> int:
    """The number of the last change; none is 0."""
    return changes[-1].version if changes else 0


def change(
    assignment: Assignment, user: User, points: Decimal | None, reason: str, *, by: User, version: str
) -> None:
    """Write the change down, if the teacher has seen the last one; the same once more changes nothing."""
    with transaction.atomic():
        locked = Assignment.objects.select_for_update(of=("self",)).with_content().get(pk=assignment.pk)
        changes = history(locked, user)
        last = changes[-1] if changes else None
        if last and (last.new_points, last.reason, last.changed_by) == (points, reason, by):
            return
        if str(version_of(changes)) != version:
            raise Stale(
                "En anden har ændret pointene, mens du skrev. Dit er ikke gemt endnu og står i felterne. "
                "Se den nye ændring nedenfor, og gem igen, hvis dine point skal gælde."
            )
        done = work.of(locked, user)
        before = results.of(done)
        GradeChange.objects.create(
            assignment=locked,
            user=user,
            version=version_of(changes) + 1,
            old_points=before.points if before else None,
            new_points=points,
            reason=reason,
            changed_by=by,
        )
        if standing.Standing(done, timezone.now()).shows_result:
            notifying.changed(locked, user, version=version_of(changes) + 1)
        now = "beregnet af reglerne" if points is None else f"{results.shown(points)} point"
        record.note(
            locked.course,
            record.Kind.MARK,
            by=by,
            about=user,
            assignment=locked,
            before=f"{before.points_shown} point" if before else None,
            after=now,
            reason=reason,
        )
