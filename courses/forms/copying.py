"""The form by which a course is copied to another term."""

from typing import Any

from django import forms
from django.utils import timezone

from courses import copying
from courses.forms.shape import PageForm, whole
from courses.models import Course
from lessons.fields import DanishDateField

MOST_WEEKS = 520
FIRST_YEAR, LAST_YEAR = 2000, 2100
UNUSED = "Skriv enten en dato eller et antal uger, ikke begge dele."


class CopyForm(PageForm):
    """The new name and term, and by how much the dates move."""

    name = forms.CharField(
        label="Det nye holds navn",
        max_length=120,
        error_messages={"required": "Skriv det nye holds navn.", "max_length": "Højst 120 tegn."},
    )
    term = forms.CharField(
        label="Termin",
        max_length=40,
        help_text="Fx forår 2027.",
        error_messages={"required": "Skriv terminen, fx forår 2027.", "max_length": "Højst 40 tegn."},
    )
    first_day = DanishDateField(
        label="Den første aflevering åbner",
        required=False,
        help_text="Fx 01-02-2027. De andre flyttes lige så meget.",
    )
    weeks = forms.IntegerField(label="Eller flyt alle datoer så mange uger", required=False)
    with_staff = forms.BooleanField(label="Tag medundervisere og bedømmere med", required=False, initial=True)

    def __init__(self, course: Course, user, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.course, self.user = course, user
        whole(self.fields["weeks"], 1, MOST_WEEKS, "uger")
        self.has_dates = course.assignments.exists()
        if not self.has_dates:
            del self.fields["first_day"], self.fields["weeks"]

    def clean_first_day(self):
        """A day in a year that can be meant."""
        day = self.cleaned_data["first_day"]
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(f"Årstallet skal ligge mellem {FIRST_YEAR} og {LAST_YEAR}.")
        return day

    def clean(self) -> dict[str, Any]:
        """One way of moving the dates, and a name that the teacher has not used in that term."""
        cleaned = super().clean() or self.cleaned_data
        name, term = cleaned.get("name"), cleaned.get("term")
        if name and term and copying.existing(name, term, self.user):
            self.add_error(
                "name", f"Du har allerede holdet {name} i {term}. Vælg et andet navn eller en anden termin."
            )
        if self.has_dates and not {"first_day", "weeks"} & set(self.errors):
            day, weeks = cleaned.get("first_day"), cleaned.get("weeks")
            if day and weeks:
                self.add_error("weeks", UNUSED)
            elif not day and not weeks:
                self.add_error(
                    "first_day", "Skriv, hvornår den første aflevering åbner, eller et antal uger."
                )
            else:
                self._hold_dates()
        return cleaned

    def _hold_dates(self) -> None:
        """Every date lies in a year that can be meant, and each assignment opens before it is due."""
        for one in copying.moved(self.course, self.days):
            if timezone.localtime(one.due_at).year > LAST_YEAR:
                self.add_error(
                    None, f"{one.assignment} ville få frist efter {LAST_YEAR}. Flyt datoerne mindre."
                )
            elif not one.is_possible:
                told = (
                    f"{one.assignment} ville lukke, før den åbner, fordi uret stilles om. Vælg en anden dag."
                )
                self.add_error(None, told)

    @property
    def days(self) -> int:
        """By how many days all dates move."""
        if weeks := self.cleaned_data.get("weeks"):
            return weeks * 7
        day = self.cleaned_data.get("first_day")
        return copying.days_until(self.course, day) if day else 0
