"""Putting a dry run in force as one step, and taking it back: all of it or nothing."""

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from courses import accepted, notifying, record, results
from courses.models import Assignment, Regrade, RegradeChange, Submission
from courses.moments import moment
from courses.regrading import acceptances, finding, works
from courses.regrading.refusing import Refused

__all__ = ["Refused"]

State, Found = Regrade.State, RegradeChange.State
NAMED = 3


def put_in_force(regrade: Regrade, *, by) -> Regrade:
    """Let every change stand, and keep the old results; a second time changes nothing.

    Raises `Refused` where a work, what it is worth, or what grades it has changed since the dry run.
    """
    with transaction.atomic():
        locked = _locked(regrade)
        if locked.state == State.IN_FORCE:
            return locked
        if locked.state != State.READY:
            raise Refused("Ombedømmelsen kan ikke gennemføres nu. Se nedenfor, hvor langt den er.")
        rows = _rows(locked)
        found = works.read((row.submission for row in rows), lock=True)
        _refuse_changed(rows, found)
        acceptances.begin(locked, by)
        states = {_key(row): row.new_state for row in rows}
        for row in rows:
            row.kept_as = len(found[_key(row)].earlier.all()) + 1
            row.was_released = row.submission.is_released()
        _put(found, states, by=by, reason=locked.reason)
        accepted.give(works.pairs([row.submission for row in rows], found))
        _refuse_outdated(rows, found)
        RegradeChange.objects.bulk_update(rows, ["kept_as", "was_released"], batch_size=200)
        locked.state, locked.committed_at, locked.committed_by = State.IN_FORCE, timezone.now(), by
        locked.save(update_fields=["state", "committed_at", "committed_by"])
        _tell(locked, by=by, after="gennemført")
        return locked


def take_back(regrade: Regrade, *, by) -> Regrade:
    """Let the results stand again that stood before; what stood since is kept, too. A second time changes nothing.

    Raises `Refused` where a work has changed since.
    """
    with transaction.atomic():
        locked = _locked(regrade)
        if locked.state == State.TAKEN_BACK:
            return locked
        if locked.state != State.IN_FORCE:
            raise Refused("Ombedømmelsen er ikke gennemført, så der er intet at tage tilbage.")
        rows = _rows(locked)
        found = works.read((row.submission for row in rows), lock=True)
        changed = [row for row in rows if _fingerprint(row, found) != row.after]
        if changed:
            raise Refused(
                f"{_names(changed)} er bedømt på ny, efter at ombedømmelsen blev gennemført. Den kan derfor "
                "ikke tages tilbage som helhed, og intet er ændret. Ret pointene for den enkelte i stedet."
            )
        numbers = {_key(row): row.kept_as for row in rows}
        reason = f"Ombedømmelsen {moment(locked.committed_at)} er taget tilbage."
        _put(found, _kept(numbers), by=by, reason=reason)
        later = acceptances.end(locked, by)
        _put(
            {_key(row): work for row, work, _ in later},
            {_key(row): state for row, _, state in later},
            by=by,
            reason=reason,
        )
        locked.state, locked.undone_at, locked.undone_by = State.TAKEN_BACK, timezone.now(), by
        locked.save(update_fields=["state", "undone_at", "undone_by"])
        _tell(locked, by=by, after="taget tilbage")
        return locked


def concerned(regrade: Regrade) -> QuerySet[Submission]:
    """The hand-ins of which a result that the student had seen is now another: whom to send a message."""
    told = regrade.changes.filter(state=Found.CHANGED, was_released=True)
    return Submission.objects.filter(regrade_changes__in=told).select_related("user", "assignment")


