"""Groups of a course: making, naming and filling them."""

from typing import Any

from django import forms
from django.db import transaction

from courses.forms import PageForm
from courses.models import Course, Group, Membership
from courses.participants import Participant

NONE = "ingen"


class Taken(Exception):
    """The course has another group of this name; the message is for the teacher."""


def tidy(name: str) -> str:
    """A name with single spaces.

    >>> tidy("  Gruppe   A ")
    'Gruppe A'
    """
    return " ".join(name.split())


def find(course: Course, name: str) -> Group | None:
    """The group of this name, in capitals or not; the database knows no Danish capitals everywhere."""
    return next((one for one in course.groups.all() if one.name.casefold() == name.casefold()), None)


@transaction.atomic
def make(course: Course, name: str) -> Group:
    """The group of this name, made if there is none; the lock makes two who ask at once get the same."""
    Course.objects.select_for_update().get(pk=course.pk)
    return find(course, name) or Group.objects.create(course=course, name=name)


@transaction.atomic
def rename(group: Group, name: str) -> None:
    """Give the group another name. Raises Taken."""
    Course.objects.select_for_update().get(pk=group.course_id)
    other = find(group.course, name)
    if other and other != group:
        raise Taken(f"Holdet har allerede gruppen {other.name}. Vælg et andet navn.")
    group.name = name
    group.save(update_fields=["name"])


class GroupForm(PageForm):
    """The name of a group."""

    name = forms.CharField(
        label="Gruppens navn",
        max_length=60,
        error_messages={
            "required": "Skriv gruppens navn, fx Gruppe A.",
            "max_length": "Navnet må højst være 60 tegn.",
        },
    )

    def clean_name(self) -> str:
        """With single spaces."""
        return tidy(self.cleaned_data["name"])


class MoveForm(PageForm):
    """Which students go into which group."""

    students = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Sæt et kryds ved mindst én studerende.",
            "invalid_choice": "Listen er ændret, mens du valgte. Vælg igen.",
        },
    )
    group = forms.ChoiceField(
        label="Flyt de valgte til",
        error_messages={"required": "Vælg en gruppe.", "invalid_choice": "Gruppen findes ikke længere."},
    )

    def __init__(self, course: Course, people: list[Participant], *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.members: dict[str, Membership] = {
            str(one.member.pk): one.member for one in people if one.member.role == Membership.Role.STUDENT
        }
        self.groups = {str(one.pk): one for one in course.groups.all()}
        students: Any = self.fields["students"]
        students.choices = [(pk, str(member.user)) for pk, member in self.members.items()]
        choices: Any = self.fields["group"]
        named = [(pk, one.name) for pk, one in self.groups.items()]
        choices.choices = [("", "Vælg …"), *named, (NONE, "Ingen gruppe")]

    @property
    def chosen(self) -> list[Membership]:
        """The members that are ticked."""
        return [self.members[pk] for pk in self.cleaned_data["students"]]

    @property
    def target(self) -> Group | None:
        """The group, or None for none."""
        return self.groups.get(self.cleaned_data["group"])
