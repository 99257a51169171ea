"""What an assignment consists of: cases and quizzes to hand in, and sections to read."""

import secrets
from functools import cached_property

from django.db import models
from django.db.models import Q

from courses.models.assignment import Assignment

KINDS = {"case": "Case", "quiz": "Quiz", "section": "Afsnit"}


def new_seed() -> int:
    """A seed nobody can guess."""
    return secrets.randbelow(2**31)


class Item(models.Model):
    """One case, quiz or section of an assignment, and how much it weighs among the others."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField("Rækkefølge", default=1)
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, blank=True, related_name="set_items")
    quiz = models.ForeignKey("quizzes.Quiz", models.PROTECT, null=True, blank=True, related_name="set_items")
    section = models.ForeignKey(
        "lessons.Section", models.PROTECT, null=True, blank=True, related_name="set_items"
    )
    weight = models.PositiveSmallIntegerField("Vægt", default=1)
    # What everyone's variant is drawn from, where all have the same.
    seed = models.PositiveBigIntegerField(default=new_seed, editable=False)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, quiz=None, section=None)
                | Q(case=None, quiz__isnull=False, section=None)
                | Q(case=None, quiz=None, section__isnull=False),
                name="item_one_case_quiz_or_section",
            ),
        ]
        verbose_name = "del af aflevering"
        verbose_name_plural = "dele af afleveringer"

    def __str__(self):
        return str(self.content)

    @property
    def kind(self) -> str:
        """Which of the three it is."""
        return next(kind for kind in KINDS if getattr(self, f"{kind}_id"))

    @property
    def kind_name(self) -> str:
        """The same in Danish."""
        return KINDS[self.kind]

    @property
    def content(self):
        """The case, the quiz or the section."""
        return getattr(self, self.kind)

    @property
    def is_read(self) -> bool:
        """Whether it is read, and nothing is handed in."""
        return self.section_id is not None

    @property
    def grading_reading(self) -> str:
        """The reading that grades: the assignment's, else the content's, else the course's."""
        own = "" if self.section_id else self.content.reading
        return self.assignment.reading or own or self.assignment.course.reading

    @cached_property
    def varies(self) -> bool:
        """Whether a new draw asks something new: of a quiz whose questions are written out it does not."""
        if self.quiz is None:
            return self.case_id is not None
        known: bool | None = vars(self).get("draws_anew")
        if known is not None:
            return known
        return self.quiz.draws.exists() or self.quiz.questions.filter(kind="generated").exists()
