"""What an author should know of the variants: slower to find than the other warnings, and so asked for on its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cases import stories
from cases.drafting.warnings import drawn, outcome_links, relevant
from cases.models import Walkthrough
from cases.variants import NoVariant
from rules import variants as drawing

if TYPE_CHECKING:
    from cases.drafting import Draft

LEVELS = {
    Walkthrough.Level.ORIGINAL: "som sagen",
    Walkthrough.Level.NEAR: "tæt på grænsen",
    Walkthrough.Level.TRAPS: "med fælder",
}
NO_TRAP = "de typiske fejl giver ikke et forkert svar på noget af det, som fortællingen lader skifte."


def of(draft: "Draft") -> list[str]:
    """Which kinds of variant cannot be made; slower than the others, and so asked for on its own."""
    if not draft.is_readable or draft.story_problems or not draft.story.strip():
        return []
    return [*_near(draft), *_traps(draft), *_idle_links(draft)]


def _near(draft: "Draft") -> Iterator[str]:
    try:
        drawn(draft, Walkthrough.Level.NEAR)
    except NoVariant:
        yield f"Der kan ikke laves varianter {LEVELS[Walkthrough.Level.NEAR]} af denne sag."


def _traps(draft: "Draft") -> Iterator[str]:
    if not _has_trap(draft):
        yield f"Ingen fælde er mulig: {NO_TRAP}"


def _has_trap(draft: "Draft") -> bool:
    """Whether on some variant a named mistake gives a wrong answer."""
    try:
        made = drawn(draft, Walkthrough.Level.TRAPS)
    except NoVariant:
        return False
    return any(
        drawing.shows(law, facts, mistake)
        for _, topic, facts in made.sheets
        for law in (topic.reading_for(draft.reading),)
        for mistake in law.mistakes
        if mistake.function
    )


def _idle_links(draft: "Draft") -> Iterator[str]:
    """Links to a fact that turns nothing, neither in the case nor in its first variants."""
    chained = list(outcome_links(draft))
    if not chained:
        return
    places = {question.key: place for place, question in enumerate(draft.questions)}
    seen = [draft.sheets, *_first_variants(draft)]
    for question, fact, _ in chained:
        sheets = (sheets[places[question.key]] for sheets in seen)
        if not any(
            fact in relevant(topic, facts, reading)
            for _, topic, facts in sheets
            for reading in topic.readings
        ):
            label = question.topic.spec_of[fact].label
            yield f"Kæden til »{label}« ændrer intet: oplysningen betyder hverken noget i sagen eller i varianterne."


def _first_variants(draft: "Draft") -> Iterator[list[stories.Sheet]]:
    for seed in range(1, 4):
        try:
            yield drawn(draft, Walkthrough.Level.ORIGINAL, seed).sheets
        except NoVariant:
            continue
