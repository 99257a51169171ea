"""What a teacher marks by hand: the argument of a case, or of a question in a quiz. Both have one shape."""

from decimal import Decimal
from functools import cached_property
from typing import Any, Protocol

from django.http import Http404
from django.urls import reverse

import cases.answering
import quizzes.marking
import quizzes.refusals
from cases import awarding, rubric
from courses.models import Submission

REFUSED = (cases.answering.Refused, quizzes.refusals.Refused)


class Markable(Protocol):
    """One argument beside its rubric.

    number   which question of the quiz; 0 where the work has one argument
    response_id  the answer of the quiz; None where the work has one argument
    asked, text   what was asked, and what was written
    kept     the saved points by criterion with who gave them and when, and the comment
    version  of what is saved: a page that has seen another is refused
    """

    submission: Submission
    number: int
    response_id: int | None
    asked: str
    text: str
    kept: dict[str, Any]
    version: str

    @property
    def rows(self) -> list[rubric.Row]:
        """Every criterion as it stands."""

    @property
    def address(self) -> str:
        """The page on which it is marked."""

    def award(self, points: dict[str, Decimal], comment: str, *, by, version: str) -> None:
        """Keep the points. Raises one of `REFUSED`."""

    def again(self) -> "Markable":
        """As it is saved now."""


class OfCase:
    """The argument of a walkthrough."""

    number = 0
    response_id: int | None = None

    def __init__(self, submission: Submission):
        work: Any = submission.walkthrough
        self.submission, self.walkthrough = submission, work
        self.asked, self.text = self.walkthrough.frozen["argument"], self.walkthrough.argument
        self.kept, self.version = self.walkthrough.argument_points, str(self.walkthrough.version)

    @cached_property
    def rows(self) -> list[rubric.Row]:
        """With what the structured part has proved, by answers that are final and read once."""
        self.walkthrough.judged = self.walkthrough.given()
        return rubric.rows(self.walkthrough)

    @property
    def address(self) -> str:
        """One a submission."""
        return address_of(self.submission)

    def award(self, points, comment, *, by, version) -> None:
        """Worked into the marks of the case."""
        awarding.award(self.walkthrough, points, comment, by=by, version=version)

    def again(self) -> "OfCase":
        """As it is saved now."""
        self.walkthrough.refresh_from_db()
        return OfCase(self.submission)


class OfQuiz:
    """The answer to a question of an attempt."""

    def __init__(self, submission: Submission, response):
        self.submission, self.response = submission, response
        self.response_id: int | None = response.pk
        attempt: Any = submission.attempt
        self.item = next(one for one in attempt.items if one.key == response.item)
        self.number, self.asked, self.text = self.item.number, self.item.text, response.chosen[0]
        self.kept, self.version = response.marking, str(response.version)

    @cached_property
    def rows(self) -> list[rubric.Row]:
        """Every point of the question's rubric."""
        return quizzes.marking.rows(self.item, self.response)

    @property
    def address(self) -> str:
        """One a response."""
        return address_of(self.submission, self.response.pk)

    def award(self, points, comment, *, by, version) -> None:
        """Counted into the attempt."""
        quizzes.marking.award(self.response, points, comment, by=by, version=version)

    def again(self) -> "OfQuiz":
        """As it is saved now."""
        self.response.refresh_from_db()
        return OfQuiz(self.submission, self.response)


def of(submission: Submission, response: int | None = None) -> Markable | None:
    """The argument of a submission; None where none is handed in. Raises `Http404` for a strange response."""
    if response is None:
        walkthrough = submission.walkthrough
        asks = walkthrough and not walkthrough.is_open and walkthrough.frozen.get("argument")
        return OfCase(submission) if asks else None
    if submission.attempt is None:
        raise Http404("Svaret findes ikke.")
    if submission.attempt.is_open:
        return None
    found = quizzes.marking.by_hand().filter(attempt=submission.attempt, pk=response).first()
    if found is None:
        raise Http404("Svaret findes ikke.")
    return OfQuiz(submission, found)


def address_of(submission: Submission, response: int | None = None) -> str:
    """The page on which an argument of this submission is marked."""
    assignment = submission.assignment
    place = [assignment.course.uuid, assignment.uuid, submission.uuid]
    name, more = ("mark_argument", []) if response is None else ("mark_response", [response])
    return reverse(f"courses:{name}", args=[*place, *more])
