"""The form in which arguments are marked: the points of each criterion, and a comment to the student."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from cases import rubric
from cases.argument import LongText
from cases.rubric import COMMENT
from courses.comments import joined
from courses.forms.shape import PageForm
from courses.markable import Markable
from lessons.fields import DanishDecimalField
from rules import danish

LONGEST = 4000
AGAIN = "igen"


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
    """A field for the points of each criterion, and a comment to the student.

    `again` are comments from before by their keys, of which one is added to the comment.
    """

    use_required_attribute = False

    def __init__(self, marked: Markable, *args: Any, again: Sequence[tuple[str, str]] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.again = dict(again)
        self.rows = marked.rows
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
            initial=marked.kept.get(COMMENT, ""),
            help_text="Den studerende læser den sammen med resultatet.",
        )
        if again:
            self.fields[AGAIN] = forms.ChoiceField(
                label="Brug en tidligere kommentar",
                choices=[("", "Ingen"), *again],
                required=False,
                help_text="Den føjes til kommentaren, når du gemmer.",
                error_messages={"invalid_choice": "Kommentaren er ændret imens. Vælg en anden."},
            )

    def clean(self):
        """With the comment from before, which may make it too long."""
        found = super().clean()
        more = self.again.get(found.get(AGAIN, ""))
        if more and COMMENT in found:
            found[COMMENT] = joined(found[COMMENT], more)
            try:
                self.fields[COMMENT].validate(found[COMMENT])
            except forms.ValidationError as error:
                self.add_error(COMMENT, error)
        return found

    @property
    def criteria(self) -> list[tuple[rubric.Row, Any]]:
        """Each criterion with its field."""
        return [(row, self[f"point-{row.key}"]) for row in self.rows]

    @property
    def points(self) -> dict[str, Decimal]:
        """The points by criterion."""
        return {row.key: self.cleaned_data[f"point-{row.key}"] for row in self.rows}
