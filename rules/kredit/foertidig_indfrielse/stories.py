"""Stories and drawn facts: market rates and documented losses around their thresholds, terms around a year."""

from decimal import Decimal
from random import Random
from typing import Any

from rules import finance
from rules.kredit.foertidig_indfrielse.facts import Rentetype, topic

PANTET = """[pant_i_fast_ejendom: Lånet er ydet mod pantebrev i fast ejendom. [konverterbart: Det kan indfries til kurs 100. | Det er ikke
    konverterbart[indfrielseskurs:, og kursen er {indfrielseskurs}. | , og kursen er ikke oplyst.]] | Lånet er ydet uden pant i fast
    ejendom.] [dokumenteret_tab: Banken dokumenterer, at indfrielsen koster den {dokumenteret_tab}. | ]"""


@topic.variants(
    f"""{{@laantager}} har et annuitetslån i {{@bank}} på {{hovedstol}} over {{loebetid_mdr}}. [rentetype=fast: Renten er fast | Renten er
    variabel] og er {{rente_pa}} om året. [kompensation_aftalt: Kontrakten giver banken kompensation, hvis lånet indfries før
    tid. | Kontrakten nævner ikke kompensation.] {PANTET}

    Efter {{betalte_mdr}} vil {{@laantager}} betale lånet ud. Markedsrenten er nu {{markedsrente_pa}}.""",
    f"""Markedsrenten er {{markedsrente_pa}}, og {{@laantager}} vil ud af sit lån i {{@bank}}. Det var på {{hovedstol}}, løber over
    {{loebetid_mdr}} med lige store ydelser hver måned, og der er betalt i {{betalte_mdr}}. {PANTET}

    Lånet er [rentetype=fast: fastforrentet | variabelt forrentet] med {{rente_pa}} om året. [kompensation_aftalt: Parterne har
    aftalt kompensation ved førtidig indfrielse. | Parterne har ikke aftalt kompensation ved førtidig indfrielse.]""",
    f"""En arv gør det muligt for {{@laantager}} at betale hele restgælden til {{@bank}} på én gang. Lånet på {{hovedstol}} er et
    annuitetslån over {{loebetid_mdr}}, [rentetype=fast: renten er låst til {{rente_pa}} | renten følger markedet og er
    {{rente_pa}}], og {{betalte_mdr}} er gået.

    {PANTET} [kompensation_aftalt: I aftalen står, at banken kan kræve kompensation. | I aftalen står intet om kompensation.]
    Nye lån kan fås til {{markedsrente_pa}}.""",
)
def draw(random: Random) -> dict[str, Any]:
    """The market rate from well below the loan's to just above it; a documented loss around the cap."""
    loebetid = random.choice((120, 180, 240, 360))
    rente = Decimal(random.choice(("3", "3.5", "4", "5", "6")))
    hovedstol = Decimal(random.randrange(300_000, 3_000_000, 50_000))
    betalte = random.choice((12, 24, 60, 84, loebetid // 2, loebetid - 6, loebetid - 12, loebetid - 13))
    rest = finance.remaining(hovedstol, rente, loebetid, betalte)
    promille = Decimal(random.choice((2, 5, 9, 11, 15, 30)))
    pant, konverterbart = random.random() < 0.35, random.random() < 0.5
    kurs = (
        Decimal(random.choice(("97.5", "100", "100.01", "101.4", "104"))) if random.random() < 0.85 else None
    )
    return {
        "rentetype": Rentetype.FAST if random.random() < 0.75 else Rentetype.VARIABEL,
        "kompensation_aftalt": random.random() < 0.7,
        "hovedstol": hovedstol,
        "rente_pa": rente,
        "loebetid_mdr": loebetid,
        "betalte_mdr": betalte,
        "markedsrente_pa": rente
        - Decimal(random.choice(("2", "1.5", "1", "0.5", "0.01", "0", "-0.01", "-1"))),
        "pant_i_fast_ejendom": pant,
        "konverterbart": konverterbart or not pant,
        "indfrielseskurs": kurs if pant and not konverterbart else None,
        "dokumenteret_tab": (rest * promille / 1000).quantize(Decimal(1)) if random.random() < 0.3 else None,
    }
