"""How fast variants of the real cases are made, level by level: drawn, told and frozen, without the database."""

import os
import sys
from collections.abc import Iterator
from statistics import median
from time import process_time

SEEDS = 50


def measure() -> list[str]:
    """A line a level: the median, the 95th percentile and the slowest in milliseconds, and variants a second."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from cases.walkthroughs import Walkthrough

    lines = [f"{'niveau':<24}{'median ms':>14}{'p95 ms':>14}{'højst ms':>14}{'varianter/s':>14}  langsomst"]
    for level, name in Walkthrough.Level.choices:
        times = sorted(_times(level))
        spent = [seconds for seconds, _ in times]
        row = (1000 * median(spent), 1000 * spent[int(len(spent) * 0.95)], 1000 * spent[-1])
        lines.append(
            f"{name:<24}"
            + "".join(f"{value:>14.2f}" for value in row)
            + f"{len(spent) / sum(spent):>14,.0f}  {times[-1][1]}"
        )
    return lines


def _times(level: str) -> Iterator[tuple[float, str]]:
    from cases.start import freeze
    from tests.cases.filed import filed_cases

    for case, questions in filed_cases():
        freeze(case, questions, "pensum", 0, level)
        for seed in range(SEEDS):
            before = process_time()
            freeze(case, questions, "pensum", seed, level)
            yield process_time() - before, case.slug


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
