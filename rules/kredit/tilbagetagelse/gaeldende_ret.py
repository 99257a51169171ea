"""What the statute says: thirty days, and a tenth, a twentieth or the whole rest (KAL §§ 29 and 37)."""

from rules.citations import KAL
from rules.facts import Kroner
from rules.kredit.tilbagetagelse.facts import BOGENS_GRAENSE, LOVENS_DAGE, STATUTE, Facts, Outcome, topic
from rules.kredit.tilbagetagelse.pensum import forkerte_bestemmelser

lov = topic.reading(
    STATUTE,
    otherwise=Outcome.MAA_IKKE,
    jus=KAL("§ 29"),
    texts={
        Outcome.MAA_TAGE_TILBAGE: "Kreditgiveren må tage det solgte tilbage. [betalt_foer_tilbagetagelse: Restancen er ganske vist betalt, men "
        "særlige omstændigheder gør det påkrævet. | [hele_restfordringen: Restancen på {forfaldent_beloeb} er alt, hvad der mangler, og gammel nok. | Restancen på {forfaldent_beloeb} er gammel nok og stor nok.]]",
        Outcome.MAA_IKKE: "Kreditgiveren må ikke tage det solgte tilbage. [betalt_foer_tilbagetagelse: Restancen er betalt. | "
        "Restancen på {forfaldent_beloeb} er ikke både gammel nok og stor nok.]",
    },
)


@lov.step(KAL("§ 29, stk. 1"), no=Outcome.MAA_IKKE)
def forfaldent_laenge_nok(facts: Facts) -> bool:
    """Har beløbet været forfaldent i mindst 30 dage?

    Der mangler {misligholdte_ydelser} af ydelserne, og det forfaldne beløb på {forfaldent_beloeb} har været forfaldent i
    {dage_over_forfald}. På den tredivte dag er det længe nok.
    """
    mangler_noget = facts.misligholdte_ydelser > 0 and facts.forfaldent_beloeb > 0
    return mangler_noget and facts.dage_over_forfald >= LOVENS_DAGE


@lov.figure("En tiendedel af det samlede beløb", KAL("§ 29, stk. 2, nr. 1"))
def en_tiendedel(facts: Facts) -> Kroner:
    """Hvor meget er en tiendedel af det samlede beløb, når udbetalingen regnes med?

    En tiendedel af {samlet_beloeb_inkl_udbetaling} er {en_tiendedel}.
    """
    return facts.samlet_beloeb_inkl_udbetaling / 10


@lov.figure("En tyvendedel af det samlede beløb", KAL("§ 29, stk. 2, nr. 2"))
def en_tyvendedel(facts: Facts) -> Kroner:
    """Hvor meget er en tyvendedel af det samlede beløb, når udbetalingen regnes med?

    En tyvendedel af {samlet_beloeb_inkl_udbetaling} er {en_tyvendedel}.
    """
    return facts.samlet_beloeb_inkl_udbetaling / 20


@lov.step(KAL("§ 29, stk. 2, nr. 1"), yes="betalt_inden")
def mindst_en_tiendedel(facts: Facts) -> bool:
    """Udgør det forfaldne mindst en tiendedel af det samlede beløb?

    Forfaldent er {forfaldent_beloeb}, og en tiendedel er {en_tiendedel}. Netop en tiendedel er nok.
    """
    return bool(facts.forfaldent_beloeb >= en_tiendedel(facts))


@lov.step(KAL("§ 29, stk. 2, nr. 2"), no="er_hele_resten")
def flere_ydelser(facts: Facts) -> bool:
    """Er der flere ydelser i det forfaldne beløb?

    Der mangler {misligholdte_ydelser} af ydelserne. Kun når der mangler mere end én, kan en tyvendedel være nok.
    """
    return facts.misligholdte_ydelser > 1


@lov.step(KAL("§ 29, stk. 2, nr. 2"), yes="betalt_inden")
def mindst_en_tyvendedel(facts: Facts) -> bool:
    """Udgør det forfaldne mindst en tyvendedel af det samlede beløb?

    Forfaldent er {forfaldent_beloeb}, og en tyvendedel er {en_tyvendedel}. Netop en tyvendedel er nok.
    """
    return bool(facts.forfaldent_beloeb >= en_tyvendedel(facts))


@lov.step(KAL("§ 29, stk. 2, nr. 3"), no=Outcome.MAA_IKKE)
def er_hele_resten(facts: Facts) -> bool:
    """Er det forfaldne beløb alt, hvad der er tilbage at betale?

    [hele_restfordringen: Der er ikke mere tilbage end det forfaldne, og så er der ingen mindstegrænse. | Der kommer flere
    ydelser senere, og det forfaldne beløb er for lille.]
    """
    return facts.hele_restfordringen


