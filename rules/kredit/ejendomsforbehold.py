"""Ejendomsforbeholdets gyldighed (kreditaftaleloven § 34). Every condition is tested; none hides another.

>>> facts = Facts(koebesum=200000, udbetaling=30000, skriftligt=True, kreditgiver_er_saelger=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Overstiger købesummen 1.000 kr.? Ja (KAL § 34).
2. Er mindst 20 % af købesummen betalt i udbetaling? Nej (KAL § 34).
3. Er ejendomsforbeholdet aftalt skriftligt? Ja (KAL § 34).
4. Er sælgeren selv kreditgiver? Ja (KAL § 34).
Mindste udbetaling: 40.000 kr.
Altså: Ejendomsforbeholdet er ugyldigt.
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import FL, KAL, TL
from rules.facts import FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

STATUTE = GAELDENDE_RET
BOGENS_GRAENSE = Decimal(1000)
LOVENS_GRAENSE = Decimal(2000)


class Facts(FactSheet):
    """The price, the down payment and the agreement."""

    koebesum: Kroner = fact("Købesum", ge=Decimal("0.01"))
    udbetaling: Kroner = fact("Udbetaling", help="Det, som køberen har betalt senest ved overgivelsen.")
    skriftligt: bool = fact("Er ejendomsforbeholdet aftalt skriftligt?")
    kreditgiver_er_saelger: bool = fact("Er sælgeren selv kreditgiver?")
    kontantpris: Kroner | None = fact("Kontantpris", absent="som købesummen", reading=STATUTE)
    samlet_beloeb: Kroner | None = fact(
        "Samlet beløb, der skal betales",
        absent="som købesummen",
        reading=STATUTE,
        help="Inklusive udbetaling, renter og omkostninger.",
    )
    aftalt_senest_ved_overgivelse: bool = fact(
        "Er forbeholdet aftalt senest ved overgivelsen?", default=True, reading=STATUTE
    )
    variabelt_laanebeloeb: bool = fact(
        "Er kreditten med variabelt lånebeløb (fx kontokredit)?", default=False, reading=STATUTE
    )
    forbrugerkoeb: bool = fact("Er købet et forbrugerkøb?", default=True, reading=STATUTE)
    aftale_saelger_langiver: bool = fact(
        "Er kreditten ydet efter aftale mellem sælgeren og långiveren?", default=False, reading=STATUTE
    )
    til_sikkerhed_for_andet: bool = fact(
        "Sikrer forbeholdet også andre krav end købet?", default=False, reading=STATUTE
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More paid down than the price."""
        if self.udbetaling > self.koebesum:
            yield "udbetaling", "højst købesummen", "Udbetalingen kan ikke være større end købesummen."


class Outcome(Outcomes):
    """Whether the retention of title holds."""

    GYLDIGT = "Ejendomsforbeholdet er gyldigt."
    UGYLDIGT = "Ejendomsforbeholdet er ugyldigt."


