"""The gradebook as a file: CSV for a Danish spreadsheet, and XLSX with numbers as numbers."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from courses import mark_versions, results
from courses.gradebook import LATE, MISSING, Gradebook
from courses.roster import safe

Value = str | int | Decimal | None


def as_csv(course: int, book: Gradebook) -> str:
    """Semicolons, decimal commas, a BOM, and no formulas."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    for line in _lines(course, book):
        write([_written(value) for value in line])
    return f"\ufeff{out.getvalue()}"


def as_xlsx(course: int, book: Gradebook) -> bytes:
    """One sheet; the names and the header stay in sight, and a text is never a formula."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Karakterer"
    for number, line in enumerate(_lines(course, book), start=1):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 32
    # Out of sight, and sorted along with the rest.
    sheet.column_dimensions[get_column_letter(sheet.max_column)].hidden = True
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _lines(course: int, book: Gradebook) -> Iterator[list[Value]]:
    """The last column is for the way back: what stood in the file when it left."""
    titles, came = _titles(book), mark_versions.heading(course, book)
    counted = ["Samlet (%)", "Forslag til karakter", "Bestået", "Mangler", "For sent"]
    yield ["Navn", "E-mail", *titles, *counted, came]
    for row in book.rows:
        counts: list[Value] = [row.passed, row.notes.count(MISSING), row.notes.count(LATE)]
        marks, left = _by_part(book, list(_marks(book, row)), row.subtotals), mark_versions.cell(row, book)
        yield [str(row.user), row.user.email, *marks, row.percent, row.suggestion, *counts, left]


def _titles(book: Gradebook) -> list[Value]:
    """Each assignment, and after those of a category what they come to."""
    return _by_part(
        book, mark_versions.headings(book), [f"{one.part.title} i alt (%)" for one in book.blocks]
    )


def _by_part(book: Gradebook, values: list, subtotals: list) -> list[Value]:
    if not book.has_parts:
        return values
    pairs = zip(book.blocks, subtotals, strict=True)
    return [value for block, subtotal in pairs for value in (*values[block.cells], subtotal)]


def _marks(book: Gradebook, row) -> Iterator[Value]:
    for column, cell in zip(book.columns, row.cells, strict=True):
        is_word = column.assignment.is_pass_fail and cell.points is not None
        yield cell.shown if is_word else cell.points


def _written(value: Value) -> str:
    if value is None:
        return ""
    return results.shown(value) if isinstance(value, Decimal) else safe(str(value))
