"""Stories of things taken back, with values around the claim."""

from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.opgoerelse_ved_tilbagetagelse.facts import Forbehold, topic


@topic.variants(
    """{@saelger} tager en ting tilbage, som {@koeber} har købt på kredit [forbruger: til privat brug | til sin virksomhed] og ikke
    betaler. Købesummen var {koebesum} med alle renter, og {@koeber} har betalt {betalt}. Af det ubetalte er
    {fremtidige_renter_i_restkravet} renter for tiden efter tilbagetagelsen. Renten af de forfaldne ydelser er {rente_af_forfaldne}, og det
    koster {noedvendige_omkostninger} at hente tingen.

    Tingen er nu {vaerdi} værd. Aftalen indeholder {forbehold}. [saerlige_omstaendigheder_41: {@koeber} har mishandlet tingen, og det
    taler for at lade {@koeber} betale det, som mangler. | {@koeber} har passet på tingen og udleverer den frivilligt.]""",
    """Hos {@koeber} bliver en ting hentet, som {@saelger} har solgt på kredit. Der er {forbehold} i aftalen. {@koeber} købte den [forbruger: som
    forbruger | som led i sit erhverv], og fogeden sætter værdien til {vaerdi}.

    Efter aftalen skulle {@koeber} i alt betale {koebesum}. Der er betalt {betalt}. {@saelger} opgør desuden rente af forfaldne ydelser til
    {rente_af_forfaldne} og nødvendige omkostninger til {noedvendige_omkostninger}. I det ubetalte ligger {fremtidige_renter_i_restkravet} i
    renter, der endnu ikke er løbet på. [saerlige_omstaendigheder_41: {@koeber} gemte tingen for fogeden, og det er en særlig
    omstændighed. | {@koeber} hjalp fogeden.]""",
    """[forbruger: {@koeber} er forbruger. | {@koeber} er erhvervsdrivende.] Et kreditkøb hos {@saelger} til {koebesum} er misligholdt, efter at
    {betalt} er betalt. I aftalen er der {forbehold}.

    Da tingen tages tilbage, kan den sælges for {vaerdi}. Omkostningerne er {noedvendige_omkostninger}, renten af de forfaldne ydelser er
    {rente_af_forfaldne}, og de fremtidige renter, som er regnet med i købesummen, er {fremtidige_renter_i_restkravet}.
    [saerlige_omstaendigheder_41: Tingen har stået ude hele vinteren, og {@koeber} kan bebrejdes, at den er ødelagt. | Tingen er slidt som
    ventet.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Values around the claim, in all three kinds of retention."""
    koebesum = Decimal(random.randrange(50_000, 400_000, 5_000))
    betalt = (koebesum * random.randint(20, 70) / 100).quantize(Decimal(1))
    fremtidige = ((koebesum - betalt) * random.choice((0, 4, 8)) / 100).quantize(Decimal(1))
    renter = Decimal(random.choice((0, 350, 900)))
    omkostninger = Decimal(random.choice((0, 2_500, 5_000)))
    til_gode = koebesum - betalt - fremtidige + renter + omkostninger
    naer = Decimal(random.choice(("-20000", "-20000", "-5000", "-0.01", "0", "0.01", "15000", "40000")))
    return {
        "koebesum": koebesum,
        "betalt": betalt,
        "fremtidige_renter_i_restkravet": fremtidige,
        "rente_af_forfaldne": renter,
        "noedvendige_omkostninger": omkostninger,
        "vaerdi": max(til_gode + naer, Decimal(0)),
        "forbehold": random.choice(
            (Forbehold.GYLDIGT, Forbehold.GYLDIGT, Forbehold.UGYLDIGT, Forbehold.INTET)
        ),
        "forbruger": random.random() < 0.8,
        "saerlige_omstaendigheder_41": random.random() < 0.25,
    }
