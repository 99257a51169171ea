"""Where everything in a flow chart stands. Steps make a column; their line runs down below the numbers.

Wide, what an answer ends with stands to the right of its step; narrow, below it. Jumps over steps run in a gutter
at the left, where nothing else stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.flowchart import OUTCOME, UNMET, Lead, Node
from rules.lettering import HEIGHTS, width, wrap

Point = tuple[float, float]
STEP, SIDE, NARROW, EDGE = 272, 184, 300, 2
PAD, SPINE, NUMBERED, LANE, SAID = 10, 16, 32, 10, 96


@dataclass(slots=True)
class Text:
    """One line of text from its baseline; `at_end` when it ends at x instead of beginning there."""

    x: float
    y: float
    words: str
    role: str
    taken: bool = False
    at_end: bool = False


@dataclass(slots=True)
class Box:
    """A step, an outcome or a remark, with its lines of text."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    taken: bool
    texts: list[Text] = field(default_factory=list)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

    def move_to(self, y: float) -> None:
        """Move with all that stands in it."""
        for text in self.texts:
            text.y += y - self.y
        self.y = y


@dataclass(slots=True)
class Way:
    """A line from corner to corner, with an arrow at its end."""

    corners: list[Point]
    taken: bool


@dataclass(slots=True)
class Layout:
    """All that is drawn."""

    width: float
    height: float
    boxes: list[Box] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    said: list[Text] = field(default_factory=list)


def lay_out(nodes: list[Node], narrow: bool = False) -> Layout:
    """The chart of these nodes, from the top down; jumps last, when all heights are known."""
    jumps = [(at, lead) for at, node in enumerate(nodes) for lead in node.leads if _jumps(at, lead)]
    sheet = _Sheet(nodes, jumps, narrow)
    boxes = [sheet.column(node) for node in nodes]
    y: float = EDGE
    for at, node in enumerate(nodes):
        y = sheet.row(at, node, boxes, y)
    exits: dict[int, float] = {}
    for at, lead in jumps:
        exits[at] = sheet.jump(boxes[at], boxes[lead.to or 0], lead, exits.get(at, 0))
    sheet.drawn.height = y + EDGE
    return sheet.drawn


