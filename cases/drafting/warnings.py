"""What an author should look at before a case is published; nothing here stops it from being saved."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cases import links, solution, stories, variants
from cases.models import READINGS, Walkthrough
from cases.variants import NoVariant
from rules import reverse, wording
from rules.relevance import relevance

if TYPE_CHECKING:
    from cases.drafting import Draft

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
STATED = re.compile(
    rf"(?<![\w§.,])(?<!§\s)\d{{1,2}}\. (?:{MONTHS})(?: \d{{4}})?"
    r"|(?<![\w§.,])(?<!§\s)\d+(?:\.\d{3})*(?:,\d+)?(?:\s?(?:kr\.|kroner|%|procent|pct\.))?(?!\w)"
)
NUMBERS = {"kroner", "percent", "number", "int", "date"}
UNTOLD = "men fortælles ikke. Den studerende kan ikke vide det."


def of(draft: "Draft") -> Iterator[str]:
    """The warnings of a draft whose facts and story can be read, in the order in which they matter."""
    if not draft.story.strip():
        yield "Fortællingen mangler endnu."
        return
    matters = {key: relevant(topic, facts, draft.reading) for key, topic, facts in draft.sheets}
    yield from _undecided(draft)
    yield from _untold(draft, matters)
    yield from _stated(draft)
    yield from _parted(draft)
    yield from _constant_links(draft)
    yield from _weights(draft)
    yield from _reverse(draft)
    yield from _variants(draft)


def relevant(topic: Any, facts: Any, reading: str) -> set[str]:
    """The facts of which some change alone turns something here."""
    return {name for name, turn in relevance(topic, facts, reading).items() if turn is not None}


def _undecided(draft: "Draft") -> Iterator[str]:
    for _, topic, facts in draft.sheets:
        made = topic.decide(facts, draft.reading)
        if made.outcome is None:
            ends = " eller ".join(f"»{made.reading.choices.get(one, one)}«" for one in made.possible)
            yield f"»{topic.title}« er et skøn: {ends}. Begge svar godtages, hvis de følges op."


def _untold(draft: "Draft", matters: dict[str, set[str]]) -> Iterator[str]:
    """Facts that turn something here and stand neither in the story nor among what is decided earlier."""
    told = stories.told_facts(draft.story, draft.asked)
    literal, shared = _literal(draft.story), set()
    for (key, topic, facts), question in zip(draft.sheets, draft.questions, strict=True):
        for spec in topic.specs:
            value = getattr(facts, spec.name)
            same = (spec.name, spec.kind, str(value))
            if (key, spec.name) in told:
                shared.add(same)
            elif spec.name in matters[key] and spec.name not in question.links and same not in shared:
                printed = spec.printed(value)
                is_usual = not spec.required and value == spec.default
                if not is_usual and not (spec.kind in NUMBERS and printed in literal):
                    yield f"»{spec.label}« betyder noget for afgørelsen, {UNTOLD}"


def _literal(story: str) -> str:
    """The story without its places: what every variant says alike."""
    return " ".join(_texts(wording.parse(story)))


def _texts(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, wording.Branch):
            yield from _texts((*part.then, *part.otherwise))


def _stated(draft: "Draft") -> Iterator[str]:
    """Days and amounts that stand in the text and not in a fact."""
    printed = {
        spec.printed(getattr(facts, spec.name)): spec.name
        for _, topic, facts in draft.sheets
        for spec in topic.specs
        if spec.kind in NUMBERS
    }
    found = list(dict.fromkeys(" ".join(one.split()) for one in STATED.findall(_literal(draft.story))))
    for one in found:
        if one in printed:
            place = f"{{{printed[one]}}}"
            yield f"»{one}« står som fast tekst i fortællingen. Skriv {place}, så følger det med i varianterne."
    loose = [one for one in found if one not in printed]
    if loose:
        listed = ", ".join(f"»{one}«" for one in loose)
        yield f"Fortællingen siger noget, som ingen oplysning siger: {listed}. Det er det samme i alle varianter."


def _parted(draft: "Draft") -> Iterator[str]:
    for _, topic, facts in draft.sheets:
        if solution.readings(topic, facts) is not None:
            yield f"De to retsgrundlag når ikke til det samme i »{topic.title}«. Vælg det, der skal bedømme."


def _constant_links(draft: "Draft") -> Iterator[str]:
    """Links that give the same fact whatever is answered."""
    for question, fact, link in outcome_links(draft):
        source = link["from"]
        values = {
            str(links.carried({fact: link}, {source: outcome}, {}).get(fact))
            for outcome in links.outcomes_of(dict(draft.asked)[source])
        }
        if len(values) == 1:
            label = question.topic.spec_of[fact].label
            yield f"Kæden til »{label}« giver det samme, hvad der end svares. Vælg kun nogle af afgørelserne."


def outcome_links(draft: "Draft") -> Iterator[tuple[Any, str, dict[str, Any]]]:
    """The links that an outcome decides: the question, its fact, and the link."""
    for question in draft.questions:
        for fact, link in question.links.items():
            if "fact" not in link:
                yield question, fact, link


def _weights(draft: "Draft") -> Iterator[str]:
    total = sum(draft.weights.values())
    if draft.weights and total != 100:
        yield f"Vægtene giver {total} tilsammen; de regnes om, så de svarer til 100."
    if draft.argument.strip() and not draft.weights.get("argument"):
        yield "Der er skrevet en opgave til begrundelsen, men argumentet vægter 0. Den studerende ser den ikke."


def _reverse(draft: "Draft") -> Iterator[str]:
    """Reverse tasks that need no change at all, or that no facts were found to solve."""
    sheets = {key: (topic, facts) for key, topic, facts in draft.sheets}
    for number, task in enumerate(draft.reverse, start=1):
        topic, facts = sheets[task["question"]]
        wants = {reading: task[reading] for reading in READINGS if reading in task}
        if all(topic.decide(facts, reading).outcome == wanted for reading, wanted in wants.items()):
            yield f"Omvendt opgave {number} er løst på forhånd: sagens egne oplysninger giver netop den afgørelse."
        elif reverse.possible(topic, facts, wants) is None:
            yield (
                f"Omvendt opgave {number} ser ikke ud til at kunne løses: "
                "der er ikke fundet oplysninger, der giver afgørelsen. Den vises ikke for de studerende."
            )


def _variants(draft: "Draft") -> Iterator[str]:
    told = stories.told_facts(draft.story, draft.asked)
    for question in draft.questions:
        if not any(key == question.key for key, _ in told) and not question.links:
            yield f"Ingen oplysning fra »{question.topic.title}« fortælles som {{navn}}: varianterne bliver ens."
            return
    try:
        drawn(draft, Walkthrough.Level.ORIGINAL)
    except NoVariant:
        yield "Der kan ikke laves varianter af sagen: for lidt fortælles som {navn}."


def drawn(draft: "Draft", level: str, seed: int = 1) -> variants.Drawn:
    """A variant of the draft. Raises `NoVariant`."""
    rows = [question.row for question in draft.questions]
    return variants.draw(draft.case, rows, draft.reading, seed, level)
