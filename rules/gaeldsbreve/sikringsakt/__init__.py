"""Safe from the seller's creditors: facts, the two readings, and stories."""

from rules.gaeldsbreve.sikringsakt import stories
from rules.gaeldsbreve.sikringsakt.facts import Facts, Outcome, topic
from rules.gaeldsbreve.sikringsakt.gaeldende_ret import lov
from rules.gaeldsbreve.sikringsakt.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
