"""The picture of the calculators of deadlines."""

from django.utils.html import format_html_join

from lessons.figures import timeline
from lessons.figures.timeline import Point


def days(answers):
    """A line of days for each question; where the law has another deadline, both are marked."""
    drawn = (_line(answer) for answer in answers)
    return format_html_join("", "{}", ((line,) for line in drawn if line))


def _line(answer):
    found = [timeline.of_facts(answer.topic, answer.facts, decision) for decision in answer.decisions]
    points = list(dict.fromkeys(point for these, _ in found for point in these))
    windows = list(dict.fromkeys(window for _, these in found for window in these))
    if len(found) > 1:
        whose = zip(("bogen", "loven"), (set(these) for these, _ in found), strict=True)
        sides = dict(whose)
        points = [_named(point, sides) for point in points]
    return timeline.timeline(points, windows, name=f"tid-{answer.topic.key}")


def _named(point, sides):
    """The deadline with the reading that alone has it."""
    owners = [name for name, points in sides.items() if point in points]
    if not point.is_deadline or len(owners) != 1:
        return point
    return Point(point.day, f"{point.label} ({owners[0]})", True)
