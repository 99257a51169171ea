"""Kreditvurdering og ansvarlig långivning (kreditaftaleloven § 7 c; for boligkredit GSB §§ 17-19)."""

from rules.kredit.kreditvurdering.facts import Facts, Outcome, topic
from rules.kredit.kreditvurdering.gaeldende_ret import lov
from rules.kredit.kreditvurdering.pensum import pensum
from rules.kredit.kreditvurdering.stories import draw

__all__ = ["Facts", "Outcome", "draw", "lov", "pensum", "topic"]
