"""Førtidig indfrielse: kompensation for rentetab (kreditaftaleloven § 26).

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
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from rules import finance
from rules.citations import KAL
from rules.facts import Choice, FactSheet, Kroner, Percent, fact
from rules.topic import PENSUM, Outcomes, Topic

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
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.INGEN_KOMPENSATION,
    jus=KAL("§ 26"),
    texts={
        Outcome.INGEN_KOMPENSATION: "Banken kan ikke kræve kompensation. Låntageren betaler blot restgælden på {restgaeld}.",
        Outcome.KOMPENSATION: "Banken kan kræve {kompensation} i kompensation, nutidsværdien af sit rentetab. "
        "Bogens 2-5 % af restgælden følger ikke af formlen.",
    },
)


@pensum.step(KAL("§ 26"), no=Outcome.INGEN_KOMPENSATION)
def er_fast(facts: Facts) -> bool:
    """Er lånet fastforrentet?

    [rentetype=fast: Med fast rente kan banken tabe renter, når lånet forsvinder før tid. | Med variabel rente følger lånet
    markedet, og banken taber ingen renter.]
    """
    return facts.rentetype is Rentetype.FAST


@pensum.step(KAL("§ 26"), no=Outcome.INGEN_KOMPENSATION)
def er_aftalt(facts: Facts) -> bool:
    """Er kompensation aftalt i kontrakten?

    [kompensation_aftalt: Kontrakten giver banken ret til kompensation. | Kontrakten siger intet om kompensation, og så kan
    banken ikke kræve den.]
    """
    return facts.kompensation_aftalt


@pensum.step(KAL("§ 26"), yes=Outcome.KOMPENSATION)
def har_rentetab(facts: Facts) -> bool:
    """Er markedsrenten lavere end lånets rente, mens der stadig er gæld tilbage?

    Lånets rente er {rente_pa}, og markedsrenten er {markedsrente_pa}. Der er betalt {betalte_mdr} af {loebetid_mdr}. Kun når
    pengene må lånes ud igen til en lavere rente, har banken et tab.
    """
    return facts.markedsrente_pa < facts.rente_pa and facts.betalte_mdr < facts.loebetid_mdr


def ydelse(facts: Facts) -> Decimal:
    """The monthly instalment of the annuity."""
    return finance.instalment(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr)


def restydelser(facts: Facts) -> int:
    """How many instalments are left."""
    return facts.loebetid_mdr - facts.betalte_mdr


@pensum.figure("Restgæld", KAL("§ 26"), tolerance=AFRUNDING)
def restgaeld(facts: Facts) -> Kroner:
    """Hvor stor er restgælden ved indfrielsen, når lånet er et annuitetslån med månedlige ydelser?

    Af {hovedstol} er der efter {betalte_mdr} endnu {restgaeld} tilbage.
    """
    return finance.remaining(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr, facts.betalte_mdr)


@pensum.figure("Kompensation", KAL("§ 26"), tolerance=AFRUNDING)
def kompensation(facts: Facts) -> Kroner:
    """Hvor stor en kompensation kan banken kræve, når den er nutidsværdien af rentetabet til markedsrenten?

    De resterende ydelser tilbagediskonteres med {markedsrente_pa}, og restgælden på {restgaeld} trækkes fra. Kompensationen
    er {kompensation}. Bogens 2-5 % af restgælden følger ikke af dens egen formel.
    """
    if not er_fast(facts) or not er_aftalt(facts) or not har_rentetab(facts):
        return Decimal(0)
    nutidsvaerdi = finance.present_value(ydelse(facts), facts.markedsrente_pa, restydelser(facts))
    return max(nutidsvaerdi - restgaeld(facts), Decimal(0))


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(er_aftalt)
def fast_rente_er_nok(facts: Facts) -> bool:
    """Du har ladet den faste rente være nok. Efter bogen skal kompensationen også være aftalt."""
    return True


@pensum.mistake(har_rentetab)
def taber_altid_renter(facts: Facts) -> bool:
    """Du har givet banken et rentetab. Der er kun et tab, når markedsrenten er lavere, og der er gæld tilbage."""
    return True


@pensum.mistake(restgaeld)
def afdrager_lige_meget_hver_maaned(facts: Facts) -> Kroner:
    """Du har delt hovedstolen i lige store afdrag. I et annuitetslån er afdragene små i begyndelsen: {restgaeld}."""
    return facts.hovedstol * restydelser(facts) / facts.loebetid_mdr


@pensum.mistake(restgaeld)
def traekker_hele_ydelser_fra(facts: Facts) -> Kroner:
    """Du har trukket de betalte ydelser fra hovedstolen. En del af hver ydelse er rente, og restgælden er {restgaeld}."""
    return max(facts.hovedstol - ydelse(facts) * facts.betalte_mdr, Decimal(0))


@pensum.mistake(kompensation)
def tager_fem_procent_af_restgaelden(facts: Facts) -> Kroner:
    """Du har taget 5 % af restgælden. Bogens formel er nutidsværdien af rentetabet, og den giver {kompensation}."""
    return restgaeld(facts) / 20


@pensum.mistake(kompensation)
def tilbagediskonterer_ikke(facts: Facts) -> Kroner | None:
    """Du har lagt renteforskellen sammen uden at føre den tilbage til i dag. Nutidsværdien er {kompensation}."""
    if not har_rentetab(facts):
        return None
    resterende_renter = ydelse(facts) * restydelser(facts) - restgaeld(facts)
    return resterende_renter * (facts.rente_pa - facts.markedsrente_pa) / facts.rente_pa


@pensum.mistake(kompensation)
def regner_kun_et_aar(facts: Facts) -> Kroner | None:
    """Du har kun regnet ét års renteforskel. Tabet løber i hele restløbetiden: {kompensation}."""
    if not har_rentetab(facts):
        return None
    return restgaeld(facts) * (facts.rente_pa - facts.markedsrente_pa) / 100


@pensum.mistake("outcome")
def banken_har_altid_krav(facts: Facts) -> Outcome:
    """Du har givet banken kompensation. Det kræver fast rente, en aftale om kompensation og en lavere markedsrente."""
    return Outcome.KOMPENSATION


pensum.wrong_provision(
    "bruger_reglen_om_opgoerelse",
    KAL("§ 27"),
    "Du har valgt den regel, som bogen bruger om opgørelse af gælden. Kompensation følger af KAL § 26.",
)
pensum.wrong_provision(
    "bruger_fortrydelsesretten",
    KAL("§ 19"),
    "Du har valgt fortrydelsesretten. Når lånet betales ud før tid, er det KAL § 26, der gælder.",
)
pensum.wrong_provision(
    "bruger_reglen_om_forhalingsrente",
    KAL("§ 24"),
    "Du har valgt reglen om rente ved for sen betaling. Her betales der for tidligt, og det følger KAL § 26.",
)


@topic.variants(
    """{@laantager} har et annuitetslån i {@bank} på {hovedstol} over {loebetid_mdr}. [rentetype=fast: Renten er fast | Renten er
    variabel] og er {rente_pa} om året. [kompensation_aftalt: Kontrakten giver banken kompensation, hvis lånet indfries før
    tid. | Kontrakten nævner ikke kompensation.]

    Efter {betalte_mdr} vil {@laantager} betale lånet ud. Markedsrenten er nu {markedsrente_pa}.""",
    """Markedsrenten er {markedsrente_pa}, og {@laantager} vil ud af sit lån i {@bank}. Det var på {hovedstol}, løber over
    {loebetid_mdr} med lige store ydelser hver måned, og der er betalt i {betalte_mdr}.

    Lånet er [rentetype=fast: fastforrentet | variabelt forrentet] med {rente_pa} om året. [kompensation_aftalt: Parterne har
    aftalt kompensation ved førtidig indfrielse. | Parterne har ikke aftalt kompensation ved førtidig indfrielse.]""",
    """En arv gør det muligt for {@laantager} at betale hele restgælden til {@bank} på én gang. Lånet på {hovedstol} er et
    annuitetslån over {loebetid_mdr}, [rentetype=fast: renten er låst til {rente_pa} | renten følger markedet og er
    {rente_pa}], og {betalte_mdr} er gået.

    [kompensation_aftalt: I aftalen står, at banken kan kræve kompensation. | I aftalen står intet om kompensation.] Nye lån
    kan fås til {markedsrente_pa}.""",
)
def draw(random: Random) -> dict[str, Any]:
    """The market rate from well below the loan's to just above it."""
    loebetid = random.choice((120, 180, 240, 360))
    rente = Decimal(random.choice(("3", "3.5", "4", "5", "6")))
    return {
        "rentetype": Rentetype.FAST if random.random() < 0.8 else Rentetype.VARIABEL,
        "kompensation_aftalt": random.random() < 0.8,
        "hovedstol": Decimal(random.randrange(300_000, 3_000_000, 50_000)),
        "rente_pa": rente,
        "loebetid_mdr": loebetid,
        "betalte_mdr": random.choice((12, 24, 60, 84, loebetid // 2, loebetid - 12)),
        "markedsrente_pa": rente
        - Decimal(random.choice(("2", "1.5", "1", "0.5", "0.01", "0", "-0.01", "-1"))),
    }
