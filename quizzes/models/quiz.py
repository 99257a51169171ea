"""A quiz: questions of the bank in an order."""

from decimal import Decimal
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Avg, Count, Max, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

from authoring.models import ContentItem, ContentQuerySet
from quizzes import shares
from quizzes.attempts_that_count import OWN, RULES
from quizzes.models.attempt import Attempt
from quizzes.models.bank import READINGS, Question


class QuizQuerySet(ContentQuerySet):
    """Quizzes narrowed to what a person may see, with what the person has done."""

    def with_standing(self, user) -> Self:
        """With the number of questions, and how often, how well and whether just now the person practised."""
        own = Attempt.objects.own().filter(user=user, quiz=OuterRef("pk")).order_by()
        ended = own.filter(submitted_at__isnull=False)
        done = ended.values("quiz")
        asked = QuizItem.objects.filter(
            quiz=OuterRef("pk"), question__status="published", question__retired_at=None
        )
        drawn = Draw.objects.filter(quiz=OuterRef("pk")).order_by().values("quiz").annotate(n=Sum("count"))
        return self.annotate(
            drawn_count=Subquery(drawn.values("n")),
            question_count=Subquery(asked.order_by().values("quiz").annotate(n=Count("pk")).values("n")),
            done_count=Subquery(done.annotate(n=Count("pk")).values("n")),
            best=Subquery(done.annotate(top=Max("total")).values("top")),
            mean=Subquery(done.annotate(middle=Avg("total")).values("middle")),
            first=Subquery(ended.order_by("submitted_at").values("total")[:1]),
            last=Subquery(ended.order_by("-submitted_at").values("total")[:1]),
            open_uuid=Subquery(own.filter(submitted_at=None).values("uuid")[:1]),
        )


