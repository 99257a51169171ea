"""The facts on which a topic is tried: drawn ones, near thresholds, and every combination of answers and choices."""

from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rules.variants import NoVariant, variant

if TYPE_CHECKING:
    from rules.topic import Topic

DRAWN, COMBINED, ROUNDS = 60, 4000, 200
AS_DRAWN = object()


def facts_to_try(topic: "Topic") -> tuple[list[Any], str]:
    """The facts, and in words how far they reach."""
    drawn = list(_drawn(topic))
    options = _options(topic)
    many = prod(len(values) for values in options.values())
    random = Random(topic.key)
    rounds = min(max(1, COMBINED // many), ROUNDS)
    if many <= COMBINED:
        words = f"alle {many} kombinationer af ja/nej, valg og manglende oplysninger i {rounds} trækninger"
        chosen = [combination for _ in range(rounds) for combination in product(*options.values())]
    else:
        words = f"{COMBINED} af {many} kombinationer af ja/nej, valg og manglende oplysninger"
        chosen = [tuple(random.choice(values) for values in options.values()) for _ in range(COMBINED)]
    return [*drawn, *_combined(drawn, options, chosen, random)], words


def _drawn(topic: "Topic") -> Iterator[Any]:
    for key in topic.readings:
        for seed in range(DRAWN):
            yield variant(topic, seed, key).facts
        for seed in range(DRAWN // 3):
            try:
                yield variant(topic, seed, key, near=True).facts
            except NoVariant:
                break


def _options(topic: "Topic") -> dict[str, list[Any]]:
    """What each fact can be: yes and no, its choices, absence; dates and amounts as they were drawn."""
    options: dict[str, list[Any]] = {}
    for spec in topic.specs:
        known = {"bool": [True, False], "choice": [*spec.type] if spec.kind == "choice" else []}
        values = known.get(spec.kind, [AS_DRAWN]) + ([None] if spec.optional else [])
        if len(values) > 1:
            options[spec.name] = values
    return options


def _combined(
    drawn: list[Any], options: dict[str, list[Any]], chosen: list[tuple[Any, ...]], random: Random
) -> Iterator[Any]:
    for combination in chosen:
        given = {
            name: value for name, value in zip(options, combination, strict=True) if value is not AS_DRAWN
        }
        base = random.choice(drawn)
        try:
            yield type(base)(**base.__dict__ | given)
        except ValidationError:
            continue
