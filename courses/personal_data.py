"""What the courses keep about a person, and how they let go of it."""

from collections import defaultdict

from django.db.models import Q
from django.utils import timezone

from courses import release, results, work
from courses.models import (
    Acceptance,
    Assignment,
    CalendarFeed,
    Course,
    Extension,
    GradeChange,
    Group,
    Invitation,
    Judgement,
    Membership,
    Message,
    MutedKind,
    ReceiptFile,
    RecordEntry,
    RegradeChange,
    Submission,
    Vote,
)
from courses.regrading import told
from courses.standing import Standing

WORK = ("submission__assignment", "submission__walkthrough", "response")
MARKS = {RecordEntry.Kind.MARK, RecordEntry.Kind.ARGUMENT, RecordEntry.Kind.REGRADE}


def export(user) -> dict:
    """The person's courses, and what was begun and handed in."""
    memberships = Membership.objects.filter(user=user).select_related("course").prefetch_related("groups")
    invitations = Invitation.objects.filter(email=user.email.lower()).select_related("course")
    extensions = Extension.objects.filter(user=user).select_related("assignment")
    changes = GradeChange.objects.filter(user=user).select_related("assignment", "changed_by")
    done = _done(user)
    shown = {row.assignment.pk: row.shows_result for row in done if row.done.final}
    judgements = _judgements(user)
    return {
        "hold": [
            {
                "navn": row.course.name,
                "termin": row.course.term,
                "rolle": row.get_role_display(),
                "tilmeldt": row.joined_at.isoformat(),
                "grupper": [group.name for group in row.groups.all()],
            }
            for row in memberships
        ],
        "invitationer": [
            {"hold": row.course.name, "navn": row.name, "inviteret": row.invited_at.isoformat()}
            for row in invitations
        ],
        "afleveringer": [_try(row, one) for row in done for one in row.done.submissions],
        "fristforlaengelser": [_extension(row) for row in extensions],
        "rettede_bedoemmelser": [_accepted(row) for row in _acceptances(user) if _is_told(row, shown)],
        "genbedoemmelser": [_regraded(row) for row in told.to_student(submission__user=user)],
        "aendrede_point": [_change(row) for row in changes if _is_told(row, shown)],
        "beskeder": [_message(row) for row in _messages(user).select_related("course")],
        "fravalgte_mails": [row.get_kind_display() for row in MutedKind.objects.filter(user=user)],
        "kalender_siden": [row.made_at.isoformat() for row in CalendarFeed.objects.filter(user=user)],
        "kvitteringer": [_receipt(row) for row in _receipts(user)],
        "bedoemmelser_af_to": [_judged(row) for row in judgements if _is_of(user, row, shown)],
        "bedoemmelser_givet": [_judged(row) for row in judgements if row.by_id == user.pk],
        "historik": [_entry(row, shown) for row in _entries(user)],
    }


def _receipts(user):
    """Without the files: what stands in them is told with the work itself, once its result is shown."""
    return ReceiptFile.objects.filter(submission__user=user).only("number", "made_at", "sha256")


def _receipt(row: ReceiptFile) -> dict:
    return {"nummer": row.number, "lavet": row.made_at.isoformat(), "kontrolsum": row.sha256}


def _judgements(user):
    """What two have given the person's arguments, and what the person has given as one of two."""
    rows = Judgement.objects.filter(Q(submission__user=user) | Q(by=user))
    return list(rows.select_related(*WORK))


def _is_of(user, row: Judgement, shown: dict[int, bool]) -> bool:
    """Whether it is of the person's own work and counts, and the person may see the result."""
    if row.submission.user_id != user.pk:
        return False
    work = row.submission.walkthrough
    is_counted = "argument" in work.marks if work else row.response is not None and bool(row.response.marking)
    return is_counted and shown.get(row.submission.assignment_id, False)


def _judged(row: Judgement) -> dict:
    """Without the name of the other person: of the student to the marker, of the marker to the student."""
    return {
        "opgave": row.submission.assignment.title,
        "som": row.get_place_display(),
        "point": {key: f"{one['points']} af {one['of']}" for key, one in row.points.items()},
        "kommentar": row.comment,
        "begrundelse": row.reason,
        "hvornaar": row.saved_at.isoformat(),
    }


def _entries(user):
    about = RecordEntry.objects.filter(Q(about=user) | Q(by=user)).select_related("course", "assignment")
    return about.order_by("pk")


def _entry(row: RecordEntry, shown: dict[int, bool]) -> dict:
    told = {
        "hold": row.course.name if row.course else None,
        "hvad": row.get_kind_display(),
        "hvor": row.subject,
        "hvornaar": row.at.isoformat(),
    }
    if row.kind in MARKS and not _is_told(row, shown):
        return told
    return told | {"fra": row.before, "til": row.after, "begrundelse": row.reason}


