"""What the statute says: the reference rate and 8 % without any agreement (RTL §§ 3, 5 and 7)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from rules.calendar import add_days
from rules.citations import GBL, KAL, RTL
from rules.facts import Kroner
from rules.kredit.morarente.facts import (
    STATUTE,
    Dagtaelling,
    Facts,
    Kreditgiver,
    Outcome,
    aarets_dage,
    dage_mellem,
    topic,
)
from rules.kredit.morarente.pensum import aftalt_sats, rente
from rules.values import Number

TILLAEG = Decimal(8)
DAGE_EFTER_ANMODNING = 30

lov = topic.reading(
    STATUTE,
    otherwise=Outcome.KAN_KRAEVES,
    jus=RTL("§ 5"),
    texts={
        Outcome.KAN_KRAEVES: "Kreditgiveren kan kræve [morarente: {morarente} i morarente. | morarente efter Nationalbankens satser.]",
        Outcome.KAN_IKKE_KRAEVES: "Kreditgiveren kan ikke kræve morarente, for der er betalt, før renten begyndte at løbe.",
    },
)


@lov.figure("Rente fra", RTL("§ 3"))
def rente_fra(facts: Facts) -> date:
    """Hvilken dag begynder renten at løbe?

    [anmodet: Ingen forfaldsdag var aftalt på forhånd. Renten løber, når der er gået 30 dage fra anmodningen den {anmodet}, dog ikke før
    forfaldsdagen: {rente_fra}. | Forfaldsdagen var aftalt på forhånd, og renten løber fra den: {rente_fra}.]
    """
    if facts.anmodet is None:
        return facts.forfaldsdag
    return max(facts.forfaldsdag, add_days(facts.anmodet, DAGE_EFTER_ANMODNING))


@lov.step(RTL("§ 3, stk. 1"), RTL("§ 3, stk. 2"), no=Outcome.KAN_IKKE_KRAEVES, key="er_for_sent")
def efter_rentens_begyndelse(facts: Facts) -> bool:
    """Er der betalt efter den dag, som renten løber fra?

    Renten løber fra {rente_fra}, og der blev betalt den {betalt_dag}. Betaling på selve dagen koster ingen rente.
    """
    return bool(facts.betalt_dag > rente_fra(facts))


@lov.step(RTL("§ 1, stk. 3"), RTL("§ 5, stk. 1"), no=Outcome.KAN_KRAEVES, key="er_aftalt")
def lovens_aftale(facts: Facts) -> bool:
    """Er der aftalt en forhalingsrente?

    [aftalt_forhalingsrente: Den er aftalt til {rente_pa} om året. | Uden aftale gælder lovens rente: Nationalbankens udlånsrente
    med et tillæg på 8 %-point.]
    """
    return facts.aftalt_forhalingsrente


@lov.step(RTL("§ 7, stk. 1"), no=Outcome.KAN_KRAEVES)
def er_forbruger(facts: Facts) -> bool:
    """Er skyldneren forbruger?

    [forbruger: Mod en forbruger kan en erhvervsdrivende som hovedregel ikke aftale mere end lovens rente. | Uden for forbrugerforhold
    gælder den aftalte rente.]
    """
    return facts.forbruger


@lov.step(RTL("§ 7, stk. 4"))
def er_kreditinstitut(facts: Facts) -> bool:
    """Er kreditgiveren et pengeinstitut eller et realkreditinstitut?

    Kreditgiveren er {kreditgiver_type}. Kun institutterne må aftale en højere forhalingsrente med en forbruger.
    """
    return facts.kreditgiver_type is not Kreditgiver.ANDEN


@lov.figure("Rentedage", RTL("§ 3"), key="dage")
def lovens_dage(facts: Facts) -> Number:
    """Hvor mange dage skal der betales rente for?

    [er_for_sent: Fra {rente_fra} til {betalt_dag} er antallet af dage {dage}, når de tælles som {dagtaelling}. Den første dag tæller
    med, men ikke betalingsdagen. | Der blev betalt den {betalt_dag}, og renten løber først fra {rente_fra}.]
    """
    forsinket = efter_rentens_begyndelse(facts)
    return Decimal(dage_mellem(facts, rente_fra(facts), facts.betalt_dag) if forsinket else 0)


def halvaar(dag: date) -> int:
    """The number of the half-year in which the day lies."""
    return 2 * dag.year + (dag.month > 6)


def perioder(facts: Facts) -> Iterator[tuple[Decimal, int]]:
    """The reference rate and the days of each half-year in which interest runs."""
    satser, fra = facts.referencesatser or (Decimal(0),), rente_fra(facts)
    while fra < facts.betalt_dag:
        naeste = date(fra.year, 7, 1) if fra.month <= 6 else date(fra.year + 1, 1, 1)
        nummer = max(halvaar(fra) - halvaar(facts.forfaldsdag), 0)
        til = min(naeste, facts.betalt_dag)
        yield satser[min(nummer, len(satser) - 1)], dage_mellem(facts, fra, til)
        fra = til


def frit_aftalt(facts: Facts) -> bool:
    """Whether the agreed rate applies as it is."""
    return bool(lovens_aftale(facts) and (not er_forbruger(facts) or er_kreditinstitut(facts)))


def gaeldende_sats(facts: Facts, reference: Decimal) -> Decimal:
    """The rate in a half-year: the statute's, or a lower one that was agreed."""
    lovens = reference + TILLAEG
    return min(lovens, aftalt_sats(facts)) if lovens_aftale(facts) else lovens


