"""Byg en sag: the facts that a student has made so that the law gets where the task says."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class BuildingQuerySet(models.QuerySet):
    """Buildings narrowed to what a person may see."""

    def visible_to(self, user) -> Self:
        """The person's own."""
        return self.filter(user=user) if user.is_authenticated else self.none()


class Building(models.Model):
    """One student's work on one reverse task: the newest facts, how many tries, and when it was solved."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="buildings")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="buildings")
    # The question and the wanted outcomes, as text that a change of the case leaves alone.
    task = models.CharField(max_length=200)
    facts = models.JSONField(default=dict)
    tries = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)
    solved_at = models.DateTimeField(null=True, blank=True)

    objects = BuildingQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at"]
        verbose_name = "bygget sag"
        verbose_name_plural = "byggede sager"
        constraints = [
            models.UniqueConstraint(fields=["user", "case", "task"], name="building_once_a_task"),
            models.CheckConstraint(condition=Q(tries__gte=1), name="building_was_tried"),
        ]

    def __str__(self):
        return f"{self.case}: {self.task}"
