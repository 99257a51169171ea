"""A quiz: questions of the bank in an order."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.urls import reverse
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

from authoring.models import ContentItem, ContentQuerySet
from quizzes import shares
from quizzes.models.attempt import Attempt
from quizzes.models.bank import READINGS, Question


class QuizQuerySet(ContentQuerySet):
    """Quizzes narrowed to what a person may see, with what the person has done."""

    def with_standing(self, user) -> Self:
        """With the number of questions, and how often, how well and whether just now the person practised."""
        own = Attempt.objects.filter(user=user, mode=Attempt.Mode.OEVE, quiz=OuterRef("pk")).order_by()
        done = own.filter(submitted_at__isnull=False).values("quiz")
        asked = QuizItem.objects.filter(
            quiz=OuterRef("pk"), question__status="published", question__retired_at=None
        )
        return self.annotate(
            question_count=Subquery(asked.order_by().values("quiz").annotate(n=Count("pk")).values("n")),
            done_count=Subquery(done.annotate(n=Count("pk")).values("n")),
            best=Subquery(done.annotate(top=Max("total")).values("top")),
            open_uuid=Subquery(own.filter(submitted_at=None).values("uuid")[:1]),
        )


class Quiz(ContentItem):
    """An ordered set of questions that a student takes in one go."""

    intro = models.TextField("indledning", blank=True)
    shuffle = models.BooleanField(
        "bland rækkefølgen", default=False, help_text="Spørgsmål og svar kommer i ny rækkefølge hver gang."
    )
    reading = models.CharField(
        "retsgrundlag",
        max_length=20,
        choices=READINGS,
        blank=True,
        help_text="Tomt: holdets eller opgavens retsgrundlag, ellers pensum.",
    )
    questions = models.ManyToManyField(Question, through="QuizItem", related_name="quizzes")

    objects = QuizQuerySet.as_manager()  # type: ignore[misc]
    best: Decimal | None

    class Meta(ContentItem.Meta):
        ordering = ["title"]
        verbose_name = "quiz"
        verbose_name_plural = "quizzer"
        constraints = [
            *ContentItem.Meta.constraints,
            models.CheckConstraint(condition=Q(reading__in=["", *READINGS]), name="quiz_reading_known"),
        ]

    def get_absolute_url(self):
        """The page where a student begins."""
        return reverse("quizzes:quiz", args=[self.slug])

    def copy_children(self, copy):
        """The questions in their order, for somebody who makes this quiz their own."""
        items = [
            QuizItem(quiz=copy, question_id=item.question_id, order=item.order) for item in self.items.all()
        ]
        bulk_create_with_history(items, QuizItem)

    @property
    def best_percent(self) -> int | None:
        """The best of the person whose standing was asked for, in whole percent."""
        return shares.percent(self.best)

    def asked(self):
        """The questions that a new attempt asks, in order; drafts and retired ones are left out."""
        places = self.items.filter(question__in=Question.objects.published())
        return [
            place.question
            for place in places.select_related("question").prefetch_related("question__options")
        ]


class QuizItem(models.Model):
    """A question's place in a quiz."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, verbose_name="spørgsmål", related_name="items")
    order = models.PositiveSmallIntegerField("rækkefølge", default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "spørgsmål i quizzen"
        verbose_name_plural = "spørgsmål i quizzen"
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "question"],
                name="quiz_asks_a_question_once",
                violation_error_message="Spørgsmålet står to gange.",
            )
        ]

    def __str__(self):
        return str(self.question)
