"""The debtor's objections when the gældsbrev is sold: facts, the two readings, and stories."""

from rules.gaeldsbreve.indsigelser import stories
from rules.gaeldsbreve.indsigelser.facts import Facts, Indsigelse, Outcome, topic
from rules.gaeldsbreve.indsigelser.gaeldende_ret import lov
from rules.gaeldsbreve.indsigelser.pensum import pensum
from rules.gaeldsbreve.papirer import Gaeldsbrev

__all__ = ["Facts", "Gaeldsbrev", "Indsigelse", "Outcome", "lov", "pensum", "stories", "topic"]
