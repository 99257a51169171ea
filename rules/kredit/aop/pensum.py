"""The course book's reading: the offer with the lowest ÅOP is the cheapest (§ 7 a, the SEF form).

What both readings share, the figures and most steps, is registered for the statute here, too.
"""

from decimal import Decimal

from rules.citations import FLV, KAL
from rules.danish import half_up
from rules.facts import Kroner, Percent
from rules.kredit.aop.facts import (
    Facts,
    Outcome,
    beregnet_aop,
    beregnet_tilbagebetaling,
    beregnet_ydelse,
    er_givet,
    kan_beregnes,
    laan,
    tilbud_a,
    tilbud_b,
    topic,
)
from rules.topic import GAELDENDE_RET, PENSUM

TOTAL = Decimal(5)
TEKSTER = {
    Outcome.A_BILLIGST: "[to_tilbud: Tilbud A er billigst. ÅOP er {aop} i tilbud A og {b_aop} i tilbud B. | "
    "Der er kun ét tilbud, og dets ÅOP er {aop}.]",
    Outcome.B_BILLIGST: "Tilbud B er billigst. ÅOP er {b_aop} i tilbud B og {aop} i tilbud A.",
    Outcome.LIGE: "De to tilbud er lige dyre. ÅOP er {aop} i begge.",
}

pensum = topic.reading(PENSUM, otherwise=Outcome.B_BILLIGST, jus=KAL("§ 7 a"), texts=TEKSTER)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.B_BILLIGST,
    jus=(KAL("§ 16"), KAL("§ 4, nr. 9")),
    texts=TEKSTER
    | {
        Outcome.IKKE_SAMMENLIGNELIGE: "ÅOP på {aop} og {b_aop} kan ikke afgøre, hvilket tilbud der er billigst. "
        "Kreditbeløb og løbetid skal være ens, før tallene kan sammenlignes."
    },
)


@lov.figure("Månedlig ydelse, tilbud A", KAL("§ 7 a, stk. 2, nr. 8"), tolerance=Decimal("0.05"))
@pensum.figure("Månedlig ydelse, tilbud A", KAL("§ 7 a"), tolerance=Decimal("0.05"))
def ydelse_md(facts: Facts) -> Kroner | None:
    """Hvor stor er den månedlige ydelse i tilbud A uden månedligt gebyr, når lånet er et annuitetslån?

    [ydelse_md: [gebyr_laanes: Gebyret på {stiftelsesgebyr} lægges til lånet på {kreditbeloeb}. | Lånet er på {kreditbeloeb}.]
    Med {rente_pa} om året og lige store ydelser i {loebetid_mdr} koster det {ydelse_md} om måneden, afrundet til hele øre. |
    Vilkårene er ikke oplyst, og ydelsen kan ikke beregnes.]
    """
    tilbud = tilbud_a(facts)
    return beregnet_ydelse(tilbud) if kan_beregnes(tilbud) else None


@lov.figure("Månedlig ydelse, tilbud B", KAL("§ 7 a, stk. 2, nr. 8"), tolerance=Decimal("0.05"))
@pensum.figure("Månedlig ydelse, tilbud B", KAL("§ 7 a"), tolerance=Decimal("0.05"))
def b_ydelse_md(facts: Facts) -> Kroner | None:
    """Hvor stor er den månedlige ydelse i tilbud B uden månedligt gebyr, når lånet er et annuitetslån?

    [b_ydelse_md: [b_gebyr_laanes: Gebyret på {b_stiftelsesgebyr} lægges til lånet på {b_kreditbeloeb}. | Lånet er på {b_kreditbeloeb}.]
    Med {b_rente_pa} om året og lige store ydelser i {b_loebetid_mdr} koster det {b_ydelse_md} om måneden, afrundet til hele øre. |
    Vilkårene er ikke oplyst, og ydelsen kan ikke beregnes.]
    """
    tilbud = tilbud_b(facts)
    return beregnet_ydelse(tilbud) if kan_beregnes(tilbud) else None


@lov.figure("Samlet tilbagebetaling, tilbud A", KAL("§ 4, nr. 8"), tolerance=TOTAL)
@pensum.figure("Samlet tilbagebetaling, tilbud A", KAL("§ 7 a"), tolerance=TOTAL)
def samlet_tilbagebetaling(facts: Facts) -> Kroner | None:
    """Hvor meget skal låntageren betale i alt i tilbud A?

    [samlet_tilbagebetaling: I hver af {loebetid_mdr} betales {ydelse_md} og et gebyr på {loebende_gebyr_md}.
    [gebyr_laanes: Stiftelsesgebyret ligger i ydelsen. | Ved udbetalingen betales {stiftelsesgebyr} i stiftelsesgebyr.] I alt er
    det {samlet_tilbagebetaling}. | Vilkårene er ikke oplyst, og beløbet kan ikke beregnes.]
    """
    ydelse = ydelse_md(facts)
    return None if ydelse is None else beregnet_tilbagebetaling(tilbud_a(facts), ydelse)


