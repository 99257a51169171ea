"""Receipts as files."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from courses.models.append_only import AppendOnly


class ReceiptFile(AppendOnly):
    """The receipt of a hand-in as it was at one time: its data, and the PDF made of it. A change makes a new one.

    The PDF is kept here and not in a folder: it is saved, backed up and moved together with the rows that it is of.
    """

    submission = models.ForeignKey("courses.Submission", models.PROTECT, related_name="receipt_files")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    text = models.TextField()
    pdf = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "kvittering"
        verbose_name_plural = "kvitteringer"
        constraints = [
            models.UniqueConstraint(fields=["submission", "number"], name="receipt_number_once"),
            models.UniqueConstraint(fields=["submission", "sha256"], name="receipt_made_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="receipt_number_counts_from_one"),
        ]

    def __str__(self):
        return f"{self.submission}, {self.number}"
