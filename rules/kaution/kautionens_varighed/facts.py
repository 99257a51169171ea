"""Kautionens varighed: tidsbegrænsning, dødsfald, skilsmisse, og hvem der hæfter (FIL § 48, stk. 9-10, ÆL § 3).

>>> facts = Facts(indgaaet=date(2020, 2, 29), tidsbegraenset_aar=5, kraevet=date(2025, 3, 1))
>>> print(topic.decide(facts, "pensum").explain())
1. Er det aftalt, at kautionen kun gælder i et bestemt antal år? Ja (ulovbestemt kautionsret).
2. Blev kautionen gjort gældende, før den udløb? Nej (ulovbestemt kautionsret).
Kautionen udløber: 28. februar 2025.
Altså: Kautionen udløb den 28. februar 2025, før den blev gjort gældende, og er bortfaldet.
"""

from datetime import date

from rules.citations import doctrine
from rules.facts import Choice, FactSheet, fact
from rules.kaution import omfang
from rules.kaution.omfang import Langiver
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

KAUTIONSRET = doctrine("ulovbestemt kautionsret")


class Haendelse(Choice):
    """What has happened since the guarantee was made."""

    INGEN = "ingen", "intet af betydning"
    DEBITOR_DOED = "debitor_doed", "låntageren er død"
    SKILSMISSE = "skilsmisse", "en skilsmisse"


class Hvem(Choice):
    """One of two spouses, or both."""

    EN = "en", "kun den ene"
    BEGGE = "begge", "begge"


class Facts(FactSheet):
    """The guarantee, its term, what has happened, and who signed."""

    in_order = (("indgaaet", "kraevet"),)

    indgaaet: date = fact("Dagen, da kautionen blev stillet")
    tidsbegraenset_aar: int | None = fact(
        "Aftalt varighed", unit="år", ge=1, le=50, absent="ingen aftalt tidsbegrænsning"
    )
    kraevet: date = fact("Dagen, da långiveren gjorde kautionen gældende")
    haendelse: Haendelse = fact("Hvad er der sket siden?", default=Haendelse.INGEN)
    underskrevet_af: Hvem = fact("Hvem af ægtefællerne har skrevet under?", default=Hvem.EN)
    faelles_ejendom: bool = fact(
        "Er kautionen stillet i ægtefællernes fælles ejendom?", default=False, reading=PENSUM
    )
    variabelt_beloeb: bool = fact(
        "Er det en kredit med variabelt beløb eller et lån uden fast forfaldsdag?",
        default=False,
        reading=GAELDENDE_RET,
        help="Fx en kassekredit.",
    )
    privat_kautionist: bool = omfang.privat_fact(default=True, reading=GAELDENDE_RET)
    misforhold_til_oekonomi: bool = fact(
        "Er kautionen for stor i forhold til kautionistens økonomi?", default=False, reading=GAELDENDE_RET
    )
    langiver: Langiver = omfang.langiver_fact()
    sdo_laan_oplyst: bool = fact(
        "Kan lånet finansieres med særligt dækkede obligationer, og ved kautionisten det?",
        default=False,
        reading=GAELDENDE_RET,
        help="Kautionisten skal udtrykkeligt have fået besked, både om det og om, hvad det betyder.",
    )


class Outcome(Outcomes):
    """Whether the guarantee still stands."""

    BESTAAR = "Kautionen består og kan gøres gældende."
    BORTFALDET = "Kautionen er bortfaldet og kan ikke gøres gældende."


topic = Topic(
    "kautionens_varighed",
    "Kautionens varighed",
    group="kaution",
    question="Består kautionen endnu, og hvem hæfter?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)

BESTAAR = (
    "Kautionen består, og [haefter=begge: begge hæfter for den. | kun den, der skrev under, hæfter for den.]"
)
UDLOEBET = "Kautionen udløb den {udloeber}, før den blev gjort gældende, og er bortfaldet."
