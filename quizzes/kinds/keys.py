"""Opaque keys for items and their options."""

import secrets


def new_key() -> str:
    """A key that says nothing about what it names."""
    return secrets.token_urlsafe(6)
