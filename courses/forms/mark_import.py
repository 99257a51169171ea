"""The forms by which marks come back in a file."""

from django import forms

from cases.argument import LongText
from courses import mark_files
from courses.forms.shape import PageForm
from courses.mark_files import Refused


class MarkFileForm(PageForm):
    """The file; afterwards `table` is what stands in it."""

    use_required_attribute = False
    file = forms.FileField(
        label="Fil med karakterer",
        allow_empty_file=True,
        help_text="Den fil, du har hentet herfra som Excel eller CSV, med de nye point. Højst 5 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Vælg den fil, du har rettet.",
            "invalid": "Vælg den fil, du har rettet.",
        },
    )
    table: mark_files.Table

    def clean_file(self):
        """The rows of the file, or why there are none."""
        file = self.cleaned_data["file"]
        try:
            self.table = mark_files.read(file.read(mark_files.MOST_BYTES + 1))
        except Refused as error:
            raise forms.ValidationError(f"{error} Intet er gemt.") from error
        return file


class TakeMarksForm(PageForm):
    """Why, for all the changes of the preview."""

    use_required_attribute = False
    preview = forms.CharField(widget=forms.HiddenInput, strip=True)
    reason = LongText(
        name="Begrundelsen",
        longest=2000,
        label="Begrundelse",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Står ved hver ændring sammen med dit navn. De studerende læser den, når resultatet er vist.",
        error_messages={"required": "Skriv, hvorfor pointene ændres."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True
