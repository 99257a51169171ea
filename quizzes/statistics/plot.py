"""Facility across, discrimination upwards: a dot a question, with its number from the table below."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from lessons.figures.svg import NARROW, WIDE, element, picture
from quizzes.statistics.page import Row

LEFT, RIGHT, TOP, BOTTOM = 40, 12, 24, 44
TALL = {WIDE: 360, NARROW: 300}
TOLD = "Løsningsgrad og diskrimination for hvert spørgsmål. De samme tal står i tabellen under billedet."


def plot(rows: Iterable[Row]) -> SafeString:
    """The picture in two widths; empty where no question has both figures."""
    found = [
        (row.number, row.figures.facility, row.figures.discrimination)
        for row in rows
        if row.figures.facility is not None and row.figures.discrimination is not None
    ]
    if not found:
        return SafeString()
    return format_html_join("", "{}", ((_draw(found, width),) for width in (WIDE, NARROW)))


def _draw(found: list[tuple[int, float, float]], width: int) -> SafeString:
    tall = TALL[width]
    lowest = min(0.0, *(-0.5 if y < -0.02 else 0.0 for _, _, y in found), *(y for _, _, y in found))

    def across(share: float) -> float:
        return LEFT + share * (width - LEFT - RIGHT)

    def up(share: float) -> float:
        return TOP + (1 - share) / (1 - lowest) * (tall - TOP - BOTTOM)

    inside = [
        element("text", "Diskrimination", x=0, y=12, class_="is-soft"),
        element("text", "Løsningsgrad", x=width - RIGHT, y=tall - 4, text_anchor="end", class_="is-soft"),
    ]
    for share in (0.0, 0.5, 1.0):
        at = across(share)
        inside += [
            element("line", x1=at, y1=TOP, x2=at, y2=tall - BOTTOM, class_="chart-axis"),
            element(
                "text",
                f"{share:.0%}".replace("%", " %"),
                x=at,
                y=tall - BOTTOM + 18,
                text_anchor=_side(share),
            ),
        ]
    for share in (-0.5, 0.0, 0.5, 1.0):
        if share >= lowest:
            at = up(share)
            inside += [
                element("line", x1=LEFT, y1=at, x2=width - RIGHT, y2=at, class_="chart-axis"),
                element(
                    "text",
                    f"{share:.1f}".replace(".", ",").replace("-", "−"),
                    x=LEFT - 6,
                    y=at + 5,
                    text_anchor="end",
                ),
            ]
    for number, facility, discrimination in found:
        x, y = across(facility), up(discrimination)
        name = str(number)
        inside += [
            element("circle", cx=x, cy=y, r=4, class_="chart-dot"),
            element(
                "text",
                name,
                x=x + 6 if facility < 0.93 else x - 6,
                y=y - 5,
                text_anchor="start" if facility < 0.93 else "end",
            ),
        ]
    return picture(width, tall, TOLD, *inside)


def _side(share: float) -> str:
    return {0.0: "start", 1.0: "end"}.get(share, "middle")
