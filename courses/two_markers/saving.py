"""Saving the mark of one of two, agreeing points, and what follows when the setting is switched off.

Each takes the assignment's row and then the hand-in's, so that two who save at once do so one after the other.
"""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases import levels, rubric
from courses import markable, record
from courses.markable import Markable
from courses.models import Assignment, Judgement, Submission
from courses.two_markers import sides as two
from courses.two_markers.sides import Sides, Stage
from rules.danish import join

Points = dict[str, Decimal]
FIRST, SECOND, AGREED = Judgement.Place.FIRST, Judgement.Place.SECOND, Judgement.Place.AGREED


class Refused(Exception):
    """Nothing was saved; the message says why and what to do."""

    status = 409


class BothIn(Refused):
    """Two have marked already."""

    def __init__(self) -> None:
        super().__init__("To har bedømt begrundelsen imens. Dine point er ikke gemt og står i felterne.")


class Moved(Refused):
    """What the page was drawn from has changed."""

    def __init__(self) -> None:
        super().__init__("Bedømmelsen er ændret, mens du skrev. Din er ikke gemt endnu og står i felterne.")


class MayNot(Refused):
    """A third person, who does not run the course."""

    status = 403

    def __init__(self) -> None:
        super().__init__("De to, der har bedømt, eller holdets underviser aftaler pointene.")


def held(marked: Markable) -> tuple[Markable, Sides]:
    """The argument as it stands now, held until the transaction ends."""
    submission = Submission.objects.filter(pk=marked.submission.pk)
    assignment = Assignment.objects.select_for_update(of=("self",)).get(pk=marked.submission.assignment_id)
    submission.select_for_update(of=("self",)).get()
    marked.submission.assignment.marked_by_two = assignment.marked_by_two
    now = marked.again()
    return now, two.of(now)


def mark(now: Markable, sides: Sides, points: Points, comment: str, *, by: User, version: str) -> Stage:
    """Keep the mark of one of the two; where the other gave the same, it counts. For an argument that is `held`.

    The same once more changes nothing. Raises `BothIn`, and `Moved` where the person has saved another since.
    """
    kept, own = _kept(now, points), sides.of(by)
    if own and (own.points, own.comment) == (kept, comment):
        return sides.stage
    if sides.is_full:
        raise BothIn
    if version != sides.version(by, ""):
        raise Moved
    place = own.place if own else (SECOND if sides.marks else FIRST)
    _write(now, Judgement(pk=own.pk if own else None, by=by, place=place), kept, comment)
    said = "ændret" if own else "gemt"
    _note(now, by, {"Til to bedømmere": f"{Judgement.Place(place).label} har {said} sine point"})
    after = two.of(now)
    if after.is_full and not after.differing:
        now.award(points, after.comment, by=by, version=now.version)
        _note(now, by, {"Til to bedømmere": "Enige: pointene tæller"} | _words(now, points))
        return Stage.EQUAL
    return after.stage


@transaction.atomic
def agree(marked: Markable, points: Points, comment: str, reason: str, *, by: User, version: str) -> None:
    """Let these points count where two differed, or others than those agreed before. Once more changes nothing.

    Raises `Moved` where something was saved since the page was drawn, and `MayNot`.
    """
    now, sides = held(marked)
    if not sides.may_settle(by, now.submission.assignment.course):
        raise MayNot
    kept, before = _kept(now, points), sides.agreed
    if before and (before.points, before.comment, before.reason) == (kept, comment, reason):
        return
    if version != sides.version(by, now.version):
        raise Moved
    was = _counted(now) if sides.counts else _both(now, sides)
    now.award(points, comment, by=by, version=now.version)
    row = Judgement(pk=before.pk if before else None, by=by, place=AGREED, reason=reason)
    _write(now, row, kept, comment, version=before.version + 1 if before else 1)
    words = _words(now, points)
    changed = {label: said for label, said in words.items() if was.get(label) != said}
    _note(now, by, changed or words, before={key: was[key] for key in changed if key in was}, reason=reason)


def switched_off(assignment: Assignment, *, by: User) -> None:
    """One is enough from now on: what one has marked counts. Where two differ, points are still agreed."""
    for submission, response in two.half_done(assignment):
        found = Submission.objects.with_work().get(pk=submission)
        found.assignment = assignment
        marked = markable.of(found, response)
        if marked is None or marked.kept:
            continue
        (only,) = two.of(marked).marks
        points = two.points_of(only)
        marked.award(points, only.comment, by=only.by, version=marked.version)
        _note(marked, by, {"Til to bedømmere": "Én er nok: pointene tæller"} | _words(marked, points))


def _kept(now: Markable, points: Points) -> dict[str, dict]:
    most = {row.key: row.most for row in now.rows}
    return {key: {"points": levels.kept(given), "of": most[key]} for key, given in points.items()}


def _write(now: Markable, row: Judgement, points: dict, comment: str, version: int | None = None) -> None:
    row.submission, row.response_id = now.submission, now.response_id
    row.points, row.comment, row.saved_at = points, comment, timezone.now()
    if row.pk:
        row.version = version or Judgement.objects.get(pk=row.pk).version + 1
    row.save()


def _note(now: Markable, by: User, after: dict[str, str], **said) -> None:
    assignment = now.submission.assignment
    about = now.submission.user
    said["before"] = said.get("before") or None
    record.note(
        assignment.course,
        record.Kind.ARGUMENT,
        by=by,
        about=about,
        assignment=assignment,
        after=after,
        **said,
    )


def _words(now: Markable, points: Points) -> dict[str, str]:
    return {row.title: f"{rubric.shown(points[row.key])} af {row.most}" for row in now.rows}


def _counted(now: Markable) -> dict[str, str]:
    return {row.title: row.share for row in now.rows}


def _both(now: Markable, sides: Sides) -> dict[str, str]:
    """What the two gave each criterion, the first of them first."""
    given = [two.points_of(one) for one in sides.marks]
    return {
        row.title: f"{join([rubric.shown(points[row.key]) for points in given])} af {row.most}"
        for row in now.rows
    }
