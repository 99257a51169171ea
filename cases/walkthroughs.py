"""One student's way through one variant of a case, with every answer as it was typed.

A row keeps all that the student saw: when the rules or the case change, an old result stays.
"""

import uuid
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from cases import marking, registry
from cases.answers import Answer
from cases.path import Progress, progress

# An answer sent in the last second is still on its way when the time is out, on a phone for some seconds.
GRACE = timedelta(seconds=30)


class WalkthroughQuerySet(models.QuerySet):
    """Walkthroughs narrowed to what a person may see."""

    def visible_to(self, user) -> Self:
        """The person's own. Teachers read the work of a course through the course."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def practice(self) -> Self:
        """What nobody set and nobody grades."""
        return self.filter(mode=Walkthrough.Mode.OEVE)

    def finished(self) -> Self:
        """What has a total: handed in, or every question of the practice answered."""
        return self.filter(total__isnull=False)

    def running(self) -> Self:
        """Timed and not handed in."""
        return self.filter(mode=Walkthrough.Mode.PROEVE, submitted_at=None)

    def unfinished(self) -> Self:
        """What waits for an answer: not handed in, no total, and not solved beforehand."""
        return self.filter(total=None, submitted_at=None).exclude(support=Walkthrough.Support.WHOLE)

    def for_page(self) -> Self:
        """With what the player and the result print, in one query more."""
        return self.select_related("case").prefetch_related("answers")


class Walkthrough(models.Model):
    """One student's variant of a case: frozen when it starts, filled in as answers come."""

    class Mode(models.TextChoices):
        """When feedback comes."""

        OEVE = "oeve", "Øve"
        AFLEVERING = "aflevering", "Aflevering"
        PROEVE = "proeve", "Prøve"

    class Level(models.TextChoices):
        """How a variant was drawn."""

        ORIGINAL = "original", "Som sagen"
        NEAR = "near", "Tæt på grænsen"
        TRAPS = "traps", "Med fælder"

    class Support(models.TextChoices):
        """How much of the solution is given beforehand: a worked example fades as it is repeated."""

        BLANK = "", "Uden hjælp"
        GAPS = "gaps", "Løsning med huller"
        WHOLE = "whole", "Hele løsningen"

    class Release(models.TextChoices):
        """When the feedback of an aflevering is shown."""

        AT_ONCE = "at_once", "Straks"
        AT_DUE = "at_due", "Når fristen er udløbet"
        BY_HAND = "by_hand", "Når underviseren frigiver"

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="walkthroughs")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="walkthroughs")
    seed = models.PositiveBigIntegerField(null=True, blank=True)
    level = models.CharField(max_length=10, choices=Level, default=Level.ORIGINAL)
    mode = models.CharField(max_length=12, choices=Mode, default=Mode.OEVE)
    reading = models.CharField(max_length=20, default="pensum")
    release_rule = models.CharField(max_length=10, choices=Release, default=Release.AT_ONCE)
    support = models.CharField(max_length=10, choices=Support, default=Support.BLANK, blank=True)
    # The walkthrough that this variant was asked for from, and the part of the method that it aims at.
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="variants")
    aims_at = models.CharField(max_length=20, blank=True)
    frozen = models.JSONField()
    started_at = models.DateTimeField(default=timezone.now)
    # The end of a timed walkthrough, by the clock of the server.
    ends_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    solution_shown_at = models.DateTimeField(null=True, blank=True)
    # The degree of help taken at each place of the path, 1 to 4.
    hints = models.JSONField(default=dict, blank=True)
    argument = models.TextField(blank=True)
    argument_saved_at = models.DateTimeField(null=True, blank=True)
    argument_points = models.JSONField(default=dict, blank=True)
    marks = models.JSONField(default=dict, blank=True)
    total = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    result = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    # The page that wrote last, and the version from which nobody else has written.
    page = models.CharField(max_length=40, blank=True)
    page_since = models.PositiveIntegerField(default=0)

    objects = WalkthroughQuerySet.as_manager()
    judged: list[Answer] | None = None
    # Of a walkthrough as it was earlier: the number of the change that ended it.
    changes_until: int | None = None

    class Meta:
        ordering = ["-started_at"]
        verbose_name = "gennemgang"
        verbose_name_plural = "gennemgange"
        indexes = [
            models.Index(fields=["user", "case"], name="cases_walk_of_user"),
            # The few whose time runs: whoever looks hands in those that are over.
            models.Index(
                fields=["ends_at"],
                condition=Q(submitted_at=None, ends_at__isnull=False),
                name="cases_walk_running",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(mode__in=["oeve", "aflevering", "proeve"]), name="walkthrough_mode_known"
            ),
            models.CheckConstraint(
                condition=Q(reading__in=["pensum", "gaeldende_ret"]),
                name="walkthrough_reading_known",
            ),
            models.CheckConstraint(
                condition=Q(total=None) | Q(total__gte=0, total__lte=1),
                name="walkthrough_total_is_a_share",
            ),
            models.CheckConstraint(
                condition=~Q(mode="proeve") | Q(ends_at__isnull=False), name="walkthrough_timed_has_an_end"
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(submitted_at__gte=F("started_at")),
                name="walkthrough_submitted_after_start",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(total__isnull=False),
                name="walkthrough_submitted_has_a_total",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.started_at:%Y-%m-%d}"

    def get_absolute_url(self):
        """The player."""
        return reverse("cases:player", args=[self.uuid])

    @property
    def title(self) -> str:
        """The title of the case as it was when the walkthrough started."""
        return self.frozen["title"]

    @property
    def reading_name(self) -> str:
        """The reading that grades, as people call it."""
        return {"pensum": "Pensum", "gaeldende_ret": "Gældende ret"}[self.reading]

    @property
    def is_practice(self) -> bool:
        """Whether feedback comes with every answer."""
        return self.mode == self.Mode.OEVE

    @property
    def is_example(self) -> bool:
        """Whether all of it is solved beforehand: nothing to answer and nothing to earn."""
        return self.support == self.Support.WHOLE

    @property
    def is_open(self) -> bool:
        """Whether answers may still be changed."""
        return self.submitted_at is None

    @property
    def is_timed(self) -> bool:
        """Whether it ends by the clock."""
        return self.mode == self.Mode.PROEVE

    def is_over(self) -> bool:
        """Whether the time is out, and with it the grace for answers that were on their way."""
        return self.is_timed and self.ends_at is not None and timezone.now() > self.ends_at + GRACE

    @property
    def ran_out(self) -> bool:
        """Whether the clock handed it in, or is about to."""
        return (
            self.is_timed
            and self.ends_at is not None
            and (self.submitted_at or timezone.now()) >= self.ends_at
        )

    @property
    def shows_total(self) -> bool:
        """Whether the list of the own attempts may tell the total."""
        own_time = self.is_timed and self.submitted_at is not None
        return self.is_practice or (own_time and self.release_rule == self.Release.AT_ONCE)

    def lock(self) -> Self:
        """The row as it is now with its answers, held until the transaction ends.

        Whoever writes makes a new version: answers that were read at this version are the newest.
        """
        locked = type(self).objects.select_for_update().get(pk=self.pk)
        locked.case = self.case
        read: dict = getattr(self, "_prefetched_objects_cache", {})
        if "answers" in read and locked.version == self.version:
            vars(locked)["_prefetched_objects_cache"] = {"answers": read["answers"]}
        else:
            models.prefetch_related_objects([locked], "answers")
        return locked

    def judge(self, rows: list[Answer]) -> None:
        """Judge these answers along the student's own path, and keep them with marks and remarks."""
        marking.mark(self, rows)
        first = [row for row in rows if row.pk is None]
        Answer.objects.bulk_create(first)
        Answer.objects.bulk_update([row for row in rows if row.has_changed()], Answer.CHANGING)
        self.save(update_fields=["version", "page", "page_since", "submitted_at", "marks", "total", "result"])
        self.judged = rows
        if self.is_practice or not self.is_open:
            registry.tell_judged(self, first if self.is_practice else rows)

    def given(self) -> list[Answer]:
        """The answers as they stand, those just judged without asking the database again."""
        return list(self.answers.all()) if self.judged is None else self.judged

    def submit(self) -> Self:
        """Hand in: closed and marked for good. Handing in twice counts once."""
        with transaction.atomic():
            locked = self.lock()
            if locked.is_open:
                # Handed in late by the clock, it was handed in when the time was out.
                locked.submitted_at = min(filter(None, (timezone.now(), locked.ends_at)))
                locked.version += 1
                locked.judge(locked.given())
                registry.tell_handed_in(locked)
            return locked

    def release(self) -> None:
        """Show the student the feedback. A second release keeps the time of the first."""
        if self.released_at is None:
            self.released_at = timezone.now()
            self.save(update_fields=["released_at"])

    def shows_feedback(self, context: dict | None = None) -> bool:
        """Whether verdicts and marks may be shown now; `context` is what the registry says of the row."""
        if self.is_practice:
            return True
        if self.is_open:
            return False
        is_released = self.released_at is not None and self.released_at <= timezone.now()
        if is_released or self.release_rule == self.Release.AT_ONCE:
            return True
        context = registry.context_of(self) if context is None else context
        due = context.get("due_at") if self.release_rule == self.Release.AT_DUE else None
        return bool(context.get("is_released") or (due and timezone.now() > due))

    @property
    def shows_solution(self) -> bool:
        """Whether the rule's own path may be told: in practice not while something on it is unanswered."""
        if not self.is_practice:
            return self.shows_feedback()
        return self.solution_shown_at is not None or self.result.get("is_whole", False)

    def progress(self) -> Progress:
        """How far the student is along the own path."""
        return progress(self.frozen, self.reading, self.given())
