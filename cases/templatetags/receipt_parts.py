"""What a receipt prints of its plain data: times in Danish time, points, and the verdict on an answer."""

from datetime import datetime
from decimal import Decimal

from django import template
from django.template.defaultfilters import date as dated
from django.utils import timezone

from cases import feedback, rubric

register = template.Library()


@register.filter
def moment_of(text: str | None) -> str:
    """A time as the receipt keeps it (UTC), as people here read it."""
    return dated(timezone.localtime(datetime.fromisoformat(text)), r"j. F Y \k\l. H.i") if text else ""


@register.filter
def points(text: str) -> str:
    """Points with a decimal comma."""
    return rubric.shown(Decimal(text))


@register.simple_tag
def verdict_of(judged: dict) -> feedback.Verdict | None:
    """The words of the verdict."""
    return feedback.verdict(judged["status"], judged["remark"], judged["citation"], judged["mistake"] or "")
