"""What answers have shown of a student, thing by thing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Evidence(models.Model):
    """What one answer showed of one thing: a step, a figure, an outcome, a provision, a term.

    Only a first answer is evidence. It is held back while the student may not see how the answer was judged.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="evidence")
    component = models.CharField(max_length=120)
    topic = models.CharField(max_length=60, blank=True)
    share = models.FloatField()
    mistake = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=100)
    attempt = models.ForeignKey("quizzes.Attempt", models.CASCADE, null=True, blank=True, related_name="+")
    walkthrough = models.ForeignKey(
        "cases.Walkthrough", models.CASCADE, null=True, blank=True, related_name="+"
    )
    is_held = models.BooleanField(default=False)
    is_counted = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = "tegn på viden"
        verbose_name_plural = "tegn på viden"
        indexes = [models.Index(fields=["user", "is_counted"], name="quizzes_evidence_waiting")]
        constraints = [
            models.UniqueConstraint(fields=["user", "source", "component"], name="evidence_once_an_answer"),
            models.CheckConstraint(condition=Q(share__gte=0, share__lte=1), name="evidence_is_a_share"),
            models.CheckConstraint(
                condition=Q(is_held=False) | Q(is_counted=False), name="evidence_held_is_not_counted"
            ),
        ]

    def __str__(self):
        return f"{self.component}: {self.share:.2f}"


class Mastery(models.Model):
    """How sure it is that one student knows one thing, and when it is due again."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="masteries")
    component = models.CharField(max_length=120)
    topic = models.CharField(max_length=60, blank=True)
    known = models.FloatField()
    answers = models.PositiveIntegerField(default=0)
    right = models.FloatField(default=0)
    card = models.JSONField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["component"]
        verbose_name = "kendskab"
        verbose_name_plural = "kendskaber"
        constraints = [
            models.UniqueConstraint(fields=["user", "component"], name="mastery_once_a_thing"),
            models.CheckConstraint(condition=Q(known__gte=0, known__lte=1), name="mastery_is_a_chance"),
        ]

    def __str__(self):
        return f"{self.component}: {self.known:.2f}"
