"""Who is a teacher, and who edits the shared content."""

from django.contrib.auth.models import AnonymousUser

from accounts.models import EDITORS, TEACHERS, User


def is_teacher(user: User | AnonymousUser) -> bool:
    """May this person run courses and write content of their own?"""
    return _belongs(user, TEACHERS)


def is_editor(user: User | AnonymousUser) -> bool:
    """May this person change the content that all share?"""
    return _belongs(user, EDITORS)


def _belongs(user: User | AnonymousUser, group: str) -> bool:
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or group in user.group_names
