"""What a student is asked next, along the student's own path, without a word of what is right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.reading import JUS, OUTCOME, PENSUM
from rules.steps import Figure, Place

if TYPE_CHECKING:
    from rules.grading import Grader
    from rules.topic import Topic


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked: its part of the legal method, its key and kind (of a list also its items'), question, alternatives."""

    part: str
    key: str
    kind: str
    question: str
    label: str
    unit: str
    choices: dict[str, str]
    answered: bool
    items: str = ""


def asked(topic: "Topic", facts: Any, answers: Any, reading: str = PENSUM) -> list[Item]:
    """The provision first, then step by step to the first unanswered; the whole conclusion at the end.

    A figure that a step needs is asked just before the step; the other figures belong to the conclusion.
    Raises `FactError` for answers that cannot be read.
    """
    from rules.grading import Grader

    law = topic.reading_for(reading)
    grader = Grader(law, facts, answers)
    items = [
        Item(
            JUS,
            JUS,
            "citation",
            "Hvilken bestemmelse afgør spørgsmålet?",
            "Bestemmelse",
            "",
            {},
            bool(grader.given.jus),
        )
    ]
    if not grader.given.jus:
        return items
    ended = grader.walk(stop=True)
    items += [_item(grader, part, "subsumption") for part in grader.asked]
    if ended:
        items += [_item(grader, figure, "konklusion") for figure in grader.conclusion_figures()]
        given = grader.given.outcome is not None
        items.append(
            Item(
                "konklusion",
                OUTCOME,
                "outcome",
                "Hvad bliver resultatet?",
                "Resultat",
                "",
                law.choices,
                given,
            )
        )
    return items


def _item(grader: "Grader", part: Place | Figure, name: str) -> Item:
    fill = grader.law.fill
    if isinstance(part, Figure):
        given = grader.given.figures.get(part.key) is not None
        choices = {member.value: member.label for member in part.inner} if part.kind == "choice" else {}
        question = fill(part.question, grader.right_view)
        return Item(name, part.key, part.kind, question, part.label, part.unit, choices, given, part.items)
    step = part.step
    choices = {member.value: member.label for member in step.choices} if step.choices else {}
    given = grader.given.steps.get(step.key) is not None
    return Item(name, step.key, step.kind, fill(step.question, grader.right_view), "", "", choices, given)
