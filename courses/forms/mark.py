"""The form in which arguments are marked: a level or points for each criterion, and a comment to the student."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms

from cases.argument import LongText
from cases.rubric import COMMENT
from courses.comments import joined
from courses.forms.levels import CriteriaForm
from courses.markable import Markable
from courses.models import Judgement
from courses.two_markers.sides import points_of

LONGEST = 4000
AGAIN = "igen"


def comment_field(initial: str, longest: int = LONGEST) -> LongText:
    """What the student reads beside the points."""
    return LongText(
        name="Kommentaren",
        longest=longest,
        label="Kommentar til den studerende",
        widget=forms.Textarea(attrs={"rows": 5}),
        initial=initial,
        help_text="Den studerende læser den sammen med resultatet.",
    )


class MarkForm(CriteriaForm):
    """A level or points for each criterion, and a comment to the student.

    `again` are comments from before by their keys, of which one is added to the comment. `own` is what this person
    has given where two mark; else what counts stands in the fields. What is proved gets the full level.
    """

    def __init__(
        self,
        marked: Markable,
        *args: Any,
        again: Sequence[tuple[str, str]] = (),
        own: Judgement | None = None,
        **kwargs: Any,
    ):
        rows, kept = marked.rows, points_of(own) if own else {}
        stands = {row.key: kept.get(row.key, row.points) for row in rows}
        proved = {row.key: Decimal(row.most) for row in rows if row.is_proved and stands[row.key] is None}
        super().__init__(rows, stands | proved, *args, **kwargs)
        self.again = dict(again)
        self.fields[COMMENT] = comment_field(own.comment if own else marked.kept.get(COMMENT, ""))
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
