"""Regreslån: facts, the article's reading and that of the law, and stories."""

from rules.regres.regreslaan import stories
from rules.regres.regreslaan.facts import Facts, Outcome, topic
from rules.regres.regreslaan.gaeldende_ret import lov
from rules.regres.regreslaan.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
