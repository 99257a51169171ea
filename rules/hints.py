"""Help in four degrees: what it is about, where it stands, which fact decides, and the step itself.

Worked out from the facts at hand and from the student's own premises, so that help never tells an answer that was
not asked for: a figure that is still to be found is left out, and one that was found is told as it was given.

>>> import rules
>>> topic = rules.topic("factoring")
>>> facts = topic.read({"fakturabeloeb": 100000, "solgt": "2026-03-02", "betalt": "2026-04-01", "betalt_til": "factoringbank"})
>>> answers = {"jus": "GBL § 31", "steps": {"har_betalt": True}}
>>> for hint in hints(topic, facts, answers, "betalt_til_banken"):
...     print(hint.degree, hint.text, hint.citation or "-")
1 Er kunden blevet fri ved sin betaling, og hvem kan factoringbanken kræve pengene af? Det ene svar giver resultatet med det samme, det andet fører videre. -
2 Her bruges GBL § 31
3 Afgørende er »Hvem betalte kunden til«. Find stedet i fortællingen. GBL § 31
4 Betalingen gik til factoringbanken. Banken ejer fordringen fra 2. marts 2026. Altså: ja. GBL § 31
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from rules import danish
from rules.facts import FactSpec
from rules.flips import probes
from rules.grading import Grader
from rules.premises import options
from rules.reading import JUS, OUTCOME, PENSUM, Reading, reads
from rules.steps import Figure, Place, Step, View
from rules.wording import fill

if TYPE_CHECKING:
    from rules.topic import Topic

DEGREES = (1, 2, 3, 4)
FAKTUM = "faktum"
ASKS = {
    FAKTUM: ("hvad betyder noget?", "hvor mange?", "nævn en af dem", "hvilke?"),
    JUS: ("hvad er spørgsmålet?", "hvilken lov?", "hvilken oplysning?", "hvilken bestemmelse?"),
    "step": ("hvad er spørgsmålet?", "hvilken bestemmelse?", "hvilken oplysning?", "hvad er svaret?"),
    "figure": ("hvad er spørgsmålet?", "hvilken bestemmelse?", "hvilke oplysninger?", "hvordan regnes det?"),
    OUTCOME: ("hvad er spørgsmålet?", "hvilken bestemmelse?", "hvilke svar?", "hvad er resultatet?"),
}
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")
UNKNOWN = "\0"
MOST_PROBES, MOST_FACTS = 60, 5


@dataclass(frozen=True, slots=True)
class Hint:
    """One degree of help; the citation is empty as long as the provision is not told."""

    degree: int
    text: str
    citation: str = ""


def hints(
    topic: "Topic",
    facts: Any,
    answers: Any,
    key: str,
    reading: str = PENSUM,
    told: Iterable[str] | None = None,
) -> Iterator[Hint]:
    """The four degrees for one item of the student's path, each worked out when it is taken.

    `told` names the facts that the story tells; without it all are. Gives nothing for what is not asked.
    """
    helper = _Helper(topic.reading_for(reading), facts, answers, told)
    for degree, (text, citation) in enumerate(helper.of(key), 1):
        yield Hint(degree, text, citation)


def of_facts(topic: "Topic", offered: list[str], matters: list[str]) -> Iterator[Hint]:
    """The four degrees for choosing among the offered facts; no provision is told, since it is asked for next."""
    label = {name: _quoted(topic.spec_of[name]) for name in offered}
    many = "Højst halvdelen" if len(matters) * 2 <= len(offered) else "Mere end halvdelen"
    others = [name for name in offered if name not in matters]
    one = (
        f"{label[matters[0]]} betyder noget."
        if len(matters) > 1
        else f"{label[others[0]]} betyder ikke noget."
    )
    listed = danish.join([label[name] for name in matters])
    yield Hint(
        1, f"{topic.question} En oplysning betyder noget, hvis en anden i dens sted kunne ændre et svar."
    )
    yield Hint(2, f"{many} af oplysningerne betyder noget.")
    yield Hint(3, one)
    yield Hint(
        4,
        f"Det gør {listed}."
        + (" De andre kan være anderledes, uden at et svar ændrer sig." if others else ""),
    )


Said = Iterator[tuple[str, str]]


class _Helper:
    """What can be said of each item on one student's path."""

    def __init__(self, law: Reading, facts: Any, answers: Any, told: Iterable[str] | None) -> None:
        self.law, self.facts = law, facts
        self.told = set(law.topic.spec_of) if told is None else set(told)
        self.grader = Grader(law, facts, answers)
        self.ended = self.grader.walk(stop=True)

    def of(self, key: str) -> Said:
        if key == JUS:
            return self._jus()
        if key == OUTCOME:
            return self._outcome() if self.ended else iter(())
        concluded = self.grader.conclusion_figures() if self.ended else []
        part = next((part for part in (*self.grader.asked, *concluded) if part.key == key), None)
        if isinstance(part, Figure):
            return self._figure(part, is_last=part in concluded)
        return self._step(part) if part else iter(())

    def _jus(self) -> Said:
        acts = dict.fromkeys(citation.act.name for citation in self.law.jus if citation.act)
        first = next((place for place in self.law.steps if place.facts & self.told), self.law.steps[0])
        yield f"{self.law.topic.title}. {self.law.topic.question}", ""
        yield (
            (
                f"Se i {danish.join(list(acts))}."
                if acts
                else "Se først efter, om en lov overhovedet afgør spørgsmålet."
            ),
            "",
        )
        yield (
            self._facts("Det, der peger på bestemmelsen, er", self._decisive(first), lambda spec: False),
            "",
        )
        yield "Spørgsmålet afgøres efter", " og ".join(str(citation) for citation in self.law.jus)

    def _step(self, place: Place) -> Said:
        answer = self.grader.own.value(place.step)
        label = "" if place.step.skoen or isinstance(answer, bool) else danish.show(answer)
        yield f"{self.law.topic.question} {_role(place)}", ""
        yield "Her bruges", place.citation
        names = self._decisive(place)
        yield self._facts("Afgørende er", names, lambda spec: self._hides(spec, label)), place.citation
        if place.step.skoen:
            for_, imod = answer
            yield f"Det er et skøn. For taler: {_listed(for_)} Imod taler: {_listed(imod)}", place.citation
        else:
            yield f"{self._reason(place.step)} Altså: {danish.show(answer)}.".strip(), place.citation

    def _figure(self, figure: Figure, *, is_last: bool) -> Said:
        printed = figure.printed(self.grader.own.value(figure))
        citation = self.law.cited[figure.key] or self._last_citation()
        use = "Det hører til konklusionen." if is_last else "Du skal bruge det i det næste trin."
        yield f"{self.law.topic.question} Her skal du finde: {_small(figure.label)}. {use}", ""
        yield "Her bruges", citation
        names = self._decisive(figure)
        yield self._facts("Brug", names, lambda spec: self._hides(spec, printed)), citation
        reason = self._reason(figure)
        ends = "" if printed.removesuffix(".") in reason else f" Altså: {printed.removesuffix('.')}."
        yield (reason + ends).strip(), citation

    def _outcome(self) -> Said:
        path, outcome = self._own_end()
        citation = path[-1][0].citation
        turning = [
            (place, answer) for place, answer in path if place.ground is not None and answer == place.ground
        ]
        shown = [
            f"{danish.show(answer)} til {_in_quotes(self._question(place.step))}"
            for place, answer in turning or path[-1:]
        ]
        yield (
            f"Resultatet svarer på spørgsmålet: {self.law.topic.question} Det følger af dine svar på trinene.",
            "",
        )
        yield "Her bruges", citation
        yield f"Det afgørende er, at du har svaret {danish.join(shown)}.", citation
        yield f"Dine svar på trinene fører til: {self.law.choices[outcome.name]}", citation

    def _own_end(self) -> tuple[list[tuple[Place, Any]], Any]:
        """The student's own path and the outcome at its end."""
        path: list[tuple[Place, Any]] = []
        at: Any = self.law.steps[0]
        while type(at) is Place:
            answer = self.grader.given.steps[at.key]
            path.append((at, answer))
            at = at.next(answer)
        unmet = any(place.ground is not None and answer == place.ground for place, answer in path)
        return path, at if at is not None else self.law.ended(unmet)

    def _last_citation(self) -> str:
        places = [part for part in self.grader.asked if isinstance(part, Place)]
        return places[-1].citation if places else " og ".join(str(citation) for citation in self.law.jus)

    def _decisive(self, part: Place | Figure) -> list[str]:
        """The facts of which a change alone gives another answer; what an earlier step has settled is left out."""
        names = (
            part.facts if isinstance(part, Place) else reads(part.function, set(self.law.topic.spec_of))[0]
        )
        looked_at = self._told(names)
        turning = [name for name in looked_at if self._turns(part, name)] or looked_at
        asked = self.grader.asked
        earlier = asked[: asked.index(part)] if part in asked else asked
        settled = {name for place in earlier if isinstance(place, Place) for name in place.facts}
        kind = {spec.name: spec.kind for spec in self.law.topic.specs}
        fresh = [name for name in turning if name not in settled or kind[name] not in ("bool", "choice")]
        return (fresh or turning)[:MOST_FACTS]

    def _turns(self, part: Place | Figure, name: str) -> bool:
        """Whether a change of this fact alone gives another answer; that a figure falls away is none."""
        function = part.function if isinstance(part, Figure) else part.step.function
        before = function(View(self.facts))
        others = probes(self.grader.right, self.facts, self.law.topic.spec_of[name])
        found = (function(View(changed)) for _, changed in islice(others, MOST_PROBES))
        return any(after is not None and after != before for after in found)

    def _told(self, names: Iterable[str]) -> list[str]:
        return [spec.name for spec in self.law.topic.specs if spec.name in names and spec.name in self.told]

    def _facts(self, lead: str, names: list[str], hides: Callable[[FactSpec], bool]) -> str:
        """The facts by label, with their value as told unless that would be the answer."""
        if not names:
            return "Fortællingen siger ikke noget om det, og så gælder det sædvanlige."
        specs = [self.law.topic.spec_of[name] for name in names]
        bare = [spec for spec in specs if spec.kind in ("bool", "choice") or hides(spec)]
        shown = [
            _quoted(spec) if spec in bare else f"{_quoted(spec)} ({self._value(spec)})" for spec in specs
        ]
        return f"{lead} {danish.join(shown)}." + (" Find stedet i fortællingen." if bare else "")

    def _value(self, spec: FactSpec) -> str:
        return spec.printed(getattr(self.facts, spec.name))

    def _hides(self, spec: FactSpec, secret: str) -> bool:
        return bool(secret) and secret.lower() in self._value(spec).lower()

    def _question(self, step: Step) -> str:
        return self.law.fill(step.question, self._view(step)).rstrip("?")

    def _reason(self, part: Step | Figure) -> str:
        """The reason on the student's own premises, without the sentences that tell a figure still to be found."""
        view, known = self._view(part), {part.key, *self.grader.given.figures}

        def look(name: str) -> tuple[str, Any]:
            shown, value = self.law.look(name, view)
            return (shown if name not in self.law.figures or name in known else UNKNOWN), value

        sentences = SENTENCE.split(_filled(part.reason, look))
        return " ".join(sentence for sentence in sentences if UNKNOWN not in sentence).strip()

    def _view(self, part: Step | Figure) -> View:
        """The own premises without the answer to the part itself."""
        view = self.grader.own.view
        view._answers.pop(part.key, None)
        if isinstance(part, Figure):
            view._figures.pop(part, None)
        return view


