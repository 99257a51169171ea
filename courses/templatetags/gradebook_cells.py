"""The cells of a student in the gradebook: four thousand a page, which a loop in the template takes too long for."""

from django import template
from django.utils.safestring import SafeString

from courses import results
from courses.gradebook import Row, Table

register = template.Library()


@register.simple_tag
def cells(row: Row, sheet: Table) -> SafeString:
    """A link to the points of each assignment, with what is said of them below; after a category what it comes to."""
    user, drawn = row.user.pk, []
    for block, subtotal in zip(sheet.blocks, row.subtotals, strict=True):
        # Addresses, numbers and what is drawn already: nothing here is to be escaped.
        drawn += [
            f'<td class="number"><a href="{one.points_url}{user}/"{cell.drawn}</td>'
            for one, cell in zip(block.columns, row.cells[block.cells], strict=True)
        ]
        if sheet.has_parts:
            drawn.append(f'<td class="number subtotal">{results.shown(subtotal)}</td>')
    return SafeString("".join(drawn))
