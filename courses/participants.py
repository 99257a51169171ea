"""Who is in a course, in the order and the selection that the address asks for; who is invited, and who has left."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from accounts.models import User
from courses.forms import PageForm
from courses.gradebook_view import Heading
from courses.models import Course, Group, Membership
from courses.roster import by_name

ON_A_PAGE = 200
NAME, GROUP, JOINED, NO_GROUP = "navn", "gruppe", "tilmeldt", "ingen"
LAST = "\uffff"


@dataclass(frozen=True)
class Participant:
    """One person of the course."""

    member: Membership
    group: Group | None

    @property
    def name(self) -> str:
        """As the person is called."""
        return str(self.member.user)


class FilterForm(PageForm):
    """Which roles and which group to show."""

    rolle = forms.ChoiceField(label="Rolle", required=False)
    gruppe = forms.ChoiceField(label="Gruppe", required=False)

    def __init__(self, groups: Iterable[Group], *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        by_group = [(str(group.pk), group.name) for group in groups]
        self.fields["rolle"].choices = [("", "Alle"), *Membership.Role.choices]  # type: ignore[attr-defined]
        self.fields["gruppe"].choices = [("", "Alle"), *by_group, (NO_GROUP, "Uden gruppe")]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Asked:
    """What the address asks for; what it does not know it leaves out."""

    role: str
    group: str
    key: str
    is_descending: bool
    page: str

    @classmethod
    def read(cls, query) -> "Asked":
        """From the GET parameters `rolle`, `gruppe`, `sorter` and `side`."""
        key = query.get("sorter", NAME)
        bare = key.removeprefix("-")
        known = bare if bare in KEYS else NAME
        return cls(
            query.get("rolle", ""),
            query.get("gruppe", ""),
            known,
            key.startswith("-"),
            query.get("side", "1"),
        )

    def page_of(self, people: list[Participant]) -> Page:
        """Those who are asked for, two hundred at a time; of equals the names decide."""
        found = [one for one in people if self._wants(one)]
        found.sort(key=KEYS[self.key], reverse=self.is_descending)
        return Paginator(found, ON_A_PAGE).get_page(self.page)

    def heading(self, key: str) -> Heading:
        """The link that sorts by a column, and the other way round the second time."""
        is_this = self.key == key
        query = self.query(sorter=f"-{key}" if is_this and not self.is_descending else key)
        return Heading(query, ("descending" if self.is_descending else "ascending") if is_this else "")

    def query(self, **changed) -> str:
        """The address of the same with something changed."""
        sorter = f"{'-' if self.is_descending else ''}{self.key}"
        said = {"rolle": self.role, "gruppe": self.group, "sorter": sorter} | changed
        return f"?{urlencode({name: value for name, value in said.items() if value and value != NAME})}"

    def _wants(self, one: Participant) -> bool:
        if self.role in Membership.Role.values and one.member.role != self.role:
            return False
        if self.group == NO_GROUP:
            return one.group is None
        return not self.group.isdecimal() or (one.group is not None and str(one.group.pk) == self.group)


KEYS: dict[str, Callable[[Participant], Any]] = {
    NAME: lambda one: by_name(one.name),
    GROUP: lambda one: by_name(one.group.name) if one.group else LAST,
    JOINED: lambda one: one.member.joined_at,
}


def of(course: Course) -> list[Participant]:
    """Everybody in the course, by name; two queries."""
    members = course.memberships.select_related("user").prefetch_related("groups")
    people = [Participant(member, next(iter(member.groups.all()), None)) for member in members]
    return sorted(people, key=lambda one: (by_name(one.name), one.member.pk))


def former(course: Course) -> QuerySet[User]:
    """Who has worked or been marked in the course and is in it no more; not who is erased."""
    worked = Q(submissions__assignment__course=course) | Q(grade_changes__assignment__course=course)
    left = User.objects.filter(worked, erased_at=None, is_active=True)
    return left.exclude(memberships__course=course).distinct().order_by("name")


def with_work(course: Course, users: Iterable[User]) -> int:
    """How many of them have begun something in the course."""
    begun = User.objects.filter(pk__in=[user.pk for user in users], submissions__assignment__course=course)
    return begun.distinct().count()
