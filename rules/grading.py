"""Grading: a student's answers held against a reading, step by step along the student's own path.

What counts is the right path's steps and figures. A wrong premise costs once: an answer that follows from the
student's own premises earns as if it were right (status "foelger").
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules import answers as reading_answers
from rules.answers import Answers
from rules.asking import Item, asked
from rules.decision import Decision, decide, rounded
from rules.marks import EARNS, settle
from rules.premises import Premises
from rules.provisions import judge_provision
from rules.reading import JUS, OUTCOME, PENSUM, Reading
from rules.steps import Figure, Mistake, Place, Step
from rules.values import plain

if TYPE_CHECKING:
    from rules.topic import Topic

PARTS = ("jus", "subsumption", "konklusion")


@dataclass(slots=True, eq=False)
class Judged:
    """One answer judged. `share` and `earned` are parts of the whole, which is 1."""

    part: str
    key: str
    given: Any
    expected: Any
    status: str
    mistake: str | None
    remark: str
    citation: str
    question: str
    counts: bool
    share: float = 0.0
    earned: float = 0.0

    def plain(self) -> dict[str, Any]:
        """The judged answer as JSON-plain data."""
        return {
            "part": self.part,
            "key": self.key,
            "given": plain(self.given),
            "expected": plain(self.expected),
            "status": self.status,
            "mistake": self.mistake,
            "remark": self.remark,
            "citation": self.citation,
        }


@dataclass(slots=True)
class Grade:
    """The judged answers, the mark of each part and the total, each from 0 to 1."""

    answers: list[Judged]
    marks: dict[str, float]
    total: float
    right: Decision

    def plain(self) -> dict[str, Any]:
        """The grade as JSON-plain data."""
        return {
            "marks": {part: round(self.marks[part], 6) for part in PARTS if part in self.marks},
            "total": round(self.total, 6),
            "answers": [answer.plain() for answer in self.answers],
        }


def same(first: Any, second: Any, tolerance: Decimal | int = 0) -> bool:
    """Whether two answers agree, amounts within the tolerance, lists item by item."""
    if isinstance(first, list | tuple) and isinstance(second, list | tuple):
        return len(first) == len(second) and all(
            same(*pair, tolerance) for pair in zip(first, second, strict=True)
        )
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return abs(first - second) <= tolerance
    return bool(first == second)


def grade(
    topic: "Topic",
    facts: Any,
    answers: Any,
    reading: str = PENSUM,
    weights: dict[str, int] | None = None,
    left: Callable[[str], float] | None = None,
) -> Grade:
    """Grade plain or read answers on these facts. Raises `FactError` for answers that cannot be read.

    `left` says what help has left of an answer, from 0 to 1, by its key.
    """
    return Grader(topic.reading_for(reading), facts, answers).grade(weights, left)


class Grader:
    """One grading: the right decision beside the student's own path."""

    def __init__(self, law: Reading, facts: Any, answers: Any) -> None:
        """Decide rightly first; matters of discretion are decided as the student decided them."""
        self.law, self.facts = law, facts
        self.given: Answers = reading_answers.read(law, answers)
        self.discretion = {place.key for place in law.steps if place.step.skoen}
        self.right = decide(
            law, facts, {key: self.given.steps[key] for key in self.discretion if key in self.given.steps}
        )
        self.right_view = self.right.view
        self.right_path = {place.key: answer for place, answer in self.right.path}
        skoen = {key: self.given.steps[key] for key in self.discretion if key in self.given.steps}
        self.own = Premises(law, facts, skoen, self.right_path)
        self.judged: dict[str, Judged] = {}
        self.slips: list[str] = []
        self.asked: list[Place | Figure] = []

    def grade(
        self, weights: dict[str, int] | None = None, left: Callable[[str], float] | None = None
    ) -> Grade:
        """Judge every answer and settle the marks. What counts, and where, is settled by the right path."""
        self.walk()
        for place, answer in self.right.path:
            for figure in place.figures:
                self._judge_unasked(figure.key, figure, self._right(figure))
            self._judge_unasked(place.key, place, answer)
        for figure in self.law.figures.values():
            self._judge_concluded(figure)
        needed = {figure.key for place, _ in self.right.path for figure in place.figures}
        uncounted = {place.key for place in self.law.steps if not place.graded}
        for key, answer in self.judged.items():
            is_figure = key in self.law.figures
            answer.part = "konklusion" if is_figure and key not in needed else "subsumption"
            answer.counts = answer.expected is not None if is_figure else key in self.right_path
            answer.counts = answer.counts and key not in uncounted
        order = {"subsumption": 0, "konklusion": 1}
        answers = sorted(self.judged.values(), key=lambda answer: order[answer.part])
        every = [self._judge_jus(), *answers, self._judge_outcome()]
        marks, total = settle(every, self._rests_on, weights, left)
        return Grade(every, marks, min(total, 1.0), self.right)

    def walk(self, stop: bool = False) -> bool:
        """Follow the student's own answers; where one is missing, the right one, or `stop` there.

        Says whether the path came to its end.
        """
        at: Any = self.law.steps[0]
        while type(at) is Place:
            for figure in self._needed(at):
                if figure.key not in self.judged:
                    self.asked.append(figure)
                    self._judge_figure(figure)
                    if stop and self.given.figures.get(figure.key) is None:
                        return False
            self.asked.append(at)
            answer = self._judge_step(at)
            if answer is None or (stop and self.given.steps.get(at.key) is None):
                return False
            at = at.next(answer)
        return True

    def conclusion_figures(self) -> list[Figure]:
        """The figures asked in the conclusion: those that no step on the own path needed and that apply there."""
        found = [figure for figure in self.law.figures.values() if figure not in self.asked]
        return [figure for figure in found if self._own(figure) is not None]

    def _needed(self, place: Place) -> list[Figure]:
        return [
            figure
            for figure in place.figures
            if self._right(figure) is not None or self._own(figure) is not None
        ]

    def _right(self, figure: Figure) -> Any:
        return rounded(figure(self.right_view))

    def _own(self, figure: Figure) -> Any:
        return self.own.value(figure) if self.own.slipped else figure(self.right_view)

    def _judge_step(self, place: Place) -> Any:
        key, step = place.key, place.step
        given = self.given.steps.get(key)
        self.own.met(place)
        if step.skoen:
            self._keep(place, given, given, "rigtig" if given is not None else "forkert", None)
            return given
        right = step.function(self.right_view)
        status = self._judge(place, step, given, right, 0)
        if status in ("forkert", "foelger") and given is not None:
            self.own.take(step, given, slip=status == "forkert")
        return right if given is None else given

    def _judge_figure(self, figure: Figure) -> None:
        given, right = rounded(self.given.figures.get(figure.key)), self._right(figure)
        status = self._judge(figure, figure, given, right, figure.tolerance)
        if status in ("forkert", "foelger") and given is not None:
            self.own.take(figure, given, slip=status == "forkert")
        elif right is not None:
            self.own.know(figure, figure(self.right_view))

    def _judge(
        self, asked: Place | Figure, part: Step | Figure, given: Any, right: Any, tolerance: Decimal | int
    ) -> str:
        """The status of an answer that was asked, kept with its remark."""
        status = "forkert"
        if given is not None and right is not None and same(given, right, tolerance):
            status = "rigtig"
        elif given is not None:
            own = (rounded(value) for value in self.own.values(part))
            if any(value is not None and same(given, value, tolerance) for value in own):
                status = "foelger"
        mistake = self._mistake(part.key, given, tolerance) if status == "forkert" else None
        self._keep(asked, given, right, status, mistake)
        return status

    def _judge_concluded(self, figure: Figure) -> None:
        if figure.key in self.judged:
            return
        if self._own(figure) is not None:
            self._judge_figure(figure)
        else:
            self._judge_unasked(figure.key, figure, self._right(figure))

    def _judge_outcome(self) -> Judged:
        given, right = self.given.outcome, self.right.result
        status = "forkert"
        if given is not None and given is right:
            status = "rigtig"
        elif given is not None and right is None:
            status = "rigtig" if given.name in self.right.possible else "forkert"
        elif given in self.own.ends(self.given.steps):
            status = "foelger"
        mistake = self._mistake(OUTCOME, given, 0) if status == "forkert" else None
        cited = self.right.path[-1][0].citation if self.right.path else ""
        return Judged(
            part="konklusion",
            key=OUTCOME,
            given=given.name if given is not None else None,
            expected=self.right.outcome,
            status=status,
            mistake=mistake.key if mistake else None,
            remark=self._remark(OUTCOME, status, mistake, self.right.text),
            citation=cited,
            question="Hvad bliver resultatet?",
            counts=True,
        )

    def _judge_jus(self) -> Judged:
        given = tuple(str(citation) for citation in self.given.jus)
        status, mistake, remark = judge_provision(self.law, given, tuple(self.right_path))
        wanted = [str(citation) for citation in self.law.jus]
        return Judged(
            part=JUS,
            key=JUS,
            given=list(given) or None,
            expected=wanted,
            status=status,
            mistake=mistake,
            remark=remark,
            citation=" og ".join(wanted),
            question="Hvilken bestemmelse afgør spørgsmålet?",
            counts=True,
        )

    def _judge_unasked(self, key: str, part: Place | Figure, right: Any) -> None:
        """A step or figure of the right path that the student's own path never met."""
        if key in self.judged or right is None:
            return
        values = self.given.figures if isinstance(part, Figure) else self.given.steps
        given = values.get(key)
        tolerance = part.tolerance if isinstance(part, Figure) else 0
        is_right = given is not None and same(rounded(given), right, tolerance)
        self._keep(part, given, right, "rigtig" if is_right else "ikke_spurgt", None)

    def _keep(
        self, asked: Place | Figure, given: Any, right: Any, status: str, mistake: Mistake | None
    ) -> None:
        part = asked.step if isinstance(asked, Place) else asked
        reason = self.law.fill(part.reason, self.right_view) if status != "ikke_spurgt" else ""
        self.judged[asked.key] = Judged(
            part="subsumption",
            key=asked.key,
            given=given,
            expected=right,
            status=status,
            mistake=mistake.key if mistake else None,
            remark=self._remark(asked.key, status, mistake, reason),
            citation=asked.citation if isinstance(asked, Place) else self.law.cited[asked.key],
            question=self.law.fill(part.question, self.right_view),
            counts=True,
        )
        if status in ("forkert", "foelger") and given is not None:
            self.slips.append(asked.key)

    def _remark(self, key: str, status: str, mistake: Mistake | None, reason: str) -> str:
        if status == "foelger":
            rests = self.law.rests_on.get(key)
            slip = next((slip for slip in self.slips if rests is None or slip in rests), "")
            label = self.law.figures[slip].label.lower() if slip in self.law.figures else ""
            source = f"dit eget svar om {label}" if label else "dit eget svar ovenfor"
            return f"Det følger af {source}. Fejlen tæller kun én gang."
        return self.law.fill(mistake.remark, self.right_view) if mistake else reason

    def _mistake(self, key: str, given: Any, tolerance: Decimal | int) -> Mistake | None:
        if given is None:
            return None
        views = [self.right_view, *([self.own.view] if self.own.slipped else [])]
        for view in views:
            for mistake in self.law.mistakes:
                if mistake.target == key and mistake.function is not None:
                    value = rounded(mistake.function(view))
                    if value is not None and same(value, given, tolerance):
                        return mistake
        return None

    def _rests_on(self, answer: Judged, premise: Judged) -> bool:
        if answer.key == OUTCOME:
            return True
        return premise.key in self.law.rests_on.get(answer.key, frozenset())


__all__ = ["EARNS", "PARTS", "Grade", "Grader", "Item", "Judged", "asked", "grade", "same"]
