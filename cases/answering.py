"""Saving what a student answers: once, in order, and never over something newer."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from cases.answers import Answer
from cases.path import Place
from cases.walkthroughs import Walkthrough

CLOSED = "Besvarelsen er afleveret og kan ikke ændres. Det, du skrev nu, er ikke gemt."
TIME_IS_OUT = (
    "Tiden er gået, og prøven er afleveret med de svar, der var gemt. Det, du skrev nu, er ikke gemt."
)
STALE = (
    "Sagen er ændret i en anden fane eller på en anden enhed, og dit svar er derfor ikke gemt. "
    "Her står sagen, som den er nu, med det, du skrev: se det efter, og gem igen."
)


class Refused(Exception):
    """The answer was not saved; the message says why, in Danish."""

    status = 409


class Unasked(Refused):
    """No such question is asked."""

    status = 400


class Stale(Refused):
    """The page was older than what is saved."""


class Closed(Refused):
    """The walkthrough is handed in."""


@dataclass(frozen=True)
class Given:
    """One answer from a form: where it belongs, the text as typed, and the value (None = left empty)."""

    place: Place
    raw: str
    value: Any


def why_not_asked(walkthrough: Walkthrough, version: str) -> Refused:
    """Why an answer to a question that is not asked is refused."""
    if not walkthrough.is_open:
        return Closed(TIME_IS_OUT if walkthrough.ran_out else CLOSED)
    if version != str(walkthrough.version):
        return Stale(STALE)
    return Unasked("Det spørgsmål stilles ikke her. Intet er gemt; brug felterne på siden.")


def save(
    walkthrough: Walkthrough, given: list[Given], version: str, *, page: str = "", is_open: bool = True
) -> Walkthrough:
    """Save the answers and judge the path anew; gives the walkthrough as it now stands.

    `is_open` is what the context says: False when what the walkthrough is part of has closed. `page` names the
    page that sends: what it saved itself a moment ago does not make its next answer stale.

    A double click sends the same answers twice and changes nothing the second time.
    Raises `Stale` when something else was saved after the page was drawn, `Closed` after hand-in.
    """
    with transaction.atomic():
        locked = walkthrough.lock()
        rows = {(row.question, row.part, row.key): row for row in locked.answers.all()}
        changed = [one for one in given if _changes(rows.get(_at(one)), one)]
        if not changed:
            return locked
        claim(locked, version, page, is_open)
        for one in changed:
            _write(locked, rows, one)
        locked.judge(list(rows.values()))
        return locked


def claim(locked: Walkthrough, version: str, page: str, is_open: bool) -> None:
    """Make the locked row the page's to write; refuses what comes too late or from an old page."""
    refuse_when_late(locked, version, page, is_open)
    touch(locked, page)


def touch(locked: Walkthrough, page: str) -> None:
    """A new version, written by this page."""
    if not page or page != locked.page:
        locked.page, locked.page_since = page, locked.version
    locked.version += 1


def show_solution(walkthrough: Walkthrough) -> Walkthrough:
    """Let the student see the solution of a practice; what is answered from now on earns nothing."""
    with transaction.atomic():
        locked = walkthrough.lock()
        if not locked.is_practice:
            raise Closed(f"Løsningen kan ikke vises i en {locked.get_mode_display().lower()}.")
        if locked.solution_shown_at is None:
            locked.solution_shown_at = timezone.now()
            locked.version += 1
            locked.save(update_fields=["solution_shown_at", "version"])
        return locked


def _at(one: Given) -> tuple[str, str, str]:
    return one.place.question, one.place.slot, one.place.key


def _changes(row: Answer | None, one: Given) -> bool:
    if row is None:
        return one.value is not None
    return row.value != one.value


def refuse_when_late(walkthrough: Walkthrough, version: str, page: str, is_open: bool) -> None:
    """Raises `Closed` or `Stale` when nothing may be saved any more, or not from this page as it is."""
    if not walkthrough.is_open or walkthrough.is_over():
        raise Closed(TIME_IS_OUT if walkthrough.ran_out else CLOSED)
    if not is_open:
        raise Closed("Der er lukket for opgaven. Det, du skrev nu, er ikke gemt.")
    if str(walkthrough.version) != version and not _is_own(walkthrough, version, page):
        raise Stale(STALE)


def _is_own(walkthrough: Walkthrough, version: str, page: str) -> bool:
    """Whether all that was saved since this version came from the same page."""
    is_last = bool(page) and page == walkthrough.page
    return is_last and version.isdecimal() and int(version) >= walkthrough.page_since


def _write(walkthrough: Walkthrough, rows: dict, one: Given) -> None:
    """Put the answer among the rows; what was emptied is taken out."""
    question, part, key = at = _at(one)
    if one.value is None:
        rows.pop(at).delete()
        return
    if at in rows:
        rows[at].tries += 1
    else:
        rows[at] = Answer(walkthrough=walkthrough, question=question, part=part, key=key)
    rows[at].raw, rows[at].value, rows[at].saved_at = one.raw.strip(), one.value, timezone.now()
