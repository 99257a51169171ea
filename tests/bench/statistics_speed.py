"""How fast the statistics of a quiz are: 300 attempts of 40 questions, gathered from the database and counted."""

import os
import sys
from collections.abc import Iterator
from random import Random
from statistics import median
from time import process_time

ATTEMPTS, QUESTIONS, ROUNDS = 300, 40, 3
BUDGET = 1.0


def measure() -> Iterator[str]:
    """A line: seconds to gather, to count and together, the median of three rounds (processor time, SQLite)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        gather, count = (median(times) for times in zip(*_times(), strict=True))
    finally:
        teardown_databases(databases, verbosity=0)
    told = "under" if gather + count < BUDGET else "OVER"
    yield (
        f"{ATTEMPTS} forsøg × {QUESTIONS} spørgsmål: hentet på {gather:.3f} s, regnet på {count:.3f} s, "
        f"i alt {gather + count:.3f} s ({told} {BUDGET:.0f} s)"
    )


def _times() -> Iterator[tuple[float, float]]:
    from quizzes.statistics import gathering, report

    quiz, reader = _class()
    for _ in range(ROUNDS):
        start = process_time()
        found = gathering.of_quiz(quiz, reader)
        gathered = process_time()
        assert len(report.of(found.papers).questions) == QUESTIONS
        yield gathered - start, process_time() - gathered


def _class():
    """A quiz that a course of 300 has handed in, and a superuser, who may count everybody."""
    from django.utils import timezone

    from quizzes.models import Attempt, Response
    from tests import factories

    random, now = Random(1), timezone.now()
    asked = [factories.QuestionFactory() for _ in range(QUESTIONS)]
    quiz, course = factories.QuizFactory(questions=asked), factories.CourseFactory()
    numbered = list(enumerate(asked, 1))
    frozen = {"items": [factories.frozen_item(number, question=str(one.uid)) for number, one in numbered]}
    members = [factories.MembershipFactory(course=course, role="student") for _ in range(ATTEMPTS)]
    attempts = Attempt.objects.bulk_create(
        factories.AttemptFactory.build(
            user=member.user, quiz=quiz, frozen=frozen, started_at=now, submitted_at=now, points=0, total=0
        )
        for member in members
    )
    Response.objects.bulk_create(
        factories.ResponseFactory.build(attempt=attempt, item=f"item-{number}", points=random.randrange(2))
        for attempt in attempts
        for number, _ in numbered
    )
    return quiz, factories.UserFactory(is_superuser=True)


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
