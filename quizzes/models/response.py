"""The answer to one question of an attempt."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Response(models.Model):
    """The answer to one item, and what was said of it."""

    attempt = models.ForeignKey("quizzes.Attempt", models.CASCADE, related_name="responses")
    item = models.CharField(max_length=20)
    chosen = models.JSONField()
    points = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    certainty = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.TextField(blank=True)
    # What a teacher gave each criterion of an argument, with who and when, and the comment.
    marking = models.JSONField(default=dict, blank=True)
    topic = models.CharField(max_length=60, blank=True)
    ask = models.CharField(max_length=60, blank=True)
    mistake = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)
    page = models.CharField(max_length=20, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "svar"
        verbose_name_plural = "svar"
        indexes = [models.Index(fields=["topic", "saved_at"], name="quizzes_response_topic")]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "item"], name="response_once_an_item"),
            models.CheckConstraint(
                condition=Q(points__gte=0, points__lte=1), name="response_points_are_a_share"
            ),
            models.CheckConstraint(
                condition=Q(certainty=None) | Q(certainty__gte=1, certainty__lte=3),
                name="response_certainty_known",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="response_was_saved"),
        ]

    def __str__(self):
        return f"{self.attempt_id}/{self.item}"
