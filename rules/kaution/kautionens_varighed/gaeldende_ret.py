"""What the statutes say: 10 or 5 years beside the agreed term, each spouse for own obligations, and disproportion."""

from datetime import date, timedelta

from rules import danish
from rules.calendar import add_months
from rules.citations import AEL, FIL, FL
from rules.kaution import omfang
from rules.kaution.kautionens_varighed.facts import (
    BESTAAR,
    KAUTIONSRET,
    UDLOEBET,
    Facts,
    Hvem,
    Outcome,
    topic,
)
from rules.kaution.kautionens_varighed.pensum import (
    er_laantager_doed,
    er_skilt,
    er_tidsbegraenset,
    skilsmissen_ophaever_kautionen,
)
from rules.kaution.omfang import Langiver
from rules.topic import GAELDENDE_RET, Arguments

LOVENS_AAR, LOVENS_AAR_VARIABELT = 10, 5

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.BESTAAR,
    jus=FIL("§ 48, stk. 9"),
    texts={
        Outcome.BESTAAR: BESTAAR,
        Outcome.BORTFALDET: "[gjort_gaeldende_i_tide: Kautionen er tilsidesat, fordi den er for stor i forhold til kautionistens økonomi. | "
        + UDLOEBET
        + "]",
    },
)

lov.step(KAUTIONSRET, verified=False)(er_tidsbegraenset)
er_privat = lov.step(FIL("§ 48, stk. 1"), no="gjort_gaeldende_i_tide")(omfang.er_privat)


@lov.step(FIL("§ 48, stk. 9"), FIL("§ 53 a, stk. 1"), no="gjort_gaeldende_i_tide")
def er_pengeinstitut(facts: Facts) -> bool:
    """Er lånet ydet af et pengeinstitut?

    [langiver=pengeinstitut: Långiveren er et pengeinstitut, og lovens frist gælder. | [langiver=realkredit: Långiveren er et
    realkreditinstitut. § 53 a nævner ikke stk. 9, og lovens frist gælder derfor ikke. | Långiveren er hverken pengeinstitut eller
    realkreditinstitut, og lovens frist gælder ikke.]]
    """
    return facts.langiver is Langiver.PENGEINSTITUT


@lov.step(FIL("§ 48, stk. 9, 2. pkt."), yes="gjort_gaeldende_i_tide")
def er_sdo_laan(facts: Facts) -> bool:
    """Kan lånet finansieres med særligt dækkede obligationer, og er kautionisten udtrykkeligt oplyst om det?

    [sdo_laan_oplyst: Det kan lånet, og kautionisten ved det og kender virkningen. Lovens frist gælder ikke. | Undtagelsen er ikke
    opfyldt.]
    """
    return facts.sdo_laan_oplyst


@lov.step(FIL("§ 48, stk. 9, 1. pkt."))
def er_variabelt(facts: Facts) -> bool:
    """Er det en kredit med variabelt beløb eller et lån uden fast forfaldsdag?

    [variabelt_beloeb: Gælden kan gå op og ned eller har ingen fast forfaldsdag, og lovens frist er fem år. | Lånet har et fast beløb
    og en fast forfaldsdag, og lovens frist er ti år.]
    """
    return facts.variabelt_beloeb


def lovens_aar(facts: Facts) -> int | None:
    """The years of stk. 9, or None where it does not apply."""
    if not er_privat(facts) or not er_pengeinstitut(facts) or er_sdo_laan(facts):
        return None
    return LOVENS_AAR_VARIABELT if er_variabelt(facts) else LOVENS_AAR


def aftalens_aar(facts: Facts) -> int | None:
    """The agreed years, or None."""
    return facts.tidsbegraenset_aar if er_tidsbegraenset(facts) else None


@lov.figure("Kautionen udløber", FIL("§ 48, stk. 9"), key="udloeber")
def lovens_udloeb(facts: Facts) -> date | None:
    """Hvilken dag udløber kautionen?

    Kautionen blev stillet den {indgaaet}. Den aftalte og lovens egen frist løber ved siden af hinanden, og den korteste gælder.
    [udloeber: Kautionen udløber den {udloeber}. | Her gælder ingen af dem, og kautionen løber videre.]
    """
    frister = [aar for aar in (aftalens_aar(facts), lovens_aar(facts)) if aar is not None]
    return add_months(facts.indgaaet, 12 * min(frister)) if frister else None


