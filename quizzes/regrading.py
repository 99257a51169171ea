"""Grading an attempt again that is handed in: by the keys and points of today, the rules of today, another reading.

As for a walkthrough the outcome is a state, plain data, which is put in force later and can be taken back.
"""

from collections.abc import Iterable
from copy import copy
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from cases.regrading import ACCEPTED, RULE, CannotRegrade, State, digest, plain
from quizzes import accepting, counting
from quizzes.items import Item
from quizzes.kinds.shape import Unreadable
from quizzes.models import Attempt, EarlierResult, Question, Response
from quizzes.rekeying import CannotCompare, rekeyed

__all__ = ["CannotRegrade"]

KEY, POINTS = "key", "points"
JUDGED = ("points", "remark", "mistake")


def finished(pks: Iterable, *, lock: bool = False) -> list[Attempt]:
    """The attempts with their answers and how often they were graded again, held if that is asked."""
    found = Attempt.objects.filter(pk__in=list(pks), submitted_at__isnull=False).order_by("pk")
    if lock:
        found = found.select_for_update(of=("self",))
    return list(found.prefetch_related("responses", Prefetch("earlier", EarlierResult.objects.defer("kept"))))


def present(uids: Iterable[str]) -> dict[str, Question]:
    """What grades the items of these questions today: the questions of the bank as they are now."""
    found = Question.objects.filter(uid__in=set(uids)).prefetch_related("options")
    return {str(question.uid): question for question in found}


def keyed_by(attempt: Attempt) -> set[str]:
    """The questions of the bank that the items came from."""
    return {item["question"] for item in attempt.frozen["items"] if "question" in item}


def outdated(attempt: Attempt, questions: dict[str, Question]) -> set[str]:
    """In what the grading differs from that of today: `RULE`, `KEY`, `POINTS`, `ACCEPTED`."""
    found = set()
    for item in attempt.frozen["items"]:
        now, _ = _item(item, questions, "")
        of_rule = ("made_from", "options", "path", "provisions")
        if now.get("made_from") != item.get("made_from"):
            found.add(RULE)
        rest = {"worth", *(of_rule if "made_from" in item else ())}
        if any(now[name] != item.get(name) for name in now if name not in rest):
            found.add(KEY)
        if now.get("worth", 1) != item.get("worth", 1):
            found.add(POINTS)
    if accepting.differs(attempt):
        found.add(ACCEPTED)
    return found


def again(attempt: Attempt, questions: dict[str, Question], reading: str = "") -> tuple[State, list[str]]:
    """The state that grading today gives, and what must be said of it; nothing is changed."""
    pairs = [_item(item, questions, reading) for item in attempt.frozen["items"]]
    items = [item for item, _ in pairs]
    notes = [f"Spørgsmål {number}: {note}" for number, (_, note) in enumerate(pairs, 1) if note]
    new = _copied(attempt)
    new.reading, new.frozen = reading or attempt.reading, attempt.frozen | {"items": items}
    accepting.strip(new)
    for number, data in enumerate(items, 1):
        row = new.answers.get(data["key"])
        if row is not None and "question" in data:
            _judge(row, Item(data, number))
    accepting.apply(new)
    by_hand = not attempt.is_practice
    new.max_points = Decimal(counting.most(items, sure=attempt.asks_certainty, graded_by_hand=by_hand))
    new.points = counting.earned(new)
    new.total = counting.share(new, new.points)
    return state(new), notes


def with_accepted(attempt: Attempt) -> State:
    """The state in which what is accepted counts, and all else stands as it was graded; nothing is changed."""
    new = _copied(attempt)
    if accepting.apply(new):
        new.points = counting.earned(new)
        new.total = counting.share(new, new.points)
    return state(new)


def state(attempt: Attempt) -> State:
    """The result as plain data: all that grading again can change."""
    return plain(
        {
            "reading": attempt.reading,
            "points": f"{attempt.points:.4f}",
            "max_points": f"{attempt.max_points:.4f}",
            "total": f"{attempt.total:.4f}",
            "items": attempt.frozen["items"],
            "responses": {row.item: _judged(row) for row in _responses(attempt)},
        }
    )