@lov.figure("Morarente", RTL("§ 5, stk. 1"), key="morarente")
def lovens_morarente(facts: Facts) -> Kroner | None:
    """Hvor meget kan kreditgiveren kræve i morarente?

    [aftalt_forhalingsrente: Der er aftalt {rente_pa} om året. | Der er ikke aftalt nogen rente.] [referencesatser: Lovens rente er
    8 %-point over Nationalbankens udlånsrente, som i halvårene er {referencesatser}. | Nationalbankens udlånsrente er ikke
    oplyst.] [morarente: Renten i de dage, der tæller ({dage}), er {morarente}. | Der er ikke noget beløb at regne ud.]
    """
    if not efter_rentens_begyndelse(facts):
        return Decimal(0)
    if frit_aftalt(facts):
        return rente(facts, aftalt_sats(facts), lovens_dage(facts))
    if facts.referencesatser is None:
        return None
    return _vaegtet(facts, [(gaeldende_sats(facts, sats), antal) for sats, antal in perioder(facts)])


def _vaegtet(facts: Facts, dele: list[tuple[Decimal, int]]) -> Decimal:
    """Interest at rates that each run for some of the days; the number of days is the figure's own."""
    antal = sum(dage for _, dage in dele)
    if antal == 0:
        return Decimal(0)
    return rente(facts, sum((sats * dage for sats, dage in dele), Decimal(0)), lovens_dage(facts)) / antal


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(rente_fra)
def altid_fra_forfaldsdagen(facts: Facts) -> date:
    """Du har regnet rente fra forfaldsdagen. Når den ikke er aftalt på forhånd, skal der gå 30 dage fra anmodningen."""
    return facts.forfaldsdag


@lov.mistake(rente_fra)
def straks_ved_anmodningen(facts: Facts) -> date | None:
    """Du har regnet rente fra anmodningen. Renten begynder først, når der er gået 30 dage: {rente_fra}."""
    return facts.anmodet


@lov.mistake(efter_rentens_begyndelse)
def samme_dag_er_for_sent(facts: Facts) -> bool:
    """Du har kaldt det for sent at betale den dag, som renten løber fra. Samme dag er i tide."""
    return bool(facts.betalt_dag >= rente_fra(facts))


@lov.mistake("outcome")
def bogens_krav_om_aftale(facts: Facts) -> Outcome | None:
    """Du har krævet en aftale, som bogen gør. Efter renteloven skal der betales rente, også når intet er aftalt."""
    return None if facts.aftalt_forhalingsrente else Outcome.KAN_IKKE_KRAEVES


