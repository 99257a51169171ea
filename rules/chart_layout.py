"""Where everything in a flow chart stands. Steps make a column; their line runs down below the numbers.

Wide, what an answer ends with stands to the right of its step; narrow, below it. Jumps over steps run in a gutter
at the left, where nothing else stands.
"""

from collections.abc import Iterable

from rules.flowchart import OUTCOME, Lead, Node
from rules.lettering import HEIGHTS, width, wrap
from rules.shapes import PAD, Box, Layout, Text, Way, box_of

STEP, SIDE, NARROW, EDGE = 272, 184, 300, 2
SPINE, NUMBERED, LANE, SAID = 16, 32, 10, 100


def lay_out(nodes: list[Node], narrow: bool = False) -> Layout:
    """The chart of these nodes, from the top down; jumps last, when all heights are known."""
    jumps = [(at, lead) for at, node in enumerate(nodes) for lead in node.leads if _jumps(at, lead)]
    sheet = _Sheet(nodes, jumps, narrow)
    boxes = [sheet.column(node) for node in nodes]
    for at, box in enumerate(boxes):
        # Each jump leaves at a height of its own, below the one that may come in.
        lines = sum(len(sheet.lines(lead)) + 0.5 for start, lead in jumps if start == at)
        box.height = max(box.height, 34 + lines * HEIGHTS["said"])
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
        self.widest = SAID / 2 if narrow else SAID
        self.gutter = self._room([lead for _, lead in jumps]) + PAD
        self.left = EDGE + (self.gutter + LANE * (1 + max(self.lanes.values())) if jumps else 0)
        self.spine = self.left + SPINE
        ends = [lead for node in nodes for lead in node.leads if lead.beside]
        room = self._room(ends) + 30
        self.step = NARROW - EDGE - self.left if narrow else STEP
        self.side = self.spine + room if narrow else self.left + STEP + room
        self.side_width = NARROW - EDGE - self.side if narrow else SIDE
        right = self.side + self.side_width if ends else self.left + self.step
        self.drawn = Layout(right + EDGE, 0)

    def column(self, node: Node) -> Box:
        """A step or the last outcome, as yet without a height to stand at."""
        if node.kind == OUTCOME:
            return box_of(OUTCOME, self.left, self.step, [(node.text, "outcome")], node.taken)
        texts = [(node.text, "question"), (node.note, "note")]
        box = box_of(node.kind, self.left, self.step, texts, node.taken, NUMBERED)
        box.texts.insert(0, Text(self.spine, box.texts[0].y, node.number, "number", node.taken))
        return box

    def row(self, at: int, node: Node, boxes: list[Box], y: float) -> float:
        """Put a step with what stands beside it; say where the next one begins."""
        box, ends = boxes[at], [lead for lead in node.leads if lead.beside]
        sides = [
            box_of(_kind(lead), self.side, self.side_width, [(lead.beside, _kind(lead))], lead.taken)
            for lead in ends
        ]
        box.move_to(y)
        below = box.bottom if self.narrow else y - PAD
        for lead, side in zip(ends, sides, strict=True):
            side.height = max(side.height, HEIGHTS["said"] * len(self.lines(lead)))
            side.move_to(below + PAD)
            below = side.bottom
        self.drawn.boxes += [box, *sides]
        bottom = max(box.bottom, below)
        onward = [lead for lead in node.leads if lead.to == at + 1]
        follows = next((lead for lead in onward if not lead.beside), None)
        lines = wrap(follows.said, "said", self.step - NUMBERED) if follows else []
        gap = 18 + len(lines) * HEIGHTS["said"] + 14 if onward else 22 if at + 1 < len(boxes) else 0
        begins = bottom + gap
        if follows:
            self._say(lines, self.spine + 9, bottom + 17, follows.taken)
            self.drawn.ways.append(Way([(self.spine, box.bottom), (self.spine, begins)], follows.taken))
        for lead, side in zip(ends, sides, strict=True):
            self._to_side(box, lead, side, begins)
        return begins

    def jump(self, box: Box, target: Box, lead: Lead, above: float) -> float:
        """A way over the steps between; says how much of the box's side is used from below."""
        lines = self.lines(lead)
        y = box.bottom - 14 - above
        lane = self.left - self.gutter - LANE * self.lanes[lead.to or 0]
        first = y - 6 - (len(lines) - 1) * HEIGHTS["said"]
        self._say(lines, self.left - 5, first, lead.taken, at_end=True)
        corners = [(self.left, y), (lane, y), (lane, target.entry), (self.left, target.entry)]
        self.drawn.ways.append(Way(corners, lead.taken))
        return above + len(lines) * HEIGHTS["said"] + 5

    def _to_side(self, box: Box, lead: Lead, side: Box, begins: float) -> None:
        """From a step to what stands beside it, and from a condition that is not met on to the next."""
        start = (self.spine, box.bottom) if self.narrow else (box.right, box.entry)
        turn = self.spine if self.narrow else box.right + 8
        corners = [start, (turn, start[1]), (turn, side.entry), (side.x, side.entry)]
        self.drawn.ways.append(Way(list(dict.fromkeys(corners)), lead.taken))
        first, *more = self.lines(lead)
        self._say([first], turn + 6, side.entry - 6, lead.taken)
        self._say(more, turn + 6, side.entry + 14, lead.taken)
        if lead.to is not None:
            down, along = side.x + SPINE, begins - 13
            back = [(down, side.bottom), (down, along), (self.spine, along), (self.spine, begins)]
            self.drawn.ways.append(Way(back, lead.taken))

    def lines(self, lead: Lead) -> list[str]:
        """What is said at a way to the side."""
        return wrap(lead.said, "said", self.widest)

    def _room(self, leads: Iterable[Lead]) -> float:
        return max((width(line, "said") for lead in leads for line in self.lines(lead)), default=0)

    def _say(self, lines: list[str], x: float, y: float, taken: bool, at_end: bool = False) -> None:
        for number, line in enumerate(lines):
            self.drawn.said.append(Text(x, y + number * HEIGHTS["said"], line, "said", taken, at_end))


def _kind(lead: Lead) -> str:
    return "unmet" if lead.to is not None else OUTCOME


def _jumps(at: int, lead: Lead) -> bool:
    return lead.to is not None and lead.to > at + 1


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
