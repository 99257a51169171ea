"""Grading handed-in work again: what was asked, how far the dry run is, and what it changes for whom."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from courses import access
from courses.models.course import Reading


class Regrade(models.Model):
    """One grading anew: a dry run first, then put in force as a whole, or not; and perhaps taken back."""

    class Scope(models.TextChoices):
        """Whose work it covers."""

        ONE = "one", "Denne aflevering"
        SAME = "same", "Alle holdets afleveringer med samme case eller quiz"
        COURSE = "course", "Alle holdets afleveringer"

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Venter på prøveberegning"
        RUNNING = "running", "Prøveberegnes"
        READY = "ready", "Prøveberegnet"
        FAILED = "failed", "Kunne ikke prøveberegnes"
        IN_FORCE = "in_force", "Gennemført"
        TAKEN_BACK = "taken_back", "Taget tilbage"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Where it was asked for; the work may belong to other assignments of the same course.
    assignment = models.ForeignKey("courses.Assignment", models.PROTECT, related_name="regrades")
    scope = models.CharField("Omfang", max_length=10, choices=Scope, default=Scope.ONE)
    # Empty: each work by the reading that graded it before.
    reading = models.CharField("Retsgrundlag", max_length=20, choices=Reading, blank=True)
    reason = models.TextField("Begrundelse")
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    worked_at = models.DateTimeField(default=timezone.now)
    committed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    committed_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    objects = access.RegradeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="regrade_has_a_reason"),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="regrade_done_within_total"),
            models.CheckConstraint(
                condition=Q(
                    state__in=["waiting", "running", "ready", "failed"], committed_at=None, undone_at=None
                )
                | Q(state="in_force", committed_at__isnull=False, undone_at=None)
                | Q(state="taken_back", committed_at__isnull=False, undone_at__isnull=False),
                name="regrade_state_fits_its_times",
            ),
        ]
        verbose_name = "ombedømmelse"
        verbose_name_plural = "ombedømmelser"

    def __str__(self):
        return f"{self.assignment}, {self.made_at:%Y-%m-%d}"

    def get_absolute_url(self):
        """Its progress, and then its changes."""
        assignment = self.assignment
        return reverse("courses:regrade", args=[assignment.course.uuid, assignment.uuid, self.uuid])

    @property
    def tries(self):
        """The acceptance that it brings into force, and nothing else with it; None for a grading anew of all."""
        return getattr(self, "acceptance", None)

    @property
    def is_running(self) -> bool:
        """Whether the dry run is not finished."""
        return self.state in (self.State.WAITING, self.State.RUNNING)


class RegradeChange(models.Model):
    """What one grading anew does to one hand-in."""

    class State(models.TextChoices):
        """What the dry run found."""

        WAITING = "waiting", "Ikke beregnet endnu"
        SAME = "same", "Uændret"
        WORDING = "wording", "Samme resultat, andre begrundelser, vægte eller regler"
        CHANGED = "changed", "Ændret"
        IMPOSSIBLE = "impossible", "Kan ikke ombedømmes"

    regrade = models.ForeignKey(Regrade, models.CASCADE, related_name="changes")
    submission = models.ForeignKey("courses.Submission", models.PROTECT, related_name="regrade_changes")
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    # Points after what being late costs; what counts differs where a teacher has set it by hand.
    old_points = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    new_points = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    set_points = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    highest = models.PositiveSmallIntegerField(default=0)
    old_grade = models.CharField(max_length=20, blank=True)
    new_grade = models.CharField(max_length=20, blank=True)
    # What changed, each as name, before and after; and what else the teacher must know.
    what = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    new_state = models.JSONField(null=True)
    # In what the work was graded otherwise than on the day of the dry run, where that is let be.
    stale = models.JSONField(default=list)
    # Tells whether the work still stands as it stood at the dry run, and as this change left it.
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)
    # Set when it is put in force: under which number the old result is kept, and whether the student had seen it.
    kept_as = models.PositiveSmallIntegerField(null=True)
    was_released = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["regrade", "submission"], name="regrade_change_once_a_work"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "same", "wording", "changed", "impossible"]),
                name="regrade_change_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["wording", "changed"]) | Q(new_state__isnull=False),
                name="regrade_change_has_a_new_state",
            ),
        ]
        indexes = [models.Index(fields=["regrade", "state"], name="courses_regrade_change_state")]
        verbose_name = "ændring ved ombedømmelse"
        verbose_name_plural = "ændringer ved ombedømmelse"

    def __str__(self):
        return f"{self.submission}, {self.get_state_display()}"

    @property
    def difference(self):
        """The points won, or lost below zero."""
        return self.new_points - self.old_points
