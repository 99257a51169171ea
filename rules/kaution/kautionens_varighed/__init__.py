"""How long a guarantee stands, and who answers for it."""

from rules.kaution.kautionens_varighed import stories
from rules.kaution.kautionens_varighed.facts import Facts, Outcome, topic
from rules.kaution.kautionens_varighed.gaeldende_ret import lov
from rules.kaution.kautionens_varighed.pensum import pensum

__all__ = ["Facts", "Outcome", "lov", "pensum", "stories", "topic"]
