"""Variants: facts drawn from a seed, with a wanted outcome or a mistake that would show on them.

The same topic, seed and wish give the same variant for as long as the topic's version stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rules import story
from rules.decision import decide, rounded
from rules.flips import SCALE, each_flip, edges
from rules.grading import same
from rules.reading import JUS, OUTCOME, PENSUM, Reading
from rules.steps import Mistake, View

if TYPE_CHECKING:
    from rules.topic import Topic

TRIES, TRIES_NEAR = 2000, 200
# How many facts of one draw are searched for a threshold.
SEARCHED = 2


class NoVariant(LookupError):
    """No facts drawn from this seed have the wanted outcome or show the wanted mistake."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Drawn facts with names and a story that tells them."""

    topic: "Topic"
    seed: int
    facts: Any
    names: dict[str, str]
    story: story.Story

    def plain(self) -> dict[str, Any]:
        """The variant as JSON-plain data."""
        return {
            "topic": self.topic.key,
            "seed": self.seed,
            "facts": self.facts.plain(),
            "story": self.story.text,
            "names": self.names,
        }


def variant(
    topic: "Topic",
    seed: int,
    reading: str = PENSUM,
    *,
    outcome: str | None = None,
    mistake: str | None = None,
    keep: Mapping[str, Any] | None = None,
    near: bool = False,
    where: Callable[[Any], bool] | None = None,
    tries: int | None = None,
) -> Variant:
    """Facts from the seed, with the wanted outcome, on which the mistake gives a wrong answer, and `keep` as given.

    A matter of discretion fits an outcome in which it can end. With `near` one date or amount stands at a threshold:
    on the first day or øre that turns the outcome, or one before or after. `where` is a further wish, and `tries`
    says after how many draws to give up: a count, and never a time, so that a seed gives the same on every machine.
    Raises `NoVariant` when nothing fits and `LookupError` for an unknown outcome or mistake.
    """
    law = topic.reading_for(reading)
    wanted = _mistake(law, mistake) if mistake else None
    if outcome and outcome not in law.choices:
        raise NoVariant(f"Udfaldet {outcome} findes ikke i {topic.key}. Kendte: {', '.join(law.choices)}.")
    for number in range(tries or (TRIES_NEAR if near else TRIES)):
        random = Random(f"{topic.key}:{seed}:{number}")
        facts = _draw(topic, random, keep)
        if near and facts is not None:
            facts = _at_a_threshold(topic, law, facts, random, keep or {})
        if facts is None or (outcome and outcome not in decide(law, facts).possible):
            continue
        if (wanted is None or shows(law, facts, wanted)) and (where is None or where(facts)):
            roles = story.names(f"{topic.key}:{seed}")
            return Variant(
                topic,
                seed,
                facts,
                roles,
                story.render(random.choice(topic.stories), topic, facts, roles, reading),
            )
    raise NoVariant(
        f"Ingen variant af {topic.key} med frøet {seed} opfylder ønsket ({outcome or ''}{mistake or ''})."
    )


def shows(law: Reading, facts: Any, wanted: Mistake) -> bool:
    """Whether the mistake gives a wrong answer on these facts that no other listed mistake gives."""
    if wanted.target == JUS:
        return True
    decision = decide(law, facts)
    view = View(facts)
    given = _wrong(law, wanted, view, decision)
    if given is None:
        return False
    others = (other for other in law.mistakes if other.target == wanted.target and other.key != wanted.key)
    return not any(_alike(law, wanted.target, _wrong(law, other, view, decision), given) for other in others)


def _wrong(law: Reading, mistake: Mistake, view: View, decision: Any) -> Any:
    """What the mistake answers on these facts, if it is asked there and differs from the right answer."""
    if mistake.function is None:
        return None
    if mistake.target == OUTCOME:
        right = decision.result
    elif mistake.target in law.figures:
        right = rounded(law.figures[mistake.target](view))
    else:
        right = next((answer for place, answer in decision.path if place.key == mistake.target), None)
    if right is None:
        return None
    given = rounded(mistake.function(view))
    return None if given is None or _alike(law, mistake.target, given, right) else given


def _alike(law: Reading, target: str, first: Any, second: Any) -> bool:
    figure = law.figures.get(target)
    return first is not None and same(first, second, figure.tolerance if figure else 0)


def _draw(topic: "Topic", random: Random, keep: Mapping[str, Any] | None) -> Any:
    if topic.draw is None:
        raise NoVariant(f"{topic.key} har ingen varianter.")
    try:
        return topic.facts(**topic.draw(random) | dict(keep or {}))
    except ValidationError:
        return None


def _at_a_threshold(topic: "Topic", law: Reading, facts: Any, random: Random, keep: Mapping[str, Any]) -> Any:
    """The facts with one date or amount moved to where the outcome turns, or one to either side of it."""
    looked_at = {name for place in law.steps for name in place.facts}
    scales = [
        spec
        for spec in topic.specs
        if spec.name in looked_at - set(keep)
        and spec.kind in ("date", *SCALE)
        and getattr(facts, spec.name) is not None
    ]
    random.shuffle(scales)
    flip = next((flip for flip in each_flip(law, facts, scales[:SEARCHED]) if edges(flip)), None)
    if flip is None:
        return None
    try:
        return type(facts)(**facts.__dict__ | {flip.fact: random.choice(edges(flip))})
    except ValidationError:
        return None


def _mistake(law: Reading, key: str) -> Mistake:
    for mistake in law.mistakes:
        if mistake.key == key:
            return mistake
    raise NoVariant(
        f"Fejlen {key} findes ikke i {law.topic.key}. Kendte: {', '.join(m.key for m in law.mistakes)}."
    )
