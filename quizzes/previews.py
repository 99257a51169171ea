"""Questions as an author looks at them before students do: what is asked, what is right, what is said."""

from quizzes import freezing, generated, start
from quizzes.items import Item
from quizzes.models import Question, Quiz
from quizzes.pages import Feedback
from quizzes.start import PENSUM


def of_question(question: Question, options=None) -> list[Feedback]:
    """A written question once; a generated one three times, each with facts of its own."""
    seeds = generated.SAMPLES if question.is_generated else generated.SAMPLES[:1]
    frozen = [
        freezing.freeze(question, seed, question.reading or PENSUM, shuffle=False, options=options)
        for seed in seeds
    ]
    return _shown(frozen)


def of_quiz(quiz: Quiz, questions: list[Question]) -> list[Feedback]:
    """Every question once, in the quiz's order."""
    reading = quiz.reading or PENSUM
    return _shown([freezing.freeze(question, 1, reading, shuffle=False) for question in questions])


def of_variant(quiz: Quiz, reading: str, seed: int) -> list[Feedback]:
    """What a student gets whose attempt begins on this seed."""
    return _shown(start.drawn(quiz, seed, reading))


def _shown(frozen: list[dict]) -> list[Feedback]:
    return [Feedback(Item(data, number), None) for number, data in enumerate(frozen, start=1)]
