"""Debitors indsigelser, når gældsbrevet er solgt (gældsbrevsloven §§ 15-17 og 27).

>>> facts = Facts(type=Gaeldsbrev.OMSAETNING, indsigelse=Indsigelse.MANGEL, god_tro=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Har debitor en indsigelse? Ja (GBL § 15).
2. Er gældsbrevet et omsætningsgældsbrev? Ja (GBL § 27).
3. Er indsigelsen stærk? Nej (GBL § 17).
4. Var køberen af gældsbrevet i god tro? Ja (GBL § 15).
Altså: Indsigelsen er ekstingveret. Debitor skal betale til køberen og må holde sig til den, der solgte gældsbrevet.
"""

from rules.facts import Choice, FactSheet, fact
from rules.gaeldsbreve.papirer import Gaeldsbrev
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Indsigelse(Choice):
    """What the debtor says against paying."""

    MANGEL = "mangel", "mangel ved det købte"
    FORSINKET_LEVERING = "forsinket_levering", "forsinket levering"
    SVIG = "svig", "svig"
    FALSK_UNDERSKRIFT = "falsk_underskrift", "falsk underskrift"
    VOLDELIG_TVANG = "voldelig_tvang", "voldelig tvang"
    INGEN = "ingen", "ingen indsigelse"


STAERKE = (Indsigelse.FALSK_UNDERSKRIFT, Indsigelse.VOLDELIG_TVANG)
FRA_HANDELEN = (Indsigelse.MANGEL, Indsigelse.FORSINKET_LEVERING)


class Facts(FactSheet):
    """The paper, the objection, and what the buyer knew and got."""

    type: Gaeldsbrev = fact("Hvilken slags gældsbrev er solgt?")
    indsigelse: Indsigelse = fact("Hvad gør debitor gældende?")
    god_tro: bool = fact(
        "Var køberen af gældsbrevet i god tro?", help="Køberen kendte ikke og burde ikke kende indsigelsen."
    )
    i_haende_eller_tinglyst: bool = fact(
        "Har køberen fået gældsbrevet i hånden, eller er overdragelsen tinglyst?",
        default=True,
        reading=GAELDENDE_RET,
        help="I hånden gælder gældsbreve på papir, tinglysning gælder pantebreve i fast ejendom.",
    )
    forbrugerkoeb: bool = fact(
        "Stammer gælden fra et forbrugerkøb på kredit?",
        default=True,
        reading=GAELDENDE_RET,
        help="Debitor købte til privat brug af en erhvervsdrivende.",
    )
    pantebrev_fast_ejendom: bool = fact(
        "Er gældsbrevet et pantebrev i fast ejendom?", default=False, reading=GAELDENDE_RET
    )
    forfaldt_foer_overdragelsen: bool = fact(
        "Angår kravet renter eller faste afdrag, der forfaldt før overdragelsen?",
        default=False,
        reading=GAELDENDE_RET,
    )


class Outcome(Outcomes):
    """What becomes of the objection."""

    BEVARET = "Debitor har sin indsigelse i behold over for køberen."
    EKSTINGVERET = "Indsigelsen er ekstingveret. Debitor skal betale til køberen og må holde sig til den, der solgte gældsbrevet."
    INGEN_INDSIGELSE = "Debitor har ingen indsigelse og skal betale til køberen."


topic = Topic(
    "indsigelser",
    "Debitors indsigelser",
    group="gaeldsbreve",
    question="Kan debitor gøre sin indsigelse gældende mod den, der har købt gældsbrevet?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
