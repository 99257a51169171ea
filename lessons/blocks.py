"""Finding the blocks in a section's text: `:::name args` … `:::`, each on lines of their own."""

import re
import shlex

from lessons.registry import Block

OPENING = re.compile(r"^:::\s*(?P<name>[a-z][a-z0-9_-]*)(?P<args>.*)$")
CLOSING = re.compile(r"^:::\s*$")


class BlockError(ValueError):
    """A block that does not open or close as it should; the message names the line."""


def split(body):
    """The text as a row of Markdown strings and Blocks, in order."""
    pieces, lines, opened = [], [], None
    for number, line in enumerate(body.splitlines(), 1):
        if opening := OPENING.match(line):
            if opened:
                raise BlockError(f"linje {number}: blokken fra linje {opened[1]} er ikke lukket med »:::«")
            pieces.append("\n".join(lines))
            lines, opened = [], (opening, number)
        elif CLOSING.match(line):
            if not opened:
                raise BlockError(f"linje {number}: »:::« lukker ingen blok")
            pieces.append(_block(opened, lines, sum(isinstance(piece, Block) for piece in pieces) + 1))
            lines, opened = [], None
        else:
            lines.append(line)
    if opened:
        raise BlockError(f"linje {opened[1]}: blokken »{opened[0]['name']}« er ikke lukket med »:::«")
    pieces.append("\n".join(lines))
    return [piece for piece in pieces if isinstance(piece, Block) or piece.strip()]


def _block(opened, lines, number):
    opening, line = opened
    try:
        words = shlex.split(opening["args"])
    except ValueError as error:
        raise BlockError(f"linje {line}: et citationstegn mangler sin mage") from error
    options = dict(word.split("=", 1) for word in words if "=" in word)
    args = tuple(word for word in words if "=" not in word)
    return Block(opening["name"], args, options, "\n".join(lines).strip("\n"), number)
