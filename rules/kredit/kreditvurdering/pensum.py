"""The course book: papers and registers, the amount to live on, the debt factor; a breach costs interest and fees."""

from rules.citations import FIL, KAL
from rules.facts import Kroner, Percent
from rules.kredit.kreditvurdering.facts import Facts, Outcome, Registrering, topic
from rules.topic import PENSUM
from rules.values import Number

LOENSEDLER = 3
HOEJESTE_GAELDSFAKTOR = 5
FORSIGTIG_GAELDSFAKTOR = 4

pensum = topic.reading(PENSUM, otherwise=Outcome.ANSVARLIG, jus=KAL("§ 7 c"))


def er_fuldstaendig(facts: Facts) -> bool:
    """Whether papers and registers are all there."""
    papirer = facts.loensedler_mdr >= LOENSEDLER and facts.aarsopgoerelse and facts.budget
    return papirer and facts.registre_tjekket


@pensum.step(KAL("§ 7 c"), no="bevilget_uden_vurdering")
def vurdering_fuldstaendig(facts: Facts) -> bool:
    """Har banken mindst 3 måneders lønsedler, en årsopgørelse og et budget, og er registrene tjekket?

    Lønsedler for {loensedler_mdr} er indhentet, [aarsopgoerelse: årsopgørelsen er der | årsopgørelsen mangler],
    [budget: budgettet er der | budgettet mangler], og registrene er [registre_tjekket: tjekket. | ikke tjekket.]
    """
    return er_fuldstaendig(facts)


@pensum.figure("Rådighedsbeløb om måneden", KAL("§ 7 c"))
def raadighedsbeloeb(facts: Facts) -> Kroner:
    """Hvor stort er rådighedsbeløbet om måneden?

    Indtægten på {indtaegt_md} minus de faste udgifter på {faste_udgifter_md} er {raadighedsbeloeb}. Ydelsen på det nye
    lån er ikke trukket fra.
    """
    return facts.indtaegt_md - facts.faste_udgifter_md


@pensum.step(KAL("§ 7 c"), no="bevilget_uden_raad")
def har_raad(facts: Facts) -> bool:
    """Kan rådighedsbeløbet dække ydelsen på lånet?

    Rådighedsbeløbet er {raadighedsbeloeb}, og ydelsen er {ydelse_md}. Er de lige store, er ydelsen dækket.
    """
    return raadighedsbeloeb(facts) >= facts.ydelse_md


@pensum.figure("Gældsfaktor", KAL("§ 7 c"))
def gaeldsfaktor(facts: Facts) -> Number | None:
    """Hvor stor er gældsfaktoren?

    [aarsindtaegt: Gælden på {samlet_gaeld} delt med årsindtægten på {aarsindtaegt} er {gaeldsfaktor}. | Uden indtægt kan
    gældsfaktoren ikke regnes ud, og den anses for at være over grænsen.]
    """
    return facts.samlet_gaeld / facts.aarsindtaegt if facts.aarsindtaegt else None


def over(facts: Facts, graense: int) -> bool:
    """Whether the debt factor is above the limit; without income it counts as above."""
    faktor = gaeldsfaktor(facts)
    return faktor is None or faktor > graense


@pensum.step(KAL("§ 7 c"), no=Outcome.ANSVARLIG)
def advarselstegn(facts: Facts) -> bool:
    """Er der et advarselstegn: aktuel registrering, for høj gældsfaktor eller ustabil indtægt?

    Registrene viser {registrering}, [aarsindtaegt: gældsfaktoren er {gaeldsfaktor} | der er ingen indtægt at måle gælden
    med], og indtægten er [indtaegt_stabil: stabil. | ustabil.] Bogens grænse for gældsfaktoren er 5, og netop 5 er ikke
    over den.
    """
    return (
        facts.registrering is Registrering.AKTUEL
        or over(facts, HOEJESTE_GAELDSFAKTOR)
        or not facts.indtaegt_stabil
    )


@pensum.step(KAL("§ 7 c"), no=Outcome.KRAEVER_GRUNDIG_VURDERING)
def bevilget_trods_advarsel(facts: Facts) -> bool:
    """Er lånet bevilget trods advarselstegnet?

    [bevilget: Banken har bevilget lånet. | Lånet er ikke bevilget endnu.] Et advarselstegn er ikke i sig selv et afslag,
    men det kræver en grundig vurdering.
    """
    return facts.bevilget


@pensum.step(KAL("§ 7 c"), yes=Outcome.ANSVARLIG, no=Outcome.UANSVARLIG)
def er_dokumenteret(facts: Facts) -> bool:
    """Har banken dokumenteret sin vurdering?

    [dokumenteret: Banken kan vise, hvorfor lånet var forsvarligt. | Banken har intet skrevet ned om, hvorfor lånet var
    forsvarligt.]
    """
    return facts.dokumenteret


@pensum.step(KAL("§ 7 c"), yes=Outcome.UANSVARLIG, no=Outcome.KRAEVER_GRUNDIG_VURDERING)
def bevilget_uden_vurdering(facts: Facts) -> bool:
    """Er lånet bevilget, selv om vurderingen ikke er fuldstændig?

    [bevilget: Lånet er bevilget på et for tyndt grundlag. | Lånet er ikke bevilget, og banken kan nå at indhente resten.]
    """
    return facts.bevilget


