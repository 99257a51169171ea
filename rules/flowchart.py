"""A reading as a flow chart, before it is drawn: its steps in the order of the law, and where each answer leads.

With a decision the taken path is marked and told on its facts. All else is told in general: an amount or a date
says nothing where the facts do not lead.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules import danish
from rules.reading import Reading
from rules.steps import Place
from rules.wording import outline

if TYPE_CHECKING:
    from rules.decision import Decision

STEP, SKOEN, CONDITION, SUM, OUTCOME = "step", "skoen", "condition", "sum", "outcome"
FLAGS = {SKOEN: "Skøn", CONDITION: "Betingelse"}
UNMET = "Ikke opfyldt"
LONGEST = 100
SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Lead:
    """One or more answers and what they lead to: a later node, or what stands at the side.

    A condition that is not met has both: it is noted at the side, and the next one is tested all the same.
    """

    said: str
    to: int | None = None
    beside: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A step with its number, or what stands last in the column."""

    kind: str
    text: str
    number: str = ""
    note: str = ""
    leads: tuple[Lead, ...] = ()
    taken: bool = False
    answer: str = ""


def chart(reading: Reading, decision: "Decision | None" = None) -> list[Node]:
    """The column of the chart; a lead names a node by its place in this list."""
    reading.seal()
    nodes = [_node(reading, number, place, decision) for number, place in enumerate(reading.steps, 1)]
    into = [lead for node in nodes for lead in node.leads if lead.to == len(nodes)]
    if not into:
        return nodes
    taken, unmet = any(lead.taken for lead in into), bool(decision and decision.grounds)
    told = decision.text if decision else ""
    if reading.failed is not None and any(place.ground is not None for place in reading.steps):
        met, not_met = taken and not unmet, taken and unmet
        failed = _outcome(reading, reading.failed, told if not_met else "")
        leads = (Lead("ja", len(nodes) + 1, taken=met), Lead("nej", beside=failed, taken=not_met))
        answer = ("nej" if unmet else "ja") if taken else ""
        nodes.append(Node(SUM, "Er alle betingelser opfyldt?", leads=leads, taken=taken, answer=answer))
        taken = met
    return [*nodes, Node(OUTCOME, _outcome(reading, reading.otherwise, told if taken else ""), taken=taken)]


def in_words(nodes: list[Node], decision: "Decision | None" = None) -> str:
    """The same as text: the taken path, or without facts every step and where its answers lead."""
    if decision is None:
        return " ".join(_told(node, nodes) for node in nodes if node.kind != OUTCOME)
    lines = [
        " ".join(filter(None, (_numbered(node), f"{_capital(node.answer)}." if node.answer else "")))
        for node in nodes
        if node.taken and node.kind != OUTCOME
    ]
    return " ".join([*lines, f"Altså: {decision.text}" if decision.text else "Det er et skøn."])


def _told(node: Node, nodes: list[Node]) -> str:
    leads = [f"{_capital(lead.said)}: {end(lead, nodes).rstrip('.')}." for lead in node.leads]
    return " ".join([_numbered(node), *leads])


def end(lead: Lead, nodes: list[Node]) -> str:
    """Where an answer leads, in words."""
    if lead.beside or lead.to is None:
        return lead.beside
    to = nodes[lead.to]
    return f"videre til trin {to.number}" if to.number else to.text if to.kind == OUTCOME else "videre"


def _capital(text: str) -> str:
    """With a capital at the front; an abbreviation further on keeps its own."""
    return text[:1].upper() + text[1:]


def _numbered(node: Node) -> str:
    return f"{node.number}. {node.text}" if node.number else node.text


def _node(reading: Reading, number: int, place: Place, decision: "Decision | None") -> Node:
    given = {found.key: answer for found, answer in decision.path} if decision else {}
    is_met = place.key in given or bool(decision and decision.open is place)
    kind = SKOEN if place.step.skoen else CONDITION if place.ground is not None else STEP
    citation = " og ".join(citation.pretty for citation in place.citations)
    notes = (FLAGS.get(kind, ""), citation, "" if place.verified else "Ikke efterprøvet")
    return Node(
        kind,
        _question(reading, place, decision if is_met else None),
        str(number),
        " · ".join(filter(None, notes)),
        tuple(_leads(reading, number, place, given, decision)),
        taken=is_met,
        answer=_said(given[place.key]) if place.key in given else "",
    )


def _leads(
    reading: Reading, number: int, place: Place, given: dict[str, Any], decision: "Decision | None"
) -> Iterable[Lead]:
    places = {id(later): index for index, later in enumerate(reading.steps)}
    groups: dict[tuple[Any, bool], list[Any]] = {}
    for answer in place.step.choices or (True, False):
        is_unmet = place.ground is not None and answer == place.ground
        groups.setdefault((place.next(answer), is_unmet), []).append(answer)
    for (target, is_unmet), answers in groups.items():
        taken = place.key in given and given[place.key] in answers
        said = " eller ".join(_said(answer) for answer in answers)
        if taken and len(answers) > 1:
            said += f" (her: {_said(given[place.key])})"
        if isinstance(target, Place) or target is None:
            to = number if target is None else places[id(target)]
            yield Lead(said, to, UNMET if is_unmet else "", taken)
        else:
            told = decision.text if decision and taken else ""
            yield Lead(said, None, _outcome(reading, target, told), taken)


def _said(answer: Any) -> str:
    return danish.show(answer)


def _question(reading: Reading, place: Place, decision: "Decision | None") -> str:
    if decision:
        return reading.fill(place.step.question, decision.view)
    return outline(place.step.question, lambda name: _label(reading, name))


def _label(reading: Reading, name: str) -> str:
    """A fact, figure or step as it is called inside a sentence."""
    spec, figure = reading.topic.spec_of.get(name), reading.figures.get(name)
    asked = next((place.step.question for place in reading.steps if place.key == name), name)
    label = (spec.label if spec else figure.label if figure else asked).rstrip("?")
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _outcome(reading: Reading, outcome: Any, told: str = "") -> str:
    """An outcome in short, whole sentences alone: as `told` on the facts that lead to it, else in general."""
    first, *more = SENTENCES.split(told or reading.text(outcome))
    for sentence in more:
        if len(first) + len(sentence) >= LONGEST:
            break
        first += f" {sentence}"
    return first
