"""A show of hands in class, as the teacher counted it."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from courses.models.course import Course


class Vote(models.Model):
    """How many chose each answer to a question that refutes a mistake, before and after they talked.

    Question and answers are kept as they were shown; `before` and `after` hold a number for each answer.
    """

    course = models.ForeignKey(Course, models.CASCADE, related_name="votes")
    topic = models.CharField(max_length=60)
    mistake = models.CharField(max_length=60)
    seed = models.PositiveBigIntegerField()
    question = models.TextField()
    options = models.JSONField()
    before = models.JSONField()
    after = models.JSONField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "topic", "mistake", "seed"], name="vote_once_a_variant")
        ]
        verbose_name = "håndsoprækning"
        verbose_name_plural = "håndsoprækninger"

    def __str__(self):
        return f"{self.course}: {self.mistake}"
