"""ÅOP: what a loan costs in a year in all, and which of two offers is the cheaper (kreditaftaleloven §§ 4, 7 a and 16)."""

from rules.kredit.aop import gaeldende_ret, pensum, stories
from rules.kredit.aop.facts import Facts, Outcome, topic

__all__ = ["Facts", "Outcome", "gaeldende_ret", "pensum", "stories", "topic"]
