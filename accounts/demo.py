"""The sign-ins of the demonstration, which exist only where DEBUG is on."""

from typing import NamedTuple

from django.conf import settings

from accounts.access import TEACHERS
from accounts.models import User


class SignIn(NamedTuple):
    """What a visitor needs to be one of the demonstration's people."""

    name: str
    email: str
    password: str
    role: str


def sign_ins() -> list[SignIn]:
    """The people of the demonstration; none unless DEBUG is on."""
    if not settings.DEBUG:
        return []
    users = User.objects.filter(is_demo=True, is_active=True).prefetch_related("groups").order_by("pk")
    return [SignIn(user.name, user.email, settings.DEMO_PASSWORD, _role(user)) for user in users]


def make_user(email: str, name: str, **fields: bool) -> User:
    """A person of the demonstration, made once."""
    user = User.objects.filter(email=email).first()
    return user or User.objects.create_user(email, settings.DEMO_PASSWORD, name=name, is_demo=True, **fields)


def _role(user: User) -> str:
    if user.is_superuser:
        return "Administrator"
    return "Underviser" if TEACHERS in {group.name for group in user.groups.all()} else "Studerende"
