"""Verification: that a topic's wiring is whole, on all yes/no answers and choices and on dates and amounts drawn near the thresholds.

A certificate says what was tried and what was found; a topic without faults decides every possible set of facts that
was tried, has no step or answer that is never met, no outcome and no mistake out of reach, and two readings that part
only where the check of the book against the statutes says that they do.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from rules import danish, story
from rules.compare import compare
from rules.decision import Decision, decide
from rules.reading import GAELDENDE_RET, TITLES, Reading, WiringError, reads
from rules.steps import Outcomes, Place
from rules.trials import facts_to_try
from rules.variants import NoVariant, variant
from rules.wording import WordingError, slots

if TYPE_CHECKING:
    from rules.topic import Topic


@dataclass(slots=True)
class Certificate:
    """What was tried of one topic, and every fault that was found."""

    topic: str
    title: str
    version: str
    facts_tried: int = 0
    combinations: str = ""
    steps: dict[str, int] = field(default_factory=dict)
    outcomes: dict[str, dict[str, int]] = field(default_factory=dict)
    mistakes: dict[str, int] = field(default_factory=dict)
    parted: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """The certificate as JSON-plain data."""
        return asdict(self)

    @property
    def text(self) -> str:
        """The certificate in words."""
        if self.faults:
            return "\n".join(f"{self.topic}: {fault}" for fault in self.faults)
        reached = "; ".join(
            f"{many} trin, {self.mistakes[key]} fejl og {len(self.outcomes[key])} udfald efter {TITLES[key].lower()}"
            for key, many in self.steps.items()
        )
        apart = danish.join([f"{place} ({many})" for place, many in self.parted.items()])
        return (
            f"{self.topic}: {self.title} ({self.version}) er afgjort på {self.facts_tried} sæt oplysninger, "
            f"{self.combinations}. Alt kan nås: {reached}."
            + (f" Læsningerne skilles ved {apart}." if apart else "")
        )


def verify(topic: "Topic") -> Certificate:
    """Try the topic and tell what was found. Raises nothing: what fails is a fault."""
    found = Certificate(topic.key, topic.title, topic.version)
    laws = {}
    for key in topic.readings:
        try:
            laws[key] = topic.reading_for(key)
        except WiringError as error:
            found.faults.append(str(error))
    tried = _Trial(topic, found)
    for law in laws.values():
        tried.wiring(law)
    if not found.faults:
        tried.draw()
        for law in laws.values():
            tried.every_answer(law)
            tried.mistakes(law)
        tried.facts_are_read()
        tried.stories()
        tried.readings_part_where_they_may()
    return found


class _Trial:
    """The facts on which one topic is tried."""

    def __init__(self, topic: "Topic", found: Certificate) -> None:
        self.topic, self.found = topic, found
        self.facts: list[Any] = []

    def draw(self) -> None:
        """The facts to try."""
        self.facts, self.found.combinations = facts_to_try(self.topic)
        self.found.facts_tried = len(self.facts)

    def fault(self, law: Reading | None, text: str) -> None:
        """Note a fault, with the reading where it has one."""
        self.found.faults.append(f"{law.key}: {text}" if law else text)

    def wiring(self, law: Reading) -> None:
        """Every target, citation and placeholder exists."""
        known = set(self.topic.spec_of) | set(law.figures) | {place.key for place in law.steps}
        for place in law.steps:
            for answer, to in place.targets.items():
                if not isinstance(to, Place | Outcomes):
                    self.fault(
                        law,
                        f"{place.key} fører ved {answer} til {to}, som hverken er et trin eller et udfald.",
                    )
        texts = {outcome.name: text for outcome, text in law.texts.items()}
        texts |= {place.key: f"{place.step.question} {place.step.reason}" for place in law.steps}
        texts |= {key: f"{figure.question} {figure.reason}" for key, figure in law.figures.items()}
        texts |= {mistake.key: mistake.remark for mistake in law.mistakes}
        for key, text in texts.items():
            try:
                unknown = slots(text)[0] - known
            except WordingError as error:
                self.fault(law, f"teksten til {key}: {error}")
                continue
            for name in sorted(unknown):
                self.fault(law, f"teksten til {key} nævner {{{name}}}, som ikke findes.")
        for name in sorted({outcome.name for outcome in law.texts} - set(law.choices)):
            self.fault(law, f"{name} har en tekst, men intet trin fører dertil.")

    def every_answer(self, law: Reading) -> None:
        """Deciding ends on all facts, and every answer of every step and every outcome is met."""
        met: set[tuple[str, Any]] = set()
        ended: Counter[str] = Counter()
        for facts in self.facts:
            for decision in self._decided(law, facts):
                met |= {(place.key, answer) for place, answer in decision.path}
                ended[str(decision.outcome)] += 1
        for place in law.steps:
            answers: list[Any] = list(place.step.choices or (True, False))
            for answer in answers:
                if (place.key, answer) not in met:
                    self.fault(
                        law,
                        f"{place.key} besvares aldrig med {danish.show(getattr(answer, 'label', answer))}.",
                    )
        for outcome in law.choices:
            if not ended[outcome]:
                self.fault(law, f"{outcome} nås aldrig.")
        self.found.steps[law.key] = len(law.steps)
        self.found.outcomes[law.key] = {key: ended[key] for key in law.choices}

    def _decided(self, law: Reading, facts: Any) -> Iterator[Decision]:
        """The decision, or one for each way in which a court may answer."""
        waiting: list[dict[str, Any]] = [{}]
        while waiting:
            skoen = waiting.pop()
            try:
                decision = decide(law, facts, skoen)
                for figure in law.figures.values():
                    figure(decision.view)
            except Exception as error:
                self.fault(law, f"{type(error).__name__} på {facts.plain()}: {error}")
                return
            if decision.open:
                waiting += [skoen | {decision.open.key: answer} for answer in (True, False)]
            else:
                yield decision

    def mistakes(self, law: Reading) -> None:
        """Every mistake shows, alone, on some facts."""
        for mistake in law.mistakes:
            try:
                variant(self.topic, 1, law.key, mistake=mistake.key)
            except NoVariant:
                self.fault(law, f"fejlen {mistake.key} viser sig aldrig alene.")
        self.found.mistakes[law.key] = len(law.mistakes)

    def facts_are_read(self) -> None:
        """No fact is declared that no reading looks at, or at least tells, as a currency."""
        known = set(self.topic.spec_of)
        looked_at = {name for pair in self.topic.facts.in_order for name in pair}
        for key in self.topic.readings:
            law = self.topic.reading_for(key)
            for asked in (*(place.step for place in law.steps), *law.figures.values()):
                looked_at |= reads(asked.function, known)[0] | slots(asked.reason)[0]
        for name in sorted(known - looked_at):
            self.fault(None, f"oplysningen {name} bruges ikke af nogen læsning.")

    def stories(self) -> None:
        """Stories name only what exists."""
        for template in self.topic.stories:
            for problem in story.check(template, self.topic):
                self.fault(None, problem)

    def readings_part_where_they_may(self) -> None:
        """Where results differ, the first step or else the figures that part are named with a claim."""
        if GAELDENDE_RET not in self.topic.readings:
            return
        apart: Counter[str] = Counter()
        for facts in self.facts:
            compared = compare(self.topic, facts)
            if not compared.same:
                place = compared.parts_at
                apart.update([place] if place else compared.figures_apart or ["udfaldet"])
        for place in sorted(set(apart) - set(self.topic.departures)):
            self.fault(None, f"læsningerne skilles ved {place}, uden at det er angivet, hvorfor.")
        for place in sorted(set(self.topic.departures) - set(apart)):
            self.fault(None, f"læsningerne skilles aldrig ved {place}, som det er angivet.")
        self.found.parted = {
            f"{place} [{', '.join(self.topic.departures.get(place, ()))}]": many
            for place, many in apart.items()
        }
