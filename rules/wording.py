"""Texts with places for facts and figures, used by questions, remarks, outcomes and stories.

`{misligholdt}` prints a fact or figure, `{@bank}` the name of a role, and
`[underrettet: Banken skrev {underrettet}. | Banken skrev aldrig.]` one of two passages: the first when the
fact is true or present, `[rentetype=fast: … | …]` when it has that key, `[langiver=uoplyst: … | …]` when it is
not known. Passages may be nested.

>>> fill("Banken skrev {dag}.", lambda name: ("31. juli 2026", True))
'Banken skrev 31. juli 2026.'
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

TOKEN = re.compile(r"\{(@?)([a-z_][a-z0-9_]*)\}|\[([a-z_][a-z0-9_]*)(?:=([a-z0-9_]+))?:\s?|\s?\|\s?|\]")

Look = Callable[[str], tuple[str, Any]]


class WordingError(ValueError):
    """A text whose brackets do not close or that names something unknown."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a fact, a figure or (with `role`) a name."""

    name: str
    role: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """Two passages, of which the fact `name` chooses one."""

    name: str
    key: str | None
    then: tuple["Part", ...]
    otherwise: tuple["Part", ...]


Part = str | Slot | Branch


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Part, ...]:
    """The parts of a text. Raises `WordingError` when brackets do not match."""
    parts, position, closed = _parse(text, 0, nested=False)
    if closed or position != len(text):
        raise WordingError(f"Teksten har en ’]’ for meget ved ’{text[max(0, position - 20) : position]}’.")
    return parts


def fill(text: str, look: Look, names: Mapping[str, str] | None = None) -> str:
    """The text with its places filled; `look(name)` gives a value as printed and as it is."""
    written: list[str] = []
    _fill(parse(text), look, names or {}, written)
    return "".join(written)


def outline(text: str, label: Callable[[str], str]) -> str:
    """The text without facts: each place named in brackets, of two passages both.

    >>> outline("Var {dag} [rettidig: i tide | for sent]?", lambda name: name)
    'Var [dag] i tide / for sent?'
    """
    return "".join(_outlined(part, label) for part in parse(text)) if "{" in text or "[" in text else text


def slots(text: str) -> tuple[set[str], set[str], list[Branch]]:
    """The facts and figures that a text names, its roles, and its branches."""
    values: set[str] = set()
    roles: set[str] = set()
    branches: list[Branch] = []
    waiting = list(parse(text))
    while waiting:
        part = waiting.pop()
        if isinstance(part, Slot):
            (roles if part.role else values).add(part.name)
        elif isinstance(part, Branch):
            branches.append(part)
            values.add(part.name)
            waiting += [*part.then, *part.otherwise]
    return values, roles, branches


def _parse(text: str, position: int, *, nested: bool) -> tuple[tuple[Part, ...], int, str]:
    """Parts from `position` to the end, or in a branch to the next | or ]; and what closed them."""
    parts: list[Part] = []
    while found := TOKEN.search(text, position):
        token = found[0]
        if found[2]:
            parts += [text[position : found.start()], Slot(found[2], bool(found[1]))]
        elif found[3]:
            parts.append(text[position : found.start()])
            then, after, closed = _parse(text, found.end(), nested=True)
            otherwise: tuple[Part, ...] = ()
            if closed == "|":
                otherwise, after, closed = _parse(text, after, nested=True)
            if closed != "]":
                raise WordingError(f"Teksten mangler en ’]’ efter ’{token.strip()}’.")
            parts.append(Branch(found[3], found[4], then, otherwise))
            position = after
            continue
        elif nested or token.endswith("]"):
            return (*parts, text[position : found.start()]), found.end(), token.strip()
        else:
            parts.append(text[position : found.end()])
        position = found.end()
    return (*parts, text[position:]), len(text), ""


def _outlined(part: Part, label: Callable[[str], str]) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Slot):
        return f"[{label(part.name)}]"
    passages = ("".join(_outlined(inner, label) for inner in side) for side in (part.then, part.otherwise))
    return " / ".join(passage.strip() for passage in passages if passage.strip())


def _fill(parts: tuple[Part, ...], look: Look, names: Mapping[str, str], written: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            ends_twice = part.startswith(".") and written and written[-1].endswith(".")
            written.append(part[1:] if ends_twice else part)
        elif isinstance(part, Slot):
            written.append(names.get(part.name, part.name) if part.role else look(part.name)[0])
        else:
            value = look(part.name)[1]
            chosen = _key(value) == part.key if part.key is not None else bool(value)
            _fill(part.then if chosen else part.otherwise, look, names, written)


def _key(value: Any) -> str:
    return "uoplyst" if value is None else str(getattr(value, "value", value))
