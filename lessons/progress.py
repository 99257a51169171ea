"""How far a person has read, chapter by chapter."""

from typing import Any

from lessons.models import Chapter


def panel(user) -> dict[str, Any]:
    """The chapters with their sections read and to read, for Min side."""
    return {"chapters": Chapter.objects.visible_to(user).with_progress(user)}
