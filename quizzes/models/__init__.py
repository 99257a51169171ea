"""The question bank, the quizzes made from it, and what students answered."""

from quizzes.models.attempt import Attempt, Response
from quizzes.models.bank import Option, Question
from quizzes.models.quiz import Quiz, QuizItem

__all__ = ["Attempt", "Option", "Question", "Quiz", "QuizItem", "Response"]
