"""Authors' forms: the same checks as the files have, beside the fields."""

from django import forms
from pydantic import ValidationError

from authoring.registry import kind_of
from authoring.schema import problems_of
from authoring.shelf import Rows


class LinesField(forms.CharField):
    """A list with one entry a line."""

    def __init__(self, **options):
        options.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        options.setdefault("required", False)
        super().__init__(**options)

    def to_python(self, value):
        """The lines that are not empty."""
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def prepare_value(self, value):
        """The entries below one another."""
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        """Whether the entries differ."""
        return self.to_python(data) != list(initial or [])


class ContentForm(forms.ModelForm):
    """Refuses what the content check would refuse, with its words, beside the field."""

    def _post_clean(self):
        super()._post_clean()
        if not self.errors:
            for problem in self._problems():
                name = problem.field.split(".")[0]
                self.add_error(name if name in self.fields else None, problem.message)

    def _problems(self):
        kind = kind_of(type(self.instance))
        try:
            data = kind.data(self.instance)
        except ValidationError as error:
            return problems_of(error)
        return list(kind.check(data, Rows()))
