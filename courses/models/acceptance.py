"""A judgement of an answer that a teacher has put right, for one hand-in or for all who answered the same."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from courses import access


class Acceptance(models.Model):
    """What an answer is to earn. It comes into force, and goes, with its regrade; who gave it and why stands there."""

    class Sameness(models.TextChoices):
        """By what another answer is known to be the same."""

        ANSWER = "answer", "Det samme svar"
        MISTAKE = "mistake", "Den samme fejl"

    regrade = models.OneToOneField("courses.Regrade", models.PROTECT, related_name="acceptance")
    assignment = models.ForeignKey("courses.Assignment", models.PROTECT, related_name="acceptances")
    # None: every hand-in of the assignment.
    submission = models.ForeignKey(
        "courses.Submission", models.PROTECT, null=True, blank=True, related_name="acceptances"
    )
    # What it is about as the graders write it, and the digest by which they find it.
    about = models.JSONField()
    signature = models.CharField(max_length=64)
    sameness = models.CharField(max_length=10, choices=Sameness, default=Sameness.ANSWER)
    # As the teacher read them.
    question = models.TextField()
    answer = models.TextField()
    percent = models.PositiveSmallIntegerField()
    in_force_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The one that counted until this came into force; it counts again when this is taken back.
    replaces = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = access.AcceptanceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(percent__lte=100), name="acceptance_percent_is_a_share"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(in_force_at__isnull=False),
                name="acceptance_was_in_force_before_it_went",
            ),
            models.UniqueConstraint(
                fields=["assignment", "signature"],
                condition=Q(submission=None, in_force_at__isnull=False, taken_back_at=None),
                name="acceptance_one_for_all_in_force",
            ),
            models.UniqueConstraint(
                fields=["submission", "signature"],
                condition=Q(submission__isnull=False, in_force_at__isnull=False, taken_back_at=None),
                name="acceptance_one_for_one_in_force",
            ),
        ]
        verbose_name = "rettet bedømmelse"
        verbose_name_plural = "rettede bedømmelser"

    def __str__(self):
        return f"{self.question}: {self.percent} %"

    @property
    def is_for_all(self) -> bool:
        """Whether it is of every hand-in with the same answer."""
        return self.submission_id is None

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.in_force_at is not None and self.taken_back_at is None
