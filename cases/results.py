"""The result of a walkthrough as it is shown and printed: from the stored row alone."""

from dataclasses import dataclass
from typing import Any

from cases import feedback, registry, solution
from cases.parts import PARTS, marks_of
from cases.walkthroughs import Walkthrough


def of(walkthrough: Walkthrough, *, to_teacher: bool = False) -> dict[str, Any]:
    """What the page shows; verdicts, marks and the solution only when the feedback may be shown.

    The teacher of the course reads them before they are released.
    """
    context = registry.context_of(walkthrough)
    shows = to_teacher or walkthrough.shows_feedback(context)
    told = _told(walkthrough, shows)
    asked = {question["key"]: question for question in walkthrough.frozen["questions"]}
    return {
        "walkthrough": walkthrough,
        "context": context,
        "shows_feedback": shows,
        "questions": [
            _question(question, shows, told) | _flowchart(asked[question["key"]], walkthrough, told)
            for question in walkthrough.result["questions"]
        ],
        "marks": marks_of(walkthrough) if shows else [],
    }


@dataclass(frozen=True)
class Told:
    """What of the key may be told: every item of the right path, its right answers, the solution."""

    every_item: bool
    answers: bool
    solution: bool


def _told(walkthrough: Walkthrough, shows: bool) -> Told:
    if not walkthrough.is_practice:
        return Told(shows, shows, shows)
    seen = walkthrough.solution_shown_at is not None
    return Told(seen, seen, walkthrough.shows_solution)


def _question(question: dict[str, Any], shows: bool, told: Told) -> dict[str, Any]:
    items = [item for item in question["items"] if told.every_item or item["raw"]]
    parts = [
        {
            "title": PARTS[part][0],
            "items": [_item(item, shows, told) for item in items if item["part"] == part],
        }
        for part in PARTS
    ]
    shown = {"key": question["key"], "title": question["title"], "asks": question["asks"]}
    shown["parts"] = [part for part in parts if part["items"]]
    return shown | (
        {"solution": question["solution"], "version": question["version"]} if told.solution else {}
    )


def _flowchart(question: dict[str, Any], walkthrough: Walkthrough, told: Told) -> dict[str, str]:
    return {"flowchart": solution.flowchart_of(question, walkthrough.reading)} if told.solution else {}


def _item(item: dict[str, Any], shows: bool, told: Told) -> dict[str, Any]:
    shown = {"question": item["question"], "given": item["given"] or item["raw"]}
    shown["is_given"] = item.get("is_given", False)
    if shows:
        shown["verdict"] = feedback.verdict(item["status"], item["remark"], item["citation"], item["mistake"])
        shown |= {"worth": item["worth"], "tries": item["tries"]}
    if told.answers and item["status"] != "rigtig" and item["counts"]:
        shown["expected"] = item["expected"]
    return shown
