"""The course book: ten years from creation, or three from the due date for some claims."""

from datetime import date, timedelta

from rules.calendar import add_years
from rules.citations import FL, KAL
from rules.kredit.foraeldelse.facts import Afbrydelse, Facts, Frist, Outcome, topic
from rules.topic import PENSUM

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.FORAELDET,
    jus=(FL("§ 6"), FL("§ 25, stk. 4")),
    texts={
        Outcome.IKKE_FORAELDET: "Kravet er ikke forældet. Fristen løber til og med den {foraeldes_den}.",
        Outcome.FORAELDET: "Kravet er forældet og kan ikke længere kræves betalt. Fristen løb ud den {foraeldes_den}.",
        Outcome.FORAELDET_FORBEHOLD_BORTFALDET: "Kravet er forældet, for fristen løb ud den {foraeldes_den}. "
        "Ejendomsforbeholdet er bortfaldet, og sælgeren kan ikke tage tingen tilbage.",
    },
)


@pensum.step(FL("§ 6"))
def ti_aar_fra_stiftelsen(facts: Facts) -> bool:
    """Forældes kravet ti år efter stiftelsen?

    [frist_type=ti_aar: Bogens almindelige frist er ti år fra den dag, kravet blev stiftet. | For visse krav regner bogen tre
    år fra forfaldsdagen.]
    """
    return facts.frist_type is Frist.TI_AAR


def bogens_start(facts: Facts) -> date:
    """The day from which the book counts."""
    return facts.stiftet if ti_aar_fra_stiftelsen(facts) else facts.forfalden


def bogens_aar(facts: Facts) -> int:
    """The years of the book's deadline."""
    return 10 if ti_aar_fra_stiftelsen(facts) else 3


def noget_afbrydende(facts: Facts) -> bool:
    """Whether anything happened that can interrupt; a mere reminder cannot."""
    return facts.afbrudt is not None and facts.afbrydelse is not Afbrydelse.INGEN


def bogens_foerste_frist(facts: Facts) -> date:
    """The book's deadline before any interruption."""
    return add_years(bogens_start(facts), bogens_aar(facts))


@pensum.step(FL("§ 19"))
def afbrudt_i_tide(facts: Facts) -> bool:
    """Er forældelsen afbrudt i tide?

    [afbrudt: Den {afbrudt} skete dette: {afbrydelse}. [afbrudt_i_tide: Det afbrød forældelsen, og fristen løber forfra. | Det
    ændrer ikke fristen, enten fordi det ikke kan afbryde, eller fordi kravet allerede var forældet.] | Intet har afbrudt
    forældelsen.]
    """
    return (
        noget_afbrydende(facts) and facts.afbrudt is not None and facts.afbrudt <= bogens_foerste_frist(facts)
    )


def ny_start(facts: Facts) -> date:
    """The day from which the book's deadline runs in the end."""
    afbrudt = facts.afbrudt if afbrudt_i_tide(facts) else None
    return max(bogens_start(facts), afbrudt or bogens_start(facts))


@pensum.figure("Forældes den", FL("§ 6"))
def foraeldes_den(facts: Facts) -> date:
    """Hvilken dag er den sidste, før kravet er forældet?

    [ti_aar_fra_stiftelsen: Ti år fra stiftelsen den {stiftet} | Tre år fra forfaldsdagen den {forfalden}], [afbrudt_i_tide: og
    forfra fra afbrydelsen den {afbrudt}, | uden afbrydelse,] fører til den {foraeldes_den}.
    """
    return add_years(ny_start(facts), bogens_aar(facts))


@pensum.step(FL("§ 6"), no=Outcome.IKKE_FORAELDET)
def er_udloebet(facts: Facts) -> bool:
    """Er fristen løbet ud?

    Fristen ender den {foraeldes_den}, og i dag er det den {i_dag}. På selve dagen er kravet endnu ikke forældet.
    """
    frist: date = foraeldes_den(facts)
    return facts.i_dag > frist


