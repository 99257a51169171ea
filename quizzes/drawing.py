"""What one attempt asks: the fixed questions and those drawn from the bank, in sections."""

from dataclasses import dataclass
from itertools import groupby
from random import Random

from django.db.models import Q

from quizzes.models import Draw, Question, Quiz


@dataclass(frozen=True)
class Place:
    """A question and the heading of the section that it stands in."""

    question: Question
    heading: str


def places(quiz: Quiz, random: Random) -> list[Place]:
    """Every question in order; a heading holds until the next. Shuffling stays within a section.

    A question is never asked twice: what is fixed is not drawn, and what is drawn is not drawn again.
    """
    fixed = quiz.places()
    draws = list(quiz.draws.all())
    bank = candidates(quiz, {place.question_id for place in fixed}) if draws else []
    found: list[Place] = []
    heading = ""
    for row in sorted([*fixed, *draws], key=lambda row: row.order):
        heading = row.heading or heading
        questions = taken(row, bank, random) if isinstance(row, Draw) else [row.question]
        found += [Place(question, heading) for question in questions]
    return _shuffled(found, random) if quiz.shuffle else found


def candidates(quiz: Quiz, without: set[int]) -> list[Question]:
    """What may be drawn: published, shared or the quiz's owner's own, and not asked already."""
    allowed = Q(owner=None) | Q(owner=quiz.owner_id)
    found = Question.objects.published().filter(allowed).exclude(pk__in=without)
    return list(found.order_by("pk").prefetch_related("options"))


def taken(draw: Draw, bank: list[Question], random: Random) -> list[Question]:
    """As many as the draw asks for, or as there are; they leave the bank."""
    fitting = [question for question in bank if draw.takes(question)]
    drawn = random.sample(fitting, min(draw.count, len(fitting)))
    for question in drawn:
        bank.remove(question)
    return drawn


def _shuffled(found: list[Place], random: Random) -> list[Place]:
    mixed: list[Place] = []
    for _, section in groupby(found, key=lambda place: place.heading):
        rows = list(section)
        random.shuffle(rows)
        mixed += rows
    return mixed
