"""Form fields of the teacher's pages."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


class LocalMomentField(forms.DateTimeField):
    """A date with a time of day in Danish time, from the browser's own picker or typed in Danish."""

    input_formats = [
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d %H:%M",
        "%d-%m-%Y %H:%M",
        "%d-%m-%Y %H.%M",
        "%d-%m-%Y kl. %H.%M",
    ]
    default_error_messages = {
        "required": "Skriv dato og klokkeslæt.",
        "invalid": "Skriv dato og klokkeslæt, fx 31-01-2026 kl. 12.00.",
    }
    not_once = (
        "Det klokkeslæt findes ikke eller findes to gange den dag, fordi uret stilles om. Vælg et andet."
    )

    def __init__(self, **kwargs):
        picker = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=picker, **kwargs)

    def to_python(self, value):
        """The moment, refused where the clock change makes it none or two."""
        if value in self.empty_values:
            return None
        naive = self._naive(str(value).strip())
        zone = timezone.get_current_timezone()
        first, second = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        if first.utcoffset() != second.utcoffset():
            raise ValidationError(self.not_once, code="clock_change")
        return first

    def _naive(self, value: str) -> datetime:
        for form in self.input_formats:
            try:
                found = datetime.strptime(value, form)  # noqa: DTZ007 - the zone is put on by the caller
            except ValueError:
                continue
            if 2000 <= found.year <= 2100:
                return found
        raise ValidationError(self.error_messages["invalid"], code="invalid")
