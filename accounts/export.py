"""A person's data, from every part of the site that keeps some."""

from typing import Any

from accounts.models import User
from accounts.registry import personal_data


def everything(user: User) -> dict[str, Any]:
    """All that is kept about the person, as plain data."""
    account = {
        "navn": user.name,
        "e-mail": user.email,
        "oprettet": user.date_joined,
        "sidst logget ind": user.last_login,
        "grupper": sorted(user.group_names),
    }
    return {"konto": account} | {part.name: part.export(user) for part in personal_data()}
