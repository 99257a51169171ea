"""Stories of arrears around the thresholds of book and statute."""

from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.tilbagetagelse.facts import topic


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
