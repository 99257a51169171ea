"""Pictures made on the server, each with a text of the same content.

A module here that has a FIGURE can stand in a section as `:::figure name`: nothing else has to be told.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from authoring.texts import BadText, read_yaml


@dataclass(frozen=True)
class Figure:
    """A kind of figure that an author can ask for.

    draw(given, reading, name)  its HTML: the fields of the block, the reading to which the book is turned, an id
    check(given)                Danish sentences on what is wrong in the fields
    """

    name: str
    draw: Callable[[Mapping[str, Any], str, str], str]
    check: Callable[[Mapping[str, Any]], Iterable[str]]


@cache
def kinds() -> dict[str, Figure]:
    """Every kind of figure by its name."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    figures = [module.FIGURE for module in modules if hasattr(module, "FIGURE")]
    return {figure.name: figure for figure in figures}


def of_block(block, reading: str) -> str:
    """The figure that a `:::figure` block asks for."""
    return _drawn(block.argument, block.body, reading, f"figur-{block.number}")


@lru_cache(maxsize=1024)
def _drawn(kind: str, body: str, reading: str, name: str) -> str:
    # The same for every reader of one reading, for it rests on the text and the rules alone.
    return kinds()[kind].draw(read_yaml(body), reading, name)


def check_block(block, shelf) -> Iterable[str]:
    """What is wrong in a `:::figure` block, as sentences."""
    figure = kinds().get(block.argument)
    if figure is None:
        yield f"figuren »{block.argument}« kendes ikke; brug en af: {', '.join(sorted(kinds()))}"
        return
    try:
        given = read_yaml(block.body)
    except BadText as error:
        yield str(error)
        return
    yield from figure.check(given)
