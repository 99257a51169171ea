"""The mutation score of a quiz: how many of the mistakes that its topics name it would bring to light.

The word is that of software testing: a mistake is a mutant of the law, and a quiz that no mutant fails does not
tell those who hold it from those who know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod

import rules
from quizzes import catching, drawing
from quizzes.models import Draw, Question, Quiz
from quizzes.start import PENSUM

ENOUGH = 0.5


@dataclass(frozen=True)
class Place:
    """A question that a student of the quiz is asked, and how likely that is."""

    question: Question
    chance: float = 1.0

    @property
    def topics(self) -> list[str]:
        """The topics that it is about, as far as the rules know them."""
        named = dict.fromkeys([self.question.topic, *self.question.topics])
        return [topic for topic in named if topic in rules.topics()]


@dataclass(frozen=True)
class Found:
    """One named mistake and what the quiz does to it.

    `chance` is that of at least one question being answered wrong by a student who holds it; `is_open` where
    a question may catch it and nobody can know.
    """

    topic: str
    key: str
    words: str
    chance: float
    is_open: bool

    @property
    def is_caught(self) -> bool:
        """Whether it is caught as often as not."""
        return self.chance >= ENOUGH

    @property
    def topic_title(self) -> str:
        """The topic in words."""
        return rules.topic(self.topic).title

    @property
    def percent(self) -> int:
        """The chance in whole percent."""
        return round(self.chance * 100)


@dataclass(frozen=True)
class Score:
    """Every mistake of the quiz's topics."""

    found: list[Found]

    @property
    def caught(self) -> list[Found]:
        """What the quiz catches."""
        return [one for one in self.found if one.is_caught]

    @property
    def missed(self) -> list[Found]:
        """What it would not catch."""
        return [one for one in self.found if not one.is_caught and not one.is_open]

    @property
    def unknown(self) -> list[Found]:
        """What it may catch, in a question that nobody can compute."""
        return [one for one in self.found if not one.is_caught and one.is_open]

    @property
    def share(self) -> float | None:
        """The share that is caught for certain knowledge; None where the topics name no mistake."""
        return len(self.caught) / len(self.found) if self.found else None

    @property
    def percent(self) -> int | None:
        """The same in whole percent."""
        return None if self.share is None else round(self.share * 100)


def of_quiz(quiz: Quiz) -> Score:
    """The score of a quiz as it would be asked now."""
    return of(places(quiz), quiz.reading or PENSUM)


def places(quiz: Quiz) -> list[Place]:
    """The fixed questions, and those that may be drawn with their chance."""
    fixed, draws = [place.question for place in quiz.places()], list(quiz.draws.all())
    return places_of(fixed, draws, bank_of(quiz, fixed, draws))


def bank_of(quiz: Quiz, fixed: list[Question], draws: list[Draw]) -> list[Question]:
    """What the draws of the quiz may take."""
    return drawing.candidates(quiz, {question.pk for question in fixed}) if draws else []


def places_of(fixed: list[Question], draws: list[Draw], bank: list[Question]) -> list[Place]:
    """The same of what is read already."""
    return [Place(question) for question in fixed] + _drawn(draws, bank)


def _drawn(draws: list[Draw], bank: list[Question]) -> list[Place]:
    """A question that several draws may take has the chance of any of them, as if they drew apart."""
    missed: dict[int, float] = {}
    for draw in draws:
        fitting = [question for question in bank if draw.takes(question)]
        for question in fitting:
            missed[question.pk] = missed.get(question.pk, 1.0) * (1 - min(1.0, draw.count / len(fitting)))
    return [Place(question, 1 - missed[question.pk]) for question in bank if question.pk in missed]


def of(asked: list[Place], reading: str) -> Score:
    """The score of these questions in this reading."""
    told = [(place, catching.catches(place.question, reading)) for place in asked]
    topics = dict.fromkeys(topic for place in asked for topic in place.topics)
    return Score([one for topic in topics for one in _of_topic(topic, reading, told)])


def _of_topic(topic: str, reading: str, told) -> Iterable[Found]:
    blind = any(caught is None and topic in place.topics for place, caught in told)
    for mistake in catching.named_mistakes(topic, reading):
        key = (topic, mistake.key)
        chance = 1 - prod(1 - place.chance * caught.get(key, 0.0) for place, caught in told if caught)
        is_open = blind or not catching.can_be_known(topic, reading, mistake.key)
        yield Found(topic, mistake.key, catching.words(topic, reading, mistake.key), chance, is_open)
