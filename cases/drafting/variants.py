"""Ten variants of a draft to leaf through: always the same ten, so that the author can come back to one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import rules
from cases import stories, variants
from cases.drafting import Draft, decision
from cases.drafting.levels import LEVELS
from cases.models import Walkthrough
from cases.variants import Drawn, NoVariant
from rules.wording import WordingError

TEN = range(1, 11)
NONE = "Der kan ikke laves en variant her. Lad fortællingen sige mere som {navn}, eller vælg en anden slags."


@dataclass
class Leaf:
    """One variant as the author sees it: its story, what the readings decide, and what has changed."""

    level: str
    number: int
    story: str = ""
    questions: list[dict[str, Any]] = field(default_factory=list)
    problem: str = ""

    @property
    def others(self) -> list[tuple[str, str, bool]]:
        """The kinds of variant, and whether it is this one: (key, label, is chosen)."""
        return [(level.value, label, level.value == self.level) for level, label in LEVELS.items()]

    @property
    def before(self) -> str:
        """What to ask for to see the one before; the last before the first."""
        return f"{self.level}:{self.number - 1 or TEN[-1]}"

    @property
    def after(self) -> str:
        """What to ask for to see the one after; the first after the last."""
        return f"{self.level}:{self.number % TEN[-1] + 1}"


def leaf(draft: Draft, asked: str) -> Leaf:
    """The variant that is asked for as »level:number«; the first of the plain ones where that is not understood."""
    level, _, number = asked.partition(":")
    level = level if level in LEVELS else Walkthrough.Level.ORIGINAL.value
    place = int(number) if number in map(str, TEN) else 1
    if not draft.is_readable or draft.story_problems:
        return Leaf(level, place, problem="Varianterne kommer, når oplysninger og fortælling kan læses.")
    rows = [question.row for question in draft.questions]
    try:
        drawn = variants.draw(draft.case, rows, draft.reading, place, level)
        story = stories.render(draft.story, drawn.sheets, drawn.names).text
    except (NoVariant, WordingError, rules.FactError):
        return Leaf(level, place, problem=NONE)
    return Leaf(level, place, story, list(_questions(draft, drawn)))


def _questions(draft: Draft, drawn: Drawn) -> Iterable[dict[str, Any]]:
    for (_, topic, own), (_, _, facts) in zip(draft.sheets, drawn.sheets, strict=True):
        yield {
            "title": topic.title,
            "decisions": [decision(topic, facts, reading) for reading in topic.readings],
            "changes": [
                (spec.label, spec.printed(getattr(own, spec.name)), spec.printed(getattr(facts, spec.name)))
                for spec in topic.specs
                if getattr(own, spec.name) != getattr(facts, spec.name)
            ],
        }
