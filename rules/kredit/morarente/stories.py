"""Stories of late payment, around the turns of the half-years."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.morarente.facts import Dagtaelling, Kreditgiver, topic
from rules.kredit.morarente.gaeldende_ret import halvaar

SATSER = tuple(Decimal(sats) for sats in ("3.75", "3.5", "2.75", "2", "1.75", "0.5"))


@topic.variants(
    """{@debitor} skylder [kreditgiver_type=anden: {@saelger} | {kreditgiver_type}] {forfaldent_beloeb} [forbruger: for et privat køb. | for et køb til sin virksomhed.] Beløbet
    forfalder den {forfaldsdag}. [anmodet: Dagen var ikke aftalt på forhånd, og kreditgiveren beder om pengene den {anmodet}. | Dagen stod i
    aftalen.] Der bliver betalt den {betalt_dag}.

    [aftalt_forhalingsrente: Der er aftalt {rente_pa} om året i forhalingsrente. | Aftalen nævner ikke forhalingsrente.]
    [referencesatser: Nationalbankens udlånsrente sættes her til {referencesatser} i halvårene fra og med forfaldsdagens. | ] Dagene tælles som
    {dagtaelling}.""",
    """Et beløb på {forfaldent_beloeb} skulle {@debitor} have betalt den {forfaldsdag}, og pengene kommer den {betalt_dag}. [forbruger: {@debitor} er
    forbruger, | {@debitor} handler som erhvervsdrivende,] og kreditor er [kreditgiver_type=anden: {@saelger}. | {kreditgiver_type}.]

    [aftalt_forhalingsrente: I kontrakten står en forhalingsrente på {rente_pa} om året. | I kontrakten står intet om rente ved forsinkelse.]
    [anmodet: Dagen var ikke fastsat i kontrakten; kreditor sendte et krav den {anmodet}. | Dagen var fastsat i kontrakten.] [referencesatser:
    Gå ud fra, at Nationalbankens udlånsrente i forfaldsdagens halvår og de følgende er {referencesatser}. | ] Dagene regnes som {dagtaelling}.""",
    """Først den {betalt_dag} betaler {@debitor} {forfaldent_beloeb}. Forfaldsdagen var den {forfaldsdag}. [anmodet: Den fulgte ikke af aftalen,
    og den {anmodet} blev {@debitor} bedt om at betale. | Den fulgte af aftalen.] Renten regnes med {dagtaelling}.

    [aftalt_forhalingsrente: Parterne har aftalt en forhalingsrente, {rente_pa} om året. | Parterne har ikke aftalt nogen forhalingsrente.]
    Aftalen er indgået med [kreditgiver_type=anden: {@saelger}, | {kreditgiver_type},] [forbruger: og {@debitor} er forbruger. | og gælden hører til erhvervet hos {@debitor}.]
    [referencesatser: I denne opgave er Nationalbankens udlånsrente {referencesatser} i halvårene fra forfaldsdagens og frem. | ]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Due days near the turn of a half-year or a month, paid on the day, days or months later."""
    aar = random.choice((2024, 2025, 2026))
    forfald = random.choice(
        (
            date(aar, 6, 1),
            date(aar, 6, 30),
            date(aar, 7, 1),
            date(aar, 12, 31),
            date(aar, 3, 15),
            date(aar, 8, 31),
        )
    )
    anmodet = forfald + timedelta(days=random.choice((-40, 0, 5, 10))) if random.random() < 0.3 else None
    start = max(forfald, anmodet + timedelta(days=30)) if anmodet else forfald
    betalt = random.choice((start, forfald)) + timedelta(
        days=random.choice((0, 0, 1, 30, 31, 60, 92, 200, 365))
    )
    aftalt = random.random() < 0.5
    return {
        "aftalt_forhalingsrente": aftalt,
        "rente_pa": Decimal(random.choice(("6", "8.5", "12", "15", "18"))) if aftalt else None,
        "forfaldent_beloeb": Decimal(random.randrange(20_000, 400_000, 2_500)),
        "forfaldsdag": forfald,
        "betalt_dag": betalt,
        "dagtaelling": Dagtaelling.FAKTISK_365 if random.random() < 0.7 else Dagtaelling.TREDIVE_360,
        "referencesatser": tuple(random.sample(SATSER, halvaar(betalt) - halvaar(forfald) + 1)),
        "kreditgiver_type": random.choice(
            (Kreditgiver.PENGEINSTITUT, Kreditgiver.REALKREDIT, Kreditgiver.ANDEN, Kreditgiver.ANDEN)
        ),
        "forbruger": random.random() < 0.8,
        "anmodet": anmodet,
    }
