"""The receipts of a whole assignment, made in the background."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from courses.models.assignment import Assignment

# So long without a receipt, and the page offers to go on.
QUIET = timedelta(minutes=1)


class ReceiptBundle(models.Model):
    """How far the receipts of an assignment are. The files themselves are kept with each hand-in.

    `waiting` holds the hand-ins that are still to come, `files` the receipts, `failed` what none could be made of.
    """

    class State(models.TextChoices):
        """Where it stands."""

        RUNNING = "running", "Bliver lavet"
        READY = "ready", "Klar"
        STOPPED = "stopped", "Gået i stå"

    assignment = models.OneToOneField(Assignment, models.CASCADE, related_name="receipt_bundle")
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    waiting = models.JSONField(default=list)
    files = models.JSONField(default=list)
    failed = models.JSONField(default=list)
    asked_at = models.DateTimeField(default=timezone.now)
    worked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "samlede kvitteringer"
        verbose_name_plural = "samlede kvitteringer"

    def __str__(self):
        return f"{self.assignment}, kvitteringer"

    @property
    def done(self) -> int:
        """How many are made, or cannot be made."""
        return len(self.files) + len(self.failed)

    @property
    def total(self) -> int:
        """How many it is to hold."""
        return self.done + len(self.waiting)

    @property
    def is_running(self) -> bool:
        """Whether the worker is at it, or will be."""
        return self.state == self.State.RUNNING

    @property
    def is_quiet(self) -> bool:
        """Whether it should be further by now."""
        return self.is_running and timezone.now() - self.worked_at > QUIET
