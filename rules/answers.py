"""A student's answers, read from plain data into the types of the reading.

>>> read_answer("date", None, "2026-07-31")
datetime.date(2026, 7, 31)
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from rules import citations
from rules.citations import Citation, CitationError
from rules.facts import FactError, Problem
from rules.reading import JUS, OUTCOME, Reading
from rules.values import read_value


@dataclass(slots=True)
class Answers:
    """What a student has answered: citations, steps, figures and the outcome; None or missing = not yet."""

    jus: list[Citation] = field(default_factory=list)
    steps: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    outcome: Any = None
    jus_given: bool = False


def read_answer(kind: str, inner: Any, value: Any) -> Any:
    """One plain answer of a kind. Raises pydantic's custom error with a Danish message."""
    return read_value(kind, inner if inner is not None else Decimal, value)


def read(law: Reading, data: Any) -> Answers:
    """Answers from plain data. Raises `FactError` naming each answer that cannot be read."""
    if isinstance(data, Answers):
        return data
    if not isinstance(data, dict):
        raise FactError([Problem("answers", "", data, "navngivne svar", "Svarene skal gives med navne.")])
    problems: list[Problem] = []
    known = {"jus", "steps", "figures", "outcome"}
    problems += [_unknown(name, data[name], known) for name in sorted(set(data) - known)]
    steps = {place.key: (place.step.kind, place.step.choices) for place in law.steps}
    figures = {key: (figure.kind, figure.inner) for key, figure in law.figures.items()}
    jus = _jus(data.get("jus"), problems)
    return_value = Answers(
        jus=jus,
        steps=_values(data.get("steps"), steps, problems),
        figures=_values(data.get("figures"), figures, problems),
        outcome=_outcome(law, data.get("outcome"), problems),
        jus_given=bool(jus),
    )
    if problems:
        raise FactError(problems)
    return return_value


def _jus(given: Any, problems: list[Problem]) -> list[Citation]:
    found: list[Citation] = []
    for text in [given] if isinstance(given, str) else given if isinstance(given, list | tuple) else []:
        try:
            found += [text] if isinstance(text, Citation) else citations.read_all(str(text))
        except CitationError as error:
            problems.append(Problem(JUS, "", text, "en paragraf", str(error)))
    return found


def _values(given: Any, known: dict[str, tuple[str, Any]], problems: list[Problem]) -> dict[str, Any]:
    if given is not None and not isinstance(given, dict):
        problems.append(Problem("answers", "", given, "navngivne svar", "Svarene skal gives med navne."))
        return {}
    read_values = {}
    for key, value in (given or {}).items():
        if key not in known:
            problems.append(_unknown(key, value, set(known)))
        elif value is not None:
            try:
                read_values[key] = read_answer(*known[key], value)
            except PydanticCustomError as error:
                context = error.context or {}
                problems.append(
                    Problem(key, "", value, str(context.get("right", "")), str(context.get("message", "")))
                )
    return read_values


def _outcome(law: Reading, given: Any, problems: list[Problem]) -> Any:
    if given is None or given in list(law.topic.outcomes):
        return given
    if isinstance(given, str) and given in law.topic.outcomes.__members__:
        return law.topic.outcomes[given]
    problems.append(_unknown(OUTCOME, given, set(law.choices)))
    return None


def _unknown(name: str, came: Any, known: set[str]) -> Problem:
    listed = ", ".join(sorted(known))
    return Problem(
        str(name),
        "",
        came,
        f"en af {listed}",
        f"’{came if name == OUTCOME else name}’ findes ikke. Kendte: {listed}.",
    )
