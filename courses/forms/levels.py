"""A level for each criterion, or other points where none of them fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from cases import levels, rubric
from courses.forms.shape import PageForm
from lessons.fields import DanishDecimalField
from rules import danish

OTHER = "andet"


class PointsField(DanishDecimalField):
    """The points of one criterion, as a Dane writes them."""

    def __init__(self, most: int, **kwargs: Any):
        self.most = most
        super().__init__(**kwargs)

    def read(self, typed):
        """A number from nothing to the most, of at most two decimals."""
        points = super().read(typed)
        if not 0 <= points <= self.most or points != points.quantize(Decimal("0.01")):
            raise danish.DanishError(f"Skriv point fra 0 til {self.most}, fx 1,5. Du skrev ’{typed}’.")
        return points

    def write(self, value):
        """With a decimal comma and no needless zeros."""
        return rubric.shown(value)


@dataclass(frozen=True)
class Offered:
    """One level as the page offers it."""

    level: levels.Level
    is_chosen: bool

    @property
    def points(self) -> str:
        """The points as they are read."""
        return rubric.shown(self.level.points)


@dataclass(frozen=True)
class Criterion:
    """One criterion with its two fields, as the page draws them."""

    row: rubric.Row
    choice: forms.BoundField
    points: forms.BoundField

    @property
    def offered(self) -> list[Offered]:
        """The levels, the one that is chosen among them."""
        return [Offered(one, self.choice.value() == one.text) for one in self.row.offered]

    @property
    def is_other(self) -> bool:
        """Whether other points are chosen."""
        return self.choice.value() == OTHER

    @property
    def takes_focus(self) -> bool:
        """Whether it is the first on the page that is wrong, in its levels."""
        return "autofocus" in self.choice.field.widget.attrs

    @property
    def errors(self) -> list[str]:
        """What is wrong with it."""
        return [*self.choice.errors, *self.points.errors]


class CriteriaForm(PageForm):
    """The points of every criterion by its levels.

    Of a level and other points in one, what was changed since the page was drawn is meant; where both were changed
    and differ, nobody can tell, and it is refused.
    """

    use_required_attribute = False

    def __init__(
        self, rows: Sequence[rubric.Row], stands: Mapping[str, Decimal | None], *args: Any, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            points = stands.get(row.key)
            level = levels.given(row.offered, points)
            chosen = level.text if level else "" if points is None else OTHER
            self.fields[f"niveau-{row.key}"] = forms.ChoiceField(
                choices=[("", ""), *((one.text, one.title) for one in row.offered), (OTHER, "Andet")],
                required=False,
                initial=chosen,
                error_messages={"invalid_choice": "Vælg et af de niveauer, der står her."},
            )
            self.fields[f"point-{row.key}"] = PointsField(
                row.most, required=False, initial=None if level else points
            )
            self.fields[f"point-{row.key}"].widget.attrs |= {
                "aria-label": f"Andre point (0 til {row.most})",
                "class": "form-control",
            }

    def clean(self):
        """One number of points for each criterion."""
        found = super().clean()
        self.points = {row.key: points for row in self.rows if (points := self._read(row, found)) is not None}
        return found

    def _read(self, row: rubric.Row, found: dict[str, Any]) -> Decimal | None:
        choice, field = f"niveau-{row.key}", f"point-{row.key}"
        if choice in self.errors or field in self.errors:
            return None
        level, typed = found[choice], found[field]
        chosen = None if level in ("", OTHER) else Decimal(level)
        if chosen is None or typed is None or chosen == typed:
            if chosen is None and typed is None and self.needs_every_criterion:
                told = f"point fra 0 til {row.most}."
                self.add_error(
                    *((field, f"Skriv {told}") if level else (choice, f"Vælg et niveau, eller skriv {told}"))
                )
            return typed if chosen is None else chosen
        changed = [name in self.changed_data for name in (choice, field)]
        if all(changed):
            title = next(one.title for one in row.offered if one.text == level)
            said = f"Du har valgt »{title}« og skrevet {rubric.shown(typed)}. Vælg »Andet«, eller tøm feltet."
            self.add_error(field, said)
            return None
        return chosen if changed[0] else typed

    @property
    def needs_every_criterion(self) -> bool:
        """Whether a criterion without points is refused."""
        return True

    @property
    def criteria(self) -> list[Criterion]:
        """Each criterion with its fields."""
        return [Criterion(row, self[f"niveau-{row.key}"], self[f"point-{row.key}"]) for row in self.rows]
