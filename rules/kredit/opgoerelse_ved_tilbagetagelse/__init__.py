"""The settlement when the thing is taken back, by book and by statute."""

from rules.kredit.opgoerelse_ved_tilbagetagelse.facts import Facts, Forbehold, Outcome, topic
from rules.kredit.opgoerelse_ved_tilbagetagelse.gaeldende_ret import lov
from rules.kredit.opgoerelse_ved_tilbagetagelse.pensum import pensum
from rules.kredit.opgoerelse_ved_tilbagetagelse.stories import draw

__all__ = ["Facts", "Forbehold", "Outcome", "draw", "lov", "pensum", "topic"]
