"""The shapes of a flow chart: boxes with their lines of text, ways with their corners."""

from dataclasses import dataclass, field

from rules.lettering import HEIGHTS, wrap

Point = tuple[float, float]
PAD = 10


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
    def entry(self) -> float:
        """Where a way comes in from the side: at the first line of text."""
        return self.y + 18

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


def box_of(
    kind: str, x: float, wide: float, texts: list[tuple[str, str]], taken: bool, indent: int = 13
) -> Box:
    """A box at the top of the sheet, as tall as its text."""
    made = Box(kind, x, 0, wide, PAD, taken)
    for words, role in texts:
        for line in wrap(words, role, wide - indent - PAD):
            made.height += HEIGHTS[role]
            made.texts.append(Text(x + indent, made.height - 5, line, role, taken))
    made.height += PAD
    return made
