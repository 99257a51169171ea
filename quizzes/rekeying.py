"""A frozen item with the key of today: what the student saw and chose stays, what is right and said follows the bank.

Answers to choose among are known again by their text. One that was reworded is known as the only one left over on
both sides; where more than one was reworded, nobody can tell what the student chose, and the item is left alone.
"""

from collections.abc import Callable
from typing import Any

import rules
from quizzes import distractors
from quizzes.kinds import KINDS
from quizzes.kinds.shape import folded, frozen_row
from quizzes.models import Question
from rules.values import plain

Data = dict[str, Any]


class CannotCompare(LookupError):
    """The question is no longer the one that was answered; the message says why in Danish."""


def rekeyed(data: Data, question: Question, reading: str = "") -> Data:
    """The item as it would be keyed today, for a generated one after another reading if one is given.

    Raises `CannotCompare`.
    """
    now = {"worth": question.points, "remark": question.remark}
    if "made_from" in data:
        if not question.is_generated:
            raise CannotCompare("Spørgsmålet dannes ikke længere af reglen.")
        return data | _by_rule(data, reading) | now
    if question.kind != data["kind"]:
        raise CannotCompare("Spørgsmålet har fået en anden form.")
    kind = KINDS[question.kind]
    if not kind.is_graded:
        # A teacher has marked it by the rubric as it was.
        return data | {"worth": question.points}
    rows, columns = list(question.options.all()), kind.columns
    used = {name: getattr(question, name) for name in sorted(kind.uses)}
    options = {"options": HOW.get(kind.name, _typed)(data, rows, columns)}
    return data | now | {"provisions": question.provisions} | options | used


def _chosen(data: Data, rows: list, columns: frozenset[str]) -> list[Data]:
    """Options in the order shown; one that was taken out is wrong, one that came later was never seen."""
    found = _known_again(data["options"], rows)
    kept = [
        frozen_row(found[one["key"]], columns) | {"key": one["key"], "text": one["text"]}
        if one["key"] in found
        else one | {"right": False}
        for one in data["options"]
    ]
    if not any(one["right"] for one in kept):
        raise CannotCompare("Det rigtige svar var ikke blandt dem, der kunne vælges.")
    return kept


def _paired(data: Data, rows: list, columns: frozenset[str]) -> list[Data]:
    found = _known_again(data["options"], rows)
    sides = {folded(one["text"]): one["text"] for one in data["partners"]}
    if len(found) < len(data["options"]) or any(folded(row.partner) not in sides for row in found.values()):
        raise CannotCompare("Parrene er skrevet om.")
    return [
        frozen_row(found[one["key"]], columns)
        | {"key": one["key"], "text": one["text"], "partner": sides[folded(found[one["key"]].partner)]}
        for one in data["options"]
    ]


def _ordered(data: Data, rows: list, columns: frozenset[str]) -> list[Data]:
    """The rows stand in the right order."""
    found = _known_again(data["options"], rows)
    if len(found) < len(data["options"]) or len(rows) != len(found):
        raise CannotCompare("Linjerne er skrevet om.")
    shown = {one["key"]: one["text"] for one in data["options"]}
    key_of = {row.pk: key for key, row in found.items()}
    return [frozen_row(row, columns) | {"key": key_of[row.pk], "text": shown[key_of[row.pk]]} for row in rows]


def _filled(data: Data, rows: list, columns: frozenset[str]) -> list[Data]:
    """A row for each gap, in the order of the text."""
    if len(rows) != len(data["options"]):
        raise CannotCompare("Der er kommet flere eller færre felter.")
    pairs = zip(data["options"], rows, strict=True)
    return [frozen_row(row, columns) | {"key": one["key"]} for one, row in pairs]


def _typed(data: Data, rows: list, columns: frozenset[str]) -> list[Data]:
    """The rows are what was foreseen; nobody chose one by its key."""
    keys = {folded(one["text"]): one["key"] for one in data["options"]}
    return [
        frozen_row(row, columns) | {"key": keys.get(folded(row.text), f"ny-{number}")}
        for number, row in enumerate(rows, 1)
    ]


def _known_again(options: list[Data], rows: list) -> dict[str, Any]:
    """The row of today for the key of each option that is still there."""
    by_text = {folded(row.text): row for row in rows}
    found = {one["key"]: by_text[folded(one["text"])] for one in options if folded(one["text"]) in by_text}
    taken = {row.pk for row in found.values()}
    old = [one for one in options if one["key"] not in found]
    new = [row for row in rows if row.pk not in taken]
    if len(old) == len(new) == 1:
        found[old[0]["key"]] = new[0]
    elif old and new:
        raise CannotCompare("Svarmulighederne er skrevet om.")
    return found


HOW: dict[str, Callable[[Data, list, frozenset[str]], list[Data]]] = {
    "single": _chosen,
    "multiple": _chosen,
    "truefalse": _chosen,
    "hottext": _chosen,
    "matching": _paired,
    "ordering": _ordered,
    "gaps": _filled,
}


def _by_rule(data: Data, reading: str) -> Data:
    """What the rule says today of the facts that the student was given."""
    made = data["made_from"]
    topic = rules.topics().get(made["topic"])
    if topic is None:
        raise CannotCompare("Emnet findes ikke længere i reglerne.")
    # A question that holds to one reading keeps it.
    used = made["reading"] if "reading" in data or not reading else reading
    if (topic.version, used) == (made["version"], made["reading"]):
        return {}
    try:
        asked = distractors.ask(topic.reading_for(used), topic.read(made["facts"]), made["ask"])
    except (rules.FactError, StopIteration, KeyError) as error:
        raise CannotCompare("Reglen kan ikke længere læse spørgsmålets oplysninger.") from error
    if asked is None or not asked.options:
        raise CannotCompare("Spørgsmålet opstår ikke længere på disse oplysninger.")
    right = asked.options[0]
    options = []
    for one in data["options"]:
        meant = next(
            (
                new
                for new in asked.options
                if plain(new.value) == one["value"] or folded(new.text) == folded(one["text"])
            ),
            None,
        )
        said = meant or right
        options.append(
            one
            | {
                "right": meant is right,
                "remark": said.remark,
                "mistake": meant.mistake if meant else "",
            }
            if meant or one["right"]
            else one
        )
    if not any(one["right"] for one in options):
        raise CannotCompare("Det rigtige svar var ikke blandt dem, der kunne vælges.")
    return {
        "options": options,
        "path": asked.decision.explain().splitlines(),
        "provisions": asked.provisions,
        "made_from": made | {"version": topic.version, "reading": used},
    }
