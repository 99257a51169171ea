"""Join codes: eight letters and digits that can be read aloud and typed from a blackboard."""

import secrets
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils import timezone

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without I, L, O, 0 and 1, which are taken for each other
LENGTH = 8


def new() -> str:
    """A code nobody can guess.

    >>> len(new()), set(new()) <= set(ALPHABET)
    (8, True)
    """
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def usual_end(today: date | None = None) -> date:
    """Until when a new code counts: the last day of the month that follows.

    >>> usual_end(date(2026, 11, 21)), usual_end(date(2027, 1, 31))
    (datetime.date(2026, 12, 31), datetime.date(2027, 2, 28))
    """
    return (today or timezone.localdate()) + relativedelta(months=1, day=31)


def shown(code: str) -> str:
    """The code in two groups.

    >>> shown("K7XMQ4PR")
    'K7XM-Q4PR'
    """
    return f"{code[:4]}-{code[4:]}"


def read(typed: str) -> str:
    """The code as it is stored, from what a person typed.

    >>> read(" k7xm-q4pr ")
    'K7XMQ4PR'
    """
    return "".join(sign for sign in typed.upper() if sign.isalnum())
