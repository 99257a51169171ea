"""Grading: a student's answers held against a reading, step by step along the student's own path.

What counts is the right path's steps and figures. A wrong premise costs once: an answer that follows from the
student's own premises earns as if it were right (status "foelger").
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules import answers as reading_answers
from rules.answers import Answers
from rules.asking import Item, asked
from rules.decision import Decision, decide, rounded
from rules.marks import EARNS, settle
from rules.provisions import judge_provision
from rules.reading import JUS, OUTCOME, PENSUM, Reading
from rules.steps import Figure, Mistake, Place, View
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
    topic: "Topic", facts: Any, answers: Any, reading: str = PENSUM, weights: dict[str, int] | None = None
) -> Grade:
    """Grade plain or read answers on these facts. Raises `FactError` for answers that cannot be read."""
    return Grader(topic.reading_for(reading), facts, answers).grade(weights)


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
        self.own = self._view()
        self.judged: dict[str, Judged] = {}
        self.slips: list[str] = []
        self.slipped = False
        self.asked: list[Place | Figure] = []
        self.own_outcome: Any = None

    def grade(self, weights: dict[str, int] | None = None) -> Grade:
        """Judge every answer and settle the marks."""
        self.walk()
        for place, answer in self.right.path:
            for figure in place.figures:
                self._judge_unasked(figure.key, figure, rounded(figure(self.right_view)))
            self._judge_unasked(place.key, place, answer)
        steps = list(self.judged.values())
        self._judge_conclusion()
        conclusion = list(self.judged.values())[len(steps) :]
        counted = self._counted()
        for answer in steps:
            answer.counts = answer.key in counted
        every = [self._judge_jus(), *steps, *conclusion]
        marks, total = settle(every, self._rests_on, weights)
        return Grade(every, marks, min(total, 1.0), self.right)

    def walk(self, stop: bool = False) -> bool:
        """Follow the student's own answers; where one is missing, the right one, or `stop` there.

        Says whether the path came to its end.
        """
        at: Any = self.law.steps[0]
        unmet = False
        while type(at) is Place:
            for figure in self._needed(at):
                if figure.key not in self.judged:
                    self.asked.append(figure)
                    self._judge_figure(figure, "subsumption")
                    if stop and self.given.figures.get(figure.key) is None:
                        return False
            self.asked.append(at)
            answer = self._judge_step(at)
            if answer is None or (stop and self.given.steps.get(at.key) is None):
                return False
            unmet = unmet or (at.ground is not None and answer == at.ground)
            at = at.next(answer)
        self.own_outcome = (
            at if at is not None else self.law.failed if unmet and self.law.failed else self.law.otherwise
        )
        return True

    def conclusion_figures(self) -> list[Figure]:
        """The figures asked in the conclusion: those that no step on the own path needed and that apply there."""
        found = [figure for figure in self.law.figures.values() if figure not in self.asked]
        return [figure for figure in found if self._own_value(figure) is not None]

    def _needed(self, place: Place) -> list[Figure]:
        return [
            figure
            for figure in place.figures
            if figure(self.right_view) is not None or self._own_value(figure) is not None
        ]

    def _judge_step(self, place: Place) -> Any:
        key, step = place.key, place.step
        given = self.given.steps.get(key)
        if step.skoen:
            status = "rigtig" if given is not None else "forkert"
            self._keep("subsumption", place, given, given, status, None)
            return given
        right = step.function(self.right_view)
        own = step.function(self.own) if self.slipped else right
        status = self._status(given, right, own, 0)
        mistake = self._mistake(key, given, 0) if status == "forkert" else None
        self._keep("subsumption", place, given, right, status, mistake)
        if given is not None and given != right:
            self.own._answers[key] = given
            self.slipped = True
            self._forget()
        return right if given is None else given

    def _judge_figure(self, figure: Figure, part: str) -> None:
        given = rounded(self.given.figures.get(figure.key))
        right, own = rounded(figure(self.right_view)), rounded(self._own_value(figure))
        status = self._status(given, right, own, figure.tolerance)
        mistake = self._mistake(figure.key, given, figure.tolerance) if status == "forkert" else None
        self._keep(part, figure, given, right, status, mistake, right is not None)
        if given is not None and status != "rigtig":
            self.own._figures[figure] = given
            self.slips.append(figure.key)
            self.slipped = True
            self._forget(figure)
        elif right is not None:
            self.own._figures[figure] = figure(self.right_view)

    def _judge_conclusion(self) -> None:
        asked = self.conclusion_figures()
        for figure in self.law.figures.values():
            if figure.key in self.judged:
                continue
            if figure in asked:
                self._judge_figure(figure, "konklusion")
            else:
                self._judge_unasked(figure.key, figure, rounded(figure(self.right_view)), "konklusion")
        given, right = self.given.outcome, self.right.result
        status = self._status(given, right, self.own_outcome, 0)
        if right is None and given is not None:
            status = "rigtig" if given.name in self.right.possible and self.own_outcome is None else status
        mistake = self._mistake(OUTCOME, given, 0) if status == "forkert" else None
        last = self.right.path[-1][0].citation if self.right.path else ""
        question = "Hvad bliver resultatet?"
        remark = self._remark(OUTCOME, status, mistake, self.right.text)
        name = given.name if given is not None else None
        self.judged[OUTCOME] = Judged(
            "konklusion",
            OUTCOME,
            name,
            self.right.outcome,
            status,
            mistake.key if mistake else None,
            remark,
            last,
            question,
            True,
        )

    def _judge_jus(self) -> Judged:
        given = tuple(str(citation) for citation in self.given.jus)
        status, mistake, remark = judge_provision(
            self.law, given, tuple(place.key for place, _ in self.right.path)
        )
        wanted = [str(citation) for citation in self.law.jus]
        question = "Hvilken bestemmelse afgør spørgsmålet?"
        return Judged(
            JUS,
            JUS,
            list(given) or None,
            wanted,
            status,
            mistake,
            remark,
            " og ".join(wanted),
            question,
            True,
        )

    def _judge_unasked(self, key: str, part: Place | Figure, right: Any, name: str = "subsumption") -> None:
        """A step or figure of the right path that the student's own path never met."""
        if key in self.judged or right is None:
            return
        values = self.given.figures if isinstance(part, Figure) else self.given.steps
        given = values.get(key)
        tolerance = part.tolerance if isinstance(part, Figure) else 0
        status = "rigtig" if given is not None and same(rounded(given), right, tolerance) else "ikke_spurgt"
        self._keep(name, part, given, right, status, None)

    def _keep(
        self,
        part: str,
        asked: Place | Figure,
        given: Any,
        right: Any,
        status: str,
        mistake: Mistake | None,
        counts: bool = True,
    ) -> None:
        if isinstance(asked, Place):
            question, reason, citation = asked.step.question, asked.step.reason, asked.citation
        else:
            question, reason = asked.question, asked.reason
            citation = self.law.cited[asked.key]
        reason = self.law.fill(reason, self.right_view) if status != "ikke_spurgt" else ""
        remark = self._remark(asked.key, status, mistake, reason)
        question = self.law.fill(question, self.right_view)
        self.judged[asked.key] = Judged(
            part,
            asked.key,
            given,
            right,
            status,
            mistake.key if mistake else None,
            remark,
            citation,
            question,
            counts,
        )
        if status == "forkert" and given is not None and asked.key not in self.slips:
            self.slips.append(asked.key)

    def _remark(self, key: str, status: str, mistake: Mistake | None, reason: str) -> str:
        if status == "foelger":
            rests = self.law.rests_on.get(key)
            slip = next((slip for slip in self.slips if rests is None or slip in rests), "")
            label = self.law.figures[slip].label.lower() if slip in self.law.figures else ""
            source = f"dit eget svar om {label}" if label else "dit eget svar ovenfor"
            return f"Det følger af {source}. Fejlen tæller kun én gang."
        return self.law.fill(mistake.remark, self.right_view) if mistake else reason

    @staticmethod
    def _status(given: Any, right: Any, own: Any, tolerance: Decimal | int) -> str:
        if given is None:
            return "forkert"
        if right is not None and same(given, right, tolerance):
            return "rigtig"
        return "foelger" if own is not None and same(given, own, tolerance) else "forkert"

    def _mistake(self, key: str, given: Any, tolerance: Decimal | int) -> Mistake | None:
        if given is None:
            return None
        for view in (self.right_view, self.own):
            for mistake in self.law.mistakes:
                if mistake.target == key and mistake.function is not None:
                    value = rounded(mistake.function(view))
                    if value is not None and same(value, given, tolerance):
                        return mistake
        return None

    def _own_value(self, figure: Figure) -> Any:
        """The figure by the student's own premises, which are the right ones until a first slip."""
        return figure.function(self.own) if self.slipped else figure(self.right_view)

    def _view(self) -> View:
        view = View(self.facts)
        view._answers = {key: self.given.steps[key] for key in self.discretion if key in self.given.steps}
        return view

    def _forget(self, keep: Figure | None = None) -> None:
        """After a new own premise, drop computed figures; judged ones stay as judged."""
        figures = self.own._figures
        for figure in [figure for figure in figures if figure.key not in self.judged and figure is not keep]:
            del figures[figure]

    def _counted(self) -> set[str]:
        graded = [place for place, _ in self.right.path if place.graded]
        keys = {
            figure.key for place in graded for figure in place.figures if figure(self.right_view) is not None
        }
        return keys | {place.key for place in graded}

    def _rests_on(self, answer: Judged, premise: Judged) -> bool:
        if answer.key == OUTCOME:
            return True
        return premise.key in self.law.rests_on.get(answer.key, frozenset())


__all__ = ["EARNS", "PARTS", "Grade", "Grader", "Item", "Judged", "asked", "grade", "same"]