@lov.step(FIL("§ 48, stk. 9"), KAUTIONSRET, no=Outcome.BORTFALDET)
def gjort_gaeldende_i_tide(facts: Facts) -> bool:
    """Blev kautionen gjort gældende, før den udløb?

    [udloeber: Långiveren krævede betaling den {kraevet}, og kautionens sidste dag er den {udloeber}. Samme dag er i tide. | Kautionen har
    ingen udløbsdag, og kravet den {kraevet} er i tide.]
    """
    udloeb: date | None = lovens_udloeb(facts)
    return udloeb is None or facts.kraevet <= udloeb


lov.step(KAUTIONSRET, graded=False, verified=False)(er_laantager_doed)
lov.step(AEL("§ 3"))(er_skilt)


@lov.step(FIL("§ 48, stk. 10"), FIL("§ 53 a, stk. 1"), no=Outcome.BESTAAR)
def er_i_misforhold(facts: Facts) -> bool:
    """Er det en privat kaution for et bank- eller realkreditlån, som er for stor til kautionistens økonomi?

    [misforhold_til_oekonomi: Kautionen er for stor i forhold til økonomien. [privat_kautionist: [langiver=anden: Reglen gælder dog
    ikke denne långiver. | Den kan derfor tilsidesættes helt eller delvis.] | Reglen gælder dog ikke i erhvervsforhold.] |
    Kautionen passer til kautionistens økonomi.]
    """
    return er_privat(facts) and facts.langiver.under_48 and facts.misforhold_til_oekonomi


def for_at_tilsidesaette(facts: Facts) -> list[str]:
    """What on these facts speaks for setting the guarantee aside."""
    grunde = ["Loven vil skåne private for kautioner, som deres økonomi ikke kan bære."]
    if facts.underskrevet_af is Hvem.EN:
        grunde.append("Kun én har skrevet under og står alene med kautionen.")
    return grunde


def imod_at_tilsidesaette(facts: Facts) -> list[str]:
    """What on these facts speaks for letting it stand, in full or in part."""
    grunde = [
        "Retten kan nøjes med at sætte kautionen ned, så den passer til økonomien.",
        f"Långiveren har regnet med sikkerheden siden {danish.show(facts.indgaaet)}.",
    ]
    if facts.underskrevet_af is Hvem.BEGGE:
        grunde.append("To har skrevet under og kan bære kautionen sammen.")
    return grunde


@lov.skoen(FIL("§ 48, stk. 10"), yes=Outcome.BORTFALDET, no=Outcome.BESTAAR)
def boer_tilsidesaettes(facts: Facts) -> Arguments:
    """Bør kautionen tilsidesættes helt, fordi den er for stor i forhold til kautionistens økonomi?

    Det er et skøn. Kautionen kan tilsidesættes helt eller kun delvis; i det sidste tilfælde består den for resten.
    """
    return Arguments(for_at_tilsidesaette(facts), imod_at_tilsidesaette(facts))


@lov.figure("Hvem hæfter", AEL("§ 3"), key="haefter")
def lovens_haefter(facts: Facts) -> Hvem | None:
    """Hvem af ægtefællerne hæfter?

    [haefter: [underskrevet_af=begge: Begge har skrevet under og hæfter. | Hver ægtefælle hæfter kun for sine egne forpligtelser, så
    kun den, der skrev under, hæfter.] | Ingen hæfter, hvis kautionen er bortfaldet eller bliver tilsidesat.]
    """
    if not gjort_gaeldende_i_tide(facts):
        return None
    if er_i_misforhold(facts) and boer_tilsidesaettes(facts) is not False:
        return None
    return facts.underskrevet_af


@lov.mistake(lovens_udloeb)
def kun_aftalens_tid(facts: Facts) -> date | None:
    """Du har kun regnet med den aftalte tid. Lovens egen frist løber ved siden af og udløber først, den {udloeber}."""
    aar = aftalens_aar(facts)
    return add_months(facts.indgaaet, 12 * aar) if aar is not None else None


