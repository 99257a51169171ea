"""The statute: KAL § 26 with its caps for ordinary credit, § 26 a for mortgage deeds on real property."""

from decimal import Decimal

from rules import finance
from rules.citations import GSB, KAL
from rules.facts import Kroner
from rules.kredit.foertidig_indfrielse.facts import AFRUNDING, Facts, Outcome, Rentetype, topic
from rules.kredit.foertidig_indfrielse.pensum import (
    afdrager_lige_meget_hver_maaned,
    er_aftalt,
    er_fast,
    restgaeld,
    restydelser,
    traekker_hele_ydelser_fra,
    ydelse,
)
from rules.topic import GAELDENDE_RET

ET_AAR = 12
PARI = Decimal(100)

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.INGEN_KOMPENSATION,
    jus=(KAL("§ 26, stk. 2"), KAL("§ 26 a, stk. 3")),
    texts={
        Outcome.INGEN_KOMPENSATION: "Kreditgiveren kan ikke kræve kompensation for tabte renter eller kurstab. Låntageren betaler "
        "restgælden på {restgaeld}.",
        Outcome.KOMPENSATION: "Kreditgiveren kan kræve højst {kompensation} i kompensation ud over restgælden på {restgaeld}.",
    },
)


@lov.step(KAL("§ 26, stk. 7"), yes="er_aftalt")
def er_pantebrev(facts: Facts) -> bool:
    """Er lånet ydet mod pantebrev i fast ejendom?

    [pant_i_fast_ejendom: Så gælder KAL § 26 a i stedet for § 26. Ikke efterprøvet: om banklån med ejerpantebrev også hører
    under § 26 a. | Så gælder KAL § 26 med sine lofter.]
    """
    return facts.pant_i_fast_ejendom


lov.step(KAL("§ 26, stk. 2"), no=Outcome.INGEN_KOMPENSATION)(er_fast)
lov.figure("Restgæld", KAL("§ 26, stk. 3"))(restgaeld)


def nutidsvaerdi_af_rentetab(facts: Facts) -> Decimal:
    """The present value of the remaining instalments at the market rate, above the debt; never below 0."""
    nutidsvaerdi = finance.present_value(ydelse(facts), facts.markedsrente_pa, restydelser(facts))
    return max(nutidsvaerdi - restgaeld(facts), Decimal(0))


def resterende_renter(facts: Facts) -> Decimal:
    """The interest that the consumer would still have paid (§ 26, stk. 5)."""
    return max(ydelse(facts) * restydelser(facts) - restgaeld(facts), Decimal(0))


def tabet(facts: Facts) -> Decimal:
    """The creditor's loss as documented or, without that, as lost interest; never above the remaining interest."""
    tab = nutidsvaerdi_af_rentetab(facts) if facts.dokumenteret_tab is None else facts.dokumenteret_tab
    return min(tab, resterende_renter(facts))


@lov.step(KAL("§ 26, stk. 4"), KAL("§ 26, stk. 5"), no=Outcome.INGEN_KOMPENSATION, key="har_rentetab")
def har_tab(facts: Facts) -> bool:
    """Har kreditgiveren et tab ved indfrielsen, og er der renter tilbage at tabe?

    Lånets rente er {rente_pa}, markedsrenten er {markedsrente_pa}, og der er betalt {betalte_mdr} af {loebetid_mdr}.
    [dokumenteret_tab: Dokumenteret er et tab på {dokumenteret_tab}. | Intet tab er dokumenteret særskilt.] Forbrugeren kan kræve kompensationen sat ned
    til det tab, der faktisk er.
    """
    return tabet(facts) > 0


@lov.step(KAL("§ 26, stk. 3"))
def mere_end_et_aar(facts: Facts) -> bool:
    """Er der mere end et år tilbage af lånets løbetid?

    Der er betalt {betalte_mdr} af {loebetid_mdr}. [mere_end_et_aar: Loftet er derfor 1 %. | Loftet er derfor 0,5 %; netop et år
    er ikke mere end et år.]
    """
    return restydelser(facts) > ET_AAR


