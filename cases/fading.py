"""A case solved as an example, with less given each time: whole, with gaps, and at last blank.

How far a student has come with a case is read from the student's own walkthroughs. What is given stands as
answers among the student's own, right by the rules, and earns nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from cases import faktum, path, solution
from cases.again import again
from cases.answers import Answer
from cases.forms import plain
from cases.path import Place, Stretch
from cases.start import Level, fresh_seed, is_current, reading_for, start
from cases.walkthroughs import Walkthrough
from rules import answers
from rules.decision import rounded
from rules.values import plain as rules_plain

BLANK, GAPS, WHOLE = Walkthrough.Support.BLANK, Walkthrough.Support.GAPS, Walkthrough.Support.WHOLE
AFTER: dict[str, str] = {WHOLE: GAPS, GAPS: BLANK, BLANK: WHOLE}
BUTTONS: dict[str, str] = {WHOLE: "Vis mig løsningen", GAPS: "Prøv med huller", BLANK: "Prøv uden hjælp"}
SAYS: dict[str, str] = {
    WHOLE: "Du får en ny variant, der er løst trin for trin. Der er intet at svare på.",
    GAPS: "Du får en ny variant, hvor nogle af trinene er løst. Resten er dit.",
    BLANK: "Du får en ny variant og løser den selv.",
}
MOST_ROUNDS = 200


@dataclass(frozen=True)
class Step:
    """One step of the fading, as its button names it."""

    support: str

    @property
    def button(self) -> str:
        """What the button says."""
        return BUTTONS[self.support]

    @property
    def says(self) -> str:
        """What the student gets."""
        return SAYS[self.support]

    @property
    def is_whole(self) -> bool:
        """Whether everything is solved."""
        return self.support == WHOLE


def next_support(user, case) -> str:
    """How much is given the next time that the student asks to see this case solved."""
    last = _latest(user, case)
    return AFTER[last.support] if last else WHOLE


@transaction.atomic
def show(user, case, support: str) -> Walkthrough:
    """A fresh variant of the case with this much given; of two clicks the second finds what the first began."""
    User.objects.select_for_update().get(pk=user.pk)
    last = _latest(user, case)
    # Nothing fades before something was shown.
    has_gaps_behind = last is not None and last.support != WHOLE
    support = support if support in AFTER and (has_gaps_behind or support != BLANK) else WHOLE
    if last and last.support == support and _is_untouched(last) and is_current(last):
        return last
    if last and support != WHOLE:
        return _give(again(last, support=support))
    reading = reading_for(user, case)
    drawn: dict[str, Any] = {"reading": reading, "seed": fresh_seed(), "level": Level.ORIGINAL}
    return _give(start(user, case, **drawn, support=support))


def _latest(user, case) -> Walkthrough | None:
    """The newest walkthrough of the line: an example, one with gaps, or the blank one after it."""
    own = Walkthrough.objects.visible_to(user).practice().filter(case=case)
    line = Q(support__in=[WHOLE, GAPS]) | Q(parent__support=GAPS)
    return own.filter(line).select_related("user", "case").prefetch_related("answers").first()


def _is_untouched(walkthrough: Walkthrough) -> bool:
    own = [row for row in walkthrough.answers.all() if not row.is_given]
    return not own and walkthrough.solution_shown_at is None


def _give(walkthrough: Walkthrough) -> Walkthrough:
    """Put the solved items among the answers."""
    if walkthrough.support == BLANK:
        return walkthrough
    solved = solve(walkthrough.frozen, walkthrough.reading)
    given = solved if walkthrough.is_example else every_other(solved)
    walkthrough.judge([_answer(walkthrough, place, value) for place, value in given])
    return walkthrough


def solve(frozen: dict[str, Any], reading: str) -> list[tuple[Place, Any]]:
    """The whole case answered by the rules, in the order in which it is asked. A judge's matter is answered yes."""
    solved: dict[str, tuple[Place, Any]] = {}
    for _ in range(MOST_ROUNDS):
        rows = [_answer(None, place, value) for place, value in solved.values()]
        waiting = [
            (place, _right(frozen, stretch, place))
            for stretch in path.walk(frozen, reading, rows)
            for place in stretch.places
            if not place.is_answered and place.name not in solved
        ]
        found = {place.name: (place, value) for place, value in waiting if value is not None}
        if not found:
            break
        solved |= found
    return list(solved.values())


def every_other(solved: list[tuple[Place, Any]]) -> list[tuple[Place, Any]]:
    """Half of the steps and figures of each Subsumption, the first among them, up to what is left to a judge."""
    return [one for question in _by_question(solved) for one in question[::2]]


def _by_question(solved: list[tuple[Place, Any]]) -> Iterator[list[tuple[Place, Any]]]:
    for key in dict.fromkeys(place.question for place, _ in solved):
        items = [one for one in solved if one[0].question == key and one[0].item.part == "subsumption"]
        open_at = [number for number, (place, _) in enumerate(items) if _is_skoen(place)]
        yield items[: open_at[0]] if open_at else items


def _is_skoen(place: Place) -> bool:
    return any(one.step.skoen for one in place.reading.steps if one.key == place.key)


def _right(frozen: dict[str, Any], stretch: Stretch, place: Place) -> Any:
    """The right answer in plain data."""
    question = next(one for one in frozen["questions"] if one["key"] == stretch.key)
    if place.slot == path.FACTS:
        judged = faktum.judge(question, stretch.reading, stretch.facts, None)
        return judged.expected if judged else None
    if place.slot == path.JUS:
        return str(stretch.reading.jus[0])
    judgments = {one.key: True for one in stretch.reading.steps if one.step.skoen}
    decision = stretch.topic.decide(stretch.facts, stretch.reading.key, judgments)
    if place.slot == path.OUTCOME:
        return decision.outcome
    if place.slot == path.FIGURES:
        return plain(rounded(stretch.reading.figures[place.key](decision.view)))
    return next((rules_plain(answer) for taken, answer in decision.path if taken.key == place.key), None)


def _answer(walkthrough: Walkthrough | None, place: Place, value: Any) -> Answer:
    raw = _printed(place, value)[:500]
    at = {"question": place.question, "part": place.slot, "key": place.key}
    return Answer(walkthrough=walkthrough, **at, raw=raw, value=value, is_given=True)


def _printed(place: Place, value: Any) -> str:
    if place.slot == path.JUS:
        return str(value)
    if place.slot == path.FIGURES:
        return solution.shown(place.reading, place.key, _read(place, value))
    return solution.shown(place.reading, place.key, value)


def _read(place: Place, value: Any) -> Any:
    return answers.read(place.reading, {path.FIGURES: {place.key: value}}).figures[place.key]
