"""The simulation as a drawing of two charts, readable by day and by night: what is traced, and what is named."""

from collections.abc import Iterator

from lessons.figures.svg import element, picture
from quizzes.knowing.simulation import PATIENCE, Naming

WIDE, HIGH = 720, 280
TOP, FLOOR = 52, 226
LEFT, BETWEEN = 48, 300
FIRST_BAR, BAR, STEP = 424, 40, 56
LATER = PATIENCE + 1
TOLD = (
    "Left: how many students know a thing, as traced and in truth, by number of answers. "
    "Right: tasks until a mistake is named, as shares of the students."
)
# The file is shown outside the site, so it brings its own colours.
STYLE = (
    "<style>"
    "text{font:12px system-ui,sans-serif;fill:#1c2428}.h{font-weight:600}.m{text-anchor:middle}.e{text-anchor:end}"
    ".g{stroke:#dcd8cc}.l{fill:none;stroke-width:2.5}.s{stroke:#0d5b57}.t{stroke:#9a2f22;stroke-dasharray:6 4}"
    ".b{fill:#0d5b57}.sn{fill:#0d5b57}.tn{fill:#9a2f22}"
    "@media(prefers-color-scheme:dark){text{fill:#e7e4da}.g{stroke:#343d41}.s{stroke:#7cc8bf}.t{stroke:#eba597}"
    ".b,.sn{fill:#7cc8bf}.tn{fill:#eba597}}"
    "</style>"
)


def drawn(curve: list[tuple[float, float]], whole: Naming) -> str:
    """The picture as a file of its own."""
    drawing = str(picture(WIDE, HIGH, TOLD, *_curves(curve), *_bars(whole)))
    opened = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return opened.replace(">", f">{STYLE}", 1) + "\n"


def _up(share: float) -> float:
    return FLOOR - share * (FLOOR - TOP)


def _curves(curve: list[tuple[float, float]]) -> Iterator:
    step = BETWEEN / max(len(curve) - 1, 1)
    yield element("text", "A thing is known", x=0, y=18, class_="h")
    yield from _grid(LEFT, LEFT + BETWEEN)
    for number in range(len(curve)):
        yield element("text", str(number), x=LEFT + number * step, y=FLOOR + 20, class_="m")
    yield element("text", "answers before", x=LEFT + BETWEEN / 2, y=FLOOR + 44, class_="m")
    for place, name, words in ((0, "s", "as traced"), (1, "t", "in truth")):
        dots = [(LEFT + number * step, _up(one[place])) for number, one in enumerate(curve)]
        yield element("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in dots), class_=f"l {name}")
        at = 42 if place else 24
        left, y = dots[-2:][0]
        yield element("text", words, x=left, y=y + (at if place else -at + 8), class_=f"m {name}n")


def _bars(whole: Naming) -> Iterator:
    right = FIRST_BAR + LATER * STEP - (STEP - BAR)
    yield element("text", "Tasks until the mistake is named", x=FIRST_BAR - LEFT, y=18, class_="h")
    yield from _grid(FIRST_BAR, right)
    for place, (words, many) in enumerate(_counts(whole)):
        share, left = many / whole.runs, FIRST_BAR + place * STEP
        yield element("rect", x=left, y=_up(share), width=BAR, height=FLOOR - _up(share), class_="b")
        yield element("text", f"{100 * share:.1f} %", x=left + BAR / 2, y=_up(share) - 6, class_="m")
        yield element("text", words, x=left + BAR / 2, y=FLOOR + 20, class_="m")
    middle = (FIRST_BAR + right) / 2
    yield element("text", "tasks from the first wrong answer on", x=middle, y=FLOOR + 44, class_="m")


def _counts(whole: Naming) -> Iterator[tuple[str, int]]:
    """How many students for each number of tasks, and together those who needed more or were never named."""
    for number in range(1, LATER):
        yield str(number), whole.tasks[number]
    yield "more", whole.runs - sum(whole.tasks[number] for number in range(1, LATER))


def _grid(left: float, right: float) -> Iterator:
    for share in (0, 0.5, 1):
        yield element("line", x1=left, y1=_up(share), x2=right, y2=_up(share), class_="g")
        yield element("text", f"{100 * share:.0f} %", x=left - 6, y=_up(share) + 4, class_="e")