@lov.mistake(lovens_udloeb)
def ti_aar_for_alle_laan(facts: Facts) -> date | None:
    """Du har regnet ti år. For en kredit med variabelt beløb eller uden fast forfaldsdag er fristen fem år: {udloeber}."""
    return add_months(facts.indgaaet, 12 * LOVENS_AAR) if lovens_aar(facts) == LOVENS_AAR_VARIABELT else None


@lov.mistake(lovens_udloeb)
def fem_aar_for_alle_laan(facts: Facts) -> date | None:
    """Du har regnet fem år. Det gælder kun kreditter med variabelt beløb og lån uden fast forfaldsdag; ellers er fristen ti år."""
    return add_months(facts.indgaaet, 12 * LOVENS_AAR_VARIABELT) if lovens_aar(facts) == LOVENS_AAR else None


@lov.mistake(lovens_udloeb)
def lovens_frist_afloeser_aftalen(facts: Facts) -> date | None:
    """Du har ladet lovens frist afløse den aftalte. Er den aftalte tid kortere, gælder den: {udloeber}."""
    aar = lovens_aar(facts)
    return add_months(facts.indgaaet, 12 * aar) if aar is not None and er_tidsbegraenset(facts) else None


@lov.mistake(lovens_udloeb)
def taeller_foerste_dag_med(facts: Facts) -> date | None:
    """Du har talt den første dag med. Kautionen udløber på samme dag i måneden som den, den blev stillet: {udloeber}."""
    udloeb: date | None = lovens_udloeb(facts)
    return udloeb - timedelta(days=1) if udloeb else None


@lov.mistake(er_pengeinstitut)
def realkredit_foelger_med(facts: Facts) -> bool | None:
    """Du har brugt lovens frist på realkredit. FIL § 53 a fører stk. 1-8, 10 og 11 over på realkreditinstitutter, men ikke stk. 9."""
    return True if facts.langiver is Langiver.REALKREDIT else None


@lov.mistake(er_i_misforhold)
def misforhold_beskytter_ogsaa_erhverv(facts: Facts) -> bool | None:
    """Du har beskyttet en kautionist i erhverv. FIL § 48, stk. 10, gælder kun kaution uden for erhvervsforhold."""
    return True if facts.misforhold_til_oekonomi and not facts.privat_kautionist else None


@lov.mistake(er_i_misforhold)
def realkredit_kan_ikke_tilsidesaettes(facts: Facts) -> bool | None:
    """Du har holdt realkreditinstituttet uden for reglen om misforhold. FIL § 53 a fører stk. 10 over på det."""
    return False if facts.langiver is Langiver.REALKREDIT else None


@lov.mistake(lovens_haefter)
def aegtefaellen_haefter_med(facts: Facts) -> Hvem:
    """Du har ladet begge ægtefæller hæfte. Efter ÆL § 3 hæfter hver kun for sine egne forpligtelser, også ved fælles ejendom."""
    return Hvem.BEGGE


@lov.mistake("outcome")
def bogens_evige_kaution(facts: Facts) -> Outcome | None:
    """Du har ladet kautionen bestå, fordi der ikke er aftalt en kortere tid. Lovens egen frist løb ud den {udloeber}."""
    return None if gjort_gaeldende_i_tide(facts) else Outcome.BESTAAR


lov.mistake("outcome")(skilsmissen_ophaever_kautionen)

lov.wrong_provision(
    "bruger_foraeldelsesreglen",
    FL("§ 3"),
    "Du har valgt reglen om forældelse af fordringer. Hvor længe en privat kaution gælder, står i FIL § 48, stk. 9.",
)
lov.wrong_provision(
    "bruger_reglen_om_samtykke",
    AEL("§ 6"),
    "Du har valgt reglen om samtykke til at sælge eller pantsætte familiens bolig. En kaution kræver ikke ægtefællens samtykke.",
)
lov.wrong_provision(
    "bruger_erhvervsreglen",
    FIL("§ 47"),
    "Du har valgt reglen om besked ved kaution i erhvervsforhold. Den siger intet om, hvor længe kautionen gælder.",
)


topic.departs(er_privat="F05", gjort_gaeldende_i_tide="F05 F17", er_laantager_doed="F12")
