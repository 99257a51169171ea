"""What is said about a student's guess at an outcome, and the mistake that leads there."""

from dataclasses import dataclass

from rules.decision import rounded
from rules.mistaken import decide_mistaken
from rules.reading import GAELDENDE_RET, OUTCOME, PENSUM
from rules.steps import View

# Who says it, and whose answer it is.
SAYS = {PENSUM: "bogen", GAELDENDE_RET: "loven"}
WHOSE = {PENSUM: "bogens", GAELDENDE_RET: "lovens"}


@dataclass(frozen=True)
class Judged:
    """What is said about a prediction: the first words, the rest, and perhaps the mistake that leads there."""

    tone: str
    lead: str
    text: str
    mistake: str = ""


def judged(comparison, predicted, reading=PENSUM):
    """The prediction held against the decision of this reading; the other one may have it right as well."""
    own, other = _own_and_other(comparison, reading)
    says = SAYS[own.reading.key]
    if predicted == own.outcome and other is None:
        return Judged("is-right", "Rigtigt.", own.text)
    if predicted == own.outcome == other.outcome:
        return Judged("is-right", "Rigtigt.", "Bogen og loven når samme udfald, men andre tal.")
    if predicted == own.outcome:
        whose = SAYS[other.reading.key].capitalize()
        return Judged("is-right", f"Rigtigt efter {says}.", f"{whose} når et andet resultat.")
    if own.outcome is None and predicted in own.possible:
        return Judged("is-note", "Det er et skøn.", "Dit svar er et af de udfald, som skønnet kan føre til.")
    if other and predicted == other.outcome:
        lead = f"Det er {WHOSE[other.reading.key]} svar."
        return Judged("is-note", lead, f"{says.capitalize()} når et andet resultat.")
    told = "Det svar giver hverken bogen eller loven." if other else own.text
    lead = f"Du har svaret: {own.reading.topic.outcomes[predicted].value}"
    return Judged("is-wrong", lead, told or "Det er et skøn.", _mistake_to(own, predicted))


def _own_and_other(comparison, reading):
    """The reading that counts, and the other one where it differs."""
    book, law = comparison.pensum, comparison.gaeldende_ret
    own, other = (law, book) if law and reading == GAELDENDE_RET else (book, law)
    return own, None if comparison.same else other


def _mistake_to(decision, predicted):
    """The remark on the first mistake that leads to this outcome on these facts."""
    law, facts = decision.reading, decision.facts
    for mistake in law.mistakes:
        if mistake.target == OUTCOME:
            led = rounded(mistake.function(View(facts))) if mistake.function else None
            outcome = led.name if led is not None else None
        else:
            mistaken = decide_mistaken(law, facts, mistake)
            outcome = mistaken.outcome if mistaken else None
        if outcome == predicted:
            return law.fill(mistake.remark, View(facts))
    return ""