@lov.mistake(er_kreditinstitut)
def alle_maa_aftale_mere(facts: Facts) -> bool:
    """Du har ladet en anden erhvervsdrivende aftale højere rente med en forbruger. Det må kun institutterne."""
    return True


@lov.mistake(er_forbruger)
def skyldneren_er_altid_beskyttet(facts: Facts) -> bool:
    """Du har beskyttet en skyldner, der ikke er forbruger. Her gælder den aftalte rente."""
    return True


@lov.mistake(lovens_dage)
def taeller_begge_dage_med(facts: Facts) -> Number:
    """Du har talt både den første dag og betalingsdagen med. Kun den ene af dem tæller, og antallet er {dage}."""
    return lovens_dage(facts) + 1


def _efter_loven(facts: Facts) -> bool:
    return not frit_aftalt(facts) and facts.referencesatser is not None


@lov.mistake(lovens_morarente)
def glemmer_tillaegget(facts: Facts) -> Kroner | None:
    """Du har brugt Nationalbankens udlånsrente alene. Lovens rente er 8 %-point højere: {morarente}."""
    return _vaegtet(facts, list(perioder(facts))) if _efter_loven(facts) else None


@lov.mistake(lovens_morarente)
def samme_sats_hele_tiden(facts: Facts) -> Kroner | None:
    """Du har brugt det første halvårs sats hele vejen. Satsen skifter 1. januar og 1. juli: {morarente}."""
    if not _efter_loven(facts):
        return None
    dele = list(perioder(facts))
    return (
        _vaegtet(facts, [(gaeldende_sats(facts, dele[0][0]), antal) for _, antal in dele]) if dele else None
    )


@lov.mistake(lovens_morarente)
def aftalen_slaar_loven(facts: Facts) -> Kroner | None:
    """Du har brugt den aftalte rente, selv om den er højere end lovens. Den må ikke være til skade for forbrugeren: {morarente}."""
    if not _efter_loven(facts) or not lovens_aftale(facts):
        return None
    return rente(facts, aftalt_sats(facts), lovens_dage(facts))


@lov.mistake(lovens_morarente)
def loven_slaar_aftalen(facts: Facts) -> Kroner | None:
    """Du har brugt lovens rente. Den aftalte rente gælder her: {morarente}."""
    if not lovens_aftale(facts) or facts.referencesatser is None:
        return None
    return _vaegtet(facts, [(sats + TILLAEG, antal) for sats, antal in perioder(facts)])


@lov.mistake(lovens_morarente)
def bruger_det_forkerte_aar(facts: Facts) -> Kroner | None:
    """Du har brugt et år med et andet antal dage. Her tælles der som {dagtaelling}: {morarente}."""
    rigtigt = lovens_morarente(facts)
    forkert = 360 if facts.dagtaelling is Dagtaelling.FAKTISK_365 else 365
    return rigtigt and rigtigt * aarets_dage(facts) / forkert


lov.wrong_provision(
    "bruger_bogens_paragraf",
    KAL("§ 24"),
    "Du har valgt KAL § 24, som bogen gør. Den rammer en sælger, der ikke har givet de oplysninger, som § 8 kræver; renten følger af RTL § 5.",
)
lov.wrong_provision(
    "bruger_reglen_om_gebyrer",
    RTL("§ 9 b"),
    "Du har valgt reglen om gebyr for rykkere og inkasso. Renten for forsinkelsen står i RTL § 5.",
)
lov.wrong_provision(
    "bruger_gaeldsbrevsloven_om_rente",
    GBL("§ 5"),
    "Du har valgt en regel om gældsbreve. Renten for forsinkelsen står i RTL § 5.",
)


# Without an agreed rate the book stops and the statute goes on: by the outcome alone where no day bears interest.
topic.departs(er_for_sent="K35", er_forbruger="K35", dage="K35", morarente="K35", udfaldet="K35")
