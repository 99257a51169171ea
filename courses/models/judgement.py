"""What each of two markers has given an argument, and what was agreed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from courses.models.submission import Submission


class Judgement(models.Model):
    """One person's points for one argument, in an assignment that two mark.

    `points` holds by criterion what is given and of how much: `{"q1-jus": {"points": "1.5", "of": 2}}`. What counts
    stands on the work itself; this is what it came from.
    """

    class Place(models.IntegerChoices):
        """Whose it is: of the one who was first, of the other, or what was agreed where they differed."""

        FIRST = 1, "Første bedømmer"
        SECOND = 2, "Anden bedømmer"
        AGREED = 3, "Aftalt"

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="judgements")
    # None: the argument of a case, of which there is one.
    response = models.ForeignKey("quizzes.Response", models.PROTECT, null=True, related_name="+")
    place = models.PositiveSmallIntegerField(choices=Place)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    points = models.JSONField()
    comment = models.TextField(blank=True)
    # Why the points are as they are agreed.
    reason = models.TextField(blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["submission", "response", "place"]
        constraints = [
            models.CheckConstraint(condition=Q(place__in=[1, 2, 3]), name="judgement_place_known"),
            models.UniqueConstraint(
                fields=["submission", "place"], condition=Q(response=None), name="judgement_one_a_place"
            ),
            models.UniqueConstraint(
                fields=["response", "place"],
                condition=Q(response__isnull=False),
                name="judgement_one_a_place_of_a_response",
            ),
            models.UniqueConstraint(
                fields=["submission", "by"],
                condition=Q(response=None, place__lte=2),
                name="judgement_two_are_two_people",
            ),
            models.UniqueConstraint(
                fields=["response", "by"],
                condition=Q(response__isnull=False, place__lte=2),
                name="judgement_two_are_two_people_of_a_response",
            ),
        ]
        verbose_name = "bedømmelse"
        verbose_name_plural = "bedømmelser"

    def __str__(self):
        return f"{self.submission}, {self.get_place_display()}"
