"""What lessons ask of the apps above: blocks of a section (`:::name args` … `:::`), exercises, what can be found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Block:
    """One block as it stands in a section; `number` counts from 1 within the section."""

    name: str
    args: tuple[str, ...] = ()
    options: dict[str, str] = field(default_factory=dict)
    body: str = ""
    number: int = 0

    @property
    def argument(self):
        """The first word after the name."""
        return self.args[0] if self.args else ""


@dataclass(frozen=True)
class BlockType:
    """What a block of this name does.

    render(request, block, prepared)  its HTML, asked for each time the page is shown
    prepare(request, blocks)          once a page for all blocks of the name, so that ten cost one query
    on_paper(request, block, prepared) its HTML where it is printed, if that is another
    check(block, shelf)               Danish sentences on what is wrong in a block
    """

    name: str
    render: Callable
    prepare: Callable = lambda request, blocks: None
    check: Callable = lambda block, shelf: ()
    on_paper: Callable | None = None


_types: dict[str, BlockType] = {}


def register_block(name, renderer, prepare=None, check=None, on_paper=None):
    """Let `:::name` stand in sections."""
    asked = {"prepare": prepare, "check": check, "on_paper": on_paper}
    given = {key: value for key, value in asked.items() if value}
    _types[name] = BlockType(name, renderer, **given)


def block_type(name):
    """What is registered under this name, or None."""
    return _types.get(name)


def block_names():
    return sorted(_types)


@dataclass(frozen=True)
class Exercise:
    """Something to do on a topic, for the side of a page: "Øv dette afsnit"."""

    title: str
    url: str


_exercises: list[Callable] = []


def register_exercises(provider):
    """provider(user, topic_keys) -> the Exercises on these topics that the person may open."""
    _exercises.append(provider)


def exercises(user, topic_keys):
    """Everything that the apps above have to do on these topics."""
    keys = list(topic_keys)
    return [found for provider in _exercises for found in provider(user, keys)] if keys else []


@dataclass(frozen=True)
class Searchable:
    """A page as the search needs it.

    place   the small line above the title: a chapter, an act
    names   what it is also called
    parts   (anchor, heading, text) of each part of its text
    unseen  what finds the page and is not shown, such as a story with places for facts
    acts    the acts that a "§ 7 a" in the text may be of
    """

    title: str
    url: str
    place: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()
    unseen: str = ""
    acts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SearchKind:
    """One kind of page that can be found.

    page(thing)    the Searchable of a thing
    model          the kind of content whose rows are found by those who may see them, or
    things()       (key, thing) of what everybody finds and what is no row
    related        what is fetched along with its rows
    below(row)     the rows of other kinds that show something of this one
    """

    name: str
    title: str
    order: int
    page: Callable[[Any], Searchable]
    model: Any = None
    things: Callable[[], Any] = lambda: ()
    related: tuple[str, ...] = ()
    below: Callable[[Any], Any] = lambda row: ()


_search_kinds: dict[str, SearchKind] = {}


def register_search(kind):
    """Let pages of this kind be found."""
    _search_kinds[kind.name] = kind


def search_kinds():
    """Every kind, in the order in which the results stand."""
    return sorted(_search_kinds.values(), key=lambda kind: kind.order)
