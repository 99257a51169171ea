"""Courses, and who is in them."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from courses import access, join_codes


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
    # None: the code is switched off.
    join_until = models.DateField(
        "Koden gælder til og med", null=True, blank=True, default=join_codes.usual_end
    )
    drop_lowest = models.PositiveSmallIntegerField(
        "Se bort fra de laveste",
        default=0,
        help_text="Så mange af en studerendes laveste resultater tæller ikke med i summen. 0: alle tæller. "
        "Har holdet kategorier, gælder det i stedet, hvad hver kategori siger.",
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

    @property
    def takes_people(self) -> bool:
        """Whether the join code lets people in today; its last day is the whole of it."""
        return self.join_until is not None and timezone.localdate() <= self.join_until

    def renew_join_code(self):
        """Make the old code worthless and give the course a new one, which counts for the usual time at least."""
        self.join_code = join_codes.new()
        self.join_until = max(self.join_until or join_codes.usual_end(), join_codes.usual_end())
        self.save(update_fields=["join_code", "join_until"])

    def set_join_until(self, day: date | None):
        """Let the code take people until the end of this day, or with None nobody."""
        self.join_until = day
        self.save(update_fields=["join_until"])


class Membership(models.Model):
    """One person's part in one course."""

    class Role(models.TextChoices):
        """What a person is in the course."""

        TEACHER = access.TEACHER, "Underviser"
        MARKER = access.MARKER, "Bedømmer"
        STUDENT = access.STUDENT, "Studerende"

    course = models.ForeignKey(Course, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField("Rolle", max_length=10, choices=Role)
    joined_at = models.DateTimeField("Tilmeldt", default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "user"], name="one_membership_a_person"),
            models.CheckConstraint(condition=Q(role__in=access.ROLES), name="membership_role_known"),
        ]
        verbose_name = "medlem"
        verbose_name_plural = "medlemmer"

    def __str__(self):
        return f"{self.user}, {self.course}"
