"""The pictures of the report: a bar beside each number, and the weeks of the term."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from courses.misunderstandings.counting import Week
from lessons.figures.svg import NARROW, WIDE, element, picture

LONG, THICK = 400, 10
TOP, FOOT, TALL = 22, 24, 150


def bar(part: int, whole: int, longest: int, look: int = 1) -> SafeString:
    """A part within a whole, to the scale of the longest whole; beside its numbers, so that it tells nothing itself."""
    scale = LONG / longest if longest else 0
    inside = [element("rect", x=0, y=0, width=whole * scale, height=THICK, class_="report-whole")]
    if part:
        width = max(part * scale, 2)
        inside.append(element("rect", x=0, y=0, width=width, height=THICK, class_=f"chart-part is-{look}"))
    box = f"0 0 {LONG} {THICK}"
    return element(
        "svg", *inside, class_="report-bar", viewBox=box, preserveAspectRatio="none", aria_hidden="true"
    )


def weeks(found: list[Week], what: str) -> SafeString:
    """What was not put right at the end of each week, in two widths; nothing where there is no week."""
    if not found:
        return SafeString()
    told = f"{what}, uge for uge. De samme tal står i tabellen under billedet."
    return format_html_join("", "{}", ((_weeks(found, width, told),) for width in (WIDE, NARROW)))


def _weeks(found: list[Week], width: int, told: str) -> SafeString:
    most = max(max(week.open for week in found), 1)
    step = min(width / len(found), 72)
    every = max(1, round(34 / step))
    inside = [element("line", x1=0, y1=TALL - FOOT, x2=width, y2=TALL - FOOT, class_="chart-axis")]
    for place, week in enumerate(found):
        middle = (place + 0.5) * step
        tall = (TALL - TOP - FOOT) * week.open / most
        top = TALL - FOOT - tall
        if week.open:
            inside.append(
                element(
                    "rect",
                    x=middle - step * 0.35,
                    y=top,
                    width=step * 0.7,
                    height=tall,
                    class_="chart-part is-1",
                )
            )
        if place % every == 0:
            inside += [
                element("text", week.open, x=middle, y=top - 6, text_anchor="middle"),
                element("text", week.number, x=middle, y=TALL - 6, text_anchor="middle", class_="is-soft"),
            ]
    return picture(width, TALL, told, *inside)
