"""Oplysningspligten og SEF-skemaet (kreditaftaleloven § 7 a).

>>> facts = Facts(underskrevet=date(2026, 1, 1), sef_udleveret=date(2026, 1, 5), urimelige_vilkaar=False,
...               vilkaar_modtaget=date(2026, 1, 5))
>>> print(topic.decide(facts, "pensum").explain())
1. Fik kunden SEF-skemaet senest den dag, aftalen blev underskrevet? Nej (KAL § 7 a).
2. Er lånets vilkår urimelige? Nej (KAL § 7 a).
Fortrydelsesfristen regnes fra: 5. januar 2026.
Altså: Banken har tilsidesat oplysningspligten. Kunden kan forlange erstatning eller få lånet ophævet, og
banken risikerer at miste renter og gebyrer. Hovedstolen skal betales tilbage.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from rules.calendar import add_days
from rules.citations import FIL, KAL
from rules.facts import FactSheet, fact
from rules.topic import PENSUM, Outcomes, Topic

FORTRYDELSESDAGE = 14


class Facts(FactSheet):
    """The signature, the form and the terms."""

    underskrevet: date = fact("Dag for underskrift")
    sef_udleveret: date | None = fact(
        "Dag for udlevering af SEF-skemaet",
        absent="aldrig udleveret",
        help="Skemaet med de standardiserede europæiske forbrugerkreditoplysninger.",
    )
    urimelige_vilkaar: bool = fact("Er lånets vilkår urimelige?", default=False)
    vilkaar_modtaget: date | None = fact("Dag for modtagelse af vilkårene", absent="aldrig modtaget")


class Outcome(Outcomes):
    """Whether the bank informed in time, and what follows."""

    OPFYLDT = "Banken har opfyldt oplysningspligten."
    TILSIDESAT = (
        "Banken har tilsidesat oplysningspligten. Kunden kan forlange erstatning eller få lånet ophævet, og "
        "banken risikerer at miste renter og gebyrer. Hovedstolen skal betales tilbage."
    )
    TILSIDESAT_GROVT = (
        "Banken har tilsidesat oplysningspligten, og vilkårene er urimelige. Så groft et brud kan gøre hele "
        "aftalen ugyldig."
    )


topic = Topic(
    "oplysningspligt",
    "Oplysningspligt og SEF-skema",
    group="kredit",
    question="Fik kunden SEF-skemaet i tide, og hvad følger af det?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.TILSIDESAT, jus=KAL("§ 7 a"))


@pensum.step(KAL("§ 7 a"), yes=Outcome.OPFYLDT)
def skema_i_tide(facts: Facts) -> bool:
    """Fik kunden SEF-skemaet senest den dag, aftalen blev underskrevet?

    Aftalen blev underskrevet den {underskrevet}. [sef_udleveret: Skemaet blev udleveret den {sef_udleveret}. |
    Skemaet blev aldrig udleveret.] Samme dag er i tide.
    """
    return facts.sef_udleveret is not None and facts.sef_udleveret <= facts.underskrevet


@pensum.step(KAL("§ 7 a"), yes=Outcome.TILSIDESAT_GROVT)
def er_vilkaar_urimelige(facts: Facts) -> bool:
    """Er lånets vilkår urimelige?

    [urimelige_vilkaar: Når også vilkårene er urimelige, er bruddet groft, og hele aftalen er i fare. |
    Vilkårene er rimelige, og låntageren skylder fortsat hovedstolen.]
    """
    return facts.urimelige_vilkaar


@pensum.figure("Fortrydelsesfristen regnes fra", KAL("§ 19"))
def fortrydelsesfrist_fra(facts: Facts) -> date | None:
    """Fra hvilken dag regnes fortrydelsesfristen?

    Aftalen er fra den {underskrevet}. [vilkaar_modtaget: Vilkårene kom den {vilkaar_modtaget}, og fristen regnes
    fra den seneste af de to dage. | Vilkårene er aldrig kommet, og derfor er fristen ikke begyndt.]
    """
    return None if facts.vilkaar_modtaget is None else max(facts.underskrevet, facts.vilkaar_modtaget)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(skema_i_tide)
def skemaet_maa_komme_bagefter(facts: Facts) -> bool:
    """Du har godtaget et skema, der kom efter underskriften. Det skal være udleveret senest den {underskrevet}."""
    return facts.sef_udleveret is not None


@pensum.mistake(skema_i_tide)
def kraever_skemaet_dagen_foer(facts: Facts) -> bool:
    """Du har krævet skemaet mindst en dag før underskriften. Udlevering samme dag er i tide."""
    return facts.sef_udleveret is not None and facts.sef_udleveret < facts.underskrevet


@pensum.mistake(fortrydelsesfrist_fra)
def regner_fra_underskriften(facts: Facts) -> date:
    """Du har regnet fra underskriften. Fristen begynder først, når kunden også har vilkårene: {fortrydelsesfrist_fra}."""
    return facts.underskrevet


@pensum.mistake(fortrydelsesfrist_fra)
def regner_fra_skemaet(facts: Facts) -> date | None:
    """Du har regnet fra den dag, skemaet kom. Det er aftalen og vilkårene, der tæller: {fortrydelsesfrist_fra}."""
    return facts.sef_udleveret


@pensum.mistake(fortrydelsesfrist_fra)
def svarer_med_fristens_sidste_dag(facts: Facts) -> date | None:
    """Du har regnet fristens sidste dag ud. Her spørges om den dag, fristen regnes fra: {fortrydelsesfrist_fra}."""
    frist = fortrydelsesfrist_fra(facts)
    return None if frist is None else add_days(frist, FORTRYDELSESDAGE)


@pensum.mistake("outcome")
def laanet_falder_helt(facts: Facts) -> Outcome:
    """Du har ladet hele lånet være i fare. Det er det kun, når skemaet manglede, og vilkårene tillige er urimelige."""
    return Outcome.TILSIDESAT_GROVT


pensum.wrong_provision(
    "bruger_reglen_om_kreditvurdering",
    KAL("§ 7 c"),
    "Du har valgt reglen om kreditvurdering. Hvad kunden skal have at vide før aftalen, følger af KAL § 7 a.",
)
pensum.wrong_provision(
    "bruger_reglen_om_urimelighed",
    KAL("§ 36"),
    "Du har valgt den regel, som bogen bruger om urimelige aftaler. Her spørges om SEF-skemaet, KAL § 7 a.",
)
pensum.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om oplysning til kautionister. Låntageren er beskyttet af KAL § 7 a.",
)


@topic.variants(
    """{@laantager} låner penge i {@bank} og skriver under på aftalen den {underskrevet}. [sef_udleveret: SEF-skemaet
    fik {@laantager} den {sef_udleveret}. | Banken har aldrig udleveret et SEF-skema.]

    [vilkaar_modtaget: Lånevilkårene modtog {@laantager} den {vilkaar_modtaget}. | Lånevilkårene har {@laantager} aldrig
    fået.] [urimelige_vilkaar: Renten er flere gange højere end hos andre banker, og vilkårene er urimelige. |
    Rente og gebyrer svarer til, hvad andre banker tager.]""",
    """Aftalen om et lån mellem {@bank} og {@laantager} bærer datoen {underskrevet}. [urimelige_vilkaar: Vilkårene er
    urimeligt hårde. | Vilkårene er helt almindelige.]

    [sef_udleveret: Af bankens mappe fremgår, at SEF-skemaet blev givet til {@laantager} den {sef_udleveret}. |
    I bankens mappe er der intet SEF-skema.] [vilkaar_modtaget: Vilkårene blev modtaget den {vilkaar_modtaget}. |
    Vilkårene er ikke kommet frem til {@laantager}.]""",
    """[vilkaar_modtaget: Den {vilkaar_modtaget} lå vilkårene hos {@laantager}. | {@laantager} har intet set til
    vilkårene.] Underskriften på lånet i {@bank} blev sat den {underskrevet}.

    [sef_udleveret: Skemaet med de europæiske kreditoplysninger blev givet den {sef_udleveret}. | De europæiske
    kreditoplysninger blev glemt.] [urimelige_vilkaar: Der er enighed om, at lånets vilkår er urimelige. |
    Ingen hævder, at vilkårene er urimelige.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """The form within days of the signature, the terms on the day or somewhat later."""
    underskrevet = date(random.choice((2024, 2025, 2026)), random.randint(1, 12), random.randint(1, 28))
    sef = underskrevet + timedelta(days=random.choice((-14, -3, -1, 0, 0, 1, 4, 30)))
    vilkaar = underskrevet + timedelta(days=random.choice((-3, -1, 0, 0, 1, 4, 9, 30)))
    return {
        "underskrevet": underskrevet,
        "sef_udleveret": sef if random.random() < 0.8 else None,
        "urimelige_vilkaar": random.random() < 0.35,
        "vilkaar_modtaget": vilkaar if random.random() < 0.85 else None,
    }
