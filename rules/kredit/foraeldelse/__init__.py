"""Forældelse af fordringen og dermed af ejendomsforbeholdet (forældelsesloven)."""

from rules.kredit.foraeldelse.facts import Facts, Outcome, topic
from rules.kredit.foraeldelse.gaeldende_ret import lov
from rules.kredit.foraeldelse.pensum import pensum
from rules.kredit.foraeldelse.stories import draw

__all__ = ["Facts", "Outcome", "draw", "lov", "pensum", "topic"]
