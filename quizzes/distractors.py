"""The answers to one question on one set of facts: the right one, and wrong ones that somebody would give.

Wrong answers come first of all from the topic's own mistakes, made on these very facts, each with its
remark. They are kept only when they differ from the right answer and from each other, in value and in print.
Where the mistakes give too few, what the other reading says, another fact of the same kind or another outcome
is taken.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import rules
from quizzes.asked import Asked
from rules import danish
from rules.decision import Decision, decide
from rules.mistaken import decide_mistaken
from rules.reading import JUS, OUTCOME, Reading
from rules.steps import Figure, Mistake, View

WHICH_PROVISION = "Hvilken bestemmelse afgør spørgsmålet?"
RANKED = ("date", "kroner", "percent", "number", "int", "fraction")


def ask(law: Reading, facts: Any, what: str, suspects: Sequence[str] = ()) -> Asked | None:
    """The question with its answers, or None where it does not arise on these facts.

    What the suspected mistakes answer comes before what the others do.
    """
    decision = decide(law, facts)
    if what == OUTCOME:
        return _outcome(law, facts, decision, suspects) if decision.result is not None else None
    if what == JUS:
        return _provision(law, decision, suspects)
    if what in law.figures:
        return _figure(law, facts, decision, law.figures[what], suspects)
    return _step(law, facts, decision, what, suspects)


def _outcome(law: Reading, facts: Any, decision: Decision, suspects: Sequence[str]) -> Asked:
    """The outcomes by their general sentence, so that no amount tells which of them is meant."""
    asked = Asked(law.topic.question, decision, _cited(decision))
    right, general = decision.result, law.choices
    because = _because(decision)
    asked.add(right.name, general[right.name], because)
    for mistake, made in _made(law, facts, suspects):
        told = made.result if isinstance(made, Decision) else made if mistake.target == OUTCOME else None
        if told is not None and told.name in general:
            asked.add(told.name, general[told.name], _said(law, mistake, decision), mistake=mistake.key)
    for name, text in general.items():
        asked.add(name, text, f"Du har valgt et udfald, som fakta her ikke fører til. {because}")
    return asked


def _figure(
    law: Reading, facts: Any, decision: Decision, figure: Figure, suspects: Sequence[str]
) -> Asked | None:
    right = decision.figures[figure.key]
    if right is None:
        return None
    citation = law.figure_citations.get(figure.key)
    provisions = [str(citation)] if citation else _cited(decision)
    asked = Asked(law.fill(figure.question, decision.view), decision, provisions, figure.tolerance)
    because = law.fill(figure.reason, decision.view) or f"{figure.label} er {_shown(figure, right)}."

    def add(value: Any, remark: str, mistake: str = "") -> None:
        if value is not None:
            rank = value if figure.kind in RANKED else None
            asked.add(value, _shown(figure, value), remark, mistake=mistake, rank=rank)

    add(right, because)
    for mistake, made in _made(law, facts, suspects, first=figure.key):
        if isinstance(made, Decision):
            add(made.figures[figure.key], _said(law, mistake, decision), mistake.key)
    for value, remark in _strangers(law, facts, figure):
        add(value, f"{remark} {because}")
    if figure.kind == "bool":
        add(not right, f"Du har svaret {_answer(not right)}. {because}")
    return asked


def _strangers(law: Reading, facts: Any, figure: Figure) -> Iterable[tuple[Any, str]]:
    """What the other reading answers, and the facts of the same kind that could be taken for the answer."""
    for other in law.topic.readings.values():
        if other.key != law.key and figure.key in other.figures:
            value = decide(other.seal(), facts).figures[figure.key]
            yield (
                value,
                f"Du har svaret efter {other.title.lower()}. Her spørges der efter {law.title.lower()}.",
            )
    plain = law.topic.plain(facts)
    for spec in law.topic.specs:
        told = spec.reading in (None, law.key) and plain[spec.name] != spec.default
        if told and spec.kind == figure.kind and spec.kind in RANKED:
            yield getattr(facts, spec.name), f"Du har taget oplysningen »{spec.label}«."


def _step(law: Reading, facts: Any, decision: Decision, key: str, suspects: Sequence[str]) -> Asked | None:
    found = [(place, answer) for place, answer in decision.path if place.key == key and not place.step.skoen]
    if not found:
        return None
    place, right = found[0]
    taken = decision.taken(place, right)
    asked = Asked(taken.question, decision, [str(citation) for citation in place.citations])
    because = taken.reason or f"Svaret er {_answer(right)}."

    def add(answer: Any, remark: str, mistake: str = "") -> None:
        rank = (not answer) if isinstance(answer, bool) else None
        asked.add(answer, _answer(answer).capitalize(), remark, mistake=mistake, rank=rank)

    add(right, because)
    for mistake, made in _made(law, facts, suspects, first=key):
        answer = dict(_answers(made)).get(key) if isinstance(made, Decision) else None
        if answer is not None:
            add(answer, _said(law, mistake, decision), mistake.key)
    for answer in place.step.choices or (True, False):
        add(answer, f"Du har svaret {_answer(answer)}. {because}")
    return asked


def _provision(law: Reading, decision: Decision, suspects: Sequence[str]) -> Asked:
    """The provision of the topic against those that are often cited in its place."""
    right = " og ".join(str(citation) for citation in law.jus)
    asked = Asked(WHICH_PROVISION, decision, [str(citation) for citation in law.jus])
    asked.add(right, right, f"Spørgsmålet er reguleret i {right}.")
    for mistake in _suspected_first(law, suspects):
        if mistake.citation:
            asked.add(
                str(mistake.citation),
                str(mistake.citation),
                _said(law, mistake, decision),
                mistake=mistake.key,
            )
    for other in rules.topics().values():
        jus = other.reading_for(law.key).jus
        if not any(one.match(mine) != "forkert" for one in jus for mine in law.citations):
            text = " og ".join(str(citation) for citation in jus)
            asked.add(text, text, f"Du har valgt reglen om {_lowered(other.title)}. Her er det {right}.")
    return asked


def _suspected_first(law: Reading, suspects: Sequence[str]) -> list[Mistake]:
    places = {key: place for place, key in enumerate(suspects)}
    return sorted(law.mistakes, key=lambda mistake: places.get(mistake.key, len(places)))


def _made(
    law: Reading, facts: Any, suspects: Sequence[str], first: str = ""
) -> Iterable[tuple[Mistake, Any]]:
    """Each mistake with what it leads to on these facts: the suspected, then those about what is asked."""
    about = sorted(law.mistakes, key=lambda mistake: mistake.target != (first or OUTCOME))
    places = {key: place for place, key in enumerate(suspects)}
    for mistake in sorted(about, key=lambda mistake: places.get(mistake.key, len(places))):
        if mistake.function is not None:
            about_outcome = mistake.target == OUTCOME
            made = mistake.function(View(facts)) if about_outcome else decide_mistaken(law, facts, mistake)
            yield mistake, made


def _answers(decision: Decision) -> list[tuple[str, Any]]:
    return [(place.key, answer) for place, answer in decision.path]


def _said(law: Reading, mistake: Mistake, decision: Decision) -> str:
    return law.fill(mistake.remark, decision.view)


def _because(decision: Decision) -> str:
    """The reason of the step that decided, and the outcome in the reading's own sentence."""
    reason = decision.steps[-1].reason if decision.path else ""
    return f"{reason} {decision.text}".strip()


def _cited(decision: Decision) -> list[str]:
    found = [str(citation) for place, _ in decision.path for citation in place.citations]
    return list(dict.fromkeys(found))


def _shown(figure: Figure, value: Any) -> str:
    return figure.printed(value)


def _answer(answer: Any) -> str:
    return danish.show(answer)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
