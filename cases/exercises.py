"""The cases of a topic, for the pages that teach it."""

from cases.models import Case, Question
from lessons.registry import Exercise

MOST = 4


def on_topics(user, topic_keys):
    """A few cases that raise one of these questions."""
    raising = Question.objects.filter(topic__in=topic_keys).values("case")
    found = Case.objects.visible_to(user).filter(pk__in=raising).only("title", "slug")
    return [Exercise(case.title, case.get_absolute_url()) for case in found[:MOST]]
