"""The cases of a topic, for the pages that teach it."""

from cases.models import Case
from lessons.registry import Exercise

MOST = 4


def on_topics(user, topic_keys):
    """A few cases that raise one of these questions."""
    found = Case.objects.visible_to(user).filter(questions__topic__in=topic_keys).distinct()
    return [Exercise(case.title, case.get_absolute_url()) for case in found[:MOST]]
