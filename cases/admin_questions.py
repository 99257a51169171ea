"""A question as authors write it: the topic, and the topic's own facts in typed fields."""

import textwrap
from functools import cached_property
from typing import Any

from django import forms

import rules
from cases.admin_forms import CaseForm
from cases.drafting import Draft, QuestionDraft
from cases.models import GROUPS, READINGS, Question
from lessons.fact_forms import fact_form
from rules.variants import variant

EXAMPLE = 7


def _whole(value: Any) -> Any:
    """62800.0 as 62800."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def topic_choices() -> list:
    """Every topic by group."""
    groups = [
        (title, [(topic.key, topic.title) for topic in rules.topics().values() if topic.group == group])
        for group, title in GROUPS.items()
    ]
    return [("", "Vælg et emne"), *((title, topics) for title, topics in groups if topics)]


class QuestionForm(forms.ModelForm):
    """A question: the topic, and below it the topic's own facts.

    When another topic has just been chosen, its facts are filled with an example to change.
    """

    topic = forms.ChoiceField(label="emne", choices=topic_choices)

    class Meta:
        model = Question
        fields = ["topic"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.stored_facts = dict(self.instance.facts)
        chosen = self.data.get(self.add_prefix("topic"), "") if self.is_bound else self.instance.topic
        self.law: Any = rules.topics().get(chosen or "")
        self.is_fresh = self.is_bound and self.data.get(self.add_prefix("facts_for"), "") != chosen
        self.fact_form: Any = self._fact_form() if self.law else None

    def _fact_form(self):
        form_class, prefix = fact_form(self.law), f"{self.prefix}-fakta"
        if not self.is_bound:
            return form_class(initial=self.instance.facts, prefix=prefix)
        if self.is_fresh:
            return form_class(initial=self.shown_facts, prefix=prefix)
        return form_class(self.data, prefix=prefix)

    @cached_property
    def shown_facts(self) -> dict[str, Any]:
        """The facts that an untouched form shows: those stored, or an example of the topic just chosen."""
        return self.law.plain(variant(self.law, EXAMPLE).facts) if self.is_fresh else self.instance.facts

    @property
    def fact_rows(self) -> list[tuple[Any, Any]]:
        """Each field of the facts with the declaration of its fact."""
        return [(self.fact_form[spec.name], spec) for spec in self.law.specs]

    @property
    def topic_groups(self) -> list:
        """The topics by group, with the chosen one marked."""
        field = self["topic"]
        return field.field.widget.optgroups(field.html_name, [str(field.value() or "")])

    def has_changed(self) -> bool:
        """Also when only a fact has changed."""
        if super().has_changed():
            return True
        return bool(self.fact_form and (not self.fact_form.is_valid() or self._facts() != self.stored_facts))

    def clean(self):
        """Refuse facts that cannot be: each stands beside its own field."""
        cleaned = super().clean()
        if self.law is None or self.errors:
            return cleaned
        if self.is_fresh:
            raise forms.ValidationError("Emnet er nyt. Se oplysningerne igennem, og gem så igen.")
        if not self.fact_form.is_valid():
            wrong = [
                self.fact_form.fields[name].label
                for name in self.fact_form.errors
                if name in self.fact_form.fields
            ]
            raise forms.ValidationError(
                f"Oplysningerne kan ikke bruges. Ret: {', '.join(wrong) or 'oplysningerne'}."
            )
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if not self.errors and self.law is not None:
            if self.instance.pk and self.instance.law.key != self.initial.get("topic"):
                self.instance.links = {}
            self.instance.facts = self._facts()
            decisions = {
                key: self.law.decide(self.fact_form.facts(), key).outcome for key in self.law.readings
            }
            self.instance.expected = {key: outcome for key, outcome in decisions.items() if outcome}

    def _facts(self) -> dict[str, Any]:
        """The facts as a content file holds them: without those that are as usual."""
        facts = self.fact_form.facts()
        usual = {spec.name: spec.default for spec in self.law.specs if not spec.required}
        plain = self.law.plain(facts)
        return {
            name: _whole(value)
            for name, value in plain.items()
            if name not in usual or getattr(facts, name) != usual[name]
        }

    def draft(self, key: str) -> QuestionDraft | None:
        """The question as it stands in the form."""
        if self.law is None:
            return None
        if self.fact_form.is_bound:
            if self.fact_form.is_valid():
                return QuestionDraft(key, self.law, self.fact_form.facts())
            return QuestionDraft(key, self.law, None, self._fact_problems())
        try:
            return QuestionDraft(key, self.law, self.law.read(self.shown_facts))
        except rules.FactError as error:
            return QuestionDraft(key, self.law, None, [problem.message for problem in error.problems])

    def _fact_problems(self) -> list[str]:
        fields = self.fact_form.fields
        return [
            f"{fields[name].label}: {' '.join(errors)}" if name in fields else " ".join(errors)
            for name, errors in self.fact_form.errors.items()
        ]


class QuestionFormSet(forms.BaseInlineFormSet):
    """The questions of a case in order; keys are given out here."""

    def kept(self) -> list[Any]:
        """The forms that hold a question and are not marked for deletion."""
        every: list[Any] = self.forms
        return [form for form in every if form.law and not self._marked(form)]

    def drafts(self) -> list[QuestionDraft]:
        """The questions as they stand in the forms."""
        return [form.draft(key) for key, form in zip(self._keys(), self.kept(), strict=True)]

    def _marked(self, form: QuestionForm) -> bool:
        if not self.is_bound:
            return False
        return form.fields["DELETE"].widget.value_from_datadict(form.data, {}, form.add_prefix("DELETE"))

    def _keys(self) -> list[str]:
        """Stored questions keep their key; new ones take the first free of q1, q2, …"""
        taken = {form.instance.key for form in self.kept()}
        free = (f"q{number}" for number in range(1, 100) if f"q{number}" not in taken)
        return [form.instance.key or next(free) for form in self.kept()]

    def clean(self):
        """A case asks at least one question."""
        super().clean()
        if not self.kept():
            raise forms.ValidationError("Vælg et emne: en case skal have mindst ét retligt spørgsmål.")
        for order, (key, form) in enumerate(zip(self._keys(), self.kept(), strict=True), start=1):
            form.instance.key, form.instance.order = key, order


def suggested_story(questions: QuestionFormSet) -> str:
    """A story that tells the facts of the topics just chosen, for the author to change."""
    told = [textwrap.dedent(form.law.stories[0]) for form in questions.kept() if form.law.stories]
    paragraphs = [" ".join(part.split()) for story in told for part in story.split("\n\n")]
    return "\n\n".join(paragraphs)


def draft_of(form: CaseForm, questions: QuestionFormSet, story: str | None = None) -> Draft:
    """The case as it stands in the author's forms, saved or not."""
    form.is_valid()
    case, data = form.instance, form.data if form.is_bound else {}
    reading = data.get("reading", case.reading)
    return Draft(
        data.get("story", case.story) if story is None else story,
        case.names,
        reading if reading in READINGS else "pensum",
        questions.drafts(),
    )
