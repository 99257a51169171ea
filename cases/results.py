"""The result of a walkthrough as it is shown and printed: from the stored row alone."""

from typing import Any

from cases import feedback, registry
from cases.page import PARTS, marks_of
from cases.walkthroughs import Walkthrough


def of(walkthrough: Walkthrough, *, to_teacher: bool = False) -> dict[str, Any]:
    """What the page shows; verdicts, marks and the solution only when the feedback may be shown.

    The teacher of the course reads them before they are released.
    """
    context = registry.context_of(walkthrough)
    shows = to_teacher or walkthrough.shows_feedback(context)
    return {
        "walkthrough": walkthrough,
        "context": context,
        "shows_feedback": shows,
        "questions": [_question(question, shows) for question in walkthrough.result["questions"]],
        "marks": marks_of(walkthrough) if shows else [],
    }


def _question(question: dict[str, Any], shows: bool) -> dict[str, Any]:
    answered = [item for item in question["items"] if shows or item["raw"]]
    parts = [
        {"title": PARTS[part][0], "items": [_item(item, shows) for item in answered if item["part"] == part]}
        for part in PARTS
    ]
    shown = {"key": question["key"], "title": question["title"], "asks": question["asks"]}
    shown["parts"] = [part for part in parts if part["items"]]
    return shown | ({"solution": question["solution"], "version": question["version"]} if shows else {})


def _item(item: dict[str, Any], shows: bool) -> dict[str, Any]:
    shown = {"question": item["question"], "given": item["given"] or item["raw"]}
    if shows:
        verdict = feedback.verdict(item["status"], item["remark"], item["citation"], item["mistake"])
        wrong = item["status"] != "rigtig" and item["counts"]
        shown |= {
            "verdict": verdict,
            "expected": item["expected"] if wrong else "",
            "worth": item["worth"],
            "tries": item["tries"],
        }
    return shown

