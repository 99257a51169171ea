"""The Limitation Act: three years from the due date (§§ 2, 3), ten in the cases of §§ 5 and 6; interruption, § 27."""

from datetime import date, timedelta
from decimal import Decimal

from rules.calendar import add_years, next_working_day
from rules.citations import FL, KAL
from rules.facts import Choice, Kroner
from rules.kredit.foraeldelse.facts import RETSLIGE_SKRIDT, Afbrydelse, Facts, Outcome, topic
from rules.kredit.foraeldelse.pensum import (
    forbeholdet_overlever,
    har_forbehold,
    noget_afbrydende,
    rykker_afbryder,
)
from rules.topic import GAELDENDE_RET

# The second blank after the colon is part of the text.
SLUT = "[foraeldet_beloeb:  Af fordringen på {fordring} er {foraeldet_beloeb} dog forældet.]"

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.FORAELDET,
    jus=(FL("§ 3, stk. 1"), FL("§ 5, stk. 1"), FL("§ 6, stk. 1"), FL("§ 25, stk. 4")),
    texts={
        Outcome.IKKE_FORAELDET: "Kravet er ikke forældet. [foraeldes_den: Fristen løber til og med den {foraeldes_den}. | Forældelsen er "
        f"afbrudt, og ingen ny frist løber, før sagen er afgjort.]{SLUT}",
        Outcome.FORAELDET: "Kravet er forældet og kan ikke længere kræves betalt. Fristen løb ud den {foraeldes_den}.",
        Outcome.FORAELDET_FORBEHOLD_BORTFALDET: "Kravet er forældet, for fristen løb ud den {foraeldes_den}. "
        "Sælgerens ejendomsforbehold er bortfaldet med det.",
    },
)


class Grundlag(Choice):
    """What the claim rests on; it decides the length of the period."""

    PENGELAAN = "pengelaan", "et pengelån (ti år)"
    DOKUMENT = "dokument", "gældsbrev, skriftlig anerkendelse med beløb eller dom (ti år)"
    ANDET = "andet", "noget andet (tre år)"


@lov.step(FL("§ 3, stk. 1"), FL("§ 5, stk. 1"), FL("§ 6, stk. 1"))
def grundlag(facts: Facts) -> Grundlag:
    """Hvad støttes kravet på, og hvor lang er fristen derfor?

    [pengelaan: Pengelån forældes på ti år, hvem långiveren end er. | [gaeldsbrev_eller_erkendelse: Gældsbrev, skriftlig
    anerkendelse med beløb og dom giver ti år. | Kravet er hverken et pengelån eller støttet på et dokument, og så gælder
    hovedreglen på tre år.]]
    """
    if facts.pengelaan:
        return Grundlag.PENGELAAN
    return Grundlag.DOKUMENT if facts.gaeldsbrev_eller_erkendelse else Grundlag.ANDET


@lov.step(FL("§ 2, stk. 1"), FL("§ 6, stk. 2"))
def uden_forfaldsdag(facts: Facts) -> bool:
    """Er kravet en kredit uden aftalt forfaldsdag?

    [seneste_bevaegelse: Fristen løber fra den seneste bevægelse den {seneste_bevaegelse}, men senest fra den dag, gælden er
    sagt op til, {forfalden}. | Fristen løber fra den dag, kreditor tidligst kunne kræve betaling, {forfalden}.]
    """
    return facts.seneste_bevaegelse is not None


def begyndelse(facts: Facts) -> date:
    """The day from which the limitation first runs (§ 2, stk. 1; § 6, stk. 2)."""
    bevaegelse = facts.seneste_bevaegelse if uden_forfaldsdag(facts) else None
    return min(bevaegelse or facts.forfalden, facts.forfalden)


def aar(facts: Facts) -> int:
    """The years of the first period."""
    return 3 if grundlag(facts) is Grundlag.ANDET else 10


@lov.figure("Frist uden afbrydelse", FL("§ 27"))
def frist_uden_afbrydelse(facts: Facts) -> date | None:
    """Hvilken dag ville fristen ende, hvis intet afbrød den?

    [frist_uden_afbrydelse: Fristen ville ende den {frist_uden_afbrydelse}. Den rykker til næste hverdag, hvis dens sidste dag er
    en fridag. | Der er intet skridt at holde op mod fristen.]
    """
    return next_working_day(add_years(begyndelse(facts), aar(facts))) if facts.afbrudt else None


