"""The form in which a teacher puts the judgement of an answer right."""

from typing import cast

from django import forms

from cases.argument import LongText
from courses import results
from courses.accepting import QUICK, Asked
from courses.forms.shape import PageForm, whole

LONGEST = 2000
OTHER, ONE, ALL = "andet", "en", "alle"
FOR_ALL = (
    "Gælder det alle, prøveberegnes det først, så du ser, hvem der får hvad, før noget gælder. Ingen får færre point "
    "end uden rettelsen."
)
NO_MORE = (
    "Svaret giver mindst så meget allerede. Når det gælder alle, kan ingen få færre point end uden rettelsen; det kan "
    "kun bestemmes for én besvarelse ad gangen."
)


class AcceptForm(PageForm):
    """How much of its points the answer is to give, why, and for whom."""

    use_required_attribute = False

    share = forms.ChoiceField(
        label="Hvor meget af svarets point gives",
        widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvor meget svaret skal give."},
    )
    percent = forms.IntegerField(label="Anden andel i procent (0 til 100)", required=False)
    reason = LongText(
        name="Begrundelsen",
        longest=LONGEST,
        label="Begrundelse",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Den studerende læser den ved svaret, når resultatet er vist.",
        error_messages={"required": "Skriv, hvorfor bedømmelsen rettes."},
    )
    whom = forms.ChoiceField(
        label="For hvem",
        widget=forms.RadioSelect,
        choices=[(ONE, "Kun denne besvarelse"), (ALL, "Alle, der har svaret det samme")],
        error_messages={"required": "Vælg, hvem det gælder."},
    )

    def __init__(self, asked: Asked, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.only_shows = self.is_bound and "vis" in self.data
        share = cast(forms.ChoiceField, self.fields["share"])
        share.choices = [
            *(
                (str(percent), f"{word} ({percent} %): {self._then(percent)}")
                for percent, word in QUICK.items()
            ),
            (OTHER, "En anden andel"),
        ]
        self.fields["whom"].help_text = f"{asked.sameness_told} {FOR_ALL}"
        self.fields["reason"].required = not self.only_shows
        self.fields["whom"].required = not self.only_shows
        self.fields["percent"].widget.attrs["inputmode"] = "numeric"
        whole(self.fields["percent"], 0, 100, "%%")

    def clean(self):
        """With the share as a number; for all it must give something, or take such a gift back."""
        found = super().clean()
        if found.get("share") == OTHER and found.get("percent") is None and "percent" not in self.errors:
            self.add_error("percent", "Skriv et helt tal fra 0 til 100.")
        if not self.errors and not self.only_shows and self.for_all and not self._can_be_for_all():
            self.add_error("whom", NO_MORE)
        return found

    @property
    def given(self) -> int:
        """The percent of its points that the answer is to give."""
        found = self.cleaned_data
        return found["percent"] if found["share"] == OTHER else int(found["share"])

    @property
    def for_all(self) -> bool:
        """Whether it is of all who answered the same."""
        return self.cleaned_data["whom"] == ALL

    @property
    def preview(self) -> str:
        """What the chosen share comes to in this hand-in; empty while none is chosen."""
        known = self.is_bound and "share" not in self.errors and "percent" not in self.errors
        return self._then(self.given) if known else ""

    def _then(self, percent: int) -> str:
        """»fra 70 til 75 point«."""
        now, then = self.asked.result, self.asked.computed(percent)
        if now is None or then is None or now.computed == then:
            return "uændret"
        return f"fra {now.computed_shown} til {results.shown(then)} point"

    def _can_be_for_all(self) -> bool:
        return self.asked.subject.gains(self.given) or any(one.is_for_all for one in self.asked.standing)
