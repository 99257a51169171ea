"""How people come to a course and leave it. Work is kept whoever goes, and found again by who comes back."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import dateformat, timezone

from accounts.models import User
from accounts.registry import ClosedJoinCode, UnknownJoinCode
from courses import join_codes, record
from courses.models import Course, Group, Invitation, Membership
from courses.record import Kind

STUDENT, MARKER, TEACHER = Membership.Role.STUDENT, Membership.Role.MARKER, Membership.Role.TEACHER


class LastTeacher(Exception):
    """Nobody would be left to run the course; the message is for the teacher."""

    def __init__(self) -> None:
        super().__init__(
            "Holdet skal have mindst én underviser. Gør først en anden til underviser; intet er ændret."
        )


def course_of(code: str) -> Course:
    """The course that answers to the code as typed and takes people by it today; not an archived one."""
    course = Course.objects.active().filter(join_code=join_codes.read(code)).first()
    if course is None:
        raise UnknownJoinCode(code)
    if course.join_until is None:
        raise ClosedJoinCode("Underviseren har lukket for tilmelding med koden. Bed om at blive lukket ind.")
    if not course.takes_people:
        last = dateformat.format(course.join_until, "j. F Y")
        raise ClosedJoinCode(f"Koden gjaldt til og med {last}. Bed din underviser om en ny.")
    return course


def check(code: str) -> None:
    """Raise UnknownJoinCode unless a course takes people by the code."""
    course_of(code)


def join(user: User, code: str) -> Course:
    """Make the person a student of the course that the code is for."""
    course = course_of(code)
    enrol(course, user, by=user)
    return course


@transaction.atomic
def enrol(course: Course, user: User, group: Group | None = None, *, by: User) -> Membership:
    """Make the person a student, in the group if one is given; who is already in it stays what they are."""
    member, is_new = Membership.objects.get_or_create(course=course, user=user, defaults={"role": STUDENT})
    if is_new:
        record.note(course, Kind.JOINED if by == user else Kind.ADDED, by=by, about=user, after=STUDENT.label)
    invitation = Invitation.objects.filter(course=course, email=user.email.lower()).first()
    if invitation:
        group = group or invitation.group
        invitation.delete()
    if group and member.role == STUDENT:
        move([member], group)
    return member


def is_invited(email: str) -> bool:
    """Whether a course that is in use waits for the address."""
    return _waiting(email).exists()


def redeem(user: User) -> None:
    """Enrol the person, whose address is proved, in the courses that wait for it."""
    for invitation in _waiting(user.email).select_related("course"):
        enrol(invitation.course, user, by=user)


def _waiting(email: str):
    return Invitation.objects.filter(email=email.strip().lower(), course__archived_at=None)


def move(members: Iterable[Membership], group: Group | None) -> None:
    """Put the members of one course into the group, out of the one they were in; with None into none."""
    place(dict.fromkeys(members, group))


@transaction.atomic
def place(group_of: dict[Membership, Group | None]) -> None:
    """Put each member into one group and out of all others; with None into none."""
    places = Group.members.through.objects
    places.filter(membership__in=[*group_of]).delete()
    into = [(member, group) for member, group in group_of.items() if group]
    places.bulk_create(places.model(group=group, membership=member) for member, group in into)


def add_teacher(course: Course, user: User, *, by: User | None = None) -> None:
    """Make the person a co-teacher, also one who was in the course as a student."""
    set_role(course, user, TEACHER, by=by)


@transaction.atomic
def set_role(course: Course, user: User, role: str, *, by: User | None) -> None:
    """Give the person the role; raises LastTeacher where the only teacher would become something else."""
    Course.objects.select_for_update().get(pk=course.pk)
    if role != TEACHER:
        _keep_a_teacher(course, without=[user])
    was = Membership.objects.filter(course=course, user=user).first()
    member, _ = Membership.objects.update_or_create(course=course, user=user, defaults={"role": role})
    if role != STUDENT:
        move([member], None)
    now = member.get_role_display()
    if was is None:
        record.note(course, Kind.ADDED, by=by, about=user, after=now)
    elif was.role != role:
        record.note(course, Kind.ROLE, by=by, about=user, before=was.get_role_display(), after=now)


@transaction.atomic
def remove(course: Course, users: Iterable[User], *, by: User) -> int:
    """Take the people out of the course, their work stays; how many there were. Raises LastTeacher."""
    Course.objects.select_for_update().get(pk=course.pk)
    gone = list(users)
    _keep_a_teacher(course, without=gone)
    members = list(Membership.objects.filter(course=course, user__in=gone))
    record.note_all(
        record.entry_of(course, Kind.REMOVED, by=by, about=member.user, before=member.get_role_display())
        for member in members
    )
    Membership.objects.filter(pk__in=[member.pk for member in members]).delete()
    return len(members)


@transaction.atomic
def renew_code(course: Course, *, by: User) -> None:
    """Give the course a new join code; the old one lets nobody in any more."""
    before = course.shown_join_code
    course.renew_join_code()
    record.note(course, Kind.CODE, by=by, before=before, after=course.shown_join_code)


@transaction.atomic
def set_join_until(course: Course, day: date | None, *, by: User) -> None:
    """Let the code take people until the end of the day; None lets nobody in by it."""
    if day == course.join_until:
        return
    before = _taken_until(course)
    course.set_join_until(day)
    record.note(course, Kind.CODE, by=by, before=before, after=_taken_until(course))


def _taken_until(course: Course) -> str:
    if course.join_until is None:
        return "tager ingen"
    return f"gælder til og med {dateformat.format(course.join_until, 'j. F Y')}"


@transaction.atomic
def archive(course: Course, *, by: User, away: bool) -> None:
    """Put the course away, or take it back; nothing is deleted, and twice is as once."""
    if away == bool(course.archived_at):
        return
    course.archived_at = timezone.now() if away else None
    course.save(update_fields=["archived_at"])
    states = ("i brug", "arkiveret")
    record.note(course, Kind.ARCHIVE, by=by, before=states[not away], after=states[away])


def _keep_a_teacher(course: Course, *, without: list[User]) -> None:
    teachers = Membership.objects.filter(course=course, role=TEACHER)
    if teachers.filter(user__in=without).exists() and not teachers.exclude(user__in=without).exists():
        raise LastTeacher


def panel(user: User) -> dict:
    """The person's courses, for Min side."""
    memberships = Membership.objects.filter(user=user, course__archived_at=None)
    return {"memberships": memberships.select_related("course").order_by("joined_at")}
