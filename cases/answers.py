"""One answer of a walkthrough, kept as typed and as read."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Answer(models.Model):
    """One answer, kept as typed and as read. A later try overwrites it and is counted."""

    class Part(models.TextChoices):
        """What is answered; the names are those of the rules' answers."""

        FACTS = "facts", "Faktum"
        JUS = "jus", "Jus"
        STEPS = "steps", "Subsumption"
        FIGURES = "figures", "Tal og datoer"
        OUTCOME = "outcome", "Konklusion"

    CHANGING = [
        "raw",
        "value",
        "tries",
        "best",
        "is_given",
        "saved_at",
        "status",
        "mistake",
        "remark",
        "citation",
    ]

    walkthrough = models.ForeignKey("cases.Walkthrough", models.CASCADE, related_name="answers")
    question = models.CharField(max_length=20)
    part = models.CharField(max_length=10, choices=Part)
    key = models.CharField(max_length=60)
    raw = models.CharField(max_length=500)
    value = models.JSONField(null=True)
    tries = models.PositiveSmallIntegerField(default=1)
    best = models.FloatField(default=0)
    # Given with a worked example; it earns nothing and counts for nothing.
    is_given = models.BooleanField(default=False)
    saved_at = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=12, blank=True)
    # The mistake named last; in practice it stays when the answer is put right.
    mistake = models.CharField(max_length=60, blank=True)
    remark = models.TextField(blank=True)
    citation = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "svar"
        verbose_name_plural = "svar"
        constraints = [
            models.UniqueConstraint(
                fields=["walkthrough", "question", "part", "key"], name="answer_once_an_item"
            ),
            models.CheckConstraint(condition=Q(tries__gte=1), name="answer_was_tried"),
            models.CheckConstraint(condition=Q(best__gte=0, best__lte=1), name="answer_best_is_a_share"),
            models.CheckConstraint(
                condition=Q(part__in=["facts", "jus", "steps", "figures", "outcome"]),
                name="answer_part_known",
            ),
        ]

    def __str__(self):
        return f"{self.question}/{self.part}/{self.key}: {self.raw}"

    @classmethod
    def from_db(cls, db, field_names, values):
        """Remember what the database holds, so that only what has changed is written."""
        row = super().from_db(db, field_names, values)
        row.kept = row.state()
        return row

    def has_changed(self) -> bool:
        """Whether a stored answer differs from what the database holds."""
        kept = getattr(self, "kept", None)
        return kept is not None and kept != self.state()

    def state(self) -> list:
        """What may change in an answer, as it is now."""
        return [self.__dict__.get(name) for name in self.CHANGING]
