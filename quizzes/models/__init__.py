"""The question bank, the quizzes made from it, and what students answered."""

from quizzes.models.attempt import Attempt
from quizzes.models.bank import Option, Question
from quizzes.models.earlier import EarlierResult
from quizzes.models.knowing import Evidence, Mastery
from quizzes.models.quiz import Draw, Quiz, QuizItem
from quizzes.models.response import Response

__all__ = [
    "Attempt",
    "Draw",
    "EarlierResult",
    "Evidence",
    "Mastery",
    "Option",
    "Question",
    "Quiz",
    "QuizItem",
    "Response",
]
