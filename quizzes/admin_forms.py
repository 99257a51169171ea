"""Authors' forms for questions and quizzes: the checks of the content files, beside the fields."""

from django import forms
from django.core.exceptions import ValidationError

import rules
from authoring.forms import ContentForm, LinesField
from authoring.schema import Problem
from quizzes import generated, question_file, wellformed
from quizzes.models import Question

FROM = {"generated": "ask"}
OWN_OPTIONS = "Et spørgsmål, der dannes af et emne, får sine svar af reglen. Slet svarene her."


def _topics():
    return [(key, topic.title) for key, topic in rules.topics().items()]


def _asks():
    """What can be asked, by topic; the topic is part of each value, so that no script must fit the lists."""
    by_topic = [
        (topic.title, [(f"{key}:{ask.key}", ask.label) for ask in generated.askable(topic, "pensum")])
        for key, topic in rules.topics().items()
    ]
    return [("", "Dannes ikke: svarene er skrevet nedenfor"), *by_topic]


def _mistakes():
    by_topic = [
        (
            topic.title,
            [(f"{key}:{m.key}", m.remark.split(". ")[0]) for m in topic.reading_for("pensum").mistakes],
        )
        for key, topic in rules.topics().items()
    ]
    return [("", "Ingen bestemt"), *by_topic]


class QuestionForm(ContentForm):
    """A question; what is made from a topic is chosen in one list."""

    ask = forms.ChoiceField(label="Dannes af", choices=_asks, required=False)
    mistake = forms.ChoiceField(
        label="Fælde",
        choices=_mistakes,
        required=False,
        help_text="Fakta vælges, så denne fejl giver et af de forkerte svar.",
    )
    provisions = LinesField(label="Bestemmelser", help_text="Én på hver linje, fx FIL § 48.")
    topics = forms.MultipleChoiceField(
        label="Emner", choices=_topics, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Question
        fields = [
            "title", "slug", "kind", "text", "ask", "mistake", "remark",
            "provisions", "topics", "reading", "status",
        ]  # fmt: skip
        widgets = {"text": forms.Textarea(attrs={"rows": 3}), "remark": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        """Show topic and question together."""
        super().__init__(*args, **kwargs)
        row = self.instance
        self.initial["ask"] = f"{row.topic}:{row.ask}" if row.topic else ""
        self.initial["mistake"] = f"{row.topic}:{row.mistake}" if row.mistake else ""

    def clean(self):
        """Split the choices into topic, question and mistake, and keep them only where they are used."""
        cleaned = super().clean() or self.cleaned_data
        is_generated = cleaned.get("kind") == Question.Kind.GENERATED
        topic, _, ask = cleaned.get("ask", "").partition(":") if is_generated else ("", "", "")
        of, _, mistake = cleaned.get("mistake", "").partition(":") if is_generated else ("", "", "")
        if mistake and of != topic:
            self.add_error("mistake", "Fælden hører til et andet emne. Vælg en under samme emne.")
        self.instance.topic = topic
        return cleaned | {"ask": ask, "mistake": mistake}

    def _problems(self):
        return [
            Problem(FROM.get(problem.field, problem.field), problem.message)
            for problem in question_file.check_row(self.instance)
        ]


class OptionFormSet(forms.BaseInlineFormSet):
    """The options of one question, which must be whole together."""

    def clean(self):
        """Refuse options that cannot be marked, unless a row already says what is wrong."""
        super().clean()
        if any(self.errors):
            return
        options = [form.instance for form in self.forms if self._is_kept(form)]
        if self.instance.is_generated:
            faults = [OWN_OPTIONS] if options else []
        else:
            faults = wellformed.option_faults(self.instance.kind, options)
        if faults:
            raise ValidationError(faults)

    def _is_kept(self, form):
        return form.cleaned_data.get("text") and not form.cleaned_data.get("DELETE")


class QuizForm(ContentForm):
    """A quiz; its questions stand in rows below."""

    def _problems(self):
        return []


class QuizItemFormSet(forms.BaseInlineFormSet):
    """The questions of one quiz."""

    def add_fields(self, form, index):
        """Every row offers the same questions, asked for once."""
        super().add_fields(form, index)
        if not hasattr(self, "offered"):
            found = form.fields["question"].queryset.order_by("title")
            self.offered = [("", "Vælg et spørgsmål"), *((row.pk, row.title) for row in found)]
        form.fields["question"].choices = self.offered

    def clean(self):
        """Refuse a quiz without questions."""
        super().clean()
        kept = [
            form
            for form in self.forms
            if form.cleaned_data.get("question") and not form.cleaned_data.get("DELETE")
        ]
        if not kept and not any(self.errors):
            raise ValidationError("Vælg mindst ét spørgsmål.")
