"""The receipt of a finished attempt: from the stored rows alone, so that it can be made again years later.

Neither the bank, the rules nor the account is asked. Before the result is shown it holds what was handed in and
nothing of how it was judged.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string

from cases import acceptance, registry
from cases.canonical import checksum, dumped, fixed
from quizzes import marking
from quizzes.items import Item
from quizzes.models import Attempt
from quizzes.models.bank import READINGS
from quizzes.pages import Feedback

FORM = 2


@dataclass(frozen=True)
class Receipt:
    """The receipt of one attempt, for whoever knows its number alone."""

    attempt: Attempt

    def as_json(self, *, shows: bool) -> str:
        """As canonical JSON."""
        return as_json(self.attempt, shows=shows)

    def as_html(self, *, shows: bool) -> str:
        """As a page."""
        return as_html(self.attempt, shows=shows)


def of(uuid: UUID) -> Receipt | None:
    """The receipt of the finished attempt with this number."""
    attempt = Attempt.objects.filter(pk=uuid, submitted_at__isnull=False).first()
    return Receipt(attempt) if attempt else None


def canonical(attempt: Attempt, *, shows: bool = True) -> dict[str, Any]:
    """The receipt as plain data; `shows` is whether the result may be told."""
    found = {
        "form": FORM,
        "forsoeg": str(attempt.pk),
        "studerende": attempt.user_id,
        "quiz": {
            "titel": attempt.title,
            "tilstand": attempt.mode,
            "retsgrundlag": attempt.reading,
            "froe": attempt.seed,
            "spoerger_om_sikkerhed": attempt.asks_certainty,
        },
        "tider": {
            "begyndt": attempt.started_at,
            "slut": attempt.ends_at,
            "afleveret": attempt.submitted_at,
        },
        "spoergsmaal": [_question(attempt, item, shows) for item in attempt.items],
    }
    if shows:
        found["bedoemmelse"] = {
            "point": attempt.points,
            "hoejst": attempt.max_points,
            "samlet": attempt.total,
        }
        found["aflevering"] = None if attempt.own else registry.assignment_of(attempt)
    return fixed(found)


def as_json(attempt: Attempt, *, shows: bool = True) -> str:
    """The receipt as canonical JSON."""
    return dumped(canonical(attempt, shows=shows))


def as_html(attempt: Attempt, *, shows: bool = True, name: str = "", back: str = "") -> str:
    """The receipt as a page of its own, for print."""
    return page(attempt, canonical(attempt, shows=shows), name=name, back=back)


def page(attempt: Attempt, found: dict[str, Any], *, name: str = "", back: str = "") -> str:
    """The page of a receipt that is made already.

    A name is of the account and not of the row: it stands on the page where one is given, outside the checksum.
    """
    context = {
        "receipt": found,
        "checksum": checksum(dumped(found)),
        "mode": attempt.get_mode_display(),
        "reading": READINGS[attempt.reading],
        "name": name,
        "back": back,
    }
    return render_to_string("quizzes/receipt.html", context)


def _question(attempt: Attempt, item: Item, shows: bool) -> dict[str, Any]:
    """One question as it was asked, the answer as it was read, and the judgment where that is shown."""
    told = Feedback(item, attempt.answers.get(item.key))
    found = {
        "nummer": item.number,
        "slags": item.data["kind"],
        "afsnit": item.heading,
        "fortaelling": item.story,
        "oplysninger": item.told,
        "spoergsmaal": item.text,
        "svarmuligheder": [choice.text for choice in item.choices],
        "retsgrundlag": item.reading or attempt.reading,
        "svar": _answer(item, told),
        "hoejst": item.worth,
    }
    if shows:
        found["bedoemt"] = _judged(item, told)
    return found


def _answer(item: Item, told: Feedback) -> dict[str, Any] | None:
    response = told.response
    if response is None:
        return None
    return {
        "tekst": item.kind.printed_answer(item.data, response.chosen),
        "gemt": response.saved_at,
        "gange_gemt": response.version,
        "sikkerhed": told.certainty,
    }


def _judged(item: Item, told: Feedback) -> dict[str, Any]:
    response = told.response
    criteria = marking.told(item, response) if response and response.marking else []
    found = ({"kriterier": criteria} if criteria else {}) | {
        "dom": told.verdict,
        "andel": response.points if response else 0,
        "reglens_svar": item.kind.printed_key(item.data),
        "bemaerkninger": [*told.remarks, *([item.remark] if item.remark else [])],
        "fejl": response.mistake if response else "",
        "hjemmel": item.provisions,
        "vejen": item.path,
        "dannet_af": item.made_from,
    }
    return found | ({"rettet": acceptance.receipt_of(told.accepted)} if told.accepted else {})
