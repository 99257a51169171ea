"""The timeline of a case: the days of the facts, and a deadline only as the student has answered it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.path import Stretch
from lessons.figures import timeline


@dataclass(frozen=True)
class _Found:
    """The figures that the student has found, in the shape of a decision."""

    reading: Any
    figures: dict[str, date]


def drawn(stretches: Iterable[Stretch]) -> str:
    """The timeline as HTML; nothing where there are fewer than two days."""
    points: dict[timeline.Point, None] = {}
    windows: dict[timeline.Window, None] = {}
    for stretch in stretches:
        found = _Found(stretch.reading, _dates(stretch))
        some, others = timeline.of_facts(stretch.topic, stretch.facts, found)
        points |= dict.fromkeys(some)
        windows |= dict.fromkeys(others)
    return timeline.timeline(list(points), list(windows))


def _dates(stretch: Stretch) -> dict[str, date]:
    """The student's own dates, right or wrong."""
    return {
        place.key: date.fromisoformat(place.answer.value)
        for place in stretch.places
        if place.item.kind == "date" and place.answer is not None
    }
