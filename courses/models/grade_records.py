"""What is kept beside the work itself: own deadlines, marks that a teacher has changed, the table of grades."""

from decimal import Decimal
from itertools import pairwise

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from courses.models.append_only import AppendOnly

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


class GradeChange(AppendOnly):
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


def lower_is_not_less(upper: int | None, lower: int | None) -> bool:
    """Whether two limits stand the wrong way; one that could not be read is told of elsewhere."""
    return upper is not None and lower is not None and lower >= upper


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

    history = HistoricalRecords()

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
                violation_error_message="Grænserne skal falde for hvert trin, og den højeste kan højst være 100 %.",
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

    @property
    def limits(self) -> list[tuple[str, int]]:
        """Each grade but the lowest, with the percent from which it is suggested."""
        return [(grade, getattr(self, field)) for grade, field in self.STEPS]

    def clean(self) -> None:
        """Refuse limits that do not fall, beside the one that is too high."""
        super().clean()
        for (above, upper), (grade, lower) in pairwise(self.STEPS):
            if lower_is_not_less(getattr(self, upper), getattr(self, lower)):
                raise ValidationError(
                    {lower: f"Grænsen for {grade} skal være lavere end grænsen for {above}."}
                )

    def suggest(self, percent: Decimal) -> str:
        """The grade that the table gives for so many percent, as a suggestion.

        >>> GradeScale().suggest(Decimal(92)), GradeScale().suggest(Decimal("91.9"))
        ('12', '10')
        """
        return next((grade for grade, field in self.STEPS if percent >= getattr(self, field)), self.LOWEST)