@lov.figure("Loft over kompensationen", KAL("§ 26, stk. 3"), tolerance=AFRUNDING)
def loft(facts: Facts) -> Kroner | None:
    """Hvor meget kan kompensationen højst være uden dokumentation for et større tab?

    [loft: Loftet regnes af det, der betales før tid, {restgaeld}, og er {loft}. | Der er intet loft at regne ud.]
    """
    if er_pantebrev(facts) or not er_fast(facts):
        return None
    return restgaeld(facts) / (100 if mere_end_et_aar(facts) else 200)


@lov.step(KAL("§ 26, stk. 4"), yes=Outcome.KOMPENSATION, no=Outcome.KOMPENSATION)
def stoerre_tab_dokumenteret(facts: Facts) -> bool:
    """Har kreditgiveren dokumenteret et tab, der er større end loftet?

    [dokumenteret_tab: Dokumenteret er {dokumenteret_tab}, og loftet er {loft}. | Intet er dokumenteret, og loftet på {loft}
    gælder.]
    """
    graense: Decimal | None = loft(facts)
    return facts.dokumenteret_tab is not None and graense is not None and facts.dokumenteret_tab > graense


lov.step(KAL("§ 26 a, stk. 3"), no=Outcome.INGEN_KOMPENSATION)(er_aftalt)


@lov.step(KAL("§ 26 a, stk. 3"), yes=Outcome.INGEN_KOMPENSATION, verified=False)
def er_konverterbart(facts: Facts) -> bool:
    """Kan lånet indfries til kurs 100?

    [konverterbart: Et konverterbart lån koster kurs 100 ved en termin, og der er intet kurstab at dække. Gebyrer og
    differencerente er ikke regnet med. | Obligationerne bag lånet skal købes til markedets kurs.]
    """
    return facts.konverterbart


def omkostning_ved_pantebrev(facts: Facts) -> Decimal:
    """What the redemption of a mortgage deed costs above the debt: the price of the bonds, else what is documented."""
    if facts.indfrielseskurs is None:
        return facts.dokumenteret_tab or Decimal(0)
    return max(restgaeld(facts) * (facts.indfrielseskurs - PARI) / 100, Decimal(0))


@lov.step(KAL("§ 26 a, stk. 3"), yes=Outcome.KOMPENSATION, verified=False)
def koster_mere_end_gaelden(facts: Facts) -> bool:
    """Koster indfrielsen kreditgiveren mere end restgælden?

    [indfrielseskurs: Kursen er {indfrielseskurs}. Kun over kurs 100 er der et tab. | Kursen er ikke oplyst; kreditgiveren må selv
    vise sin omkostning: {dokumenteret_tab}.]
    """
    return omkostning_ved_pantebrev(facts) > 0


@lov.figure("Kompensation", KAL("§ 26, stk. 3"), key="kompensation", tolerance=AFRUNDING)
def lovens_kompensation(facts: Facts) -> Kroner:
    """Hvor stor en kompensation kan kreditgiveren højst kræve?

    [kompensation: [pant_i_fast_ejendom: Ved pantebrev dækkes det, som indfrielsen koster ud over restgælden: {kompensation}. |
    Tabet dækkes, men uden dokumentation højst med loftet på {loft}, og aldrig med mere end de renter, der er tilbage:
    {kompensation}.] | Der er ingen kompensation at betale.]
    """
    if er_pantebrev(facts):
        krav = er_aftalt(facts) and not er_konverterbart(facts) and koster_mere_end_gaelden(facts)
        return omkostning_ved_pantebrev(facts) if krav else Decimal(0)
    graense: Decimal | None = loft(facts)
    if graense is None or not har_tab(facts):
        return Decimal(0)
    return tabet(facts) if stoerre_tab_dokumenteret(facts) else min(tabet(facts), graense)


# --- Typiske fejl -------------------------------------------------------------------------------------------

lov.mistake(restgaeld)(afdrager_lige_meget_hver_maaned)
lov.mistake(restgaeld)(traekker_hele_ydelser_fra)


@lov.mistake("outcome")
def kraever_aftale(facts: Facts) -> Outcome | None:
    """Du har krævet, at kompensation er aftalt. Uden pantebrev følger den af KAL § 26, stk. 2, når renten er fast."""
    almindeligt = not facts.pant_i_fast_ejendom and not facts.kompensation_aftalt
    return Outcome.INGEN_KOMPENSATION if almindeligt else None


