"""The criteria of an argument, worked out from the decision on this variant's facts and frozen when it starts.

A good argument names the rule, takes each decisive step with what it rests on, sees both sides where the law
leaves the answer open, and reaches the figure and the conclusion. The author may add criteria of the case's own.
"""

from collections.abc import Iterator
from typing import Any

import rules
from cases import levels, solution
from rules.decision import Decision, decide
from rules.flips import probes
from rules.reading import JUS, OUTCOME
from rules.steps import Place

PROMPT = (
    "Begrund dit svar med egne ord, som du ville skrive det til en kollega: Hvilken regel gælder, hvilke "
    "oplysninger er afgørende for hvert led, hvad kan tale imod, og hvad bliver resultatet?"
)
POINTS = 2


def freeze(case, questions: list[dict[str, Any]], reading: str) -> dict[str, Any]:
    """What is frozen of the argument: the task and the criteria; nothing where none is asked."""
    if not case.asks_argument:
        return {}
    criteria = [one for question in questions for one in _of_question(question, reading)]
    own = [
        _criterion(f"own-{number}", "", one["title"], levels.OWN, points=int(one["points"]))
        | {"levels": levels.own(one.get("levels", ()), int(one["points"]))}
        for number, one in enumerate(case.rubric, start=1)
    ]
    return {"argument": case.argument or PROMPT, "rubric": criteria + own}


def _of_question(question: dict[str, Any], reading: str) -> Iterator[dict[str, Any]]:
    topic = rules.topic(question["topic"])
    decision = topic.decide(topic.read(question["facts"]), reading)
    key, group, law = question["key"], question["title"], decision.reading
    jus = " og ".join(str(citation) for citation in law.jus)
    yield _criterion(
        f"{key}-jus", group, f"Nævner reglen: {jus}", levels.RULE, citation=jus, proof=[key, JUS]
    )
    for place, answer in decision.path:
        if _is_decisive(place):
            yield _step(question, decision, place, answer)
    if decision.open:
        yield from _discretion(key, group, decision, decision.open)
    figure = next(iter(_figures(decision)), None)
    if figure:
        label, value = law.figures[figure].label, decision.figures[figure]
        said = f"{label}: {solution.shown(law, figure, value)}"
        yield _criterion(
            f"{key}-figure",
            group,
            f"Når frem til {said[0].lower()}{said[1:]}",
            levels.FIGURE,
            citation=law.cited[figure],
            proof=[key, figure],
        )
    yield _conclusion(key, group, decision)


def _is_decisive(place: Place) -> bool:
    """Whether another answer leads elsewhere, or is a ground of its own."""
    return place.ground is not None or bool(place.targets)


def _step(question: dict[str, Any], decision: Decision, place: Place, answer: Any) -> dict[str, Any]:
    taken, law = decision.taken(place, answer), decision.reading
    rests = list(_rests_on(question, decision, place, answer))
    return _criterion(
        f"{question['key']}-{place.key}",
        question["title"],
        f"{taken.question} {solution.shown(law, place.key, answer)}",
        levels.STEP,
        detail=f"Hviler på {'; '.join(rests)}." if rests else "",
        citation=taken.citation,
        proof=[question["key"], place.key],
    )


def _rests_on(question: dict[str, Any], decision: Decision, place: Place, answer: Any) -> Iterator[str]:
    """What the story tells that alone can turn the answer to this step, as it is printed."""
    topic = decision.reading.topic
    facts = topic.read(question["facts"])
    if place.facts & set(question["links"]):
        yield "svaret på et tidligere spørgsmål"
    for name in (name for name in question.get("told", ()) if name in place.facts - set(question["links"])):
        spec, value = topic.spec_of[name], getattr(facts, name)
        changed = (decide(decision.reading, other) for _, other in probes(decision, facts, spec))
        if any(dict(_answers(other)).get(place.key, answer) != answer for other in changed):
            shown = spec.absent if value is None else spec.printed(value)
            yield f"»{spec.label.rstrip('?')}: {shown}«"


def _answers(decision: Decision) -> Iterator[tuple[str, Any]]:
    return ((place.key, answer) for place, answer in decision.path)


def _discretion(key: str, group: str, decision: Decision, left: Place) -> Iterator[dict[str, Any]]:
    asked = decision.reading.fill(left.step.question, decision.view)
    arguments = decision.arguments
    sides = zip(("for", "imod"), ("taler for", "taler imod"), arguments or ([], []), strict=True)
    for side, words, found in sides:
        yield _criterion(
            f"{key}-{left.key}-{side}",
            group,
            f"Nævner, hvad der {words}: {asked}",
            levels.SIDE,
            detail=" ".join(found) or "Reglen nævner intet til den side på disse oplysninger.",
            citation=left.citation,
        )


def _figures(decision: Decision) -> Iterator[str]:
    """The figures that apply, those that a step needs first."""
    needed = [figure.key for place, _ in decision.path for figure in place.figures]
    for key in dict.fromkeys([*needed, *decision.figures]):
        if decision.figures.get(key) is not None:
            yield key


def _conclusion(key: str, group: str, decision: Decision) -> dict[str, Any]:
    cited = decision.path[-1][0].citation if decision.path else ""
    is_open = decision.result is None
    return _criterion(
        f"{key}-outcome",
        group,
        "Drager den konklusion, der følger af det eget skøn" if is_open else f"Konkluderer: {decision.text}",
        levels.CONCLUSION,
        citation=cited,
        proof=None if is_open else [key, OUTCOME],
    )


def _criterion(
    key: str,
    group: str,
    title: str,
    kind: str,
    *,
    detail: str = "",
    citation: str = "",
    points: int = POINTS,
    proof: list[str] | None = None,
) -> dict[str, Any]:
    return {
        "key": key,
        "group": group,
        "title": title,
        "detail": detail,
        "citation": citation,
        "points": points,
        "proof": proof,
        "levels": levels.usual(points, kind),
    }
