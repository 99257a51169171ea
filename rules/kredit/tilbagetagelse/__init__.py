"""Taking the thing back when the buyer does not pay, by book and by statute."""

from rules.kredit.tilbagetagelse.facts import Facts, Outcome, topic
from rules.kredit.tilbagetagelse.gaeldende_ret import lov
from rules.kredit.tilbagetagelse.pensum import pensum
from rules.kredit.tilbagetagelse.stories import draw

__all__ = ["Facts", "Outcome", "draw", "lov", "pensum", "topic"]
