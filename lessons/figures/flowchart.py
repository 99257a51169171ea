"""The flow chart of a reading, wide and narrow; the style sheet shows the one that the page has room for."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from rules.diagram import diagram


def of(reading, decision=None) -> SafeString:
    """The chart as HTML, with the path of the decision marked."""
    if decision is None:
        return _general(reading)
    return _figure(reading, decision)


@cache
def _general(reading) -> SafeString:
    return _figure(reading, None)


def _figure(reading, decision) -> SafeString:
    # The rules escape all that they print.
    drawings = mark_safe("".join(diagram(reading, decision, narrow) for narrow in (False, True)))  # noqa: S308
    return format_html('<figure class="flowchart">{}</figure>', drawings)
