"""Facts on which a mistake gives another answer than the law, as a question for the whole class."""

import string
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import rules
from courses.misunderstandings.named import Named
from courses.models import Course
from lessons.figures import timeline
from quizzes import generated
from rules.decision import decide
from rules.reading import OUTCOME, Reading

MOST = 99


@dataclass(frozen=True)
class Option:
    """An answer with its letter; what is right and what is said of it is for the page that shows the answer."""

    letter: str
    text: str
    right: bool
    remark: str
    is_mistake: bool


@dataclass(frozen=True)
class Refutation:
    """One variant: what happened, what is asked, and what is right."""

    seed: int
    law: Reading
    facts: Any
    made: generated.Made
    options: list[Option]

    @property
    def text(self) -> str:
        """The question."""
        return self.made.text

    @property
    def happened(self) -> str:
        """The days of the facts as a line; no deadline, which may be what is asked."""
        return self._line(_Nothing(self.law, {}))

    @property
    def decided(self) -> str:
        """The same with the deadlines of the law."""
        return self._line(decide(self.law, self.facts))

    def _line(self, decision) -> str:
        return timeline.timeline(*timeline.of_facts(self.law.topic, self.facts, decision))


@dataclass(frozen=True)
class _Nothing:
    """No figure of a decision."""

    reading: Reading
    figures: dict[str, Any]


def of(course: Course, one: Named, number: int = 1) -> Refutation | None:
    """The variant of this number, the same each time; None where the rules can make none."""
    seed = crc32(f"{course.uuid}:{one.topic}:{one.key}:{number}".encode())
    return _made(one, seed, one.law.topic.version)


@lru_cache(maxsize=256)
def _made(one: Named, seed: int, _version: Any) -> Refutation | None:
    law, topic = one.law, one.topic
    for ask in dict.fromkeys((one.mistake.target, OUTCOME)):
        try:
            made = generated.make(topic, ask, seed, law.key, mistake=one.key)
        except generated.CannotAsk:
            continue
        options = [
            Option(letter, option.text, option.right, option.remark, option.mistake == one.key)
            for letter, option in zip(string.ascii_uppercase, made.options, strict=False)
        ]
        return Refutation(seed, law, rules.topic(topic).read(made.made_from["facts"]), made, options)
    return None
