"""Which rows of the gradebook a teacher asks to see, and in which order: from the address of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from accounts.models import User
from courses.gradebook import WORDS, Sheet

ON_A_PAGE = 100
NOTHING = Decimal(-1)
NAME, SUM = "navn", "sum"


@dataclass(frozen=True)
class Heading:
    """The link that sorts by a column, and how it is sorted now."""

    query: str
    sorted: str


@dataclass(frozen=True)
class Asked:
    """What the address asks for; what it does not know it leaves out."""

    only: str
    key: str
    is_descending: bool
    page: str
    group: str = ""

    @classmethod
    def read(cls, query, group: str = "") -> "Asked":
        """From the GET parameters `vis`, `sorter` and `side`, beside the group."""
        only, key = query.get("vis", ""), query.get("sorter", NAME)
        return cls(
            only if only in WORDS else "",
            key.removeprefix("-"),
            key.startswith("-"),
            query.get("side", "1"),
            group,
        )

    def page_of(self, sheet: Sheet, students: Sequence[User]) -> Page:
        """A hundred rows of these students; the others are made only where the choice or the order needs them."""
        if self.only:
            kept = {row.user.pk for row in sheet.rows(students) if self.only in row.notes}
            students = [user for user in students if user.pk in kept]
        page: Any = Paginator(self._ordered(sheet, students), ON_A_PAGE).get_page(self.page)
        page.object_list = sheet.rows(page.object_list)
        return page

    def heading(self, key: str) -> Heading:
        """The link of a column: highest first for numbers, and the other way round the second time."""
        is_this = self.key == key
        descends = not self.is_descending if is_this else key != NAME
        query = self._query(sorter=f"{'-' if descends else ''}{key}")
        return Heading(query, ("descending" if self.is_descending else "ascending") if is_this else "")

    def filter(self, only: str) -> str:
        """The query of a filter, in the order that is chosen."""
        return self._query(vis=only)

    def side(self, number: int) -> str:
        """The query of another page of the same."""
        return self._query(side=number)

    @property
    def sorter(self) -> str:
        """The order as the address says it."""
        return f"{'-' if self.is_descending else ''}{self.key}"

    def _query(self, **changed) -> str:
        said = {"vis": self.only, "gruppe": self.group, "sorter": self.sorter} | changed
        return f"?{urlencode({name: value for name, value in said.items() if value and value != NAME})}"

    def _ordered(self, sheet: Sheet, students: Sequence[User]) -> list[User]:
        """The students are by name already, and so of equals the names decide."""
        value = self._value(sheet, students)
        if value is None:
            return list(reversed(students)) if self.is_descending else list(students)
        return sorted(students, key=lambda user: _or_nothing(value[user.pk]), reverse=self.is_descending)

    def _value(self, sheet: Sheet, students: Sequence[User]) -> Mapping[int, Decimal | None] | None:
        """What the order goes by, by student; None where it is the name."""
        if self.key == SUM:
            return {row.user.pk: row.percent for row in sheet.rows(students)}
        for place, block in enumerate(sheet.blocks):
            if block.part.key == self.key:
                return {row.user.pk: row.subtotals[place] for row in sheet.rows(students)}
        column = next((one for one in sheet.columns if str(one.assignment.pk) == self.key), None)
        return sheet.points(column, students) if column else None


def _or_nothing(points: Decimal | None) -> Decimal:
    return NOTHING if points is None else points
