"""Chance from a seed: the same seed draws the same, so that what was drawn can be drawn again."""

from random import Random


def of(*seed: object) -> Random:
    """A source of its own for this seed. It hides nothing, and no key or secret is drawn from it."""
    return Random(":".join(str(part) for part in seed))  # noqa: S311
