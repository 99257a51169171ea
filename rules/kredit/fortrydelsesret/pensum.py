"""The book: always 14 days, from the later of agreement and terms; 30 days to pay back with interest."""

from datetime import date
from decimal import Decimal

from rules.calendar import add_days, add_months
from rules.citations import AFTL, FIL, KAL
from rules.facts import Kroner
from rules.kredit.fortrydelsesret.facts import TEKSTER, Facts, Outcome, topic
from rules.reading import Reading
from rules.topic import PENSUM

FORTRYDELSESDAGE = 14
BETALINGSDAGE = 30
AARETS_DAGE = 365

pensum = topic.reading(PENSUM, otherwise=Outcome.FOR_SENT, jus=KAL("§ 19"), texts=TEKSTER)


@pensum.step(KAL("§ 19"), no=Outcome.FRIST_IKKE_BEGYNDT)
def frist_begyndt(facts: Facts) -> bool:
    """Har kunden modtaget vilkårene, så fristen er begyndt?

    [vilkaar_modtaget: Vilkårene kom den {vilkaar_modtaget}. | Vilkårene er aldrig kommet, og så længe løber fristen ikke.]
    """
    return facts.vilkaar_modtaget is not None


def start(facts: Facts) -> date:
    """The later of agreement and terms."""
    return max(facts.indgaaet, facts.vilkaar_modtaget or facts.indgaaet)


@pensum.figure("Fristens sidste dag", KAL("§ 19"))
def sidste_dag(facts: Facts) -> date | None:
    """Hvilken dag kan kunden senest fortryde?

    Aftalen er fra den {indgaaet}. [vilkaar_modtaget: Vilkårene kom den {vilkaar_modtaget}. 14 dage efter den seneste af de
    to dage er den {sidste_dag}; den dag, der regnes fra, tæller ikke med. | Uden vilkår er fristen ikke begyndt.]
    """
    return add_days(start(facts), FORTRYDELSESDAGE) if frist_begyndt(facts) else None


@pensum.step(KAL("§ 19"), yes=Outcome.RETTIDIG, no=Outcome.FOR_SENT)
def rettidig(facts: Facts) -> bool:
    """Har kunden fortrudt senest på fristens sidste dag?

    Sidste dag er den {sidste_dag}. [fortrudt: Kunden fortrød den {fortrudt}. | Kunden har ikke fortrudt.]
    """
    frist: date | None = sidste_dag(facts)
    return facts.fortrudt is not None and frist is not None and facts.fortrudt <= frist


def fortrydelsen_gaelder(facts: Facts) -> bool:
    """Whether the loan falls, because it was withdrawn in time or before the period began."""
    return facts.fortrudt is not None and (not frist_begyndt(facts) or rettidig(facts))


@pensum.figure("Tilbagebetaling senest", KAL("§ 19"))
def tilbagebetal_senest(facts: Facts) -> date | None:
    """Hvilken dag skal kunden senest betale lånet tilbage?

    [tilbagebetal_senest: 30 dage efter fortrydelsen den {fortrudt} er den {tilbagebetal_senest}. | Lånet er ikke fortrudt i
    tide, og der er ingen frist for tilbagebetaling efter § 19.]
    """
    return add_days(facts.fortrudt, BETALINGSDAGE) if facts.fortrudt and fortrydelsen_gaelder(facts) else None


def renter(facts: Facts) -> Decimal | None:
    """The interest from drawdown to repayment by actual days; none on money never drawn, unknown until it is paid back."""
    if facts.udbetalt is None:
        return Decimal(0)
    if facts.tilbagebetalt is None:
        return None
    return rente_for(facts, (facts.tilbagebetalt - facts.udbetalt).days)


def rente_for(facts: Facts, dage: int, aaret: int = AARETS_DAGE) -> Decimal:
    """The loan's interest for so many days."""
    return facts.laanebeloeb * facts.rente_pa / 100 * dage / aaret


@pensum.figure("Påløbne renter", KAL("§ 19"))
def paaloebne_renter(facts: Facts) -> Kroner | None:
    """Hvor meget skal kunden betale i påløbne renter, regnet på faktiske dage i et år på 365 dage?

    [tilbagebetal_senest: Renten er {rente_pa} om året af {laanebeloeb}. [udbetalt: Den løber fra udbetalingen den {udbetalt}, til
    lånet er betalt tilbage[tilbagebetalt: , den {tilbagebetalt}]. [paaloebne_renter: Det bliver {paaloebne_renter}. | ] | Der er ikke udbetalt noget, og
    derfor er der ingen renter.] | Lånet er ikke fortrudt i tide.]
    """
    return renter(facts) if fortrydelsen_gaelder(facts) else None


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(frist_begyndt)
def aftalen_er_nok(facts: Facts) -> bool:
    """Du har ladet fristen løbe, selv om vilkårene aldrig er kommet. Den begynder først, når kunden har dem."""
    return True


@pensum.mistake(sidste_dag)
def regner_fra_aftalen(facts: Facts) -> date:
    """Du har regnet fra aftalen. Vilkårene kom senere, og fristen løber fra den seneste af de to dage, altså til den {sidste_dag}."""
    return add_days(facts.indgaaet, FORTRYDELSESDAGE)


@pensum.mistake(sidste_dag)
def taeller_foerste_dag_med(facts: Facts) -> date:
    """Du har talt den første dag med. Dagen, der regnes fra, er dag nul, og sidste dag er den {sidste_dag}."""
    return add_days(start(facts), FORTRYDELSESDAGE - 1)