@lov.step(FL("§ 15"), FL("§ 16, stk. 1"), FL("§ 18"), FL("§ 19, stk. 1"), key="afbrudt_i_tide")
def afbrudt_foer_fristen(facts: Facts) -> bool:
    """Er forældelsen afbrudt, før kravet var forældet?

    [afbrudt: Den {afbrudt} skete dette: {afbrydelse}. Uden afbrydelse ville fristen ende den {frist_uden_afbrydelse}; samme dag er
    i tide. En erkendelse og et retsligt skridt afbryder, en rykker gør ikke. | Intet har afbrudt forældelsen.]
    """
    frist: date | None = frist_uden_afbrydelse(facts)
    return (
        noget_afbrydende(facts) and facts.afbrudt is not None and frist is not None and facts.afbrudt <= frist
    )


def nye_aar(facts: Facts) -> int:
    """The years of the new period: ten when judgment or a written acknowledgement fixed the claim (§ 5, stk. 1, nr. 3)."""
    fastslaaet = facts.afbrydelse is Afbrydelse.RETSSKRIDT or facts.erkendelse_skriftlig_med_beloeb
    return 10 if fastslaaet else aar(facts)


def ny_begyndelse(facts: Facts) -> date:
    """The day from which the new period runs: the decision, else the acknowledgement; never before the first one began."""
    fra = facts.afgoerelse or facts.afbrudt
    return max(begyndelse(facts), fra or begyndelse(facts))


def sagen_verserer(facts: Facts) -> bool:
    """Whether a legal step was taken and not yet decided, so that no new period runs (§ 19, stk. 3 and 6)."""
    return facts.afbrydelse in RETSLIGE_SKRIDT and facts.afgoerelse is None


def sidste_dag(facts: Facts) -> date | None:
    """The last day before it is moved; None while a case is pending."""
    if not afbrudt_foer_fristen(facts):
        return add_years(begyndelse(facts), aar(facts))
    return None if sagen_verserer(facts) else add_years(ny_begyndelse(facts), nye_aar(facts))


@lov.figure("Forældes den", FL("§ 27"), key="foraeldes_den")
def lovens_frist(facts: Facts) -> date | None:
    """Hvilken dag er den sidste, før kravet er forældet?

    [foraeldes_den: Fristen ender den {foraeldes_den}. Ender en frist i en weekend, på en helligdag, grundlovsdag, den 24. eller
    den 31. december, rykker den til næste hverdag. | Der løber ingen frist, mens sagen verserer.]
    """
    dag = sidste_dag(facts)
    return None if dag is None else next_working_day(dag)


@lov.step(FL("§ 23, stk. 1"), no=Outcome.IKKE_FORAELDET, key="er_udloebet")
def fristen_er_udloebet(facts: Facts) -> bool:
    """Er fristen løbet ud?

    [foraeldes_den: Fristen ender den {foraeldes_den}, og i dag er det den {i_dag}. På selve dagen er kravet endnu ikke forældet. |
    Der løber ingen frist, mens sagen verserer.]
    """
    frist: date | None = lovens_frist(facts)
    return frist is not None and facts.i_dag > frist


lov.step(FL("§ 25, stk. 4"), yes=Outcome.FORAELDET_FORBEHOLD_BORTFALDET)(har_forbehold)


def resten_er_foraeldet(facts: Facts) -> bool:
    """Whether the part that the interruption did not cover is barred."""
    frist: date | None = frist_uden_afbrydelse(facts)
    return facts.afbrudt_beloeb is not None and frist is not None and facts.i_dag > frist


@lov.figure("Forældet del", FL("§ 23, stk. 1"))
def foraeldet_beloeb(facts: Facts) -> Kroner | None:
    """Hvor meget af fordringen er forældet?

    [foraeldet_beloeb: Forældet er {foraeldet_beloeb} af {fordring}. | [fordring: Ingen del af fordringen er
    forældet. | Fordringens størrelse er ikke oplyst.]]
    """
    if facts.fordring is None:
        return None
    if fristen_er_udloebet(facts):
        return facts.fordring
    if resten_er_foraeldet(facts):
        return facts.fordring - (facts.afbrudt_beloeb or Decimal(0))
    return Decimal(0)


# --- Typiske fejl -------------------------------------------------------------------------------------------

lov.mistake("afbrudt_i_tide")(rykker_afbryder)
lov.mistake("outcome")(forbeholdet_overlever)


@lov.mistake(grundlag)
def kun_bankens_laan(facts: Facts) -> Grundlag | None:
    """Du har set bort fra, at kravet er et pengelån. Fristen på ti år gælder pengelån fra alle, ikke kun fra pengeinstitutter."""
    return Grundlag.ANDET if facts.pengelaan else None


@lov.mistake(grundlag)
def glemmer_dokumentet(facts: Facts) -> Grundlag | None:
    """Du har brugt hovedreglen på tre år. Når der er gældsbrev, skriftlig anerkendelse med beløb eller dom, er fristen ti år."""
    return None if facts.pengelaan else Grundlag.ANDET


