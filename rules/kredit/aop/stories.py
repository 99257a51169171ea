"""Stories of one or two offers, and the facts they tell: near ties, equal rates with other fees, unequal loans."""

from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.aop.facts import topic

GEBYRER_A = """[stiftelsesgebyr: Stiftelsesgebyret er {stiftelsesgebyr}[gebyr_laanes: , som lægges til lånet. | , som betales ved udbetalingen.] |
    Der er intet stiftelsesgebyr.] [loebende_gebyr_md: Hver måned betales også et gebyr på {loebende_gebyr_md}. | ]"""
GEBYRER_B = """[b_stiftelsesgebyr: Stiftelsesgebyret er {b_stiftelsesgebyr}[b_gebyr_laanes: , som lægges til lånet. | , som betales ved udbetalingen.] |
    Der er intet stiftelsesgebyr.] [b_loebende_gebyr_md: Hver måned betales også et gebyr på {b_loebende_gebyr_md}. | ]"""
VILKAAR_A = f"""[kreditbeloeb: Kreditbeløbet er {{kreditbeloeb}}, løbetiden {{loebetid_mdr}} og den årlige rente {{rente_pa}}. {GEBYRER_A}
    [aop_oplyst: ÅOP er oplyst til {{aop_oplyst}}. | ] | Den årlige rente er {{rente_pa}}, og ÅOP er oplyst til {{aop_oplyst}}.]"""
VILKAAR_B = f"""[b_kreditbeloeb: Kreditbeløbet er {{b_kreditbeloeb}}, løbetiden {{b_loebetid_mdr}} og den årlige rente {{b_rente_pa}}. {GEBYRER_B}
    [b_aop_oplyst: ÅOP er oplyst til {{b_aop_oplyst}}. | ] | Den årlige rente er {{b_rente_pa}}, og ÅOP er oplyst til {{b_aop_oplyst}}.]"""


def et_af_to(b: str, kun_a: str) -> str:
    """One passage where there is a second offer, another where there is none."""
    return f"[b_kreditbeloeb: {b} | [b_aop_oplyst: {b} | {kun_a}]]"


@topic.variants(
    f"""{{@laantager}} vil låne penge og har fået tilbud A fra {{@bank}}. {VILKAAR_A} Lånet betales tilbage med lige store ydelser hver måned.

    {et_af_to(f"Tilbud B kommer fra {{@factoringbank}}. {VILKAAR_B} Også her er ydelserne lige store.", "Der er ikke indhentet andre tilbud.")}""",
    f"""Hvad koster det at låne? {{@laantager}} spørger i {{@bank}}, som sender tilbud A: et annuitetslån med ydelse hver måned. {VILKAAR_A}

    {et_af_to(f"Dagen efter sender {{@factoringbank}} tilbud B, også et annuitetslån. {VILKAAR_B}", "Andre banker er ikke spurgt.")}""",
    f"""På køkkenbordet hos {{@laantager}} ligger {et_af_to("to breve med lånetilbud", "et brev med et lånetilbud")}. Tilbud A er fra {{@bank}}. {VILKAAR_A}

    {et_af_to(f"Tilbud B er fra {{@factoringbank}}. {VILKAAR_B} Begge lån er annuitetslån med månedlige ydelser.", "Lånet er et annuitetslån med månedlige ydelser.")}""",
)
def draw(random: Random) -> dict[str, Any]:
    """Terms or only stated figures; the second offer near the first, at times of another size or term, at times missing."""
    rente = Decimal(random.choice(("2.5", "3.5", "4", "5", "6.5", "8", "11.5")))
    b_rente = rente + Decimal(random.choice(("-0.5", "-0.2", "0", "0", "0.1", "0.3", "0.5", "1")))
    alene = random.random() < 0.1
    if random.random() < 0.25:
        aop = rente + Decimal(random.choice(("0.2", "0.49", "0.7", "1.2")))
        b_aop = random.choice((aop, aop - Decimal("0.01"), aop + Decimal("0.01"), b_rente + Decimal("0.2")))
        oplyst = {"rente_pa": rente, "aop_oplyst": aop}
        return oplyst if alene else oplyst | {"b_rente_pa": b_rente, "b_aop_oplyst": b_aop}
    beloeb = Decimal(random.choice((50_000, 100_000, 240_000, 500_000, 2_000_000)))
    loebetid = random.choice((12, 24, 60, 120, 240, 360))
    vilkaar: dict[str, Any] = {"kreditbeloeb": beloeb, "rente_pa": rente, "loebetid_mdr": loebetid}
    vilkaar |= gebyrer(random, beloeb)
    if alene:
        return vilkaar
    naesten_ens = random.random() < 0.2
    if naesten_ens:
        andre = vilkaar | {"stiftelsesgebyr": vilkaar["stiftelsesgebyr"] + random.choice((0, 1))}
    else:
        andre = gebyrer(random, beloeb) | {
            "kreditbeloeb": beloeb,
            "rente_pa": b_rente,
            "loebetid_mdr": loebetid,
        }
    if random.random() < 0.2:
        andre["kreditbeloeb"] += random.choice((-10_000, 10_000, 50_000))
    if random.random() < 0.2:
        andre["loebetid_mdr"] = random.choice((loebetid + 12, loebetid * 2 if loebetid < 300 else 300))
    return vilkaar | {f"b_{name}": value for name, value in andre.items()}


def gebyrer(random: Random, beloeb: Decimal) -> dict[str, Any]:
    """Fees of up to some percent of the credit."""
    stiftelsesgebyr = (beloeb * Decimal(random.choice(("0", "0", "0.005", "0.01", "0.02", "0.04")))).quantize(
        Decimal(1)
    )
    return {
        "stiftelsesgebyr": stiftelsesgebyr,
        "gebyr_laanes": bool(stiftelsesgebyr) and random.random() < 0.3,
        "loebende_gebyr_md": Decimal(random.choice((0, 0, 0, 25, 50))),
    }
