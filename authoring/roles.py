"""Who writes for all. Authoring knows the user only as the person who is signed in."""

EDITORS = "Redaktører"
TEACHERS = "Undervisere"


def is_editor(user):
    """May this person change the content that all share?"""
    return _belongs(user, EDITORS)


def is_author(user):
    """May this person write content at all?"""
    return _belongs(user, EDITORS) or _belongs(user, TEACHERS)


def _belongs(user, group):
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or group in user.group_names
