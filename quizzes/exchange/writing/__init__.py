"""Drafts as files: siblings of one shape, one module a format."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from quizzes.exchange.draft import Draft
from quizzes.exchange.sayable import drafts_of
from quizzes.exchange.writing import gift, moodle, qti
from quizzes.models import Question

FORMATS: dict[str, ModuleType] = {"gift": gift, "moodle": moodle, "qti": qti}
ALWAYS_LEFT = (
    "Bestemmelser, emner, afsnit, læringsmål, sværhed, retsgrundlag og prøvning mod reglen findes ikke i formatet "
    "og følger ikke med."
)


@dataclass(frozen=True)
class Written:
    """What can be written, and what is told of it: questions with what was changed or left, or left out whole."""

    drafts: list[Draft]
    left_out: list[Draft]

    @property
    def told(self) -> list[Draft]:
        """Those of which there is something to tell, once for each family of variants."""
        seen = {
            draft.title.rpartition(" (variant ")[0] or draft.title: draft for draft in reversed(self.drafts)
        }
        return [draft for draft in reversed(seen.values()) if draft.changed or draft.left]


def prepare(questions: Iterable[Question], name: str, variants: int) -> Written:
    """The questions as the format can say them."""
    target = FORMATS[name]
    drafts = [draft for one in questions for draft in drafts_of(one, target.CARRIES, variants)]
    for draft in drafts:
        if not draft.fault:
            target.limits(draft)
    return Written([one for one in drafts if not one.fault], [one for one in drafts if one.fault])
