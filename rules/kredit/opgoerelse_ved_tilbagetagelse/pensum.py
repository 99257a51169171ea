"""What the course book says: whoever takes the thing back may also claim what it does not cover (§§ 30, 38, 40)."""

from decimal import Decimal

from rules.citations import KAL, TL
from rules.facts import Kroner
from rules.kredit.opgoerelse_ved_tilbagetagelse.facts import (
    TEKSTER,
    Facts,
    Forbehold,
    Forhold,
    Outcome,
    topic,
)
from rules.reading import Reading
from rules.topic import PENSUM

pensum = topic.reading(PENSUM, otherwise=Outcome.DIFFERENCE_TIL_KREDITGIVER, jus=KAL("§ 38"), texts=TEKSTER)


@pensum.figure("Kreditgiverens krav", KAL("§ 38"))
def krav(facts: Facts) -> Kroner:
    """Hvor meget har kreditgiveren til gode, når tingen tages tilbage?

    Af {koebesum} er {betalt} betalt, og {fremtidige_renter_i_restkravet} er renter for tiden efter tilbagetagelsen. Dertil kommer
    {rente_af_forfaldne} i rente af forfaldne ydelser og {noedvendige_omkostninger} i omkostninger: i alt {krav}.
    """
    ubetalt = facts.koebesum - facts.betalt - facts.fremtidige_renter_i_restkravet
    return ubetalt + facts.rente_af_forfaldne + facts.noedvendige_omkostninger


@pensum.step(KAL("§ 40"), on={Forhold.OVER: Outcome.OVERSKUD_TIL_KOEBER, Forhold.LIGE: Outcome.GAAR_LIGE_OP})
def vaerdi_mod_krav(facts: Facts) -> Forhold:
    """Er tingen mere eller mindre værd end kreditgiverens krav?

    Tingen er {vaerdi} værd, og kravet er {krav}. Er de lige store, er begge parter kvit.
    """
    til_gode = krav(facts)
    if facts.vaerdi > til_gode:
        return Forhold.OVER
    return Forhold.UNDER if facts.vaerdi < til_gode else Forhold.LIGE


@pensum.figure("Overskud til køberen", KAL("§ 40"))
def overskud(facts: Facts) -> Kroner:
    """Hvor meget skal kreditgiveren betale til køberen?

    [vaerdi_mod_krav=over: Værdien på {vaerdi} overstiger kravet på {krav} med {overskud}, som skal betales, når tingen tages. |
    Der er intet overskud.]
    """
    return facts.vaerdi - krav(facts) if vaerdi_mod_krav(facts) is Forhold.OVER else Decimal(0)


@pensum.step(KAL("§ 30"), KAL("§ 40"))
def hvilket_forbehold(facts: Facts) -> Forbehold:
    """Hvilket ejendomsforbehold er der?

    Der er {forbehold}. Efter bogen kan kreditgiveren kræve det, som tingen ikke dækker, hvad enten forbeholdet holder eller ej.
    """
    return facts.forbehold


@pensum.figure("Difference til kreditgiveren", KAL("§ 40"))
def difference(facts: Facts) -> Kroner:
    """Hvor meget kan kreditgiveren kræve af køberen ud over at få tingen?

    [vaerdi_mod_krav=under: Kravet på {krav} er {difference} større end værdien på {vaerdi}. | Tingen dækker hele kravet.]
    """
    return krav(facts) - facts.vaerdi if vaerdi_mod_krav(facts) is Forhold.UNDER else Decimal(0)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(krav)
def medregner_fremtidige_renter(facts: Facts) -> Kroner:
    """Du har regnet renter for tiden efter tilbagetagelsen med. De {fremtidige_renter_i_restkravet} skal trækkes fra: {krav}."""
    return facts.koebesum - facts.betalt + facts.rente_af_forfaldne + facts.noedvendige_omkostninger


