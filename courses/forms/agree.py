"""The form in which points are agreed where two have marked."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from cases.argument import LongText
from cases.rubric import COMMENT
from courses.forms.levels import CriteriaForm
from courses.forms.mark import LONGEST, comment_field
from courses.markable import Markable
from courses.two_markers.sides import Sides, points_of

REASON, MEAN = "begrundelse", "gennemsnit"
LONGEST_REASON = 1000
BY_MEAN = "Gennemsnittet af de to bedømmelser."


class AgreeForm(CriteriaForm):
    """The agreed points with why they are so; what both gave stands in the fields, and what they differ on is open.

    `typed` is what somebody sent who did not know that the other was in: it is kept in the fields.
    """

    def __init__(
        self,
        marked: Markable,
        sides: Sides,
        data: Any = None,
        *,
        typed: Mapping[str, str] | None = None,
        **kwargs: Any,
    ):
        super().__init__(marked.rows, _stands(marked, sides), data, **kwargs)
        self.sides = sides
        self.takes_mean = bool(data and MEAN in data)
        # Each of the two may have written as much as one may alone.
        written = marked.kept.get(COMMENT, "") if sides.counts else sides.comment
        self.fields[COMMENT] = comment_field(written, 2 * LONGEST + 2)
        self.fields[REASON] = LongText(
            name="Begrundelsen",
            longest=LONGEST_REASON,
            label="Hvorfor netop de point",
            widget=forms.Textarea(attrs={"rows": 3}),
            initial=sides.agreed.reason if sides.agreed else "",
            help_text="Står i historikken og læses af dem, der bedømmer.",
            error_messages={"required": "Skriv, hvorfor pointene er, som de er."},
        )
        self.fields[REASON].required = not self.takes_mean
        if typed:
            self.initial = {name: typed[name] for name in self.fields if name in typed}

    def clean(self):
        """Of the mean it does not matter what stands in the fields of the criteria."""
        found = super().clean()
        if self.takes_mean:
            for name in [one for one in self.errors if one not in (COMMENT, REASON)]:
                del self.errors[name]
        return found

    @property
    def needs_every_criterion(self) -> bool:
        """Of the mean the fields are not asked."""
        return not self.takes_mean

    @property
    def agreed(self) -> dict[str, Decimal]:
        """The points that are to count."""
        return self.sides.mean if self.takes_mean else self.points

    @property
    def reason(self) -> str:
        """Why, in words."""
        said = self.cleaned_data[REASON]
        if not self.takes_mean or said.startswith(BY_MEAN):
            return said
        return f"{BY_MEAN} {said}".strip()


def _stands(marked: Markable, sides: Sides) -> dict[str, Decimal | None]:
    """What counts, else what the two have both given."""
    if sides.counts:
        return {row.key: row.points for row in marked.rows}
    one = points_of(sides.marks[0])
    return {key: None if key in sides.differing else points for key, points in one.items()}
