"""The question bank: questions with options written by an author, or made by the rules from a topic."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

from authoring.models import ContentItem
from quizzes.kinds import KINDS

READINGS = {"pensum": "Pensum", "gaeldende_ret": "Gældende ret"}


class Question(ContentItem):
    """One question of the bank. A generated one holds no options: the rules make them for each student."""

    class Difficulty(models.IntegerChoices):
        """How hard the author takes it to be."""

        EASY = 1, "Let"
        MIDDLE = 2, "Middel"
        HARD = 3, "Svært"

    kind = models.CharField(
        "form", max_length=12, choices={name: kind.label for name, kind in KINDS.items()}, default="single"
    )
    text = models.TextField(
        "spørgsmål",
        blank=True,
        help_text="Kan udelades, når spørgsmålet dannes af et emne: så spørger emnet selv.",
    )
    remark = models.TextField(
        "bemærkning", blank=True, help_text="Vises efter svaret, uanset om det var rigtigt."
    )
    answer = models.CharField(
        "rigtigt svar",
        max_length=200,
        blank=True,
        help_text="Kun for tal, dato og bestemmelse. Rækkerne nedenfor er så de forkerte svar, du venter.",
    )
    unit = models.CharField("enhed", max_length=20, blank=True, help_text="Kun for tal, fx kr. eller %.")
    tolerance = models.CharField(
        "tolerance",
        max_length=20,
        blank=True,
        help_text="Kun for tal: så meget må svaret afvige. Tomt: intet.",
    )
    hint = models.TextField("hjælp", blank=True, help_text="Kan foldes ud, før der svares. Sig ikke svaret.")
    goal = models.CharField("læringsmål", max_length=200, blank=True)
    section = models.CharField(
        "afsnit i bogen",
        max_length=120,
        blank=True,
        help_text="Adressen på afsnittet, fx /laer/kredit/fortrydelsesret/. Vises efter svaret.",
    )
    points = models.PositiveSmallIntegerField("point", default=1)
    difficulty = models.PositiveSmallIntegerField("sværhed", choices=Difficulty, default=Difficulty.MIDDLE)
    tags = models.JSONField("mærker", default=list, blank=True)
    provisions = models.JSONField("bestemmelser", default=list, blank=True)
    topics = models.JSONField("emner", default=list, blank=True)
    terms = models.JSONField("begreber", default=list, blank=True)
    reading = models.CharField(
        "retsgrundlag",
        max_length=20,
        choices=READINGS,
        blank=True,
        help_text="Udfyldes kun, når svaret er et andet efter det andet retsgrundlag.",
    )
    topic = models.CharField("dannes af emnet", max_length=60, blank=True)
    ask = models.CharField("der spørges om", max_length=60, blank=True)
    mistake = models.CharField(
        "fælde", max_length=60, blank=True, help_text="Fakta vælges, så denne fejl giver et forkert svar."
    )
    rule_check = models.JSONField("prøves mod reglen", null=True, blank=True)

    class Meta(ContentItem.Meta):
        ordering = ["title"]
        verbose_name = "spørgsmål"
        verbose_name_plural = "spørgsmål"
        constraints = [
            *ContentItem.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=sorted(KINDS)),
                name="quiz_question_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=1, points__lte=20),
                name="quiz_question_points_within_bounds",
                violation_error_message="Giv mellem 1 og 20 point.",
            ),
            models.CheckConstraint(
                condition=Q(difficulty__gte=1, difficulty__lte=3), name="quiz_question_difficulty_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="generated") | (~Q(topic="") & ~Q(ask="")),
                name="quiz_generated_question_names_its_topic",
            ),
            models.CheckConstraint(
                condition=Q(kind="generated") | ~Q(text=""), name="quiz_written_question_has_a_text"
            ),
            models.CheckConstraint(
                condition=Q(reading__in=["", *READINGS]), name="quiz_question_reading_known"
            ),
        ]

    @property
    def is_generated(self) -> bool:
        """Whether the rules make the options."""
        return self.kind == "generated"

    def copy_children(self, copy):
        """The options, for somebody who makes this question their own."""
        options = list(self.options.all())
        for option in options:
            option.pk, option.question = None, copy
        bulk_create_with_history(options, Option)

    def clean(self):
        """Refuse what the database would refuse, and say it beside the field."""
        super().clean()
        if self.is_generated and not (self.topic and self.ask):
            raise ValidationError({"ask": "Vælg det emne, og det i emnet, som der skal spørges om."})
        if not self.is_generated and not self.text.strip():
            raise ValidationError({"text": "Skriv spørgsmålet."})


class Option(models.Model):
    """One answer that a student may choose, and what is said to the one who chose it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    order = models.PositiveSmallIntegerField("rækkefølge", default=0)
    text = models.CharField("svar", max_length=500)
    partner = models.CharField(
        "hører til",
        max_length=500,
        blank=True,
        help_text="Kun for par (højre side) og for sandt eller falsk (Sandt eller Falsk).",
    )
    accepts = models.JSONField("godtages også", default=list, blank=True)
    right = models.BooleanField("rigtigt", default=False)
    remark = models.TextField(
        "bemærkning",
        blank=True,
        help_text="Sig først, hvad den studerende har gjort, så hvad loven kræver, og hvor det står.",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "svarmulighed"
        verbose_name_plural = "svarmuligheder"
        constraints = [
            models.UniqueConstraint(
                fields=["question", "text"],
                name="quiz_option_once_a_question",
                violation_error_message="Svaret står to gange.",
            ),
            models.CheckConstraint(
                condition=Q(right=True) | ~Q(remark=""),
                name="quiz_wrong_option_has_a_remark",
                violation_error_message="Et forkert svar skal have en bemærkning.",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="quiz_option_has_a_text"),
        ]

    def __str__(self):
        return self.text
