"""The cases of a topic, for the pages that teach it."""

from authoring.models import seen_by
from cases.models import Case, Question
from lessons.registry import Exercise

MOST = 4


def on_topics(user, topic_keys):
    """A few cases that raise one of these questions."""
    raising = Question.objects.filter(seen_by(user, at="case__"), topic__in=topic_keys)
    found = raising.order_by("case__title", "case_id").values_list("case__title", "case__slug").distinct()
    return [Exercise(title, Case(slug=slug).get_absolute_url()) for title, slug in found[:MOST]]
