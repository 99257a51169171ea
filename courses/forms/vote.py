"""The form of a show of hands: two numbers for each answer."""

from crispy_forms.layout import Div, Field, Layout
from django import forms

from courses.forms.shape import PageForm, whole

MOST_HANDS = 2000
COUNTS = {"foer": "før", "efter": "efter"}


class VoteForm(PageForm):
    """How many chose each answer, before they talked and after; an empty field counts nobody."""

    def __init__(self, letters: list[str], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.letters = letters
        for letter in letters:
            for name, word in COUNTS.items():
                self.fields[f"{name}_{letter}"] = self._hands(f"{letter}, {word}")
        rows = [
            Div(
                *(Field(f"{name}_{letter}") for name in COUNTS),
                css_class="hands-row",
            )
            for letter in letters
        ]
        self.helper.layout = Layout(*rows)

    def _hands(self, label: str) -> forms.IntegerField:
        field = forms.IntegerField(label=label, required=False)
        field.widget.attrs["inputmode"] = "numeric"
        whole(field, 0, MOST_HANDS, "hænder")
        return field

    def counts(self, name: str) -> list[int]:
        """The numbers of one count, in the order of the answers."""
        return [self.cleaned_data[f"{name}_{letter}"] or 0 for letter in self.letters]

    @staticmethod
    def initial_of(letters: list[str], vote) -> dict[str, int]:
        """What was counted last time, field by field."""
        if vote is None or len(vote.before) != len(letters):
            return {}
        before = {f"foer_{letter}": number for letter, number in zip(letters, vote.before, strict=True)}
        return before | {
            f"efter_{letter}": number for letter, number in zip(letters, vote.after, strict=True)
        }
