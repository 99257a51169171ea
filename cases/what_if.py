"""Hvad nu hvis: change one fact of a case that is answered, predict the outcome, and see where the way parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crispy_forms.layout import Field

import rules
from cases.forms import OptionField
from cases.walkthroughs import Walkthrough
from lessons.fact_forms import FactForm, fact_form, told
from lessons.figures import flowchart
from lessons.predicting import Judged, judged
from rules.compare import Comparison, compare
from rules.decision import Decision
from rules.parting import Parting, parting
from rules.relevance import relevance

# What is sent beside the fact; no fact of any topic has such a name (held by a test).
CHOSEN, PREDICTED = "oplysning", "gaet"
UNCHANGED = "Sådan er det i sagen. Skriv eller vælg noget andet."
UNPREDICTED = "Vælg det resultat, du venter."


class ChangeForm(FactForm):
    """One fact of the case, and what the student expects of the change."""

    def __init__(self, *args: Any, fact: str, outcomes: dict[str, str], **options: Any):
        super().__init__(*args, use_required_attribute=False, **options)
        self.fact = fact
        # With one possible outcome there is nothing to predict.
        if len(outcomes) > 1:
            self.fields[PREDICTED] = OptionField(options=outcomes, label="Hvad bliver resultatet så?")
            self.fields[PREDICTED].error_messages["required"] = UNPREDICTED
            self.helper.layout.append(Field(PREDICTED, template="cases/options_field.html"))

    def clean(self):
        """What the rules refuse stands beside the one field, also where it is about another fact."""
        cleaned = super(FactForm, self).clean()
        if self.fact in self.errors:
            return cleaned
        try:
            if self.facts() == self.topic.read(self.base):
                self.add_error(self.fact, UNCHANGED)
        except rules.FactError as error:
            for problem in error.problems:
                self.add_error(self.fact, told(problem, problem.fact == self.fact))
        return cleaned

    def facts(self):
        """The facts of the case with the change. Raises `rules.FactError` where they cannot be."""
        return self.topic.read(self.plain)


@dataclass(frozen=True)
class Side:
    """One reading before and after the change."""

    before: Decision
    after: Decision

    @property
    def parting(self) -> Parting | None:
        """The step at which the way goes elsewhere."""
        return parting(self.before, self.after)

    @property
    def has_turned(self) -> bool:
        """Whether the outcome is another one."""
        return self.before.outcome != self.after.outcome

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """The figures that the change moved: label, before and after."""
        known, before, after = self.after.reading.figures, self.before.figures, self.after.figures
        return [
            (figure.label, figure.printed(before[key]) or "intet", figure.printed(after[key]) or "intet")
            for key, figure in known.items()
            if before[key] != after[key]
        ]

    @property
    def is_idle(self) -> bool:
        """Whether every answer, every figure and the outcome are as before."""
        return not (self.has_turned or self.parting or self.figures)


class WhatIf:
    """What may be changed in a walkthrough, and the one change that is being tried."""

    def __init__(self, walkthrough: Walkthrough, chosen: str = "", sent: Any = None):
        self.walkthrough = walkthrough
        known = {f"{question['key']}-{fact}": (question, fact) for question, fact in self._changeable()}
        self.chosen = chosen if chosen in known else next(iter(known), "")
        if known:
            self.question, self.fact = known[self.chosen]
            self.topic = rules.topic(self.question["topic"])
            self.form = self._form(sent)

    @property
    def groups(self) -> dict[str, list[tuple[str, str]]]:
        """The facts to choose among, those of the story first, by question."""
        found: dict[str, list[tuple[str, str]]] = {}
        asked = self.walkthrough.frozen["questions"]
        for question, fact in self._changeable():
            place = "I fortællingen" if fact in question["told"] else "Ikke i fortællingen"
            group = place if len(asked) == 1 else f"{question['title']}: {place[0].lower()}{place[1:]}"
            label = rules.topic(question["topic"]).spec_of[fact].label.rstrip("?")
            found.setdefault(group, []).append((f"{question['key']}-{fact}", label))
        return found

    def _changeable(self) -> Iterator[tuple[dict[str, Any], str]]:
        """Each question with each of its facts; none where the rule has been changed since."""
        for question in self.walkthrough.frozen["questions"]:
            topic = rules.topics().get(question["topic"])
            if topic is None or topic.version != question["version"]:
                continue
            in_story = question.get("told", ())
            names = sorted(topic.spec_of, key=lambda name: name not in in_story)
            yield from ((question | {"told": in_story}, name) for name in names)

    def _form(self, sent: Any) -> ChangeForm:
        built = type("Change", (ChangeForm, fact_form(self.topic, [self.fact])), {})
        law = self.topic.reading_for(self.walkthrough.reading)
        return built(sent, base=self.question["facts"], fact=self.fact, outcomes=law.choices)

    @property
    def now(self) -> str:
        """The fact as it is in the case."""
        return self._printed(self.before.pensum.facts)

    @property
    def label(self) -> str:
        """What the fact is called."""
        return self.topic.spec_of[self.fact].label.rstrip("?")

    @property
    def changed(self) -> str:
        """The fact as the student has changed it."""
        return self._printed(self.after.pensum.facts)

    def _printed(self, facts: Any) -> str:
        spec = self.topic.spec_of[self.fact]
        return spec.printed(getattr(facts, self.fact)) or "ikke oplyst"

    @cached_property
    def before(self) -> Comparison:
        """Both readings on the facts of the case."""
        return compare(self.topic, self.topic.read(self.question["facts"]))

    @cached_property
    def after(self) -> Comparison:
        """Both readings on the changed facts."""
        return compare(self.topic, self.form.facts())

    @cached_property
    def sides(self) -> list[Side]:
        """Each reading before and after."""
        pairs = [
            (self.before.pensum, self.after.pensum),
            (self.before.gaeldende_ret, self.after.gaeldende_ret),
        ]
        return [Side(before, after) for before, after in pairs if before and after]

    @property
    def judged(self) -> Judged | None:
        """What became of the prediction, where there was something to predict."""
        predicted = self.form.cleaned_data.get(PREDICTED)
        return judged(self.after, predicted, self.walkthrough.reading) if predicted else None

    @property
    def is_idle(self) -> bool:
        """Whether the change moved nothing in any reading."""
        return all(side.is_idle for side in self.sides)

    @property
    def is_irrelevant(self) -> bool:
        """Whether no change of this fact alone moves anything in any reading."""
        facts = self.before.pensum.facts
        return self.is_idle and not any(
            relevance(self.topic, facts, reading).get(self.fact) for reading in self.topic.readings
        )

    @property
    def flowchart(self) -> str:
        """The way through the rule on the changed facts, in the reading of the walkthrough."""
        own = self.topic.decide(self.form.facts(), self.walkthrough.reading)
        return flowchart.of(own.reading, own)
