"""A question as authors write it: the topic, and the topic's own facts in typed fields."""

from functools import cached_property
from typing import Any

from django import forms

import rules
from cases.drafting import QuestionDraft
from cases.models import GROUPS, Question
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
        self.stored = self._kept_now
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

    @property
    def _kept_now(self) -> tuple[Any, ...]:
        """What the row keeps beside the topic; the chain may change it from an earlier question."""
        row = self.instance
        return row.facts, row.links, row.expected, row.order

    def has_changed(self) -> bool:
        """Also when only a fact has changed, or what an earlier question decides."""
        if super().has_changed() or self._kept_now != self.stored:
            return True
        if not self.fact_form:
            return False
        return not self.fact_form.is_valid() or self.read_facts() != self.stored[0]

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
            self.instance.facts = self.read_facts()

    def read_facts(self) -> dict[str, Any]:
        """The facts that were typed, as a content file holds them."""
        return self.as_filed(self.fact_form.facts())

    def as_filed(self, facts: Any) -> dict[str, Any]:
        """Facts as a content file holds them: without those that are as usual."""
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
