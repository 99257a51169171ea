"""How long a teacher waits for 1,000 questions: from the file to the preview, and from there into the bank."""

import os
import re
import sys
from collections.abc import Iterator
from statistics import median
from time import perf_counter

QUESTIONS, ROUNDS = 1000, 3
BUDGET = 10.0
PAGE = "/admin/quizzes/question/importer/"


def measure() -> Iterator[str]:
    """A line a format: seconds to read and draw the preview, and to save what is chosen (the clock's, SQLite)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        for name in ("gift", "moodle"):
            yield _told(name)
    finally:
        teardown_databases(databases, verbosity=0)


def _told(name: str) -> str:
    text = _file(name)
    read, saved = (median(times) for times in zip(*(_undone(text) for _ in range(ROUNDS)), strict=True))
    told = "under" if read + saved < BUDGET else "OVER"
    return (
        f"{QUESTIONS} spørgsmål, {name}: læst og vist på {read:.2f} s, gemt på {saved:.2f} s, "
        f"i alt {read + saved:.2f} s ({told} {BUDGET:.0f} s)"
    )


def _undone(text: str) -> tuple[float, float]:
    from django.db import transaction

    with transaction.atomic():
        times = _once(text)
        transaction.set_rollback(True)
    return times


def _once(text: str) -> tuple[float, float]:
    from django.test import Client

    from quizzes.models import Question
    from tests import factories

    client = Client()
    client.force_login(factories.UserFactory(is_superuser=True, is_staff=True))
    start = perf_counter()
    page = client.post(PAGE, {"text": text}).content.decode()
    shown = perf_counter()
    chosen = {
        "laest": re.search(r'name="laest" value="([^"]+)"', page)[1],  # type: ignore[index]
        "valgt": re.findall(r'name="valgt" value="([^"]+)"', page),
    }
    between = perf_counter()
    client.post(f"{PAGE}gem/", chosen)
    done = perf_counter()
    assert Question.objects.count() == QUESTIONS
    return shown - start, done - between


def _file(name: str) -> str:
    """Choices, short answers, numbers and gaps in turn, each with remarks."""
    from quizzes.exchange.draft import Draft, Row
    from quizzes.exchange.writing import FORMATS

    def draft(n: int) -> Draft:
        rows = [Row(f"Svar {one} til {n}", one == "a", f"Bemærkning {one} til {n}.") for one in "abcd"]
        kind = ("single", "short", "number", "gaps")[n % 4]
        told = {
            "kind": kind,
            "title": f"Nr. {n}",
            "text": f"Hvad siger regel nr. {n}?",
            "remark": "Til alle.",
        }
        if kind == "number":
            return Draft(**told, answer=str(1000 + n), tolerance="1")
        if kind == "gaps":
            return Draft(**told | {"text": f"Efter {n} dage er [1] regel."}, rows=rows[:1])
        return Draft(**told, rows=rows)

    return FORMATS[name].write([draft(n) for n in range(QUESTIONS)]).decode()


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
