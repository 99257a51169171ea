"""The statute: whether the agreement tells what the credit costs (§§ 8, 23), which form, and whether it was in time."""

from datetime import date
from decimal import Decimal

from rules.citations import AFTL, FIL, KAL
from rules.facts import Kroner, Percent
from rules.kredit.oplysningspligt.facts import Facts, Outcome, topic
from rules.kredit.oplysningspligt.pensum import (
    regner_fra_skemaet,
    regner_fra_underskriften,
    svarer_med_fristens_sidste_dag,
)
from rules.topic import GAELDENDE_RET

TILLAEG = 5
MORATILLAEG = 8
HUNDREDE = Decimal(100)

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.TILSIDESAT,
    jus=(KAL("§ 7 a"), KAL("§ 23")),
    texts={
        Outcome.OPFYLDT: "Banken har givet det rigtige skema i tide, og KAL § 23 sætter ikke renten ned.",
        Outcome.TILSIDESAT: "Banken har tilsidesat oplysningspligten, men låneaftalen står ved magt. Loven straffer kun grove eller "
        "gentagne brud med bøde (KAL § 56, stk. 2).",
        Outcome.FORKERT_SKEMA: "Når lånet har pant i fast ejendom, er det ESIS-skemaet, kunden skal have, og det har kunden ikke "
        "fået. Låneaftalen er ikke ugyldig af den grund.",
        Outcome.RENTELOFT: "Omkostningerne er ikke oplyst i aftalen. Kunden skal betale lånet tilbage, og renten af restgælden kan "
        "højst være [hoejeste_rente_pa: {hoejeste_rente_pa} | referencesatsen plus 5 procentpoint] om året.",
    },
)


@lov.step(KAL("§ 8, stk. 2, nr. 7"), KAL("§ 23, stk. 1"), yes="kraever_esis")
def omkostninger_i_aftalen(facts: Facts) -> bool:
    """Er ÅOP og det samlede beløb oplyst i selve aftalen?

    [omkostninger_oplyst_i_aftalen: Aftalen fortæller, hvad kreditten koster. | Aftalen fortæller ikke, hvad kreditten koster, og et
    skema ved siden af gør det ikke ud for den oplysning.]
    """
    return facts.omkostninger_oplyst_i_aftalen


@lov.step(KAL("§ 23, stk. 3"), no=Outcome.RENTELOFT)
def har_forsvarligt_grundlag(facts: Facts) -> bool:
    """Har banken godtgjort, at kunden alligevel havde et forsvarligt grundlag for at bedømme omkostningerne?

    [forsvarligt_grundlag_godtgjort: Banken har ført det bevis, og så gælder loftet i § 23 ikke. | Banken har ikke ført det bevis, og
    tvivlen er bankens.]
    """
    return facts.forsvarligt_grundlag_godtgjort


@lov.step(KAL("§ 7 a, stk. 11"), no="skema_i_tide")
def kraever_esis(facts: Facts) -> bool:
    """Skal banken bruge ESIS-skemaet i stedet for SEF-skemaet?

    [pant_i_fast_ejendom: Lånet er sikret ved pant i fast ejendom, og så er ESIS det rigtige skema. | Lånet er ikke sikret ved pant i
    fast ejendom, og så er SEF det rigtige skema.]
    """
    return facts.pant_i_fast_ejendom


@lov.step(KAL("§ 7 a, stk. 11"), no=Outcome.FORKERT_SKEMA)
def har_faaet_esis(facts: Facts) -> bool:
    """Har kunden fået ESIS-skemaet?

    [esis_udleveret: ESIS-skemaet blev udleveret den {esis_udleveret}. | ESIS-skemaet er aldrig udleveret, og SEF-skemaet kan ikke
    træde i stedet.]
    """
    return facts.esis_udleveret is not None


def det_rigtige_skema(facts: Facts) -> date | None:
    """The day on which the form that the loan asks for was given."""
    return facts.esis_udleveret if kraever_esis(facts) else facts.sef_udleveret


