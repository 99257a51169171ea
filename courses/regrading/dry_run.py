"""The dry run: every hand-in graded again in the background, a few at a time, and nothing of it in force.

What is done is written down with each few, so that a worker that was killed, or a second one, goes on where it was.
"""

import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cases.regrading import CannotRegrade
from courses import accepted
from courses.models import Acceptance, Assignment, GradeScale, Regrade, RegradeChange, Submission
from courses.regrading import finding, works

AT_A_TIME = 25
UNEXPECTED = "Noget gik galt under beregningen. Resultatet er ladet, som det er, og fejlen står i loggen."
FOUND = [
    "state",
    "old_points",
    "new_points",
    "set_points",
    "highest",
    "old_grade",
    "new_grade",
    "what",
    "notes",
    "stale",
    "new_state",
    "before",
    "after",
]
State, Found = Regrade.State, RegradeChange.State
log = logging.getLogger(__name__)


def start(
    assignment: Assignment, *, scope: str, reading: str, reason: str, by, acceptance: Acceptance | None = None
) -> Regrade:
    """Write down what is to be graded again, and let the worker begin.

    An acceptance, not saved yet, is tried alone: nothing else is graded anew. Of two clicks the second finds what
    the first has begun.
    """
    asked = {"scope": scope, "reading": reading, "reason": reason, "made_by": by}
    tried = {"acceptance": None}
    if acceptance:
        tried = {f"acceptance__{name}": getattr(acceptance, name) for name in ("signature", "percent")}
    with transaction.atomic():
        locked = Assignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
        begun = locked.regrades.filter(state__in=[State.WAITING, State.RUNNING], **asked, **tried).first()
        if begun:
            return begun
        rows = list(
            finding.handed_in(finding.works_in(locked, scope)).order_by("pk").values_list("pk", flat=True)
        )
        regrade = Regrade.objects.create(assignment=assignment, total=len(rows), **asked)
        RegradeChange.objects.bulk_create(
            [RegradeChange(regrade=regrade, submission_id=pk) for pk in rows], batch_size=500
        )
        if acceptance:
            acceptance.assignment, acceptance.regrade = assignment, regrade
            acceptance.save()
        run.enqueue(regrade.pk)
    return regrade


def at_once(acceptance: Acceptance, submission: Submission, *, reason: str, by) -> Regrade:
    """The dry run of what is accepted in one hand-in alone, done within the request."""
    assignment = acceptance.assignment
    regrade = Regrade.objects.create(assignment=assignment, total=1, reason=reason, made_by=by)
    acceptance.regrade = regrade
    acceptance.save()
    RegradeChange.objects.create(regrade=regrade, submission=submission)
    run.func(regrade.pk)
    regrade.refresh_from_db()
    return regrade


def go_on(regrade: Regrade) -> None:
    """Let the worker take it up again; that another one may be at it does no harm."""
    if regrade.is_running or regrade.state == State.FAILED:
        with transaction.atomic():
            Regrade.objects.filter(pk=regrade.pk, state__in=[State.WAITING, State.FAILED]).update(
                state=State.WAITING, worked_at=timezone.now()
            )
            run.enqueue(regrade.pk)


@task()
def run(pk: int) -> None:
    """Grade what waits, until nothing does."""
    regrade = Regrade.objects.select_related("acceptance").get(pk=pk)
    Regrade.objects.filter(pk=pk, state=State.WAITING).update(state=State.RUNNING, worked_at=timezone.now())
    try:
        while batch := _waiting(regrade):
            _keep(regrade, list(graded(batch, regrade)))
    except Exception:
        Regrade.objects.filter(pk=pk, state=State.RUNNING).update(state=State.FAILED)
        raise
    Regrade.objects.filter(pk=pk, state=State.RUNNING).update(state=State.READY, worked_at=timezone.now())


def _waiting(regrade: Regrade) -> list[RegradeChange]:
    batch = list(regrade.changes.filter(state=Found.WAITING).select_related("submission")[:AT_A_TIME])
    works.share_assignments(row.submission for row in batch)
    return batch


def _keep(regrade: Regrade, graded: list[RegradeChange]) -> None:
    with transaction.atomic():
        locked = Regrade.objects.select_for_update().get(pk=regrade.pk)
        mine = locked.changes.filter(pk__in=[row.pk for row in graded], state=Found.WAITING)
        still = set(mine.values_list("pk", flat=True))
        RegradeChange.objects.bulk_update([row for row in graded if row.pk in still], FOUND)
        locked.done = locked.changes.exclude(state=Found.WAITING).count()
        locked.worked_at = timezone.now()
        locked.save(update_fields=["done", "worked_at"])


def graded(batch: list[RegradeChange], regrade: Regrade) -> Iterable[RegradeChange]:
    """The same rows with what grading again would change."""
    found = works.read(row.submission for row in batch)
    tried = regrade.tries
    if tried:
        accepted.give(works.pairs([row.submission for row in batch], found), also=tried)
    now, scale = works.today(found), GradeScale.current()
    for row in batch:
        kind = works.kind_of(row.submission)
        work = found[kind, works.key_of(row.submission)]
        try:
            _grade(row, work, works.KINDS[kind], now[kind], regrade, scale)
        except CannotRegrade as error:
            row.state, row.notes = Found.IMPOSSIBLE, [str(error)]
        except Exception:
            # One work that cannot be graded must not hold up five hundred.
            log.exception("work %s cannot be graded again", work.pk)
            row.state, row.notes = Found.IMPOSSIBLE, [UNEXPECTED]
        yield row


def _grade(row: RegradeChange, work, module, now, regrade: Regrade, scale: GradeScale) -> None:
    if regrade.tries:
        new, row.stale = module.with_accepted(work), sorted(module.outdated(work, now) - finding.OWN)
    else:
        new, row.notes = module.again(work, now, regrade.reading)
    weigh(row, work, module, new, scale)


def weigh(row: RegradeChange, work, module, new, scale: GradeScale) -> None:
    """Write down what the new state of the work changes; the work stands in it afterwards, and is not saved."""
    old = module.state(work)
    row.before, row.after = module.fingerprint(work, old), module.fingerprint(work, new)
    result = works.result_of(row.submission, work)
    row.old_points, row.highest, row.old_grade = (
        result.computed,
        result.highest,
        works.grade_of(result, scale),
    )
    row.set_points = result.points if result.is_overridden else None
    row.new_points, row.new_grade, row.state = row.old_points, row.old_grade, Found.SAME
    if row.after == row.before:
        return
    row.what, row.new_state = module.differences(old, new), new
    result = works.result_of(row.submission, module.stand(work, new))
    row.new_points, row.new_grade = result.computed, works.grade_of(result, scale)
    is_new_mark = old["total"] != new["total"] or old.get("marks") != new.get("marks")
    row.state = Found.CHANGED if is_new_mark else Found.WORDING
