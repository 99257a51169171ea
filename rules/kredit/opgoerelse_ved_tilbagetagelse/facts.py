"""Opgørelse ved tilbagetagelse: hvem betaler hvem hvor meget (kreditaftaleloven §§ 30, 35, 38, 40, 41 og 51).

>>> facts = Facts(koebesum=200000, betalt=80000, fremtidige_renter_i_restkravet=8000, rente_af_forfaldne=500,
...               noedvendige_omkostninger=5000, vaerdi=90000)
>>> print(topic.decide(facts, "pensum").explain())
1. Er tingen mere eller mindre værd end kreditgiverens krav? mindre værd end kravet. (KAL § 40).
2. Hvilket ejendomsforbehold er der? et gyldigt ejendomsforbehold. (KAL § 30 og KAL § 40).
Kreditgiverens krav: 117.500 kr.
Overskud til køberen: 0 kr.
Difference til kreditgiveren: 27.500 kr.
Altså: Kreditgiveren tager tingen tilbage og kan desuden kræve 27.500 kr. af køberen.
>>> print(topic.decide(facts, "gaeldende_ret").text)
Kreditgiveren tager tingen tilbage og kan ikke kræve mere. Den del af kravet på 117.500 kr., som tingen ikke dækker, er tabt.
"""

from collections.abc import Iterable
from decimal import Decimal

from rules.facts import Choice, FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic

STATUTE = GAELDENDE_RET


class Forbehold(Choice):
    """Whether title was retained, and whether that holds."""

    GYLDIGT = "gyldigt", "et gyldigt ejendomsforbehold"
    UGYLDIGT = "ugyldigt", "et ugyldigt ejendomsforbehold"
    INTET = "intet", "intet ejendomsforbehold"


class Forhold(Choice):
    """How the thing's value stands to the claim."""

    OVER = "over", "mere værd end kravet"
    LIGE = "lige", "netop lige så meget værd som kravet"
    UNDER = "under", "mindre værd end kravet"


class Facts(FactSheet):
    """What was agreed and paid, what the default costs, and what the thing is worth when it is taken."""

    koebesum: Kroner = fact(
        "Købesum", ge=Decimal("0.01"), help="Alt, hvad køberen skulle betale, også renter for kredittiden."
    )
    betalt: Kroner = fact("Betalt", help="Udbetaling og ydelser, som køberen har betalt.")
    fremtidige_renter_i_restkravet: Kroner = fact(
        "Fremtidige renter i det ubetalte",
        default=Decimal(0),
        help="Renter og gebyrer for tiden efter tilbagetagelsen, som er regnet med i købesummen.",
    )
    rente_af_forfaldne: Kroner = fact("Rente af forfaldne ydelser", default=Decimal(0))
    noedvendige_omkostninger: Kroner = fact(
        "Nødvendige omkostninger",
        default=Decimal(0),
        help="Det, som det koster at tage tingen tilbage. Omkostninger, som KAL § 24 udelukker, regnes ikke med.",
    )
    vaerdi: Kroner = fact("Tingens værdi", help="Hvad tingen kan sælges for, når den tages tilbage.")
    forbehold: Forbehold = fact("Hvilket ejendomsforbehold er der?", default=Forbehold.GYLDIGT)
    forbruger: bool = fact("Er køberen forbruger?", default=True, reading=STATUTE)
    saerlige_omstaendigheder_41: bool = fact(
        "Taler særlige omstændigheder for, at køberen skal betale differencen?",
        default=False,
        reading=STATUTE,
        help="Især at køberen har behandlet tingen dårligt eller modarbejdet tilbagetagelsen.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More paid than the price, more future interest than is unpaid."""
        if self.betalt > self.koebesum:
            yield "betalt", "højst købesummen", "Der kan ikke være betalt mere end købesummen."
        elif self.fremtidige_renter_i_restkravet > self.koebesum - self.betalt:
            yield (
                "fremtidige_renter_i_restkravet",
                "højst det ubetalte",
                "De fremtidige renter kan ikke være større end det, der endnu ikke er betalt.",
            )


class Outcome(Outcomes):
    """Who pays whom."""

    OVERSKUD_TIL_KOEBER = (
        "Tingen er mere værd end kravet, og kreditgiveren skal betale overskuddet til køberen."
    )
    DIFFERENCE_TIL_KREDITGIVER = "Tingen dækker ikke kravet, og køberen skal betale differencen."
    GAAR_LIGE_OP = "Tingen dækker netop kravet, og ingen skal betale noget."
    DIFFERENCE_TABT = "Tingen dækker ikke kravet, men kreditgiveren kan ikke kræve differencen."


topic = Topic(
    "opgoerelse_ved_tilbagetagelse",
    "Opgørelse ved tilbagetagelse",
    group="kredit",
    question="Hvem skal betale hvor meget til hvem, når det solgte tages tilbage?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
TEKSTER = {
    Outcome.OVERSKUD_TIL_KOEBER: "Kreditgiveren må kun tage tingen mod at betale {overskud} til køberen.",
    Outcome.DIFFERENCE_TIL_KREDITGIVER: "Kreditgiveren tager tingen tilbage og kan desuden kræve {difference} af køberen.",
    Outcome.GAAR_LIGE_OP: "Tingen er {vaerdi} værd, netop det, som kreditgiveren har til gode. Ingen skal betale mere.",
}
