"""The simulation in words and pictures, for docs/practice.md."""

from collections import Counter

from django.template.loader import render_to_string

from lessons.figures.svg import element, picture
from quizzes.knowing import simulation, tracing
from quizzes.knowing.simulation import PATIENCE, Fit, Naming

WIDE, HIGH, EDGE = 560, 220, 34
PICTURE = "practice.svg"


def report(runs: int, students: int) -> tuple[str, str]:
    """The page as Markdown and its picture as SVG; `runs` students a mistake, `students` a reading."""
    rows = [(law, simulation.naming(law, runs)) for law in simulation.readings()]
    whole, slipping = Naming(), Naming()
    for law, one in rows:
        whole.add(one)
        slipping.add(simulation.naming(law, runs, slips=0.05))
    fits = simulation.fits(students)
    told = {
        "whole": whole,
        "slipping": slipping,
        "patience": PATIENCE,
        "longest": simulation.LONGEST,
        "within": _percent(whole.within(PATIENCE)),
        "within_slipping": _percent(slipping.within(PATIENCE)),
        "from_first": [(number, _percent(_from_first(whole, number))) for number in (PATIENCE, 2 * PATIENCE)],
        "rows": [_row(law, one) for law, one in rows],
        "by": tracing.KNOWING,
        "mastered": tracing.MASTERED,
        "sets": len(simulation.GRID),
        "students": students,
        "too_soon": _percent(simulation.TOO_SOON),
        "fits": [
            ("in use", _fit(simulation.fit(tracing.KNOWING, simulation.histories(students)))),
            ("best of the grid", _fit(fits[0])),
            ("worst of the grid", _fit(max(fits, key=lambda one: one.surprise))),
        ],
        "picture": PICTURE,
    }
    drawing = _drawn(simulation.curve(tracing.KNOWING, students), whole)
    return render_to_string("quizzes/practice_simulation.md", told), drawing


def _row(law, one: Naming) -> list:
    late = one.runs - sum(one.tasks[number] for number in range(1, PATIENCE + 1))
    counts = [one.tasks[1] + one.tasks[2], one.tasks[3], one.tasks[4], late]
    return [law.topic.title, law.title, len(simulation.mistakes_of(law)), *counts]


def _fit(one: Fit) -> list:
    by = one.by
    return [by.known, by.learn, by.slip, by.guess, f"{one.surprise:.3f}", _percent(one.too_soon)]


def _from_first(whole: Naming, tasks: int) -> float:
    return sum(many for number, many in whole.from_first.items() if number <= tasks) / whole.runs


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _drawn(curve: list[tuple[float, float]], whole: Naming) -> str:
    half = WIDE / 2
    inside = [*_lines(curve, half - EDGE), *_bars(whole.tasks, whole.runs, half + EDGE)]
    told = (
        "Left: knowledge as traced and in truth by number of answers. Right: tasks until a mistake is named."
    )
    drawing = picture(WIDE, HIGH, told, *inside)
    style = (
        "<style>text{font:11px sans-serif;fill:#333}.t{stroke:#7a2e2e;fill:none}.s{stroke:#24405c;fill:none}"
    )
    style += ".b{fill:#24405c}@media(prefers-color-scheme:dark){text{fill:#ddd}.b{fill:#9bb4cc}}</style>"
    opened = str(drawing).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return opened.replace(">", f">{style}", 1) + "\n"


def _lines(curve, width: float) -> list:
    def points(place: int) -> str:
        step = width / max(len(curve) - 1, 1)
        dots = (
            (EDGE + number * step, HIGH - EDGE - one[place] * (HIGH - 2 * EDGE))
            for number, one in enumerate(curve)
        )
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)

    return [
        element("text", "known, by number of answers", x=EDGE, y=16),
        element("polyline", points=points(0), class_="s", stroke_width=2),
        element("polyline", points=points(1), class_="t", stroke_width=2, stroke_dasharray="5 3"),
        element("text", "traced: whole line; in truth: dashed", x=EDGE, y=HIGH - 6),
        element("text", "100 %", x=0, y=EDGE + 4),
        element("text", "0 %", x=0, y=HIGH - EDGE),
    ]


def _bars(tasks: Counter, runs: int, left: float) -> list:
    drawn = [element("text", "tasks until named, share of students", x=left, y=16)]
    for place, number in enumerate((1, 2, 3, 4, 5)):
        share = sum(many for key, many in tasks.items() if key == number or (number == 5 and key > 4)) / runs
        high, x = share * (HIGH - 2 * EDGE), left + place * 44
        drawn += [
            element("rect", x=x, y=HIGH - EDGE - high, width=32, height=max(high, 0.5), class_="b"),
            element(
                "text",
                str(number) if number < 5 else "5–",
                x=x + 16,
                y=HIGH - EDGE + 14,
                text_anchor="middle",
            ),
            element("text", _percent(share), x=x + 16, y=HIGH - EDGE - high - 4, text_anchor="middle"),
        ]
    return drawn
