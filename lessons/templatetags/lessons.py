"""What the pages of lessons print of the rules' answers."""

from django import template

from lessons import statutes, topic_pages
from lessons.told import figures_of
from rules import citations as law
from rules import danish

register = template.Library()


@register.filter
def answer(taken):
    """A step's answer as it is printed."""
    if taken.choices:
        return f"{taken.choices.get(taken.answer, taken.answer)}.".capitalize()
    return f"{danish.show(taken.answer)}.".capitalize()


@register.filter
def open_question(decision):
    """The matter of discretion that decides, with its question and provision; nothing where there is an outcome."""
    is_open = decision.open is not None and not decision.text
    return decision.taken(decision.open, None) if is_open else None


@register.filter
def citations(text):
    """The provisions of a step, each with the page it leads to."""
    return [_cited(part) for part in text.split(" og ")]


def _cited(part):
    try:
        return topic_pages.cited(law.read(part))
    except law.CitationError:
        return topic_pages.Cited(part, "")


@register.filter
def figures(decision, keys=None):
    """The figures that apply, or those of them with these keys, as (label, printed value)."""
    return figures_of(decision, keys)


@register.filter
def iso_day(text):
    """An ISO day as a day in a sentence."""
    return danish.show(danish.read_date(text))


@register.filter
def group_title(key):
    """The name of a group of topics."""
    return topic_pages.GROUPS[key]


@register.filter
def paragraphs(text):
    """A story's paragraphs, with § and numbers kept together."""
    return [statutes.keep_together(part) for part in text.split("\n\n") if part.strip()]


@register.filter
def tight(text):
    """A sentence of the rules with § and number, amount and unit on one line."""
    return statutes.keep_together(text)
