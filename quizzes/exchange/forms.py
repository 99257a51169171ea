"""The forms of the import and export pages."""

from django import forms

from lessons.page_form import PageForm
from quizzes.exchange import reading
from quizzes.exchange.decoding import MOST, TOO_LARGE, cleaned, decoded
from quizzes.exchange.draft import Broken
from quizzes.exchange.writing import FORMATS

MOST_VARIANTS = 10
MOST_CHOSEN = 2000


class ImportForm(PageForm):
    """A file or pasted text; afterwards `found` is what was read, and `told` what to say of its encoding."""

    file = forms.FileField(
        label="Fil",
        required=False,
        allow_empty_file=True,
        help_text="GIFT (.txt, .gift) eller Moodle XML (.xml), højst 5 MB og 2.000 spørgsmål.",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,.gift,.xml"}),
    )
    text = forms.CharField(
        label="Eller indsæt teksten",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    found: reading.Read
    told = ""

    def clean(self):
        """Exactly one of the two, and it can be read."""
        given = super().clean() or self.cleaned_data
        file, text = given.get("file"), given.get("text", "")
        if self.errors:
            return given
        if bool(file) == bool(text.strip()):
            why = "ikke begge dele" if file else "så vi har noget at læse"
            self.add_error("file", f"Vælg en fil, eller indsæt teksten, {why}.")
            return given
        try:
            self._read(file, text)
        except Broken as error:
            self.add_error("file" if file else "text", f"{error} Intet er læst ind.")
        return given

    def _read(self, file, text):
        if file:
            if file.size > MOST:
                raise Broken(0, TOO_LARGE)
            text, self.told = decoded(file.read())
        elif len(text) > MOST:
            raise Broken(0, TOO_LARGE)
        self.found = reading.read(cleaned(text))


class ExportForm(PageForm):
    """Which questions, in which format, and how many variants of those that the rules make."""

    ids = forms.CharField(widget=forms.HiddenInput)
    format = forms.ChoiceField(
        label="Format",
        choices=[(name, target.NAME) for name, target in FORMATS.items()],
        initial="moodle",
        widget=forms.RadioSelect,
    )
    variants = forms.IntegerField(
        label="Varianter af hvert dannet spørgsmål",
        min_value=1,
        max_value=MOST_VARIANTS,
        initial=5,
        help_text="Et spørgsmål, som reglen danner, skrives som så mange faste spørgsmål.",
    )

    def clean_ids(self):
        """The keys of the questions."""
        parts = self.cleaned_data["ids"].split(",")
        if len(parts) > MOST_CHOSEN or not all(
            part.isascii() and part.isdecimal() and len(part) < 19 for part in parts
        ):
            raise forms.ValidationError(f"Vælg mellem 1 og {MOST_CHOSEN} spørgsmål i banken.")
        return [int(part) for part in parts]
