"""The form by which a list of people is read in."""

from django import forms

from courses.forms.shape import PageForm
from courses.roster_file import reading


class RosterForm(PageForm):
    """A file or pasted lines; afterwards `found` is what was read."""

    file = forms.FileField(
        label="Fil",
        required=False,
        allow_empty_file=True,
        help_text="Excel (.xlsx) eller CSV, højst 1 MB og 2.000 linjer.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    text = forms.CharField(
        label="Eller indsæt listen",
        required=False,
        strip=False,
        help_text="En person på hver linje, fx kopieret fra et regneark eller skrevet som: Karen Lund; kl@skole.dk",
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )
    found: reading.Read

    def clean(self):
        """Exactly one of the two, and it can be read."""
        given = super().clean() or self.cleaned_data
        file, text = given.get("file"), given.get("text", "")
        if self.errors:
            return given
        if bool(file) == bool(text.strip()):
            why = "ikke begge dele" if file else "så der er noget at læse"
            self.add_error("file", f"Vælg en fil, eller indsæt listen, {why}.")
            return given
        try:
            self.found = self._read(file, text)
        except reading.Broken as error:
            self.add_error("file" if file else "text", f"{error} Intet er ændret.")
        return given

    def _read(self, file, text: str) -> reading.Read:
        if not file:
            return reading.read_text(text)
        if file.size > reading.MOST_BYTES:
            raise reading.Broken(reading.TOO_LARGE)
        return reading.read(file.read())