def _done(user) -> list[Standing]:
    """How every assignment stands on which something was begun."""
    found = defaultdict(list)
    for row in Submission.objects.filter(user=user).for_list().order_by("pk"):
        found[row.assignment_id].append(row)
    begun = Assignment.objects.filter(pk__in=list(found)).with_own(user, content=True)
    now = timezone.now()
    return [
        Standing(work.gather_own(one, user.pk, found[one.pk]), now)
        for one in begun.prefetch_related("grade_changes")
    ]


def _try(row: Standing, one: Submission) -> dict:
    result = results.of(row.done) if row.shows_result else None
    return {
        "hold": row.assignment.course.name,
        "opgave": row.assignment.title,
        "del": str(one.item),
        "forsoeg": one.number,
        "frist": row.deadline.due_at.isoformat(),
        "begyndt": one.work.started_at.isoformat(),
        "afleveret": one.submitted_at.isoformat() if one.submitted_at else None,
        "for_sent": one.late,
        # Of the whole assignment.
        "point": result.points_shown if result else None,
    }


def _extension(row: Extension) -> dict:
    return {
        "opgave": row.assignment.title,
        "frist": row.due_at.isoformat() if row.due_at else None,
        "tid_ganges_med": str(row.factor),
    }


def _acceptances(user):
    """What a teacher has said of this person's answers alone; what was said of all stands with the answers."""
    found = Acceptance.objects.filter(submission__user=user, in_force_at__isnull=False)
    return found.select_related("assignment", "regrade")


def _accepted(row: Acceptance) -> dict:
    return {
        "opgave": row.assignment.title,
        "spoergsmaal": row.question,
        "svar": row.answer,
        "andel_i_procent": row.percent,
        "begrundelse": row.regrade.reason,
        "hvornaar": row.in_force_at.isoformat() if row.in_force_at else None,
        "taget_tilbage": row.taken_back_at.isoformat() if row.taken_back_at else None,
    }


def _regraded(row: RegradeChange) -> dict:
    return {
        "opgave": row.submission.assignment.title,
        "point_foer": results.shown(row.old_points),
        "point_efter": results.shown(row.new_points),
        "begrundelse": row.regrade.reason,
        "hvornaar": row.regrade.committed_at.isoformat() if row.regrade.committed_at else None,
        "taget_tilbage": row.regrade.undone_at.isoformat() if row.regrade.undone_at else None,
    }


def _is_told(row: GradeChange | RecordEntry | Acceptance, shown: dict[int, bool]) -> bool:
    """What the student may not see yet on the page is not in the file either."""
    assignment = row.assignment
    if assignment is None:
        return True
    known = shown.get(assignment.pk)
    return release.is_shown(assignment) if known is None else known


def _change(row: GradeChange) -> dict:
    return {
        "opgave": row.assignment.title,
        "fra": None if row.old_points is None else results.shown(row.old_points),
        "til": None if row.new_points is None else results.shown(row.new_points),
        "begrundelse": row.reason,
        "af": str(row.changed_by),
        "hvornaar": row.changed_at.isoformat(),
    }


def _messages(user):
    """What the person was told, also before there was an account."""
    return Message.objects.filter(Q(user=user) | Q(address__iexact=user.email))


def _message(row: Message) -> dict:
    return {
        "hold": row.course.name,
        "emne": row.subject,
        # Anybody can make an account with an address; only its owner has the code of the invitation.
        "tekst": row.text if row.user_id else None,
        "skrevet": row.created_at.isoformat(),
        "laest": row.read_at.isoformat() if row.read_at else None,
        "sendt": row.emailed_at.isoformat() if row.emailed_at else None,
    }


def erase(user) -> None:
    """Leave the courses in which nothing was begun; where something was, the row stays under a number.

    Messages go: what they told of stands in the work and its record.
    """
    _messages(user).delete()
    MutedKind.objects.filter(user=user).delete()
    CalendarFeed.objects.filter(user=user).delete()
    kept = Submission.objects.filter(user=user).values("assignment__course")
    Membership.objects.filter(user=user).exclude(course__in=kept).delete()
    Group.members.through.objects.filter(membership__user=user).delete()
    Invitation.objects.filter(email=user.email.lower()).delete()
    # The deadline stays, since lateness rests on it; that there was more time than others had goes.
    Extension.objects.filter(user=user).update(factor=1)
    Course.objects.filter(created_by=user).update(created_by=None)
    Vote.objects.filter(by=user).update(by=None)
