"""Førtidig indfrielse: kompensation for rentetab (kreditaftaleloven §§ 26 og 26 a).

The course book's range of 2 to 5 % of the debt does not follow from its own formula, which gives 24.5 % here.

>>> facts = Facts(rentetype=Rentetype.FAST, kompensation_aftalt=True, hovedstol=2000000, rente_pa=4, loebetid_mdr=360,
...               betalte_mdr=60, markedsrente_pa=2)
>>> print(topic.decide(facts, "pensum").explain())
1. Er lånet fastforrentet? Ja (KAL § 26).
2. Er kompensation aftalt i kontrakten? Ja (KAL § 26).
3. Er markedsrenten lavere end lånets rente, mens der stadig er gæld tilbage? Ja (KAL § 26).
Restgæld: 1.808.950,26 kr.
Kompensation: 443.782,58 kr.
Altså: Banken kan kræve 443.782,58 kr. i kompensation, nutidsværdien af sit rentetab. Bogens 2-5 % af restgælden
følger ikke af formlen.
>>> print(topic.decide(facts, "gaeldende_ret").text)
Kreditgiveren kan kræve højst 18.089,50 kr. i kompensation ud over restgælden på 1.808.950,26 kr.
"""

from collections.abc import Iterable
from decimal import Decimal

from rules.facts import Choice, FactSheet, Kroner, Percent, fact
from rules.topic import GAELDENDE_RET, Outcomes, Topic
from rules.values import Number

AFRUNDING = Decimal(5)


class Rentetype(Choice):
    """Fixed or variable."""

    FAST = "fast", "fast rente"
    VARIABEL = "variabel", "variabel rente"


class Facts(FactSheet):
    """The loan, the agreement and the market."""

    rentetype: Rentetype = fact("Hvilken rente har lånet?")
    kompensation_aftalt: bool = fact("Er kompensation aftalt i kontrakten?")
    hovedstol: Kroner = fact("Hovedstol", ge=Decimal("0.01"))
    rente_pa: Percent = fact("Lånets rente om året")
    loebetid_mdr: int = fact("Løbetid", unit="måneder", ge=1, le=600)
    betalte_mdr: int = fact("Betalte måneder", unit="måneder", le=600)
    markedsrente_pa: Percent = fact("Markedsrente om året", help="Renten på et tilsvarende nyt lån.")
    pant_i_fast_ejendom: bool = fact(
        "Er lånet ydet mod pantebrev i fast ejendom?",
        default=False,
        reading=GAELDENDE_RET,
        help="Realkreditlån er altid ydet mod pantebrev.",
    )
    konverterbart: bool = fact(
        "Kan lånet indfries til kurs 100 (konverterbart)?",
        default=True,
        reading=GAELDENDE_RET,
        help="Kun ved pantebrev. Fastforrentede realkreditlån er det normalt, rentetilpasningslån normalt ikke.",
    )
    indfrielseskurs: Number | None = fact(
        "Indfrielseskurs",
        absent="ikke oplyst",
        reading=GAELDENDE_RET,
        ge=Decimal(1),
        le=Decimal(300),
        help="Obligationernes kurs ved indfrielsen af et lån, der ikke er konverterbart.",
    )
    dokumenteret_tab: Kroner | None = fact(
        "Tab, som kreditgiveren dokumenterer",
        absent="ikke dokumenteret",
        reading=GAELDENDE_RET,
        help="Uden dokumentation regnes tabet som nutidsværdien af rentetabet.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More months paid than the loan runs."""
        if self.betalte_mdr > self.loebetid_mdr:
            yield "betalte_mdr", "højst løbetiden", "Der kan ikke være betalt flere måneder, end lånet løber."


class Outcome(Outcomes):
    """Whether the bank may ask for compensation."""

    INGEN_KOMPENSATION = "Banken kan ikke kræve kompensation. Låntageren betaler blot restgælden."
    KOMPENSATION = "Banken kan kræve kompensation for sit rentetab."


topic = Topic(
    "foertidig_indfrielse",
    "Førtidig indfrielse",
    group="kredit",
    question="Kan banken kræve kompensation, når lånet betales ud før tid, og hvor meget?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
