"""Notice to the guarantor: in time, and what late notice costs."""

from rules.kaution.underretning import stories
from rules.kaution.underretning.facts import Facts, Outcome, topic
from rules.kaution.underretning.gaeldende_ret import lov
from rules.kaution.underretning.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
