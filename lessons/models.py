"""What is read: chapters and their sections, provisions, terms, and who has read what."""

import functools
import json
import operator
import re

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from authoring.models import ContentItem, ContentQuerySet, seen_by
from lessons.checklists import Checklist, ChecklistPoint, ChecklistTick
from lessons.linking import OFF, TermForms
from lessons.markdown import render_short
from lessons.rendering import render_section
from lessons.statutes import place_in_order
from rules import citations

GIST = 260
SENTENCES = re.compile(r"(?<=[.?])\s+(?=[A-ZÆØÅ])")
__all__ = [
    "Chapter",
    "Checklist",
    "ChecklistPoint",
    "ChecklistTick",
    "Provision",
    "Section",
    "SectionRead",
    "Term",
]


class ChapterQuerySet(ContentQuerySet):
    """Chapters as a reader sees them."""

    def with_progress(self, user):
        """Each chapter with `section_count` and how many of them this person has read."""
        visible = Section.objects.visible_to(user)
        sections = visible.filter(chapter=models.OuterRef("pk"))
        read = SectionRead.objects.filter(
            user=user, section__chapter=models.OuterRef("pk"), section__in=visible.values("pk")
        )
        return self.annotate(
            section_count=_count(sections, "chapter"), read_count=_count(read, "section__chapter")
        )


def _count(rows, by):
    counted = rows.order_by().values(by).annotate(many=models.Count("pk")).values("many")
    return Coalesce(models.Subquery(counted), 0)


class Chapter(ContentItem):
    """An ordered row of sections."""

    order = models.PositiveIntegerField("rækkefølge", default=10)
    summary = models.TextField("resumé", blank=True)

    objects = ChapterQuerySet.as_manager()  # type: ignore[misc]

    class Meta(ContentItem.Meta):
        verbose_name = "kapitel"
        verbose_name_plural = "kapitler"
        ordering = ["order", "title"]

    def get_absolute_url(self):
        return reverse("lessons:chapter", args=[self.slug])


# Reading every column of a dozen sections took longer than the query.
IN_CONTENTS = [
    *("slug", "title", "order", "minutes", "topics", "goals"),
    *("chapter__slug", "chapter__title", "chapter__order", "chapter__summary"),
]


class SectionQuerySet(ContentQuerySet):
    """Sections as a reader sees them."""

    def visible_to(self, user):
        """Sections that may be read, in chapters that may be read."""
        return super().visible_to(user).filter(seen_by(user, at="chapter__"))

    def with_reading(self, user):
        """Each section with `is_read`: whether this person has marked it."""
        reads = SectionRead.objects.filter(user=user, section=models.OuterRef("pk"))
        return self.annotate(is_read=models.Exists(reads))

    def for_contents(self, user, shown=""):
        """What a list of contents needs; `shown_parts` only of the section with this slug, for it is long."""
        text = models.Case(models.When(slug=shown, then="parts"), output_field=models.JSONField())
        listed = self.visible_to(user).with_reading(user).select_related("chapter").only(*IN_CONTENTS)
        return listed.annotate(shown_parts=text) if shown else listed


