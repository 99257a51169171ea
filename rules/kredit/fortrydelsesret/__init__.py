"""Fortrydelsesretten: one topic in a folder of modules."""

from rules.kredit.fortrydelsesret import stories
from rules.kredit.fortrydelsesret.facts import Facts, Outcome, topic
from rules.kredit.fortrydelsesret.gaeldende_ret import lov
from rules.kredit.fortrydelsesret.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
