"""One student's hand-in as the teacher reads it: the facts, the answers, the marks and what they rest on."""

from dataclasses import dataclass

import quizzes.pages
from courses import results, standing
from courses.models import Submission

STATUSES = {
    "rigtig": "Rigtigt",
    "forkert": "Forkert",
    "foelger": "Følger af en tidligere fejl",
    "ikke_spurgt": "Tæller ikke",
}


@dataclass(frozen=True)
class Answer:
    """One answer with its mark, as both were frozen when the work was handed in."""

    part: str
    question: str
    given: str
    expected: str
    verdict: str
    remark: str
    citation: str
    earns: bool


@dataclass(frozen=True)
class Question:
    """One legal question of a case, and the version of the rule that marked it."""

    title: str
    version: str
    answers: list[Answer]


def page(submission: Submission) -> dict:
    """What the teacher's page of a hand-in shows; of work that is not handed in, only how far it is."""
    assignment = submission.assignment
    state = standing.of(assignment, submission)
    context = {
        "assignment": assignment,
        "course": assignment.course,
        "submission": submission,
        "state": state,
        "reading": results.reading_title(submission.work.reading),
        "parts": results.parts_of(assignment),
    }
    if not state.is_done:
        return context
    context["result"] = results.of(submission)
    if submission.walkthrough:
        return context | _case(submission.walkthrough)
    return context | {"reviewed": quizzes.pages.review(submission.attempt)}


def _case(walkthrough) -> dict:
    return {
        "story": walkthrough.frozen["story"],
        "questions": [
            Question(found["title"], found["version"], [_answer(item) for item in found["items"]])
            for found in walkthrough.result["questions"]
        ],
    }


def _answer(item: dict) -> Answer:
    return Answer(
        part=results.CASE_PARTS[item["part"]],
        question=item["question"],
        given=item["given"] or item["raw"],
        expected=item["expected"],
        verdict=STATUSES.get(item["status"], "Ikke besvaret"),
        remark=item["remark"],
        citation=item["citation"],
        earns=item["status"] in ("rigtig", "foelger"),
    )
