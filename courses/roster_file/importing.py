"""What the teacher has said yes to, done whole or not at all; a second time it changes nothing."""

from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from courses import enrolment, notifying, record
from courses.models import Course, Group, Invitation, Membership
from courses.record import Kind
from courses.roster_file import people, planning
from courses.roster_file.columns import Columns
from courses.roster_file.planning import Plan
from courses.roster_file.reading import Line
from rules.danish import join


@dataclass(frozen=True)
class Done:
    """How many came, were invited, were moved and were taken out."""

    joined: int
    invited: int
    moved: int
    removed: int

    @property
    def words(self) -> str:
        """The same in Danish."""
        parts = [
            (self.joined, "er kommet på holdet"),
            (self.invited, "er inviteret"),
            (self.moved, "har fået en anden gruppe"),
            (self.removed, "er fjernet"),
        ]
        told = [f"{count} {words}" for count, words in parts if count]
        return f"{join(told)}." if told else "Listen svarer til holdet. Intet er ændret."


@transaction.atomic
def carry_out(
    course: Course, lines: list[Line], columns: Columns, *, removed: set[str], withdrawn: set[str], by: User
) -> Done:
    """Bring the course to what the file says. `removed` are the keys of people, `withdrawn` of invitations.

    The plan is made anew under a lock: who has come since the preview is not invited, and two who
    import at once do it one after the other.
    """
    Course.objects.select_for_update().get(pk=course.pk)
    plan = planning.of(course, *people.of(lines, columns))
    groups = _groups(course, plan)
    joined = _join(course, plan, by)
    invited, moved = _invite(course, plan, groups)
    moved += _move(course, plan, groups)
    gone = [one.member.user for one in plan.missing if str(one.member.user_id) in removed]
    taken_back = [one.pk for one in plan.uninvited if str(one.pk) in withdrawn]
    Invitation.objects.filter(pk__in=taken_back).delete()
    count = enrolment.remove(course, gone, by=by) if gone else 0
    return Done(joined, invited, moved, count + len(taken_back))


def _groups(course: Course, plan: Plan) -> dict[str, Group]:
    """The groups that the lines name, by their folded name; those that are missing are made."""
    found = {group.name.casefold(): group for group in course.groups.all()}
    fresh: dict[str, Group] = {}
    for name in [row.person.group for row in plan.known] + [row.person.group for row in plan.new]:
        if name and name.casefold() not in found:
            fresh.setdefault(name.casefold(), Group(course=course, name=name))
    Group.objects.bulk_create(fresh.values())
    return found | fresh


def _join(course: Course, plan: Plan, by: User) -> int:
    fresh = [row.user for row in plan.known if row.joins]
    Membership.objects.bulk_create(
        [Membership(course=course, user=user, role=Membership.Role.STUDENT) for user in fresh],
        ignore_conflicts=True,
    )
    student = Membership.Role.STUDENT.label
    record.note_all(record.entry_of(course, Kind.ADDED, by=by, about=user, after=student) for user in fresh)
    here = {address for row in plan.known for address in (row.person.email, row.user.email.lower())}
    Invitation.objects.filter(course=course, email__in=here).delete()
    return len(fresh)


def _invite(course: Course, plan: Plan, groups: dict[str, Group]) -> tuple[int, int]:
    """How many are invited, and how many that were invited before are moved."""
    fresh: list[Invitation] = []
    changed: list[Invitation] = []
    moved = sum(bool(row.invitation) and row.moves for row in plan.inviting)
    for row in plan.inviting:
        one = row.invitation or Invitation(course=course, email=row.person.email)
        (changed if row.invitation else fresh).append(one)
        one.group = groups.get(row.person.group.casefold(), row.group)
        one.name = row.person.name or one.name
    Invitation.objects.bulk_create(fresh)
    notifying.invited_all(course, {one.email: one.name for one in fresh})
    Invitation.objects.bulk_update(changed, ["name", "group"])
    return len(fresh), moved


def _move(course: Course, plan: Plan, groups: dict[str, Group]) -> int:
    """Into the groups that the lines name; of those who have just come it is no change to be counted."""
    moving = [row for row in plan.known if row.moves]
    found = course.memberships.filter(user__in=[row.user for row in moving])
    members = {member.user_id: member for member in found}
    enrolment.place({members[row.user.pk]: groups[row.person.group.casefold()] for row in moving})
    return sum(not row.joins for row in moving)
