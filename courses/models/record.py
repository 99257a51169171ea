"""The record of a course: who changed what, when, from what, to what and why."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from courses import access
from courses.models.append_only import AppendOnly, AppendOnlyQuerySet


class RecordQuerySet(AppendOnlyQuerySet, access.RecordQuerySet):  # type: ignore[override]
    """The record, narrowed to what a person may read."""


class RecordEntry(AppendOnly):
    """One thing that was done. No name stands in it: persons are rows, so that the one who is erased is a number."""

    class Kind(models.TextChoices):
        """What was done."""

        JOINED = "joined", "Tilmeldt med koden"
        ADDED = "added", "Sat på holdet"
        LEFT = "left", "Har forladt holdet"
        REMOVED = "removed", "Taget af holdet"
        ROLE = "role", "Ny rolle på holdet"
        CODE = "code", "Tilmeldingskoden"
        COURSE = "course", "Holdets indstillinger"
        ARCHIVE = "archive", "Arkivering"
        ASSIGNMENT = "assignment", "Afleveringens indstillinger"
        RELEASE = "release", "Frigivelse"
        EXTENSION = "extension", "Egen frist eller tid"
        MARK = "mark", "Point sat af underviser"
        ARGUMENT = "argument", "Bedømmelse af begrundelse"
        REGRADE = "regrade", "Ombedømmelse"
        CONTENT = "content", "Opgavens indhold og nøgle"
        SCALE = "scale", "Skolens karaktertabel"
        CATEGORY = "category", "Kategori i karaktererne"
        VOTE = "vote", "Håndsoprækning"

    # None: the whole institution.
    course = models.ForeignKey("courses.Course", models.PROTECT, null=True, related_name="record")
    assignment = models.ForeignKey("courses.Assignment", models.PROTECT, null=True, related_name="record")
    at = models.DateTimeField(default=timezone.now)
    # None: nobody in person, such as a file that was read in.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    subject = models.CharField(max_length=200, blank=True)
    # Words, or words by label.
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)

    objects = RecordQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        ordering = ["-pk"]
        verbose_name = "indførsel i historikken"
        verbose_name_plural = "historik"

    def __str__(self):
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d}"

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """(label, from, to) of everything that was changed; the label is empty where there is one thing."""
        before, after = _by_label(self.before), _by_label(self.after)
        return [(label, before.get(label, ""), after.get(label, "")) for label in {**before, **after}]


def _by_label(said: Any) -> dict[str, str]:
    if isinstance(said, dict):
        return said
    return {} if said is None else {"": str(said)}
