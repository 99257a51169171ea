"""Later deadlines and extra time for chosen students of an assignment, in one step."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.models import Walkthrough
from courses import begin, record, release
from courses.deadlines import ONCE, Deadline, days_after
from courses.fields import MomentField
from courses.forms import PageForm
from courses.models import Assignment, Membership
from courses.models.grade_records import MOST_FACTOR, Extension
from courses.moments import moment
from courses.roster import by_name
from lessons.fields import DanishDecimalField
from quizzes.models import Attempt
from rules import danish

MOST_DAYS = 365


class FactorField(DanishDecimalField):
    """What the time is multiplied by, as a Dane writes it."""

    def read(self, typed):
        """From 1 to 4, of at most two decimals."""
        factor = super().read(typed)
        if not ONCE <= factor <= MOST_FACTOR or factor != factor.quantize(Decimal("0.01")):
            raise danish.DanishError(f"Skriv et tal fra 1 til {MOST_FACTOR}, fx 1,25. Du skrev ’{typed}’.")
        return factor


class ExtensionForm(PageForm):
    """Who gets more time, and how much."""

    students = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Vælg mindst én studerende.",
            "invalid_choice": "Vælg studerende fra listen.",
        },
    )
    due_at = MomentField(label="Ny frist", required=False)
    days = forms.IntegerField(
        label="Eller så mange dage mere",
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
        help_text="Regnes fra den almindelige frist, til samme klokkeslæt.",
        error_messages={
            "invalid": "Skriv et helt antal dage, fx 3.",
            "min_value": "Skriv mindst 1 dag.",
            "max_value": f"Skriv højst {MOST_DAYS} dage.",
        },
    )
    factor = FactorField(
        label="Tid ganges med",
        required=False,
        help_text="Fx 1,25 for en fjerdedel mere. Gælder opgaver på tid.",
    )

    def __init__(self, assignment: Assignment, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.assignment = assignment
        members = Membership.objects.filter(course=assignment.course_id, role=Membership.Role.STUDENT)
        self.people = sorted(
            (row.user for row in members.select_related("user")), key=lambda one: by_name(str(one))
        )
        listed: Any = self.fields["students"]
        listed.choices = [(str(user.pk), str(user)) for user in self.people]

    @property
    def chosen(self) -> set[str]:
        """The students that are ticked, as they were sent."""
        return set(self["students"].value() or ())

    def clean(self):
        """One new deadline, or days, or a factor; not a deadline before the common one."""
        cleaned = super().clean()
        due, days, common = cleaned.get("due_at"), cleaned.get("days"), self.assignment.due_at
        if due and days:
            self.add_error("days", "Skriv enten en ny frist eller et antal dage.")
        elif due and due <= common:
            self.add_error("due_at", f"Den nye frist skal ligge efter den almindelige, {moment(common)}.")
        elif not self.errors and not (due or days or cleaned.get("factor")):
            self.add_error("due_at", "Skriv en ny frist, et antal dage eller et tal, som tiden ganges med.")
        return cleaned

    @property
    def own_due_at(self):
        """The new deadline, or None where only time is given."""
        days = self.cleaned_data["days"]
        return days_after(self.assignment.due_at, days) if days else self.cleaned_data["due_at"]


class RemovalForm(ExtensionForm):
    """Who goes back to the common deadline."""

    def clean(self):
        """Only the choice of students counts."""
        for name in ("due_at", "days", "factor"):
            self._errors.pop(name, None)
        return self.cleaned_data


@dataclass(frozen=True)
class Row:
    """One student with the own deadline."""

    user: User
    deadline: Deadline
    is_chosen: bool


def rows(form: ExtensionForm, chosen: set[str]) -> list[Row]:
    """Every student of the course, by name."""
    deadline_for = form.assignment.deadline_for
    return [Row(user, deadline_for(user.pk), str(user.pk) in chosen) for user in form.people]


@dataclass(frozen=True)
class Many:
    """Students who are ticked in one step."""

    key: str
    name: str
    students: set[str]


def many(form: ExtensionForm) -> list[Many]:
    """Everybody, and each group of the course that has students."""
    everybody = {str(user.pk) for user in form.people}
    groups: dict[tuple[int, str], set[str]] = defaultdict(set)
    for pk, name, user in form.assignment.course.groups.values_list("pk", "name", "members__user"):
        groups[pk, name] |= {str(user)} & everybody
    found = [Many(f"gruppe-{pk}", name, students) for (pk, name), students in groups.items() if students]
    return [Many("alle", "Alle", everybody), *found]


def ticked(listed: list[Many], asked: str) -> set[str]:
    """The students whom a link or a button of the page ticks: none where it is not known."""
    return next((one.students for one in listed if one.key == asked), set())


def extend(form: ExtensionForm, *, by: User) -> int:
    """Give the chosen students what the form says and leave the rest of what they have; how many they were."""
    said = {"due_at": form.own_due_at, "factor": form.cleaned_data["factor"]}
    given = {name: value for name, value in said.items() if value} | {
        "given_by": by,
        "given_at": timezone.now(),
    }
    fields = [*given]
    chosen = form.cleaned_data["students"]
    with transaction.atomic():
        before = _own_deadlines(form.assignment)
        own = [Extension(assignment=form.assignment, user_id=int(pk), **given) for pk in chosen]
        Extension.objects.bulk_create(
            own, update_conflicts=True, unique_fields=["assignment", "user"], update_fields=fields
        )
        _note(form, before, by=by)
        follow(form.assignment)
    return len(chosen)


def remove(form: ExtensionForm, *, by: User) -> int:
    """Let the common deadline count again for the chosen students; how many they were."""
    chosen = form.cleaned_data["students"]
    with transaction.atomic():
        before = _own_deadlines(form.assignment)
        Extension.objects.filter(assignment=form.assignment, user__in=chosen).delete()
        _note(form, before, by=by)
        follow(form.assignment)
    return len(chosen)


def _own_deadlines(assignment: Assignment) -> dict[int, str]:
    rows = Extension.objects.filter(assignment=assignment).select_for_update()
    return {row.user_id: moment(row.due_at) for row in rows}


def _note(form: ExtensionForm, before: dict[int, str], *, by: User) -> None:
    """Write down the deadlines. The factor is not told: it goes when the person goes, and a record stays."""
    assignment, now = form.assignment, _own_deadlines(form.assignment)
    for_all = "den almindelige frist"
    record.note_all(
        record.entry_of(
            assignment.course,
            record.Kind.EXTENSION,
            assignment=assignment,
            by=by,
            about=user,
            before=before.get(user.pk) or for_all,
            after=now.get(user.pk) or for_all,
        )
        for user in form.people
        if str(user.pk) in form.chosen and (user.pk in before or user.pk in now)
    )


def follow(assignment: Assignment) -> None:
    """Results that wait for a deadline, and the clocks of work that is running, follow the new times."""
    fresh = Assignment.objects.with_content().get(pk=assignment.pk)
    release.follow_deadline(fresh)
    item_of = {item.pk: item for item in fresh.item_list}
    kinds: list[tuple[Any, list[str]]] = [(Walkthrough, ["ends_at"]), (Attempt, ["ends_at", "closes_at"])]
    for model, fields in kinds:
        running = model.objects.filter(submission__assignment=fresh, submitted_at=None, ends_at__isnull=False)
        works = list(running.select_related("submission").defer("frozen"))
        for one in works:
            begin.set_clock(one, item_of[one.submission.item_id])
        model.objects.bulk_update(works, fields)
