"""Kreditvurdering og ansvarlig långivning (kreditaftaleloven § 7 c; for boligkredit GSB §§ 17-19).

>>> facts = Facts(loensedler_mdr=3, aarsopgoerelse=True, budget=True, registre_tjekket=True, indtaegt_md=35000,
...               faste_udgifter_md=22000, ydelse_md=8500, samlet_gaeld=2500000, aarsindtaegt=600000, laan=2000000,
...               sikkerhed_vaerdi=3000000, dokumenteret=True, bevilget=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Har banken mindst 3 måneders lønsedler, en årsopgørelse og et budget, og er registrene tjekket? Ja (KAL § 7 c).
2. Kan rådighedsbeløbet dække ydelsen på lånet? Ja (KAL § 7 c).
3. Er der et advarselstegn: aktuel registrering, for høj gældsfaktor eller ustabil indtægt? Nej (KAL § 7 c).
Rådighedsbeløb om måneden: 13.000 kr.
Gældsfaktor: 4,17.
Belåningsgrad: 66,67 %.
Altså: Långivningen er ansvarlig.
"""

from datetime import date
from decimal import Decimal

from rules.facts import Choice, FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Registrering(Choice):
    """What the registers of bad payers say."""

    INGEN = "ingen", "ingen registrering"
    GAMMEL_OG_BETALT = "gammel_og_betalt", "gammel registrering, gælden er betalt"
    AKTUEL = "aktuel", "aktuel registrering"


class Facts(FactSheet):
    """What the bank gathered, the customer's economy, the loan and what the bank did."""

    loensedler_mdr: int = fact("Indhentede lønsedler", unit="måneder", le=60)
    aarsopgoerelse: bool = fact("Er årsopgørelsen indhentet?")
    budget: bool = fact("Er der indhentet et budget?")
    registre_tjekket: bool = fact("Er RKI og Debitor Registret tjekket?")
    registrering: Registrering = fact("Er kunden registreret som dårlig betaler?", default=Registrering.INGEN)
    indtaegt_md: Kroner = fact("Indtægt om måneden")
    faste_udgifter_md: Kroner = fact("Faste udgifter om måneden", help="Uden ydelsen på det nye lån.")
    ydelse_md: Kroner = fact("Ydelse om måneden på lånet")
    samlet_gaeld: Kroner = fact("Samlet gæld", help="Al gæld, også det nye lån.")
    aarsindtaegt: Kroner = fact("Årsindtægt")
    laan: Kroner = fact("Lånets størrelse")
    sikkerhed_vaerdi: Kroner = fact(
        "Sikkerhedens værdi", default=Decimal(0), help="0 kr., når lånet er uden sikkerhed."
    )
    indtaegt_stabil: bool = fact("Er indtægten stabil?", default=True)
    dokumenteret: bool = fact("Er vurderingen dokumenteret?")
    bevilget: bool = fact("Er lånet bevilget?")
    boligkredit: bool = fact(
        "Er lånet en boligkredit?",
        default=False,
        reading=GAELDENDE_RET,
        help="Et lån til at købe eller beholde fast ejendom, eller med pant i den.",
    )
    aftaledato: date | None = fact(
        "Dag for aftalen",
        absent="før 20. november 2026",
        reading=GAELDENDE_RET,
        help="Fra den 20. november 2026 gælder KAL § 7 c, som den lyder efter lov 1322/2025.",
    )


class Outcome(Outcomes):
    """Whether the lending is responsible, or what the bank must do."""

    ANSVARLIG = "Långivningen er ansvarlig."
    KRAEVER_GRUNDIG_VURDERING = (
        "Lånet kan ikke bevilges endnu. Banken skal vurdere risikoen til bunds og dokumentere sin vurdering."
    )
    SKAL_AFVISES = "Banken skal sige nej, for kunden har ikke råd til lånet."
    UANSVARLIG = "Långivningen er uansvarlig, og banken mister renter og gebyrer."
    PLIGT_OPFYLDT = "Kreditgiveren har ikke tilsidesat pligten til at vurdere kundens kreditværdighed."
    PLIGT_TILSIDESAT = "Kreditgiveren har tilsidesat pligten til at vurdere kundens kreditværdighed."


topic = Topic(
    "kreditvurdering",
    "Kreditvurdering og ansvarlig långivning",
    group="kredit",
    question="Har banken vurderet kunden, som den skal, og må lånet bevilges?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