@lov.step(KAL("§ 7 a, stk. 1"), yes=Outcome.OPFYLDT, key="skema_i_tide")
def rigtigt_skema_i_tide(facts: Facts) -> bool:
    """Fik kunden det rigtige skema senest den dag, aftalen blev underskrevet?

    Aftalen blev underskrevet den {underskrevet}. [pant_i_fast_ejendom: ESIS-skemaet blev [esis_udleveret: udleveret den
    {esis_udleveret}. | aldrig udleveret.] | SEF-skemaet blev [sef_udleveret: udleveret den {sef_udleveret}. | aldrig udleveret.]]
    Samme dag er i tide.
    """
    skema = det_rigtige_skema(facts)
    return skema is not None and skema <= facts.underskrevet


@lov.figure("Fortrydelsesfristen regnes fra", KAL("§ 19, stk. 2"), key="fortrydelsesfrist_fra")
def lovens_frist_fra(facts: Facts) -> date | None:
    """Fra hvilken dag regnes fortrydelsesfristen, hvis kunden kan fortryde?

    [fortrydelsesfrist_fra: Aftalen er fra den {underskrevet}, og vilkårene kom den {vilkaar_modtaget}. Fristen regnes fra den seneste
    af de to dage. Skemaet er uden betydning. | Fristen er ikke begyndt, for kunden mangler endnu vilkårene eller de oplysninger,
    som § 8 kræver i aftalen.]
    """
    if facts.vilkaar_modtaget is None or not omkostninger_i_aftalen(facts):
        return None
    return max(facts.underskrevet, facts.vilkaar_modtaget)


def loft_gaelder(facts: Facts) -> bool:
    """Whether § 23 puts a ceiling on the interest."""
    return not omkostninger_i_aftalen(facts) and not har_forsvarligt_grundlag(facts)


@lov.figure("Højeste rente om året", KAL("§ 23, stk. 1"))
def hoejeste_rente_pa(facts: Facts) -> Percent | None:
    """Hvor høj en årlig rente af restgælden kan banken højst kræve efter § 23?

    [hoejeste_rente_pa: Referencesatsen på {referencesats} plus 5 procentpoint er {hoejeste_rente_pa}. | Der er intet tal at regne:
    enten gælder loftet ikke, eller også er referencesatsen ikke oplyst.]
    """
    if facts.referencesats is None or not loft_gaelder(facts):
        return None
    return facts.referencesats + TILLAEG


@lov.figure("Højeste rente det første år", KAL("§ 23, stk. 1"))
def hoejeste_rente_foerste_aar(facts: Facts) -> Kroner | None:
    """Hvor meget kan banken højst kræve i rente for det første år, hvis intet er betalt af på lånet?

    [hoejeste_rente_foerste_aar: {hoejeste_rente_pa} af {laan} er {hoejeste_rente_foerste_aar}. | Der er intet beløb at regne.]
    """
    sats: Decimal | None = hoejeste_rente_pa(facts)
    return None if sats is None or facts.laan is None else facts.laan * sats / HUNDREDE


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(kraever_esis)
def sef_til_alle_laan(facts: Facts) -> bool:
    """Du har brugt SEF-skemaet, som bogen gør ved boliglån. Med pant i fast ejendom skal kunden have ESIS-skemaet."""
    return False


@lov.mistake(har_faaet_esis)
def sef_i_stedet_for_esis(facts: Facts) -> bool | None:
    """Du har ladet SEF-skemaet gøre det ud for ESIS. Med pant i fast ejendom er kun ESIS-skemaet nok."""
    return True if facts.sef_udleveret is not None else None


@lov.mistake(omkostninger_i_aftalen)
def skemaet_er_nok(facts: Facts) -> bool | None:
    """Du har ladet skemaet være nok. ÅOP og det samlede beløb skal stå i selve aftalen."""
    return True if facts.sef_udleveret is not None else None


@lov.mistake(har_forsvarligt_grundlag)
def banken_gaar_fri_uden_bevis(facts: Facts) -> bool:
    """Du har ladet banken gå fri. Banken skal bevise, at kunden kunne bedømme omkostningerne."""
    return True