class Quiz(ContentItem):
    """An ordered set of questions that a student takes in one go."""

    intro = models.TextField("indledning", blank=True)
    belongs_to = models.CharField(
        "hører til",
        max_length=120,
        blank=True,
        help_text="Adressen på et afsnit eller et kapitel i bogen, fx /laer/kaution/. "
        "Der står quizzen i listen. Tomt: en quiz på tværs af bogen.",
    )
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
    mode = models.CharField(
        "begrundelserne kommer",
        max_length=12,
        choices={
            "oeve": "Øve: straks efter hvert svar",
            "aflevering": "Aflevering: når alle svar er afleveret",
            "proeve": "Prøve: på tid, når alle svar er afleveret",
        },
        default="oeve",
        help_text="Gælder, når den studerende selv begynder. I en opgave bestemmer opgaven.",
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        "forsøg", null=True, blank=True, help_text="Tomt: så mange, man vil."
    )
    counts = models.CharField("det forsøg, der tæller", max_length=5, choices=RULES, default="best")
    minutes = models.PositiveSmallIntegerField(
        "minutter", null=True, blank=True, help_text="Tomt: uden tidsgrænse. Gælder ikke, når man øver."
    )
    grace_seconds = models.PositiveSmallIntegerField(
        "henstand i sekunder", default=60, help_text="Så længe tages svar imod, efter at tiden er gået."
    )
    certainty = models.BooleanField(
        "spørg, hvor sikker man er",
        default=False,
        help_text="1-3: rigtigt giver 1, 2 eller 3 point; forkert giver 0, minus 2 eller minus 6.",
    )
    questions = models.ManyToManyField(Question, through="QuizItem", related_name="quizzes")

    objects = QuizQuerySet.as_manager()  # type: ignore[misc]
    best: Decimal | None
    mean: Decimal | None
    first: Decimal | None
    last: Decimal | None
    done_count: int | None
    question_count: int | None
    drawn_count: int | None
    open_uuid: UUID | None

    class Meta(ContentItem.Meta):
        ordering = ["title"]
        verbose_name = "quiz"
        verbose_name_plural = "quizzer"
        constraints = [
            *ContentItem.Meta.constraints,
            models.CheckConstraint(condition=Q(reading__in=["", *READINGS]), name="quiz_reading_known"),
            models.CheckConstraint(
                condition=Q(mode__in=["oeve", "aflevering", "proeve"]), name="quiz_mode_known"
            ),
            models.CheckConstraint(condition=Q(counts__in=sorted(RULES)), name="quiz_counting_known"),
            models.CheckConstraint(
                condition=Q(attempts_allowed=None) | Q(attempts_allowed__gte=1),
                name="quiz_allows_an_attempt",
                violation_error_message="Giv mindst ét forsøg, eller lad feltet stå tomt.",
            ),
            models.CheckConstraint(
                condition=(Q(minutes=None) & ~Q(mode="proeve")) | Q(minutes__isnull=False, minutes__gte=1),
                name="quiz_exam_has_minutes",
                violation_error_message="En prøve er på tid: skriv, hvor mange minutter der er (mindst 1).",
            ),
        ]

    def get_absolute_url(self):
        """The page where a student begins."""
        return reverse("quizzes:quiz", args=[self.slug])

    def copy_children(self, copy):
        """The questions in their order, for somebody who makes this quiz their own."""
        items = [
            QuizItem(quiz=copy, question_id=item.question_id, order=item.order, heading=item.heading)
            for item in self.items.all()
        ]
        bulk_create_with_history(items, QuizItem)
        draws = list(self.draws.all())
        for draw in draws:
            draw.pk, draw.quiz = None, copy
        bulk_create_with_history(draws, Draw)

    @property
    def asks(self) -> int:
        """How many questions one attempt has, fixed and drawn, as its standing was asked for."""
        return (self.question_count or 0) + (self.drawn_count or 0)

    @property
    def counting_percent(self) -> int | None:
        """What counts for the person whose standing was asked for, in whole percent."""
        return shares.percent(getattr(self, self.counts))

    @property
    def counting_words(self) -> str:
        """Which of the own rounds that is: »din bedste omgang«."""
        return OWN[self.counts]

    @property
    def attempts_left(self) -> int | None:
        """How many more attempts that person has; None where there is no limit."""
        if self.attempts_allowed is None:
            return None
        return max(0, self.attempts_allowed - (self.done_count or 0))

    def asked(self):
        """The fixed questions that a new attempt asks, in order; drafts and retired ones are left out."""
        return [place.question for place in self.places()]

    def places(self):
        """The same with their place and heading."""
        places = self.items.filter(question__in=Question.objects.published())
        return list(places.select_related("question").prefetch_related("question__options"))


class QuizItem(models.Model):
    """A question's place in a quiz."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, verbose_name="spørgsmål", related_name="items")
    order = models.PositiveSmallIntegerField("rækkefølge", default=0)
    heading = models.CharField(
        "overskrift",
        max_length=120,
        blank=True,
        help_text="Begynder et afsnit i quizzen med dette spørgsmål.",
    )

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


class Draw(models.Model):
    """Questions drawn from the bank for each attempt: so many, of a tag, a topic and a difficulty."""

    quiz = models.ForeignKey(Quiz, models.CASCADE, related_name="draws")
    order = models.PositiveSmallIntegerField("rækkefølge", default=0)
    heading = models.CharField("overskrift", max_length=120, blank=True)
    count = models.PositiveSmallIntegerField("antal")
    tag = models.CharField("mærke", max_length=60, blank=True)
    topic = models.CharField("emne", max_length=60, blank=True)
    difficulty = models.PositiveSmallIntegerField(
        "sværhed", choices=Question.Difficulty, null=True, blank=True
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "træk fra banken"
        verbose_name_plural = "træk fra banken"
        constraints = [
            models.CheckConstraint(
                condition=Q(count__gte=1, count__lte=60),
                name="quiz_draw_count_within_bounds",
                violation_error_message="Træk mellem 1 og 60 spørgsmål.",
            )
        ]

    def __str__(self):
        return f"{self.count} spørgsmål"

    def takes(self, question) -> bool:
        """Whether this question may be drawn here."""
        return (
            (not self.tag or self.tag in question.tags)
            and (not self.topic or self.topic in (question.topic, *question.topics))
            and (self.difficulty is None or self.difficulty == question.difficulty)
        )
