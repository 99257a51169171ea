"""Chapters, sections, provisions and terms as authors write them."""

from django import forms
from django.contrib import admin
from django.shortcuts import render

import rules
from authoring.admin import ContentAdmin
from authoring.forms import ContentForm, LinesField
from lessons import rendering, topic_pages
from lessons.models import Chapter, Provision, Section, Term
from lessons.views.law import about
from rules import citations

TEXT_HELP = (
    "Markdown. [[kautionist|kautionisten]] fører til begrebet, og FIL § 48 bliver selv til et link; "
    "det gør det første sted, hvor et begreb eller en bestemmelse er nævnt. "
    "Skriv \\ foran, hvis der ikke skal være et link. "
    "Blokke står mellem :::navn og ::: på linjer for sig: term, provision, rule, case, note, example, table."
)


def _topics():
    return [(key, topic.title) for key, topic in rules.topics().items()]


class TopicsField(forms.MultipleChoiceField):
    """The legal questions that a text is about."""

    def __init__(self, **options):
        super().__init__(
            choices=_topics, required=False, label="Regler", widget=forms.CheckboxSelectMultiple, **options
        )


class SectionForm(ContentForm):
    topics = TopicsField()
    goals = LinesField(label="Mål", help_text="Ét mål på hver linje: hvad den studerende kan bagefter.")

    class Meta:
        model = Section
        fields = ["title", "slug", "chapter", "order", "minutes", "topics", "goals", "body", "status"]
        widgets = {"body": forms.Textarea(attrs={"rows": 30, "class": "vLargeTextField markdown-text"})}
        help_texts = {"body": TEXT_HELP}


class ProvisionForm(ContentForm):
    topics = TopicsField()

    class Meta:
        model = Provision
        fields = ["title", "slug", "citation", "much_used", "meaning", "example", "note", "topics", "status"]


class TermForm(ContentForm):
    forms = LinesField(
        label="Bøjninger",
        help_text="Én form på hver linje. Den første i hvert afsnit bliver til et link; skriv \\ foran en form, der "
        "kun skal kunne søges.",
    )
    provisions = LinesField(label="Bestemmelser", help_text="Én på hver linje, fx FIL § 48.")
    see_also = LinesField(
        label="Se også", help_text="Adressen på ét begreb på hver linje, fx simpel-kaution."
    )

    class Meta:
        model = Term
        fields = ["title", "slug", "forms", "meaning", "example", "provisions", "see_also", "status"]


@admin.register(Chapter)
class ChapterAdmin(ContentAdmin):
    """Chapters."""

    form = type("ChapterForm", (ContentForm,), {})
    fields = ["title", "slug", "order", "summary", "status"]

    def preview(self, request, item):
        sections = item.sections.for_contents(request.user) if item.pk else []
        return render(request, "lessons/chapter.html", {"chapter": item, "sections": sections, "read": 0})


@admin.register(Section)
class SectionAdmin(ContentAdmin):
    """Sections, with the page as a reader sees it."""

    form = SectionForm
    list_display = ["title", "chapter", "order", "ownership", "state", "updated_at"]
    list_filter = [*ContentAdmin.list_filter, "chapter"]
    list_select_related = ["owner", "chapter"]
    search_fields = ["title", "slug", "body"]

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "chapter":
            options["queryset"] = Chapter.objects.current().readable_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **options)

    def preview(self, request, item):
        parts = item.rendered()
        linked, _cards = rendering.term_slugs(parts)
        context = {
            "section": item,
            "parts": rendering.show(request, parts).parts,
            "terms": Term.objects.visible_to(request.user).filter(slug__in=linked),
        }
        return render(request, "lessons/section_preview.html", context)


@admin.register(Provision)
class ProvisionAdmin(ContentAdmin):
    """Provisions in our own words."""

    form = ProvisionForm
    list_display = ["citation", "title", "much_used", "ownership", "state"]
    list_filter = [*ContentAdmin.list_filter, "act", "much_used"]
    search_fields = ["citation", "title", "meaning"]
    prepopulated_fields = {}

    def preview(self, request, item):
        context = about(citations.read(item.citation)) | {"provision": item}
        return render(request, "lessons/provision.html", context)


@admin.register(Term)
class TermAdmin(ContentAdmin):
    """Terms of art."""

    form = TermForm
    search_fields = ["title", "meaning"]

    def preview(self, request, item):
        context = {
            "term": item,
            "provisions": [topic_pages.cited(citations.read(text)) for text in item.provisions],
            "see_also": Term.objects.visible_to(request.user).filter(slug__in=item.see_also),
        }
        return render(request, "lessons/term.html", context)