@lov.mistake(har_forsvarligt_grundlag)
def ser_bort_fra_beviset(facts: Facts) -> bool | None:
    """Du har set bort fra bankens bevis. Havde kunden et forsvarligt grundlag, gælder loftet i § 23 ikke."""
    return False if facts.forsvarligt_grundlag_godtgjort else None


@lov.mistake(rigtigt_skema_i_tide)
def skemaet_maa_gerne_komme_efter(facts: Facts) -> bool:
    """Du har godtaget et skema, der kom efter underskriften. Kunden skal have det senest den {underskrevet}."""
    return det_rigtige_skema(facts) is not None


@lov.mistake(rigtigt_skema_i_tide)
def kraever_en_dag_imellem(facts: Facts) -> bool | None:
    """Du har krævet skemaet mindst en dag før underskriften. Udlevering samme dag er i tide."""
    skema = det_rigtige_skema(facts)
    return None if skema is None else skema < facts.underskrevet


@lov.mistake(hoejeste_rente_pa)
def laegger_otte_procent_til(facts: Facts) -> Percent | None:
    """Du har lagt 8 % til. Det er morarenten efter renteloven; loftet i KAL § 23 er referencesatsen plus 5 %, altså {hoejeste_rente_pa}."""
    return None if facts.referencesats is None else facts.referencesats + MORATILLAEG


@lov.mistake(hoejeste_rente_pa)
def glemmer_tillaegget(facts: Facts) -> Percent | None:
    """Du har glemt tillægget. Banken kan kræve referencesatsen plus 5 %, altså {hoejeste_rente_pa}."""
    return facts.referencesats


@lov.mistake(hoejeste_rente_pa)
def ganger_med_tillaegget(facts: Facts) -> Percent | None:
    """Du har lagt 5 % af satsen til. Der skal lægges 5 procentpoint til, og renten er højst {hoejeste_rente_pa}."""
    return None if facts.referencesats is None else facts.referencesats * (HUNDREDE + TILLAEG) / HUNDREDE


for _mistake in (regner_fra_underskriften, regner_fra_skemaet, svarer_med_fristens_sidste_dag):
    lov.mistake(lovens_frist_fra)(_mistake)


@lov.mistake("outcome")
def laanet_er_ugyldigt(facts: Facts) -> Outcome:
    """Du har ladet lånet være i fare, som bogen gør. Loven knytter ingen ugyldighed til et skema, der mangler."""
    return Outcome.TILSIDESAT_GROVT


@lov.mistake("outcome")
def skemaet_udloeser_loftet(facts: Facts) -> Outcome | None:
    """Du har sat loft over renten, fordi skemaet manglede eller var forkert. Loftet kræver, at omkostningerne ikke står i aftalen."""
    return None if loft_gaelder(facts) or rigtigt_skema_i_tide(facts) else Outcome.RENTELOFT


@lov.mistake("outcome")
def skemaet_udelukker_loftet(facts: Facts) -> Outcome | None:
    """Du har nøjedes med at se på skemaet. Når omkostningerne ikke står i aftalen, er der loft over renten (KAL § 23)."""
    if not loft_gaelder(facts):
        return None
    return Outcome.OPFYLDT if rigtigt_skema_i_tide(facts) else Outcome.TILSIDESAT


lov.wrong_provision(
    "bruger_reglen_om_kreditvurdering",
    KAL("§ 7 c"),
    "Du har valgt reglen om kreditvurdering. Skemaet følger af KAL § 7 a, og loftet over renten af KAL § 23.",
)
lov.wrong_provision(
    "bruger_reglen_om_urimelighed",
    KAL("§ 36"),
    "Du har valgt bogens paragraf om urimelige aftaler, men KAL § 36 handler om tilbagetagelse. Her spørges om KAL §§ 7 a og 23.",
)
lov.wrong_provision(
    "bruger_aftalelovens_generalklausul",
    AFTL("§ 36"),
    "Du har valgt reglen om urimelige aftaler. Hvad der følger af manglende oplysninger, står i KAL § 23.",
)
lov.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om oplysning til kautionister. Låntageren er beskyttet af KAL §§ 7 a og 23.",
)


topic.departs(omkostninger_i_aftalen="K15", skema_i_tide="K14 K15", er_vilkaar_urimelige="K15")
