"""Marks for a walkthrough: every answer judged by the rules, tries counted, the result as it will be shown.

In practice the best try of each answer counts: the first in full, the second by half, later ones nothing.
After the solution is shown nothing is earned any more. In an aflevering the answers as handed in count,
less what the help that was taken costs.
What was given with a worked example is judged for its reason alone: it neither earns nor counts.
"""

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from cases import accepting, faktum, path, prices, rubric, solution
from cases.path import Stretch
from rules import grading
from rules.marks import EARNS

BY_TRY = {1: 1.0, 2: 0.5}


def mark(walkthrough, rows: list, was_asked: Callable[[tuple[str, str]], bool] | None = None) -> None:
    """Judge the rows, and put marks, total and result on the walkthrough; nothing is saved here.

    Where old work is graded again, `was_asked` says of question and key whether the student could answer;
    what nobody asked counts for nothing.
    """
    by_place = {(row.question, row.part, row.key): row for row in rows}
    worths: dict[str, list[float]] = defaultdict(list)
    questions = []
    for stretch in path.sheets(walkthrough.frozen, walkthrough.reading, rows):
        left = partial(_left, walkthrough, stretch)
        grade = grading.grade(stretch.topic, stretch.facts, stretch.given, walkthrough.reading, left=left)
        items = []
        for judged in [*_faktum(walkthrough.frozen, stretch, by_place), *grade.answers]:
            slot = path.slot_of_key(stretch.reading, judged.key)
            row = by_place.get((stretch.key, slot, judged.key))
            worth = _worth(walkthrough, row, judged, left(judged.key))
            if not row and was_asked and not was_asked((stretch.key, judged.key)):
                judged.counts = False
            if judged.counts and not (row and row.is_given):
                worths[judged.part].append(worth)
            helped = {"help": walkthrough.hints.get(prices.place_name(stretch.key, slot, judged.key), 0)}
            helped["help_costs"] = prices.price(walkthrough, stretch.key, slot, judged.key)
            items.append(_item(stretch, judged, row, worth) | helped)
        questions.append((stretch, items))
    walkthrough.marks = {part: round(sum(of) / len(of), 4) for part, of in worths.items()}
    done = not walkthrough.is_open or path.progress(walkthrough.frozen, walkthrough.reading, rows).is_done
    done = done and not walkthrough.is_example
    walkthrough.total = None
    walkthrough.result = _result(walkthrough, questions) if done else {}
    if done and not walkthrough.is_open and not walkthrough.is_practice:
        accepting.apply(walkthrough, rows)
    if done:
        count_argument(walkthrough)


def count_argument(walkthrough) -> None:
    """The total of the parts that are marked; the argument is among them once a teacher has marked it."""
    mark = rubric.mark(walkthrough)
    if mark is not None:
        walkthrough.marks["argument"] = mark
    walkthrough.total = _total(walkthrough.frozen["weights"], walkthrough.marks)


def _faktum(frozen: dict[str, Any], stretch: Stretch, by_place: dict) -> list[grading.Judged]:
    """What matters, where the case asks for it."""
    if not frozen["weights"].get(faktum.FAKTUM):
        return []
    row = by_place.get((stretch.key, faktum.FACTS, faktum.FAKTUM))
    question = next(one for one in frozen["questions"] if one["key"] == stretch.key)
    judged = faktum.judge(question, stretch.reading, stretch.facts, row.value if row else None)
    return [judged] if judged else []


def _left(walkthrough, stretch: Stretch, key: str) -> float:
    return prices.left(walkthrough, stretch.key, path.slot_of_key(stretch.reading, key), key)


def _worth(walkthrough, row, judged: grading.Judged, left: float) -> float:
    """What the answer earns of its share, from 0 to 1; the row learns how it was judged."""
    if row is None:
        return 0.0
    # In practice a mistake stays noted when the answer is put right: the next variant aims at it.
    if not (walkthrough.is_practice and judged.status in EARNS):
        row.mistake = judged.mistake or ""
    row.status = judged.status
    row.remark, row.citation = judged.remark, judged.citation
    if row.is_given:
        return 0.0
    share = judged.earned / judged.share if judged.share else float(judged.status in EARNS)
    if not walkthrough.is_practice:
        row.best = min(share, 1.0) * left
    elif walkthrough.solution_shown_at is None:
        row.best = max(row.best, min(share, 1.0) * BY_TRY.get(row.tries, 0.0))
    return row.best


def _total(weights: dict[str, int], marks: dict[str, float]) -> Decimal:
    """The weighted mark; parts that are not asked weigh nothing."""
    whole = sum(weights.get(part, 0) for part in marks)
    if not whole:
        return Decimal(0)
    total = sum(weights.get(part, 0) * mark for part, mark in marks.items()) / whole
    return min(Decimal(1), Decimal(str(round(total, 4))))


def _item(stretch: Stretch, judged: grading.Judged, row, worth: float) -> dict[str, Any]:
    return {
        "part": judged.part,
        "key": judged.key,
        "question": judged.question,
        "raw": row.raw if row else "",
        "given": solution.shown(stretch.reading, judged.key, judged.given),
        "expected": solution.shown(stretch.reading, judged.key, judged.expected),
        "status": judged.status if row else "",
        "mistake": judged.mistake or "",
        "remark": judged.remark,
        "citation": judged.citation,
        "counts": judged.counts and not (row and row.is_given),
        "is_given": bool(row and row.is_given),
        "tries": row.tries if row else 0,
        "worth": round(worth, 4),
    }


def _result(walkthrough, questions: list[tuple[Stretch, list[dict]]]) -> dict[str, Any]:
    frozen = {question["key"]: question for question in walkthrough.frozen["questions"]}
    return {
        "is_whole": all(item["given"] for _, items in questions for item in items if item["counts"]),
        "questions": [
            {
                "key": stretch.key,
                "title": frozen[stretch.key]["title"],
                "asks": frozen[stretch.key]["asks"],
                "version": frozen[stretch.key]["version"],
                "items": items,
                "solution": solution.of(stretch.topic, frozen[stretch.key]["facts"], walkthrough.reading),
                "nearest": solution.nearest_of(stretch.topic, frozen[stretch.key], walkthrough.reading),
            }
            for stretch, items in questions
        ],
    }
