"""A mistake that the law names, as a teacher reads of it."""

import re
from dataclasses import dataclass
from functools import cache

import rules
from quizzes.knowing import components
from rules.reading import Reading
from rules.steps import Mistake, View
from rules.variants import NoVariant, variant

# A sentence ends before a capital letter: "stk. 2" and "nr. 1" do not end one.
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ»])")
YOU = "Du "


@dataclass(frozen=True)
class Named:
    """One mistake of one topic in one reading."""

    law: Reading
    mistake: Mistake

    @property
    def topic(self) -> str:
        """The key of the topic."""
        return self.law.topic.key

    @property
    def key(self) -> str:
        """The key of the mistake; with the topic it stands in addresses."""
        return self.mistake.key

    @property
    def topic_title(self) -> str:
        """The topic in words."""
        return self.law.topic.title

    @property
    def component(self) -> str:
        """What is asked where the mistake belongs: who answered that has met it."""
        return components.of_ask(self.topic, self.mistake.target)

    @property
    def question(self) -> str:
        """The same in words."""
        return components.label(self.component)

    @property
    def done(self) -> str:
        """What those who make it have done, after their number: "har regnet 180 dage"."""
        return _sentences(self.law, self.key)[0].removeprefix(YOU).rstrip(".")

    @property
    def title(self) -> str:
        """The same as a heading: "Har regnet 180 dage"."""
        return self.done[:1].upper() + self.done[1:]

    @property
    def is_on_example(self) -> bool:
        """Whether that needs the facts of an example."""
        return "{" in self.mistake.remark or "[" in self.mistake.remark

    @property
    def because(self) -> str:
        """What the law says instead, on the facts of an example where it needs some."""
        return _sentences(self.law, self.key)[1]


@cache
def find(topic: str, key: str, reading: str) -> Named | None:
    """The mistake in this reading, else in another that names it; None where no reading does any longer."""
    known = rules.topics().get(topic)
    if known is None:
        return None
    own = known.reading_for(reading)
    for law in (own, *(other.seal() for other in known.readings.values() if other.key != own.key)):
        for mistake in law.mistakes:
            if mistake.key == key:
                return Named(law, mistake)
    return None


@cache
def _sentences(law: Reading, key: str) -> tuple[str, str]:
    """The first sentence of the remark, and the others."""
    remark = next(one.remark for one in law.mistakes if one.key == key)
    first, *others = SENTENCE.split(_on_an_example(law, key, remark), maxsplit=1)
    return first, others[0] if others else ""


def _on_an_example(law: Reading, key: str, remark: str) -> str:
    if "{" not in remark and "[" not in remark:
        return remark
    try:
        drawn = variant(law.topic, 1, law.key, mistake=key)
    except NoVariant:
        drawn = variant(law.topic, 1, law.key)
    return law.fill(remark, View(drawn.facts))
