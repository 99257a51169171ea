"""A case as its author keeps it: a story, and the legal questions that it raises."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

import rules
from authoring.models import ContentItem
from cases.answers import Answer
from cases.buildings import Building
from cases.earlier import EarlierResult
from cases.walkthroughs import Walkthrough

__all__ = ["Answer", "Building", "Case", "EarlierResult", "Question", "Walkthrough"]

READINGS = {"pensum": "Pensum", "gaeldende_ret": "Gældende ret"}
GROUPS = {
    "kredit": "Kredit",
    "gaeldsbreve": "Gældsbreve",
    "kaution": "Kaution",
    "regres": "Regres",
}


class Case(ContentItem):
    """One case: what happened, and what is asked about it."""

    summary = models.CharField(
        "kort om sagen", max_length=300, blank=True, help_text="Én eller to linjer til oversigten."
    )
    group = models.CharField("emneområde", max_length=20, choices=GROUPS)
    reading = models.CharField(
        "retsgrundlag",
        max_length=20,
        choices=READINGS,
        blank=True,
        help_text="Tomt: holdets eller opgavens retsgrundlag, ellers pensum.",
    )
    names = models.JSONField("navne", default=dict, blank=True)
    parties = models.JSONField("parter", default=list, blank=True)
    story = models.TextField(
        "fortælling",
        help_text="Skriv oplysningerne som {navn}; så følger teksten med, når tallene skifter.",
    )
    weight_faktum = models.PositiveSmallIntegerField(
        "vægt: faktum", default=10, help_text="0: der spørges ikke om, hvilke oplysninger der betyder noget."
    )
    weight_jus = models.PositiveSmallIntegerField("vægt: jus", default=20)
    weight_subsumption = models.PositiveSmallIntegerField("vægt: subsumption", default=40)
    weight_konklusion = models.PositiveSmallIntegerField("vægt: konklusion", default=30)
    weight_argument = models.PositiveSmallIntegerField(
        "vægt: argument", default=0, help_text="0: der bedes ikke om en begrundelse med egne ord."
    )
    argument = models.TextField(
        "opgave til begrundelsen",
        blank=True,
        help_text="Hvad den studerende skal argumentere for med egne ord. Du bedømmer det selv.",
    )
    rubric = models.JSONField("egne kriterier", default=list, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "tid i prøve (minutter)", default=30, help_text="Gælder, når sagen løses på tid."
    )
    hints_when_graded = models.BooleanField(
        "hjælp i afleveringer", default=True, help_text="Hjælp koster en del af vægten. I øve er den gratis."
    )
    reverse = models.JSONField("omvendte opgaver", default=list, blank=True)
    source = models.CharField("kilde", max_length=120, blank=True, help_text="Fx Case 4.")

    class Meta(ContentItem.Meta):
        ordering = ["title"]
        verbose_name = "case"
        verbose_name_plural = "cases"
        constraints = [
            *ContentItem.Meta.constraints,
            models.CheckConstraint(condition=Q(group__in=list(GROUPS)), name="case_group_known"),
            models.CheckConstraint(condition=Q(reading__in=["", *READINGS]), name="case_reading_known"),
            models.CheckConstraint(condition=Q(minutes__gte=1), name="case_minutes_at_least_one"),
            models.CheckConstraint(
                condition=Q(weight_jus__gt=0) | Q(weight_subsumption__gt=0) | Q(weight_konklusion__gt=0),
                name="case_weighs_something",
            ),
        ]

    def get_absolute_url(self):
        """The page where a student begins."""
        return reverse("cases:case", args=[self.slug])

    @property
    def weights(self) -> dict[str, int]:
        """The weight of each part of the legal method, as the author set it; the argument if it counts."""
        weights = {
            "faktum": self.weight_faktum,
            "jus": self.weight_jus,
            "subsumption": self.weight_subsumption,
            "konklusion": self.weight_konklusion,
        }
        return weights | ({"argument": self.weight_argument} if self.weight_argument else {})

    @property
    def asks_argument(self) -> bool:
        """Whether the student is asked to argue in own words."""
        return bool(self.weight_argument or self.argument)

    def copy_children(self, copy):
        """The questions go along with a copy."""
        for question in self.questions.all():
            question.pk, question.case = None, copy
            question.save()

    def clean(self):
        """Refuse a case in which nothing counts."""
        super().clean()
        if not (self.weight_jus or self.weight_subsumption or self.weight_konklusion):
            raise ValidationError("Mindst én af de tre vægte skal være større end 0.")


class Question(models.Model):
    """One legal question of a case: a topic of the law and the facts that it is put on."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="questions")
    key = models.SlugField("nøgle", max_length=20)
    order = models.PositiveSmallIntegerField("rækkefølge", default=1)
    topic = models.CharField("emne", max_length=60)
    facts = models.JSONField("oplysninger", default=dict, blank=True)
    links = models.JSONField("kæde", default=dict, blank=True)
    expected = models.JSONField("forventet afgørelse", default=dict, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "retligt spørgsmål"
        verbose_name_plural = "retlige spørgsmål"
        constraints = [
            models.UniqueConstraint(fields=["case", "key"], name="question_key_once_a_case"),
            models.CheckConstraint(condition=~Q(key=""), name="question_has_a_key"),
            models.CheckConstraint(condition=~Q(topic=""), name="question_has_a_topic"),
        ]

    def __str__(self):
        return f"{self.case}: {self.key}"

    @property
    def law(self):
        """The topic as the rules know it."""
        return rules.topic(self.topic)

    @property
    def title(self) -> str:
        """The topic's title; its key once the rules no longer know it."""
        topic = rules.topics().get(self.topic)
        return topic.title if topic else self.topic

    def read_facts(self):
        """The facts as the topic types them; raises `rules.FactError`."""
        return self.law.read(self.facts)