@pensum.step(KAL("§ 7 c"), yes=Outcome.UANSVARLIG, no=Outcome.SKAL_AFVISES)
def bevilget_uden_raad(facts: Facts) -> bool:
    """Er lånet bevilget, selv om kunden ikke har råd?

    [bevilget: Banken har bevilget et lån, som kunden ikke kan betale. | Lånet er ikke bevilget, og det bliver ved et nej.]
    """
    return facts.bevilget


@pensum.figure("Belåningsgrad", KAL("§ 7 c"))
def belaaningsgrad(facts: Facts) -> Percent | None:
    """Hvor stor er belåningsgraden?

    [sikkerhed_vaerdi: Lånet på {laan} svarer til {belaaningsgrad} af sikkerhedens værdi på {sikkerhed_vaerdi}. | Lånet er
    uden sikkerhed.]
    """
    return facts.laan / facts.sikkerhed_vaerdi * 100 if facts.sikkerhed_vaerdi else None


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(vurdering_fuldstaendig)
def glemmer_registrene(facts: Facts) -> bool:
    """Du har ladet papirerne være nok. Banken skal også tjekke RKI og Debitor Registret."""
    return er_fuldstaendig(facts) or (
        facts.loensedler_mdr >= LOENSEDLER and facts.aarsopgoerelse and facts.budget
    )


@pensum.mistake(vurdering_fuldstaendig)
def noejes_med_faerre_papirer(facts: Facts) -> bool:
    """Du har godtaget mangelfulde papirer. Der skal være mindst 3 måneders lønsedler, en årsopgørelse og et budget."""
    return facts.registre_tjekket


@pensum.mistake(raadighedsbeloeb)
def traekker_ydelsen_fra(facts: Facts) -> Kroner:
    """Du har trukket ydelsen på lånet fra. Bogens rådighedsbeløb er indtægten minus de faste udgifter: {raadighedsbeloeb}."""
    return facts.indtaegt_md - facts.faste_udgifter_md - facts.ydelse_md


@pensum.mistake(har_raad)
def kraever_luft_i_budgettet(facts: Facts) -> bool:
    """Du har krævet, at rådighedsbeløbet er større end ydelsen. Det er nok, at det kan dække ydelsen."""
    return raadighedsbeloeb(facts) > facts.ydelse_md


@pensum.mistake(har_raad)
def ser_bort_fra_de_faste_udgifter(facts: Facts) -> bool:
    """Du har holdt ydelsen op mod hele indtægten. De faste udgifter skal trækkes fra først."""
    return facts.indtaegt_md >= facts.ydelse_md


@pensum.mistake(gaeldsfaktor)
def deler_med_maanedens_indtaegt(facts: Facts) -> Number | None:
    """Du har delt gælden med én måneds indtægt. Gældsfaktoren regnes af årsindtægten: {gaeldsfaktor}."""
    return facts.samlet_gaeld / facts.indtaegt_md if facts.indtaegt_md else None


@pensum.mistake(gaeldsfaktor)
def regner_kun_med_det_nye_laan(facts: Facts) -> Number | None:
    """Du har kun regnet med det nye lån. Gældsfaktoren regnes af al gæld: {gaeldsfaktor}."""
    return facts.laan / facts.aarsindtaegt if facts.aarsindtaegt else None


@pensum.mistake(advarselstegn)
def gammel_registrering_taeller(facts: Facts) -> bool:
    """Du har ladet en gammel registrering for betalt gæld være et advarselstegn. Kun en aktuel registrering er det."""
    return advarselstegn(facts) or facts.registrering is Registrering.GAMMEL_OG_BETALT


@pensum.mistake(advarselstegn)
def graensen_er_fire(facts: Facts) -> bool:
    """Du har brugt 4 som grænse for gældsfaktoren. Bogen godtager op til og med 5."""
    return advarselstegn(facts) or over(facts, FORSIGTIG_GAELDSFAKTOR)


@pensum.mistake(er_dokumenteret)
def sikkerheden_er_nok(facts: Facts) -> bool:
    """Du har sprunget dokumentationen over. Trods god sikkerhed skal banken kunne vise sin vurdering."""
    return True


@pensum.mistake(belaaningsgrad)
def vender_belaaningsgraden(facts: Facts) -> Percent | None:
    """Du har delt værdien med lånet. Belåningsgraden er lånet delt med sikkerhedens værdi: {belaaningsgrad}."""
    return facts.sikkerhed_vaerdi / facts.laan * 100 if facts.laan else None


@pensum.mistake("outcome")
def advarsel_er_afslag(facts: Facts) -> Outcome:
    """Du har afvist lånet. Det skal banken kun, når vurderingen er fuldstændig og viser, at kunden ikke har råd."""
    return Outcome.SKAL_AFVISES


pensum.wrong_provision(
    "bruger_reglen_om_sef",
    KAL("§ 7 a"),
    "Du har valgt reglen om SEF-skemaet. Om kunden kan betale, skal banken vurdere efter KAL § 7 c.",
)
pensum.wrong_provision(
    "bruger_reglen_om_urimelighed",
    KAL("§ 36"),
    "Du har valgt den regel, som bogen bruger om urimelige aftaler. Kreditvurderingen står i KAL § 7 c.",
)
pensum.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om kautionister. Her er det låntageren selv, der skal vurderes, efter KAL § 7 c.",
)
