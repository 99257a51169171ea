"""A result of an attempt that no longer stands, kept as it was."""

from django.db import models

from cases.earlier import Earlier, numbered


class EarlierResult(Earlier):
    """The earlier result of an attempt: items, keys and points as they then were."""

    attempt = models.ForeignKey("quizzes.Attempt", models.CASCADE, related_name="earlier")

    class Meta(Earlier.Meta):
        constraints = numbered("attempt", "earlier_attempt")

    def __str__(self):
        return f"{self.attempt_id}, {self.number}"