def _tell(regrade: Regrade, *, by, after: str) -> None:
    """Write down what was done, of the assignment and of each student whose points it changed, and tell those."""
    said = {"by": by, "reason": regrade.reason}
    after += acceptances.words(regrade)
    is_back = regrade.state == State.TAKEN_BACK
    record.note(
        regrade.assignment.course, record.Kind.REGRADE, assignment=regrade.assignment, after=after, **said
    )
    changed = regrade.changes.filter(state=Found.CHANGED).select_related(
        "submission__user", "submission__assignment__course"
    )
    record.note_all(
        record.entry_of(
            row.submission.assignment.course,
            record.Kind.REGRADE,
            assignment=row.submission.assignment,
            about=row.submission.user,
            before=f"{results.shown(row.new_points if is_back else row.old_points)} point",
            after=f"{results.shown(row.old_points if is_back else row.new_points)} point ({after})",
            **said,
        )
        for row in changed
    )
    by_assignment: dict[Assignment, list] = defaultdict(list)
    for submission in concerned(regrade):
        by_assignment[submission.assignment].append(submission.user)
    for assignment, users in by_assignment.items():
        notifying.regraded(assignment, users, regrade.reason, event=f"{regrade.pk}:{regrade.state}")


def _locked(regrade: Regrade) -> Regrade:
    """The row and the assignments of its work, held in one order: points that are set by hand wait, too."""
    locked = (
        Regrade.objects.select_for_update(of=("self",))
        .select_related("assignment__course", "acceptance")
        .get(pk=regrade.pk)
    )
    of_work = Assignment.objects.filter(submissions__regrade_changes__regrade=locked).values("pk")
    list(Assignment.objects.select_for_update().filter(pk__in=of_work).order_by("pk").values_list("pk"))
    return locked


def _rows(regrade: Regrade) -> list[RegradeChange]:
    changed = regrade.changes.filter(state__in=[Found.CHANGED, Found.WORDING])
    rows = list(changed.select_related("submission__user"))
    works.share_assignments(row.submission for row in rows)
    return rows


def _key(row: RegradeChange) -> tuple[str, Any]:
    return works.kind_of(row.submission), works.key_of(row.submission)


def _fingerprint(row: RegradeChange, found: dict) -> str:
    work = found.get(_key(row))
    return works.KINDS[_key(row)[0]].fingerprint(work) if work else ""


def _refuse_changed(rows: list[RegradeChange], found: dict) -> None:
    changed = []
    for row in rows:
        stands = _fingerprint(row, found) == row.before
        result = works.result_of(row.submission, found[_key(row)]) if stands else None
        by_hand = result.points if result and result.is_overridden else None
        if result is None or (result.computed, by_hand) != (row.old_points, row.set_points):
            changed.append(row)
    if changed:
        raise Refused(
            f"{_names(changed)} har fået et andet resultat, siden der blev prøveberegnet. Intet er ændret. "
            "Lav en ny prøveberegning, så du ser, hvad der nu sker."
        )


def _refuse_outdated(rows: list[RegradeChange], found: dict) -> None:
    """What is in force now must be what today's rules and keys give, but for what was let be knowingly."""
    now = works.today(found)
    if any(
        works.KINDS[kind].outdated(found[kind, pk], now[kind]) - {finding.STAYS, *row.stale}
        for row in rows
        for kind, pk in [_key(row)]
    ):
        raise Refused(
            "En regel, en nøgle eller en vægt er ændret, siden der blev prøveberegnet. Intet er ændret. "
            "Lav en ny prøveberegning, så du ser, hvad der nu sker."
        )


def _put(found: dict, states: dict, *, by, reason: str) -> None:
    for kind, module in works.KINDS.items():
        pairs = [(work, states[kind, pk]) for (of, pk), work in found.items() if of == kind]
        if pairs:
            module.put(pairs, by=by, reason=reason)


def _kept(numbers: dict[tuple[str, Any], int | None]) -> dict[tuple[str, Any], Any]:
    by_kind: dict[str, dict[Any, int | None]] = defaultdict(dict)
    for (kind, pk), number in numbers.items():
        by_kind[kind][pk] = number
    return {
        (kind, pk): state
        for kind, of_kind in by_kind.items()
        for pk, state in works.KINDS[kind].kept(of_kind).items()
    }


def _names(rows: list[RegradeChange]) -> str:
    names = [str(row.submission.user) for row in rows[:NAMED]]
    if len(rows) > NAMED:
        return f"{', '.join(names)} og {len(rows) - NAMED} andre"
    return " og ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
