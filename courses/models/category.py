"""Categories of assignments, by which the sum of a course is weighed."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from courses.models.course import Course


class Category(models.Model):
    """Some of the assignments of a course, with what they weigh together. What has none shares what is left of 100."""

    course = models.ForeignKey(Course, models.CASCADE, related_name="categories")
    name = models.CharField("Kategoriens navn", max_length=60)
    weight = models.PositiveSmallIntegerField(
        "Vægt (%)", help_text="Af holdets samlede resultat. 0: vises, men tæller ikke."
    )
    drop_lowest = models.PositiveSmallIntegerField(
        "Se bort fra de laveste",
        default=0,
        help_text="Så mange af en studerendes laveste resultater i kategorien tæller ikke med. 0: alle tæller.",
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("course", Lower("name"), name="one_category_of_a_name_in_a_course"),
            models.CheckConstraint(condition=~Q(name=""), name="category_has_a_name"),
            models.CheckConstraint(condition=Q(weight__lte=100), name="category_weight_is_a_share"),
        ]
        verbose_name = "kategori"
        verbose_name_plural = "kategorier"

    def __str__(self):
        return self.name