@pensum.mistake(sidste_dag)
def regner_fra_vilkaarene_alene(facts: Facts) -> date | None:
    """Du har regnet fra vilkårene, selv om aftalen først kom i stand bagefter. Det er den seneste dag, der tæller: {sidste_dag}."""
    return add_days(facts.vilkaar_modtaget, FORTRYDELSESDAGE) if facts.vilkaar_modtaget else None


@pensum.mistake(sidste_dag)
def bruger_betalingsfristen(facts: Facts) -> date:
    """Du har regnet 30 dage. Det er fristen for at betale tilbage; fortryde kan kunden i 14 dage, til den {sidste_dag}."""
    return add_days(start(facts), BETALINGSDAGE)


@pensum.mistake(rettidig)
def sidste_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har ladet fortrydelse på selve sidstedagen være for sent. Den {sidste_dag} er stadig i tide."""
    frist: date | None = sidste_dag(facts)
    return None if facts.fortrudt is None or frist is None else facts.fortrudt < frist


@pensum.mistake(rettidig)
def dagen_efter_er_i_tide(facts: Facts) -> bool | None:
    """Du har godtaget en fortrydelse efter fristen. Sidste dag var den {sidste_dag}."""
    return None if facts.fortrudt is None else True


@pensum.mistake(tilbagebetal_senest)
def betaling_regnet_fra_aftalen(facts: Facts) -> date:
    """Du har regnet de 30 dage fra aftalen. De løber fra fortrydelsen den {fortrudt}, altså til den {tilbagebetal_senest}."""
    return add_days(facts.indgaaet, BETALINGSDAGE)


@pensum.mistake(tilbagebetal_senest)
def betaling_regnet_fra_fristen(facts: Facts) -> date | None:
    """Du har regnet de 30 dage fra fristens sidste dag. De løber fra fortrydelsen den {fortrudt}, altså til den {tilbagebetal_senest}."""
    frist: date | None = sidste_dag(facts)
    return None if frist is None else add_days(frist, BETALINGSDAGE)


@pensum.mistake(tilbagebetal_senest)
def regner_en_maaned(facts: Facts) -> date | None:
    """Du har regnet en måned. Fristen er 30 dage fra {fortrudt}, altså til den {tilbagebetal_senest}."""
    return add_months(facts.fortrudt, 1) if facts.fortrudt else None


@pensum.mistake(paaloebne_renter)
def regner_aaret_til_360_dage(facts: Facts) -> Kroner | None:
    """Du har regnet med et år på 360 dage. Her regnes de faktiske dage i et år på 365: {paaloebne_renter}."""
    if not facts.udbetalt or not facts.tilbagebetalt:
        return None
    return rente_for(facts, (facts.tilbagebetalt - facts.udbetalt).days, 360)


@pensum.mistake(paaloebne_renter)
def renter_fra_aftalen(facts: Facts) -> Kroner | None:
    """Du har regnet renter fra aftalen. De løber først, når pengene er udbetalt, her fra {udbetalt}."""
    return rente_for(facts, (facts.tilbagebetalt - facts.indgaaet).days) if facts.tilbagebetalt else None


@pensum.mistake(paaloebne_renter)
def renter_kun_til_fortrydelsen(facts: Facts) -> Kroner | None:
    """Du har standset renterne ved fortrydelsen. De løber, til pengene er betalt tilbage, og bliver {paaloebne_renter}."""
    if not facts.udbetalt or not facts.fortrudt or facts.fortrudt < facts.udbetalt:
        return None
    return rente_for(facts, (facts.fortrudt - facts.udbetalt).days)


@pensum.mistake(paaloebne_renter)
def et_helt_aars_rente(facts: Facts) -> Kroner:
    """Du har taget et helt års rente. Den løber kun, mens kunden har pengene: {paaloebne_renter}."""
    return rente_for(facts, AARETS_DAGE)


@pensum.mistake("outcome")
def laanet_er_bindende_uden_vilkaar(facts: Facts) -> Outcome | None:
    """Du har gjort lånet bindende. Når vilkårene ikke er kommet, er fristen ikke begyndt, og kunden kan stadig fortryde."""
    return Outcome.FOR_SENT if not frist_begyndt(facts) else None


def forkerte_bestemmelser(reading: Reading) -> None:
    """The provisions that both readings see cited in place of the right one."""
    for key, citation, remark in (
        (
            "bruger_reglen_om_indfrielse",
            KAL("§ 26"),
            "Du har valgt reglen om førtidig indfrielse. At fortryde et nyt lån følger KAL § 19.",
        ),
        (
            "bruger_oplysningspligten",
            KAL("§ 7 a"),
            "Du har valgt oplysningspligten før aftalen. Fristen for at fortryde står i KAL § 19.",
        ),
        (
            "bruger_aftalelovens_generalklausul",
            AFTL("§ 36"),
            "Du har valgt reglen om urimelige aftaler. Kunden kan fortryde uden grund efter KAL § 19.",
        ),
        (
            "bruger_kautionsreglen",
            FIL("§ 48"),
            "Du har valgt reglen om private kautionister. Her fortryder låntageren selv, og det følger KAL § 19.",
        ),
    ):
        reading.wrong_provision(key, citation, remark)


forkerte_bestemmelser(pensum)