def _filled(text: str, look: Callable[[str], tuple[str, Any]]) -> str:
    return fill(text, look) if "{" in text or "[" in text else text


def _role(place: Place) -> str:
    """What hangs on a step, without a word of which answer leads where."""
    if place.step.skoen:
        return "Her er der intet fast svar: retten skønner."
    if place.ground is not None:
        return "Trinet er en af de betingelser, der alle skal være opfyldt."
    answers = options(place)
    ends = [type(place.next(answer)) is not Place for answer in answers]
    if all(ends):
        return "Trinet er det sidste: svaret giver resultatet."
    if any(ends):
        some = "Det ene svar giver" if len(answers) == 2 else "Nogle svar giver"
        return (
            f"{some} resultatet med det samme, {'det andet' if len(answers) == 2 else 'andre'} fører videre."
        )
    if len({place.next(answer) for answer in answers}) > 1:
        return "Svaret bestemmer, hvilket trin der kommer nu."
    return "Svaret bruges i et senere trin."


def _quoted(spec: FactSpec) -> str:
    return _in_quotes(spec.label.rstrip("?"))


def _in_quotes(text: str) -> str:
    return f"»{text.replace('»', '’').replace('«', '’')}«"


def _listed(arguments: list[str]) -> str:
    said = "; ".join(argument.rstrip(".") for argument in arguments)
    return f"{said}." if said else "intet."


def _small(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


__all__ = ["ASKS", "DEGREES", "Hint", "hints", "of_facts"]
