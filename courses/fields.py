"""Form fields of the teacher's pages."""

import re
from datetime import date, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import dateformat, timezone

from rules.danish import DanishError, read_date

CLOCK = re.compile(r"(?P<day>.+\d),?\s+(?:kl\.?\s*)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?")
LONGEST = 60
INVALID = "Skriv dato og klokkeslæt, fx 31-01-2026 kl. 12.00."
NO_TIME = "Klokkeslættet skal ligge mellem 00.00 og 23.59. Skriv fx 31-01-2026 kl. 12.00."
NO_YEAR = "Årstallet skal ligge mellem 2000 og 2100."
NO_SUCH_TIME = (
    "Kl. {typed} findes ikke den {day}, for uret stilles om fra 02.00 til 03.00. "
    "Skriv fx kl. 01.59 eller kl. 03.00."
)
TWO_SUCH_TIMES = (
    "Kl. {typed} er der to gange den {day}, for uret stilles om fra 03.00 til 02.00. "
    "Skriv fx kl. 01.59 eller kl. 03.00."
)


class MomentField(forms.CharField):
    """A date with a time of day, as Danes write it, in Danish time.

    A text field: the browser's own picker shows the month first to whoever has an English browser.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "Dato og klokkeslæt, fx 31-01-2026 kl. 12.00.")
        super().__init__(error_messages={"required": "Skriv dato og klokkeslæt."}, **kwargs)
        self.widget.attrs["autocomplete"] = "off"

    def prepare_value(self, value):
        """A stored moment as it is typed; what was typed stays as it was."""
        if isinstance(value, datetime):
            return f"{timezone.localtime(value):%d-%m-%Y kl. %H.%M}"
        return value

    def to_python(self, value):
        """The moment, refused where the clock change makes it none or two."""
        text = super().to_python(value)
        if not text:
            return None
        zone = timezone.get_current_timezone()
        first, second = (datetime.combine(*_read(text), tzinfo=zone).replace(fold=fold) for fold in (0, 1))
        before, after = first.utcoffset(), second.utcoffset()
        if before and after and before != after:
            said = NO_SUCH_TIME if before < after else TWO_SUCH_TIMES
            day = dateformat.format(first.date(), "j. F Y")
            raise ValidationError(said.format(typed=f"{first:%H.%M}", day=day), code="clock_change")
        return first


def _read(text: str) -> tuple[date, time]:
    found = CLOCK.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise ValidationError(INVALID, code="invalid")
    try:
        day = read_date(found["day"])
    except DanishError as error:
        raise ValidationError(str(error), code="invalid") from error
    try:
        clock = time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError as error:
        raise ValidationError(NO_TIME, code="invalid") from error
    if not 2000 <= day.year <= 2100:
        raise ValidationError(NO_YEAR, code="invalid")
    return day, clock
