"""An acceptance comes into force with its regrade, and goes with it, for those too who handed in meanwhile."""

from typing import Any

from django.utils import timezone
from django.utils.text import Truncator

from cases.models import Walkthrough
from courses.models import Acceptance, GradeScale, Regrade, RegradeChange, Submission
from courses.regrading import dry_run, finding, works
from courses.regrading.refusing import Refused
from quizzes.models import Attempt

LONGEST = 80
Found = RegradeChange.State


def begin(regrade: Regrade, by) -> None:
    """Let what is accepted count from now on, instead of what was said of the same answer before.

    Raises `Refused` where somebody has handed in since the dry run who would get it unseen.
    """
    acceptance = regrade.tries
    if acceptance is None:
        return
    _hold_open(acceptance)
    same = Acceptance.objects.in_force().filter(
        assignment=acceptance.assignment_id,
        submission=acceptance.submission_id,
        signature=acceptance.signature,
    )
    before = same.first()
    if before:
        _end(before, by)
    acceptance.replaces, acceptance.in_force_at = before, timezone.now()
    acceptance.save(update_fields=["replaces", "in_force_at"])
    unseen = sum(
        works.ACCEPTING[kind].differs(work) for (kind, _), work in works.read(_later(regrade)).items()
    )
    if unseen:
        raise Refused(
            f"{unseen} besvarelse{'r' if unseen > 1 else ''} med det samme svar er afleveret, siden der blev "
            "prøveberegnet. Intet er ændret. Lav en ny prøveberegning, så du ser, hvad der nu sker."
        )


def end(regrade: Regrade, by) -> list[tuple[RegradeChange, Any, dict]]:
    """Let it count no longer, and what it replaced count again.

    Gives, for each hand-in that got it since the dry run, the change with the work and the state without it.
    """
    acceptance = regrade.tries
    if acceptance is None:
        return []
    _hold_open(acceptance)
    _end(acceptance, by)
    if acceptance.replaces:
        acceptance.replaces.taken_back_at = acceptance.replaces.taken_back_by = None
        acceptance.replaces.save(update_fields=["taken_back_at", "taken_back_by"])
    return _without(regrade)


def words(regrade: Regrade) -> str:
    """What is accepted, for the record: of which question and how much; the answer itself is the student's."""
    if regrade.tries is None:
        return ""
    question = Truncator(regrade.tries.question).chars(LONGEST)
    return f": et svar på »{question}« giver {regrade.tries.percent} % af sine point"


def _hold_open(acceptance: Acceptance) -> None:
    """Let whoever hands in at this moment finish first, and whoever comes then be marked by what counts then."""
    if acceptance.is_for_all:
        for model in (Walkthrough, Attempt):
            open_works = model.objects.filter(
                submission__assignment=acceptance.assignment_id, submitted_at=None
            )
            list(open_works.select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def _end(acceptance: Acceptance, by) -> None:
    acceptance.taken_back_at, acceptance.taken_back_by = timezone.now(), by
    acceptance.save(update_fields=["taken_back_at", "taken_back_by"])


def _later(regrade: Regrade) -> list[Submission]:
    """What was handed in since the dry run, where the acceptance is of all."""
    if regrade.tries is None or not regrade.tries.is_for_all:
        return []
    done = finding.handed_in(finding.works_in(regrade.assignment, regrade.scope))
    return list(done.exclude(regrade_changes__regrade=regrade).select_related("user"))


def _without(regrade: Regrade) -> list[tuple[RegradeChange, Any, dict]]:
    """The hand-ins that got the acceptance as they were marked: written down as changes like the others."""
    later = _later(regrade)
    if not later:
        return []
    works.share_assignments(later)
    as_read, to_put = works.read(later, lock=True), works.read(later)
    changes, scale = [], GradeScale.current()
    for submission, work in works.pairs(later, as_read):
        kind = works.kind_of(submission)
        module = works.KINDS[kind]
        if not works.ACCEPTING[kind].differs(work):
            continue
        row = RegradeChange(regrade=regrade, submission=submission, was_released=submission.is_released())
        had = module.state(work)
        dry_run.weigh(row, work, module, module.with_accepted(work), scale)
        state = _turned(row, had)
        changes.append((row, to_put[kind, work.pk], state))
    RegradeChange.objects.bulk_create([row for row, _, _ in changes])
    return changes


def _turned(row: RegradeChange, had: dict) -> dict:
    """Make of the change that takes the acceptance away the one that brought it; gives the state without it."""
    state = row.new_state or {}
    row.new_state, row.before, row.after = had, row.after, row.before
    row.old_points, row.new_points = row.new_points, row.old_points
    row.old_grade, row.new_grade = row.new_grade, row.old_grade
    row.what = [[name, now, before] for name, before, now in row.what]
    return state
