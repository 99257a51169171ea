"""What the exported gradebook carries along, so that a file that comes back tells what stood in it when it left.

The heading of the last column says which column is which assignment; the cell of a student says what stood in
each and after how many changes. Both are signed: they are read, never trusted to be whole.
"""

from dataclasses import dataclass
from typing import Any

from django.core import signing

from courses import results
from courses.gradebook import Cell, Gradebook, Row
from courses.models import Assignment

HEADING, SALT = "Udgave", "courses.marks"


class Unreadable(ValueError):
    """The cell is not one that was exported."""


@dataclass(frozen=True)
class Left:
    """One student's row as it left: what stood at each assignment, and the number of the last change."""

    user: int
    cells: dict[int, tuple[str, int]]


def headings(book: Gradebook) -> list[str]:
    """The heading of each assignment; of two that are the same the second says so."""
    found: list[str] = []
    for column in book.columns:
        words = f"{column.assignment.title} ({column.heading})"
        same = sum(one == words or one.startswith(f"{words} nr. ") for one in found)
        found.append(f"{words} nr. {same + 1}" if same else words)
    return found


def heading(course: int, book: Gradebook) -> str:
    """The last heading of the file."""
    columns = [column.assignment.pk for column in book.columns]
    said = {"course": course, "columns": dict(zip(headings(book), columns, strict=True))}
    return f"{HEADING} {_signed(said)}"


def cell(row: Row, book: Gradebook) -> str:
    """The last cell of a student's row."""
    pairs = zip(book.columns, row.cells, strict=True)
    return _signed([row.user.pk, [_left(column.assignment, row, cell) for column, cell in pairs]])


def points_of(cell: Cell) -> str:
    """The points as the file has them; nothing where there are none."""
    return "" if cell.points is None else results.shown(cell.points)


def read_heading(text: str) -> tuple[int, dict[str, int]]:
    """(course, assignment by heading). Raises `Unreadable`."""
    said = _opened(text.removeprefix(HEADING).strip())
    try:
        return int(said["course"]), {str(name): int(pk) for name, pk in said["columns"].items()}
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise Unreadable from error


def read_cell(text: str) -> Left:
    """What the row said when it left. Raises `Unreadable`."""
    said = _opened(text.strip())
    try:
        user, cells = said
        return Left(int(user), {int(pk): (str(words), int(number)) for pk, words, number in cells})
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def version_of(assignment: Assignment, user: int) -> int:
    """The number of the last change of this student's points; none is 0."""
    change = assignment.change_of.get(user)
    return change.version if change else 0


def _left(assignment: Assignment, row: Row, cell: Cell) -> list[Any]:
    is_word = assignment.is_pass_fail and cell.points is not None
    return [assignment.pk, cell.shown if is_word else points_of(cell), version_of(assignment, row.user.pk)]


def _signed(said: Any) -> str:
    return signing.dumps(said, salt=SALT, compress=True)


def _opened(text: str) -> Any:
    try:
        return signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError) as error:
        raise Unreadable from error
