"""Chapters, sections, provisions and terms as authors write them."""

from django import forms
from django.contrib import admin
from django.shortcuts import render

import rules
from authoring.admin import ContentAdmin, PartInline, WithParts
from authoring.forms import ContentForm, LinesField
from lessons import rendering, topic_pages
from lessons.models import Chapter, Checklist, ChecklistPoint, Provision, Section, Term
from lessons.turned import turned_to
from lessons.views.checklists import gone_through
from lessons.views.law import about
from rules import citations

TEXT_HELP = (
    "Markdown. [[kautionist|kautionisten]] fører til begrebet, og FIL § 48 bliver selv til et link; "
    "det gør det første sted, hvor et begreb eller en bestemmelse er nævnt. "
    "Skriv \\ foran, hvis der ikke skal være et link. "
    "Blokke står mellem :::navn og ::: på linjer for sig: term, provision, rule, case, note, example, table, question, "
    "checklist, figure, reading. Det, der kun gælder efter bogen eller efter loven, skrives to gange: "
    "i :::reading pensum og i :::reading gaeldende_ret."
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


class ChecklistForm(ContentForm):
    customer_facts = LinesField(label="Kundens akt", help_text="Én oplysning på hver linje.", required=True)

    class Meta:
        model = Checklist
        fields = ["title", "slug", "order", "intro", "customer_name", "customer_facts", "note", "status"]


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
        linked = rendering.linked_terms(parts)
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


class PointInline(PartInline, admin.StackedInline):
    model = ChecklistPoint
    fields = ["requirement", "text", ("provision", "topic"), "pensum", "gaeldende_ret", "order"]
    extra = 1

    def formfield_for_dbfield(self, db_field, request, **options):
        if db_field.name == "topic":
            return forms.ChoiceField(label="Regel", required=False, choices=[("", "Ingen"), *_topics()])
        if db_field.name in ("requirement", "text"):
            options["widget"] = forms.TextInput(attrs={"class": "vLargeTextField"})
        if db_field.name in ("pensum", "gaeldende_ret"):
            options["widget"] = forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2})
        return super().formfield_for_dbfield(db_field, request, **options)


@admin.register(Checklist)
class ChecklistAdmin(WithParts):
    """Checklists with their points in order."""

    form = ChecklistForm
    inlines = [PointInline]
    list_display = ["title", "order", "ownership", "state", "updated_at"]

    def preview_with(self, request, item, parts):
        context = gone_through(item, set(), turned_to(request), parts)
        return render(request, "lessons/checklist.html", context)
