"""What the course book says: the agreed term binds, and neither death nor divorce ends the guarantee."""

from datetime import date, timedelta

from rules.calendar import add_months
from rules.citations import AEL, FIL, FL
from rules.kaution.kautionens_varighed.facts import (
    BESTAAR,
    KAUTIONSRET,
    UDLOEBET,
    Facts,
    Haendelse,
    Hvem,
    Outcome,
    topic,
)
from rules.topic import PENSUM

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.BESTAAR,
    jus=KAUTIONSRET,
    texts={Outcome.BESTAAR: BESTAAR, Outcome.BORTFALDET: UDLOEBET},
)


@pensum.step(KAUTIONSRET, no="er_laantager_doed")
def er_tidsbegraenset(facts: Facts) -> bool:
    """Er det aftalt, at kautionen kun gælder i et bestemt antal år?

    [tidsbegraenset_aar: Kautionen er aftalt at gælde i {tidsbegraenset_aar}. | Aftalen sætter ingen tidsgrænse.]
    """
    return facts.tidsbegraenset_aar is not None


@pensum.figure("Kautionen udløber", KAUTIONSRET)
def udloeber(facts: Facts) -> date | None:
    """Hvilken dag udløber kautionen?

    [tidsbegraenset_aar: Kautionen blev stillet den {indgaaet} og gælder i {tidsbegraenset_aar}, altså til og med den {udloeber}.
    | Aftalen sætter ingen tidsgrænse, og så løber kautionen videre.]
    """
    aar = facts.tidsbegraenset_aar
    return add_months(facts.indgaaet, 12 * aar) if er_tidsbegraenset(facts) and aar is not None else None


@pensum.step(KAUTIONSRET, no=Outcome.BORTFALDET)
def gjort_gaeldende_i_tide(facts: Facts) -> bool:
    """Blev kautionen gjort gældende, før den udløb?

    Långiveren krævede betaling den {kraevet}, og kautionens sidste dag er den {udloeber}. Samme dag er i tide.
    """
    udloeb: date | None = udloeber(facts)
    return udloeb is None or facts.kraevet <= udloeb


@pensum.step(KAUTIONSRET)
def er_laantager_doed(facts: Facts) -> bool:
    """Er låntageren død?

    [haendelse=debitor_doed: Låntageren er død, men kautionen er stillet netop for det tilfælde, at låntageren ikke betaler. Den
    fortsætter. | Låntageren lever.]
    """
    return facts.haendelse is Haendelse.DEBITOR_DOED


@pensum.step(KAUTIONSRET)
def er_skilt(facts: Facts) -> bool:
    """Er der kommet en skilsmisse, siden kautionen blev stillet?

    [haendelse=skilsmisse: Skilsmissen ændrer ikke aftalen med långiveren, og kautionen fortsætter. | Der er ingen skilsmisse.]
    """
    return facts.haendelse is Haendelse.SKILSMISSE


@pensum.figure("Hvem hæfter", KAUTIONSRET)
def haefter(facts: Facts) -> Hvem | None:
    """Hvem af ægtefællerne hæfter?

    [haefter: [underskrevet_af=begge: Begge har skrevet under og hæfter. | [faelles_ejendom: Kautionen er stillet i fælles ejendom,
    og så lader bogen begge hæfte. | Kautionen er personlig, og kun den, der skrev under, hæfter.]] | Kautionen er bortfaldet, og
    ingen hæfter længere.]
    """
    if not gjort_gaeldende_i_tide(facts):
        return None
    return Hvem.BEGGE if facts.faelles_ejendom else facts.underskrevet_af


def frist_i_dage(facts: Facts) -> date | None:
    """The agreed years at 365 days each."""
    aar = facts.tidsbegraenset_aar
    return facts.indgaaet + timedelta(days=365 * aar) if aar is not None else None


@pensum.mistake(udloeber)
def regner_365_dage_om_aaret(facts: Facts) -> date | None:
    """Du har regnet 365 dage om året. Årene følger kalenderen med skudår: fra {indgaaet} til {udloeber}."""
    return frist_i_dage(facts)


@pensum.mistake(udloeber)
def taeller_foerste_dag_med(facts: Facts) -> date | None:
    """Du har talt den første dag med. Kautionen udløber på samme dag i måneden {tidsbegraenset_aar} senere: {udloeber}."""
    udloeb: date | None = udloeber(facts)
    return udloeb - timedelta(days=1) if udloeb else None


@pensum.mistake(gjort_gaeldende_i_tide)
def sidste_dag_er_for_sent(facts: Facts) -> bool:
    """Du har ladet den sidste dag være for sent. Et krav på selve udløbsdagen er i tide."""
    udloeb: date | None = udloeber(facts)
    return udloeb is None or facts.kraevet < udloeb


@pensum.mistake("outcome")
def laanet_loeber_endnu(facts: Facts) -> Outcome | None:
    """Du har ladet kautionen følge lånet. Den aftalte tid er gået, og så er kautionen bortfaldet, også mens lånet løber."""
    return None if gjort_gaeldende_i_tide(facts) else Outcome.BESTAAR


@pensum.mistake("outcome")
def doeden_ophaever_kautionen(facts: Facts) -> Outcome | None:
    """Du har ladet låntagerens død ophæve kautionen. Efter bogen fortsætter den, og kautionisten hæfter stadig."""
    return Outcome.BORTFALDET if facts.haendelse is Haendelse.DEBITOR_DOED else None


@pensum.mistake("outcome")
def skilsmissen_ophaever_kautionen(facts: Facts) -> Outcome | None:
    """Du har ladet skilsmissen ophæve kautionen. Den binder over for långiveren, uanset hvad ægtefællerne aftaler med hinanden."""
    return Outcome.BORTFALDET if facts.haendelse is Haendelse.SKILSMISSE else None


@pensum.mistake(haefter)
def kun_underskriveren_haefter(facts: Facts) -> Hvem | None:
    """Du har kun ladet underskriveren hæfte. Bogen lader begge hæfte, når kautionen er stillet i fælles ejendom."""
    return facts.underskrevet_af if facts.faelles_ejendom else None


@pensum.mistake(haefter)
def aegteskabet_goer_begge_ansvarlige(facts: Facts) -> Hvem | None:
    """Du har ladet begge ægtefæller hæfte. En personlig kaution binder kun den, der har skrevet under."""
    return None if facts.faelles_ejendom else Hvem.BEGGE


pensum.wrong_provision(
    "bruger_lovens_frist",
    FIL("§ 48, stk. 9"),
    "Du har valgt lovens egen frist på 10 eller 5 år. Bogen bygger alene på, hvad der er aftalt om varigheden.",
)
pensum.wrong_provision(
    "bruger_foraeldelsesreglen",
    FL("§ 3"),
    "Du har valgt reglen om forældelse af fordringer. Her spørges, om selve kautionen er udløbet.",
)
pensum.wrong_provision(
    "bruger_reglen_om_samtykke",
    AEL("§ 6"),
    "Du har valgt reglen om samtykke til at sælge eller pantsætte familiens bolig. En kaution kræver ikke ægtefællens samtykke.",
)
