"""The course book: the present value of the lost interest, if the rate is fixed and compensation agreed."""

from decimal import Decimal

from rules import finance
from rules.citations import KAL
from rules.facts import Kroner
from rules.kredit.foertidig_indfrielse.facts import AFRUNDING, Facts, Outcome, Rentetype, topic
from rules.topic import PENSUM

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
