"""The reverse task: facts are sought on which the readings end as wished.

>>> import rules
>>> topic = rules.topic("underretning")
>>> base = topic.read({"privat_kautionist": True, "misligholdt": "2026-01-31", "underrettet": "2026-09-15",
...     "kraevet": "2026-09-20", "misligholdt_beloeb": 62800})
>>> [task.text for task in tasks(topic, base)][-1]
'Ret oplysningerne, så bogen og loven når hver sit resultat. Bogen siger: Banken har tabt kravet mod kautionisten for den misligholdte del. Loven siger: Bankens krav mod kautionisten er i behold.'
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, zip_longest
from random import Random
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from rules.flips import probes
from rules.reading import GAELDENDE_RET, PENSUM, TITLES
from rules.wishes import SPEAKERS, Wish, wish

if TYPE_CHECKING:
    from rules.topic import Topic

Wants = Mapping[str, str]
# How much is tried: values of a fact in a second change or by a second reading, and facts drawn anew.
SECOND, DRAWN = 12, 120
MOST = 6


@dataclass(frozen=True, slots=True)
class Task:
    """A topic, and the outcome that each of one or both readings shall have."""

    topic: "Topic"
    wants: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The task in Danish."""
        lines = [f"{SPEAKERS[key].capitalize()} siger: {self.sentence(key)}" for key, _ in self.wants]
        if len(lines) == 1:
            return f"Ret oplysningerne, så {SPEAKERS[self.wants[0][0]]} når dette resultat. {lines[0]}"
        apart = len({outcome for _, outcome in self.wants}) > 1
        goal = "bogen og loven når hver sit resultat" if apart else "bogen og loven når samme resultat"
        return " ".join([f"Ret oplysningerne, så {goal}.", *lines])

    def sentence(self, reading: str) -> str:
        """The wanted outcome as the reading says it of no facts in particular."""
        law, outcome = self.topic.reading_for(reading), self.topic.outcomes[dict(self.wants)[reading]]
        own = law.texts.get(outcome, str(outcome.value))
        return str(outcome.value) if "{" in own or "[" in own else own

    @property
    def key(self) -> str:
        """The task as a short text that stays the same."""
        return " ".join([self.topic.key, *(f"{reading}={outcome}" for reading, outcome in self.wants)])


def task(topic: "Topic", wants: Wants) -> Task:
    """The task with these wishes, pensum first.

    Raises `LookupError` for an outcome that a reading cannot have, and where nothing is wished.
    """
    if not wants:
        raise LookupError(f"{topic.key}: der er ikke ønsket noget.")
    for key, outcome in wants.items():
        if key not in TITLES or outcome not in topic.reading_for(key).choices:
            raise LookupError(f"{topic.key}: {key} kan ikke ende med {outcome}.")
    return Task(topic, tuple((key, wants[key]) for key in TITLES if key in wants))


def judge(topic: "Topic", facts: Any, wants: Wants) -> list[Wish]:
    """Which wishes hold on these facts; it is not told how the others come to hold."""
    asked = task(topic, wants)
    return [wish(topic.decide(facts, key), outcome, asked.sentence(key)) for key, outcome in asked.wants]


def possible(topic: "Topic", base: Any, wants: Wants) -> Any:
    """Facts on which every wish holds, as near to the base as was found; None when the search finds none."""
    found = next((facts for ends, facts in _reached(topic, base).items() if _fits(ends, wants)), None)
    if found is None:
        return None
    for name in topic.spec_of:
        try:
            nearer = type(found)(**found.__dict__ | {name: getattr(base, name)})
        except ValidationError:
            continue
        found = nearer if _fits(_ends(topic, nearer), wants) else found
    return found


def tasks(topic: "Topic", base: Any, most: int = MOST) -> list[Task]:
    """Natural tasks: where the readings part, and every other outcome of pensum; only what can be solved."""
    reached, now = _reached(topic, base), _ends(topic, base)
    book, law = topic.reading_for(PENSUM).choices, topic.reading_for(GAELDENDE_RET).choices
    others = [key for key in book if key != now[0] and any(key == ends[0] for ends in reached)]
    parted = [
        ends
        for ends in reached
        if None not in ends and len(set(ends)) == 2 and ends != now and (ends[0] in law or ends[1] in book)
    ]
    parted.sort(key=lambda ends: (ends[0] not in law) + (ends[1] not in book))
    apart: list[Wants] = [dict(zip(TITLES, map(str, ends), strict=True)) for ends in parted]
    mixed = zip_longest(apart, ({PENSUM: key} for key in others))
    return [task(topic, wants) for pair in mixed for wants in pair if wants][:most]


Ends = tuple[str | None, ...]


@lru_cache(maxsize=256)
def _reached(topic: "Topic", base: Any) -> dict[Ends, Any]:
    """The outcomes of both readings that can be reached together, each with the first facts that were found."""
    found: dict[Ends, Any] = {}
    first = list(_changed(topic, base))
    for facts in (base, *first):
        found.setdefault(_ends(topic, facts), facts)
    second = (_changed(topic, facts, SECOND) for facts in list(found.values())[1:])
    for facts in (*(one for many in second for one in many), *_drawn(topic, base)):
        found.setdefault(_ends(topic, facts), facts)
    return found


def _changed(topic: "Topic", facts: Any, most: int | None = None) -> Iterator[Any]:
    """These facts with one of them changed; the second reading adds its own thresholds, which come first."""
    for reading in topic.readings:
        start, many = topic.decide(facts, reading), most if reading == PENSUM else SECOND
        for spec in topic.specs:
            yield from (changed for _, changed in islice(probes(start, facts, spec), many))


def _drawn(topic: "Topic", base: Any) -> Iterator[Any]:
    """Facts drawn anew, each also mixed with the base."""
    for number in range(DRAWN if topic.draw else 0):
        random = Random(f"{topic.key}:{number}")
        drawn = topic.draw(random) if topic.draw else {}
        kept = {name for name in topic.spec_of if random.random() < 0.5}
        for data in ({k: v for k, v in drawn.items() if k not in kept}, drawn):
            try:
                yield type(base)(**base.__dict__ | data)
            except ValidationError:
                continue


def _ends(topic: "Topic", facts: Any) -> Ends:
    return tuple(topic.decide(facts, key).outcome for key in TITLES)


def _fits(ends: Ends, wants: Wants) -> bool:
    return all(end == wants.get(key, end) for key, end in zip(TITLES, ends, strict=True))


__all__ = ["SPEAKERS", "Task", "Wish", "judge", "possible", "task", "tasks"]
