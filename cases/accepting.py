"""A judgement that a teacher has put right: which answers it is of, and what it does to the marks.

Two answers are the same when they are about the same, written in one way: the same question of the same case
on the same facts with the same answer; or, where each has facts of their own, with the same named mistake.
What the rules said of the answer stays beside it. Help that was taken costs what it cost.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from cases import canonical, registry
from cases.feedback import verdict
from cases.path import JUS

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


@dataclass(frozen=True)
class _Answered:
    asked: dict[str, Any]
    item: dict[str, Any]
    row: Any

    @property
    def rule(self) -> float:
        kept = self.item.get("accepted")
        return kept["rule"] if kept else self.row.best

    @property
    def left(self) -> float:
        return 1 - self.item.get("help_costs", 0) / 100


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


def apply(walkthrough, rows: Iterable) -> None:
    """Put right in the result what is accepted, and the marks of the parts with it; nothing is saved here."""
    accepts, touched = accepted_in(walkthrough), set()
    by_place = {(row.question, row.key): row for row in rows}
    for one in _answered(walkthrough, by_place):
        rule, accepted = one.rule, _accepted(walkthrough, one, accepts)
        if one.item.pop("accepted", None) or accepted:
            share = accepted.share(one.left) if accepted else rule
            one.row.best, one.item["worth"] = share, round(share, 4)
            touched.add(one.item["part"])
        if accepted:
            one.item["accepted"] = accepted.told(rule)
    for part in touched:
        walkthrough.marks = walkthrough.marks | {part: _mark(walkthrough, by_place, part)}


def differs(walkthrough) -> bool:
    """Whether the result stands otherwise than with what was given along as accepted; False where nothing was."""
    accepts = vars(walkthrough).get("accepted")
    if accepts is None:
        return False
    by_place = {(row.question, row.key): row for row in walkthrough.given()}
    return any(
        is_other(one.item, _accepted(walkthrough, one, accepts)) for one in _answered(walkthrough, by_place)
    )


def is_other(kept: dict[str, Any], accepted: Accepted | None) -> bool:
    """Whether an answer was put right otherwise than this."""
    told = {name: value for name, value in kept.get("accepted", {}).items() if name != "rule"}
    return told != (asdict(accepted) if accepted else {})


def subjects(walkthrough) -> dict[str, Subject]:
    """Every answer that counts, by its place."""
    by_place = {(row.question, row.key): row for row in walkthrough.given()}
    found = {}
    for one in _answered(walkthrough, by_place):
        item, name = one.item, place(one.asked["key"], one.item["key"])
        said = verdict(item["status"], item["remark"], item["citation"], item["mistake"])
        found[name] = Subject(
            place=name,
            question=item["question"],
            answer=item["given"] or item["raw"],
            verdict=f"{said.lead} {said.text}".strip() if said else "",
            by_answer=_by_answer(walkthrough, one),
            by_mistake=_by_mistake(walkthrough, one),
            rule=one.rule,
            share=one.row.best,
            left=one.left,
            on_facts=True,
        )
    return found


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


def place(question: str, key: str) -> str:
    """How an address names an answer."""
    return f"{question}.{key}"


def _answered(walkthrough, by_place: dict[tuple[str, str], Any]) -> Iterator[_Answered]:
    """What was answered and counts."""
    asked = {question["key"]: question for question in walkthrough.frozen["questions"]}
    for question in walkthrough.result.get("questions", ()):
        for item in question["items"]:
            row = by_place.get((question["key"], item["key"]))
            if row is not None and item["counts"] and not row.is_given:
                yield _Answered(asked[question["key"]], item, row)


def _accepted(walkthrough, one: _Answered, accepts: Accepts) -> Accepted | None:
    found = chosen(accepts, lambda: (_by_answer(walkthrough, one), _by_mistake(walkthrough, one)))
    return found if found and found.counts(one.rule, one.left) else None


def _by_answer(walkthrough, one: _Answered) -> About:
    told = {name: value for name, value in one.asked["facts"].items() if name not in one.asked["links"]}
    return _about(walkthrough, one) | {"answer": _compared(one), "facts": told}


def _by_mistake(walkthrough, one: _Answered) -> About | None:
    mistake = one.item["mistake"]
    return _about(walkthrough, one) | {"mistake": mistake} if mistake else None


def _about(walkthrough, one: _Answered) -> About:
    return {"case": walkthrough.case_id, "question": one.asked["key"], "key": one.item["key"]}


def _compared(one: _Answered) -> Any:
    """The answer as the rules read it, so that the way of writing it is no difference."""
    value = one.row.value
    if one.item["key"] == JUS:
        return sorted((one.item["given"] or one.row.raw).split(" og "))
    if isinstance(value, list):
        return sorted(value)
    try:
        return f"{Decimal(value).normalize():f}" if isinstance(value, str) else value
    except InvalidOperation:
        return value


def _mark(walkthrough, by_place: dict[tuple[str, str], Any], part: str) -> float:
    """The mean of the part, from what each answer earns unrounded, as the marking works it out."""
    counted = [
        by_place.get((question["key"], item["key"]))
        for question in walkthrough.result["questions"]
        for item in question["items"]
        if item["part"] == part and item["counts"]
    ]
    return round(sum(row.best if row else 0.0 for row in counted) / len(counted), 4)
