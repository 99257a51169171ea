"""Førtidig indfrielse: kompensation for rentetab (kreditaftaleloven §§ 26 og 26 a)."""

from rules.kredit.foertidig_indfrielse.facts import Facts, Outcome, topic
from rules.kredit.foertidig_indfrielse.gaeldende_ret import lov
from rules.kredit.foertidig_indfrielse.pensum import pensum
from rules.kredit.foertidig_indfrielse.stories import draw

__all__ = ["Facts", "Outcome", "draw", "lov", "pensum", "topic"]
