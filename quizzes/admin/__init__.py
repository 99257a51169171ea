"""Questions and quizzes as authors write them."""

from django import forms
from django.contrib import admin
from django.shortcuts import render

from authoring.admin import ContentAdmin, PartInline
from quizzes import previews
from quizzes.admin import bank
from quizzes.admin.entry import (
    DrawForm,
    OptionForm,
    OptionFormSet,
    QuestionForm,
    QuizForm,
    QuizItemFormSet,
)
from quizzes.admin.measures import MeasuresQuizzes
from quizzes.exchange.admin_pages import ExchangesQuestions, ExportsQuizzes
from quizzes.models import Draw, Option, Question, Quiz, QuizItem


class OptionInline(PartInline, admin.StackedInline):
    model = Option
    formset = OptionFormSet
    form = OptionForm
    fields = ["text", "partner", "accepts", "right", "remark", "order"]
    extra = 4

    def formfield_for_dbfield(self, db_field, request, **options):
        wide = {"class": "vLargeTextField"}
        if db_field.name == "text":
            options["widget"] = forms.TextInput(attrs=wide)
        if db_field.name == "remark":
            options["widget"] = forms.Textarea(attrs=wide | {"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **options)


class QuizItemInline(PartInline, admin.StackedInline):
    model = QuizItem
    formset = QuizItemFormSet
    fields = [("question", "heading", "order")]
    extra = 3

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("question")

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "question":
            options["queryset"] = Question.objects.current().readable_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **options)


class DrawInline(PartInline, admin.StackedInline):
    model = Draw
    form = DrawForm
    fields = [("count", "tag", "topic"), ("difficulty", "heading", "order")]
    extra = 1


@admin.register(Question)
class QuestionAdmin(bank.Columns, ExchangesQuestions):
    """The question bank."""

    form = QuestionForm
    inlines = [OptionInline]
    list_display = [
        "title", "kind", "difficulty", "about", "usage", "facility", "discrimination", "ownership", "state",
    ]  # fmt: skip
    list_filter = [*ContentAdmin.list_filter, *bank.FILTERS]
    search_fields = ["title", "slug", "text", "goal", "options__text"]
    actions = [*ContentAdmin.actions, "export_chosen"]

    def get_queryset(self, request):
        return bank.with_usage(super().get_queryset(request))

    def get_changelist(self, request, **kwargs):
        return bank.BankList

    def preview_with(self, request, item, parts):
        """One written question, or three that the rules make."""
        context = {"title": item.title, "reviewed": previews.of_question(item, parts)}
        return render(request, "quizzes/preview.html", context)


@admin.register(Quiz)
class QuizAdmin(MeasuresQuizzes, ExportsQuizzes):
    """Quizzes with their questions in order."""

    form = QuizForm
    actions = [*ContentAdmin.actions, "export_questions"]
    inlines = [QuizItemInline, DrawInline]
    fields = [
        "title", "slug", "intro", "belongs_to", "mode", ("attempts_allowed", "counts"), ("minutes", "grace_seconds"),
        "certainty", "shuffle", "reading", "status",
    ]  # fmt: skip

    def preview_with(self, request, item, parts):
        """The quiz as one student could get it."""
        places = [part for part in parts or () if isinstance(part, QuizItem)]
        questions = item.asked() if parts is None else [place.question for place in places]
        reviewed = previews.of_quiz(item, questions)
        context = {"title": item.title, "intro": item.intro, "reviewed": reviewed}
        return render(request, "quizzes/preview.html", context)
