"""What a person wants by mail, and what the person has seen of the list."""

from django import forms

from courses.forms.shape import PageForm
from courses.models.messages import OPTIONAL

GREATEST = 2**62


class MailForm(PageForm):
    """The kinds of message that can be chosen."""

    kinds = forms.MultipleChoiceField(
        label="Send mig også en mail om",
        required=False,
        choices=[(kind.value, kind.label) for kind in OPTIONAL],
        widget=forms.CheckboxSelectMultiple,
    )


class SeenForm(forms.Form):
    """The newest message on the list, so that one that comes in the meantime is not marked as read."""

    newest = forms.IntegerField(min_value=0, max_value=GREATEST)
