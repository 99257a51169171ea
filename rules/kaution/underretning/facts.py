"""Underretning af kautionisten (lov om finansiel virksomhed §§ 47-48).

>>> facts = Facts(privat_kautionist=True, misligholdt=date(2026, 1, 31), underrettet=date(2026, 8, 1),
...               kraevet=date(2026, 9, 15), misligholdt_beloeb=62800)
>>> print(topic.decide(facts, "pensum").explain())
1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? Ja (FIL § 48).
2. Fik kautionisten besked senest 6 måneder efter misligholdelsen? Nej (FIL § 48).
Sidste frist: 31. juli 2026.
Tabt beløb: 62.800 kr.
Altså: Banken har tabt kravet mod kautionisten for den misligholdte del på 62.800 kr. Kautionen består for resten.
"""

from datetime import date
from decimal import Decimal

from rules.facts import FactSheet, Kroner, Percent, fact
from rules.kaution import omfang
from rules.kaution.omfang import Langiver
from rules.topic import GAELDENDE_RET, Outcomes, Topic


class Facts(FactSheet):
    """The guarantee, the default, the notice and the claim."""

    in_order = (("misligholdt", "underrettet"), ("misligholdt", "kraevet"))

    privat_kautionist: bool = omfang.privat_fact()
    misligholdt: date = fact(
        "Dag for misligholdelse", help="Forfaldsdagen for den første ydelse, der ikke blev betalt."
    )
    underrettet: date | None = fact(
        "Dag for underretning",
        absent="aldrig underrettet",
        help="Den dag banken skrev til kautionisten om restancen.",
    )
    kraevet: date = fact(
        "Dag for krav mod kautionisten", help="Kravet er selv en underretning, hvis der ikke kom en før."
    )
    misligholdt_beloeb: Kroner = fact("Misligholdt beløb")
    hovedstol: Kroner | None = fact(
        "Restgæld ved misligholdelsen",
        absent="ikke oplyst",
        reading=GAELDENDE_RET,
        help="Gælden, da låntageren holdt op med at betale.",
    )
    rente_pa: Percent | None = fact("Lånets rente om året", absent="ikke oplyst", reading=GAELDENDE_RET)
    loebetid_mdr: int | None = fact(
        "Resterende løbetid", unit="måneder", absent="ikke oplyst", ge=1, le=600, reading=GAELDENDE_RET
    )
    regres_tab: Kroner = fact(
        "Tab i regres mod låntageren",
        default=Decimal(0),
        reading=GAELDENDE_RET,
        help="Så meget mindre kan kautionisten hente hos låntageren, fordi beskeden kom for sent.",
    )
    langiver: Langiver = omfang.langiver_fact()
    henstand_uden_samtykke: bool = fact(
        "Har banken givet låntageren henstand uden kautionistens samtykke?",
        default=False,
        reading=GAELDENDE_RET,
    )


class Outcome(Outcomes):
    """What is left of the claim on the guarantor."""

    KRAV_I_BEHOLD = "Bankens krav mod kautionisten er i behold."
    KRAV_TABT_FOR_MISLIGHOLDT_DEL = "Banken har tabt kravet mod kautionisten for den misligholdte del."
    KRAV_BEGRAENSET = "Kautionen består, men bankens krav mod kautionisten er begrænset."


topic = Topic(
    "underretning",
    "Underretning af kautionisten",
    group="kaution",
    question="Fik kautionisten besked om misligholdelsen i tide, og hvad følger af det?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)


def besked(facts: Facts) -> date:
    """The day on which the guarantor knew: a demand on the guarantor is itself notice."""
    return min(facts.underrettet or facts.kraevet, facts.kraevet)
