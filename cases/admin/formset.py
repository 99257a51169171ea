"""The questions of a case together, as authors write them: their order, their chain and the reverse tasks."""

from functools import cached_property
from typing import Any

from django import forms

import rules
from cases import links
from cases.admin.links import LinksForm
from cases.admin.questions import QuestionForm
from cases.admin.reverse import ReverseForm
from cases.drafting import QuestionDraft
from cases.models import READINGS


class QuestionFormSet(forms.BaseInlineFormSet):
    """The questions of a case in order; keys are given out here."""

    def kept(self) -> list[Any]:
        """The forms that hold a question and are not marked for deletion."""
        every: list[Any] = self.forms
        return [form for form in every if form.law and not self._marked(form)]

    def drafts(self) -> list[QuestionDraft]:
        """The questions as they stand in the forms."""
        drafts = [form.draft(key) for key, form in zip(self._keys(), self.kept(), strict=True)]
        for draft, form in zip(drafts, self.kept(), strict=True):
            chain = self.chains.get(form.prefix)
            if chain:
                draft.links = _valid(chain).links
        return drafts

    def rows(self) -> list[tuple[Any, LinksForm | None]]:
        """Each form with the list of what earlier questions decide for it."""
        return [(form, self.chains.get(str(form.prefix))) for form in self.forms]

    def _marked(self, form: QuestionForm) -> bool:
        if not self.is_bound:
            return False
        return form.fields["DELETE"].widget.value_from_datadict(form.data, {}, form.add_prefix("DELETE"))

    def _keys(self) -> list[str]:
        """Stored questions keep their key; new ones take the first free of q1, q2, …"""
        taken = {form.instance.key for form in self.kept()}
        free = (f"q{number}" for number in range(1, 100) if f"q{number}" not in taken)
        return [form.instance.key or next(free) for form in self.kept()]

    @property
    def _asked(self) -> list[tuple[int, str, Any]]:
        """Every question as (place on the page, key, topic)."""
        places = {form.prefix: place for place, form in enumerate(self.forms)}
        return [
            (places[form.prefix], key, form.law) for key, form in zip(self._keys(), self.kept(), strict=True)
        ]

    @cached_property
    def chains(self) -> dict[str, LinksForm]:
        """For each question but the first: what the earlier ones decide for it."""
        asked, found = self._asked, {}
        for number, form in enumerate(self.kept()):
            if number:
                found[form.prefix] = LinksForm(
                    self.data if self.is_bound and not form.is_fresh else None,
                    prefix=f"{form.prefix}-kaede",
                    topic=form.law,
                    earlier=asked[:number],
                    stored=self._stored_links(form),
                )
        return {prefix: chain for prefix, chain in found.items() if chain.fields}

    def _stored_links(self, form: Any) -> dict[str, Any]:
        is_same = form.instance.pk and not form.is_fresh and form.instance.topic == form.law.key
        return form.instance.links if is_same else {}

    @cached_property
    def reverse(self) -> ReverseForm:
        """The reverse tasks of the case."""
        return ReverseForm(
            self.data if self.is_bound else None,
            prefix="omvendt",
            questions=self._asked,
            stored=self.instance.reverse,
        )

    def tasks(self) -> list[dict[str, str]]:
        """The reverse tasks as they stand in the form; none while one of them cannot be used."""
        if not self.is_bound:
            return self.instance.reverse
        return self.reverse.tasks if self.reverse.is_valid() else []

    def clean(self):
        """A case asks at least one question, and what one decides fits the next."""
        super().clean()
        if not self.kept():
            raise forms.ValidationError("Vælg et emne: en case skal have mindst ét retligt spørgsmål.")
        for order, (key, form) in enumerate(zip(self._keys(), self.kept(), strict=True), start=1):
            form.instance.key, form.instance.order = key, order
        if not all(chain.is_valid() for chain in self.chains.values()):
            raise forms.ValidationError("Kæden mangler noget. Se under det spørgsmål, hvor det står.")
        if not self.reverse.is_valid():
            raise forms.ValidationError("En omvendt opgave kan ikke bruges. Se under spørgsmålene.")
        if not any(form.errors for form in self.kept()):
            self._decide()
            self.instance.reverse = self.reverse.tasks

    def _decide(self) -> None:
        """What each reading decides along the chain, kept on the rows."""
        rows = [form.instance for form in self.kept()]
        for form in self.kept():
            chain = self.chains.get(form.prefix)
            form.instance.links = chain.links if chain else {}
            form.instance.expected = {}
        asked = [
            (row.key, row.law, form.read_facts(), row.links)
            for row, form in zip(rows, self.kept(), strict=True)
        ]
        # Pensum last: its facts are those that the row keeps.
        for reading in reversed(READINGS):
            try:
                sheets = links.along(asked, reading)
            except rules.FactError as error:
                told = " ".join(f"{problem.label}: {problem.message}" for problem in error.problems)
                raise forms.ValidationError(f"Kæden giver oplysninger, der ikke kan passe. {told}") from error
            for form, (_, topic, facts) in zip(self.kept(), sheets, strict=True):
                form.instance.facts = form.as_filed(facts)
                outcome = topic.decide(facts, reading).outcome if reading in topic.readings else None
                if outcome:
                    form.instance.expected = {reading: outcome} | form.instance.expected


def _valid(chain: LinksForm) -> LinksForm:
    """The form with its links gathered; one that was not sent has those stored."""
    if chain.is_bound:
        chain.is_valid()
    else:
        chain.links = chain.stored
    return chain