@lov.step(KAL("§ 37"), no=Outcome.MAA_TAGE_TILBAGE)
def betalt_inden(facts: Facts) -> bool:
    """Er restancen med renter og omkostninger betalt inden tilbagetagelsen?

    [betalt_foer_tilbagetagelse: Køberen har betalt det hele, før tingen blev hentet. | Der er ikke betalt, og køberen kan
    ikke længere holde på tingen.]
    """
    return facts.betalt_foer_tilbagetagelse


@lov.step(KAL("§ 37"), yes=Outcome.MAA_TAGE_TILBAGE)
def paakraevet_trods_betaling(facts: Facts) -> bool:
    """Gør særlige omstændigheder ved misligholdelsen det påkrævet at tage tingen, selv om der er betalt?

    [saerlige_omstaendigheder: Omstændighederne gør det påkrævet, og så redder betalingen ikke køberen. | Der er ingen
    særlige omstændigheder, og betalingen afværger tilbagetagelsen.]
    """
    return facts.saerlige_omstaendigheder


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake("outcome")
def bogens_tre_ydelser(facts: Facts) -> Outcome | None:
    """Du har talt ydelser, som bogen gør. Loven måler restancen i dage og i dele af det samlede beløb."""
    if facts.saerlige_omstaendigheder:
        return None
    return Outcome.MAA_TAGE_TILBAGE if facts.misligholdte_ydelser >= BOGENS_GRAENSE else Outcome.MAA_IKKE


@lov.mistake("outcome")
def saerlige_omstaendigheder_er_nok(facts: Facts) -> Outcome | None:
    """Du har ladet særlige omstændigheder være nok. De betyder kun noget, når restancen er stor nok og siden bliver betalt."""
    return Outcome.MAA_TAGE_TILBAGE if facts.saerlige_omstaendigheder else None


@lov.mistake(forfaldent_laenge_nok)
def straks_efter_forfald(facts: Facts) -> bool | None:
    """Du har ladet kreditgiveren handle, før der var gået 30 dage. Beløbet har kun været forfaldent i {dage_over_forfald}."""
    return True if facts.misligholdte_ydelser > 0 else None


@lov.mistake(forfaldent_laenge_nok)
def mere_end_tredive_dage(facts: Facts) -> bool:
    """Du har krævet mere end 30 dage. Er beløbet stadig ikke betalt på den tredivte dag, er det nok."""
    return facts.dage_over_forfald > LOVENS_DAGE


@lov.mistake(mindst_en_tiendedel)
def skal_overstige_en_tiendedel(facts: Facts) -> bool:
    """Du har krævet mere end en tiendedel. Netop en tiendedel, {en_tiendedel}, er nok."""
    return bool(facts.forfaldent_beloeb > en_tiendedel(facts))


@lov.mistake(mindst_en_tyvendedel)
def skal_overstige_en_tyvendedel(facts: Facts) -> bool:
    """Du har krævet mere end en tyvendedel. Netop en tyvendedel, {en_tyvendedel}, er nok."""
    return bool(facts.forfaldent_beloeb > en_tyvendedel(facts))


@lov.mistake(flere_ydelser)
def en_tyvendedel_ved_en_ydelse(facts: Facts) -> bool:
    """Du har brugt den lave grænse. En tyvendedel er kun nok, når der er flere ydelser i det forfaldne beløb."""
    return True


@lov.mistake(en_tiendedel)
def en_tiendedel_af_resten(facts: Facts) -> Kroner:
    """Du har trukket det forfaldne fra, før du delte. Delen regnes af hele beløbet: {en_tiendedel}."""
    return (facts.samlet_beloeb_inkl_udbetaling - facts.forfaldent_beloeb) / 10


@lov.mistake(en_tyvendedel)
def tyve_procent(facts: Facts) -> Kroner:
    """Du har taget 20 %. En tyvendedel er 5 %, her {en_tyvendedel}."""
    return facts.samlet_beloeb_inkl_udbetaling / 5


@lov.mistake(betalt_inden)
def betaling_kommer_for_sent(facts: Facts) -> bool:
    """Du har set bort fra, at restancen er betalt. Betaling inden tilbagetagelsen afværger den som hovedregel."""
    return False


@lov.mistake(paakraevet_trods_betaling)
def betaling_redder_altid(facts: Facts) -> bool:
    """Du har ladet betalingen afgøre sagen. Særlige omstændigheder kan gøre det påkrævet at tage tingen alligevel."""
    return False


lov.wrong_provision(
    "bruger_reglen_om_direkte_tilbagetagelse",
    KAL("§ 36"),
    "Du har valgt reglen om, hvordan fogeden kan hente tingen. Om restancen er gammel og stor nok, står i KAL § 29.",
)
forkerte_bestemmelser(lov)


topic.departs(har_saerlige_omstaendigheder="K42 K43")
