"""The receipt of a finished case: from the stored row alone, so that it can be made again years later.

Neither the rules, the case nor the account is asked; of work that was set, the app that set it tells what counts
and what was changed. The same row gives the same JSON, byte for byte, and its
checksum; before the feedback is shown, the receipt holds what was handed in and nothing of how it was judged.
"""

from typing import Any

from django.template.loader import render_to_string

from cases import acceptance, earlier, levels, parts, registry, results, rubric
from cases.answers import Answer
from cases.canonical import checksum, dumped, fixed
from cases.rubric import COMMENT, SELF
from cases.walkthroughs import Walkthrough

FORM = 2


def canonical(walkthrough: Walkthrough, *, shows: bool = True) -> dict[str, Any]:
    """The receipt as plain data; `shows` is whether the feedback of graded work may be told."""
    told = results.told(walkthrough, shows)
    shows = shows or walkthrough.is_practice
    found = {
        "form": FORM,
        "gennemgang": str(walkthrough.pk),
        "studerende": walkthrough.user_id,
        "sag": _case(walkthrough),
        "tider": _times(walkthrough),
        "hjaelp": {"grader": walkthrough.hints, "loesning": walkthrough.support},
        "spoergsmaal": [
            _question(question, result, told) | {"svar": _answers(walkthrough, result, shows, told)}
            for question, result in zip(
                walkthrough.frozen["questions"], walkthrough.result["questions"], strict=True
            )
        ],
        "begrundelse": _argument(walkthrough, shows, told),
    }
    if shows:
        found["bedoemmelse"] = _marks(walkthrough)
        found |= _regraded(walkthrough)
        found["aflevering"] = None if walkthrough.is_practice else registry.assignment_of(walkthrough)
    return fixed(found)


def as_json(walkthrough: Walkthrough, *, shows: bool = True) -> str:
    """The receipt as canonical JSON."""
    return dumped(canonical(walkthrough, shows=shows))


def as_html(walkthrough: Walkthrough, *, shows: bool = True, name: str = "", back: str = "") -> str:
    """The receipt as a page of its own, for print."""
    return page(walkthrough, canonical(walkthrough, shows=shows), name=name, back=back)


def page(walkthrough: Walkthrough, found: dict[str, Any], *, name: str = "", back: str = "") -> str:
    """The page of a receipt that is made already.

    A name is of the account and not of the row: it stands on the page where one is given, outside the checksum.
    """
    context = {
        "receipt": found,
        "marks": parts.marks_of(walkthrough) if "bedoemmelse" in found else [],
        "waits": rubric.waits(walkthrough),
        "checksum": checksum(dumped(found)),
        "story": walkthrough.frozen["story"],
        "mode": walkthrough.get_mode_display(),
        "level": walkthrough.get_level_display() if walkthrough.seed is not None else "",
        "reading": walkthrough.reading_name,
        "name": name,
        "back": back,
    }
    return render_to_string("cases/receipt.html", context)


def _case(walkthrough: Walkthrough) -> dict[str, Any]:
    frozen = walkthrough.frozen
    return {
        "titel": frozen["title"],
        "gruppe": frozen["group"],
        "kilde": frozen["source"],
        "fortaelling": frozen["story"],
        "parter": frozen["parties"],
        "vaegte": frozen["weights"],
        "tilstand": walkthrough.mode,
        "retsgrundlag": walkthrough.reading,
        "niveau": walkthrough.level,
        "froe": walkthrough.seed,
    }


def _times(walkthrough: Walkthrough) -> dict[str, Any]:
    return {
        "begyndt": walkthrough.started_at,
        "slut": walkthrough.ends_at,
        "afleveret": walkthrough.submitted_at,
        "loesning_vist": walkthrough.solution_shown_at,
    }


