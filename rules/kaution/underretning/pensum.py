"""What the course book says: six months, and late notice costs the defaulted part."""

from datetime import date, timedelta
from decimal import Decimal

from rules.calendar import add_months
from rules.citations import FIL, GBL
from rules.facts import Kroner
from rules.kaution import omfang
from rules.kaution.underretning.facts import Facts, Outcome, besked, topic
from rules.topic import PENSUM

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.KRAV_I_BEHOLD,
    jus=FIL("§ 48"),
    texts={
        Outcome.KRAV_TABT_FOR_MISLIGHOLDT_DEL: "Banken har tabt kravet mod kautionisten for den misligholdte del på {tabt_beloeb}. "
        "Kautionen består for resten."
    },
)

er_privat = pensum.step(FIL("§ 48"), no=Outcome.KRAV_I_BEHOLD)(omfang.er_privat)


@pensum.figure("Sidste frist", FIL("§ 48"))
def sidste_frist(facts: Facts) -> date | None:
    """Hvilken dag kan banken senest underrette kautionisten?

    Fristen er seks måneder fra {misligholdt}; den følger kalenderen og ender den {sidste_frist}.
    """
    return add_months(facts.misligholdt, 6) if er_privat(facts) else None


@pensum.step(FIL("§ 48"), no=Outcome.KRAV_TABT_FOR_MISLIGHOLDT_DEL)
def rettidig(facts: Facts) -> bool:
    """Fik kautionisten besked senest 6 måneder efter misligholdelsen?

    Fristen løb fra {misligholdt} til {sidste_frist}. [underrettet: Banken underrettede kautionisten den {underrettet}, og kravet kom den {kraevet}. |
    Banken sendte ingen underretning før kravet den {kraevet}.] Samme dag som fristen er i tide.
    """
    frist: date | None = sidste_frist(facts)
    return frist is None or besked(facts) <= frist


@pensum.figure("Tabt beløb", FIL("§ 48"))
def tabt_beloeb(facts: Facts) -> Kroner:
    """Hvor meget af kravet har banken tabt?

    [rettidig: Beskeden kom i tide, og banken har ikke tabt noget. | Banken taber den misligholdte del, {misligholdt_beloeb}, og ikke mere.]
    """
    return Decimal(0) if not er_privat(facts) or rettidig(facts) else facts.misligholdt_beloeb


@pensum.mistake(sidste_frist)
def regner_180_dage(facts: Facts) -> date:
    """Du har regnet 180 dage. Seks måneder følger kalenderen: fra {misligholdt} til {sidste_frist}."""
    return facts.misligholdt + timedelta(days=180)


@pensum.mistake(sidste_frist)
def bruger_lovens_tre_maaneder(facts: Facts) -> date:
    """Du har regnet tre måneder. Det er lovens frist for private kautioner; bogen regner med seks, altså {sidste_frist}."""
    return add_months(facts.misligholdt, 3)


@pensum.mistake(sidste_frist)
def taeller_foerste_dag_med(facts: Facts) -> date:
    """Du har talt den første dag med. Fristen ender på samme dag i måneden seks måneder senere: {sidste_frist}."""
    return add_months(facts.misligholdt, 6) - timedelta(days=1)


@pensum.mistake("outcome")
def for_sen_besked_er_uden_betydning(facts: Facts) -> Outcome:
    """Du har ladet kravet bestå, selv om beskeden kom for sent. Sanktionen er, at banken mister kravet for den misligholdte del."""
    return Outcome.KRAV_I_BEHOLD


@pensum.mistake(tabt_beloeb)
def hele_kautionen_falder(facts: Facts) -> Kroner | None:
    """Du har ladet hele gælden falde. Banken taber kun den del, der er misligholdt: {tabt_beloeb}."""
    return facts.hovedstol


pensum.wrong_provision(
    "forveksler_med_denunciation",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse ved overdragelse af en fordring. Besked til en kautionist følger FIL § 48.",
)
pensum.wrong_provision(
    "bruger_erhvervsreglen",
    FIL("§ 47"),
    "Du har valgt reglen for kaution i erhvervsforhold. Bogen behandler underretningen efter FIL § 48.",
)
