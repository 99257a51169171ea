"""What of the record is asked for."""

from urllib.parse import urlencode

from django import forms

from courses.forms.shape import PageForm
from courses.models import Assignment, RecordEntry


class RecordForm(PageForm):
    """A person, a kind of change, an assignment; each may stay empty."""

    person = forms.CharField(label="Person", required=False, max_length=150)
    hvad = forms.ChoiceField(label="Hvad", required=False, choices=[("", "Alt"), *RecordEntry.Kind.choices])
    opgave = forms.ModelChoiceField(
        label="Aflevering",
        required=False,
        queryset=Assignment.objects.none(),
        to_field_name="uuid",
        empty_label="Alle",
        error_messages={"invalid_choice": "Vælg en aflevering fra listen."},
    )

    def __init__(self, course, data):
        super().__init__(data)
        self.fields["opgave"].queryset = course.assignments.only("course", "uuid", "title", "due_at")
        self.fields["hvad"].error_messages["invalid_choice"] = "Vælg fra listen."

    def query(self, **more) -> str:
        """The same question as part of an address."""
        asked = {name: self.data.get(name, "") for name in self.fields} | more
        return urlencode({name: value for name, value in asked.items() if value})
