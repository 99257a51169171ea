"""What the page of a topic says: its readings drawn and step by step, an example, and where it is cited."""

from dataclasses import dataclass

import rules
from lessons import statutes
from lessons.figures import flowchart
from rules.steps import Place, View

GROUPS = {
    "kredit": "Kredit",
    "gaeldsbreve": "Gældsbreve",
    "kaution": "Kaution",
    "regres": "Regres",
}
# Any fixed seed will do: cases and quizzes draw their own.
EXAMPLE_SEED = 20260308


@dataclass(frozen=True)
class Cited:
    """A citation as printed, and the page it leads to."""

    text: str
    url: str


@dataclass(frozen=True)
class Lead:
    """What an answer leads to: a later step by its number, or an outcome in a sentence."""

    answer: str
    to: str


@dataclass(frozen=True)
class StepLine:
    """One step of a reading as it is printed."""

    number: int
    question: str
    cited: list[Cited]
    leads: list[Lead]
    is_skoen: bool
    is_verified: bool


@dataclass(frozen=True)
class ReadingPage:
    """One reading as it is printed."""

    reading: object
    jus: list[Cited]
    steps: list[StepLine]
    figures: list[str]
    outcomes: list[str]
    flowchart: str


def by_group():
    """The topics under the name of their group, in the order of the catalogue."""
    return [
        {"title": title, "topics": [topic for topic in rules.topics().values() if topic.group == key]}
        for key, title in GROUPS.items()
        if any(topic.group == key for topic in rules.topics().values())
    ]


def readings(topic, facts):
    """Each reading of the topic: its questions told on these facts, its outcomes in general."""
    return [_page(topic.reading_for(key), View(facts)) for key in topic.readings]


def _page(reading, view):
    numbers = {place.key: number for number, place in enumerate(reading.steps, 1)}
    steps = [
        StepLine(
            number,
            reading.fill(place.step.question, view),
            [cited(citation) for citation in place.citations],
            list(_leads(reading, place, numbers)),
            place.step.skoen,
            place.verified,
        )
        for number, place in enumerate(reading.steps, 1)
    ]
    return ReadingPage(
        reading,
        [cited(citation) for citation in reading.jus],
        steps,
        [figure.label for figure in reading.figures.values()],
        [reading.text(outcome) for outcome in outcomes_of(reading)],
        flowchart.of(reading),
    )


def _leads(reading, place, numbers):
    # In general, for most of them are not where these facts lead, and where they do is the reader's to find out.
    for answer, target in place.targets.items():
        said = getattr(answer, "label", "ja" if answer else "nej")
        if isinstance(target, Place):
            yield Lead(said, f"videre til trin {numbers[target.key]}")
        else:
            yield Lead(said, reading.text(target))


def outcomes_of(reading):
    """The outcomes that this reading can reach, in the order of the topic."""
    reached = {target for place in reading.steps for target in place.targets.values()}
    reached |= {reading.otherwise, reading.failed}
    return [outcome for outcome in reading.topic.outcomes if outcome in reached]


def cited(citation):
    """The citation with its address."""
    return Cited(citation.pretty, statutes.address(citation))


def citing(citation):
    """The topics of which a reading rests on this provision."""
    return [
        topic
        for topic in rules.topics().values()
        if any(_rests_on(topic.reading_for(key), citation) for key in topic.readings)
    ]


def _rests_on(reading, citation):
    return any(found.slug and found.slug == citation.slug for found in reading.citations)
