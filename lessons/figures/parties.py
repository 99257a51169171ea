"""Who owes whom, and who has which security: a column for each party, an arrow for each debt.

The arrows point from the one who owes to the one who has the claim; a security is a label in the column of
the one who has it. The same stands as text below the picture. Nothing here carries a style: places are
attributes, looks are classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from lessons.figures import Figure
from lessons.statutes import keep_together

WIDE, NARROW = 560, 320
LETTER, LINE, PAD, GAP = 7.3, 18, 10, 12
ABOVE, BELOW, HEAD = 8, 26, 9
SHORTEST = 150
FEWEST, MOST = 2, 6


@dataclass(frozen=True)
class Debt:
    """Somebody owes somebody something."""

    debtor: str
    creditor: str
    text: str = ""


@dataclass(frozen=True)
class Security:
    """Somebody has a security in something."""

    holder: str
    over: str
    text: str


def parties(people: Mapping[str, str], debts=(), security=(), title="Parterne", name="parter"):
    """The figure as HTML; `people` are the labels of the parties by key, in order from the left."""
    people = {key: keep_together(label) for key, label in people.items()}
    drawings = [_draw(people, debts, security, width) for width in (WIDE, NARROW)]
    drawings[0]["shown"], drawings[1]["shown"] = "parties-wide", "parties-narrow"
    context = {
        "drawings": drawings,
        "lines": list(_as_text(people, debts, security)),
        "title": title,
        "name": name,
        "has_debts": bool(debts),
    }
    return render_to_string("lessons/parties.html", context)


def _as_text(people, debts, security):
    for debt in debts:
        owed = f": {debt.text}" if debt.text else ""
        yield keep_together(f"{people[debt.debtor]} skylder {people[debt.creditor]}{owed}")
    for one in security:
        yield keep_together(f"{people[one.holder]} har sikkerhed i {one.over}: {one.text}")


def _draw(people, debts, security, width):
    pitch = width / len(people)
    places = {key: round(pitch * (number + 0.5), 1) for number, key in enumerate(people)}
    heads, y = _heads(people, places, pitch, width)
    arrows, labels = [], []
    for debt in debts:
        arrow, y = _arrow(debt, places, width, y)
        arrows.append(arrow)
    for one in security:
        label, y = _label(one, places, width, y)
        labels.append(label)
    stems = [{"x": places[key], "y": head["bottom"]} for key, head in zip(people, heads, strict=True)]
    return {
        "width": width,
        "height": y,
        "heads": heads,
        "stems": stems,
        "arrows": arrows,
        "labels": labels,
    }


def _heads(people, places, pitch, width):
    """The boxes of the parties; on two levels where the names are too long to stand side by side."""
    longest = max(len(word) for label in people.values() for word in label.split(" "))
    levels = 2 if len(people) > FEWEST and longest * LETTER + 2 * PAD > pitch - GAP else 1
    # Each box keeps to a slot of its own on its level, so that none lies upon another.
    slots = [width / len(list(people)[level::levels]) for level in range(levels)]
    words = [
        _wrap(label, slots[number % levels] - GAP - 2 * PAD) for number, label in enumerate(people.values())
    ]
    tall = max(len(lines) for lines in words) * LINE + 2 * ABOVE
    heads = []
    for number, (lines, x) in enumerate(zip(words, places.values(), strict=True)):
        level, slot = number % levels, slots[number % levels]
        top = 1 + level * (tall + GAP)
        wide = _wide(lines) + 2 * PAD
        first = slot * (number // levels)
        middle = min(max(x, first + (wide + GAP) / 2), first + slot - (wide + GAP) / 2)
        heads.append(
            {
                "x": round(middle - wide / 2, 1),
                "y": top,
                "width": round(wide, 1),
                "height": tall,
                "bottom": top + tall,
                "lines": _set(lines, middle, top + tall / 2 - (len(lines) - 1) * LINE / 2 + 5),
            }
        )
    return heads, max(head["bottom"] for head in heads) + GAP


def _arrow(debt, places, width, y):
    start, end = places[debt.debtor], places[debt.creditor]
    lines = _wrap(keep_together(debt.text or "skylder"), max(abs(end - start) - 2 * PAD, SHORTEST))
    wide = _wide(lines)
    line = y + len(lines) * LINE + ABOVE
    to = 1 if end > start else -1
    tip = end - to * 2
    drawn = {
        "start": start,
        "end": tip - to * (HEAD - 1),
        "y": line,
        "head": f"{tip},{line} {tip - to * HEAD},{line - 5} {tip - to * HEAD},{line + 5}",
        "lines": _set(lines, _within((start + end) / 2, wide, width), y + LINE - 4),
    }
    return drawn, line + BELOW - GAP


def _label(one, places, width, y):
    room = width - 2 * PAD
    said, over = _wrap(keep_together(one.text), room), _wrap(keep_together(one.over), room)
    wide = _wide([*said, *over]) + 2 * PAD
    middle = _within(places[one.holder], wide, width)
    top, tall = y + ABOVE / 2, (len(said) + len(over)) * LINE + 2 * ABOVE - 2
    lines = _set([*said, *over], middle, top + LINE + 3)
    drawn = {
        "x": round(middle - wide / 2, 1),
        "y": top,
        "width": round(wide, 1),
        "height": tall,
        "lines": lines[: len(said)],
        "over": lines[len(said) :],
    }
    return drawn, top + tall + GAP


def _set(lines, x, first):
    return [(line, round(x, 1), first + number * LINE) for number, line in enumerate(lines)]


def _within(middle, wide, width):
    """The middle nearest to the wanted one at which all of it lies inside the drawing."""
    return min(max(middle, wide / 2 + 1), width - wide / 2 - 1)


def _wide(lines):
    return max(len(line) for line in lines) * LETTER


def _wrap(text, room):
    """The words in lines that have room; a word that is longer than a line is divided."""
    letters, lines = max(int(room / LETTER), 4), [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) > letters:
            lines.append(word)
        else:
            lines[-1] = longer
        while len(lines[-1]) > letters:
            lines[-1:] = [f"{lines[-1][: letters - 1]}-", lines[-1][letters - 1 :]]
    return lines


def _of_given(given: Mapping[str, Any], reading: str, name: str) -> str:
    debts = [Debt(one["from"], one["to"], str(one.get("text", ""))) for one in given.get("debts") or ()]
    security = [
        Security(one["holder"], str(one["over"]), str(one["text"])) for one in given.get("security") or ()
    ]
    people = {key: str(label) for key, label in given["parties"].items()}
    return parties(people, debts, security, str(given.get("title", "Parterne")), name)


ROWS = {"debts": (("from", "to"), ("text",)), "security": (("holder",), ("over", "text"))}


def _check(given):
    for field in sorted(set(given) - {"title", "parties", *ROWS}):
        yield f"{field}: feltet kendes ikke her; brug title, parties, debts og security"
    people = given.get("parties")
    if not isinstance(people, dict) or not FEWEST <= len(people) <= MOST or not all(people.values()):
        yield f"parties: skriv {FEWEST}-{MOST} parter, hver som »nøgle: Navn«"
        return
    for field, (of_people, texts) in ROWS.items():
        rows = given.get(field) or []
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield f"{field}: skal være en liste med felterne {', '.join((*of_people, *texts))}"
            continue
        for number, row in enumerate(rows, start=1):
            yield from (f"{field}.{number}.{told}" for told in _faults(row, people, of_people, texts))


def _faults(row, people, of_people, texts):
    for key in of_people:
        if row.get(key) not in people:
            yield f"{key}: »{row.get(key, '')}« er ingen af parterne ({', '.join(people)})"
    if len(of_people) > 1 and row.get("from") == row.get("to"):
        yield "to: ingen skylder sig selv"
    for key in texts:
        if not of_people[1:] and not row.get(key):
            yield f"{key}: feltet mangler"
    for key in sorted(set(row) - {*of_people, *texts}):
        yield f"{key}: feltet kendes ikke her; brug {', '.join((*of_people, *texts))}"


FIGURE = Figure("parter", _of_given, _check)
