"""The cells of a student in the gradebook: four thousand a page, which a loop in the template takes too long for."""

from django import template
from django.utils.safestring import SafeString

from courses.gradebook import Column, Row

register = template.Library()


@register.simple_tag
def cells(row: Row, columns: list[Column]) -> SafeString:
    """A link to the points of each assignment, with what is said of them below."""
    user, pairs = row.user.pk, zip(columns, row.cells, strict=True)
    # Addresses, numbers and what is drawn already: nothing here is to be escaped.
    return SafeString(
        "".join(
            [f'<td class="number"><a href="{one.points_url}{user}/"{cell.drawn}</td>' for one, cell in pairs]
        )
    )
