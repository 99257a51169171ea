"""What the apps above tell the cases: what a walkthrough is part of, and what happens when it is handed in.

A context is a dict with any of
  title       what set the walkthrough, such as the assignment's title
  url         where the student goes back to
  due_at      the deadline, a datetime
  is_open     False when nothing may be changed any more
  is_released True when the feedback may be shown, whatever the row says
"""

from collections.abc import Callable
from typing import Any

_contexts: list[Callable] = []
_handed_in: list[Callable] = []
_judged: list[Callable] = []
_assignments: list[Callable] = []
_receipts: list[Callable] = []
_accepted: list[Callable] = []


def register_context(context: Callable) -> None:
    """context(walkthrough) -> dict, or None when the walkthrough is none of this app's."""
    _contexts.append(context)


def register_handed_in(told: Callable) -> None:
    """told(walkthrough) is called inside the transaction in which a walkthrough is handed in."""
    _handed_in.append(told)


def register_judged(told: Callable) -> None:
    """told(walkthrough, answers) is called with first answers when they are judged: at once in practice, else all
    of them when the walkthrough is handed in."""
    _judged.append(told)


def context_of(walkthrough) -> dict[str, Any]:
    """What the walkthrough is part of; empty for practice."""
    for context in _contexts:
        found = context(walkthrough)
        if found is not None:
            return found
    return {}


def tell_handed_in(walkthrough) -> None:
    """Tell every app that asked."""
    for told in _handed_in:
        told(walkthrough)


def tell_judged(walkthrough, answers: list) -> None:
    """Tell every app that asked, if there is something to tell."""
    for told in _judged if answers else ():
        told(walkthrough, answers)


def register_assignment(told: Callable) -> None:
    """told(work) -> what a receipt says of the assignment, as plain data: what counts, and each change with its
    reason; None where the work is none of this app's.
    """
    _assignments.append(told)


def assignment_of(work) -> dict[str, Any] | None:
    """What was set, what counts of it and what was changed; None for practice."""
    found = (told(work) for told in _assignments)
    return next((one for one in found if one is not None), None)


def register_accepted(find: Callable) -> None:
    """find(work) -> what teachers have accepted in it, `cases.acceptance.Accepts`: a hand-in is marked with that."""
    _accepted.append(find)


def accepted_in(work) -> dict[str, Any]:
    """What every app that asked says is accepted in this work, of a case or a quiz."""
    return {key: one for find in _accepted for key, one in find(work).items()}


def register_receipts(find: Callable) -> None:
    """find(uuid) -> the makers of a receipt of another kind of work: as_json(shows=) and as_html(shows=); or None."""
    _receipts.append(find)


def receipt_of(uuid):
    """The makers of the receipt of this work, whichever app has it."""
    return next((made for find in _receipts if (made := find(uuid))), None)
