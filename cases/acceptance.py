"""What a teacher accepts instead of the judgement of the rules, as the graders of cases and of quizzes know it.

An answer is about something, written in one way; whoever answered the same is about the same, and is found by its
digest. Courses keep the rows: at a hand-in a registry is asked, in a regrade the works come with what counts in them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from cases import canonical, registry

About = dict[str, Any]


@dataclass(frozen=True)
class Accepted:
    """What a teacher gives an answer, in percent of its points; what counts for all never takes points away."""

    percent: int
    reason: str
    by: int
    at: str
    for_all: bool

    def share(self, left: float = 1.0) -> float:
        """What the answer earns by it, where help has left so much."""
        return self.percent / 100 * left

    def counts(self, rule: float, left: float = 1.0) -> bool:
        """Whether it counts where the rules gave `rule`; else their judgement stands."""
        return not self.for_all or self.share(left) > rule

    def told(self, rule: Any) -> dict[str, Any]:
        """As it is kept with the answer, beside what the rules gave."""
        return asdict(self) | {"rule": rule}


Accepts = Mapping[str, Accepted]


@dataclass(frozen=True)
class Subject:
    """One answer whose judgement can be put right; `rule` and `share` are what it earns by the rules, and now."""

    place: str
    question: str
    answer: str
    verdict: str
    # What is said of the mistake, in its first words.
    mistake: str
    by_answer: About
    by_mistake: About | None
    rule: float
    share: float
    left: float
    on_facts: bool

    @property
    def rule_percent(self) -> int:
        """What the rules gave, in whole percent."""
        return round(self.rule * 100)

    @property
    def share_percent(self) -> int:
        """What it earns now, in whole percent."""
        return round(self.share * 100)

    def gains(self, percent: int) -> bool:
        """Whether so much is more than the rules give."""
        return percent / 100 * self.left > self.rule


def signature(about: About) -> str:
    """What tells whether two answers are the same."""
    return canonical.checksum(canonical.dumped(about))


def accepted_in(work) -> Accepts:
    """What teachers have accepted in this work: as it was given along, else as the app that set the work says."""
    known: Accepts | None = vars(work).get("accepted")
    return registry.accepted_in(work) if known is None else known


def chosen(accepts: Accepts, abouts: Callable[[], Iterable[About | None]]) -> Accepted | None:
    """What counts for an answer that is about these: what was said of it alone goes before what is said of all."""
    if not accepts:
        return None
    found = [accepts[key] for key in (signature(about) for about in abouts() if about) if key in accepts]
    return max(found, key=lambda one: (not one.for_all, one.percent), default=None)


def is_other(kept: dict[str, Any], accepted: Accepted | None) -> bool:
    """Whether an answer was put right otherwise than this."""
    told = {name: value for name, value in kept.get("accepted", {}).items() if name != "rule"}
    return told != (asdict(accepted) if accepted else {})


def receipt_of(kept: dict[str, Any]) -> dict[str, Any]:
    """What a receipt says of it."""
    return {
        "andel": kept["percent"] / 100,
        "uden_rettelsen": Decimal(str(kept["rule"])),
        "begrundelse": kept["reason"],
        "af": kept["by"],
        "tid": datetime.fromisoformat(kept["at"]),
        "for_alle": kept["for_all"],
    }
