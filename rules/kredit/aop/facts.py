"""ÅOP: hvad koster lånet, og hvilket tilbud er billigst (kreditaftaleloven § 7 a og § 16).

The course book's form (500.000 kr., 3,5 %, 30 years) says that the loan costs 150.000 kr.; it costs twice as much.

>>> facts = Facts(kreditbeloeb=500000, rente_pa="3.5", loebetid_mdr=360, stiftelsesgebyr=5000,
...               b_kreditbeloeb=500000, b_rente_pa="3.6", b_loebetid_mdr=360)
>>> print(topic.decide(facts, "pensum").explain())
1. Er der to tilbud at sammenligne? Ja (KAL § 7 a).
2. Har de to tilbud samme ÅOP, når den oplyses med to decimaler? Nej (KAL § 7 a).
3. Har tilbud A den laveste ÅOP? Ja (KAL § 7 a).
Månedlig ydelse, tilbud A: 2.245,22 kr.
Månedlig ydelse, tilbud B: 2.273,23 kr.
Samlet tilbagebetaling, tilbud A: 813.279,20 kr.
Samlet tilbagebetaling, tilbud B: 818.362,80 kr.
Samlede kreditomkostninger, tilbud A: 313.279,20 kr.
Samlede kreditomkostninger, tilbud B: 318.362,80 kr.
ÅOP, tilbud A: 3,64 %.
ÅOP, tilbud B: 3,66 %.
Altså: Tilbud A er billigst. ÅOP er 3,64 % i tilbud A og 3,66 % i tilbud B.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from rules import finance
from rules.facts import FactSheet, Kroner, Percent, fact
from rules.topic import Outcomes, Topic

UOPLYST = "ikke oplyst"
HOEJESTE_AOP = Decimal(100_000)


class Tilbud(NamedTuple):
    """One offer as it is told."""

    kreditbeloeb: Decimal | None
    rente_pa: Decimal | None
    loebetid_mdr: int | None
    stiftelsesgebyr: Decimal
    gebyr_laanes: bool
    loebende_gebyr_md: Decimal
    aop_oplyst: Decimal | None


class Facts(FactSheet):
    """Two offers, each told by its terms or only by its stated ÅOP; the second may be missing."""

    kreditbeloeb: Kroner | None = fact(
        "Kreditbeløb, tilbud A",
        absent=UOPLYST,
        ge=Decimal(1),
        help="Det beløb, som låntageren får til rådighed.",
    )
    rente_pa: Percent | None = fact(
        "Rente om året, tilbud A", absent=UOPLYST, help="Den nominelle rente uden gebyrer (debitorrenten)."
    )
    loebetid_mdr: int | None = fact(
        "Løbetid, tilbud A",
        absent=UOPLYST,
        unit="måneder",
        ge=1,
        le=600,
        help="Med lige store ydelser hver måned.",
    )
    stiftelsesgebyr: Kroner = fact("Stiftelsesgebyr, tilbud A", default=Decimal(0))
    gebyr_laanes: bool = fact(
        "Lægges stiftelsesgebyret til lånet, tilbud A?",
        default=False,
        help="Ellers betales det ved udbetalingen.",
    )
    loebende_gebyr_md: Kroner = fact("Gebyr om måneden, tilbud A", default=Decimal(0))
    aop_oplyst: Percent | None = fact(
        "Oplyst ÅOP, tilbud A",
        absent=UOPLYST,
        le=HOEJESTE_AOP,
        help="Bruges, når ÅOP ikke kan beregnes af vilkårene.",
    )
    b_kreditbeloeb: Kroner | None = fact("Kreditbeløb, tilbud B", absent=UOPLYST, ge=Decimal(1))
    b_rente_pa: Percent | None = fact("Rente om året, tilbud B", absent=UOPLYST)
    b_loebetid_mdr: int | None = fact("Løbetid, tilbud B", absent=UOPLYST, unit="måneder", ge=1, le=600)
    b_stiftelsesgebyr: Kroner = fact("Stiftelsesgebyr, tilbud B", default=Decimal(0))
    b_gebyr_laanes: bool = fact("Lægges stiftelsesgebyret til lånet, tilbud B?", default=False)
    b_loebende_gebyr_md: Kroner = fact("Gebyr om måneden, tilbud B", default=Decimal(0))
    b_aop_oplyst: Percent | None = fact("Oplyst ÅOP, tilbud B", absent=UOPLYST, le=HOEJESTE_AOP)

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """An offer of which too little is told, fees that swallow the loan, a cost without bounds."""
        for tilbud, prefix, navn in ((tilbud_a(self), "", "A"), (tilbud_b(self), "b_", "B")):
            if navn == "B" and not er_givet(tilbud):
                if tilbud.stiftelsesgebyr or tilbud.loebende_gebyr_md or tilbud.gebyr_laanes:
                    yield (
                        "b_kreditbeloeb",
                        "vilkår for tilbud B",
                        "Der er oplyst gebyrer for tilbud B, men hverken vilkår eller ÅOP.",
                    )
            elif not kan_beregnes(tilbud):
                if tilbud.aop_oplyst is None:
                    manglende = next(
                        name
                        for name in ("kreditbeloeb", "rente_pa", "loebetid_mdr")
                        if getattr(tilbud, name) is None
                    )
                    yield (
                        prefix + manglende,
                        "kreditbeløb, rente og løbetid eller den oplyste ÅOP",
                        f"Angiv kreditbeløb, rente og løbetid for tilbud {navn}, eller angiv den oplyste ÅOP.",
                    )
            elif udbetalt(tilbud) <= 0:
                yield (
                    f"{prefix}stiftelsesgebyr",
                    "mindre end kreditbeløbet",
                    "Stiftelsesgebyret skal være mindre end kreditbeløbet, når det betales ved udbetalingen.",
                )
            else:
                try:
                    finance.level_aop(
                        udbetalt(tilbud),
                        beregnet_ydelse(tilbud) + tilbud.loebende_gebyr_md,
                        tilbud.loebetid_mdr or 1,
                    )
                except finance.NoAop as error:
                    yield f"{prefix}kreditbeloeb", "vilkår, som giver en ÅOP", str(error)


def tilbud_a(facts: Any) -> Tilbud:
    """The first offer."""
    return Tilbud(
        facts.kreditbeloeb,
        facts.rente_pa,
        facts.loebetid_mdr,
        facts.stiftelsesgebyr,
        facts.gebyr_laanes,
        facts.loebende_gebyr_md,
        facts.aop_oplyst,
    )


def tilbud_b(facts: Any) -> Tilbud:
    """The second offer."""
    return Tilbud(
        facts.b_kreditbeloeb,
        facts.b_rente_pa,
        facts.b_loebetid_mdr,
        facts.b_stiftelsesgebyr,
        facts.b_gebyr_laanes,
        facts.b_loebende_gebyr_md,
        facts.b_aop_oplyst,
    )


def er_givet(tilbud: Tilbud) -> bool:
    """Whether there is such an offer at all."""
    return any(
        value is not None
        for value in (tilbud.kreditbeloeb, tilbud.rente_pa, tilbud.loebetid_mdr, tilbud.aop_oplyst)
    )


def kan_beregnes(tilbud: Tilbud) -> bool:
    """Whether the terms suffice to work out what the offer costs."""
    return None not in (tilbud.kreditbeloeb, tilbud.rente_pa, tilbud.loebetid_mdr)


def laan(tilbud: Tilbud) -> Decimal:
    """What is owed at the start: the credit, and the fee where it is lent too."""
    return (tilbud.kreditbeloeb or Decimal(0)) + (tilbud.stiftelsesgebyr if tilbud.gebyr_laanes else 0)


def udbetalt(tilbud: Tilbud) -> Decimal:
    """What the borrower receives at the start: the credit less a fee paid there and then."""
    return laan(tilbud) - tilbud.stiftelsesgebyr


def beregnet_ydelse(tilbud: Tilbud) -> Decimal:
    """The annuity's instalment to the øre, without the monthly fee."""
    return finance.paid_instalment(laan(tilbud), tilbud.rente_pa or Decimal(0), tilbud.loebetid_mdr or 1)


