"""Kreditaftalelovens anvendelsesområde: one topic in a folder of modules."""

from rules.kredit.anvendelsesomraade import stories
from rules.kredit.anvendelsesomraade.facts import Aftaleart, Facts, Outcome, topic
from rules.kredit.anvendelsesomraade.gaeldende_ret import lov
from rules.kredit.anvendelsesomraade.pensum import pensum

__all__ = ["Aftaleart", "Facts", "Outcome", "lov", "pensum", "stories", "topic"]