@lov.figure("Samlet tilbagebetaling, tilbud B", KAL("§ 4, nr. 8"), tolerance=TOTAL)
@pensum.figure("Samlet tilbagebetaling, tilbud B", KAL("§ 7 a"), tolerance=TOTAL)
def b_samlet_tilbagebetaling(facts: Facts) -> Kroner | None:
    """Hvor meget skal låntageren betale i alt i tilbud B?

    [b_samlet_tilbagebetaling: I hver af {b_loebetid_mdr} betales {b_ydelse_md} og et gebyr på {b_loebende_gebyr_md}.
    [b_gebyr_laanes: Stiftelsesgebyret ligger i ydelsen. | Ved udbetalingen betales {b_stiftelsesgebyr} i stiftelsesgebyr.] I alt er
    det {b_samlet_tilbagebetaling}. | Vilkårene er ikke oplyst, og beløbet kan ikke beregnes.]
    """
    ydelse = b_ydelse_md(facts)
    return None if ydelse is None else beregnet_tilbagebetaling(tilbud_b(facts), ydelse)


@lov.figure("Samlede kreditomkostninger, tilbud A", KAL("§ 4, nr. 7"), tolerance=TOTAL)
@pensum.figure("Samlede kreditomkostninger, tilbud A", KAL("§ 7 a"), tolerance=TOTAL)
def samlede_kreditomkostninger(facts: Facts) -> Kroner | None:
    """Hvor meget koster lånet i alt i tilbud A, altså renter og gebyrer?

    [samlet_tilbagebetaling: Af {samlet_tilbagebetaling} er {kreditbeloeb} selve lånet. Resten, {samlede_kreditomkostninger}, er renter og
    gebyrer. | Vilkårene er ikke oplyst, og omkostningerne kan ikke beregnes.]
    """
    betalt = samlet_tilbagebetaling(facts)
    return None if betalt is None else betalt - (facts.kreditbeloeb or 0)


@lov.figure("Samlede kreditomkostninger, tilbud B", KAL("§ 4, nr. 7"), tolerance=TOTAL)
@pensum.figure("Samlede kreditomkostninger, tilbud B", KAL("§ 7 a"), tolerance=TOTAL)
def b_samlede_kreditomkostninger(facts: Facts) -> Kroner | None:
    """Hvor meget koster lånet i alt i tilbud B, altså renter og gebyrer?

    [b_samlet_tilbagebetaling: Af {b_samlet_tilbagebetaling} er {b_kreditbeloeb} selve lånet. Resten, {b_samlede_kreditomkostninger}, er
    renter og gebyrer. | Vilkårene er ikke oplyst, og omkostningerne kan ikke beregnes.]
    """
    betalt = b_samlet_tilbagebetaling(facts)
    return None if betalt is None else betalt - (facts.b_kreditbeloeb or 0)


@lov.figure("ÅOP, tilbud A", KAL("§ 16, stk. 2"))
@pensum.figure("ÅOP, tilbud A", KAL("§ 7 a"))
def aop(facts: Facts) -> Percent | None:
    """Hvad er ÅOP i tilbud A efter EU's formel (direktiv 2014/17, bilag I), hvor en måned er en tolvtedel år?

    [ydelse_md: Ved en ÅOP på {aop} er alle betalinger i dag lige så meget værd som det, der udbetales. Renter, gebyrer og
    tidspunkterne for betaling tæller med. | Tilbuddet oplyser selv en ÅOP på {aop_oplyst}.]
    """
    ydelse = ydelse_md(facts)
    return facts.aop_oplyst if ydelse is None else beregnet_aop(tilbud_a(facts), ydelse)


