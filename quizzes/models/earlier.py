"""A result of an attempt that no longer stands, kept as it was."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class EarlierResult(models.Model):
    """The result of an attempt until it was graded again: items, keys and points as they then were."""

    attempt = models.ForeignKey("quizzes.Attempt", models.CASCADE, related_name="earlier")
    number = models.PositiveSmallIntegerField()
    kept = models.JSONField()
    total = models.DecimalField(max_digits=5, decimal_places=4)
    reading = models.CharField(max_length=20)
    # Whether the student had seen it.
    was_shown = models.BooleanField(default=False)
    replaced_at = models.DateTimeField(default=timezone.now)
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()

    class Meta:
        ordering = ["number"]
        verbose_name = "tidligere resultat"
        verbose_name_plural = "tidligere resultater"
        constraints = [
            models.UniqueConstraint(fields=["attempt", "number"], name="earlier_attempt_once_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="earlier_attempt_counts_from_one"),
            models.CheckConstraint(condition=~Q(reason=""), name="earlier_attempt_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.attempt_id}, {self.number}"