def beregnet_tilbagebetaling(tilbud: Tilbud, ydelse: Decimal) -> Decimal:
    """All that is paid; rounding never makes it less than the credit."""
    gebyr = Decimal(0) if tilbud.gebyr_laanes else tilbud.stiftelsesgebyr
    betalt = (ydelse + tilbud.loebende_gebyr_md) * (tilbud.loebetid_mdr or 1) + gebyr
    return max(betalt, tilbud.kreditbeloeb or Decimal(0))


def beregnet_aop(tilbud: Tilbud, ydelse: Decimal) -> Decimal | None:
    """The ÅOP of the instalment; None where an instalment of somebody's own has none."""
    try:
        fundet = finance.level_aop(
            udbetalt(tilbud), ydelse + tilbud.loebende_gebyr_md, tilbud.loebetid_mdr or 1
        )
    except finance.NoAop:
        return None
    return max(fundet, Decimal(0))


class Outcome(Outcomes):
    """Which offer is the cheaper."""

    A_BILLIGST = "Tilbud A er billigst."
    B_BILLIGST = "Tilbud B er billigst."
    LIGE = "De to tilbud er lige dyre."
    IKKE_SAMMENLIGNELIGE = "ÅOP kan ikke afgøre, hvilket tilbud der er billigst, for lånene er ikke ens."


topic = Topic(
    "aop",
    "ÅOP og valg af lånetilbud",
    group="kredit",
    question="Hvad koster lånet, og hvilket tilbud er billigst?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
