"""Authors' forms for questions and quizzes: the checks of the content files, beside the fields."""

from django import forms
from django.core.exceptions import ValidationError

import rules
from authoring.forms import ContentForm, LinesField
from authoring.schema import Problem
from authoring.shelf import Rows
from quizzes import generated, question_file, wellformed
from quizzes.kinds import KINDS
from quizzes.models import Draw, Option, Question

FROM = {"generated": "ask"}
ACCEPTS = "Andre ordlyde, én på hver linje. Kun for kort svar og udfyldning."


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

    tags = LinesField(label="Mærker", help_text="Ét på hver linje. En quiz kan trække spørgsmål efter mærke.")

    terms = LinesField(
        label="Begreber",
        help_text="Kun de begreber, der spørges om: ét på hver linje, som i adressen, fx simpel-kaution.",
    )

    class Meta:
        model = Question
        fields = [
            "title", "slug", "kind", "text", "answer", "unit", "tolerance", "ask", "mistake", "remark", "hint",
            "provisions", "topics", "terms", "section", "goal", "tags", "points", "difficulty", "reading", "status",
        ]  # fmt: skip
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("text", "remark", "hint")}

    def __init__(self, *args, **kwargs):
        """Show topic and question together."""
        super().__init__(*args, **kwargs)
        row = self.instance
        self.initial["ask"] = f"{row.topic}:{row.ask}" if row.topic else ""
        self.initial["mistake"] = f"{row.topic}:{row.mistake}" if row.mistake else ""

    def clean(self):
        """Split the choices into topic, question and mistake, and keep them only where they are used."""
        cleaned = super().clean() or self.cleaned_data
        is_generated = cleaned.get("kind") == "generated"
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


class OptionForm(forms.ModelForm):
    """One row. Where the kind does not ask whether a row is right, it says so itself."""

    accepts = LinesField(label="Godtages også", widget=forms.Textarea(attrs={"rows": 2}), help_text=ACCEPTS)

    class Meta:
        model = Option
        fields = ["text", "partner", "accepts", "right", "remark", "order"]

    def clean(self):
        """Know the kind of the question that the row belongs to."""
        cleaned = super().clean() or self.cleaned_data
        kind = KINDS.get(self.asked_as)
        if kind and "right" not in kind.columns and kind.rows_are_right:
            cleaned["right"] = True
        return cleaned

    asked_as = ""


class OptionFormSet(forms.BaseInlineFormSet):
    """The options of one question, which must be whole together."""

    def clean(self):
        """Refuse options that cannot be marked, unless a row already says what is wrong."""
        super().clean()
        if any(self.errors):
            return
        rows = [form.instance for form in self.forms if self._is_kept(form)]
        if faults := wellformed.kind_faults(self.instance, rows):
            raise ValidationError(faults)

    def add_fields(self, form, index):
        """Tell each row how the question is asked."""
        super().add_fields(form, index)
        form.asked_as = self.instance.kind

    def _is_kept(self, form):
        return form.cleaned_data.get("text") and not form.cleaned_data.get("DELETE")


class QuizForm(ContentForm):
    """A quiz; its questions stand in rows below."""

    def _problems(self):
        return [
            Problem("belongs_to", told) for told in wellformed.place_faults(self.instance.belongs_to, Rows())
        ]


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
        if not kept and not any(self.errors) and not self.drawn:
            raise ValidationError("Vælg mindst ét spørgsmål, eller træk nogle fra banken.")

    @property
    def drawn(self):
        """Whether the rows of draws that came with these ask for a question."""
        return any(
            value.strip() not in ("", "0")
            for name, value in self.data.items()
            if name.startswith("draws-") and name.endswith("-count")
        )


class DrawForm(forms.ModelForm):
    """So many questions of a tag, a topic and a difficulty."""

    topic = forms.ChoiceField(label="Emne", required=False, choices=lambda: [("", "Alle emner"), *_topics()])

    class Meta:
        model = Draw
        fields = ["count", "tag", "topic", "difficulty", "heading", "order"]