topic = Topic(
    "ejendomsforbehold",
    "Ejendomsforbeholdets gyldighed",
    group="kredit",
    question="Er ejendomsforbeholdet gyldigt?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.GYLDIGT, failed=Outcome.UGYLDIGT, jus=KAL("§ 34"))
lov = topic.reading(STATUTE, otherwise=Outcome.GYLDIGT, failed=Outcome.UGYLDIGT, jus=KAL("§ 34, stk. 1"))


@pensum.condition(KAL("§ 34"))
def over_beloebsgraensen(facts: Facts) -> bool:
    """Overstiger købesummen 1.000 kr.?

    Købesummen er {koebesum}. Den skal være større end 1.000 kr.; netop 1.000 kr. er ikke nok.
    """
    return facts.koebesum > BOGENS_GRAENSE


@pensum.figure("Mindste udbetaling", KAL("§ 34"))
def mindste_udbetaling(facts: Facts) -> Kroner:
    """Hvor stor skal udbetalingen mindst være?

    20 % af {koebesum} er {mindste_udbetaling}.
    """
    return facts.koebesum / 5


@pensum.condition(KAL("§ 34"))
def udbetaling_stor_nok(facts: Facts) -> bool:
    """Er mindst 20 % af købesummen betalt i udbetaling?

    Udbetalingen er {udbetaling}, og den skal mindst være {mindste_udbetaling}.
    """
    return bool(facts.udbetaling >= mindste_udbetaling(facts))


@pensum.condition(KAL("§ 34"))
def aftalt_skriftligt(facts: Facts) -> bool:
    """Er ejendomsforbeholdet aftalt skriftligt?

    [skriftligt: Forbeholdet står i en skriftlig aftale. | Forbeholdet er kun aftalt mundtligt.]
    """
    return facts.skriftligt


@pensum.condition(KAL("§ 34"))
def saelger_yder_kreditten(facts: Facts) -> bool:
    """Er sælgeren selv kreditgiver?

    [kreditgiver_er_saelger: Sælgeren yder selv kreditten, og der foreligger et kreditkøb. | En anden end sælgeren har lånt køberen pengene, og så ejer køberen tingen fra starten.]
    """
    return facts.kreditgiver_er_saelger


def kontantprisen(facts: Facts) -> Decimal:
    """The cash price, which is the price unless another is given."""
    return facts.koebesum if facts.kontantpris is None else facts.kontantpris


def det_samlede_beloeb(facts: Facts) -> Decimal:
    """All that must be paid, including the down payment; the price unless another is given."""
    return facts.koebesum if facts.samlet_beloeb is None else facts.samlet_beloeb


@lov.condition(KAL("§ 4, nr. 15"))
def er_kreditkoeb(facts: Facts) -> bool:
    """Er købet et kreditkøb, enten fordi sælgeren yder kreditten, eller fordi långiveren har en aftale med sælgeren?

    [kreditgiver_er_saelger: Sælgeren yder selv kreditten. | [aftale_saelger_langiver: Långiveren yder kreditten efter aftale med sælgeren. |
    Lånet er fritstående og derfor ikke et kreditkøb.]]
    """
    return facts.kreditgiver_er_saelger or facts.aftale_saelger_langiver


@lov.condition(KAL("§ 34, stk. 1, nr. 1"))
def aftalt_i_tide(facts: Facts) -> bool:
    """Er ejendomsforbeholdet aftalt senest ved overgivelsen?

    [aftalt_senest_ved_overgivelse: Forbeholdet var på plads, da tingen blev overgivet. | Forbeholdet kom først til efter overgivelsen.]
    """
    return facts.aftalt_senest_ved_overgivelse


@lov.condition(KAL("§ 34, stk. 1, nr. 2"), key="over_beloebsgraensen")
def over_lovens_graense(facts: Facts) -> bool:
    """Overstiger det samlede beløb, der skal betales, 2.000 kr.?

    Købesummen er {koebesum}, og det samlede beløb er {samlet_beloeb}. Det skal være større end 2.000 kr.; netop 2.000 kr. er ikke nok.
    """
    return det_samlede_beloeb(facts) > LOVENS_GRAENSE


@lov.condition(KAL("§ 34, stk. 1, nr. 3"), holds=False)
def variabelt_beloeb(facts: Facts) -> bool:
    """Er købet sket på en kredit med variabelt lånebeløb?

    [variabelt_laanebeloeb: På en sådan kredit kan ejendomsforbehold ikke aftales. | Kreditten har et fast beløb.]
    """
    return facts.variabelt_laanebeloeb


@lov.figure("Mindste udbetaling", KAL("§ 34, stk. 1, nr. 4"), key="mindste_udbetaling")
def lovens_mindste_udbetaling(facts: Facts) -> Kroner | None:
    """Hvor meget skal sælgeren mindst have fået ved overgivelsen?

    [forbrugerkoeb: 20 % af kontantprisen er {mindste_udbetaling}. | I handelskøb er der intet krav om udbetaling.]
    """
    return kontantprisen(facts) / 5 if facts.forbrugerkoeb else None


@lov.condition(KAL("§ 34, stk. 1, nr. 4"), KAL("§ 50, stk. 2"), key="udbetaling_stor_nok")
def saelger_fyldestgjort(facts: Facts) -> bool:
    """Er kravet om 20 % af kontantprisen ved overgivelsen opfyldt, eller gælder det ikke?

    [forbrugerkoeb: Køberen har betalt {udbetaling}, og det skal mindst være {mindste_udbetaling}. | Kravet gælder kun i forbrugerkøb.]
    """
    krav = lovens_mindste_udbetaling(facts)
    return krav is None or facts.udbetaling >= krav


@lov.condition(KAL("§ 34, stk. 3"), holds=False)
def sikrer_andet(facts: Facts) -> bool:
    """Er forbeholdet aftalt til sikkerhed for andet end købet?

    [til_sikkerhed_for_andet: Forbeholdet må kun sikre det, som kreditgiveren kan kræve for netop denne ting. | Forbeholdet sikrer kun købet.]
    """
    return facts.til_sikkerhed_for_andet


@pensum.mistake(mindste_udbetaling)
def regner_ti_procent(facts: Facts) -> Kroner:
    """Du har regnet 10 %. Udbetalingen skal være mindst 20 % af {koebesum}, altså {mindste_udbetaling}."""
    return facts.koebesum / 10


@pensum.mistake(mindste_udbetaling)
def procent_af_restkoebesummen(facts: Facts) -> Kroner:
    """Du har taget 20 % af det, der er tilbage efter udbetalingen. De 20 % regnes af hele købesummen: {mindste_udbetaling}."""
    return (facts.koebesum - facts.udbetaling) / 5


@pensum.mistake(over_beloebsgraensen)
def graensen_er_naaet(facts: Facts) -> bool:
    """Du har ladet købesummen være stor nok, når den er lig med grænsen. Den skal overstige 1.000 kr."""
    return facts.koebesum >= BOGENS_GRAENSE


@pensum.mistake(aftalt_skriftligt)
def mundtlig_aftale_er_nok(facts: Facts) -> bool:
    """Du har ladet en mundtlig aftale være nok. Bogen kræver, at forbeholdet er aftalt skriftligt."""
    return True


@pensum.mistake(saelger_yder_kreditten)
def banken_kan_ogsaa(facts: Facts) -> bool:
    """Du har ladet en långiver tage ejendomsforbehold. Efter bogen kræver det et kreditkøb, hvor sælgeren er kreditgiver."""
    return True


@lov.mistake(over_lovens_graense)
def bruger_bogens_graense(facts: Facts) -> bool:
    """Du har brugt grænsen på 1.000 kr. Loven kræver, at det samlede beløb overstiger 2.000 kr."""
    return facts.koebesum > BOGENS_GRAENSE


@lov.mistake(lovens_mindste_udbetaling)
def procent_af_det_samlede_beloeb(facts: Facts) -> Kroner:
    """Du har regnet 20 % af det samlede beløb. Loven regner af kontantprisen: {mindste_udbetaling}."""
    return det_samlede_beloeb(facts) / 5


@lov.mistake(er_kreditkoeb)
def kun_saelgerkredit(facts: Facts) -> bool:
    """Du har kun set på sælgerens egen kredit. Et lån efter aftale mellem sælger og långiver er også et kreditkøb."""
    return facts.kreditgiver_er_saelger


@lov.mistake(saelger_fyldestgjort)
def kravet_gaelder_alle(facts: Facts) -> bool:
    """Du har stillet udbetalingskravet i et køb uden for forbrugerforhold. Kravet om 20 % gælder kun forbrugerkøb."""
    return facts.udbetaling >= kontantprisen(facts) / 5


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_underpantsforbuddet",
        KAL("§ 21"),
        "Du har valgt underpantsforbuddet. Om forbeholdet er gyldigt, afgøres af KAL § 34.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_tilbehoer",
        TL("§ 38"),
        "Du har valgt reglen om tilbehør til fast ejendom. Her er spørgsmålet forbeholdets egen gyldighed.",
    )
    _reading.wrong_provision(
        "bruger_foraeldelse",
        FL("§ 25"),
        "Du har valgt reglen om forbehold, der bortfalder ved forældelse. Her er spørgsmålet, om det blev gyldigt.",
    )

