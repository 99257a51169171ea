"""What the top bar needs on every page."""

from typing import Any

from django.http import HttpRequest

from accounts.access import is_teacher


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Whether the doors for teachers and staff are shown."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"may_teach": False, "may_administer": False}
    return {"may_teach": is_teacher(user), "may_administer": user.is_staff}