@lov.figure("ÅOP, tilbud B", KAL("§ 16, stk. 2"))
@pensum.figure("ÅOP, tilbud B", KAL("§ 7 a"))
def b_aop(facts: Facts) -> Percent | None:
    """Hvad er ÅOP i tilbud B efter EU's formel (direktiv 2014/17, bilag I), hvor en måned er en tolvtedel år?

    [b_ydelse_md: Ved en ÅOP på {b_aop} er alle betalinger i dag lige så meget værd som det, der udbetales. Renter, gebyrer og
    tidspunkterne for betaling tæller med. | Tilbuddet oplyser selv en ÅOP på {b_aop_oplyst}.]
    """
    ydelse = b_ydelse_md(facts)
    return facts.b_aop_oplyst if ydelse is None else beregnet_aop(tilbud_b(facts), ydelse)


def i_to_decimaler(tal: Decimal | None) -> Decimal | None:
    """The ÅOP as it is stated to customers."""
    return None if tal is None else half_up(tal)


@lov.step(KAL("§ 7 a, stk. 1"), no=Outcome.A_BILLIGST)
@pensum.step(KAL("§ 7 a"), no=Outcome.A_BILLIGST)
def to_tilbud(facts: Facts) -> bool:
    """Er der to tilbud at sammenligne?

    [to_tilbud: Både tilbud A og tilbud B er oplyst. | Kun tilbud A er oplyst.]
    """
    return er_givet(tilbud_b(facts))


@pensum.step(KAL("§ 7 a"), yes=Outcome.LIGE)
def samme_aop(facts: Facts) -> bool:
    """Har de to tilbud samme ÅOP, når den oplyses med to decimaler?

    ÅOP er {aop} i tilbud A og {b_aop} i tilbud B. Kunden får den oplyst med to decimaler, og det er dem, der tæller.
    """
    return i_to_decimaler(aop(facts)) == i_to_decimaler(b_aop(facts))


@pensum.step(KAL("§ 7 a"), yes=Outcome.A_BILLIGST)
def a_lavest(facts: Facts) -> bool:
    """Har tilbud A den laveste ÅOP?

    ÅOP er {aop} i tilbud A og {b_aop} i tilbud B. Det er ÅOP og ikke den nominelle rente, der viser prisen.
    """
    a, b = i_to_decimaler(aop(facts)), i_to_decimaler(b_aop(facts))
    return a is not None and b is not None and a < b


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(ydelse_md)
@pensum.mistake(ydelse_md)
def rente_af_hele_laanet(facts: Facts) -> Kroner | None:
    """Du har regnet rente af hele lånet i alle måneder. Gælden falder, og ydelsen er {ydelse_md}."""
    tilbud = tilbud_a(facts)
    if tilbud.rente_pa is None or not tilbud.loebetid_mdr:
        return None
    return half_up(laan(tilbud) / tilbud.loebetid_mdr + laan(tilbud) * tilbud.rente_pa / 1200)


@lov.mistake(ydelse_md)
@pensum.mistake(ydelse_md)
def afdrag_uden_rente(facts: Facts) -> Kroner | None:
    """Du har kun delt lånet ud på månederne. Ydelsen er både afdrag og rente: {ydelse_md}."""
    tilbud = tilbud_a(facts)
    return half_up(laan(tilbud) / tilbud.loebetid_mdr) if tilbud.loebetid_mdr else None


@lov.mistake(samlet_tilbagebetaling)
@pensum.mistake(samlet_tilbagebetaling)
def glemmer_gebyrerne(facts: Facts) -> Kroner | None:
    """Du har ladet gebyrer ude. Alt, hvad låntageren skal betale, tæller med: {samlet_tilbagebetaling}."""
    ydelse = ydelse_md(facts)
    return None if ydelse is None else ydelse * (facts.loebetid_mdr or 1)


@lov.mistake(samlede_kreditomkostninger)
@pensum.mistake(samlede_kreditomkostninger)
def kun_renterne(facts: Facts) -> Kroner | None:
    """Du har kun regnet renterne med. Gebyrerne er også kreditomkostninger, og de er i alt {samlede_kreditomkostninger}."""
    ydelse = ydelse_md(facts)
    return None if ydelse is None else ydelse * (facts.loebetid_mdr or 1) - laan(tilbud_a(facts))


@lov.mistake(samlede_kreditomkostninger)
@pensum.mistake(samlede_kreditomkostninger)
def regner_laanet_med(facts: Facts) -> Kroner | None:
    """Du har regnet selve lånet med som en omkostning. Omkostningerne er renter og gebyrer: {samlede_kreditomkostninger}."""
    return samlet_tilbagebetaling(facts)


@lov.mistake(aop)
@pensum.mistake(aop)
def tager_den_nominelle_rente(facts: Facts) -> Percent | None:
    """Du har svaret med den nominelle rente. ÅOP medregner også gebyrer og renters rente og er {aop}."""
    return facts.rente_pa


