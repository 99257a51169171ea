"""Grading a finished walkthrough again, by the rules and the weights of today or by another reading.

What the student read and answered stays: facts, story and answers. What is judged anew is written down as a
state, plain data, which is put in force later and can be taken back. A step that the student was never asked
counts for nothing: nobody loses marks for a question that was not put.
"""

import hashlib
import json
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

import rules
from cases import accepting, marking, path
from cases.answers import Answer
from cases.earlier import JUDGED, EarlierResult
from cases.faktum import FACTS, FAKTUM
from cases.models import Case, Question, Walkthrough
from cases.parts import ARGUMENT, PARTS

RULE, WEIGHTS, TOLD, ACCEPTED = "rule", "weights", "facts", "accepted"
STATUS = {
    "rigtig": "rigtigt",
    "forkert": "forkert",
    "foelger": "følger af egen fejl",
    "ikke_spurgt": "ikke spurgt",
    "": "ikke besvaret",
}
State = dict[str, Any]


class CannotRegrade(Exception):
    """The work can no longer be graded by the rules; the message says why in Danish."""


def finished(pks: Iterable, *, lock: bool = False) -> list[Walkthrough]:
    """The walkthroughs with their answers and how often they were graded again, held if that is asked."""
    found = Walkthrough.objects.filter(pk__in=list(pks), submitted_at__isnull=False).order_by("pk")
    if lock:
        found = found.select_for_update(of=("self",))
    return list(found.prefetch_related("answers", Prefetch("earlier", EarlierResult.objects.defer("kept"))))


@dataclass(frozen=True)
class Today:
    """A case as it is now: its weights, and the facts of each question; None where the rules cannot read them."""

    weights: dict[str, int]
    facts: dict[str, dict[str, Any] | None]


def present(keys: Iterable[int]) -> dict[int, Today]:
    """What grades the walkthroughs of these cases today."""
    found = Case.objects.filter(pk__in=set(keys)).prefetch_related("questions")
    return {
        case.pk: Today(case.weights, {question.key: _facts(question) for question in case.questions.all()})
        for case in found
    }


def keyed_by(walkthrough: Walkthrough) -> set[int]:
    """The case whose weights grade it."""
    return {walkthrough.case_id}


def outdated(walkthrough: Walkthrough, today: dict[int, Today]) -> set[str]:
    """In what the grading differs from that of today: `RULE`, `WEIGHTS`, `ACCEPTED`; `TOLD` where the facts differ.

    The facts stay.
    """
    frozen, now = walkthrough.frozen, today[walkthrough.case_id]
    topics, found = rules.topics(), set()
    for question in frozen["questions"]:
        topic = topics.get(question["topic"])
        if topic is None or topic.version != question["version"]:
            found.add(RULE)
        facts = now.facts.get(question["key"])
        if walkthrough.seed is None and (facts is None or _untied(question, facts) != _untied(question)):
            found.add(TOLD)
    if frozen["weights"] != _weights(frozen, now):
        found.add(WEIGHTS)
    if accepting.differs(walkthrough):
        found.add(ACCEPTED)
    return found


def again(walkthrough: Walkthrough, today: dict[int, Today], reading: str = "") -> tuple[State, list[str]]:
    """The state that grading today gives, and what must be said of it; nothing is changed. Raises `CannotRegrade`."""
    new = copy(walkthrough)
    new.reading = reading or walkthrough.reading
    try:
        questions = [
            question | {"version": rules.topic(question["topic"]).version}
            for question in walkthrough.frozen["questions"]
        ]
        weights = _weights(walkthrough.frozen, today[walkthrough.case_id])
        new.frozen = walkthrough.frozen | {"weights": weights, "questions": questions}
        new.judged = [copy(row) for row in walkthrough.answers.all()]
        known = [row for row in new.judged if _is_known(row, new)]
        marking.mark(new, known, was_asked=_asked(walkthrough).__contains__)
    except (rules.FactError, rules.UnknownTopic) as error:
        raise CannotRegrade(
            "Reglen kan ikke længere læse sagens oplysninger eller svar. Resultatet er ladet, som det er."
        ) from error
    lost = len(new.judged) - len(known)
    note = f"{lost} svar hører til et trin, som reglen ikke længere har. Det tæller ikke."
    return state(new), [note] if lost else []


def with_accepted(walkthrough: Walkthrough) -> State:
    """The state in which what is accepted counts, and all else stands as it was graded; nothing is changed."""
    new = copy(walkthrough)
    new.result, new.marks = plain(walkthrough.result), dict(walkthrough.marks)
    new.judged = [copy(row) for row in walkthrough.answers.all()]
    accepting.apply(new, new.judged)
    if new.marks != walkthrough.marks:
        marking.count_argument(new)
    return state(new)


def state(walkthrough: Walkthrough) -> State:
    """The result as plain data: all that grading again can change."""
    return plain(
        {
            "reading": walkthrough.reading,
            "marks": walkthrough.marks,
            "total": f"{walkthrough.total:.4f}",
            "result": walkthrough.result,
            "frozen": {name: walkthrough.frozen[name] for name in ("weights", "questions")},
            "answers": {str(row.pk): [getattr(row, name) for name in JUDGED] for row in walkthrough.given()},
        }
    )


