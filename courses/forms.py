"""The forms of the course pages."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q
from django.utils import timezone

from accounts.access import TEACHERS
from accounts.models import User
from accounts.registry import UnknownJoinCode
from cases.models import Case
from courses import enrolment
from courses.fields import MomentField
from courses.models import Assignment, Course
from courses.moments import moment
from quizzes.models import Quiz


def _whole(field, least: int, most: int, unit: str) -> None:
    """A whole number from least to most, refused in Danish."""
    field.validators = [
        MinValueValidator(least, f"Skriv mindst {least} {unit}."),
        MaxValueValidator(most, f"Skriv højst {most} {unit}."),
    ]
    field.min_value, field.max_value = least, most
    field.widget.attrs |= {"min": least, "max": most}
    field.error_messages |= {"invalid": "Skriv et helt tal.", "required": "Skriv et helt tal."}


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
        """The code, if a course answers to it."""
        code = self.cleaned_data["code"]
        try:
            enrolment.check(code)
        except UnknownJoinCode as error:
            raise forms.ValidationError(
                f"Intet hold har koden »{code}«. Se efter, om alle otte tegn er rigtige, "
                "eller bed din underviser om den nye kode."
            ) from error
        return code


class CourseForm(PageForm, forms.ModelForm):
    """What a course is called, and which reading grades by default."""

    class Meta:
        model = Course
        fields = ["name", "term", "reading", "drop_lowest"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _whole(self.fields["drop_lowest"], 0, 20, "resultater")


class CoTeacherForm(PageForm):
    """The address of another teacher."""

    email = forms.EmailField(
        label="Medunderviserens e-mailadresse",
        error_messages={
            "required": "Skriv medunderviserens e-mailadresse.",
            "invalid": "Skriv en e-mailadresse, fx navn@skole.dk.",
        },
    )

    def clean_email(self):
        """The teacher with this address goes into `cleaned_data["user"]`."""
        email = self.cleaned_data["email"]
        teachers = User.objects.filter(Q(groups__name=TEACHERS) | Q(is_superuser=True), is_active=True)
        self.cleaned_data["user"] = teachers.filter(email__iexact=email).distinct().first()
        if self.cleaned_data["user"] is None:
            raise forms.ValidationError(
                f"Ingen underviser har adressen {email}. Kontoen skal være oprettet som underviser."
            )
        return email


class AssignmentForm(PageForm, forms.ModelForm):
    """One case or quiz, when it opens and is due, and how it is graded and shown."""

    content = forms.ChoiceField(
        label="Case eller quiz", error_messages={"required": "Vælg den case eller quiz, der skal afleveres."}
    )
    opens_at = MomentField(label="Åbner")
    due_at = MomentField(label="Frist", help_text="Det, der afleveres senere, mærkes som for sent.")

    class Meta:
        model = Assignment
        fields = [
            "title",
            "opens_at",
            "due_at",
            "late_policy",
            "late_percent",
            "cut_off_days",
            "minutes",
            "reading",
            "release",
            "points",
            "grading",
            "pass_percent",
            "weight",
        ]

    field_order = ["title", "content"]
    # Of the weight only the sum of the course depends, which is the teacher's.
    settled_once_begun = [
        "content",
        "late_policy",
        "late_percent",
        "cut_off_days",
        "minutes",
        "reading",
        "release",
        "points",
        "grading",
        "pass_percent",
    ]

    def __init__(self, *args, teacher, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_begun = bool(self.instance.pk) and self.instance.submissions.exists()
        self.fields["content"].choices = self._choices(teacher)
        self.fields["reading"].choices = [
            ("", "Som opgaven, ellers som holdet"),
            *self.fields["reading"].choices[1:],
        ]
        self.fields["points"].validators += [
            MinValueValidator(1, "Der skal være mindst 1 point."),
            MaxValueValidator(1000, "Der kan højst være 1.000 point."),
        ]
        self.fields["points"].error_messages["invalid"] = "Skriv et helt tal, fx 100."
        _whole(self.fields["late_percent"], 0, 100, "%")
        _whole(self.fields["cut_off_days"], 0, 365, "dage")
        _whole(self.fields["minutes"], 1, 1440, "minutter")
        _whole(self.fields["pass_percent"], 0, 100, "%")
        _whole(self.fields["weight"], 0, 1000, "i vægt")
        if self.is_begun:
            for name in self.settled_once_begun:
                self.fields[name].disabled = True
                self.fields[name].help_text = "Ligger fast, fordi nogen er begyndt."
        self._set_initial()

    def _choices(self, teacher):
        groups = [("", "Vælg …")]
        for kind, model, label in (("case", Case, "Cases"), ("quiz", Quiz, "Quizzer")):
            current = getattr(self.instance, f"{kind}_id")
            allowed = Q(pk__in=model.objects.visible_to(teacher).values("pk")) | Q(pk=current)
            found = model.objects.filter(allowed).order_by("title").values_list("pk", "title")
            if options := [(f"{kind}:{pk}", title) for pk, title in found]:
                groups.append((label, options))
        return groups

    def _set_initial(self):
        if self.instance.pk:
            kind = "case" if self.instance.case_id else "quiz"
            self.initial["content"] = f"{kind}:{self.instance.content.pk}"
        else:
            now = timezone.localtime()
            self.initial["opens_at"] = now
            self.initial["due_at"] = now.replace(hour=23, minute=59) + timedelta(days=7)

    def clean(self):
        """Refuse a deadline before the opening, and one moved forward on students who have begun."""
        cleaned = super().clean()
        opens, due = cleaned.get("opens_at"), cleaned.get("due_at")
        if opens and due and due <= opens:
            self.add_error(
                "due_at",
                f"Fristen skal ligge efter åbningen. Du har valgt, at opgaven åbner {moment(opens)}.",
            )
        elif due and self.is_begun and due < self._due_before:
            self.add_error(
                "due_at",
                "Nogen er begyndt med fristen "
                f"{moment(self._due_before)}; den kan kun flyttes til et senere tidspunkt.",
            )
        return cleaned

    @property
    def _due_before(self):
        """To the minute, as the picker shows it: a deadline left as it was is not moved."""
        return self.initial["due_at"].replace(second=0, microsecond=0)

    def save(self, commit=True):
        """Save with the chosen case or quiz."""
        kind, pk = self.cleaned_data["content"].split(":")
        self.instance.case_id = int(pk) if kind == "case" else None
        self.instance.quiz_id = int(pk) if kind == "quiz" else None
        return super().save(commit)
