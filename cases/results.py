"""The result of a walkthrough as it is shown and printed: from the stored row alone."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from cases import accepting, earlier, feedback, registry, rubric, solution
from cases.parts import PARTS, marks_of
from cases.walkthroughs import Walkthrough
from rules.hints import DEGREES


def of(walkthrough: Walkthrough, *, to_teacher: bool = False) -> dict[str, Any]:
    """What the page shows; verdicts, marks and the solution only when the feedback may be shown.

    The teacher of the course reads them before they are released.
    """
    context = {} if to_teacher else registry.context_of(walkthrough)
    shows = to_teacher or walkthrough.shows_feedback(context)
    tells = told(walkthrough, shows)
    asked = {question["key"]: question for question in walkthrough.frozen["questions"]}
    return {
        "walkthrough": walkthrough,
        "context": context,
        "shows_feedback": shows,
        "questions": [
            _question(question, shows, tells) | _flowchart(asked[question["key"]], walkthrough, tells)
            for question in walkthrough.result["questions"]
        ],
        "marks": marks_of(walkthrough) if shows else [],
        "argument": _argument(walkthrough, tells),
        "regraded": earlier.told(walkthrough, to_teacher) if shows and not walkthrough.is_practice else [],
        "old_receipt": reverse("cases:receipt", args=[walkthrough.pk]),
    }


@dataclass(frozen=True)
class Told:
    """What of the key may be told: every item of the right path, its right answers, the solution."""

    every_item: bool
    answers: bool
    solution: bool


def told(walkthrough: Walkthrough, shows: bool) -> Told:
    """What may be told of work whose feedback may be shown, or may not."""
    if not walkthrough.is_practice:
        return Told(shows, shows, shows)
    seen = walkthrough.solution_shown_at is not None
    return Told(seen, seen, walkthrough.shows_solution)


def _argument(walkthrough: Walkthrough, told: Told) -> dict[str, Any]:
    """The argument in own words, and what it was held against once the solution may be told."""
    if not walkthrough.frozen.get("argument"):
        return {}
    return {
        "prompt": walkthrough.frozen["argument"],
        "text": walkthrough.argument,
        "waits": rubric.waits(walkthrough),
        "criteria": rubric.rows(walkthrough) if told.solution else [],
        "comment": walkthrough.argument_points.get(rubric.COMMENT, "") if told.solution else "",
    }


def _question(question: dict[str, Any], shows: bool, told: Told) -> dict[str, Any]:
    key = question["key"]
    items = [item for item in question["items"] if told.every_item or item["raw"]]
    parts = [
        {
            "title": PARTS[part][0],
            "items": [_item(item, key, shows, told) for item in items if item["part"] == part],
        }
        for part in PARTS
    ]
    shown = {"key": question["key"], "title": question["title"], "asks": question["asks"]}
    shown["parts"] = [part for part in parts if part["items"]]
    kept = ("solution", "version", "nearest")
    return shown | ({key: question[key] for key in kept if key in question} if told.solution else {})


def _flowchart(question: dict[str, Any], walkthrough: Walkthrough, told: Told) -> dict[str, str]:
    return {"flowchart": solution.flowchart_of(question, walkthrough.reading)} if told.solution else {}


def _item(item: dict[str, Any], question: str, shows: bool, told: Told) -> dict[str, Any]:
    shown = {"question": item["question"], "given": item["given"] or item["raw"], "help": _help(item)}
    shown["is_given"] = item.get("is_given", False)
    if shows:
        shown["verdict"] = feedback.verdict(item["status"], item["remark"], item["citation"], item["mistake"])
        shown |= {"worth": item["worth"], "tries": item["tries"], "accepted": item.get("accepted")}
        if item["counts"] and item["raw"]:
            shown["place"] = accepting.place(question, item["key"])
    if told.answers and item["status"] != "rigtig" and item["counts"]:
        shown["expected"] = item["expected"]
    return shown


def _help(item: dict[str, Any]) -> str:
    """The help that was taken and what it cost, in words; empty without."""
    degree, costs = item.get("help", 0), item.get("help_costs", 0)
    if not degree:
        return f"Bestemmelsen stod i hjælpen til et senere svar; det kostede {costs} %." if costs else ""
    return f"Hjælp taget: {degree} af {DEGREES[-1]}" + (f"; den kostede {costs} %." if costs else ".")