@lov.mistake("outcome")
def variabel_er_altid_gratis(facts: Facts) -> Outcome | None:
    """Du har ladet den variable rente afgøre sagen. KAL § 26 a gælder pantebreve med enhver rente, når kompensation er aftalt."""
    pantebrev_med_variabel_rente = facts.pant_i_fast_ejendom and facts.rentetype is Rentetype.VARIABEL
    return Outcome.INGEN_KOMPENSATION if pantebrev_med_variabel_rente else None


@lov.mistake("outcome")
def rentetab_paa_pantebrev(facts: Facts) -> Outcome | None:
    """Du har brugt KAL § 26 på et pantebrev. Dér gælder § 26 a, og et lån, der kan indfries til kurs 100, giver intet tab."""
    return Outcome.KOMPENSATION if facts.pant_i_fast_ejendom else None


@lov.mistake(mere_end_et_aar)
def netop_et_aar_er_mere(facts: Facts) -> bool:
    """Du har ladet netop et år være mere end et år. Loftet på 1 % kræver, at der er længere tid tilbage."""
    return restydelser(facts) >= ET_AAR


@lov.mistake(loft)
def altid_en_procent(facts: Facts) -> Kroner:
    """Du har regnet med 1 %. Er der højst et år tilbage, er loftet 0,5 % af restgælden: {loft}."""
    return restgaeld(facts) / 100


@lov.mistake(loft)
def procent_af_hovedstolen(facts: Facts) -> Kroner | None:
    """Du har regnet loftet af hovedstolen. Det regnes af det beløb, der betales før tid: {loft}."""
    return facts.hovedstol / (100 if mere_end_et_aar(facts) else 200)


@lov.mistake(stoerre_tab_dokumenteret)
def rentetabet_er_dokumentation(facts: Facts) -> bool | None:
    """Du har ladet et beregnet rentetab gælde som dokumenteret. Kun et tab, som kreditgiveren dokumenterer, bryder loftet."""
    return (
        nutidsvaerdi_af_rentetab(facts) > restgaeld(facts) / 100 if facts.dokumenteret_tab is None else None
    )


@lov.mistake(lovens_kompensation)
def glemmer_loftet(facts: Facts) -> Kroner | None:
    """Du har krævet hele rentetabet, som bogen gør. Loven sætter et loft, og kompensationen er {kompensation}."""
    if facts.pant_i_fast_ejendom or facts.dokumenteret_tab is not None:
        return None
    return nutidsvaerdi_af_rentetab(facts)


@lov.mistake(lovens_kompensation)
def loftet_uden_tab(facts: Facts) -> Kroner | None:
    """Du har krævet loftet, selv om tabet er mindre. Kompensationen sættes ned til det tab, der faktisk er: {kompensation}."""
    return None if facts.pant_i_fast_ejendom else loft(facts)


@lov.mistake(lovens_kompensation)
def loft_paa_pantebrev(facts: Facts) -> Kroner | None:
    """Du har brugt loftet i KAL § 26 på et pantebrev. Ved pantebrev tæller, hvad indfrielsen koster: {kompensation}."""
    return restgaeld(facts) / 100 if facts.pant_i_fast_ejendom else None


@lov.mistake(lovens_kompensation)
def hele_kursen(facts: Facts) -> Kroner | None:
    """Du har ganget restgælden med hele kursen. Kun det, der ligger over kurs 100, er et tab: {kompensation}."""
    if facts.indfrielseskurs is None or not facts.pant_i_fast_ejendom:
        return None
    return restgaeld(facts) * facts.indfrielseskurs / 100


lov.wrong_provision(
    "bruger_reglen_om_opsigelse",
    KAL("§ 27"),
    "Du har valgt reglen om opsigelse af kredit uden udløb. Indfrielse før tid følger KAL § 26, ved pantebrev § 26 a.",
)
lov.wrong_provision(
    "bruger_fortrydelsesretten",
    KAL("§ 19"),
    "Du har valgt fortrydelsesretten. Et lån, der betales ud før tid, følger KAL § 26, ved pantebrev § 26 a.",
)
lov.wrong_provision(
    "bruger_reglen_om_indfrielsestilbud",
    GSB("§ 23"),
    "Du har valgt reglen om, hvad et indfrielsestilbud skal vise. Om der må kræves kompensation, følger af kreditaftaleloven.",
)


topic.departs(er_fast="K37 K38 K39", er_aftalt="K36")
