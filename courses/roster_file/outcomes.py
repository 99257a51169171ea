"""A line of the list beside what the site knows of its address: what would happen, in words."""

from dataclasses import dataclass

from accounts.models import User
from courses.models import Group, Invitation
from courses.participants import Participant
from courses.roster_file.people import Person

UNPROVED = "Adressen er ikke bekræftet af den, der har kontoen."


@dataclass(frozen=True)
class Known:
    """A line whose address has an account."""

    person: Person
    user: User
    participant: Participant | None
    is_proved: bool

    @property
    def group(self) -> Group | None:
        """The group that the person is in now."""
        return self.participant.group if self.participant else None

    @property
    def joins(self) -> bool:
        """Whether the person comes to the course."""
        return self.participant is None

    @property
    def moves(self) -> bool:
        """Whether the line names another group than the one the person is in."""
        return _is_other(self.person.group, self.group)

    @property
    def changes(self) -> bool:
        """Whether the line changes anything."""
        return self.joins or self.moves

    @property
    def words(self) -> str:
        """What would happen."""
        return _words("Kommer på holdet" if self.joins else "", self.person, self.group) or "Uændret"

    @property
    def notes(self) -> list[str]:
        """What to look at before saying yes; of those who are in the course already nothing."""
        if not self.joins:
            return []
        other = self.person.name and self.person.name.casefold() != str(self.user).casefold()
        return ([f"Kontoen hedder {self.user}."] if other else []) + ([] if self.is_proved else [UNPROVED])


@dataclass(frozen=True)
class New:
    """A line whose address has no account."""

    person: Person
    invitation: Invitation | None

    @property
    def group(self) -> Group | None:
        """The group that waits for the person now."""
        return self.invitation.group if self.invitation else None

    @property
    def moves(self) -> bool:
        """Whether the line names another group."""
        return _is_other(self.person.group, self.group)

    @property
    def is_renamed(self) -> bool:
        """Whether the line names the person otherwise than the invitation."""
        return bool(self.invitation and self.person.name and self.person.name != self.invitation.name)

    @property
    def changes(self) -> bool:
        """Whether the line changes anything."""
        return self.invitation is None or self.moves or self.is_renamed

    @property
    def words(self) -> str:
        """What would happen."""
        begins = "" if self.invitation else "Inviteres"
        begins = "Får nyt navn" if self.is_renamed else begins
        return _words(begins, self.person, self.group) or "Er inviteret, uændret"


def _is_other(name: str, group: Group | None) -> bool:
    return bool(name) and (group is None or group.name.casefold() != name.casefold())


def _words(begins: str, person: Person, group: Group | None) -> str:
    if not _is_other(person.group, group):
        return begins
    if begins:
        return f"{begins} ({person.group})"
    return f"Flyttes fra {group} til {person.group}" if group else f"Kommer i {person.group}"
