"""Checklists as a bank would use them, each with a made-up customer, and what a student has ticked."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

import rules
from authoring.models import ContentItem, ContentQuerySet
from lessons.markdown import render_short, slug_of
from rules import citations

KEY_LENGTH = 60


class ChecklistQuerySet(ContentQuerySet):
    """Checklists as a reader finds them."""

    def on_topics(self, keys):
        """Those with a point on one of these rules."""
        points = ChecklistPoint.objects.filter(topic__in=set(keys) - {""})
        return self.filter(pk__in=points.values("checklist"))


class Checklist(ContentItem):
    """Points to go through on the file of a customer."""

    order = models.PositiveIntegerField("rækkefølge", default=10)
    intro = models.TextField("indledning")
    note = models.TextField("Redaktionens note", blank=True)
    customer_name = models.CharField("kundens navn", max_length=80)
    customer_facts = models.JSONField("kundens akt", default=list)

    objects = ChecklistQuerySet.as_manager()  # type: ignore[misc]

    class Meta(ContentItem.Meta):
        verbose_name = "tjekliste"
        verbose_name_plural = "tjeklister"
        ordering = ["order", "title"]

    def get_absolute_url(self):
        return reverse("lessons:checklist", args=[self.slug])

    @property
    def intro_html(self):
        return render_short(self.intro)

    @property
    def note_html(self):
        return render_short(self.note)

    def copy_children(self, copy):
        """The points, for somebody who makes this list their own."""
        points = list(self.points.all())
        for point in points:
            point.pk, point.checklist = None, copy
        bulk_create_with_history(points, ChecklistPoint)

    def ticked_by(self, user):
        """The keys of the points that this person has ticked."""
        ticks = ChecklistTick.objects.filter(user=user, point__checklist=self)
        return set(ticks.values_list("point__key", flat=True))

    @transaction.atomic
    def tick(self, user, keys):
        """Let these points be ticked and no others."""
        points = {point.key: point for point in self.points.all()}
        kept = self.ticked_by(user)
        wanted = set(keys) & set(points)
        if gone := kept - wanted:
            ChecklistTick.objects.filter(user=user, point__checklist=self, point__key__in=gone).delete()
        if new := wanted - kept:
            ticks = [ChecklistTick(user=user, point=points[key]) for key in sorted(new)]
            # The same click may have come twice at once.
            ChecklistTick.objects.bulk_create(ticks, ignore_conflicts=True)


class ChecklistPoint(models.Model):
    """One thing to see to, where the law has it, and what follows if it is missing."""

    checklist = models.ForeignKey(
        Checklist, verbose_name="tjekliste", on_delete=models.CASCADE, related_name="points"
    )
    order = models.PositiveSmallIntegerField("rækkefølge", default=0)
    key = models.SlugField("nøgle", max_length=KEY_LENGTH, editable=False)
    requirement = models.CharField(
        "krav", max_length=160, blank=True, help_text="Punkter med samme krav står samlet under det."
    )
    text = models.CharField("punkt", max_length=300)
    provision = models.CharField("bestemmelse", max_length=60, help_text="Fx FIL § 48, stk. 6.")
    pensum = models.TextField(
        "følge efter bogen", help_text="Hvad bogen siger, der sker, når punktet mangler."
    )
    gaeldende_ret = models.TextField(
        "følge efter loven", help_text="Hvad loven siger, der sker, når punktet mangler."
    )
    topic = models.CharField("regel", max_length=60, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "punkt"
        verbose_name_plural = "punkter"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "key"], name="lessons_checklist_point_once")
        ]

    def __str__(self):
        return self.text

    def save(self, *args, **kwargs):
        """Save under a key of its own: ticks belong to it, however the text is put later."""
        if not self.key:
            self.key = self._free_key()
        super().save(*args, **kwargs)

    @property
    def cited(self):
        """The citation of the provision."""
        return citations.read(self.provision)

    def clean(self):
        """Refuse a provision that cannot be read and a rule that does not exist, beside the field."""
        super().clean()
        try:
            if self.provision and not citations.read(self.provision).slug:
                raise ValidationError(
                    {"provision": f"Skriv loven med, fx FIL § 48, ikke »{self.provision}«."}
                )
        except citations.CitationError as error:
            raise ValidationError({"provision": str(error)}) from error
        if self.topic and self.topic not in rules.topics():
            raise ValidationError({"topic": f"Reglen »{self.topic}« findes ikke."})

    def consequence(self, reading):
        """What follows by this reading if the point is missing."""
        return getattr(self, reading)

    def _free_key(self):
        wanted = slug_of(self.text)[: KEY_LENGTH - 3].strip("-") or "punkt"
        taken = set(ChecklistPoint.objects.filter(checklist=self.checklist).values_list("key", flat=True))
        key, number = wanted, 2
        while key in taken:
            key, number = f"{wanted}-{number}", number + 1
        return key


class ChecklistTick(models.Model):
    """A person has ticked a point."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="checklist_ticks"
    )
    point = models.ForeignKey(ChecklistPoint, on_delete=models.CASCADE, related_name="ticks")
    ticked_at = models.DateTimeField("sat", auto_now_add=True)

    class Meta:
        verbose_name = "flueben"
        verbose_name_plural = "flueben"
        constraints = [models.UniqueConstraint(fields=["user", "point"], name="lessons_point_ticked_once")]

    def __str__(self):
        return f"{self.user}: {self.point}"