class _Sheet:
    """The columns of one chart and what has been put on it."""

    def __init__(self, nodes: list[Node], jumps: list[tuple[int, Lead]], narrow: bool) -> None:
        self.narrow, self.lanes = narrow, _lanes(jumps)
        self.gutter = _widest(lead for _, lead in jumps) + PAD
        self.left = EDGE + (self.gutter + LANE * (1 + max(self.lanes.values())) if jumps else 0)
        self.spine = self.left + SPINE
        ends = [lead for node in nodes for lead in node.leads if lead.beside]
        room = _widest(ends) + 30
        self.step = NARROW - EDGE - self.left if narrow else STEP
        self.side = self.spine + room if narrow else self.left + STEP + room
        self.side_width = NARROW - EDGE - self.side if narrow else SIDE
        right = self.side + self.side_width if ends else self.left + self.step
        self.drawn = Layout(right + EDGE, 0)

    def column(self, node: Node) -> Box:
        """A step or the last outcome, as yet without a height to stand at."""
        if node.kind == OUTCOME:
            return _box(OUTCOME, self.left, self.step, [(node.text, "outcome")], node.taken)
        texts = [(node.text, "question"), (node.note, "note")]
        box = _box(node.kind, self.left, self.step, texts, node.taken, NUMBERED)
        box.texts.insert(0, Text(self.spine, box.texts[0].y, node.number, "number", node.taken))
        box.height += 20 * max(0, sum(bool(lead.to and not lead.beside) for lead in node.leads) - 1)
        return box

    def row(self, at: int, node: Node, boxes: list[Box], y: float) -> float:
        """Put a step with what stands beside it; say where the next one begins."""
        box, ends = boxes[at], [lead for lead in node.leads if lead.beside]
        sides = [self._side(lead) for lead in ends]
        tall = sum(side.height + PAD for side in sides) - PAD
        middle = max(box.height, tall) / 2
        box.move_to(y if self.narrow else y + middle - box.height / 2)
        below = box.bottom + PAD if self.narrow else y + middle - tall / 2
        for side in sides:
            side.move_to(below)
            below = side.bottom + PAD
        self.drawn.boxes += [box, *sides]
        bottom = max([box.bottom, *(side.bottom for side in sides)])
        onward = [lead for lead in node.leads if lead.to == at + 1]
        follows = next((lead for lead in onward if not lead.beside), None)
        lines = _said(follows) if follows else []
        begins = bottom + (
            18 + len(lines) * HEIGHTS["said"] + 14 if onward else 22 if at + 1 < len(boxes) else 0
        )
        if follows:
            self._say(lines, self.spine + 9, bottom + 17, follows.taken)
            self.drawn.ways.append(Way([(self.spine, box.bottom), (self.spine, begins)], follows.taken))
        for lead, side in zip(ends, sides, strict=True):
            self._to_side(box, lead, side, begins)
        return begins

    def jump(self, box: Box, target: Box, lead: Lead, above: float) -> float:
        """A way over the steps between; says how much of the box's side is used from below."""
        lines = _said(lead)
        y = box.bottom - 14 - above
        lane = self.left - self.gutter - LANE * self.lanes[lead.to or 0]
        for number, line in enumerate(reversed(lines)):
            self.drawn.said.append(
                Text(self.left - 5, y - 5 - number * HEIGHTS["said"], line, "said", lead.taken, at_end=True)
            )
        corners = [(self.left, y), (lane, y), (lane, target.y + 17), (self.left, target.y + 17)]
        self.drawn.ways.append(Way(corners, lead.taken))
        return above + len(lines) * HEIGHTS["said"] + 5

    def _side(self, lead: Lead) -> Box:
        is_unmet = lead.beside == UNMET and lead.to is not None
        kind = "unmet" if is_unmet else OUTCOME
        box = _box(kind, self.side, self.side_width, [(lead.beside, kind)], lead.taken)
        least = 2 * len(_said(lead)) * HEIGHTS["said"] + PAD
        if box.height < least:
            for text in box.texts:
                text.y += (least - box.height) / 2
            box.height = least
        return box

    def _to_side(self, box: Box, lead: Lead, side: Box, begins: float) -> None:
        """From a step to what stands beside it, and from a condition that is not met on to the next."""
        start = (self.spine, box.bottom) if self.narrow else (box.right, box.middle)
        turn = self.spine if self.narrow else box.right + 8
        corners = [start, (turn, start[1]), (turn, side.middle), (side.x, side.middle)]
        self.drawn.ways.append(Way(list(dict.fromkeys(corners)), lead.taken))
        lines = _said(lead)
        self._say(lines, turn + 6, side.middle - 5 - (len(lines) - 1) * HEIGHTS["said"], lead.taken)
        if lead.to is not None:
            down, along = side.x + SPINE, begins - 13
            back = [(down, side.bottom), (down, along), (self.spine, along), (self.spine, begins)]
            self.drawn.ways.append(Way(back, lead.taken))

    def _say(self, lines: list[str], x: float, y: float, taken: bool) -> None:
        for number, line in enumerate(lines):
            self.drawn.said.append(Text(x, y + number * HEIGHTS["said"], line, "said", taken))


def _box(
    kind: str, x: float, wide: float, texts: list[tuple[str, str]], taken: bool, indent: int = 13
) -> Box:
    """A box at the top of the sheet, as tall as its text."""
    box = Box(kind, x, 0, wide, PAD, taken)
    for words, role in texts:
        for line in wrap(words, role, wide - indent - PAD):
            box.height += HEIGHTS[role]
            box.texts.append(Text(x + indent, box.height - 5, line, role, taken))
    box.height += PAD
    return box


def _jumps(at: int, lead: Lead) -> bool:
    return lead.to is not None and lead.to > at + 1


def _said(lead: Lead) -> list[str]:
    return wrap(lead.said, "said", SAID)


def _widest(leads: Iterable[Lead]) -> float:
    return max((width(line, "said") for lead in leads for line in _said(lead)), default=0)


def _lanes(jumps: list[tuple[int, Lead]]) -> dict[int, int]:
    """The lane of the jumps to each node: the innermost that is free, short jumps first."""
    spans: dict[int, int] = {}
    for at, lead in jumps:
        spans[lead.to or 0] = min(at, spans.get(lead.to or 0, at))
    lanes: dict[int, int] = {}
    for to, start in sorted(spans.items(), key=lambda span: span[0] - span[1]):
        taken = {lane for other, lane in lanes.items() if spans[other] <= to and start <= other}
        lanes[to] = next(lane for lane in range(len(spans)) if lane not in taken)
    return lanes