def fingerprint(attempt: Attempt, of: State | None = None) -> str:
    """What tells whether the work still stands as it stood, or as it would with another state."""
    return digest({"state": of or state(attempt)})


def stand(attempt: Attempt, new: State) -> Attempt:
    """Write a state on the row, which is not saved."""
    attempt.reading, attempt.frozen = new["reading"], attempt.frozen | {"items": new["items"]}
    vars(attempt).pop("items", None)
    for name in ("points", "max_points", "total"):
        setattr(attempt, name, Decimal(new[name]))
    return attempt


def kept(numbers: dict[Any, int]) -> dict[Any, State]:
    """The states that stood before the changes with these numbers, by attempt."""
    rows = EarlierResult.objects.filter(attempt__in=numbers)
    return {row.attempt_id: row.kept for row in rows if numbers[row.attempt_id] == row.number}


def put(states: Iterable[tuple[Attempt, State]], *, by, reason: str) -> None:
    """Let these states stand, and keep what stood before."""
    pairs, responses = list(states), []
    EarlierResult.objects.bulk_create(_kept(work, by, reason) for work, _ in pairs)
    for work, new in pairs:
        stand(work, new)
        work.save(update_fields=["reading", "frozen", "points", "max_points", "total"])
        for row in work.responses.all():
            was, told = _judged(row), new["responses"].get(row.item)
            if told and told != was:
                row.points = None if told[0] is None else Decimal(told[0])
                row.remark, row.mistake = told[1:]
                responses.append(row)
    Response.objects.bulk_update(responses, JUDGED, batch_size=100)


def differences(old: State, new: State) -> list[list[str]]:
    """What changed, each as its name, before and after: the key, what it is worth, and what the answer earns."""
    found, was = [], {item["key"]: item for item in old["items"]}
    for number, item in enumerate(new["items"], 1):
        name, before, now = f"Spørgsmål {number}", Item(was[item["key"]], number), Item(item, number)
        if before.worth != now.worth:
            found.append([f"{name}, vægt", str(before.worth), str(now.worth)])
        keys = before.kind.printed_key(before.data), now.kind.printed_key(item)
        if now.kind.is_graded and keys[0] != keys[1]:
            found.append([f"{name}, rigtigt svar", *keys])
        earned = [of["responses"].get(item["key"], ["0"])[0] for of in (old, new)]
        if earned[0] != earned[1]:
            found.append([f"{name}, svaret", *map(_share, earned)])
    return found


def _copied(attempt: Attempt) -> Attempt:
    """The attempt with copies of its answers, which may be judged anew."""
    new = copy(attempt)
    for cached in ("items", "answers"):
        vars(new).pop(cached, None)
    new.answers = {row.item: copy(row) for row in attempt.responses.all()}
    return new


def _item(item: dict[str, Any], questions: dict[str, Question], reading: str) -> tuple[dict[str, Any], str]:
    """The item with the key of today; left alone, with the reason, where it cannot be compared."""
    question = questions.get(item.get("question", ""))
    if question is None:
        return item, ""
    try:
        return rekeyed(item, question, reading), ""
    except CannotCompare as error:
        return item, f"{error} Svaret er bedømt som før."


def _judge(row: Response, item: Item) -> None:
    """What the answer earns now; what a teacher has marked, or nobody can read any more, stays."""
    if not item.kind.is_graded:
        return
    try:
        row.points = item.points(row.chosen)
        row.remark, row.mistake = item.said_of(row.chosen), item.mistake_in(row.chosen)
    except Unreadable:
        return


def _responses(attempt: Attempt) -> list[Response]:
    known = vars(attempt).get("answers")
    return list(known.values()) if known is not None else list(attempt.responses.all())


def _judged(row: Response) -> list[Any]:
    return [None if row.points is None else f"{row.points:.4f}", row.remark, row.mistake]


def _kept(attempt: Attempt, by, reason: str) -> EarlierResult:
    return EarlierResult(
        attempt=attempt,
        number=len(attempt.earlier.all()) + 1,
        kept=state(attempt),
        total=attempt.total or 0,
        reading=attempt.reading,
        was_shown=attempt.is_released,
        replaced_by=by,
        reason=reason,
    )


def _share(points: str | None) -> str:
    return "venter" if points is None else f"{Decimal(points) * 100:.0f} %"
