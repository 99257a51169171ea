"""The simulation in words and pictures, for docs/practice.md."""

from django.template.loader import render_to_string

from quizzes.knowing import diagnosis, picture, simulation, tracing
from quizzes.knowing.simulation import PATIENCE, Fit, Naming

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
        "runs": runs,
        "histories": len(simulation.histories(students)),
        "slips": _percent(simulation.SLIPS),
        "cured": _percent(simulation.CURED),
        "too_soon": _percent(simulation.TOO_SOON),
        "fits": [
            ("in use", _fit(simulation.fit(tracing.KNOWING, simulation.histories(students)))),
            ("best of the grid", _fit(fits[0])),
            ("worst of the grid", _fit(max(fits, key=lambda one: one.surprise))),
        ],
        "picture": PICTURE,
        "told": picture.TOLD,
        "sure": _percent(diagnosis.SURE),
        "slip_assumed": _percent(diagnosis.SLIP),
    }
    drawing = picture.drawn(simulation.curve(tracing.KNOWING, students), whole)
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
    return f"{100 * share:.1f}".removesuffix(".0") + " %"
