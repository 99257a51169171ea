"""What upper apps tell accounts: join codes and invitations, what they keep about a person, panels of Min side,
and what every page wants to know of the one who is signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import BaseExpression

from accounts.models import User


class UnknownJoinCode(Exception):
    """No course answers to the code."""


class ClosedJoinCode(UnknownJoinCode):
    """A course answers to the code and takes nobody by it any more; the message is for the person."""


@dataclass(frozen=True)
class PersonalData:
    """What one part of the site keeps about a person, and how it lets go of it."""

    name: str
    export: Callable[[User], dict[str, Any]]
    erase: Callable[[User], None]


@dataclass(frozen=True)
class Panel:
    """A part of Min side: a template and what it shows."""

    title: str
    template: str
    context: Callable[[User], dict[str, Any]]
    order: int = 100


@dataclass(frozen=True)
class JoinResolver:
    """Knows which join codes exist, and enrols a person by one."""

    check: Callable[[str], None]
    join: Callable[[User, str], object]


@dataclass(frozen=True)
class InvitationResolver:
    """Knows which addresses are invited, and lets a person in whose address is proved."""

    is_invited: Callable[[str], bool]
    redeem: Callable[[User], object]


_resolvers: list[JoinResolver] = []
_invitations: list[InvitationResolver] = []
_personal_data: dict[str, PersonalData] = {}
_panels: dict[str, Panel] = {}
_known: dict[str, BaseExpression] = {}


def register_join(*, check: Callable[[str], None], join: Callable[[User, str], object]) -> None:
    """Let a join code enrol the person who signs up; `check` raises UnknownJoinCode for a code nobody gave."""
    _resolvers[:] = [JoinResolver(check, join)]


def check_join_code(code: str) -> None:
    """Raise UnknownJoinCode unless a course answers to the code."""
    if not _resolvers:
        raise UnknownJoinCode(code)
    for resolver in _resolvers:
        resolver.check(code)


def join(user: User, code: str) -> None:
    """Enrol the person by the code."""
    for resolver in _resolvers:
        resolver.join(user, code)


def register_invitations(*, is_invited: Callable[[str], bool], redeem: Callable[[User], object]) -> None:
    """Let an address that was invited do without a code, and `redeem` what waits for a person."""
    _invitations[:] = [InvitationResolver(is_invited, redeem)]


def is_invited(email: str) -> bool:
    """Whether something waits for the address."""
    return any(resolver.is_invited(email) for resolver in _invitations)


def redeem_invitations(user: User) -> None:
    """Give the person what waits for the address; the caller knows that it is the person's own."""
    for resolver in _invitations:
        resolver.redeem(user)


def register_personal_data(
    name: str, *, export: Callable[[User], dict[str, Any]], erase: Callable[[User], None]
) -> None:
    """Say what is kept about a person under `name`, and how it is erased."""
    _personal_data[name] = PersonalData(name, export, erase)


def personal_data() -> list[PersonalData]:
    """Everything registered, by name."""
    return [_personal_data[name] for name in sorted(_personal_data)]


def register_panel(
    title: str, *, template: str, context: Callable[[User], dict[str, Any]], order: int = 100
) -> None:
    """Show `template` with `context(user)` on Min side under `title`."""
    _panels[title] = Panel(title, template, context, order)


def panels() -> list[Panel]:
    """The panels of Min side, in order."""
    return sorted(_panels.values(), key=lambda panel: (panel.order, panel.title))


def register_known(name: str, expression: BaseExpression) -> None:
    """Let the one who is signed in have `name`, asked in the query that finds the person."""
    _known[name] = expression


def known() -> dict[str, BaseExpression]:
    """What is asked along with the person."""
    return dict(_known)
