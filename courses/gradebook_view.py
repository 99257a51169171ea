"""Which rows of the gradebook a teacher asks to see, and in which order: from the address of the page."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator

from courses.gradebook import WORDS, Gradebook, Row

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

    def rows(self, book: Gradebook) -> list[Row]:
        """The rows that are asked for; of equals the names decide."""
        found = [row for row in book.rows if not self.only or self.only in row.notes]
        return (
            sorted(found, key=self._key(book), reverse=True)
            if self.is_descending
            else sorted(found, key=self._key(book))
        )

    def page_of(self, book: Gradebook) -> Page:
        """A hundred of them."""
        return Paginator(self.rows(book), ON_A_PAGE).get_page(self.page)

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

    def _key(self, book: Gradebook) -> Callable[[Row], Any]:
        places = {str(column.assignment.pk): place for place, column in enumerate(book.columns)}
        if self.key == SUM:
            return lambda row: NOTHING if row.percent is None else row.percent
        if (place := places.get(self.key)) is not None:
            return lambda row: NOTHING if (points := row.cells[place].points) is None else points
        order = {row.user.pk: number for number, row in enumerate(book.rows)}
        return lambda row: order[row.user.pk]
