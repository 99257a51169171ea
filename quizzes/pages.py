"""What the page of one question shows, put together once for both the whole page and its swapped parts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from quizzes import accepting, certainty, drafts, marking
from quizzes.answering import Reply
from quizzes.forms import AnswerForm
from quizzes.items import Item, Judged
from quizzes.knowing import choosing
from quizzes.models import Attempt, Response
from quizzes.models.bank import READINGS
from quizzes.moments import clock
from rules import danish


@dataclass(frozen=True)
class Step:
    """One question in the overview."""

    number: int
    words: str
    mark: str
    current: bool
    heading: str = ""


@dataclass(frozen=True)
class Feedback:
    """What is said of an answered item."""

    item: Item
    response: Response | None

    @property
    def chosen(self) -> list[str]:
        """The keys that were chosen."""
        return self.response.chosen if self.response else []

    @property
    def options(self) -> list[Judged]:
        """Every option with its verdict."""
        if self.response and self.response.marking:
            return marking.judged(self.item, self.response)
        return self.item.judged(self.chosen)

    @property
    def lines(self) -> list[Judged]:
        """What is shown of it at once: every option, else the lines that are an answer or the right one."""
        return [line for line in self.options if self.item.kind.is_choice or line.words]

    @property
    def accepted(self) -> dict[str, Any] | None:
        """How a teacher has put the judgement right."""
        return self.item.data.get("accepted")

    @property
    def place(self) -> str:
        """Where the judgement can be put right; empty where it is not the machine's."""
        return self.item.key if accepting.can_be_put_right(self.item, self.response) else ""

    @property
    def accepted_points(self) -> str:
        """What the answer comes to with it, as it is counted."""
        if not self.response or self.response.points is None:
            return ""
        sure = self.item.asks_certainty
        share, level = self.response.points, self.response.certainty or certainty.LEAST
        earned = (certainty.mark(share, level) if sure else share) * self.item.worth
        most = self.item.worth * (certainty.MOST if sure else 1)
        return f"Svaret giver {danish.show_number(earned.normalize())} af {most} point."

    @property
    def points(self) -> Decimal | None:
        """The share that the rules or the key gave; the verdict tells of that, also where it is put right."""
        if self.accepted:
            return Decimal(self.accepted["rule"])
        return self.response.points if self.response else None

    @property
    def is_right(self) -> bool:
        """Whether the answer earned everything."""
        return bool(self.response and self.points == 1)

    @property
    def is_unmarked(self) -> bool:
        """Whether the answer waits for a teacher."""
        return bool(self.response and self.response.points is None)

    @property
    def is_sure_and_wrong(self) -> bool:
        """Whether the student was sure of an answer that is not right: the first to read again."""
        return bool(
            self.response
            and self.response.certainty == certainty.MOST
            and self.points is not None
            and not self.is_right
            and not self.accepted
        )

    @property
    def certainty(self) -> str:
        """How sure the student said to be."""
        return certainty.LEVELS.get(self.response.certainty or 0, "") if self.response else ""

    @property
    def reading_title(self) -> str:
        """The reading that this question holds to, where it is not the attempt's own."""
        return READINGS.get(self.item.reading, "").lower()

    @property
    def verdict(self) -> str:
        """The verdict in words."""
        if self.response is None:
            return "Ikke besvaret."
        if self.response.marking:
            return marking.verdict(self.item, self.response)
        if self.is_unmarked:
            return "Besvaret. En argumentation bedømmes af underviseren, ikke af maskinen."
        if self.is_right:
            return "Rigtigt."
        return "Delvist rigtigt." if self.points else "Forkert."

    @property
    def tone(self) -> str:
        """The look of the verdict, which its words say too."""
        if self.is_right:
            return "right"
        if self.is_unmarked:
            return "note"
        return "wrong" if self.response and not self.points else "note"

    @property
    def remarks(self) -> list[str]:
        """What was said of the answer when it was given."""
        return self.response.remark.splitlines() if self.response else []

    @property
    def explained(self) -> list[str]:
        """What is said of the answer and to all, as it stands before the links to the provisions."""
        said = [*self.remarks, self.item.remark]
        return [_before_links(remark.strip(), self.item.provisions) for remark in said if remark]

    @property
    def term(self) -> str:
        """The address of the term that was asked for, where it was one."""
        return self.item.terms[0] if len(self.item.terms) == 1 else ""

    @property
    def others_head(self) -> str:
        """What they are: other answers, or the lines of which this answer is made."""
        kind = self.item.kind
        is_made_of_lines = kind.rows_are_right and not kind.is_choice
        return "Bemærkning til hver linje" if is_made_of_lines else "Hvad der er galt med de andre svar"

    @property
    def others(self) -> list[Judged]:
        """The wrong options that were not chosen, with what is wrong with them."""
        return [option for option in self.options if not option.right and not option.chosen and option.remark]


