"""Tilbagetagelse af det solgte, når køberen ikke betaler (bogens § 37; kreditaftaleloven §§ 29 og 37).

>>> facts = Facts(misligholdte_ydelser=2, saerlige_omstaendigheder=False, rykket=True, dage_over_forfald=30,
...               forfaldent_beloeb=10000, samlet_beloeb_inkl_udbetaling=200000)
>>> topic.decide(facts, "pensum").outcome
'MAA_IKKE'
>>> print(topic.decide(facts, "gaeldende_ret").explain())
1. Har beløbet været forfaldent i mindst 30 dage? Ja (KAL § 29, stk. 1).
2. Udgør det forfaldne mindst en tiendedel af det samlede beløb? Nej (KAL § 29, stk. 2, nr. 1).
3. Er der flere ydelser i det forfaldne beløb? Ja (KAL § 29, stk. 2, nr. 2).
4. Udgør det forfaldne mindst en tyvendedel af det samlede beløb? Ja (KAL § 29, stk. 2, nr. 2).
5. Er restancen med renter og omkostninger betalt inden tilbagetagelsen? Nej (KAL § 37).
En tiendedel af det samlede beløb: 20.000 kr.
En tyvendedel af det samlede beløb: 10.000 kr.
Altså: Kreditgiveren må tage det solgte tilbage. Restancen på 10.000 kr. er gammel nok og stor nok.
"""

from collections.abc import Iterable
from decimal import Decimal

from rules.facts import FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic

STATUTE = GAELDENDE_RET
BOGENS_GRAENSE = 3
LOVENS_DAGE = 30


class Facts(FactSheet):
    """What was not paid, how late it is and whether it was paid after all. Defaults: the course book's own car."""

    misligholdte_ydelser: int = fact(
        "Hvor mange ydelser er ikke betalt?", le=600, help="Månedlige ydelser, som er forfaldet."
    )
    saerlige_omstaendigheder: bool = fact(
        "Er der særlige omstændigheder ved misligholdelsen?",
        help="Omstændigheder, som gør det nødvendigt at tage tingen tilbage, fx at den er ved at forsvinde.",
    )
    rykket: bool = fact("Er køberen rykket for betaling?")
    dage_over_forfald: int = fact(
        "Hvor længe har beløbet været forfaldent?",
        unit="dage",
        default=30,
        le=36500,
        reading=STATUTE,
        help="Hele det beløb, der regnes med, har været forfaldent i så mange dage.",
    )
    forfaldent_beloeb: Kroner = fact(
        "Forfaldent beløb",
        default=Decimal(15_000),
        reading=STATUTE,
        help="Det, som køberen mangler at betale.",
    )
    samlet_beloeb_inkl_udbetaling: Kroner = fact(
        "Samlet beløb med udbetaling",
        default=Decimal(200_000),
        ge=Decimal("0.01"),
        reading=STATUTE,
        help="Alt, hvad køberen skal betale efter aftalen, også udbetaling, renter og omkostninger.",
    )
    hele_restfordringen: bool = fact(
        "Er det forfaldne beløb hele restgælden?", default=False, reading=STATUTE
    )
    betalt_foer_tilbagetagelse: bool = fact(
        "Er restancen med renter og omkostninger betalt inden tilbagetagelsen?",
        default=False,
        reading=STATUTE,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More due than the whole agreement costs."""
        if self.forfaldent_beloeb > self.samlet_beloeb_inkl_udbetaling:
            yield (
                "forfaldent_beloeb",
                "højst det samlede beløb",
                "Der kan ikke være forfaldet mere end det samlede beløb, som køberen skal betale.",
            )


class Outcome(Outcomes):
    """Whether the creditor may take the thing back."""

    MAA_TAGE_TILBAGE = "Kreditgiveren må tage det solgte tilbage."
    MAA_IKKE = "Kreditgiveren må ikke tage det solgte tilbage."


topic = Topic(
    "tilbagetagelse",
    "Tilbagetagelse ved misligholdelse",
    group="kredit",
    question="Må kreditgiveren tage det solgte tilbage, når køberen ikke betaler?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
