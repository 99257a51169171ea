"""The flow chart of a reading as SVG, the taken path marked.

It carries no style, no script and no id, so that any number stand on one page; a style sheet finds its classes.
Without one it still reads: lines in the colour of the text, the taken path thicker.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from rules.chart_layout import lay_out
from rules.flowchart import CONDITION, OUTCOME, SKOEN, chart, in_words
from rules.lettering import SIZES
from rules.reading import Reading
from rules.shapes import Box, Layout, Point, Text, Way

if TYPE_CHECKING:
    from rules.decision import Decision

NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TIP = 5


def diagram(reading: Reading, decision: "Decision | None" = None, narrow: bool = False) -> str:
    """The reading as SVG: 300 units wide when narrow, else with the outcomes to the right of the steps."""
    nodes = chart(reading, decision)
    layout = lay_out(nodes, narrow)
    title = f"{reading.topic.title}: {reading.title} som rutediagram"
    size = f'viewBox="0 0 {_n(layout.width)} {_n(layout.height)}" width="{_n(layout.width)}"'
    looks = " ".join(["diagram", "is-narrow" if narrow else "is-wide", *(["has-path"] if decision else [])])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{looks}" {size} preserveAspectRatio="xMinYMin" role="img">'
        f"<title>{_escaped(title)}</title><desc>{_escaped(in_words(nodes, decision))}</desc>"
        f'<g fill="none" stroke="currentColor">{_shapes(layout)}</g>'
        f'<g fill="currentColor" font-family="sans-serif">{_texts(layout)}</g></svg>'
    )


def _shapes(layout: Layout) -> str:
    # What is taken is drawn last: where two ways share a stretch, it is seen.
    ways = sorted(layout.ways, key=lambda way: way.taken)
    return "".join([*map(_way, ways), *map(_box, layout.boxes)])


def _way(way: Way) -> str:
    path = "M" + "L".join(_point(corner) for corner in way.corners)
    return (
        f'<path class="{_class("way", way.taken)}" d="{path}{_arrow(*way.corners[-2:])}"{_heavy(way.taken)}/>'
    )


def _arrow(before: Point, end: Point) -> str:
    """An open tip, part of the line itself."""
    (x, y), (from_x, from_y) = end, before
    along_x, along_y = (x > from_x) - (x < from_x), (y > from_y) - (y < from_y)
    back_x, back_y = x - TIP * along_x, y - TIP * along_y
    one = (back_x - TIP * along_y, back_y - TIP * along_x)
    other = (back_x + TIP * along_y, back_y + TIP * along_x)
    return f"M{_point(one)}L{_point(end)}L{_point(other)}"


def _box(box: Box) -> str:
    looks = f'class="{_class(f"box is-{box.kind}", box.taken)}"'
    more = {SKOEN: ' rx="4" stroke-dasharray="5 4"', OUTCOME: ""}.get(box.kind, ' rx="4"') + _heavy(box.taken)
    size = f'width="{_n(box.width)}" height="{_n(box.height)}"'
    rect = f'<rect {looks} x="{_n(box.x)}" y="{_n(box.y)}" {size}{more}/>'
    inset = {OUTCOME: 1.5, CONDITION: 4.0}.get(box.kind)
    if inset is None:
        return rect
    rule = f"M{_n(box.x + inset)} {_n(box.y)}V{_n(box.bottom)}"
    wide = ' stroke-width="3"' if box.kind == OUTCOME else ""
    return f'{rect}<path class="{_class(f"rule is-{box.kind}", box.taken)}" d="{rule}"{wide}/>'


def _texts(layout: Layout) -> str:
    inside = [text for box in layout.boxes for text in box.texts]
    return "".join(_text(text) for text in [*inside, *layout.said] if text.words)


def _text(text: Text) -> str:
    anchor = {"number": ' text-anchor="middle"'}.get(text.role, ' text-anchor="end"' if text.at_end else "")
    weight = (
        ' font-weight="600"' if text.taken and text.role in ("number", "said", "outcome", "unmet") else ""
    )
    return (
        f'<text class="{_class(f"diagram-{text.role}", text.taken)}" x="{_n(text.x)}" y="{_n(text.y)}"'
        f' font-size="{SIZES[text.role]}"{anchor}{weight}>{_escaped(text.words)}</text>'
    )


def _class(name: str, taken: bool) -> str:
    return f"{name} is-taken" if taken else name


def _heavy(taken: bool) -> str:
    return ' stroke-width="2.5"' if taken else ""


def _point(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    """At most one decimal, with a point."""
    return f"{number:.1f}".removesuffix(".0")


def _escaped(text: str) -> str:
    return escape(NOT_XML.sub("", text))