@lov.mistake(aop)
@pensum.mistake(aop)
def aop_uden_gebyrer(facts: Facts) -> Percent | None:
    """Du har beregnet den effektive rente uden gebyrer. Gebyrerne skal med, og så er ÅOP {aop}."""
    ydelse, tilbud = ydelse_md(facts), tilbud_a(facts)
    if ydelse is None or tilbud.gebyr_laanes:
        return None
    return beregnet_aop(tilbud._replace(stiftelsesgebyr=Decimal(0), loebende_gebyr_md=Decimal(0)), ydelse)


@lov.mistake(aop)
@pensum.mistake(aop)
def omkostninger_delt_med_aar(facts: Facts) -> Percent | None:
    """Du har delt omkostningerne med lånet og årene. Gælden falder undervejs, og derfor er ÅOP højere: {aop}."""
    omkostninger = samlede_kreditomkostninger(facts)
    if omkostninger is None or not facts.kreditbeloeb or not facts.loebetid_mdr:
        return None
    return omkostninger * 1200 / facts.kreditbeloeb / facts.loebetid_mdr


@lov.mistake(b_aop)
@pensum.mistake(b_aop)
def tager_den_nominelle_rente_i_b(facts: Facts) -> Percent | None:
    """Du har svaret med den nominelle rente i tilbud B. ÅOP medregner også gebyrer og renters rente og er {b_aop}."""
    return facts.b_rente_pa


@lov.mistake("samme_aop")
@pensum.mistake("samme_aop")
def samme_rente_er_samme_pris(facts: Facts) -> bool | None:
    """Du har ladet den samme nominelle rente gøre tilbuddene lige dyre. ÅOP er {aop} i tilbud A og {b_aop} i tilbud B."""
    return True if facts.rente_pa is not None and facts.rente_pa == facts.b_rente_pa else None


@lov.mistake("samme_aop")
@pensum.mistake("samme_aop")
def leder_efter_flere_decimaler(facts: Facts) -> bool | None:
    """Du har fundet en forskel efter den anden decimal. ÅOP oplyses med to, og her er den {aop} i begge tilbud."""
    return False if aop(facts) != b_aop(facts) else None


@lov.mistake("a_lavest")
@pensum.mistake("a_lavest")
def sammenligner_nominelle_renter(facts: Facts) -> bool | None:
    """Du har sammenlignet de nominelle renter. ÅOP er det, der viser prisen: {aop} i tilbud A og {b_aop} i tilbud B."""
    if facts.rente_pa is None or facts.b_rente_pa is None or facts.rente_pa == facts.b_rente_pa:
        return None
    return facts.rente_pa < facts.b_rente_pa


@pensum.mistake(a_lavest)
def sammenligner_kroner(facts: Facts) -> bool | None:
    """Du har sammenlignet omkostningerne i kroner. Bogen sammenligner ÅOP: {aop} i tilbud A og {b_aop} i tilbud B."""
    a, b = samlede_kreditomkostninger(facts), b_samlede_kreditomkostninger(facts)
    return None if a is None or b is None or a == b else a < b


@lov.mistake("outcome")
@pensum.mistake("outcome")
def laveste_rente_er_billigst(facts: Facts) -> Outcome | None:
    """Du har valgt tilbuddet med den laveste nominelle rente. Renten er kun en del af prisen."""
    if facts.rente_pa is None or facts.b_rente_pa is None or facts.rente_pa == facts.b_rente_pa:
        return None
    return Outcome.A_BILLIGST if facts.rente_pa < facts.b_rente_pa else Outcome.B_BILLIGST


for _reading, _right in ((pensum, "KAL § 7 a"), (lov, "KAL § 16")):
    _reading.wrong_provision(
        "bruger_reglen_om_kreditvurdering",
        KAL("§ 7 c"),
        f"Du har valgt reglen om vurdering af kundens kreditværdighed. Prisen på lånet og ÅOP følger af {_right}.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_urimelige_omkostninger",
        KAL("§ 22"),
        f"Du har valgt reglen om urimelige omkostninger. Her skal prisen beregnes og sammenlignes, og det følger af {_right}.",
    )
    _reading.wrong_provision(
        "bruger_loftet_over_aop",
        FLV("§ 11 a"),
        f"Du har valgt loftet over ÅOP. Det siger, hvor dyrt et lån må være, mens ÅOP selv følger af {_right}.",
    )

__all__ = ["a_lavest", "lov", "pensum", "samme_aop"]
