"""A judgement that a teacher has put right in a quiz: which answers it is of, and what it does to the points.

The same answer is the same question of the bank answered with what the question's kind reads as the same; where
the rules made the question, on the same facts, or with the same named mistake.
"""

from collections.abc import Iterator
from decimal import Decimal

from cases.acceptance import About, Accepted, Accepts, Subject, accepted_in, chosen, is_other
from quizzes import shares
from quizzes.items import Item
from quizzes.models import Response


def apply(attempt) -> list[Response]:
    """Put right what is accepted; which answers are others for it. Nothing is saved here."""
    accepts, changed, items = accepted_in(attempt), [], {}
    for item, row in _answered(attempt):
        rule, accepted = _rule(item, row), _accepted(item, row, accepts)
        if "accepted" in item.data or accepted:
            row.points = shares.kept(Decimal(accepted.percent) / 100) if accepted else rule
            items[item.key] = {name: value for name, value in item.data.items() if name != "accepted"}
            changed.append(row)
        if accepted:
            items[item.key]["accepted"] = accepted.told(f"{rule:.4f}")
    if items:
        put = [items.get(data["key"], data) for data in attempt.frozen["items"]]
        attempt.frozen = attempt.frozen | {"items": put}
        vars(attempt).pop("items", None)
    return changed


def strip(attempt) -> None:
    """Let every answer earn again what the rules gave it, before it is graded anew."""
    for item, row in _answered(attempt):
        row.points = _rule(item, row)
    bare = [
        {name: value for name, value in data.items() if name != "accepted"}
        for data in attempt.frozen["items"]
    ]
    attempt.frozen = attempt.frozen | {"items": bare}
    vars(attempt).pop("items", None)


def differs(attempt) -> bool:
    """Whether the result stands otherwise than with what was given along as accepted; False where nothing was."""
    accepts = vars(attempt).get("accepted")
    if accepts is None:
        return False
    return any(is_other(item.data, _accepted(item, row, accepts)) for item, row in _answered(attempt))


def subjects(attempt) -> dict[str, Subject]:
    """Every answer that the rules or the key have judged, by its place."""
    found = {}
    for item, row in _answered(attempt):
        found[item.key] = Subject(
            place=item.key,
            question=item.text,
            answer=item.kind.printed_answer(item.data, row.chosen),
            verdict=row.remark.replace("\n", " "),
            mistake=row.remark.partition("\n")[0],
            by_answer=_by_answer(item, row),
            by_mistake=_by_mistake(item, row),
            rule=float(_rule(item, row)),
            share=float(row.points or 0),
            left=1.0,
            on_facts=bool(item.made_from),
        )
    return found


def can_be_put_right(item: Item, row: Response | None) -> bool:
    """Whether the judgement is the machine's: of an answer to a question of the bank that no teacher marks."""
    return bool(
        row and row.chosen and row.points is not None and item.kind.is_graded and "question" in item.data
    )


def _answered(attempt) -> Iterator[tuple[Item, Response]]:
    for item in attempt.items:
        row = attempt.answers.get(item.key)
        if row is not None and can_be_put_right(item, row):
            yield item, row


def _rule(item: Item, row: Response) -> Decimal:
    kept = item.data.get("accepted")
    return Decimal(kept["rule"]) if kept else Decimal(row.points or 0)


def _accepted(item: Item, row: Response, accepts: Accepts) -> Accepted | None:
    found = chosen(accepts, lambda: (_by_answer(item, row), _by_mistake(item, row)))
    return found if found and found.counts(float(_rule(item, row))) else None


def _by_answer(item: Item, row: Response) -> About:
    made = item.made_from
    asked = {name: made[name] for name in ("topic", "ask", "facts")} if made else {}
    about = {"question": item.data["question"], "answer": item.kind.compared(item.data, row.chosen)}
    return about | ({"asked": asked} if asked else {})


def _by_mistake(item: Item, row: Response) -> About | None:
    if not item.made_from or not row.mistake:
        return None
    return {"question": item.data["question"], "mistake": row.mistake}
