"""Help at a place of the path: what has been taken is shown, the next degree is offered with its price.

Degrees come one by one. In øve they are free; in an aflevering they cost, where the case allows them at all;
in a prøve there are none. Help is worked out from the variant and the student's own answers, and never stored.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db import transaction
from django.urls import reverse

import rules
from cases import answering, faktum, path, prices
from cases.answering import Refused, Unasked
from cases.path import JUS, Place, Stretch
from cases.prices import PRICES
from cases.walkthroughs import Walkthrough
from rules import hints as law
from rules.hints import ASKS, DEGREES, Hint
from rules.marks import EARNS
from rules.reading import OUTCOME


class NoHelp(Refused):
    """There is no help here."""


@dataclass
class Help:
    """The help at one place: what was taken, and what comes next."""

    name: str
    label: str
    short: str
    hints: tuple[Hint, ...]
    next_degree: int
    asks: str
    costs: str
    address: str
    has_focus: bool = False

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"hjaelp-{self.name}"


def allowed(walkthrough: Walkthrough) -> bool:
    """Whether there is help in this walkthrough; what held when it began holds."""
    if walkthrough.is_practice:
        return True
    return not walkthrough.is_timed and walkthrough.frozen.get("hints", False)


def at(walkthrough: Walkthrough, stretch: Stretch, places: list[Place]) -> list[Help]:
    """The help at these places, which are answered together; none in a prøve."""
    if not (allowed(walkthrough) and walkthrough.is_open):
        return []
    found = [_help(walkthrough, stretch, place) for place in places]
    return [one for one in found if one.hints or one.next_degree]


def asks_of(place: Place) -> tuple[str, ...]:
    """What each degree says at this place, as the button calls it."""
    kind = {faktum.FACTS: faktum.FAKTUM, JUS: JUS, path.OUTCOME: OUTCOME, path.FIGURES: "figure"}
    return ASKS[kind.get(place.slot, "step")]


def take(
    walkthrough: Walkthrough, name: str, degree: int, version: str, *, page: str = "", is_open: bool = True
) -> Walkthrough:
    """Take the next degree of help at the place of this name; taking it twice counts once.

    Raises `NoHelp` where there is none, `Unasked` for a place not reached or a degree passed over, and what
    saving an answer raises.
    """
    with transaction.atomic():
        locked = walkthrough.lock()
        if locked.is_open and not allowed(locked):
            raise NoHelp(f"Der er ingen hjælp i denne {locked.get_mode_display().lower()}.")
        taken = locked.hints.get(name, 0)
        if degree <= taken:
            return locked
        answering.refuse_when_late(locked, version, page, is_open)
        place = _reached(locked, name)
        if place is None or degree != taken + 1 or degree not in DEGREES:
            raise Unasked("Den hjælp kan ikke hentes her. Intet er ændret; brug knapperne på siden.")
        locked.hints[name] = degree
        if prices.tells_provision(place.slot, degree) and not _jus_is_right(locked, place.question):
            locked.hints[prices.told_name(place.question)] = DEGREES[-1]
        answering.touch(locked, page)
        locked.save(update_fields=["hints"])
        locked.judge(locked.given())
        return locked


def _reached(walkthrough: Walkthrough, name: str) -> Place | None:
    """The place of this name, if the student's path has come to it."""
    stretches = path.walk(walkthrough.frozen, walkthrough.reading, walkthrough.given())
    return next((place for one in stretches for place in one.places if place.name == name), None)


def _jus_is_right(walkthrough: Walkthrough, question: str) -> bool:
    rows = [row for row in walkthrough.given() if (row.question, row.part) == (question, JUS)]
    return any(row.status in EARNS for row in rows)


def _help(walkthrough: Walkthrough, stretch: Stretch, place: Place) -> Help:
    taken = walkthrough.hints.get(place.name, 0)
    following = taken + 1 if taken < DEGREES[-1] and not _is_settled(walkthrough, place) else 0
    return Help(
        name=place.name,
        label=place.item.question,
        short=place.item.label,
        hints=_told(walkthrough, stretch, place)[:taken] if taken else (),
        next_degree=following,
        asks=asks_of(place)[following - 1] if following else "",
        costs=_costs(walkthrough, taken, following),
        address=reverse("cases:hint", args=[walkthrough.pk, place.name, following]) if following else "",
    )


def _is_settled(walkthrough: Walkthrough, place: Place) -> bool:
    """Whether the student knows the answer to be right, and needs no more help."""
    return walkthrough.is_practice and place.answer is not None and place.answer.status in EARNS


def _costs(walkthrough: Walkthrough, taken: int, following: int) -> str:
    if walkthrough.is_practice or not following:
        return ""
    return f"Koster {'i alt ' if taken else ''}{PRICES[following]} %"


def _told(walkthrough: Walkthrough, stretch: Stretch, place: Place) -> tuple[Hint, ...]:
    question = next(one for one in walkthrough.frozen["questions"] if one["key"] == stretch.key)
    if place.slot == faktum.FACTS:
        judged = faktum.judge(question, stretch.reading, stretch.facts, None)
        offered = faktum.offered(question, stretch.reading)
        return tuple(law.of_facts(stretch.topic, offered, judged.expected)) if judged else ()
    told = tuple(question["told"]) if "told" in question else None
    given = json.dumps(stretch.given, sort_keys=True)
    taken = walkthrough.hints[place.name]
    return _worked_out(stretch.topic.key, stretch.facts, given, place.key, stretch.reading.key, told, taken)


@lru_cache(maxsize=2048)
def _worked_out(
    topic: str, facts: Any, given: str, key: str, reading: str, told: tuple[str, ...] | None, degree: int
) -> tuple[Hint, ...]:
    """The help up to a degree; the pages of one walkthrough ask for the same again and again."""
    found = law.hints(rules.topic(topic), facts, json.loads(given), key, reading, told)
    return tuple(islice(found, degree))
