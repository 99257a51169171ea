"""What is handed in."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from courses import access, deadlines
from courses.models.assignment import Assignment
from courses.models.item import Item


class Submission(models.Model):
    """One student's one try at one item of an assignment."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="submissions")
    item = models.ForeignKey(Item, models.PROTECT, related_name="submissions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="submissions")
    # Which try it is, from 1.
    number = models.PositiveSmallIntegerField("Forsøg", default=1)
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
            models.UniqueConstraint(fields=["item", "user", "number"], name="one_submission_a_try"),
            models.CheckConstraint(condition=Q(number__gte=1), name="submission_number_from_one"),
            models.CheckConstraint(
                condition=Q(walkthrough=None, attempt__isnull=False)
                | Q(walkthrough__isnull=False, attempt=None),
                name="submission_one_walkthrough_or_one_attempt",
            ),
        ]
        verbose_name = "besvarelse"
        verbose_name_plural = "besvarelser"

    def __str__(self):
        return f"{self.user}, {self.assignment}, {self.number}"

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