TING = """[kreditgiver_er_saelger: {@saelger} yder selv kreditten. | Pengene kommer fra {@bank}[aftale_saelger_langiver: , der har en fast aftale med
    {@saelger} om at finansiere kundernes køb. | , som {@koeber} selv har fundet.]] [variabelt_laanebeloeb: Købet trækkes på en kontokredit. | ]"""


topic.departs(over_beloebsgraensen="K46", udbetaling_stor_nok="K47", aftalt_skriftligt="K48 K49")


@topic.variants(
    f"""{{@koeber}} køber varer hos {{@saelger}} på kredit for {{koebesum}} [forbrugerkoeb: til eget brug | til sin virksomhed] og betaler {{udbetaling}} i udbetaling.
    {TING}

    Der er aftalt ejendomsforbehold [skriftligt: i købekontrakten. | mundtligt.] [aftalt_senest_ved_overgivelse: Det skete inden leveringen. | Det skete først efter leveringen.]
    [samlet_beloeb: I alt skal {{@koeber}} betale {{samlet_beloeb}} med renter og omkostninger. | ] [til_sikkerhed_for_andet: Forbeholdet skal også dække ældre gæld. | ]""",
    f"""For {{koebesum}} køber {{@koeber}} hos {{@saelger}} og lægger {{udbetaling}} ved leveringen. [forbrugerkoeb: Købet er privat. | Købet er erhvervsmæssigt.]
    {TING}

    [skriftligt: Parterne har skrevet under på | Parterne har mundtligt aftalt], at {{@saelger}} beholder ejendomsretten, til alt er betalt.
    [aftalt_senest_ved_overgivelse: Aftalen var på plads ved leveringen. | Aftalen kom til nogle dage efter leveringen.]
    [samlet_beloeb: Med renter og gebyrer er den samlede pris {{samlet_beloeb}}. | ] [til_sikkerhed_for_andet: Ejendomsretten beholdes også for tidligere regninger. | ]""",
    f"""{{@saelger}} leverer varer til {{@koeber}} [forbrugerkoeb: til privat brug. | til brug i et erhverv.] Prisen er {{koebesum}}, og {{udbetaling}} er betalt på forhånd. {TING}

    {{@saelger}} har forbeholdt sig ejendomsretten [skriftligt: i den underskrevne aftale. | i en mundtlig aftale.] [aftalt_senest_ved_overgivelse: Forbeholdet blev taget senest
    ved overgivelsen. | Forbeholdet blev først taget efter overgivelsen.] [samlet_beloeb: Køberen skal i alt betale {{samlet_beloeb}}. | ]
    [til_sikkerhed_for_andet: Forbeholdet omfatter også køberens øvrige gæld til {{@saelger}}. | ]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Prices at the thresholds of book and statute, down payments around 20 %."""
    koebesum = Decimal(random.choice((800, 1000, 1001, 1500, 2000, 2001, 8_000, 45_000, 120_000, 200_000)))
    faktor = Decimal(random.choice(("0.1", "0.15", "0.1999", "0.2", "0.2", "0.2001", "0.25", "0.3")))
    return {
        "koebesum": koebesum,
        "udbetaling": (koebesum * faktor).quantize(Decimal("0.01")),
        "skriftligt": random.random() < 0.8,
        "kreditgiver_er_saelger": random.random() < 0.8,
        "samlet_beloeb": (koebesum * Decimal(random.choice(("1.05", "1.1", "1.2")))).quantize(Decimal(1))
        if random.random() < 0.5
        else None,
        "aftalt_senest_ved_overgivelse": random.random() < 0.9,
        "variabelt_laanebeloeb": random.random() < 0.1,
        "forbrugerkoeb": random.random() < 0.85,
        "aftale_saelger_langiver": random.random() < 0.3,
        "til_sikkerhed_for_andet": random.random() < 0.1,
    }
