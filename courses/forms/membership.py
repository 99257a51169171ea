"""Forms by which people come to a course."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from accounts.access import TEACHERS
from accounts.models import User
from accounts.registry import ClosedJoinCode, UnknownJoinCode
from courses import enrolment
from courses.forms.shape import PageForm
from courses.models import Course, Membership
from lessons.fields import DanishDateField

Role = Membership.Role
LAST_YEAR = 2100


class JoinForm(PageForm):
    """The code of the course that a student wants to follow."""

    code = forms.CharField(
        label="Tilmeldingskode",
        max_length=40,
        help_text="Otte tegn, som du får af din underviser, fx K7XM-Q4PR.",
        error_messages={"required": "Skriv koden, som du har fået af din underviser."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_code(self):
        """The code; the course that it is for goes into `cleaned_data["course"]`."""
        code = self.cleaned_data["code"]
        try:
            self.cleaned_data["course"] = enrolment.course_of(code)
        except ClosedJoinCode as refusal:
            raise forms.ValidationError(str(refusal)) from None
        except UnknownJoinCode as error:
            raise forms.ValidationError(
                f"Intet hold har koden »{code}«. Se efter, om alle otte tegn er rigtige, "
                "eller bed din underviser om den nye kode."
            ) from error
        return code


class CoTeacherForm(PageForm):
    """The address of another who teaches or marks."""

    email = forms.EmailField(
        label="E-mailadresse",
        error_messages={
            "required": "Skriv medunderviserens eller bedømmerens e-mailadresse.",
            "invalid": "Skriv en e-mailadresse, fx navn@skole.dk.",
        },
    )
    role = forms.ChoiceField(
        label="Rolle",
        choices=[(Role.TEACHER, "Underviser"), (Role.MARKER, "Bedømmer")],
        initial=Role.TEACHER,
        required=False,
        help_text="En bedømmer læser besvarelser og bedømmer begrundelser, men ændrer intet andet på holdet.",
        error_messages={"invalid_choice": "Vælg underviser eller bedømmer."},
    )

    def __init__(self, course: Course, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.course = course

    def clean_role(self):
        """Nothing said is a teacher."""
        return self.cleaned_data["role"] or Role.TEACHER

    def clean(self):
        """The person with this address goes into `cleaned_data["user"]`."""
        cleaned = super().clean()
        email, role = cleaned.get("email"), cleaned.get("role")
        if not email or not role:
            return cleaned
        people = User.objects.filter(email__iexact=email, is_active=True)
        if role == Role.TEACHER:
            people = people.filter(Q(groups__name=TEACHERS) | Q(is_superuser=True)).distinct()
        cleaned["user"] = people.first()
        if cleaned["user"] is None:
            self.add_error("email", self._nobody(email, role))
        elif role == Role.MARKER and self._follows(cleaned["user"]):
            self.add_error(
                "email", f"{cleaned['user']} er studerende på holdet og kan ikke bedømme sine medstuderende."
            )
        return cleaned

    def _nobody(self, email: str, role: str) -> str:
        if role == Role.TEACHER:
            return f"Ingen underviser har adressen {email}. Kontoen skal være oprettet som underviser."
        return f"Ingen konto har adressen {email}. Bedømmeren skal have en konto først."

    def _follows(self, user: User) -> bool:
        return self.course.memberships.filter(user=user, role=Role.STUDENT).exists()


class JoinPeriodForm(PageForm):
    """Until when the join code takes people."""

    join_until = DanishDateField(
        label="Koden gælder til og med",
        help_text="Fx 31-01-2027. De, der allerede er på holdet, bliver der.",
        error_messages={"required": "Skriv den sidste dag, koden skal gælde, fx 31-01-2027."},
    )

    def clean_join_until(self):
        """A day from today on, in a year that can be meant."""
        day = self.cleaned_data["join_until"]
        if day < timezone.localdate():
            raise forms.ValidationError("Dagen er gået. Vælg i dag eller en senere dag, eller luk for koden.")
        if day.year > LAST_YEAR:
            raise forms.ValidationError(f"Årstallet må højst være {LAST_YEAR}.")
        return day
