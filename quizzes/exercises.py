"""The quizzes that ask about a topic, for the pages that teach it."""

from lessons.registry import Exercise
from quizzes.models import Quiz, QuizItem


def on_topics(user, topic_keys):
    """Each quiz with a question on one of these topics, and how many it has."""
    wanted = set(topic_keys)
    quizzes = Quiz.objects.visible_to(user).values("pk")
    items = QuizItem.objects.filter(quiz__in=quizzes, question__status="published", question__retired_at=None)
    asked: dict[Quiz, int] = {}
    needed = items.select_related("quiz", "question").only("quiz__title", "quiz__slug", "question__topics")
    for item in needed.order_by("quiz__title", "quiz_id"):
        if wanted & set(item.question.topics):
            asked[item.quiz] = asked.get(item.quiz, 0) + 1
    return [Exercise(_title(quiz, many), quiz.get_absolute_url()) for quiz, many in asked.items()]


def _title(quiz, many):
    return f"Quiz: {quiz.title} ({many} spørgsmål om emnet)"
