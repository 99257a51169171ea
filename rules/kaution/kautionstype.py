"""Selvskyldnerkaution og simpel kaution: hvornår kreditor kan gå til kautionisten (ulovbestemt).

>>> facts = Facts(selvskyldner_formulering=False, misligholdt=True, forgaeves_udlaeg=False, erhverv=False)
>>> print(topic.decide(facts, "pensum").explain())
1. Er det lån misligholdt, som kautionen gælder? Ja (ulovbestemt kautionsret).
2. Er der kautioneret for en virksomheds gæld? Nej (ulovbestemt kautionsret).
3. Har kautionisten skrevet under som selvskyldner? Nej (ulovbestemt kautionsret og RPL § 478, stk. 4).
4. Er udlæg hos låntageren forsøgt forgæves? Nej (ulovbestemt kautionsret).
Altså: Kautionen er simpel. Kreditor må først forsøge udlæg hos låntageren, før kautionisten kan kræves.
"""

from random import Random
from typing import Any

from rules.citations import FIL, GBL, KAL, RPL, doctrine
from rules.facts import FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

KAUTIONSRET = doctrine("ulovbestemt kautionsret")


class Facts(FactSheet):
    """The wording of the guarantee, the default and the levy."""

    selvskyldner_formulering: bool = fact("Har kautionisten skrevet under »som selvskyldner«?")
    misligholdt: bool = fact("Er lånet misligholdt?")
    forgaeves_udlaeg: bool = fact("Er udlæg hos låntageren forsøgt forgæves?", default=False)
    erhverv: bool = fact("Er kautionen stillet for en virksomheds gæld?", default=False)


class Outcome(Outcomes):
    """When the creditor can turn to the guarantor."""

    KAN_KRAEVES_STRAKS = "Kautionisten hæfter som selvskyldner og kan kræves med det samme."
    KRAEVER_FORGAEVES_UDLAEG = (
        "Kautionen er simpel. Kreditor må først forsøge udlæg hos låntageren, før kautionisten kan kræves."
    )
    KAN_KRAEVES_EFTER_UDLAEG = (
        "Kautionen er simpel, men udlægget hos låntageren var forgæves, og nu kan kautionisten kræves."
    )
    INTET_KRAV_ENDNU = "Lånet er ikke misligholdt, og kautionisten kan endnu ikke kræves."


