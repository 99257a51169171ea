"""The statute: loans without the right, what must be received, and the outer limit of lov 1322/2025."""

from datetime import date

from rules.calendar import add_days, add_months
from rules.citations import KAL, LOV_1322
from rules.facts import Kroner
from rules.kredit.fortrydelsesret.facts import TEKSTER, Facts, Outcome, topic
from rules.kredit.fortrydelsesret.pensum import (
    BETALINGSDAGE,
    FORTRYDELSESDAGE,
    bruger_betalingsfristen,
    dagen_efter_er_i_tide,
    et_helt_aars_rente,
    forkerte_bestemmelser,
    regner_aaret_til_360_dage,
    regner_en_maaned,
    regner_fra_aftalen,
    renter,
    renter_fra_aftalen,
    renter_kun_til_fortrydelsen,
    start,
    taeller_foerste_dag_med,
)
from rules.topic import GAELDENDE_RET

NY_LOV = date(2026, 11, 20)

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.FOR_SENT,
    jus=KAL("§ 19"),
    texts=TEKSTER
    | {
        Outcome.INGEN_FORTRYDELSESRET: "Der er ingen fortrydelsesret. [obligationsfinansieret_realkredit: Obligationslån med pant i "
        "fast ejendom er undtaget i KAL § 19, stk. 7. | Kassekreditter af den art er undtaget i KAL § 3, stk. 2.]"
    },
)


@lov.step(KAL("§ 19, stk. 7"), yes=Outcome.INGEN_FORTRYDELSESRET)
def er_obligationslaan(facts: Facts) -> bool:
    """Er lånet finansieret med obligationer og sikret ved pant i fast ejendom?

    [obligationsfinansieret_realkredit: Sådanne lån kan ikke fortrydes efter § 19. | Lånet er ikke et obligationslån med pant i
    fast ejendom.]
    """
    return facts.obligationsfinansieret_realkredit


@lov.step(KAL("§ 3, stk. 2"), yes=Outcome.INGEN_FORTRYDELSESRET)
def er_undtaget_kassekredit(facts: Facts) -> bool:
    """Er det en kassekredit, der skal betales på anfordring eller inden 3 måneder?

    [kassekredit_paa_anfordring: For sådanne kassekreditter gælder § 19 ikke. | Det er ikke en kassekredit af den art.]
    """
    return facts.kassekredit_paa_anfordring


@lov.step(KAL("§ 19, stk. 2"), KAL("§ 8, stk. 2, nr. 16"), yes="rettidig", key="frist_begyndt")
def alt_modtaget(facts: Facts) -> bool:
    """Har kunden modtaget både vilkårene og oplysningerne efter § 8, herunder om fortrydelsesretten?

    [vilkaar_modtaget: Vilkårene kom den {vilkaar_modtaget}. | Vilkårene er aldrig kommet.] [oplyst_om_fortrydelsesret: Aftalen
    oplyser om fortrydelsesretten. | Aftalen oplyser ikke om fortrydelsesretten.] Fristen begynder først, når alt er modtaget.
    """
    return facts.vilkaar_modtaget is not None and facts.oplyst_om_fortrydelsesret


@lov.step(LOV_1322("§ 19, stk. 4"), no=Outcome.FRIST_IKKE_BEGYNDT, verified=False)
def har_yderste_frist(facts: Facts) -> bool:
    """Er aftalen indgået den 20. november 2026 eller senere, og er kunden oplyst om fortrydelsesretten?

    Aftalen er fra den {indgaaet}. [har_yderste_frist: Efter de nye regler ender fristen 12 måneder og 14 dage efter aftalen, når
    kun vilkårene mangler. | Der er ingen yderste frist, når aftalen er ældre, eller kunden ikke er oplyst om
    fortrydelsesretten.]
    """
    return facts.indgaaet >= NY_LOV and facts.oplyst_om_fortrydelsesret


def yderste_dag(facts: Facts) -> date:
    """Twelve months and fourteen days after the agreement."""
    return add_days(add_months(facts.indgaaet, 12), FORTRYDELSESDAGE)


@lov.figure("Fristens sidste dag", KAL("§ 19, stk. 1"), key="sidste_dag")
def lovens_sidste_dag(facts: Facts) -> date | None:
    """Hvilken dag kan kunden senest fortryde?

    [sidste_dag: Aftalen er fra den {indgaaet}[vilkaar_modtaget: , og vilkårene kom den {vilkaar_modtaget}]. Sidste dag er den
    {sidste_dag}. | Der er ingen sidste dag: enten er fristen ikke begyndt, eller også kan lånet slet ikke fortrydes.]
    """
    if er_obligationslaan(facts) or er_undtaget_kassekredit(facts):
        return None
    fra_modtagelsen = add_days(start(facts), FORTRYDELSESDAGE)
    if not alt_modtaget(facts):
        return yderste_dag(facts) if har_yderste_frist(facts) else None
    for_sene_vilkaar = har_yderste_frist(facts) and start(facts) > yderste_dag(facts)
    return yderste_dag(facts) if for_sene_vilkaar else fra_modtagelsen


@lov.step(
    KAL("§ 19, stk. 1"),
    KAL("§ 19, stk. 3"),
    yes=Outcome.RETTIDIG,
    no=Outcome.FOR_SENT,
    key="rettidig",
)
def afsendt_i_tide(facts: Facts) -> bool:
    """Har kunden sendt besked om fortrydelsen senest på fristens sidste dag?

    Sidste dag er den {sidste_dag}. [fortrudt: Beskeden blev sendt den {fortrudt}; det er afsendelsen, der tæller. | Kunden har ikke
    fortrudt.]
    """
    frist: date | None = lovens_sidste_dag(facts)
    return facts.fortrudt is not None and frist is not None and facts.fortrudt <= frist


