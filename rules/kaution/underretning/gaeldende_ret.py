"""What the statute says: three months an instalment for private guarantees, six in business (FIL §§ 47, 48 and 53 a)."""

from datetime import date, timedelta
from decimal import Decimal

from rules import finance
from rules.calendar import add_months
from rules.citations import FIL, GBL, KAL
from rules.danish import half_up
from rules.facts import Kroner
from rules.kaution.omfang import Langiver
from rules.kaution.underretning.facts import Facts, Outcome, besked, topic
from rules.kaution.underretning.pensum import er_privat
from rules.topic import GAELDENDE_RET

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.KRAV_I_BEHOLD,
    jus=FIL("§ 48, stk. 6"),
    texts={
        Outcome.KRAV_BEGRAENSET: "Kautionen består, men banken kan ikke kræve [tabt_beloeb: {tabt_beloeb} | de forsinkede ydelser] af kautionisten."
    },
)

lov.step(FIL("§ 48, stk. 1"), FIL("§ 47"), no="laan_fra_pengeinstitut")(er_privat)


def maaneder(facts: Facts) -> int:
    """The months of the deadline: 3 for a private guarantee (stk. 6), 6 for a business one (§ 47)."""
    return 3 if er_privat(facts) else 6


def omfattet(facts: Facts) -> bool:
    """Whether the rule covers the lender: § 47 only banks, § 48 with § 53 a also mortgage institutions."""
    if facts.langiver is Langiver.REALKREDIT:
        return bool(er_privat(facts))
    return facts.langiver is Langiver.PENGEINSTITUT


@lov.step(FIL("§ 48, stk. 1"), FIL("§ 53 a"), no=Outcome.KRAV_I_BEHOLD)
def omfattet_langiver(facts: Facts) -> bool:
    """Er lånet ydet af et pengeinstitut eller et realkreditinstitut?

    Lånet er ydet af {langiver}. Reglerne om private kautioner gælder lån fra pengeinstitutter og, gennem § 53 a, fra realkreditinstitutter.
    """
    return omfattet(facts)


@lov.step(FIL("§ 48, stk. 6"), no=Outcome.KRAV_I_BEHOLD)
def pligt_udloest(facts: Facts) -> bool:
    """Er låntageren udeblevet med en ydelse, eller har banken givet henstand uden kautionistens samtykke?

    [henstand_uden_samtykke: Henstand uden kautionistens samtykke udløser samme pligt som en manglende betaling. |
    Der mangler {misligholdt_beloeb}, og pligten følger af udeblivelsen.]
    """
    return facts.misligholdt_beloeb > 0 or facts.henstand_uden_samtykke


@lov.figure("Sidste frist", FIL("§ 48, stk. 6"), key="sidste_frist")
def lovens_frist(facts: Facts) -> date | None:
    """Hvilken dag skal banken senest give besked om den første ubetalte ydelse?

    [privat_kautionist: Fristen er tre måneder fra ydelsens forfaldsdag | I erhvervsforhold er fristen seks måneder fra ydelsens forfaldsdag],
    altså den {sidste_frist}.
    """
    return add_months(facts.misligholdt, maaneder(facts)) if omfattet(facts) else None


def i_tide(facts: Facts) -> bool:
    """Whether notice came by the deadline of the first missed instalment."""
    frist: date | None = lovens_frist(facts)
    return frist is None or besked(facts) <= frist


@lov.step(FIL("§ 48, stk. 6"), yes=Outcome.KRAV_I_BEHOLD, no=Outcome.KRAV_BEGRAENSET, key="rettidig")
def rettidig_privat(facts: Facts) -> bool:
    """Fik kautionisten besked senest 3 måneder efter den første ubetalte ydelses forfaldsdag?

    Ydelsen forfaldt den {misligholdt}, og fristen er den {sidste_frist}. [underrettet: Beskeden blev sendt den {underrettet}, og kravet kom den {kraevet}. |
    Den første besked er kravet den {kraevet}.]
    """
    return i_tide(facts)


@lov.step(FIL("§ 47"), no=Outcome.KRAV_I_BEHOLD)
def laan_fra_pengeinstitut(facts: Facts) -> bool:
    """Er lånet ydet af et pengeinstitut?

    Underretningspligten i erhvervsforhold gælder kun lån fra pengeinstitutter. Her er långiveren {langiver}.
    """
    return omfattet(facts)


