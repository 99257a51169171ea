"""Grading 10,000 answers again: the dry run by the clock and by the processor, putting it in force, taking it back.

Fifty students have variants of their own and are copied until there are answers enough, so that what the rules
remember of facts that they have seen helps no more than in a course of which some students share a variant.
"""

import sys
import time
import uuid
from collections.abc import Iterator
from copy import copy
from datetime import timedelta

from tests.bench import site

ANSWERS, DRAWN, BUDGET_S = 10_000, 50, 60


def measure() -> Iterator[str]:
    """A line for a case whose weights have changed, and for a quiz whose points have."""
    with site.built():
        from cases.models import Case
        from quizzes.models import Question

        teacher, walks = _walkthroughs()
        Case.objects.filter(pk=walks[0].case_id).update(weight_jus=90)
        yield from _lines("Case", _set(walks, "walkthrough", teacher), teacher)
        attempts = _attempts(teacher)
        Question.objects.update(points=3)
        yield from _lines("Quiz", _set(attempts, "attempt", teacher), teacher)


def _lines(name: str, assignment, teacher) -> Iterator[str]:
    from courses.regrading import dry_run, finding, in_force

    found, find_s, _ = _timed(lambda: finding.find(assignment, "one"))
    asked = {"scope": "one", "reading": "", "reason": "Måling.", "by": teacher}
    regrade, start_s, _ = _timed(lambda: dry_run.start(assignment, **asked))
    _, run_s, run_cpu = _timed(lambda: dry_run.run.func(regrade.pk))
    _, force_s, force_cpu = _timed(lambda: in_force.put_in_force(regrade, by=teacher))
    _, back_s, back_cpu = _timed(lambda: in_force.take_back(regrade, by=teacher))
    regrade.refresh_from_db()
    answers = sum(_answers(work) for work in _works(assignment))
    yield (
        f"{name}: {regrade.total} besvarelser med {answers} svar, {found.outdated} forældede, "
        f"{regrade.changes.filter(state='changed').count()} ændret"
    )
    kept = "under" if run_s < BUDGET_S else "OVER"
    yield f"  prøveberegning {run_s:.1f} s ({run_cpu:.1f} s processortid; {kept} {BUDGET_S} s)"
    yield f"  find {find_s:.2f} s · bestil {start_s:.2f} s"
    yield (
        f"  gennemfør {force_s:.2f} s ({force_cpu:.2f} s processortid) · "
        f"tag tilbage {back_s:.2f} s ({back_cpu:.2f} s processortid)"
    )


def _timed(work):
    clock, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, time.perf_counter() - clock, time.process_time() - cpu


def _works(assignment):
    return [row.work for row in assignment.submissions.all()]


def _answers(work) -> int:
    return (
        work.answers.count()
        if hasattr(work, "answers") and hasattr(work, "marks")
        else work.responses.count()
    )


def _walkthroughs():
    """Variants of the case with the most questions, each answer in three wrong, copied."""
    from django.db.models import Count

    from cases.models import Answer, Case, Walkthrough
    from cases.start import start
    from tests.bench.pages import _person
    from tests.cases.solved import solve

    case = Case.objects.annotate(count=Count("questions")).order_by("-count", "pk").first()
    drawn = [
        solve(
            start(user, case, mode="aflevering", seed=number, level="near"),
            wrong=lambda place, number=number: (place + number) % 3 == 0,
        )
        for number, user in enumerate(_people("sag", DRAWN))
    ]
    answers = {work.pk: list(work.answers.all()) for work in drawn}
    each = sum(map(len, answers.values())) / DRAWN
    walks, rows = list(drawn), []
    for number, user in enumerate(_people("flere", round(ANSWERS / each) - DRAWN)):
        first = drawn[number % DRAWN]
        work = _copied(first, uuid.uuid4(), user=user)
        walks.append(work)
        rows += [_copied(row, None, walkthrough=work) for row in answers[first.pk]]
    Walkthrough.objects.bulk_create(walks[DRAWN:], batch_size=200)
    Answer.objects.bulk_create(rows, batch_size=500)
    return _person(0), walks


def _attempts(teacher):
    """Attempts at the quiz with the most questions; the first option is chosen everywhere."""
    from django.db.models import Count

    from quizzes.models import Attempt, Quiz, Response
    from quizzes.start import start

    quiz = Quiz.objects.annotate(count=Count("items")).order_by("-count", "pk").first()
    drawn = [start(user, quiz, mode="aflevering") for user in _people("quiz", DRAWN)]
    attempts = list(drawn)
    each = len(drawn[0].items)
    for number, user in enumerate(_people("quizzer", ANSWERS // each - DRAWN)):
        attempts.append(_copied(drawn[number % DRAWN], uuid.uuid4(), user=user))
    Attempt.objects.bulk_create(attempts[DRAWN:], batch_size=200)
    Response.objects.bulk_create(
        (
            Response(attempt=work, item=item.key, chosen=chosen, points=item.points(chosen))
            for work in attempts
            for item in work.items
            for chosen in [[item.choices[0].key] if item.choices else []]
        ),
        batch_size=500,
    )
    for work in attempts:
        Attempt.objects.get(pk=work.pk).submit()
    return attempts


def _set(works, kind: str, teacher):
    from django.utils import timezone

    from courses.models import Assignment, Course, Item, Membership, Submission

    course = Course.objects.create(name=f"Stort hold: {kind}", term="2026")
    Membership.objects.create(course=course, user=teacher, role="teacher")
    content = {"case": works[0].case} if kind == "walkthrough" else {"quiz": works[0].quiz}
    now = timezone.now()
    times = {"opens_at": now - timedelta(days=1), "due_at": now + timedelta(days=1)}
    assignment = Assignment.objects.create(course=course, title="Måling", **times)
    item = Item.objects.create(assignment=assignment, **content)
    rows = (Submission(assignment=assignment, item=item, user=work.user, **{kind: work}) for work in works)
    Submission.objects.bulk_create(rows, batch_size=500)
    return assignment


def _people(name: str, count: int):
    from accounts.models import User

    return User.objects.bulk_create(User(email=f"{name}{number}@maal.test") for number in range(count))


def _copied(row, pk, **fields):
    new = copy(row)
    new.pk, new._state = pk, type(row._state)()
    for name, value in fields.items():
        setattr(new, name, value)
    return new


if __name__ == "__main__":
    for line in measure():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
