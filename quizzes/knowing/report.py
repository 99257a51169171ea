"""The simulation in words and pictures, for docs/practice.md."""

from collections import Counter

from lessons.figures.svg import element, picture
from quizzes.knowing import simulation, tracing
from quizzes.knowing.simulation import PATIENCE, Fit, Naming

WIDE, HIGH, EDGE = 560, 220, 34
PICTURE = "practice.svg"


def report(runs: int, students: int) -> tuple[str, str]:
    """The page as Markdown and its picture as SVG; `runs` students a mistake, `students` a reading."""
    rows = [(law, simulation.naming(law, runs)) for law in simulation.readings()]
    slipping = Naming()
    for law in simulation.readings():
        slipping.add(simulation.naming(law, runs, slips=0.05))
    whole = Naming()
    for _law, one in rows:
        whole.add(one)
    fits = simulation.fits(students)
    own = simulation.fit(tracing.KNOWING, simulation.histories(students))
    curve = simulation.curve(tracing.KNOWING, students)
    return _page(rows, whole, slipping, fits, own, students), _drawn(curve, whole)


def _page(rows, whole: Naming, slipping: Naming, fits: list[Fit], own: Fit, students: int) -> str:
    by = own.by
    lines = [
        "# Practice: what is assumed, and how well it holds",
        "",
        "Made by `python manage.py practice_simulation`. All students here are simulated; no answer of a person is used.",
        "",
        f"![What the model says and what is true, and the tasks until a mistake is named]({PICTURE})",
        "",
        "## Which mistake lies behind a wrong answer",
        "",
        "A student holds exactly one listed mistake and otherwise follows the law. Each task is the one whose answer is",
        "expected to leave least doubt (entropy) over the mistakes that are still possible. A mistake is named when its",
        "probability is above 90 % and two answers have shown it. Tasks are counted from the first wrong answer, which",
        "is itself one of them; until then a student who answers rightly is not to be told from one who knows.",
        "",
        f"- {whole.runs} students, no slips: named in at most {PATIENCE} tasks for {_percent(whole.within(PATIENCE))};"
        f" another mistake named for {whole.others}, none within {simulation.LONGEST} tasks for {whole.unnamed}"
        f" (of whom {whole.never_shown} never met facts on which the mistake shows).",
        f"- The same with a slip in every twentieth answer: {_percent(slipping.within(PATIENCE))};"
        f" another mistake named for {slipping.others}, none for {slipping.unnamed}.",
        f"- Counted from the very first task, right answers included: {_percent(_from_first(whole))} in {PATIENCE}"
        f" and {_percent(_from_first(whole, 8))} in 8.",
        "",
        "| Topic | Reading | Mistakes | Named in 2 | 3 | 4 | later or not |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for law, one in rows:
        late = one.runs - sum(one.tasks[number] for number in (1, 2, 3, 4))
        mistakes = len(simulation.mistakes_of(law))
        lines.append(
            f"| {law.topic.title} | {law.title} | {mistakes} | {one.tasks[1] + one.tasks[2]} | {one.tasks[3]}"
            f" | {one.tasks[4]} | {late} |"
        )
    return "\n".join([*lines, *_tracing(by, own, fits, students)]) + "\n"


def _tracing(by, own: Fit, fits: list[Fit], students: int) -> list[str]:
    best = fits[0]
    return [
        "",
        "## What a student knows",
        "",
        "Each step, figure, outcome and provision of a topic is traced by itself (Bayesian knowledge tracing, Corbett &",
        "Anderson 1995). In use:",
        "",
        f"- known before the first answer {by.known}, learnt by an answer {by.learn}, slip {by.slip}, guess {by.guess};",
        f"- mastered from {tracing.MASTERED} on.",
        "",
        f"Chosen among {len(simulation.GRID)} sets by {students} simulated students a reading, who hold one to five",
        "mistakes, answer as these lead, slip in 8 % of the answers and lose a mistake after 35 % of the wrong ones.",
        "The best set is the one with the least surprise among those that say »mastered« of someone who does not know",
        f"in at most {_percent(simulation.TOO_SOON)} of the cases.",
        "",
        "| | known | learn | slip | guess | bits an answer | mastered too soon |",
        "|---|---:|---:|---:|---:|---:|---:|",
        _fit("in use", own),
        _fit("best of the grid", best),
        _fit("worst of the grid", max(fits, key=lambda one: one.surprise)),
        "",
        "When a thing is due again is told by FSRS 6 with its published parameters, at nine chances in ten of remembering.",
        "",
        "What this does not show: how real students learn. How many mistakes students hold, and how soon they lose them,",
        "is assumed; the parameters should be fitted again when there are answers to fit them to.",
    ]


def _fit(name: str, one: Fit) -> str:
    by = one.by
    numbers = f"{by.known} | {by.learn} | {by.slip} | {by.guess}"
    return f"| {name} | {numbers} | {one.surprise:.3f} | {_percent(one.too_soon)} |"


def _from_first(whole: Naming, tasks: int = PATIENCE) -> float:
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
