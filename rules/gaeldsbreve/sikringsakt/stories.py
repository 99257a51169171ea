"""Stories and drawn facts for the act that secures the buyer."""

from datetime import date, timedelta
from random import Random
from typing import Any

from rules.gaeldsbreve.papirer import Gaeldsbrev
from rules.gaeldsbreve.sikringsakt.facts import Afsender, Overdragelse, topic

PAPIRET = """[digitalt_pantebrev: et tinglyst digitalt pantebrev, der er [type=omsaetning: et omsætningsgældsbrev, | gjort simpelt med ordene »ikke til ordre«,] |
    [type=omsaetning: et omsætningsgældsbrev | et simpelt gældsbrev]]"""
HANDLINGERNE = """[debitor_underrettet: {@debitor} får den {debitor_underrettet} besked fra [underretning_fra=overdrager: {@saelger} selv |
    [underretning_fra=anden: en bekendt | {@investor}]] om overdragelsen[underretning_klar: . |, men beskeden er til at misforstå.] |
    {@debitor} får ingen besked om overdragelsen.] [i_koebers_besiddelse: {@investor} får selve gældsbrevet i hånden den {i_koebers_besiddelse}. | {@investor} får ikke selve gældsbrevet i hånden.]
    [saelger_har_adgang: {@saelger} kan stadig komme til gældsbrevet. | {@saelger} kan ikke længere komme til gældsbrevet.]
    [overdragelse_tinglyst: Overdragelsen bliver tinglyst den {overdragelse_tinglyst}. | ]"""


@topic.variants(
    f"""{{@saelger}} [overdragelse=pant: pantsætter | sælger] {PAPIRET} til {{@investor}}. Skyldneren er {{@debitor}}.
    [virksomhed_overdraget: Det sker som led i, at hele virksomheden skifter hænder med alle sine fordringer. | ]

    {HANDLINGERNE}

    {{@saelger}} har også andre kreditorer, og den {{udlaeg}} gør en af dem udlæg i fordringen.""",
    f"""Den {{udlaeg}} gør {{@bank}} udlæg i en fordring på {{@debitor}}, som banken mener tilhører {{@saelger}}. Fordringen er {PAPIRET} og er
    [overdragelse=pant: pantsat | solgt] til {{@investor}}. [virksomhed_overdraget: {{@investor}} har fået hele virksomheden overdraget med dens fordringer. | ]

    {HANDLINGERNE} Hvem har retten til fordringen?""",
    f"""{{@investor}} har [overdragelse=pant: fået pant i | købt] {PAPIRET} af {{@saelger}}. [virksomhed_overdraget: Overdragelsen omfattede
    hele virksomheden og alt, hvad den havde til gode. | ] {{@debitor}} skylder pengene.

    {HANDLINGERNE} En kreditor hos {{@saelger}} gør udlæg den {{udlaeg}}.""",
)
def draw(random: Random) -> dict[str, Any]:
    """Notice, possession and registration within days of the levy, now and then the act that belongs to the other kind."""
    udlaeg = date(random.choice((2025, 2026, 2027)), random.randint(1, 12), random.randint(1, 28))

    def naer(chance: float) -> date | None:
        dag = udlaeg + timedelta(days=random.choice((-12, -1, -1, 0, 0, 1, 6)))
        return dag if random.random() < chance else None

    simpelt = random.random() < 0.5
    digitalt = random.random() < 0.25
    return {
        "type": Gaeldsbrev.SIMPELT if simpelt else Gaeldsbrev.OMSAETNING,
        "debitor_underrettet": naer(0.75 if simpelt else 0.4),
        "i_koebers_besiddelse": None if digitalt else naer(0.3 if simpelt else 0.8),
        "udlaeg": udlaeg,
        "saelger_har_adgang": random.random() < 0.35,
        "overdragelse": random.choice(list(Overdragelse)),
        "digitalt_pantebrev": digitalt,
        "overdragelse_tinglyst": naer(0.7) if digitalt else None,
        "underretning_fra": random.choice((*(Afsender.ERHVERVER,) * 2, *Afsender)),
        "underretning_klar": random.random() < 0.8,
        "virksomhed_overdraget": simpelt and not digitalt and random.random() < 0.2,
    }
