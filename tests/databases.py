"""Copies of the test database on SQLite, since making one anew takes ten seconds: the tables alone, or all content."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from accounts.models import User


def copy_to(path: Path) -> None:
    """The database as it stands, as a file that appears whole."""
    assert not connection.in_atomic_block
    connection.ensure_connection()
    begun = path.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(begun)) as target:
        connection.connection.backup(target)
    begun.replace(path)


def load_content(kept: Path) -> None:
    """All content, read from the files by the first who asks and copied from `kept` by the others.

    A copy takes the place of everything, so it comes before the people.
    """
    assert not User.objects.exists()
    if connection.vendor == "sqlite" and kept.exists():
        with closing(sqlite3.connect(kept)) as source:
            source.backup(connection.connection)
        return
    call_command("content", "load", verbosity=0)
    if connection.vendor == "sqlite":
        copy_to(kept)
