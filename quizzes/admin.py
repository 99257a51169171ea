"""Questions and quizzes as authors write them."""

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.shortcuts import render

import rules
from authoring.admin import ContentAdmin
from quizzes import admin_forms, previews
from quizzes.models import Option, Question, Quiz, QuizItem


class _Part(InlineModelAdmin):
    """Rows that belong to a piece of content are changed by whoever may change that."""

    def has_view_permission(self, request, obj=None):
        return True

    def has_change_permission(self, request, obj=None):
        return obj is None or obj.may_be_changed_by(request.user)

    has_add_permission = has_change_permission
    has_delete_permission = has_change_permission


class OptionInline(_Part, admin.StackedInline):
    model = Option
    formset = admin_forms.OptionFormSet
    fields = ["text", "right", "remark", "order"]
    extra = 4

    def formfield_for_dbfield(self, db_field, request, **options):
        wide = {"class": "vLargeTextField"}
        if db_field.name == "text":
            options["widget"] = forms.TextInput(attrs=wide)
        if db_field.name == "remark":
            options["widget"] = forms.Textarea(attrs=wide | {"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **options)


class QuizItemInline(_Part, admin.StackedInline):
    model = QuizItem
    formset = admin_forms.QuizItemFormSet
    fields = [("question", "order")]
    extra = 3

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("question")

    def formfield_for_foreignkey(self, db_field, request, **options):
        if db_field.name == "question":
            options["queryset"] = Question.objects.current().readable_by(request.user)
        return super().formfield_for_foreignkey(db_field, request, **options)


class TopicFilter(admin.SimpleListFilter):
    """The rule that makes the question."""

    title = "regel"
    parameter_name = "regel"

    def lookups(self, request, model_admin):
        return [(topic.key, topic.title) for topic in rules.topics().values()]

    def queryset(self, request, queryset):
        return queryset.filter(topic=self.value()) if self.value() else queryset


class _WithParts(ContentAdmin):
    """Content that is previewed together with its rows as they stand in the form."""

    def sent_parts(self, request, item):
        """The rows that were sent with the form and are not deleted; None when they are faulty."""
        formsets, _ = self._create_formsets(request, item, change=item.pk is not None)
        if not all(formset.is_valid() for formset in formsets):
            return None, formsets
        parts = [
            form.save(commit=False)
            for formset in formsets
            for form in formset.forms
            if form.has_changed() or form.instance.pk
            if not form.cleaned_data.get("DELETE")
        ]
        return sorted(parts, key=lambda part: part.order), formsets

    def preview(self, request, item):
        parts, formsets = self.sent_parts(request, item) if request.method == "POST" else (None, [])
        if request.method == "POST" and parts is None:
            return render(request, "quizzes/preview_refused.html", {"formsets": formsets}, status=422)
        return render(request, "quizzes/preview.html", self.shown(item, parts))


@admin.register(Question)
class QuestionAdmin(_WithParts):
    """The question bank."""

    form = admin_forms.QuestionForm
    inlines = [OptionInline]
    list_display = ["title", "kind", "topic", "ownership", "state", "updated_at"]
    list_filter = [*ContentAdmin.list_filter, "kind", TopicFilter]
    search_fields = ["title", "slug", "text"]

    def shown(self, item, options):
        """One written question, or three that the rules make."""
        return {"title": item.title, "reviewed": previews.of_question(item, options)}


@admin.register(Quiz)
class QuizAdmin(_WithParts):
    """Quizzes with their questions in order."""

    form = admin_forms.QuizForm
    inlines = [QuizItemInline]
    fields = ["title", "slug", "intro", "shuffle", "reading", "status"]

    def shown(self, item, places):
        """The quiz as one student could get it."""
        questions = item.asked() if places is None else [place.question for place in places]
        return {"title": item.title, "intro": item.intro, "reviewed": previews.of_quiz(item, questions)}
