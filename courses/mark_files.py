"""A file of marks as rows of text: CSV in any of the usual ways of writing it, or XLSX. Formulas stay text."""

import csv
import io
import zipfile
import zlib
from decimal import Decimal
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from quizzes.exchange.decoding import decoded
from quizzes.exchange.draft import Broken
from rules.danish import show_number

MOST_BYTES, MOST_UNPACKED = 5 * 1024 * 1024, 60 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, LONGEST = 3000, 300, 30_000
TOO_LARGE = "Filen er over 5 MB. Hent karaktererne på ny, og ret kun pointene i den fil."
NO_WORKBOOK = "Filen er ikke et regneark, der kan læses. Gem den som Excel-projektmappe (.xlsx) eller CSV."

Table = list[list[str]]


class Refused(ValueError):
    """The file cannot be read at all; the message is for the teacher."""


def read(data: bytes) -> Table:
    """The rows of the first sheet, the heading first. Raises `Refused`."""
    if len(data) > MOST_BYTES:
        raise Refused(TOO_LARGE)
    table = _of_xlsx(data) if data.startswith(b"PK") else _of_csv(data)
    table = [row for row in table if any(row)]
    if len(table) < 2:
        raise Refused("Der er ingen studerende i filen.")
    if len(table) > MOST_ROWS + 1:
        raise Refused(f"Filen har over {show_number(Decimal(MOST_ROWS))} rækker.")
    if max(map(len, table)) > MOST_COLUMNS:
        raise Refused(f"Filen har over {MOST_COLUMNS} kolonner.")
    return table


def _of_csv(data: bytes) -> Table:
    try:
        text, _ = decoded(data)
    except Broken as error:
        raise Refused(NO_WORKBOOK) from error
    first = text.split("\n", 1)[0]
    separator = max(";\t,", key=first.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [[_unmarked(cell.strip()) for cell in line] for line in islice(lines, MOST_ROWS + 2)]
    except csv.Error as error:
        raise Refused(NO_WORKBOOK) from error


def _unmarked(cell: str) -> str:
    """Without the sign by which the export keeps a spreadsheet from taking a text for a formula."""
    return cell.removeprefix("'")


def _of_xlsx(data: bytes) -> Table:
    try:
        if _unpacked_size(data) > MOST_UNPACKED:
            raise Refused(TOO_LARGE)  # noqa: TRY301
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS + 1, values_only=True)
        return [_filled(row) for row in rows]
    except Refused:
        raise
    except (InvalidFileException, zipfile.BadZipFile, *BROKEN) as error:
        raise Refused(NO_WORKBOOK) from error


def _unpacked_size(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return sum(one.file_size for one in packed.infolist())


# What openpyxl lets through where the parts of a workbook contradict each other.
BROKEN = (
    KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError, SyntaxError,
    NotImplementedError, RuntimeError, OverflowError, zipfile.error, zlib.error,
)  # fmt: skip


def _filled(row: tuple[Any, ...]) -> list[str]:
    """The row as text, without what is empty at its end."""
    cells = [_text(value) for value in row]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "SAND" if value else "FALSK"
    if isinstance(value, int | float):
        return str(Decimal(repr(value))).replace(".", ",")
    return str(value).strip()[:LONGEST]
