"""Oplysningspligten og SEF-skemaet (kreditaftaleloven §§ 7 a, 8 og 23).

>>> facts = Facts(underskrevet=date(2026, 1, 1), sef_udleveret=date(2026, 1, 5), urimelige_vilkaar=False,
...               vilkaar_modtaget=date(2026, 1, 5))
>>> print(topic.decide(facts, "pensum").explain())
1. Fik kunden SEF-skemaet senest den dag, aftalen blev underskrevet? Nej (KAL § 7 a).
2. Er lånets vilkår urimelige? Nej (KAL § 7 a).
Fortrydelsesfristen regnes fra: 5. januar 2026.
Altså: Banken har tilsidesat oplysningspligten. Kunden kan forlange erstatning eller få lånet ophævet, og
banken risikerer at miste renter og gebyrer. Hovedstolen skal betales tilbage.
"""

from datetime import date

from rules.facts import FactSheet, Kroner, Percent, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic


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
    pant_i_fast_ejendom: bool = fact(
        "Er lånet sikret ved pant i fast ejendom?", default=False, reading=GAELDENDE_RET
    )
    esis_udleveret: date | None = fact(
        "Dag for udlevering af ESIS-skemaet",
        absent="aldrig udleveret",
        reading=GAELDENDE_RET,
        help="Skemaet for lån med pant i fast ejendom.",
    )
    omkostninger_oplyst_i_aftalen: bool = fact(
        "Står ÅOP og det samlede beløb i selve aftalen?", default=True, reading=GAELDENDE_RET
    )
    forsvarligt_grundlag_godtgjort: bool = fact(
        "Har banken bevist, at kunden alligevel kunne bedømme omkostningerne?",
        default=False,
        reading=GAELDENDE_RET,
        help="Har kun betydning, når omkostningerne ikke står i aftalen.",
    )
    laan: Kroner | None = fact("Lånets størrelse", absent="ikke oplyst", reading=GAELDENDE_RET)
    referencesats: Percent | None = fact(
        "Referencesats",
        absent="ikke oplyst",
        reading=GAELDENDE_RET,
        help="Nationalbankens officielle udlånsrente 1. januar eller 1. juli.",
    )


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
    FORKERT_SKEMA = "Banken har ikke givet kunden det rigtige skema."
    RENTELOFT = "Banken kan ikke kræve mere end lånet og en rente, som loven sætter loft over."


topic = Topic(
    "oplysningspligt",
    "Oplysningspligt og SEF-skema",
    group="kredit",
    question="Fik kunden SEF-skemaet i tide, og hvad følger af det?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
