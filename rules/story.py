"""Stories: a text that tells given facts with neutral names, and what it told.

The same template tells every variant of a case; `check` finds what a template names that does not exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from rules.facts import FactSpec
from rules.reading import PENSUM
from rules.steps import View
from rules.wording import WordingError, fill, slots

if TYPE_CHECKING:
    from rules.topic import Topic

FIRST = (
    "Anne", "Bent", "Camilla", "Dorte", "Emil", "Fatima", "Gunnar", "Hanne", "Ibrahim", "Jette", "Karen", "Lars", "Malene",
    "Niels", "Omar", "Pia", "Rasmus", "Signe", "Torben", "Ulla", "Vibeke", "William", "Yasmin", "Zenia", "Amir", "Birgit",
)  # fmt: skip
LAST = (
    "Andersen", "Bach", "Brandt", "Dahl", "Eskildsen", "Friis", "Gram", "Hassan", "Holm", "Iversen", "Juhl", "Krogh",
    "Lund", "Mikkelsen", "Nguyen", "Overgaard", "Poulsen", "Ravn", "Skov", "Thomsen", "Vestergaard", "Winther",
)  # fmt: skip
BANKS = ("Vestbanken", "Sundbanken", "Fjordkredit", "Åbanken", "Hedebanken", "Bæltbanken")
# A firm may sell cars in one case and machines in the next: no name tells a trade.
FIRMS = (
    "Aaby & Søn ApS", "Holm & Lund A/S", "Nordlys A/S", "Kystens Handel ApS", "Bakkegaard A/S",
    "Søndervang ApS", "Fynbo Handel ApS", "Lindegaard A/S", "Østerled A/S", "Ravnkær ApS",
)  # fmt: skip
PEOPLE = ("kautionist", "laantager", "koeber", "investor", "debitor", "medkautionist")
HOUSES = ("bank", "factoringbank")
COMPANIES = ("saelger", "virksomhed", "kunde", "forhandler")
ROLES = (*PEOPLE, *HOUSES, *COMPANIES)


@dataclass(frozen=True, slots=True)
class Story:
    """A told story: its text, and each told fact as it was printed."""

    text: str
    told: dict[str, str]


def names(seed: int | str) -> dict[str, str]:
    """A name for every role, different from each other, the same for the same seed."""
    random = Random(f"navne:{seed}")
    people = zip(random.sample(FIRST, len(PEOPLE)), random.sample(LAST, len(PEOPLE)), strict=True)
    drawn = {role: f"{first} {last}" for role, (first, last) in zip(PEOPLE, people, strict=True)}
    drawn |= dict(zip(HOUSES, random.sample(BANKS, len(HOUSES)), strict=True))
    return drawn | dict(zip(COMPANIES, random.sample(FIRMS, len(COMPANIES)), strict=True))


def render(
    template: str, topic: "Topic", facts: Any, roles: Mapping[str, str], reading: str = PENSUM
) -> Story:
    """The template filled with these facts and names. Paragraphs are separated by an empty line."""
    view, law, told = View(facts), topic.reading_for(reading), {}

    def look(name: str) -> tuple[str, Any]:
        shown, value = law.look(name, view)
        if name in topic.spec_of:
            told[name] = shown
        return shown, value

    paragraphs = (
        " ".join(part.split(" ")).strip() for part in fill(_flow(template), look, roles).split("\n\n")
    )
    return Story("\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph), told)


def check(template: str, topics: "Topic | Iterable[Topic]") -> list[str]:
    """What is wrong with a template, in Danish; nothing when it can be told."""
    known_topics = [topics] if not isinstance(topics, Iterable) else list(topics)
    try:
        values, roles, branches = slots(template)
    except WordingError as error:
        return [str(error)]
    facts = {name: spec for topic in known_topics for name, spec in topic.spec_of.items()}
    figures = {key for topic in known_topics for law in topic.readings.values() for key in law.figures}
    problems = [
        f"Teksten nævner {{{name}}}, som hverken er en oplysning eller et tal i emnet. Kendte: {', '.join(facts)}."
        for name in sorted(values - set(facts) - figures)
    ]
    problems += [
        f"Teksten nævner rollen {{@{role}}}. Kendte roller: {', '.join(ROLES)}."
        for role in sorted(roles - set(ROLES))
    ]
    problems += [
        f"[{branch.name}={branch.key}: …]: nøglen findes ikke. Kendte: {', '.join(_keys(facts[branch.name]))}."
        for branch in branches
        if branch.key is not None and branch.name in facts and branch.key not in _keys(facts[branch.name])
    ]
    return problems


def _keys(spec: FactSpec) -> list[str]:
    """What a passage can ask a fact for: the keys of a choice, and `uoplyst` where the fact may be unknown."""
    return [*(spec.choices or ()), *(["uoplyst"] if spec.uoplyst else [])]


def _flow(template: str) -> str:
    """One line a paragraph."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in template.split("\n\n"))