@pensum.step(FL("§ 25, stk. 4"), yes=Outcome.FORAELDET_FORBEHOLD_BORTFALDET)
def har_forbehold(facts: Facts) -> bool:
    """Er der taget ejendomsforbehold?

    [ejendomsforbehold: Forbeholdet sikrer købesummen og falder væk sammen med kravet på den. | Der er intet forbehold, som kan
    falde væk.]
    """
    return facts.ejendomsforbehold


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(ti_aar_fra_stiftelsen)
def altid_ti_aar(facts: Facts) -> bool:
    """Du har brugt fristen på ti år. For dette krav regner bogen tre år fra forfaldsdagen."""
    return True


@pensum.mistake(afbrudt_i_tide)
def rykker_afbryder(facts: Facts) -> bool | None:
    """Du har ladet en rykker afbryde forældelsen. Det kræver, at skyldneren erkender gælden, eller at kreditor går til retten."""
    return True if facts.afbrudt and facts.afbrydelse is Afbrydelse.INGEN else None


@pensum.mistake(afbrudt_i_tide)
def for_sen_afbrydelse_taeller(facts: Facts) -> bool | None:
    """Du har talt en afbrydelse med, der kom for sent. Et krav, der allerede er forældet, kan ikke afbrydes."""
    return True if noget_afbrydende(facts) else None


@pensum.mistake(foraeldes_den)
def ti_aar_fra_forfald(facts: Facts) -> date | None:
    """Du har regnet de ti år fra forfaldsdagen. Bogen regner dem fra stiftelsen: {foraeldes_den}."""
    return add_years(facts.forfalden, 10) if facts.frist_type is Frist.TI_AAR else None


@pensum.mistake(foraeldes_den)
def tre_aar_fra_stiftelsen(facts: Facts) -> date | None:
    """Du har regnet de tre år fra stiftelsen. De løber fra forfaldsdagen: {foraeldes_den}."""
    return add_years(facts.stiftet, 3) if facts.frist_type is Frist.TRE_AAR else None


@pensum.mistake(foraeldes_den)
def bruger_lovens_tre_aar(facts: Facts) -> date | None:
    """Du har brugt lovens hovedregel på tre år fra forfaldsdagen. Bogen regner her ti år fra stiftelsen: {foraeldes_den}."""
    return add_years(facts.forfalden, 3) if facts.frist_type is Frist.TI_AAR else None


@pensum.mistake(foraeldes_den)
def taeller_foerste_dag_med(facts: Facts) -> date:
    """Du har talt den første dag med. Fristen ender på samme dag i måneden: {foraeldes_den}."""
    return add_years(ny_start(facts), bogens_aar(facts)) - timedelta(days=1)


@pensum.mistake(er_udloebet)
def sidste_dag_er_for_sent(facts: Facts) -> bool:
    """Du har ladet kravet være forældet på fristens sidste dag. Det er det først dagen efter {foraeldes_den}."""
    frist: date = foraeldes_den(facts)
    return facts.i_dag >= frist


@pensum.mistake("outcome")
def forbeholdet_overlever(facts: Facts) -> Outcome | None:
    """Du har ladet ejendomsforbeholdet bestå. Det bortfalder, når kravet på købesummen er forældet."""
    return Outcome.FORAELDET if facts.ejendomsforbehold else None


pensum.wrong_provision(
    "bruger_lovens_hovedregel",
    FL("§ 3"),
    "Du har valgt lovens hovedregel. Den er også lovens svar for mange krav, men bogen henviser til FL § 6.",
)
pensum.wrong_provision(
    "bruger_reglen_om_forbeholdets_gyldighed",
    KAL("§ 34"),
    "Du har valgt reglen om, hvornår et ejendomsforbehold er gyldigt. Her er spørgsmålet, om kravet er blevet for gammelt.",
)
pensum.wrong_provision(
    "bruger_reglen_om_tilbagetagelse",
    KAL("§ 37"),
    "Du har valgt den regel, som bogen bruger om tilbagetagelse. Om kravet er forældet, afgør forældelsesloven.",
)
