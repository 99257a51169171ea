"""The book: the form by the day of signing, or the bank is in danger; gravely so when the terms are unreasonable."""

from datetime import date

from rules.calendar import add_days
from rules.citations import FIL, KAL
from rules.kredit.oplysningspligt.facts import Facts, Outcome, topic
from rules.topic import PENSUM

FORTRYDELSESDAGE = 14

pensum = topic.reading(PENSUM, otherwise=Outcome.TILSIDESAT, jus=KAL("§ 7 a"))


@pensum.step(KAL("§ 7 a"), yes=Outcome.OPFYLDT)
def skema_i_tide(facts: Facts) -> bool:
    """Fik kunden SEF-skemaet senest den dag, aftalen blev underskrevet?

    Aftalen blev underskrevet den {underskrevet}. [sef_udleveret: Skemaet blev udleveret den {sef_udleveret}. |
    Skemaet blev aldrig udleveret.] Samme dag er i tide.
    """
    return facts.sef_udleveret is not None and facts.sef_udleveret <= facts.underskrevet


@pensum.step(KAL("§ 7 a"), yes=Outcome.TILSIDESAT_GROVT)
def er_vilkaar_urimelige(facts: Facts) -> bool:
    """Er lånets vilkår urimelige?

    [urimelige_vilkaar: Når også vilkårene er urimelige, er bruddet groft, og hele aftalen er i fare. |
    Vilkårene er rimelige, og låntageren skylder fortsat hovedstolen.]
    """
    return facts.urimelige_vilkaar


@pensum.figure("Fortrydelsesfristen regnes fra", KAL("§ 19"))
def fortrydelsesfrist_fra(facts: Facts) -> date | None:
    """Fra hvilken dag regnes fortrydelsesfristen?

    Aftalen er fra den {underskrevet}. [vilkaar_modtaget: Vilkårene kom den {vilkaar_modtaget}, og fristen regnes
    fra den seneste af de to dage. | Vilkårene er aldrig kommet, og derfor er fristen ikke begyndt.]
    """
    return None if facts.vilkaar_modtaget is None else max(facts.underskrevet, facts.vilkaar_modtaget)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(skema_i_tide)
def skemaet_maa_komme_bagefter(facts: Facts) -> bool:
    """Du har godtaget et skema, der kom efter underskriften. Det skal være udleveret senest den {underskrevet}."""
    return facts.sef_udleveret is not None


@pensum.mistake(skema_i_tide)
def kraever_skemaet_dagen_foer(facts: Facts) -> bool:
    """Du har krævet skemaet mindst en dag før underskriften. Udlevering samme dag er i tide."""
    return facts.sef_udleveret is not None and facts.sef_udleveret < facts.underskrevet


@pensum.mistake(fortrydelsesfrist_fra)
def regner_fra_underskriften(facts: Facts) -> date:
    """Du har regnet fra underskriften. Fristen begynder først, når kunden også har vilkårene: {fortrydelsesfrist_fra}."""
    return facts.underskrevet


@pensum.mistake(fortrydelsesfrist_fra)
def regner_fra_skemaet(facts: Facts) -> date | None:
    """Du har regnet fra den dag, skemaet kom. Det er aftalen og vilkårene, der tæller: {fortrydelsesfrist_fra}."""
    return facts.sef_udleveret


@pensum.mistake(fortrydelsesfrist_fra)
def svarer_med_fristens_sidste_dag(facts: Facts) -> date | None:
    """Du har regnet fristens sidste dag ud. Her spørges om den dag, fristen regnes fra: {fortrydelsesfrist_fra}."""
    frist = fortrydelsesfrist_fra(facts)
    return None if frist is None else add_days(frist, FORTRYDELSESDAGE)


@pensum.mistake("outcome")
def laanet_falder_helt(facts: Facts) -> Outcome:
    """Du har ladet hele lånet være i fare. Det er det kun, når skemaet manglede, og vilkårene tillige er urimelige."""
    return Outcome.TILSIDESAT_GROVT


pensum.wrong_provision(
    "bruger_reglen_om_kreditvurdering",
    KAL("§ 7 c"),
    "Du har valgt reglen om kreditvurdering. Hvad kunden skal have at vide før aftalen, følger af KAL § 7 a.",
)
pensum.wrong_provision(
    "bruger_reglen_om_urimelighed",
    KAL("§ 36"),
    "Du har valgt den regel, som bogen bruger om urimelige aftaler. Her spørges om SEF-skemaet, KAL § 7 a.",
)
pensum.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om oplysning til kautionister. Låntageren er beskyttet af KAL § 7 a.",
)