@lov.mistake(afbrudt_foer_fristen)
def afbrydelse_efter_fristen(facts: Facts) -> bool | None:
    """Du har talt en afbrydelse med, der kom for sent. Et krav, der allerede er forældet, kan ikke afbrydes."""
    return True if noget_afbrydende(facts) and not sagen_verserer(facts) else None


@lov.mistake(fristen_er_udloebet)
def sidste_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har ladet kravet være forældet på fristens sidste dag. Det er det først dagen efter {foraeldes_den}."""
    frist: date | None = lovens_frist(facts)
    return None if frist is None else facts.i_dag >= frist


@lov.mistake(frist_uden_afbrydelse)
def fristen_i_en_weekend(facts: Facts) -> date | None:
    """Du har ladet fristen ende på en fridag. Den rykker til næste hverdag, {frist_uden_afbrydelse}, og en afbrydelse den dag er i tide."""
    return add_years(begyndelse(facts), aar(facts)) if facts.afbrudt else None


@lov.mistake(lovens_frist)
def kun_weekender_flytter(facts: Facts) -> date | None:
    """Du har kun set på weekender. Helligdage, grundlovsdag, 24. og 31. december flytter også fristen: {foraeldes_den}."""
    dag = sidste_dag(facts)
    while dag is not None and dag.weekday() > 4:
        dag += timedelta(days=1)
    return dag


@lov.mistake(lovens_frist)
def ti_aar_fra_stiftelsen_som_bogen(facts: Facts) -> date:
    """Du har regnet ti år fra stiftelsen, som bogen gør. Loven regner fra forfaldsdagen, og hovedreglen er tre år: {foraeldes_den}."""
    return add_years(facts.stiftet, 10)


@lov.mistake(lovens_frist)
def ti_aar_for_alle(facts: Facts) -> date | None:
    """Du har regnet ti år fra forfaldsdagen. Uden pengelån, gældsbrev eller anerkendelse er fristen tre år: {foraeldes_den}."""
    return None if aar(facts) == 10 else add_years(facts.forfalden, 10)


@lov.mistake(lovens_frist)
def tre_aar_for_alle(facts: Facts) -> date | None:
    """Du har regnet tre år. Pengelån og krav med gældsbrev eller skriftlig anerkendelse forældes på ti: {foraeldes_den}."""
    return add_years(begyndelse(facts), 3) if aar(facts) == 10 else None


@lov.mistake(lovens_frist)
def flytter_ikke_fristen(facts: Facts) -> date | None:
    """Du har ladet fristen ende på en fridag. Den rykker til næste hverdag: {foraeldes_den}."""
    return sidste_dag(facts)


@lov.mistake(lovens_frist)
def taeller_foerste_dag_med(facts: Facts) -> date | None:
    """Du har talt den første dag med. Fristen ender på den samme dag i måneden, som den løber fra: {foraeldes_den}."""
    dag = sidste_dag(facts)
    return None if dag is None else dag - timedelta(days=1)


@lov.mistake(lovens_frist)
def regner_fra_sagens_begyndelse(facts: Facts) -> date | None:
    """Du har regnet den nye frist fra den dag, sagen begyndte. Den løber fra afgørelsen den {afgoerelse}: {foraeldes_den}."""
    if not facts.afgoerelse or not facts.afbrudt:
        return None
    return next_working_day(add_years(max(begyndelse(facts), facts.afbrudt), nye_aar(facts)))


@lov.mistake(lovens_frist)
def samme_frist_efter_dom(facts: Facts) -> date | None:
    """Du har ladet den nye frist være lige så lang som den gamle. Er kravet fastslået ved dom eller skriftligt med beløb, er den ti år: {foraeldes_den}."""
    return next_working_day(add_years(ny_begyndelse(facts), aar(facts))) if facts.afbrudt else None


@lov.mistake(foraeldet_beloeb)
def hele_kravet_reddet(facts: Facts) -> Kroner | None:
    """Du har ladet afbrydelsen redde hele fordringen. Den dækker kun {afbrudt_beloeb}, og resten er forældet: {foraeldet_beloeb}."""
    return Decimal(0) if facts.afbrudt_beloeb is not None else None


lov.wrong_provision(
    "bruger_reglen_om_indlaan",
    FL("§ 7"),
    "Du har valgt reglen om penge, der står i banken. Den giver kunden tyve år; her er det kreditors krav, der kan forældes.",
)
lov.wrong_provision(
    "bruger_erstatningsreglen",
    FL("§ 9"),
    "Du har valgt reglen om krav mod en værge. Lån og købesummer følger FL §§ 3, 5 og 6.",
)
lov.wrong_provision(
    "bruger_reglen_om_forbeholdets_gyldighed",
    KAL("§ 34"),
    "Du har valgt reglen om, hvornår et ejendomsforbehold er gyldigt. Her er spørgsmålet, om kravet er blevet for gammelt.",
)


topic.departs(ti_aar_fra_stiftelsen="L01 L03")