def _question(question: dict[str, Any], result: dict[str, Any], told: results.Told) -> dict[str, Any]:
    """One legal question. A fact that an earlier answer decides stays out until the solution may be told."""
    return {
        "noegle": question["key"],
        "emne": question["topic"],
        "titel": result["title"],
        "spoergsmaal": result["asks"],
        "regeludgave": result["version"],
        "oplysninger": {
            name: value
            for name, value in question["facts"].items()
            if told.solution or name not in question["links"]
        },
        "loesning": result["solution"] if told.solution else None,
    }


def _answers(
    walkthrough: Walkthrough, result: dict[str, Any], shows: bool, told: results.Told
) -> list[dict[str, Any]]:
    """The answers to one question as they were typed, and how they were judged where that is shown."""
    rows = {row.key: row for row in walkthrough.given() if row.question == result["key"]}
    found = []
    for item in result["items"]:
        if told.every_item or item["raw"]:
            row = rows.get(item["key"])
            found.append(_item(item, row, shows, told) | {"hjaelp": _help(walkthrough, result, item)})
    return found


def _help(walkthrough: Walkthrough, result: dict[str, Any], item: dict[str, Any]) -> int:
    """The degree of help taken at this item."""
    names = (f"{result['key']}-{slot}-{item['key']}" for slot in Answer.Part.values)
    return max((walkthrough.hints.get(name, 0) for name in names), default=0)


def _item(item: dict[str, Any], row: Answer | None, shows: bool, told: results.Told) -> dict[str, Any]:
    found = {
        "del": item["part"],
        "noegle": item["key"],
        "spoergsmaal": item["question"],
        "skrevet": item["raw"],
        "svar": item["given"] or item["raw"],
        "gemt": row.saved_at if row else None,
        "forsoeg": item["tries"],
        "givet_med_loesningen": bool(row and row.is_given),
    }
    if shows:
        found["bedoemt"] = {name: item[name] for name in ("status", "mistake", "remark", "citation", "worth")}
        if "accepted" in item:
            found["bedoemt"]["rettet"] = acceptance.receipt_of(item["accepted"])
    if told.answers and item["counts"]:
        found["reglens_svar"] = item["expected"]
    return found


def _argument(walkthrough: Walkthrough, shows: bool, told: results.Told) -> dict[str, Any] | None:
    frozen = walkthrough.frozen
    if not frozen.get("argument"):
        return None
    found = {
        "opgave": frozen["argument"],
        "tekst": walkthrough.argument,
        "gemt": walkthrough.argument_saved_at,
    }
    if told.solution:
        kept = walkthrough.argument_points
        found["kriterier"] = [
            {
                "titel": one["title"],
                "uddybning": one["detail"],
                "hjemmel": one["citation"],
                "hoejst": one["points"],
                "givet": kept.get(one["key"]),
                "egne_kryds": one["key"] in kept.get(SELF, ()),
            }
            | _levels(one, kept.get(one["key"]))
            for one in frozen["rubric"]
        ]
        found["kommentar"] = kept.get(COMMENT, "")
    return found


def _levels(criterion: dict[str, Any], given: dict[str, Any] | None) -> dict[str, Any]:
    """The levels and the one that was given; nothing of work that was frozen without."""
    if "levels" not in criterion:
        return {}
    return {"niveauer": levels.told(criterion["levels"], given["points"] if given else None)}


def _marks(walkthrough: Walkthrough) -> dict[str, Any]:
    total = walkthrough.total
    return {"dele": walkthrough.marks, "samlet": None if total is None else float(total)}


def _regraded(walkthrough: Walkthrough) -> dict[str, Any]:
    """Each time that the result was changed; nothing where it stands as it was first given."""
    until = walkthrough.changes_until
    changes = [one for one in earlier.changes(walkthrough) if until is None or one.number < until]
    told = [{"tid": one.at, "begrundelse": one.reason, "samlet_foer": float(one.before)} for one in changes]
    return {"genbedoemt": told} if told else {}
