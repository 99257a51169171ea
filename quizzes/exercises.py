"""The quizzes that ask about a topic, for the pages that teach it."""

from collections import Counter

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from authoring.models import seen_by
from lessons.registry import Exercise
from quizzes.models import Quiz, QuizItem


def on_topics(user, topic_keys):
    """Each quiz with a question on one of these topics, and how many it has."""
    items = QuizItem.objects.filter(
        seen_by(user, at="quiz__"), question__status="published", question__retired_at=None
    )
    # The database looks through the lists as text: making hundreds of rows cost more than the rest of a page.
    asked = items.annotate(on=Cast("question__topics", TextField())).filter(_names(topic_keys))
    counted = asked.order_by("quiz__title", "quiz_id").values_list("quiz__title", "quiz__slug")
    return [
        Exercise(_title(title, many), Quiz(slug=slug).get_absolute_url())
        for (title, slug), many in Counter(counted).items()
    ]


def _names(topic_keys):
    named = Q()
    for key in topic_keys:
        named |= Q(on__contains=f'"{key}"')
    return named


def _title(title, many):
    return f"Quiz: {title} ({many} spørgsmål om emnet)"
