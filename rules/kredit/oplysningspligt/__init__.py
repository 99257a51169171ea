"""Oplysningspligten: one topic in a folder of modules."""

from rules.kredit.oplysningspligt import stories
from rules.kredit.oplysningspligt.facts import Facts, Outcome, topic
from rules.kredit.oplysningspligt.gaeldende_ret import lov
from rules.kredit.oplysningspligt.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
