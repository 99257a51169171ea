"""A decision: the path through a reading on given facts, its outcome and figures, and how it is explained."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rules import danish
from rules.reading import Reading
from rules.steps import Arguments, Place, View
from rules.values import plain


@dataclass(frozen=True, slots=True)
class Taken:
    """A step as it was answered on the way to the outcome."""

    key: str
    question: str
    answer: Any
    citation: str
    kind: str
    choices: dict[str, str]
    reason: str
    graded: bool
    verified: bool


@dataclass(slots=True)
class Decision:
    """What a reading says on given facts.

    `result` is None while an open matter of discretion can turn it.
    """

    reading: Reading
    view: View
    path: list[tuple[Place, Any]]
    result: Any
    open: Place | None

    @property
    def facts(self) -> Any:
        """The facts that were decided on."""
        return self.view._facts

    @property
    def outcome(self) -> str | None:
        """The outcome's key."""
        return self.result.name if self.result is not None else None

    @property
    def text(self) -> str:
        """The outcome in a sentence; empty while it is open."""
        return self.reading.text(self.result, self.view) if self.result is not None else ""

    @property
    def grounds(self) -> list[str]:
        """The conditions that were not met."""
        return [
            place.key for place, answer in self.path if place.ground is not None and answer == place.ground
        ]

    @property
    def steps(self) -> list[Taken]:
        """The steps on the path with question, answer, citation and reason, as printed."""
        return [self.taken(place, answer) for place, answer in self.path]

    def taken(self, place: Place, answer: Any) -> Taken:
        """One step as printed on these facts."""
        step, fill = place.step, self.reading.fill
        return Taken(
            place.key,
            fill(step.question, self.view),
            plain(answer),
            place.citation,
            step.kind,
            {member.value: member.label for member in step.choices} if step.choices else {},
            fill(step.reason, self.view),
            place.graded,
            place.verified,
        )

    @property
    def figures(self) -> dict[str, Any]:
        """Every figure of the reading; amounts and percentages rounded half up, None where it does not apply."""
        return {key: rounded(figure(self.view)) for key, figure in self.reading.figures.items()}

    @property
    def possible(self) -> list[str]:
        """The outcomes that the answers to an open matter of discretion can lead to."""
        if self.open is None:
            return [str(self.outcome)]
        found = [decide(self.reading, self.view._facts, self._assume(answer)) for answer in (True, False)]
        return sorted({key for decision in found for key in decision.possible})

    @property
    def arguments(self) -> Arguments | None:
        """What speaks for and against in the open matter of discretion, on these facts."""
        return self.open.step.function(self.view) if self.open else None

    def _assume(self, answer: bool) -> dict[str, Any]:
        taken = {place.key: given for place, given in self.path if place.step.skoen}
        return taken | {str(self.open and self.open.key): answer}

    def explain(self) -> str:
        """The decision in words: each step with its answer and citation, the figures, the outcome."""
        lines = [
            f"{number}. {taken.question} {_said(taken)} ({taken.citation})."
            for number, taken in enumerate(self.steps, 1)
        ]
        for key, value in self.figures.items():
            figure = self.reading.figures[key]
            if value is not None:
                lines.append(f"{figure.label}: {figure.printed(value).removesuffix('.')}.")
        if self.open:
            question = self.reading.fill(self.open.step.question, self.view)
            lines.append(f"{len(self.path) + 1}. {question} Det er et skøn ({self.open.citation}).")
        return "\n".join([*lines, f"Altså: {self.text}"] if self.result is not None else lines)

    def plain(self) -> dict[str, Any]:
        """The decision as JSON-plain data, in the shape of the CLI."""
        answer: dict[str, Any] = {
            "topic": self.reading.topic.key,
            "reading": self.reading.key,
            "outcome": self.outcome,
            "text": self.text,
            "steps": [
                {
                    "key": taken.key,
                    "question": taken.question,
                    "answer": taken.answer,
                    "citation": taken.citation,
                }
                for taken in self.steps
            ],
            "figures": {key: plain(value) for key, value in self.figures.items()},
        }
        if any(place.ground is not None for place in self.reading.steps):
            answer["grounds"] = self.grounds
        if self.open:
            for_, imod = self.arguments or ([], [])
            answer |= {"possible": self.possible, "arguments": {"for": for_, "imod": imod}}
        return answer


def _said(taken: Taken) -> str:
    return (
        taken.choices.get(taken.answer, "") + "." if taken.choices else danish.show(taken.answer).capitalize()
    )


def rounded(value: Any) -> Any:
    """Amounts and percentages half up to two decimals, also within lists; the rest as it is."""
    if isinstance(value, Decimal):
        return danish.half_up(value)
    return [rounded(item) for item in value] if isinstance(value, list | tuple) else value


def decide(reading: Reading, facts: Any, skoen: dict[str, Any] | None = None) -> Decision:
    """Walk the reading on these facts; matters of discretion take their answer from `skoen`."""
    view = facts if isinstance(facts, View) else View(facts)
    if skoen:
        view._answers = dict(skoen)
    path: list[tuple[Place, Any]] = []
    unmet = False
    at: Any = reading.steps[0]
    while type(at) is Place:
        answer = at.step(view)
        if answer is None:
            return _settled(Decision(reading, view, path, None, at))
        path.append((at, answer))
        unmet = unmet or (at.ground is not None and answer == at.ground)
        at = at.next(answer)
    return Decision(reading, view, path, at if at is not None else reading.ended(unmet), None)


def _settled(left_open: Decision) -> Decision:
    """The decision with its outcome where every answer to the open matter leads to the same; its arguments stay."""
    certain = left_open.possible
    if len(certain) == 1:
        left_open.result = left_open.reading.topic.outcomes[certain[0]]
    return left_open
