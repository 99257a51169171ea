"""Regreslån: hvad långiveren kan gå efter, når sikkerheden ikke slår til (KAL §§ 35 og 41, RPL § 507).

>>> facts = Facts(jurisdiktion=Jurisdiktion.USA, laantype=Laantype.BILLAAN, restgaeld=14000, sikkerhed_vaerdi=12000)
>>> print(topic.decide(facts, "pensum").explain())
1. Dækker sikkerheden hele restgælden? Nej (ulovbestemt, efter artiklen).
2. Er det aftalt, at långiveren kun kan gå efter sikkerheden? Nej (ulovbestemt, efter artiklen).
3. Gælder amerikansk ret for lånet? Ja (ulovbestemt, efter artiklen).
4. Er lånet et realkreditlån? Nej (ulovbestemt, efter artiklen).
Underdækning: 2.000.
Altså: Lånet er et regreslån. Långiveren kan kræve de manglende 2.000 dollar af låntagerens øvrige aktiver og indtægt.
"""

from collections.abc import Iterable
from decimal import Decimal

from rules.facts import Choice, FactSheet, fact
from rules.regres.regreslaan.stater import Stat
from rules.topic import GAELDENDE_RET, Outcomes, Topic
from rules.values import Number

STOERST = Decimal(10) ** 11


class Jurisdiktion(Choice):
    """Whose law governs the loan."""

    USA = "usa", "USA"
    DANMARK = "danmark", "Danmark"


class Laantype(Choice):
    """The loans of which the article speaks."""

    PERSONLIGT = "personligt", "personligt lån"
    KREDITKORT = "kreditkort", "kreditkort"
    BILLAAN = "billaan", "billån"
    KORTFRISTET_EJENDOMSLAAN = "kortfristet_ejendomslaan", "kortfristet ejendomslån"
    REALKREDIT = "realkredit", "realkreditlån"
    HARD_MONEY = "hard_money", "hard money-lån"


class Statsstoette(Choice):
    """The American programmes that back home loans."""

    INGEN = "ingen", "ingen støtte"
    VA = "va", "VA-lån"
    USDA = "usda", "USDA-lån"
    FHA = "fha", "FHA-lån"


class Valuta(Choice):
    """The currency of the loan."""

    USD = "USD", "dollar"
    DKK = "DKK", "kr."
    EUR = "EUR", "euro"


MED_EJENDOM = (Laantype.REALKREDIT, Laantype.KORTFRISTET_EJENDOMSLAAN)


class Facts(FactSheet):
    """The loan, where it belongs, what was agreed, and what the security is worth."""

    jurisdiktion: Jurisdiktion = fact("Hvilket lands ret gælder for lånet?")
    laantype: Laantype = fact("Hvilken slags lån er det?")
    stat: Stat | None = fact("Amerikansk stat", absent="ikke oplyst", help="Staten, hvor boligen ligger.")
    statsstoettet: Statsstoette = fact(
        "Er lånet støttet af den amerikanske stat?", default=Statsstoette.INGEN
    )
    nonrecourse_aftalt: bool = fact(
        "Er det aftalt, at långiveren kun kan gå efter sikkerheden?", default=False
    )
    kreditkoeb_med_ejendomsforbehold: bool = fact(
        "Er det et forbrugerkøb på kredit med gyldigt ejendomsforbehold?",
        default=False,
        reading=GAELDENDE_RET,
        help="Kun i Danmark. Et lån, som køberen selv har fundet i en bank, er ikke et kreditkøb.",
    )
    saerlige_omstaendigheder_41: bool = fact(
        "Taler særlige omstændigheder for, at resten skal betales?",
        default=False,
        reading=GAELDENDE_RET,
        help="Navnlig at forbrugeren har forsømt tingen eller hindret, at den blev taget tilbage.",
    )
    restgaeld: Number = fact("Restgæld", ge=Decimal("0.01"), le=STOERST)
    sikkerhed_vaerdi: Number = fact(
        "Sikkerhedens værdi", le=STOERST, help="0, når der ikke er stillet sikkerhed."
    )
    valuta: Valuta = fact("Valuta", default=Valuta.USD)

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """American matters in Denmark, a Danish one in the USA, and loans that cannot be what they are said to be."""
        stoettet = self.statsstoettet is not Statsstoette.INGEN
        if self.jurisdiktion is Jurisdiktion.DANMARK:
            if self.stat:
                yield "stat", "ingen stat", "Kun et amerikansk lån hører til en af staterne i USA."
            if stoettet:
                yield "statsstoettet", "ingen", "VA-, USDA- og FHA-lån findes kun i USA."
        elif self.kreditkoeb_med_ejendomsforbehold:
            yield (
                "kreditkoeb_med_ejendomsforbehold",
                "false",
                "Kreditaftalelovens regler om kreditkøb gælder kun for danske lån.",
            )
        if stoettet and self.laantype is not Laantype.REALKREDIT:
            yield "statsstoettet", "ingen", "VA-, USDA- og FHA-lån er realkreditlån."
        if self.kreditkoeb_med_ejendomsforbehold and self.laantype in MED_EJENDOM:
            yield (
                "kreditkoeb_med_ejendomsforbehold",
                "false",
                "Der kan ikke tages ejendomsforbehold i fast ejendom.",
            )
        if self.saerlige_omstaendigheder_41 and not self.kreditkoeb_med_ejendomsforbehold:
            yield (
                "saerlige_omstaendigheder_41",
                "false",
                "De særlige omstændigheder i KAL § 41 hører til et kreditkøb med ejendomsforbehold.",
            )


class Outcome(Outcomes):
    """What the lender may go after."""

    KUN_SIKKERHEDEN = "Långiveren må nøjes med sikkerheden. Låntageren skylder ikke mere."
    OGSAA_ANDRE_AKTIVER = "Långiveren kan også gå efter låntagerens øvrige aktiver."
    INGEN_RESTGAELD = "Sikkerheden dækker hele gælden, og der er ingen rest at kræve."


topic = Topic(
    "regreslaan",
    "Regreslån og non-recourse-lån",
    group="regres",
    question="Hvad kan långiveren gå efter, når lånet er misligholdt?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
