"""What is set, with its times, and how it is graded and shown."""

import uuid
from functools import cached_property
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from courses import access, deadlines, scoring
from courses.models.category import Category
from courses.models.course import Course, Reading
from courses.models.grade_records import Extension, GradeChange
from rules.danish import join

if TYPE_CHECKING:
    from courses.models.item import Item


class Assignment(models.Model):
    """What is set to a course, with the time it opens and the time it is due; its items say what it consists of."""

    class Release(models.TextChoices):
        """When students see the result."""

        BY_HAND = "by_hand", "Når jeg frigiver resultaterne"
        AT_DUE = "at_due", "Når fristen er udløbet"
        AT_ONCE = "at_once", "Straks efter aflevering"

    class Late(models.TextChoices):
        """What being late costs."""

        NONE = deadlines.NONE, "Ingenting, men det mærkes som for sent"
        PER_DAY = deadlines.PER_DAY, "Et fradrag for hver påbegyndt dag"
        CUT_OFF = deadlines.CUT_OFF, "Efter en sidste dag tages intet imod"

    class Grading(models.TextChoices):
        """What the result is."""

        POINTS = "points", "Point"
        PASS = "pass", "Bestået eller ikke bestået"

    class Counts(models.TextChoices):
        """Which of several tries at an item counts."""

        BEST = scoring.BEST, "Det bedste"
        LAST = scoring.LAST, "Det sidste"
        FIRST = scoring.FIRST, "Det første"
        MEAN = scoring.MEAN, "Gennemsnittet af dem"

    class Variant(models.TextChoices):
        """Whose facts and questions are whose."""

        ORIGINAL = "original", "Alle får opgaven, som den er skrevet"
        SAME = "same", "Alle får den samme nye variant"
        OWN = "own", "Hver får sin egen variant"

    # What »as many as they want« comes to.
    MOST_ATTEMPTS = 20

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, models.CASCADE, related_name="assignments")
    title = models.CharField("Titel", max_length=120)
    opens_at = models.DateTimeField("Åbner")
    due_at = models.DateTimeField("Frist")
    reading = models.CharField("Retsgrundlag", max_length=20, choices=Reading, blank=True)
    release = models.CharField("Resultatet vises", max_length=10, choices=Release, default=Release.BY_HAND)
    released_at = models.DateTimeField("Frigivet", null=True, blank=True, editable=False)
    points = models.PositiveSmallIntegerField("Højeste antal point", default=100)
    grading = models.CharField("Bedømmelse", max_length=10, choices=Grading, default=Grading.POINTS)
    pass_percent = models.PositiveSmallIntegerField(
        "Bestået fra (%)", default=50, help_text="Gælder, når der bedømmes bestået eller ikke bestået."
    )
    weight = models.PositiveSmallIntegerField(
        "Vægt", default=1, help_text="Hvor meget opgaven tæller i holdets samlede resultat. 0: slet ikke."
    )
    category = models.ForeignKey(
        Category,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name="Kategori",
        help_text="Afleveringer i en kategori vejer tilsammen det, kategorien vejer.",
    )
    late_policy = models.CharField(
        "For sen aflevering koster", max_length=10, choices=Late, default=Late.NONE
    )
    late_percent = models.PositiveSmallIntegerField(
        "Fradrag for hver påbegyndt dag (%)", default=10, help_text="Af de point, besvarelsen ellers giver."
    )
    cut_off_days = models.PositiveSmallIntegerField(
        "Sidste dag, antal dage efter fristen", default=3, help_text="0: intet efter fristen."
    )
    minutes = models.PositiveSmallIntegerField(
        "Tid til opgaven (minutter)",
        null=True,
        blank=True,
        help_text="Tomt: ingen grænse. Tiden løber, fra den studerende begynder.",
    )
    attempts = models.PositiveSmallIntegerField(
        "Antal forsøg", default=1, help_text=f"0: så mange, de vil, dog højst {MOST_ATTEMPTS}."
    )
    counts = models.CharField(
        "Det, der tæller", max_length=10, choices=Counts, default=Counts.BEST, help_text="Ved flere forsøg."
    )
    marked_by_two = models.BooleanField(
        "Bedømmes af to",
        default=False,
        help_text="Hver begrundelse bedømmes af to, der ikke ser hinandens point, før begge er færdige. "
        "Den tæller, når de er enige.",
    )
    variant = models.CharField("Variant", max_length=10, choices=Variant, default=Variant.ORIGINAL)

    objects = access.AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(due_at__gt=F("opens_at")), name="due_after_opens"),
            models.CheckConstraint(condition=Q(points__gte=1), name="assignment_points_positive"),
            models.CheckConstraint(
                condition=Q(late_percent__lte=100, pass_percent__lte=100),
                name="assignment_percents_are_shares",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1), name="assignment_minutes_at_least_one"
            ),
            models.CheckConstraint(condition=Q(counts__in=scoring.COUNTS), name="assignment_counts_known"),
            models.CheckConstraint(
                condition=Q(variant__in=["original", "same", "own"]), name="assignment_variant_known"
            ),
        ]
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringer"

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page where a student begins, goes on and sees the result."""
        return reverse("courses:assignment", args=[self.uuid])

    @cached_property
    def item_list(self) -> list["Item"]:
        """The items in their order, read once; lists of assignments prefetch them."""
        found = list(self.items.all())
        for item in found:
            # Known already: reading the assignment back from the item would be a query a row.
            item.assignment = self
        return found

    @property
    def tasks(self) -> list["Item"]:
        """The items of which something is handed in."""
        return [item for item in self.item_list if not item.is_read]

    @property
    def asks_argument(self) -> bool:
        """Whether a teacher has arguments to mark."""
        return any(item.case and item.case.asks_argument for item in self.item_list)

    @property
    def contents(self) -> str:
        """What it consists of, in a line."""
        return join([str(item) for item in self.item_list])

    @property
    def readings(self) -> list[str]:
        """The readings that grade it, each once."""
        return list(dict.fromkeys(item.grading_reading for item in self.tasks or self.item_list))

    @property
    def most_attempts(self) -> int:
        """How many tries a student has at each item."""
        return self.attempts or self.MOST_ATTEMPTS

    def is_open(self, now=None) -> bool:
        """Whether students may begin and hand in (after the deadline they are late)."""
        return (now or timezone.now()) >= self.opens_at and self.course.archived_at is None

    @property
    def is_pass_fail(self) -> bool:
        """Whether the result is passed or not passed."""
        return self.grading == self.Grading.PASS

    @cached_property
    def extension_of(self) -> dict[int, Extension]:
        """The extensions by student, read once; lists of assignments prefetch them."""
        return {row.user_id: row for row in self.extensions.all()}

    @cached_property
    def change_of(self) -> dict[int, GradeChange]:
        """The change that counts, by student: the last one. Read once."""
        return {row.user_id: row for row in self.grade_changes.all()}

    def deadline_for(self, user_id: int | None) -> deadlines.Deadline:
        """The deadline as it is for this student; for nobody in particular as it is set."""
        own = self.extension_of.get(user_id) if user_id else None
        return deadlines.Deadline(
            self.opens_at,
            self.due_at,
            deadlines.Policy(self.late_policy, self.late_percent, self.cut_off_days),
            extended_to=own.due_at if own else None,
            factor=own.factor if own else deadlines.ONCE,
        )