@lov.step(FIL("§ 47"), yes=Outcome.KRAV_I_BEHOLD)
def rettidig_erhverv(facts: Facts) -> bool:
    """Fik kautionisten skriftlig besked senest 6 måneder efter ydelsens forfaldsdag?

    Ydelsen forfaldt den {misligholdt}, og fristen er den {sidste_frist}.
    """
    return i_tide(facts)


@lov.step(FIL("§ 47"), yes=Outcome.KRAV_BEGRAENSET, no=Outcome.KRAV_I_BEHOLD)
def regres_forringet(facts: Facts) -> bool:
    """Er kautionistens regres mod låntageren blevet forringet af forsinkelsen?

    [regres_tab: Regressen er forringet med {regres_tab}, og kun det tab falder på banken. | Regressen er ikke forringet, og så taber banken intet.]
    """
    return facts.regres_tab > 0


def forsinkede_ydelser(facts: Facts) -> int:
    """How many instalments were due so early that their own three months had run out at the notice."""
    dag, antal = besked(facts), 0
    while antal < (facts.loebetid_mdr or 0) and add_months(add_months(facts.misligholdt, antal), 3) < dag:
        antal += 1
    return antal


def laanet_kendes(facts: Facts) -> bool:
    """Whether the loan's debt, rate and term are known, so that instalments can be computed."""
    return facts.hovedstol is not None and facts.rente_pa is not None and facts.loebetid_mdr is not None


@lov.figure("Tabt beløb", FIL("§ 48, stk. 7"), key="tabt_beloeb")
def lovens_tab(facts: Facts) -> Kroner | None:
    """Hvor meget kan banken ikke kræve af kautionisten?

    [privat_kautionist: De ydelser, der forfaldt mere end tre måneder før beskeden, regnes som betalt; dertil kommer kautionistens regrestab. |
    I erhvervsforhold taber banken kun det, som regressen er forringet med.] [tabt_beloeb: Beløbet er {tabt_beloeb}. | ] Ikke efterprøvet: om en ydelse,
    der forfaldt på selve skæringsdagen, også regnes som betalt.
    """
    if not omfattet(facts) or not pligt_udloest(facts) or i_tide(facts):
        return Decimal(0)
    if not er_privat(facts):
        return facts.regres_tab
    if not laanet_kendes(facts):
        return None
    ydelse = half_up(finance.instalment(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr))  # type: ignore[arg-type]
    return forsinkede_ydelser(facts) * ydelse + facts.regres_tab


@lov.figure("Kautionisten hæfter for", FIL("§ 48, stk. 7"))
def haefter_for(facts: Facts) -> Kroner | None:
    """Hvor stor en gæld hæfter kautionisten for efter beskeden?

    Gælden regnes, som om de ydelser, hvis frist var sprunget, var betalt til tiden: {haefter_for}.
    """
    if not laanet_kendes(facts) or not er_privat(facts) or not omfattet(facts):
        return None
    betalt = 0 if not pligt_udloest(facts) or i_tide(facts) else forsinkede_ydelser(facts)
    tab = facts.regres_tab if betalt else Decimal(0)
    rest = finance.remaining(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr, betalt)  # type: ignore[arg-type]
    return max(rest - tab, Decimal(0))


@lov.mistake(lovens_frist)
def bruger_seks_maaneder(facts: Facts) -> date:
    """Du har regnet seks måneder. Ved en privat kaution er fristen tre måneder fra hver ydelses forfaldsdag; seks måneder hører til § 47."""
    return add_months(facts.misligholdt, 6)


@lov.mistake(lovens_frist)
def regner_90_dage(facts: Facts) -> date | None:
    """Du har regnet 90 dage. Tre måneder følger kalenderen: fra {misligholdt} til {sidste_frist}."""
    return facts.misligholdt + timedelta(days=90) if facts.privat_kautionist else None


@lov.mistake(lovens_tab)
def taber_hele_restancen(facts: Facts) -> Kroner:
    """Du har ladet hele restancen falde. Kun ydelser, hvis egen frist på tre måneder var løbet ud, regnes som betalt: {tabt_beloeb}."""
    return facts.misligholdt_beloeb


lov.wrong_provision(
    "forveksler_med_denunciation",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse ved overdragelse af en fordring. Besked til en kautionist følger FIL §§ 47 og 48.",
)
lov.wrong_provision(
    "soeger_i_kreditaftaleloven",
    KAL("§ 37"),
    "Du har valgt kreditaftaleloven. Kautionistens beskyttelse står i lov om finansiel virksomhed.",
)


topic.departs(omfattet_langiver="F06", laan_fra_pengeinstitut="F06 F08", rettidig="F01 F02 F16")
