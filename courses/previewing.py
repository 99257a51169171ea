"""An assignment as its students will see it: the page, a variant of each item, and when what is told."""

from dataclasses import dataclass, field
from typing import Any

import cases.previews
import quizzes.previews
from cases.start import CannotStart
from cases.variants import NoVariant
from courses.models import Assignment, Item
from courses.moments import moment
from quizzes.refusals import CannotStart as CannotAsk

MOST_VARIANTS = 20
TOLD = "sine point, de rigtige svar og begrundelserne"
BROKEN = "Den kan ikke begyndes, som den er nu. Ret den, før opgaven åbner."


@dataclass(frozen=True)
class Seen:
    """One item as a student gets it."""

    item: Item
    case: cases.previews.Preview | None = None
    questions: list[Any] = field(default_factory=list)
    problem: str = ""


def seen(assignment: Assignment, number: int) -> list[Seen]:
    """Every item on the variant of this number; where all have the same, that one."""
    return [_seen(assignment, item, number) for item in assignment.item_list]


def _seen(assignment: Assignment, item: Item, number: int) -> Seen:
    is_own = assignment.variant == Assignment.Variant.OWN
    seed = number if is_own else item.seed
    try:
        if item.case:
            is_original = assignment.variant == Assignment.Variant.ORIGINAL
            reading = item.grading_reading
            return Seen(item, cases.previews.of_variant(item.case, reading, None if is_original else seed))
        if item.quiz:
            return Seen(item, questions=quizzes.previews.of_variant(item.quiz, item.grading_reading, seed))
    except (CannotStart, NoVariant, CannotAsk):
        return Seen(item, problem=BROKEN)
    return Seen(item)


def number_of(asked: str) -> int:
    """Which variant the address asks for; the first where it asks for none that there is."""
    return int(asked) if asked.isascii() and asked.isdigit() and 1 <= int(asked[:3]) <= MOST_VARIANTS else 1


def told(assignment: Assignment) -> list[str]:
    """What a student is told, and when."""
    said = [
        "Mens opgaven løses, siger siden kun, at svarene er gemt. Om de er rigtige, kan ikke ses.",
        "Når der er afleveret, står tidspunktet på siden, og svarene kan læses, men ikke ændres.",
    ]
    if assignment.released_at:
        return [*said, f"Resultaterne er frigivet, så den, der afleverer, ser straks {TOLD}."]
    when = {
        Assignment.Release.AT_ONCE: f"Straks efter hver aflevering ser den studerende {TOLD}.",
        Assignment.Release.AT_DUE: f"Fra {moment(assignment.due_at)} ser den, der har afleveret, {TOLD}. "
        "Den, der har fået en senere frist, ser det først da.",
        Assignment.Release.BY_HAND: f"Når du frigiver resultaterne, ser den, der har afleveret, {TOLD}.",
    }
    return [*said, when[Assignment.Release(assignment.release)]]