def fingerprint(walkthrough: Walkthrough, of: State | None = None) -> str:
    """What tells whether the work still stands as it stood, or as it would with another state."""
    return digest({"state": of or state(walkthrough), "argument": walkthrough.argument_points})


def stand(walkthrough: Walkthrough, new: State) -> Walkthrough:
    """Write a state on the row, which is not saved."""
    walkthrough.reading, walkthrough.marks = new["reading"], new["marks"]
    walkthrough.result, walkthrough.total = new["result"], Decimal(new["total"])
    walkthrough.frozen = walkthrough.frozen | new["frozen"]
    return walkthrough


def kept(numbers: dict[Any, int]) -> dict[Any, State]:
    """The states that stood before the changes with these numbers, by walkthrough."""
    rows = EarlierResult.objects.filter(walkthrough__in=numbers)
    return {row.walkthrough_id: row.kept for row in rows if numbers[row.walkthrough_id] == row.number}


def put(states: Iterable[tuple[Walkthrough, State]], *, by, reason: str) -> None:
    """Let these states stand, and keep what stood before."""
    pairs, answers = list(states), []
    EarlierResult.objects.bulk_create(_kept(work, by, reason) for work, _ in pairs)
    for work, new in pairs:
        stand(work, new).version += 1
        work.save(update_fields=["reading", "marks", "result", "total", "frozen", "version"])
        for row in work.answers.all():
            for name, value in zip(JUDGED, new["answers"].get(str(row.pk), ()), strict=False):
                setattr(row, name, value)
            if row.has_changed():
                answers.append(row)
    Answer.objects.bulk_update(answers, JUDGED, batch_size=100)


def differences(old: State, new: State) -> list[list[str]]:
    """What changed, each as its name, before and after: parts in percent, answers in words."""
    parts = [
        [PARTS[part][0], _percent(old["marks"].get(part)), _percent(new["marks"].get(part))]
        for part in PARTS
        if old["marks"].get(part) != new["marks"].get(part)
    ]
    weights = [
        [f"Vægt: {PARTS[part][0].lower()}", str(old["frozen"]["weights"].get(part, 0)), str(weight)]
        for part, weight in new["frozen"]["weights"].items()
        if old["frozen"]["weights"].get(part, 0) != weight
    ]
    before, after = _items(old), _items(new)
    none = ("", "–")
    items = [
        [(after.get(key) or before[key])[0], before.get(key, none)[1], after.get(key, none)[1]]
        for key in dict.fromkeys([*before, *after])
        if before.get(key, none)[1] != after.get(key, none)[1]
    ]
    return parts + weights + items


def plain(value: Any) -> Any:
    """As it comes back from the database."""
    return json.loads(json.dumps(value))


def digest(value: Any) -> str:
    """SHA-256 of plain data."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _kept(walkthrough: Walkthrough, by, reason: str) -> EarlierResult:
    return EarlierResult(
        walkthrough=walkthrough,
        number=len(walkthrough.earlier.all()) + 1,
        kept=state(walkthrough) | {"argument_points": walkthrough.argument_points},
        total=walkthrough.total or 0,
        reading=walkthrough.reading,
        was_shown=walkthrough.shows_feedback(),
        replaced_by=by,
        reason=reason,
    )


def _weights(frozen: dict[str, Any], now: Today) -> dict[str, int]:
    """The weights of today for the parts that were asked then."""
    asked = dict(now.weights)
    if not frozen["weights"].get(FAKTUM):
        asked[FAKTUM] = frozen["weights"].get(FAKTUM, 0)
    if not frozen.get("argument"):
        asked.pop(ARGUMENT, None)
    return {part: weight for part, weight in asked.items() if weight or part in frozen["weights"]}


def _facts(question: Question) -> dict[str, Any] | None:
    try:
        return question.law.plain(question.read_facts())
    except (rules.FactError, rules.UnknownTopic):
        return None


def _untied(question: dict[str, Any], facts: dict[str, Any] | None = None) -> dict[str, Any]:
    """The facts but those that an earlier answer decides."""
    found = question["facts"] if facts is None else facts
    return {name: value for name, value in found.items() if name not in question["links"]}


def _is_known(row: Answer, walkthrough: Walkthrough) -> bool:
    """Whether the reading still asks what this answers."""
    if row.part in (path.JUS, path.OUTCOME, FACTS):
        return True
    topics = {question["key"]: question["topic"] for question in walkthrough.frozen["questions"]}
    law = rules.topic(topics[row.question]).reading_for(walkthrough.reading)
    return row.key in law.figures or any(place.key == row.key for place in law.steps)


def _asked(walkthrough: Walkthrough) -> set[tuple[str, str]]:
    """Every item that the student could answer, or was held to have left out."""
    questions = walkthrough.result["questions"]
    return {(question["key"], item["key"]) for question in questions for item in question["items"]}


def _items(of: State) -> dict[tuple[str, str], tuple[str, str]]:
    return {
        (question["key"], item["key"]): (
            item["question"],
            STATUS.get(item["status"], item["status"])
            + ("" if item["counts"] else ", tæller ikke")
            + (f", rettet til {item['accepted']['percent']} %" if "accepted" in item else ""),
        )
        for question in of["result"]["questions"]
        for item in question["items"]
    }


def _percent(mark: float | None) -> str:
    return "–" if mark is None else f"{Decimal(str(mark)) * 100:.0f} %"