@pensum.mistake(krav)
def glemmer_det_betalte(facts: Facts) -> Kroner:
    """Du har krævet hele købesummen. Køberen har allerede betalt {betalt}, og kravet er {krav}."""
    ubetalt = facts.koebesum - facts.fremtidige_renter_i_restkravet
    return ubetalt + facts.rente_af_forfaldne + facts.noedvendige_omkostninger


@pensum.mistake(krav)
def glemmer_omkostningerne(facts: Facts) -> Kroner:
    """Du har ikke regnet omkostningerne med. De nødvendige {noedvendige_omkostninger} hører med i kravet: {krav}."""
    return facts.koebesum - facts.betalt - facts.fremtidige_renter_i_restkravet + facts.rente_af_forfaldne


@pensum.mistake(krav)
def glemmer_renten_af_forfaldne(facts: Facts) -> Kroner:
    """Du har ikke regnet renten af de forfaldne ydelser med. De {rente_af_forfaldne} hører med i kravet: {krav}."""
    ubetalt = facts.koebesum - facts.betalt - facts.fremtidige_renter_i_restkravet
    return ubetalt + facts.noedvendige_omkostninger


@pensum.mistake(vaerdi_mod_krav)
def lige_vaerd_er_overskud(facts: Facts) -> Forhold:
    """Du har set et overskud, hvor værdi og krav er lige store. Så skal ingen betale noget."""
    fundet: Forhold = vaerdi_mod_krav(facts)
    return Forhold.OVER if fundet is Forhold.LIGE else fundet


@pensum.mistake(overskud)
def beholder_overskuddet(facts: Facts) -> Kroner:
    """Du har ladet kreditgiveren beholde overskuddet. De {overskud} skal betales til køberen, når tingen tages."""
    return Decimal(0)


@pensum.mistake(overskud)
def betaler_hele_vaerdien(facts: Facts) -> Kroner | None:
    """Du har givet køberen hele værdien. Kun det, der er ud over kravet, skal betales: {overskud}."""
    return facts.vaerdi if vaerdi_mod_krav(facts) is Forhold.OVER else None


@pensum.mistake("outcome")
def ugyldigt_forbehold_koster_differencen(facts: Facts) -> Outcome | None:
    """Du har ladet det ugyldige forbehold koste kreditgiveren differencen. Det siger loven, men efter bogen kan den kræves."""
    return Outcome.DIFFERENCE_TABT if facts.forbehold is Forbehold.UGYLDIGT else None


@pensum.mistake("outcome")
def manglende_forbehold_koster_differencen(facts: Facts) -> Outcome | None:
    """Du har ladet det manglende forbehold koste kreditgiveren differencen. Også uden forbehold kan den kræves."""
    return Outcome.DIFFERENCE_TABT if facts.forbehold is Forbehold.INTET else None


@pensum.mistake(difference)
def kraever_hele_kravet(facts: Facts) -> Kroner | None:
    """Du har ladet kreditgiveren få både tingen og hele kravet. Tingens værdi skal trækkes fra: {difference}."""
    return krav(facts) if vaerdi_mod_krav(facts) is Forhold.UNDER else None


def forkerte_bestemmelser(reading: Reading) -> None:
    """The provisions that are often cited in either reading."""
    reading.wrong_provision(
        "bruger_gyldighedsreglen",
        KAL("§ 34"),
        "Du har valgt reglen om, hvornår et ejendomsforbehold er gyldigt. Her skal der gøres op, når tingen er taget tilbage.",
    )
    reading.wrong_provision(
        "bruger_reglen_om_opgoerelse_af_gaeld",
        KAL("§ 27"),
        "Du har valgt den regel, som bogen bruger, når et lån gøres op. Ved tilbagetagelse står opgørelsen i KAL § 38.",
    )
    reading.wrong_provision(
        "bruger_tilbehoersreglen",
        TL("§ 38"),
        "Du har valgt reglen om tilbehør til fast ejendom. Her skal køber og kreditgiver gøre op med hinanden.",
    )


forkerte_bestemmelser(pensum)
