"""Tables to take away: a loan month by month, and rows as a spreadsheet reads them."""

import csv
from decimal import Decimal
from io import StringIO

from lessons.figures.amortisering import plan


def by_month(principal, rate, months, fee):
    """The plan month by month with its heading; a lent set-up fee is part of the principal."""
    head = ["Måned", "Ydelse", "Rente", "Afdrag", "Gebyr", "Betales i alt", "Restgæld"]
    lines = [
        [one.number, one.paid, one.interest, one.principal, fee, one.paid + fee, one.debt]
        for one in plan(principal, rate, months)
    ]
    return [head, *lines]


def as_csv(rows):
    """Rows as a spreadsheet of a Dane reads them: semicolons, decimal commas, and a mark that says UTF-8."""
    written = StringIO()
    csv.writer(written, delimiter=";").writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + written.getvalue()


def _cell(value):
    return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value
