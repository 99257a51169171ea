"""What is kept beside the work itself: own deadlines, marks that a teacher has changed, the table of grades."""

from decimal import Decimal
from typing import Any, NoReturn

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

MOST_FACTOR = Decimal(4)


class Extension(models.Model):
    """One student's own deadline and extra time on one assignment. Why is nobody's business here."""

    assignment = models.ForeignKey("courses.Assignment", models.CASCADE, related_name="extensions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="extensions")
    due_at = models.DateTimeField("Egen frist", null=True, blank=True)
    factor = models.DecimalField("Tid ganges med", max_digits=3, decimal_places=2, default=Decimal(1))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "user"], name="one_extension_a_student"),
            models.CheckConstraint(
                condition=Q(factor__gte=1, factor__lte=MOST_FACTOR), name="extension_factor_gives_time"
            ),
        ]
        verbose_name = "fristforlængelse"
        verbose_name_plural = "fristforlængelser"

    def __str__(self):
        return f"{self.user}, {self.assignment}"


class Kept(Exception):
    """A record that is only ever added to was to be changed or removed."""


class RecordQuerySet(models.QuerySet):
    """Rows that stay as they were written."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Kept("A change of a mark is never changed or removed; write a new one.")

    update = bulk_update = delete = update_or_create = _refuse


class GradeChange(models.Model):
    """A teacher set a student's points by hand, or let the computed points count again. Append-only."""

    assignment = models.ForeignKey("courses.Assignment", models.PROTECT, related_name="grade_changes")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="grade_changes")
    # The number of the change for this student and assignment: of two at once the database keeps one.
    version = models.PositiveIntegerField()
    old_points = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    # None: what the rules and the late policy give counts again.
    new_points = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    reason = models.TextField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "user", "version"], name="grade_change_once_a_version"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="grade_change_version_counts_from_one"),
            models.CheckConstraint(condition=~Q(reason=""), name="grade_change_has_a_reason"),
            models.CheckConstraint(
                condition=Q(new_points=None) | Q(new_points__gte=0), name="grade_change_points_not_negative"
            ),
        ]
        verbose_name = "ændring af point"
        verbose_name_plural = "ændringer af point"

    def __str__(self):
        return f"{self.user}, {self.assignment}, {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once."""
        if not self._state.adding:
            raise Kept("A change of a mark is never changed; write a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Never."""
        raise Kept("A change of a mark is never removed.")


class GradeScale(models.Model):
    """The institution's table from percent to the 7-trinsskala. The newest one counts, for suggestions alone."""

    STEPS = (
        ("12", "from_12"),
        ("10", "from_10"),
        ("7", "from_7"),
        ("4", "from_4"),
        ("02", "from_02"),
        ("00", "from_00"),
    )
    LOWEST = "-3"

    name = models.CharField("Navn", max_length=80, default="7-trinsskalaen")
    from_12 = models.PositiveSmallIntegerField("12 fra (%)", default=92, validators=[MaxValueValidator(100)])
    from_10 = models.PositiveSmallIntegerField("10 fra (%)", default=82)
    from_7 = models.PositiveSmallIntegerField("7 fra (%)", default=67)
    from_4 = models.PositiveSmallIntegerField("4 fra (%)", default=57)
    from_02 = models.PositiveSmallIntegerField("02 fra (%)", default=50)
    from_00 = models.PositiveSmallIntegerField("00 fra (%)", default=20)

    class Meta:
        get_latest_by = "pk"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    from_12__lte=100,
                    from_10__lt=F("from_12"),
                    from_7__lt=F("from_10"),
                    from_4__lt=F("from_7"),
                    from_02__lt=F("from_4"),
                    from_00__lt=F("from_02"),
                ),
                name="grade_scale_descends",
            )
        ]
        verbose_name = "karaktertabel"
        verbose_name_plural = "karaktertabeller"

    def __str__(self):
        return self.name

    @classmethod
    def current(cls) -> "GradeScale":
        """The institution's newest table, or the default one."""
        return cls.objects.last() or cls()

    def suggest(self, percent: Decimal) -> str:
        """The grade that the table gives for so many percent, as a suggestion.

        >>> GradeScale().suggest(Decimal(92)), GradeScale().suggest(Decimal("91.9"))
        ('12', '10')
        """
        return next((grade for grade, field in self.STEPS if percent >= getattr(self, field)), self.LOWEST)
