"""Courses, who is in them, what is set, and what is handed in."""

import uuid
from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from courses import access, deadlines, join_codes
from courses.grade_records import Extension, GradeChange, GradeScale

__all__ = [
    "Assignment",
    "Course",
    "Extension",
    "GradeChange",
    "GradeScale",
    "Membership",
    "Reading",
    "Submission",
]


class Reading(models.TextChoices):
    """The two readings of the law that may grade."""

    PENSUM = "pensum", "Pensum"
    GAELDENDE_RET = "gaeldende_ret", "Gældende ret"


class Course(models.Model):
    """A class in a term. Its members and its reading decide who sees what, and what grades."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("Holdets navn", max_length=120)
    term = models.CharField("Termin", max_length=40, help_text="Fx efterår 2026.")
    reading = models.CharField(
        "Retsgrundlag",
        max_length=20,
        choices=Reading,
        default=Reading.PENSUM,
        help_text="Bedømmer opgaver, der ikke selv angiver et retsgrundlag.",
    )
    join_code = models.CharField(
        "Tilmeldingskode", max_length=12, unique=True, default=join_codes.new, editable=False
    )
    drop_lowest = models.PositiveSmallIntegerField(
        "Se bort fra de laveste",
        default=0,
        help_text="Så mange af en studerendes laveste resultater tæller ikke med i summen. 0: alle tæller.",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    archived_at = models.DateTimeField("Arkiveret", null=True, blank=True, editable=False)

    objects = access.CourseQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "hold"
        verbose_name_plural = "hold"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The teacher's page of the course."""
        return reverse("courses:course", args=[self.uuid])

    @property
    def shown_join_code(self) -> str:
        """The join code as people read it."""
        return join_codes.shown(self.join_code)

    def renew_join_code(self):
        """Make the old code worthless and give the course a new one."""
        self.join_code = join_codes.new()
        self.save(update_fields=["join_code"])


class Membership(models.Model):
    """One person's part in one course."""

    class Role(models.TextChoices):
        """What a person is in the course."""

        TEACHER = access.TEACHER, "Underviser"
        STUDENT = access.STUDENT, "Studerende"

    course = models.ForeignKey(Course, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField("Rolle", max_length=10, choices=Role)
    joined_at = models.DateTimeField("Tilmeldt", default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "user"], name="one_membership_a_person"),
            models.CheckConstraint(
                condition=Q(role__in=[access.TEACHER, access.STUDENT]), name="membership_role_known"
            ),
        ]
        verbose_name = "medlem"
        verbose_name_plural = "medlemmer"

    def __str__(self):
        return f"{self.user}, {self.course}"


class Assignment(models.Model):
    """One case or one quiz set to a course, with the time it opens and the time it is due."""

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

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, models.CASCADE, related_name="assignments")
    title = models.CharField("Titel", max_length=120)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="assignments")
    quiz = models.ForeignKey(
        "quizzes.Quiz", models.PROTECT, null=True, blank=True, related_name="assignments"
    )
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

    objects = access.AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, quiz__isnull=False) | Q(case__isnull=False, quiz=None),
                name="assignment_one_case_or_one_quiz",
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("opens_at")), name="due_after_opens"),
            models.CheckConstraint(condition=Q(points__gte=1), name="assignment_points_positive"),
            models.CheckConstraint(
                condition=Q(late_percent__lte=100, pass_percent__lte=100),
                name="assignment_percents_are_shares",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1), name="assignment_minutes_at_least_one"
            ),
        ]
        verbose_name = "aflevering"
        verbose_name_plural = "afleveringer"

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page where a student begins, goes on and sees the result."""
        return reverse("courses:assignment", args=[self.uuid])

    @property
    def content(self):
        """The case or the quiz."""
        return self.case or self.quiz

    @property
    def grading_reading(self) -> str:
        """The reading that grades: the assignment's, else the content's, else the course's."""
        return self.reading or getattr(self.content, "reading", None) or self.course.reading

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


class Submission(models.Model):
    """One student's work on one assignment."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="submissions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="submissions")
    walkthrough = models.OneToOneField(
        "cases.Walkthrough", models.PROTECT, null=True, blank=True, related_name="submission"
    )
    attempt = models.OneToOneField(
        "quizzes.Attempt", models.PROTECT, null=True, blank=True, related_name="submission"
    )
    objects = access.SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["assignment", "user"], name="one_submission_a_student"),
            models.CheckConstraint(
                condition=Q(walkthrough=None, attempt__isnull=False)
                | Q(walkthrough__isnull=False, attempt=None),
                name="submission_one_walkthrough_or_one_attempt",
            ),
        ]
        verbose_name = "besvarelse"
        verbose_name_plural = "besvarelser"

    def __str__(self):
        return f"{self.user}, {self.assignment}"

    @property
    def work(self):
        """The walkthrough or the attempt: it knows when it was begun, handed in and released."""
        return self.walkthrough or self.attempt

    @property
    def submitted_at(self):
        """When the work was handed in, or None."""
        return self.work.submitted_at

    @property
    def deadline(self) -> deadlines.Deadline:
        """The student's own deadline."""
        return self.assignment.deadline_for(self.user_id)

    @property
    def late(self) -> bool:
        """Whether it was handed in after the deadline; a deadline that moves takes the answer along."""
        return bool(self.submitted_at) and self.deadline.is_late(self.submitted_at)

    @property
    def shown_from(self):
        """From when the student may see the result of what is handed in, or None if nobody knows yet."""
        if self.work.release_rule == Assignment.Release.AT_ONCE:
            return self.submitted_at
        return self.work.released_at

    def is_released(self, now=None) -> bool:
        """Whether the student may see the result."""
        return bool(self.submitted_at and self.shown_from and self.shown_from <= (now or timezone.now()))
