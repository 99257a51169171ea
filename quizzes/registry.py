"""What upper apps tell about an attempt: where it belongs, and whether it still takes answers."""

from collections.abc import Callable

_contexts: list[Callable] = []


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
