"""Interest on late payment, by book and by statute."""

from rules.kredit.morarente.facts import Facts, Outcome, topic
from rules.kredit.morarente.gaeldende_ret import lov
from rules.kredit.morarente.pensum import pensum
from rules.kredit.morarente.stories import draw

__all__ = ["Facts", "Outcome", "draw", "lov", "pensum", "topic"]
