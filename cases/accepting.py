"""A judgement that a teacher has put right in a case: which answers are the same, and what it does to the marks.

The same answer is the same question of the same case on the same facts, answered alike; or, where each has facts of
their own, with the same named mistake. What the rules said stays beside it. Help that was taken costs what it cost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from cases.acceptance import About, Accepted, Accepts, Subject, accepted_in, chosen, is_other
from cases.feedback import verdict
from cases.path import JUS


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
            mistake=said.lead if said else "",
            by_answer=_by_answer(walkthrough, one),
            by_mistake=_by_mistake(walkthrough, one),
            rule=one.rule,
            share=one.row.best,
            left=one.left,
            on_facts=True,
        )
    return found


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
