"""The people of a file held against a course: what would change, and what cannot be told."""

from dataclasses import dataclass, field, replace

from allauth.account.models import EmailAddress
from django.db.models.functions import Lower

from accounts.models import User
from courses import participants
from courses.models import Course, Invitation, Membership
from courses.participants import Participant
from courses.roster_file.outcomes import Known, New
from courses.roster_file.people import Person, Unclear

STAFF = "{name} er allerede {role} på holdet og bliver det."
CLOSED = "Kontoen med adressen er lukket."
TWO_ACCOUNTS = "To konti bruger adressen. Bed den ansvarlige for Subsumo om at rydde op."


@dataclass
class Plan:
    """Everything that the file says about the course."""

    known: list[Known] = field(default_factory=list)
    new: list[New] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    # Who is in the course, or invited, and not in the file.
    missing: list[Participant] = field(default_factory=list)
    uninvited: list[Invitation] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How many lines change something."""
        return len(self.coming) + len(self.inviting)

    @property
    def coming(self) -> list[Known]:
        """Of those who have an account, the lines that change something."""
        return [row for row in self.known if row.changes]

    @property
    def inviting(self) -> list[New]:
        """The same of those who have none."""
        return [row for row in self.new if row.changes]

    @property
    def same(self) -> list[Known | New]:
        """The lines that change nothing, in the order of the file."""
        rows: list[Known | New] = [row for row in self.known if not row.changes]
        rows += [row for row in self.new if not row.changes]
        return sorted(rows, key=lambda row: row.person.line)


def of(course: Course, people: list[Person], unclear: list[Unclear]) -> Plan:
    """The plan; as many queries for three lines as for two thousand."""
    plan = Plan(unclear=list(unclear))
    members = {one.member.user_id: one for one in participants.of(course)}
    waiting = {one.email: one for one in course.invitations.select_related("group")}
    accounts, proved = _accounts([person.email for person in people])
    in_file = {one.email for one in people} | {one.email for one in unclear}
    for person in people:
        owners = accounts.get(person.email, [])
        if not owners:
            plan.new.append(New(person, waiting.get(person.email)))
        elif reason := _fault(owners, members):
            plan.unclear.append(Unclear(person.line, person.email, reason, person.email))
        else:
            (user,) = owners
            invitation = None if user.pk in members else waiting.get(person.email)
            if invitation and invitation.group and not person.group:
                person = replace(person, group=invitation.group.name)
            plan.known.append(Known(person, user, members.get(user.pk), user.pk in proved))
    named = {user.pk for owners in accounts.values() for user in owners}
    plan.missing = [one for pk, one in members.items() if pk not in named and _is_absent(one, in_file)]
    plan.uninvited = [one for email, one in waiting.items() if email not in in_file]
    plan.unclear.sort(key=lambda one: one.line)
    return plan


def _is_absent(one: Participant, in_file: set[str]) -> bool:
    return one.member.role == Membership.Role.STUDENT and one.member.user.email.lower() not in in_file


def _accounts(addresses: list[str]) -> tuple[dict[str, list[User]], set[int]]:
    """The accounts of each address, their own or added to them, and whose address is proved."""
    found: dict[str, list[User]] = {}
    for user in User.objects.annotate(lowered=Lower("email")).filter(lowered__in=addresses):
        found.setdefault(user.email.lower(), []).append(user)
    added = EmailAddress.objects.annotate(lowered=Lower("email")).filter(lowered__in=addresses)
    proved = set()
    for row in added.select_related("user"):
        owners = found.setdefault(row.email.lower(), [])
        if row.user_id not in {owner.pk for owner in owners}:
            owners.append(row.user)
        if row.verified:
            proved.add(row.user_id)
    return found, proved


def _fault(owners: list[User], members: dict[int, Participant]) -> str:
    if len(owners) > 1:
        return TWO_ACCOUNTS
    (user,) = owners
    if not user.is_active:
        return CLOSED
    found = members.get(user.pk)
    if found and found.member.role != Membership.Role.STUDENT:
        return STAFF.format(name=user, role=found.member.get_role_display().lower())
    return ""