@dataclass(frozen=True)
class QuestionPage:
    """One question of an attempt as the student has it before them."""

    attempt: Attempt
    item: Item
    form: AnswerForm
    context: dict
    message: str = ""

    @property
    def response(self) -> Response | None:
        """The saved answer."""
        return self.attempt.answers.get(self.item.key)

    @property
    def saved(self) -> str:
        """The receipt of the saved answer."""
        return f"Gemt {clock(self.response.saved_at)}" if self.response else ""

    @property
    def feedback(self) -> Feedback | None:
        """What is said of the answer, if it may be told."""
        shown = self.attempt.shows_feedback(self.response)
        return Feedback(self.item, self.response) if shown else None

    @property
    def is_locked(self) -> bool:
        """Whether the answer can no longer be changed."""
        return not self.attempt.is_open or (self.attempt.is_practice and self.response is not None)

    @property
    def reading(self) -> str:
        """The reading that decides this question, as printed."""
        return READINGS[self.item.reading or self.attempt.reading]

    @property
    def lost_line(self) -> str:
        """What was said of the answer that could not be read."""
        told = self.form.errors.values()
        return next((str(errors[0]) for errors in told), "")

    @property
    def count(self) -> int:
        """How many questions there are; in a round that goes on, with those that are still to be chosen."""
        return len(self.attempt.items) + len(self.attempt.frozen.get("plan", ()))

    @property
    def named(self) -> str:
        """The mistake that the answers up to this one have shown, in words."""
        return choosing.named(self.item.data, self.attempt.frozen) if self.feedback else ""

    @property
    def next_number(self) -> int | None:
        """The number of the next question, if there is one."""
        return self.item.number + 1 if self.item.number < len(self.attempt.items) else None

    @property
    def previous_number(self) -> int | None:
        """The number of the question before, if there is one."""
        return self.item.number - 1 or None

    @property
    def overview(self) -> list[Step]:
        """Every question, and whether it is answered."""
        steps, heading = [], ""
        for item in self.attempt.items:
            begins = item.heading if item.heading != heading else ""
            heading = item.heading
            steps.append(
                replace(_step(self.attempt, item, current=item.number == self.item.number), heading=begins)
            )
        return steps


def _step(attempt: Attempt, item: Item, *, current: bool) -> Step:
    response = attempt.answers.get(item.key)
    if response is None:
        return Step(item.number, "ikke besvaret", "open", current)
    if not attempt.shows_feedback(response):
        return Step(item.number, "besvaret", "answered", current)
    told = Feedback(item, response)
    return Step(item.number, told.verdict.rstrip(".").lower(), told.tone, current)


def of(
    attempt: Attempt, item: Item, context: dict, reply: Reply | None = None, lost: Sequence[str] = ()
) -> QuestionPage:
    """The page of one question; what was sent and refused, or lost with the session, is still chosen."""
    response = attempt.answers.get(item.key)
    mark = reply.form.mark if reply else ""
    fresh = AnswerForm(item, response=response, whole=attempt.is_practice, page=mark)
    if lost:
        fresh.choose(lost)
        return QuestionPage(attempt, item, fresh, context, drafts.NOTICE)
    if reply is None or reply.status == 200 or not attempt.is_open:
        return QuestionPage(attempt, item, fresh, context, reply.message if reply else "")
    reply.form.catch_up(fresh)
    return QuestionPage(attempt, item, reply.form, context, reply.message)


def review(attempt: Attempt) -> list[Feedback]:
    """Every item of a released attempt with its answer: for the student and for the teacher."""
    return [Feedback(item, attempt.answers.get(item.key)) for item in attempt.items]


def _before_links(remark: str, provisions: Sequence[str]) -> str:
    """The remark without a last sentence that only names a provision: it is linked right after."""
    for provision in provisions:
        if remark.endswith(f". {provision}."):
            return remark.removesuffix(f" {provision}.")
    return remark
