"""The gradebook as a file: CSV for a Danish spreadsheet, and XLSX with numbers as numbers."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from courses import results
from courses.gradebook import LATE, MISSING, Gradebook
from courses.roster import safe

Value = str | int | Decimal | None


def as_csv(book: Gradebook) -> str:
    """Semicolons, decimal commas, a BOM, and no formulas."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    for line in _lines(book):
        write([_written(value) for value in line])
    return f"\ufeff{out.getvalue()}"


def as_xlsx(book: Gradebook) -> bytes:
    """One sheet; the names and the header stay in sight, and a text is never a formula."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Karakterer"
    for number, line in enumerate(_lines(book), start=1):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
            if number == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.column_dimensions["A"].width = 32
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _lines(book: Gradebook) -> Iterator[list[Value]]:
    titles = [f"{column.assignment.title} ({column.heading})" for column in book.columns]
    yield ["Navn", "E-mail", *titles, "Samlet (%)", "Forslag til karakter", "Bestået", "Mangler", "For sent"]
    for row in book.rows:
        counts: list[Value] = [row.passed, row.notes.count(MISSING), row.notes.count(LATE)]
        yield [str(row.user), row.user.email, *_marks(book, row), row.percent, row.suggestion, *counts]


def _marks(book: Gradebook, row) -> Iterator[Value]:
    for column, cell in zip(book.columns, row.cells, strict=True):
        is_word = column.assignment.is_pass_fail and cell.points is not None
        yield cell.shown if is_word else cell.points


def _written(value: Value) -> str:
    if value is None:
        return ""
    return results.shown(value) if isinstance(value, Decimal) else safe(str(value))
