"""A case as it would be if it were saved now: what the law says of it, and what students would see."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import rules
from cases import links, solution, stories, timelines
from cases.drafting import warnings
from cases.models import READINGS, Case, Question
from cases.path import Stretch
from rules import asking
from rules.story import names as names_of

SKOEN = "Det er et skøn: begge svar godtages, hvis de følges op."


@dataclass
class QuestionDraft:
    """One question with facts that can be read, or the reasons why they cannot."""

    key: str
    topic: Any
    facts: Any = None
    problems: list[str] = field(default_factory=list)
    links: dict[str, Any] = field(default_factory=dict)

    @property
    def row(self) -> Question:
        """The question as a row that is not saved."""
        facts = self.topic.plain(self.facts)
        return Question(key=self.key, topic=self.topic.key, facts=facts, links=self.links)


@dataclass
class Draft:
    """The case, its questions and its story."""

    story: str
    names: dict[str, str]
    reading: str
    questions: list[QuestionDraft]
    weights: dict[str, int] = field(default_factory=dict)
    argument: str = ""
    reverse: list[dict[str, str]] = field(default_factory=list)

    @property
    def asked(self) -> list[tuple[str, Any]]:
        """The keys of the questions with their topics."""
        return [(question.key, question.topic) for question in self.questions]

    @property
    def case(self) -> Case:
        """The case as a row that is not saved."""
        return Case(story=self.story, names=self.names, reading=self.reading)

    @property
    def is_readable(self) -> bool:
        """Whether there is a case to decide: a question, and facts that can be, along the chain too."""
        has_facts = bool(self.questions) and all(question.facts is not None for question in self.questions)
        return has_facts and not self.chain_problems

    @cached_property
    def chain_problems(self) -> list[str]:
        """Facts that cannot be, once the earlier questions have decided what they decide."""
        if any(question.facts is None for question in self.questions):
            return []
        try:
            self._along(self.reading)
        except rules.FactError as error:
            return [f"{problem.label}: {problem.message}" for problem in error.problems]
        return []

    def _along(self, reading: str) -> list[stories.Sheet]:
        asked = ((one.key, one.topic, one.row.facts, one.links) for one in self.questions)
        return links.along(asked, reading)

    @cached_property
    def sheets(self) -> list[stories.Sheet]:
        """Every question with its facts as the graded reading has them."""
        return self._along(self.reading)

    @cached_property
    def decided(self) -> list[tuple[QuestionDraft, list[dict[str, Any]]]]:
        """Each question with what each reading decides."""
        if not self.is_readable:
            return [(question, []) for question in self.questions]
        return [
            (question, decisions)
            for question, decisions in zip(self.questions, decisions_of(self._along), strict=True)
        ]

    @property
    def story_problems(self) -> list[str]:
        """What is wrong with the story."""
        if not self.story.strip() or not self.questions:
            return []
        return stories.check(self.story, [(key, topic.key) for key, topic in self.asked])

    @property
    def told(self) -> str:
        """The story as students would read it."""
        if not self.is_readable or self.story_problems:
            return ""
        return stories.render(self.story, self.sheets, names_of(0) | self.names).text

    @property
    def timeline(self) -> str:
        """The days of the story, as students see them before they answer."""
        if not self.is_readable:
            return ""
        return timelines.drawn(
            Stretch(key, topic, topic.reading_for(self.reading), facts, {})
            for key, topic, facts in self.sheets
        )

    @property
    def first_questions(self) -> list[str]:
        """What a student is asked first, and next when the provision is found."""
        if not self.is_readable:
            return []
        _, topic, facts = self.sheets[0]
        found = {"jus": [str(topic.reading_for(self.reading).jus[0])]}
        return [item.question for item in asking.asked(topic, facts, found, self.reading)]

    @cached_property
    def warnings(self) -> list[str]:
        """What an author should look at; nothing here stops the case from being saved."""
        if not self.is_readable or self.story_problems:
            return []
        return list(warnings.of(self))


def decisions_of(along) -> list[list[dict[str, Any]]]:
    """For each question what each reading decides, given `along(reading)`."""
    sheets = {reading: along(reading) for reading in READINGS}
    return [
        [decision(topic, sheets[reading][place][2], reading) for reading in topic.readings]
        for place, (_, topic, _) in enumerate(sheets["pensum"])
    ]


def decision(topic, facts, reading: str) -> dict[str, Any]:
    """What one reading decides, ready to be printed."""
    made = topic.decide(facts, reading)
    return {
        "title": made.reading.title,
        "text": made.text or SKOEN,
        "steps": [
            (taken.question, solution.shown(made.reading, taken.key, taken.answer)) for taken in made.steps
        ],
        "figures": solution.figures_of(made),
    }


def of_case(case: Case) -> Draft:
    """The draft of a case as it is stored."""
    questions = []
    for row in case.questions.all():
        topic = rules.topics().get(row.topic)
        if topic is None:
            continue
        try:
            found = QuestionDraft(row.key, topic, topic.read(row.facts), links=row.links)
        except rules.FactError as error:
            found = QuestionDraft(row.key, topic, None, [problem.message for problem in error.problems])
        questions.append(found)
    reading = case.reading or "pensum"
    return Draft(case.story, case.names, reading, questions, case.weights, case.argument, case.reverse)
