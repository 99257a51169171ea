"""A topic's version: the day its decisions last changed, held to a digest of a fixed set of them.

`python -m tests.rules.versions` writes versions.json anew.
"""

import hashlib
import json
from pathlib import Path

import rules
from rules.topic import Topic
from rules.variants import variant

SEEDS = range(60)
KEPT = Path(__file__).with_name("versions.json")


def digest(topic: Topic) -> str:
    """A digest of outcome, answers and figures on facts from fixed seeds, in each reading; wording is left out."""
    decided = [_decided(topic, reading, seed) for reading in topic.readings for seed in SEEDS]
    return hashlib.sha256(json.dumps(decided, sort_keys=True).encode()).hexdigest()[:16]


def _decided(topic: Topic, reading: str, seed: int) -> list[object]:
    facts = variant(topic, seed, reading).facts
    plain = topic.decide(facts, reading).plain()
    answers = [[step["key"], step["answer"]] for step in plain["steps"]]
    return [facts.plain(), plain["outcome"], plain.get("possible"), answers, plain["figures"]]


def current() -> dict[str, dict[str, str]]:
    """Version and digest of every topic as it stands."""
    return {key: {"version": topic.version, "digest": digest(topic)} for key, topic in rules.topics().items()}


if __name__ == "__main__":
    KEPT.write_text(json.dumps(current(), indent=2) + "\n")
