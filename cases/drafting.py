"""A case as it would be if it were saved now: what the law says of it, what students would see, what to look at."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import rules
from cases import solution, stories, timelines
from cases.path import Stretch
from cases.variants import NoVariant
from rules import asking, variants
from rules.story import names as names_of

SEED = 1


@dataclass
class QuestionDraft:
    """One question with facts that can be read, or the reasons why they cannot."""

    key: str
    topic: Any
    facts: Any = None
    problems: list[str] = field(default_factory=list)

    @property
    def decisions(self) -> list[dict[str, Any]]:
        """What each reading decides on these facts."""
        if self.facts is None:
            return []
        return [self._decision(reading) for reading in self.topic.readings]

    def _decision(self, reading: str) -> dict[str, Any]:
        decision = self.topic.decide(self.facts, reading)
        return {
            "title": decision.reading.title,
            "text": decision.text or "Det er et skøn: begge svar godtages, hvis de følges op.",
            "steps": [
                (taken.question, solution.shown(decision.reading, taken.key, taken.answer))
                for taken in decision.steps
            ],
            "figures": solution.figures_of(decision),
        }

    @property
    def differs(self) -> bool:
        """Whether the two readings part on these facts."""
        return self.facts is not None and solution.readings(self.topic, self.facts) is not None


@dataclass
class Draft:
    """The case, its questions and its story."""

    story: str
    names: dict[str, str]
    reading: str
    questions: list[QuestionDraft]

    @property
    def _asked(self) -> list[tuple[str, Any]]:
        return [(question.key, question.topic) for question in self.questions]

    @property
    def is_readable(self) -> bool:
        """Whether there is a case to decide: a question, and facts that can be."""
        return bool(self.questions) and all(question.facts is not None for question in self.questions)

    @property
    def story_problems(self) -> list[str]:
        """What is wrong with the story."""
        if not self.story.strip() or not self.questions:
            return []
        return stories.check(self.story, [(key, topic.key) for key, topic in self._asked])

    @property
    def told(self) -> str:
        """The story as students would read it."""
        if not self.is_readable or self.story_problems:
            return ""
        return stories.render(self.story, self._sheets, names_of(0) | self.names).text

    @property
    def _sheets(self) -> list[stories.Sheet]:
        return [(question.key, question.topic, question.facts) for question in self.questions]

    @property
    def timeline(self) -> str:
        """The days of the story, as students see them before they answer."""
        if not self.is_readable:
            return ""
        return timelines.drawn(
            Stretch(one.key, one.topic, one.topic.reading_for(self.reading), one.facts, {})
            for one in self.questions
        )

    @property
    def first_questions(self) -> list[str]:
        """What a student is asked first, and next when the provision is found."""
        if not self.is_readable:
            return []
        first = self.questions[0]
        law = first.topic.reading_for(self.reading)
        found = {"jus": [str(law.jus[0])]}
        return [item.question for item in asking.asked(first.topic, first.facts, found, self.reading)]

    @property
    def warnings(self) -> list[str]:
        """What an author should look at; nothing here stops the case from being saved."""
        if not self.is_readable or self.story_problems:
            return []
        if not self.story.strip():
            return ["Fortællingen mangler endnu."]
        found = [
            f"»{label}« betyder noget for afgørelsen, men fortælles ikke. Den studerende kan ikke vide det."
            for _, label in stories.untold(self.story, self._asked, self.reading)
        ]
        found += [
            f"De to retsgrundlag når ikke til det samme i »{question.topic.title}«. Vælg det, der skal bedømme."
            for question in self.questions
            if question.differs
        ]
        return [*found, *self._variant_warnings()]

    def _variant_warnings(self) -> Iterable[str]:
        told = stories.told_facts(self.story, self._asked)
        for question in self.questions:
            if not any(key == question.key for key, _ in told):
                yield f"Ingen oplysning fra »{question.topic.title}« fortælles som {{navn}}: varianterne bliver ens."
                continue
            keep = {
                spec.name: getattr(question.facts, spec.name)
                for spec in question.topic.specs
                if (question.key, spec.name) not in told
            }
            try:
                variants.variant(question.topic, SEED, self.reading, keep=keep)
            except NoVariant:
                yield f"Der kan ikke laves varianter af »{question.topic.title}«: for lidt fortælles som {{navn}}."


def of_case(case) -> Draft:
    """The draft of a case as it is stored."""
    questions = []
    for row in case.questions.all():
        topic = rules.topics().get(row.topic)
        if topic is None:
            continue
        try:
            questions.append(QuestionDraft(row.key, topic, topic.read(row.facts)))
        except rules.FactError as error:
            questions.append(
                QuestionDraft(row.key, topic, None, [problem.message for problem in error.problems])
            )
    return Draft(case.story, case.names, case.reading or "pensum", questions)
