"""The shape that the forms of the pages share."""

from crispy_forms.helper import FormHelper
from django import forms


class PageForm(forms.Form):
    """Drawn by crispy inside the page's own form tag; the first faulty field takes the focus."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def full_clean(self):
        super().full_clean()
        faulty = next((name for name in self.fields if name in self._errors), None)
        if faulty:
            self.fields[faulty].widget.attrs["autofocus"] = True