topic = Topic(
    "kautionstype",
    "Selvskyldnerkaution og simpel kaution",
    group="kaution",
    question="Hvornår kan kreditor gå til kautionisten?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.KRAEVER_FORGAEVES_UDLAEG, jus=KAUTIONSRET)
lov = topic.reading(GAELDENDE_RET, otherwise=Outcome.KRAEVER_FORGAEVES_UDLAEG, jus=KAUTIONSRET)


@lov.step(KAUTIONSRET, no=Outcome.INTET_KRAV_ENDNU, verified=False)
@pensum.step(KAUTIONSRET, no=Outcome.INTET_KRAV_ENDNU)
def er_misligholdt(facts: Facts) -> bool:
    """Er det lån misligholdt, som kautionen gælder?

    [misligholdt: Låntageren har misligholdt lånet, og så kan der blive brug for kautionen. | Så længe låntageren betaler
    til tiden, er der intet at kræve af kautionisten.]
    """
    return facts.misligholdt


@lov.step(KAUTIONSRET, verified=False)
@pensum.step(KAUTIONSRET)
def er_erhverv(facts: Facts) -> bool:
    """Er der kautioneret for en virksomheds gæld?

    [erhverv: Kautionen er stillet for en virksomhed. Ejerne må regne med at hæfte med deres egen formue, men
    | Kautionen er privat, og] formuleringen afgør, hvornår kautionisten kan kræves.
    """
    return facts.erhverv


@lov.step(KAUTIONSRET, RPL("§ 478, stk. 4"), yes=Outcome.KAN_KRAEVES_STRAKS)
@pensum.step(KAUTIONSRET, RPL("§ 478, stk. 4"), yes=Outcome.KAN_KRAEVES_STRAKS)
def er_selvskyldner(facts: Facts) -> bool:
    """Har kautionisten skrevet under som selvskyldner?

    [selvskyldner_formulering: Ordene »som selvskyldner« står i erklæringen, og kreditor kan gå direkte til kautionisten. |
    Erklæringen nævner ikke, at kautionisten hæfter som selvskyldner, og så er kautionen simpel.]
    """
    return facts.selvskyldner_formulering


@lov.step(KAUTIONSRET, yes=Outcome.KAN_KRAEVES_EFTER_UDLAEG, verified=False)
@pensum.step(KAUTIONSRET, yes=Outcome.KAN_KRAEVES_EFTER_UDLAEG)
def er_udlaeg_forgaeves(facts: Facts) -> bool:
    """Er udlæg hos låntageren forsøgt forgæves?

    [forgaeves_udlaeg: Udlægget gav ikke dækning, og dermed er det vist, at låntageren ikke kan betale. | Kreditor har
    endnu ikke vist ved udlæg, at låntageren er ude af stand til at betale.]
    """
    return facts.forgaeves_udlaeg


@lov.mistake(er_misligholdt)
@pensum.mistake(er_misligholdt)
def kautionen_gaelder_fra_foerste_dag(facts: Facts) -> bool:
    """Du har ladet kreditor gå til kautionisten, mens lånet passes. Der skal være en misligholdelse først."""
    return True


@lov.mistake(er_selvskyldner)
@pensum.mistake(er_selvskyldner)
def gaar_ud_fra_selvskyldner(facts: Facts) -> bool:
    """Du har ladet kautionen være en selvskyldnerkaution af sig selv. Det kræver, at ordene står i erklæringen."""
    return not facts.erhverv or facts.selvskyldner_formulering


@lov.mistake(er_selvskyldner)
@pensum.mistake(er_selvskyldner)
def erhverv_er_altid_selvskyldner(facts: Facts) -> bool:
    """Du har ladet virksomhedens gæld gøre kautionen til selvskyldnerkaution. Også her afgør erklæringens ord det."""
    return facts.erhverv or facts.selvskyldner_formulering


@lov.mistake(er_udlaeg_forgaeves)
@pensum.mistake(er_udlaeg_forgaeves)
def misligholdelsen_er_nok(facts: Facts) -> bool:
    """Du har ladet misligholdelsen være nok. En simpel kautionist kan først kræves, når udlæg er forsøgt forgæves."""
    return True


@lov.mistake("outcome")
@pensum.mistake("outcome")
def laantageren_skal_altid_soeges_foerst(facts: Facts) -> Outcome:
    """Du har sendt kreditor til fogedretten først. Det kræves kun, når lånet er misligholdt, kautionen er simpel, og
    udlæg ikke allerede er forsøgt."""
    return Outcome.KRAEVER_FORGAEVES_UDLAEG


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_underretningsreglen",
        FIL("§ 48"),
        "Du har valgt reglen, der beskytter private kautionister. Hvornår kautionisten kan kræves, er ulovbestemt.",
    )
    _reading.wrong_provision(
        "bruger_denunciationsreglen",
        GBL("§ 31"),
        "Du har valgt reglen om meddelelse ved salg af en fordring. Forskellen på de to slags kaution er ulovbestemt.",
    )
    _reading.wrong_provision(
        "bruger_kreditaftaleloven",
        KAL("§ 37"),
        "Du har valgt en regel om kreditkøb. Kautionistens hæftelse er ulovbestemt.",
    )


@topic.variants(
    """{@laantager} har et lån i {@bank} [erhverv: til driften af {@virksomhed}. | til eget brug.]
    {@kautionist} har skrevet under på en erklæring: [selvskyldner_formulering: »Jeg kautionerer som selvskyldner.« |
    »Jeg kautionerer.«]

    [misligholdt: {@laantager} er holdt op med at betale. | {@laantager} betaler hver måned til tiden.] [forgaeves_udlaeg:
    Banken har været i fogedretten, men der var intet at gøre udlæg i. | Fogedretten har ikke været inddraget.]""",
    """I en skuffe hos {@bank} ligger en kautionserklæring fra {@kautionist}. Den dækker [erhverv: en kassekredit til
    {@virksomhed}, som {@kautionist} ejer | et privat lån til {@laantager}], og {@kautionist} hæfter ifølge teksten
    [selvskyldner_formulering: som selvskyldner. | som kautionist; mere står der ikke.]

    [misligholdt: Ydelserne er udeblevet. | Alle ydelser er betalt.] [forgaeves_udlaeg: Et forsøg på udlæg hos låntageren
    endte uden dækning. | Der er ikke forsøgt udlæg hos låntageren.]""",
    """[misligholdt: Et lån i {@bank} er misligholdt. | Et lån i {@bank} bliver betalt, som det skal.] Låntageren er
    [erhverv: et selskab, {@virksomhed}. | {@laantager}, der har lånt til private formål.] Banken spørger, om den kan
    gå til {@kautionist}.

    Erklæringen fra {@kautionist} [selvskyldner_formulering: indeholder ordene »som selvskyldner«. | siger blot, at der
    kautioneres for lånet.] [forgaeves_udlaeg: Fogeden har forgæves søgt værdier hos låntageren. | Fogeden er ikke
    blevet bedt om at gøre udlæg.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Mostly in default; a levy is only tried on a debt in default."""
    misligholdt = random.random() < 0.8
    return {
        "selvskyldner_formulering": random.random() < 0.4,
        "misligholdt": misligholdt,
        "forgaeves_udlaeg": misligholdt and random.random() < 0.4,
        "erhverv": random.random() < 0.4,
    }