class Section(ContentItem):
    """One sitting's reading: a Markdown text with blocks."""

    chapter = models.ForeignKey(
        Chapter, verbose_name="kapitel", on_delete=models.PROTECT, related_name="sections"
    )
    order = models.PositiveIntegerField("rækkefølge", default=10)
    minutes = models.PositiveSmallIntegerField(
        "minutter", default=5, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    topics = models.JSONField("regler", default=list, blank=True)
    goals = models.JSONField("mål", default=list, blank=True)
    body = models.TextField("tekst")
    parts = models.JSONField(default=list, editable=False)

    objects = SectionQuerySet.as_manager()  # type: ignore[misc]

    class Meta(ContentItem.Meta):
        verbose_name = "afsnit"
        verbose_name_plural = "afsnit"
        ordering = ["order", "title"]

    def get_absolute_url(self):
        return reverse("lessons:section", args=[self.chapter.slug, self.slug])

    def save(self, *args, **kwargs):
        """Save with the text rendered, so that showing it costs nothing."""
        self.parts = self.rendered()
        super().save(*args, **kwargs)

    def rendered(self):
        """The parts that the text is rendered to today."""
        return render_section(self.body, str(self.uid), Term.objects.forms_for(self.owner_id))

    @property
    def is_rendered(self):
        """Whether the stored parts are what the text would be rendered to today."""
        return self.parts == json.loads(json.dumps(self.rendered()))

    def mark_read(self, user):
        """This person has finished the section."""
        SectionRead.objects.get_or_create(user=user, section=self)

    def mark_unread(self, user):
        """This person wants to read the section again."""
        SectionRead.objects.filter(user=user, section=self).delete()


class Provision(ContentItem):
    """A provision in our own words."""

    citation = models.CharField("bestemmelse", max_length=60)
    act = models.CharField("lov", max_length=20, editable=False)
    place = models.CharField(max_length=20, editable=False)
    much_used = models.BooleanField("meget brugt", default=False)
    meaning = models.TextField("betydning")
    example = models.TextField("eksempel", blank=True)
    note = models.TextField("Redaktionens note", blank=True)
    topics = models.JSONField("regler", default=list, blank=True)

    class Meta(ContentItem.Meta):
        verbose_name = "bestemmelse"
        verbose_name_plural = "bestemmelser"
        ordering = ["act", "place"]

    def get_absolute_url(self):
        return reverse("lessons:provision", args=[self.slug])

    @property
    def cited(self):
        """The citation that this provision is."""
        return citations.read(self.citation)

    @property
    def meaning_html(self):
        return render_short(self.meaning)

    @property
    def gist_html(self):
        """The first sentences of the meaning, for a card beside the text."""
        sentences = SENTENCES.split(self.meaning)
        long = [len(" ".join(sentences[:many])) for many in range(1, len(sentences) + 1)]
        kept = max(1, sum(length <= GIST for length in long))
        return render_short(" ".join(sentences[:kept]))

    @property
    def example_html(self):
        return render_short(self.example)

    @property
    def note_html(self):
        return render_short(self.note)

    def save(self, *args, **kwargs):
        """Save with the place that sorts § 7 c before § 34."""
        self.act, self.place = place_in_order(self.citation)
        super().save(*args, **kwargs)


class TermQuerySet(ContentQuerySet):
    """Terms as texts link to them."""

    def forms_for(self, owner_id):
        """The forms that become links in a text of this owner: of shared terms and of the owner's own."""
        known = self.published().filter(models.Q(owner=None) | models.Q(owner=owner_id))
        return TermForms(known.order_by("pk").values_list("slug", "title", "forms"))


class Term(ContentItem):
    """A term of art, what it means, and the forms in which a text uses it."""

    forms = models.JSONField("bøjninger", default=list, blank=True)
    meaning = models.TextField("betydning")
    example = models.TextField("eksempel", blank=True)
    provisions = models.JSONField("bestemmelser", default=list, blank=True)
    see_also = models.JSONField("se også", default=list, blank=True)

    objects = TermQuerySet.as_manager()  # type: ignore[misc]

    class Meta(ContentItem.Meta):
        verbose_name = "begreb"
        verbose_name_plural = "begreber"
        ordering = ["title"]

    def get_absolute_url(self):
        return reverse("lessons:term", args=[self.slug])

    @property
    def meaning_html(self):
        return render_short(self.meaning)

    @property
    def example_html(self):
        return render_short(self.example)

    def save(self, *args, **kwargs):
        """Save, and let the sections that use one of the forms link to it, or no longer."""
        before = Term.objects.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        terms = [term for term in (before, self) if term and term.is_published]
        if [term.linked_by for term in terms] not in ([], [self.linked_by] * 2):
            _render_those_that_use({form for term in terms for form in term.linked_by[1]})

    @property
    def linked_by(self):
        """What the links in the texts depend on."""
        return self.slug, tuple(self.forms or [self.title]), self.owner_id


def _render_those_that_use(forms):
    """Render again the sections in whose text one of the forms stands; their text is as it was, so no history."""
    plain = [form.lstrip(OFF) for form in forms]
    stands = [models.Q(body__icontains=word) for form in plain for word in {form, form.capitalize()}]
    for section in Section.objects.current().filter(functools.reduce(operator.or_, stands)):
        if not section.is_rendered:
            Section.objects.filter(pk=section.pk).update(parts=section.rendered())


class SectionRead(models.Model):
    """A person has finished a section."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="section_reads")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="reads")
    read_at = models.DateTimeField("læst", auto_now_add=True)

    class Meta:
        verbose_name = "læst afsnit"
        verbose_name_plural = "læste afsnit"
        constraints = [models.UniqueConstraint(fields=["user", "section"], name="lessons_section_read_once")]

    def __str__(self):
        return f"{self.user}: {self.section}"


class SearchEntry(models.Model):
    """One page as the search knows it: its words for the database, its text for the reader.

    Who may find it is asked of the item each time; the columns of the index are the database's own
    (see migration 0002), so a later migration of this table makes them anew.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    item = models.BigIntegerField(null=True)
    title = models.CharField(max_length=240)
    place = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=250)
    parts = models.JSONField(default=list)
    title_words = models.TextField()
    name_words = models.TextField(blank=True)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name = "søgeindgang"
        verbose_name_plural = "søgeindgange"
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="lessons_search_entry_once")]

    def __str__(self):
        return self.title
