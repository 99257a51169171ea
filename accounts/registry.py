"""What upper apps tell accounts: how a join code works, what they keep about a person, panels of Min side."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import User


class UnknownJoinCode(Exception):
    """No course answers to the code."""


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


_resolvers: list[JoinResolver] = []
_personal_data: dict[str, PersonalData] = {}
_panels: dict[str, Panel] = {}


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