def loven_lader_fortryde(facts: Facts) -> bool:
    """Whether the withdrawal takes effect: the right exists, and the period has not ended or not begun."""
    if facts.fortrudt is None or er_obligationslaan(facts) or er_undtaget_kassekredit(facts):
        return False
    return afsendt_i_tide(facts) or not (alt_modtaget(facts) or har_yderste_frist(facts))


@lov.figure("Tilbagebetaling senest", KAL("§ 19, stk. 4"), key="tilbagebetal_senest")
def lovens_betalingsdag(facts: Facts) -> date | None:
    """Hvilken dag skal kunden senest betale lånet tilbage?

    [tilbagebetal_senest: 30 kalenderdage efter, at beskeden blev sendt den {fortrudt}, er den {tilbagebetal_senest}. | Lånet er ikke
    fortrudt med virkning, og der er ingen frist for tilbagebetaling efter § 19.]
    """
    return add_days(facts.fortrudt, BETALINGSDAGE) if facts.fortrudt and loven_lader_fortryde(facts) else None


@lov.figure("Påløbne renter", KAL("§ 19, stk. 4"), key="paaloebne_renter")
def lovens_renter(facts: Facts) -> Kroner | None:
    """Hvor meget skal kunden betale i påløbne renter, regnet på faktiske dage i et år på 365 dage?

    [tilbagebetal_senest: Den aftalte rente er {rente_pa} om året af {laanebeloeb}. [udbetalt: Den løber fra udbetalingen den
    {udbetalt}, til lånet er betalt tilbage[tilbagebetalt: , den {tilbagebetalt}]. [paaloebne_renter: Det bliver {paaloebne_renter}. | ] Ud over renterne
    kan banken kun kræve det, den har betalt til det offentlige og ikke kan få igen. | Der er ikke udbetalt noget, og derfor er
    der ingen renter.] | Lånet er ikke fortrudt med virkning.]
    """
    return renter(facts) if loven_lader_fortryde(facts) else None


# --- Typiske fejl -------------------------------------------------------------------------------------------

for _figure, _mistakes in (
    (lovens_sidste_dag, (regner_fra_aftalen, taeller_foerste_dag_med, bruger_betalingsfristen)),
    (lovens_betalingsdag, (regner_en_maaned,)),
    (
        lovens_renter,
        (regner_aaret_til_360_dage, renter_fra_aftalen, renter_kun_til_fortrydelsen, et_helt_aars_rente),
    ),
):
    for _mistake in _mistakes:
        lov.mistake(_figure)(_mistake)
lov.mistake(afsendt_i_tide)(dagen_efter_er_i_tide)


@lov.mistake(er_obligationslaan)
def realkredit_kan_ogsaa_fortrydes(facts: Facts) -> bool:
    """Du har givet fortrydelsesret ved et obligationslån. Bogen siger altid, men KAL § 19, stk. 7, undtager netop de lån."""
    return False


@lov.mistake(er_undtaget_kassekredit)
def kassekreditten_kan_ogsaa_fortrydes(facts: Facts) -> bool:
    """Du har givet fortrydelsesret ved kassekreditten. KAL § 3, stk. 2, undtager den, når den skal betales på anfordring eller inden 3 måneder."""
    return False


@lov.mistake(alt_modtaget)
def vilkaarene_alene_er_nok(facts: Facts) -> bool | None:
    """Du har ladet fristen løbe, selv om kunden ikke er oplyst om fortrydelsesretten. Den oplysning skal også være modtaget."""
    return True if facts.vilkaar_modtaget is not None else None


@lov.mistake(alt_modtaget)
def fristen_loeber_uden_vilkaar(facts: Facts) -> bool | None:
    """Du har ladet fristen løbe, selv om vilkårene aldrig er kommet. Den begynder først, når kunden har dem."""
    return True if facts.vilkaar_modtaget is None else None


@lov.mistake(har_yderste_frist)
def yderste_frist_ogsaa_uden_oplysning(facts: Facts) -> bool | None:
    """Du har ladet fristen ende, selv om kunden ikke er oplyst om fortrydelsesretten. Så gælder den yderste frist ikke."""
    return True if not facts.oplyst_om_fortrydelsesret else None


@lov.mistake(har_yderste_frist)
def de_nye_regler_gaelder_gamle_aftaler(facts: Facts) -> bool | None:
    """Du har brugt de nye regler på en aftale fra før den 20. november 2026. For den er der ingen yderste frist."""
    return facts.oplyst_om_fortrydelsesret if facts.indgaaet < NY_LOV else None


@lov.mistake(har_yderste_frist)
def ingen_yderste_frist(facts: Facts) -> bool:
    """Du har ladet fristen stå åben uden ende. For aftaler fra den 20. november 2026 ender den 12 måneder og 14 dage efter aftalen."""
    return False


@lov.mistake("outcome")
def laanet_er_bindende(facts: Facts) -> Outcome | None:
    """Du har gjort lånet bindende. Uden vilkår og oplysning om fortrydelsesretten er fristen ikke begyndt."""
    return Outcome.FOR_SENT if not alt_modtaget(facts) else None


forkerte_bestemmelser(lov)


topic.departs(er_obligationslaan="K05 K24", frist_begyndt="K30 K30a")
