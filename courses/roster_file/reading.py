"""A file or pasted text as lines of cells. What would hold up the server is refused before it is read."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl

from quizzes.exchange import decoding, draft

MOST_BYTES = 1024 * 1024
MOST_UNPACKED = 8 * 1024 * 1024
MOST_PARTS = 200
MOST_ROWS = 2000
LAST_ROW = 10_000
MOST_COLUMNS = 30
SAMPLE = 10
LONGEST_CELL = 300
MOST_SAMPLE = 20_000
DELIMITERS = ";\t,"

TOO_LARGE = "Filen er over 1 MB. Slet det, der ikke er navne, adresser og grupper, og prøv igen."
TOO_MANY = f"Filen har mere end {MOST_ROWS} linjer. Del den i flere."
TOO_LONG = f"Arket er mere end {LAST_ROW} rækker langt. Kopiér listen til et nyt ark, og prøv igen."
TOO_WIDE = f"Filen har mere end {MOST_COLUMNS} kolonner. Behold navn, e-mail og gruppe, og prøv igen."
UNPACKS = "Filen pakker ud til mere, end en holdliste kan fylde, og er derfor ikke åbnet."
EMPTY = "Der står ingenting i filen."
NOT_TEXT = "Filen kan ikke læses som tekst. Gem listen som CSV eller .xlsx, og prøv igen."
OLD_EXCEL = (
    "Filen er en gammel (.xls) eller låst Excel-fil. Gem den som .xlsx uden adgangskode, og prøv igen."
)
NOT_EXCEL = "Filen ligner en Excel-fil, men kan ikke læses. Åbn den i Excel, gem den som .xlsx, og prøv igen."
ONE_SHEET = "Filen har flere ark. Kun det første, »{name}«, er læst."


class Broken(Exception):
    """The file cannot be read; the message is for the teacher."""


@dataclass(frozen=True)
class Line:
    """One line that holds something, with its number in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """What a file holds, and what to tell of the reading."""

    lines: list[Line]
    told: str = ""


def read(data: bytes) -> Read:
    """The lines of a workbook or a text file. Raises `Broken`."""
    if len(data) > MOST_BYTES:
        raise Broken(TOO_LARGE)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Broken(OLD_EXCEL)
    if data.startswith(b"PK"):
        return _workbook(data)
    try:
        text, told = decoding.decoded(data)
    except draft.Broken as error:
        raise Broken(NOT_TEXT) from error
    return Read(read_text(text).lines, told)


def read_text(text: str) -> Read:
    """The lines of text with semicolons, commas or tabs. Raises `Broken`."""
    if len(text) > MOST_BYTES:
        raise Broken(TOO_LARGE)
    clean = decoding.cleaned(text).removeprefix("\ufeff")
    sample = [line for line in clean[:MOST_SAMPLE].split("\n") if line.strip()][:SAMPLE]
    said = sample[0][4:5] if sample and sample[0][:4].lower() == "sep=" else ""
    # A name may hold a comma, and a title above the list holds nothing: what most lines have divides them.
    usual = max(DELIMITERS, key=lambda sign: sum(sign in line for line in sample))
    delimiter = said if said and said in DELIMITERS else usual
    try:
        return Read(_lines(_records(clean, delimiter, skip=bool(said))))
    except csv.Error as error:
        raise Broken(NOT_TEXT) from error


def _records(text: str, delimiter: str, *, skip: bool) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line on which it begins."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    for cells in records:
        if not (skip and cells and cells[0].lower().startswith("sep=")):
            yield begins, cells
        begins = records.line_num + 1


def _workbook(data: bytes) -> Read:
    _refuse_bombs(data)
    # A broken file makes openpyxl raise whatever the place it breaks at raises.
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_row=LAST_ROW + 1, max_col=MOST_COLUMNS + 1, values_only=True)
        found = [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]
        names = [one.title for one in book.worksheets]
        book.close()
    except Exception as error:
        raise Broken(NOT_EXCEL) from error
    if len(found) > LAST_ROW:
        raise Broken(TOO_LONG)
    return Read(_lines(found), ONE_SHEET.format(name=names[0]) if len(names) > 1 else "")


def _refuse_bombs(data: bytes) -> None:
    """The sizes that the archive tells bind whoever unpacks it: zipfile reads no further."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Broken(NOT_EXCEL) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Broken(UNPACKS)


def _text(cell: object) -> str:
    """A cell as it is read aloud; a formula stays the text that it is."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return f"{cell.day:02}-{cell.month:02}-{cell.year}"
    return str(getattr(cell, "text", cell))


def _lines(records: Iterable[tuple[int, list[str]]]) -> list[Line]:
    lines = []
    for number, cells in records:
        tidy = [" ".join(decoding.cleaned(cell).split())[:LONGEST_CELL] for cell in cells]
        while tidy and not tidy[-1]:
            tidy.pop()
        if tidy:
            lines.append(Line(number, tuple(tidy)))
        if len(lines) > MOST_ROWS + 1:
            raise Broken(TOO_MANY)
    if not lines:
        raise Broken(EMPTY)
    if sum(len(cell) for line in lines for cell in line.cells) > MOST_BYTES:
        raise Broken(TOO_LARGE)
    if len(lines[0].cells) > MOST_COLUMNS:
        raise Broken(TOO_WIDE)
    return [Line(line.number, line.cells[: MOST_COLUMNS + 1]) for line in lines]
