"""Morarente ved for sen betaling (bogens § 24; renteloven §§ 3, 5 og 7).

>>> facts = Facts(aftalt_forhalingsrente=False, forfaldent_beloeb=100000, forfaldsdag=date(2025, 6, 1),
...               betalt_dag=date(2025, 7, 31), referencesatser=[3, 2])
>>> topic.decide(facts, "pensum").outcome
'KAN_IKKE_KRAEVES'
>>> print(topic.decide(facts, "gaeldende_ret").explain())
1. Er der betalt efter den dag, som renten løber fra? Ja (RTL § 3, stk. 1 og RTL § 3, stk. 2).
2. Er der aftalt en forhalingsrente? Nej (RTL § 1, stk. 3 og RTL § 5, stk. 1).
Rente fra: 1. juni 2025.
Rentedage: 60.
Morarente: 1.726,03 kr.
Altså: Kreditgiveren kan kræve 1.726,03 kr. i morarente.

Thirty days in June at 3 + 8 % and thirty in July at 2 + 8 %: 904.11 and 821.92 kr.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from rules.facts import Choice, FactSheet, Kroner, Percent, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic

STATUTE = GAELDENDE_RET
LAVESTE_SATS, HOEJESTE_SATS = Decimal(-10), Decimal(100)


class Dagtaelling(Choice):
    """How days become parts of a year."""

    FAKTISK_365 = "faktisk_365", "faktiske dage over 365"
    TREDIVE_360 = "30_360", "30 dage om måneden over 360"


class Kreditgiver(Choice):
    """Who made the agreement with the debtor."""

    PENGEINSTITUT = "pengeinstitut", "et pengeinstitut"
    REALKREDIT = "realkredit", "et realkreditinstitut"
    ANDEN = "anden", "en anden erhvervsdrivende"


class Facts(FactSheet):
    """The debt, when it was due and paid, what was agreed, and the reference rates."""

    aftalt_forhalingsrente: bool = fact("Er der aftalt en forhalingsrente?")
    rente_pa: Percent | None = fact("Aftalt forhalingsrente om året", absent="ikke aftalt")
    forfaldent_beloeb: Kroner = fact("Forfaldent beløb", ge=Decimal("0.01"))
    forfaldsdag: date = fact("Forfaldsdag")
    betalt_dag: date = fact("Dag for betaling")
    dagtaelling: Dagtaelling = fact(
        "Hvordan tælles dagene?",
        default=Dagtaelling.FAKTISK_365,
        help="Enten kalenderens dage i et år på 365 eller 12 måneder på hver 30 dage i et år på 360.",
    )
    referencesatser: tuple[Percent, ...] | None = fact(
        "Nationalbankens udlånsrente for hvert halvår",
        ge=LAVESTE_SATS,
        le=HOEJESTE_SATS,
        unit="%",
        absent="ikke oplyst",
        reading=STATUTE,
        help="Satsen pr. 1. januar eller 1. juli. Den første gælder det halvår, som forfaldsdagen ligger i, og de næste de "
        "følgende halvår. Er der færre satser end halvår, gælder den sidste til betalingen.",
    )
    kreditgiver_type: Kreditgiver = fact(
        "Hvem er kreditgiver?", default=Kreditgiver.PENGEINSTITUT, reading=STATUTE
    )
    forbruger: bool = fact("Er skyldneren forbruger?", default=True, reading=STATUTE)
    anmodet: date | None = fact(
        "Dag for anmodning om betaling",
        absent="forfaldsdagen var aftalt på forhånd",
        reading=STATUTE,
        help="Kun når ingen forfaldsdag var aftalt på forhånd: den dag kreditgiveren bad om pengene.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """An agreement without a rate, a list of reference rates without any."""
        if self.aftalt_forhalingsrente and self.rente_pa is None:
            yield "rente_pa", "en procentsats", "Angiv den forhalingsrente, som er aftalt."
        if self.referencesatser == ():
            yield (
                "referencesatser",
                "mindst én sats",
                "Angiv mindst én sats, eller lad satserne være ukendte.",
            )


class Outcome(Outcomes):
    """Whether interest can be claimed for the delay."""

    KAN_KRAEVES = "Kreditgiveren kan kræve morarente."
    KAN_IKKE_KRAEVES = "Kreditgiveren kan ikke kræve morarente."


topic = Topic(
    "morarente",
    "Morarente ved for sen betaling",
    group="kredit",
    question="Kan kreditgiveren kræve morarente, og hvor meget?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)


def dage_mellem(facts: Facts, fra: date, til: date) -> int:
    """The days of interest; the first day counts, the day of payment does not."""
    if facts.dagtaelling is Dagtaelling.FAKTISK_365:
        return (til - fra).days
    maaneder = 12 * (til.year - fra.year) + til.month - fra.month
    return 30 * maaneder + min(til.day, 30) - min(fra.day, 30)


def aarets_dage(facts: Facts) -> int:
    """The days of a year in that count."""
    return 365 if facts.dagtaelling is Dagtaelling.FAKTISK_365 else 360
