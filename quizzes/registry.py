"""What upper apps tell about an attempt: where it belongs, whether it still takes answers, and who may count it."""

from collections.abc import Callable

from django.db.models import Q

_contexts: list[Callable] = []
_countable: list[Callable[..., Q]] = []


def register_context(tell: Callable) -> None:
    """tell(attempt) -> None, or a dict of: `label` and `url` of what the attempt belongs to, `line` with what
    applies to it, and `closed`, a Danish sentence when no more answers are taken.
    """
    _contexts.append(tell)


def context_of(attempt) -> dict:
    """What the upper apps say; practice belongs to nobody, and nobody is asked."""
    if attempt.is_practice:
        return {}
    told: dict = {}
    for tell in _contexts:
        told |= tell(attempt) or {}
    return told


def register_countable(tell: Callable[..., Q]) -> None:
    """tell(user) -> the attempts of others that the person may count in statistics, as a condition."""
    _countable.append(tell)


def countable_by(user) -> Q:
    """What any upper app lets the person count; nothing where none does."""
    allowed = Q(pk__in=[])
    for tell in _countable:
        allowed |= tell(user)
    return allowed
