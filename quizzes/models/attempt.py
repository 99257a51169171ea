"""One student's way through one set of questions, kept as it was shown and as it was answered.

The items are frozen when the attempt starts: facts, texts, options and keys. What the student saw
never changes, whatever happens to the questions or the rules. The keys never leave the server before
the answer is in.
"""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from quizzes import handing_in, registry, shares
from quizzes.items import Item
from quizzes.models.response import Response


class AttemptQuerySet(models.QuerySet):
    """Attempts narrowed to what a person may see."""

    def visible_to(self, user) -> Self:
        """The person's own. Teachers read the work of a course through the course."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def practice(self) -> Self:
        """What nobody set and nobody grades."""
        return self.filter(mode=Attempt.Mode.OEVE)

    def own(self) -> Self:
        """What the person began alone, in whatever mode; nobody set it."""
        return self.filter(own=True)

    def open(self) -> Self:
        """What has not been handed in."""
        return self.filter(submitted_at=None)

    def end_overdue(self) -> int:
        """Hand in what nobody opened again after its time; how many that were."""
        overdue = self.open().filter(closes_at__lt=timezone.now())
        return sum(handing_in.end_if_over(attempt) for attempt in overdue)

    def countable_by(self, user) -> Self:
        """What the person may count in statistics, where nobody is named: the upper apps decide."""
        return self.filter(registry.countable_by(user)) if user.is_authenticated else self.none()

    def done(self) -> Self:
        """What has been handed in, the newest first."""
        return self.filter(submitted_at__isnull=False).order_by("-submitted_at")


class Attempt(models.Model):
    """One round of questions for one student."""

    class Mode(models.TextChoices):
        """When feedback comes."""

        OEVE = "oeve", "Øve"
        AFLEVERING = "aflevering", "Aflevering"
        PROEVE = "proeve", "Prøve"

    class Release(models.TextChoices):
        """When the result of an aflevering is shown."""

        AT_ONCE = "at_once", "Straks efter aflevering"
        AT_DUE = "at_due", "Når fristen er udløbet"
        BY_HAND = "by_hand", "Når underviseren frigiver"

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="attempts")
    quiz = models.ForeignKey("quizzes.Quiz", models.PROTECT, null=True, blank=True, related_name="attempts")
    title = models.CharField(max_length=160)
    seed = models.PositiveBigIntegerField()
    mode = models.CharField(max_length=12, choices=Mode, default=Mode.OEVE)
    own = models.BooleanField(default=True)
    reading = models.CharField(max_length=20, default="pensum")
    release_rule = models.CharField(max_length=10, choices=Release, default=Release.AT_ONCE)
    frozen = models.JSONField()
    started_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    points = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    max_points = models.DecimalField(max_digits=7, decimal_places=4)
    total = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        verbose_name = "forsøg"
        verbose_name_plural = "forsøg"
        indexes = [
            models.Index(fields=["user", "quiz"], name="quizzes_attempt_of_user"),
            # The few whose time runs: whoever looks hands in those that are over.
            models.Index(
                fields=["closes_at"],
                condition=Q(submitted_at=None, closes_at__isnull=False),
                name="quizzes_attempt_running",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(mode__in=["oeve", "aflevering", "proeve"]), name="attempt_mode_known"
            ),
            models.CheckConstraint(
                condition=Q(reading__in=["pensum", "gaeldende_ret"]), name="attempt_reading_known"
            ),
            models.CheckConstraint(
                condition=Q(release_rule__in=["at_once", "at_due", "by_hand"]), name="attempt_release_known"
            ),
            models.CheckConstraint(
                condition=Q(total=None) | Q(total__gte=0, total__lte=1), name="attempt_total_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(points=None) | Q(points__gte=0, points__lte=F("max_points")),
                name="attempt_points_within_bounds",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, points=None, total=None)
                | Q(submitted_at__gte=F("started_at"), points__isnull=False, total__isnull=False),
                name="attempt_submitted_has_points",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None, closes_at=None)
                | Q(ends_at__isnull=False, closes_at__isnull=False, closes_at__gte=F("ends_at")),
                name="attempt_closes_after_its_end",
            ),
            models.UniqueConstraint(
                fields=["user", "quiz"],
                condition=Q(own=True, submitted_at=None, quiz__isnull=False),
                name="attempt_one_open_practice_a_quiz",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(mode="oeve", submitted_at=None, quiz=None),
                name="attempt_one_open_free_practice",
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.started_at:%Y-%m-%d}"

    def get_absolute_url(self):
        """The page that asks the next question, or the result when it is handed in."""
        return reverse("quizzes:attempt", args=[self.uuid])

    @cached_property
    def items(self) -> list[Item]:
        """The questions as they were asked, keys and all: for the server only."""
        return [Item(data, number) for number, data in enumerate(self.frozen["items"], 1)]

    @cached_property
    def answers(self) -> dict[str, Response]:
        """What has been answered so far, by item; read once."""
        return {response.item: response for response in self.responses.all()}

    @property
    def version(self) -> int:
        """How often answers have been saved: tells a page whether it shows the newest."""
        return sum(response.version for response in self.answers.values())

    @property
    def goes_on(self) -> bool:
        """Whether the next question is chosen by what has been answered."""
        return "plan" in self.frozen

    @property
    def percent(self) -> int | None:
        """The result in whole percent; None while nothing is handed in."""
        return shares.percent(self.total)

    @property
    def is_practice(self) -> bool:
        """Whether feedback comes with every answer."""
        return self.mode == self.Mode.OEVE

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.submitted_at is None

    @property
    def is_over(self) -> bool:
        """Whether the time and its grace are out while nothing is handed in; the server's clock decides."""
        return bool(self.is_open and self.closes_at and timezone.now() > self.closes_at)

    @property
    def time_is_out(self) -> bool:
        """Whether the time is out by the server's clock, its grace or not."""
        return bool(self.ends_at and timezone.now() >= self.ends_at)

    @property
    def ran_out(self) -> bool:
        """Whether it was handed in because the time was out."""
        return bool(self.submitted_at and self.ends_at and self.submitted_at >= self.ends_at)

    @property
    def asks_certainty(self) -> bool:
        """Whether answers are marked by how sure the student was."""
        return self.frozen.get("certainty", False)

    @property
    def awaits_marking(self) -> int:
        """How many answers wait for a teacher."""
        return sum(response.points is None for response in self.answers.values()) * (not self.is_practice)

    @property
    def is_released(self) -> bool:
        """Whether the student may see what was right."""
        return bool(self.submitted_at and self.released_at and self.released_at <= timezone.now())

    def shows_feedback(self, response) -> bool:
        """Whether the student may see what was right on the item of this response."""
        return self.is_released or (self.is_practice and response is not None)

    def progress(self) -> handing_in.Progress:
        """How far the student is, and the result when there is one."""
        return handing_in.progress(self)

    def submit(self, version=None) -> None:
        """Hand in: answers are final and counted. A second call changes nothing."""
        handing_in.submit(self, version)

    def end_if_over(self) -> bool:
        """Hand in what was saved when the time is out; whether that was done."""
        return handing_in.end_if_over(self)

    def release(self, at=None) -> None:
        """Let the student see the result, now or from a time that is set."""
        handing_in.release(self, at)
