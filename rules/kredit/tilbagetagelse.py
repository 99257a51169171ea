"""Tilbagetagelse af det solgte, når køberen ikke betaler (bogens § 37; kreditaftaleloven §§ 29 og 37).

>>> facts = Facts(misligholdte_ydelser=2, saerlige_omstaendigheder=False, rykket=True, dage_over_forfald=30,
...               forfaldent_beloeb=10000, samlet_beloeb_inkl_udbetaling=200000)
>>> topic.decide(facts, "pensum").outcome
'MAA_IKKE'
>>> print(topic.decide(facts, "gaeldende_ret").explain())
1. Har beløbet været forfaldent i mindst 30 dage? Ja (KAL § 29, stk. 1).
2. Udgør det forfaldne mindst en tiendedel af det samlede beløb? Nej (KAL § 29, stk. 2, nr. 1).
3. Er der flere ydelser i det forfaldne beløb? Ja (KAL § 29, stk. 2, nr. 2).
4. Udgør det forfaldne mindst en tyvendedel af det samlede beløb? Ja (KAL § 29, stk. 2, nr. 2).
5. Er restancen med renter og omkostninger betalt inden tilbagetagelsen? Nej (KAL § 37).
En tiendedel af det samlede beløb: 20.000 kr.
En tyvendedel af det samlede beløb: 10.000 kr.
Altså: Kreditgiveren må tage det solgte tilbage. Restancen på 10.000 kr. er gammel nok og stor nok.
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import FL, KAL
from rules.facts import FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

STATUTE = GAELDENDE_RET
BOGENS_GRAENSE = 3
LOVENS_DAGE = 30


class Facts(FactSheet):
    """What was not paid, how late it is and whether it was paid after all. Defaults: the course book's own car."""

    misligholdte_ydelser: int = fact(
        "Hvor mange ydelser er ikke betalt?", le=600, help="Månedlige ydelser, som er forfaldet."
    )
    saerlige_omstaendigheder: bool = fact(
        "Er der særlige omstændigheder ved misligholdelsen?",
        help="Omstændigheder, som gør det nødvendigt at tage tingen tilbage, fx at den er ved at forsvinde.",
    )
    rykket: bool = fact("Er køberen rykket for betaling?")
    dage_over_forfald: int = fact(
        "Hvor længe har beløbet været forfaldent?",
        unit="dage",
        default=30,
        le=36500,
        reading=STATUTE,
        help="Hele det beløb, der regnes med, har været forfaldent i så mange dage.",
    )
    forfaldent_beloeb: Kroner = fact(
        "Forfaldent beløb",
        default=Decimal(15_000),
        reading=STATUTE,
        help="Det, som køberen mangler at betale.",
    )
    samlet_beloeb_inkl_udbetaling: Kroner = fact(
        "Samlet beløb med udbetaling",
        default=Decimal(200_000),
        ge=Decimal("0.01"),
        reading=STATUTE,
        help="Alt, hvad køberen skal betale efter aftalen, også udbetaling, renter og omkostninger.",
    )
    hele_restfordringen: bool = fact(
        "Er det forfaldne beløb hele restgælden?", default=False, reading=STATUTE
    )
    betalt_foer_tilbagetagelse: bool = fact(
        "Er restancen med renter og omkostninger betalt inden tilbagetagelsen?",
        default=False,
        reading=STATUTE,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More due than the whole agreement costs."""
        if self.forfaldent_beloeb > self.samlet_beloeb_inkl_udbetaling:
            yield (
                "forfaldent_beloeb",
                "højst det samlede beløb",
                "Der kan ikke være forfaldet mere end det samlede beløb, som køberen skal betale.",
            )


class Outcome(Outcomes):
    """Whether the creditor may take the thing back."""

    MAA_TAGE_TILBAGE = "Kreditgiveren må tage det solgte tilbage."
    MAA_IKKE = "Kreditgiveren må ikke tage det solgte tilbage."


topic = Topic(
    "tilbagetagelse",
    "Tilbagetagelse ved misligholdelse",
    group="kredit",
    question="Må kreditgiveren tage det solgte tilbage, når køberen ikke betaler?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.MAA_IKKE,
    jus=KAL("§ 37"),
    texts={
        Outcome.MAA_TAGE_TILBAGE: "Kreditgiveren må tage det solgte tilbage, for misligholdelsen gør det påkrævet.",
        Outcome.MAA_IKKE: "Kreditgiveren må ikke tage det solgte tilbage. Det er ikke påkrævet, når der mangler {misligholdte_ydelser} "
        "af ydelserne, og der ikke er særlige omstændigheder.",
    },
)
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


# --- Pensum -------------------------------------------------------------------------------------------------


@pensum.step(KAL("§ 37"), yes=Outcome.MAA_TAGE_TILBAGE)
def har_saerlige_omstaendigheder(facts: Facts) -> bool:
    """Er der særlige omstændigheder ved misligholdelsen, som gør det påkrævet at tage tingen tilbage?

    [saerlige_omstaendigheder: Omstændighederne gør, at kreditgiveren ikke kan vente. | Der er ikke andet i sagen end den
    manglende betaling.]
    """
    return facts.saerlige_omstaendigheder


@pensum.step(KAL("§ 37"), yes=Outcome.MAA_TAGE_TILBAGE)
def er_omfattende(facts: Facts) -> bool:
    """Mangler der mindst tre ydelser?

    Der mangler {misligholdte_ydelser} af ydelserne. En enkelt glemt ydelse er ikke nok; bogen lader tre måneders ydelser være det.
    """
    return facts.misligholdte_ydelser >= BOGENS_GRAENSE


@pensum.step(KAL("§ 37"))
def er_rykket(facts: Facts) -> bool:
    """Er køberen rykket for betaling?

    [rykket: Rykkeren er det rigtige første skridt, men alene giver den ikke ret til at hente tingen. | Kreditgiveren bør
    begynde med en rykker og se, hvor meget der mangler.]
    """
    return facts.rykket


# --- Gældende ret -------------------------------------------------------------------------------------------


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


@pensum.mistake(er_omfattende)
def en_glemt_ydelse_er_nok(facts: Facts) -> bool | None:
    """Du har ladet en enkelt glemt ydelse være nok. Efter bogen skal kreditgiveren rykke og se, hvor meget der mangler."""
    return True if facts.misligholdte_ydelser == 1 else None


@pensum.mistake(er_omfattende)
def flere_end_en_er_nok(facts: Facts) -> bool:
    """Du har ladet to ydelser være nok. Bogen lader tre måneders manglende betaling være omfattende."""
    return facts.misligholdte_ydelser == 2 or facts.misligholdte_ydelser >= BOGENS_GRAENSE


@pensum.mistake(er_omfattende)
def flere_end_tre_kraeves(facts: Facts) -> bool:
    """Du har krævet mere end tre ydelser. Efter bogen er tre måneders manglende betaling nok."""
    return facts.misligholdte_ydelser > BOGENS_GRAENSE


@pensum.mistake("outcome")
def en_rykker_er_nok(facts: Facts) -> Outcome | None:
    """Du har ladet rykkeren give ret til at hente tingen. Det afgørende er, hvor alvorlig misligholdelsen er."""
    return Outcome.MAA_TAGE_TILBAGE if facts.rykket else None


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


pensum.wrong_provision(
    "bruger_lovens_taerskel",
    KAL("§ 29"),
    "Du har valgt lovens bestemmelse om, hvor stor restancen skal være. Det er også lovens svar, men bogen henviser til KAL § 37.",
)
lov.wrong_provision(
    "bruger_reglen_om_direkte_tilbagetagelse",
    KAL("§ 36"),
    "Du har valgt reglen om, hvordan fogeden kan hente tingen. Om restancen er gammel og stor nok, står i KAL § 29.",
)
for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_opgoerelsesreglen",
        KAL("§ 38"),
        "Du har valgt reglen om opgørelsen. Den bruges først, når det er afgjort, at tingen må tages tilbage.",
    )
    _reading.wrong_provision(
        "bruger_foraeldelse",
        FL("§ 25"),
        "Du har valgt en regel om forældelse. Her er spørgsmålet, om misligholdelsen er alvorlig nok.",
    )


@topic.variants(
    """{@koeber} har købt varer på kredit hos {@saelger} og skal i alt betale {samlet_beloeb_inkl_udbetaling} med udbetaling, renter og
    omkostninger. Nu mangler {misligholdte_ydelser} af de månedlige ydelser, i alt {forfaldent_beloeb}, som har været forfaldent i
    {dage_over_forfald}. [hele_restfordringen: Mere er der ikke tilbage at betale. | Der er flere ydelser tilbage, som endnu ikke er forfaldet.]

    [rykket: {@saelger} har rykket for pengene. | {@saelger} har ikke rykket.] [saerlige_omstaendigheder: {@koeber} er ved at sælge
    tingen til udlandet, og det er påkrævet at få den hjem nu. | Der er ikke andet usædvanligt i sagen.] [betalt_foer_tilbagetagelse: Inden
    fogeden kommer, betaler {@koeber} restancen med renter og omkostninger. | Restancen er stadig ikke betalt.]""",
    """{@saelger} vil hente den ting, som {@koeber} har købt på kredit. {@koeber} har ladet {misligholdte_ydelser} af ydelserne ligge, og det
    forfaldne er {forfaldent_beloeb}. Pengene skulle have været betalt for {dage_over_forfald} siden. Efter aftalen koster købet
    {samlet_beloeb_inkl_udbetaling}, når alt regnes med.

    [hele_restfordringen: Det forfaldne er sidste del af gælden. | Aftalen løber videre med nye ydelser.] [rykket: Et rykkerbrev er
    sendt. | Der er ikke sendt rykkerbrev.] [saerlige_omstaendigheder: {@koeber} er begyndt at skille den ad og sælge delene, så det er
    påkrævet at få den tilbage. | Tingen er i god behold.] [betalt_foer_tilbagetagelse: Dagen før den hentes, betaler {@koeber}
    alt det forfaldne med renter og omkostninger. | {@koeber} har ikke betalt siden.]""",
    """Restancen hos {@koeber} er {forfaldent_beloeb} og omfatter {misligholdte_ydelser} af ydelserne på et kreditkøb hos {@saelger}. Pengene har
    været forfaldne i {dage_over_forfald}. Med udbetalingen skal {@koeber} betale {samlet_beloeb_inkl_udbetaling} for det hele.

    [saerlige_omstaendigheder: {@koeber} har nægtet at fortælle, hvor tingen er, og det er påkrævet at gribe ind. | {@koeber}
    har blot ikke haft penge.] [rykket: {@saelger} har skrevet og bedt om betaling. | {@saelger} har endnu ikke bedt om betaling.]
    [hele_restfordringen: Ud over restancen skylder {@koeber} ikke mere. | Ud over restancen er der kommende ydelser.]
    [betalt_foer_tilbagetagelse: {@koeber} skaffer pengene og betaler restance, renter og omkostninger, før tingen tages. | Der er stadig ikke betalt, da
    {@saelger} vil hente tingen.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Arrears around a tenth and a twentieth of the whole, around 30 days and three instalments."""
    samlet = Decimal(random.choice((100_000, 150_000, 200_000, 220_000, 300_000)))
    del_af = random.choice((10, 20, 20))
    naer = Decimal(random.choice(("-500", "-0.01", "0", "0", "0.01", "500")))
    return {
        "misligholdte_ydelser": random.choice((1, 1, 2, 2, 3, 3, 4)),
        "saerlige_omstaendigheder": random.random() < 0.25,
        "rykket": random.random() < 0.5,
        "dage_over_forfald": random.choice((10, 29, 30, 30, 31, 45, 60)),
        "forfaldent_beloeb": samlet / del_af + naer,
        "samlet_beloeb_inkl_udbetaling": samlet,
        "hele_restfordringen": random.random() < 0.2,
        "betalt_foer_tilbagetagelse": random.random() < 0.3,
    }
