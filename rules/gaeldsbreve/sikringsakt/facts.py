"""Sikringsakten: er køberen sikker mod sælgerens kreditorer? (gældsbrevsloven §§ 22 og 31).

>>> facts = Facts(type=Gaeldsbrev.SIMPELT, debitor_underrettet=date(2026, 3, 3), i_koebers_besiddelse=None,
...               udlaeg=date(2026, 3, 2), saelger_har_adgang=False)
>>> print(topic.decide(facts, "pensum").explain())
1. Er fordringen et omsætningsgældsbrev? Nej (GBL § 22 og GBL § 31).
2. Havde debitor fået meddelelse om overdragelsen, da der blev gjort udlæg? Nej (GBL § 31).
Sikringsakt: meddelelse til debitor (denunciation).
Altså: Køberen er ikke beskyttet. Sælgerens kreditorer kan tage fordringen.
"""

from datetime import date

from rules.facts import Choice, FactSheet, fact
from rules.gaeldsbreve.papirer import Gaeldsbrev
from rules.topic import GAELDENDE_RET, Outcomes, Topic

STATUTE = GAELDENDE_RET


class Overdragelse(Choice):
    """To own, or only as security."""

    EJE = "eje", "eje (salg)"
    PANT = "pant", "pant eller anden sikkerhed"


class Afsender(Choice):
    """Who told the debtor."""

    OVERDRAGER = "overdrager", "overdrageren"
    ERHVERVER = "erhverver", "erhververen"
    ANDEN = "anden", "en anden"


class Facts(FactSheet):
    """The paper, what was done to secure its buyer, and the levy of the seller's creditor."""

    type: Gaeldsbrev = fact("Hvilken slags gældsbrev er overdraget?")
    debitor_underrettet: date | None = fact("Dag for meddelelse til debitor", absent="aldrig")
    i_koebers_besiddelse: date | None = fact("Dag, da køberen fik gældsbrevet i hånden", absent="aldrig")
    udlaeg: date = fact("Dag for udlæg", help="Den dag sælgerens kreditor gjorde udlæg i fordringen.")
    saelger_har_adgang: bool = fact("Har sælgeren stadig adgang til gældsbrevet?")
    overdragelse: Overdragelse = fact(
        "Er gældsbrevet overdraget til eje eller til pant?", default=Overdragelse.EJE, reading=STATUTE
    )
    digitalt_pantebrev: bool = fact(
        "Er det overdragne et tinglyst digitalt pantebrev?", default=False, reading=STATUTE
    )
    overdragelse_tinglyst: date | None = fact(
        "Dag for tinglysning af overdragelsen", absent="aldrig", reading=STATUTE
    )
    underretning_fra: Afsender = fact(
        "Hvem gav debitor meddelelsen?", default=Afsender.ERHVERVER, reading=STATUTE
    )
    underretning_klar: bool = fact("Var meddelelsen klar?", default=True, reading=STATUTE)
    virksomhed_overdraget: bool = fact(
        "Er fordringen overdraget sammen med hele virksomheden?",
        default=False,
        reading=STATUTE,
        help="En bogføringspligtig virksomhed, der overdrages med sine udestående fordringer.",
    )


class Outcome(Outcomes):
    """Whether the buyer is safe from the seller's creditors."""

    BESKYTTET = "Køberen er beskyttet. Sælgerens kreditorer kan ikke tage fordringen."
    IKKE_BESKYTTET = "Køberen er ikke beskyttet. Sælgerens kreditorer kan tage fordringen."


topic = Topic(
    "sikringsakt",
    "Sikringsakt ved overdragelse",
    group="gaeldsbreve",
    question="Er køberen af fordringen sikker mod sælgerens kreditorer?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)


def i_tide(dag: date | None, facts: Facts) -> bool:
    """Whether something was done by the levy; the same day is in time."""
    return dag is not None and dag <= facts.udlaeg
