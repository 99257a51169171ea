"""Where a mistake leads: the decision of somebody who makes it once and otherwise follows the law."""

from typing import Any

from rules.decision import Decision, decide, rounded
from rules.reading import OUTCOME, Reading
from rules.steps import Mistake, View


def decide_mistaken(law: Reading, facts: Any, mistake: Mistake) -> Decision | None:
    """The decision on these facts with the mistake's answer to its step or figure in place of the right one.

    None for a mistake about the outcome or the provision, from which nothing follows, and where it has no answer.
    """
    if mistake.function is None or mistake.target == OUTCOME:
        return None
    answer = rounded(mistake.function(View(facts)))
    if answer is None:
        return None
    view = View(facts)
    figure = law.figures.get(mistake.target)
    if figure is None:
        view._answers[mistake.target] = answer
    else:
        view._figures[figure] = answer
    return decide(law, view)
