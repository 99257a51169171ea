"""The form of an assignment."""

from datetime import timedelta

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import transaction
from django.utils import timezone

from courses.fields import MomentField
from courses.forms import category, items
from courses.forms.shape import PageForm, whole
from courses.models import Assignment
from courses.moments import moment
from courses.two_markers import switching

GROUPS = (
    ("Hvornår", ("opens_at", "due_at", "late_policy", "late_percent", "cut_off_days", "minutes")),
    ("Forsøg og varianter", ("attempts", "counts", "variant")),
    ("Bedømmelse", ("reading", "points", "grading", "pass_percent", "weight", "category", "marked_by_two")),
    ("Resultat", ("release",)),
)
KNOWN = (
    "Når resultatet vises straks, kender de studerende svarene efter det første forsøg. Giv hver sin egen "
    "variant, lad dem få ét forsøg, eller vis resultatet senere."
)


class AssignmentForm(PageForm, forms.ModelForm):
    """What it consists of, when it opens and is due, and how it is graded and shown."""

    opens_at = MomentField(label="Åbner")
    due_at = MomentField(label="Frist", help_text="Det, der afleveres senere, mærkes som for sent.")

    class Meta:
        model = Assignment
        fields = ["title", *(name for _, names in GROUPS for name in names)]

    # Of the weight only the sum of the course depends, which is the teacher's.
    settled_once_begun = [
        "late_policy",
        "late_percent",
        "cut_off_days",
        "minutes",
        "attempts",
        "counts",
        "variant",
        "reading",
        "release",
        "points",
        "grading",
        "pass_percent",
    ]

    def __init__(self, data=None, *, teacher, **kwargs):
        super().__init__(data, **kwargs)
        self.is_begun = bool(self.instance.pk) and self.instance.submissions.exists()
        self.lines = None if self.is_begun else items.lines(self.instance, teacher, data)
        self.fields["reading"].choices = [
            ("", "Som opgaven, ellers som holdet"),
            *self.fields["reading"].choices[1:],
        ]
        self.fields["points"].validators += [
            MinValueValidator(1, "Der skal være mindst 1 point."),
            MaxValueValidator(1000, "Der kan højst være 1.000 point."),
        ]
        self.fields["points"].error_messages["invalid"] = "Skriv et helt tal, fx 100."
        whole(self.fields["late_percent"], 0, 100, "%")
        whole(self.fields["cut_off_days"], 0, 365, "dage")
        whole(self.fields["minutes"], 1, 1440, "minutter")
        whole(self.fields["attempts"], 0, Assignment.MOST_ATTEMPTS, "forsøg")
        whole(self.fields["pass_percent"], 0, 100, "%")
        whole(self.fields["weight"], 0, 1000, "i vægt")
        category.choose(self.fields, self.instance.course)
        if self.is_begun:
            for name in self.settled_once_begun:
                self.fields[name].disabled = True
                self.fields[name].help_text = "Ligger fast, fordi nogen er begyndt."
        if self.is_begun and (told := switching.told(self.instance)):
            self.fields["marked_by_two"].help_text = told
        if not self.instance.pk:
            now = timezone.localtime()
            self.initial["opens_at"] = now
            self.initial["due_at"] = now.replace(hour=23, minute=59) + timedelta(days=7)

    @property
    def asks_for_more(self) -> bool:
        """Whether the teacher only wants another line."""
        return self.lines is not None and items.MORE in self.data

    @property
    def groups(self) -> list[tuple[str, list]]:
        """The fields below the lines, under their headings."""
        known = ((heading, [name for name in names if name in self.fields]) for heading, names in GROUPS)
        return [(heading, [self[name] for name in names]) for heading, names in known]

    def is_valid(self):
        """Whether the fields and the lines are fine; both are looked at, so that all errors are told at once."""
        fields, lines = super().is_valid(), self.lines is None or self.lines.is_valid()
        return fields and lines and not self.asks_for_more

    def clean(self):
        """Refuse a deadline before the opening, one moved forward on who has begun, and tries at known answers."""
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
        if not self.is_begun and self._asks_what_is_known(cleaned):
            self.add_error("variant", KNOWN)
        return cleaned

    @staticmethod
    def _asks_what_is_known(cleaned) -> bool:
        """Whether a further try would ask what the first one has told."""
        release, attempts, variant = (cleaned.get(name) for name in ("release", "attempts", "variant"))
        is_told = release == Assignment.Release.AT_ONCE and attempts is not None and attempts != 1
        return is_told and variant in (Assignment.Variant.ORIGINAL, Assignment.Variant.SAME)

    @property
    def _due_before(self):
        """To the minute, as the picker shows it: a deadline left as it was is not moved."""
        return self.initial["due_at"].replace(second=0, microsecond=0)

    def save(self, commit=True):
        """Save with the lines, both or neither."""
        with transaction.atomic():
            return super().save(commit)

    def _save_m2m(self):
        """The lines are saved where a form saves what hangs on the row."""
        super()._save_m2m()
        if self.lines is not None:
            items.save(self.instance, self.lines)
