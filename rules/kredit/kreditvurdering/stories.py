"""Stories and drawn facts: papers mostly complete, means near the instalment, the debt factor near the limits."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.kreditvurdering.facts import Registrering, topic

SAGEN = """Årsopgørelsen [aarsopgoerelse: er hentet. | er ikke hentet.] Et budget [budget: foreligger, | foreligger ikke,] og der
    er lønsedler for {loensedler_mdr}."""
TAL = """Indtægten er {indtaegt_md} om måneden og {aarsindtaegt} om året, de faste udgifter er {faste_udgifter_md}, og det nye
    lån vil koste {ydelse_md} om måneden. Med lånet bliver den samlede gæld {samlet_gaeld}."""
BOLIG = """[boligkredit: Pengene skal bruges til at købe en bolig. | Pengene skal ikke bruges til en bolig.] [aftaledato: Aftaledagen er
    {aftaledato}. | ]"""
SIKKERHED = "[sikkerhed_vaerdi: Til sikkerhed er der pant til en værdi af {sikkerhed_vaerdi}. | Der stilles ingen sikkerhed.]"


@topic.variants(
    f"""{{@laantager}} søger om et lån på {{laan}} i {{@bank}}. {BOLIG} {SAGEN} [registre_tjekket: RKI og Debitor Registret er tjekket. |
    RKI og Debitor Registret er ikke tjekket.] Om {{@laantager}} står der i RKI: {{registrering}}. {TAL} [indtaegt_stabil:
    Stillingen er fast. | Stillingen udløber om et halvt år.] {SIKKERHED}

    [bevilget: Banken bevilger lånet. | Banken har endnu ikke taget stilling.] [dokumenteret: Vurderingen er skrevet ned i
    sagen. | Der er ikke skrevet noget ned om vurderingen.]""",
    f"""[bevilget: {{@bank}} har bevilget {{@laantager}} et lån på {{laan}}. | {{@bank}} overvejer at låne {{@laantager}} {{laan}}.] {BOLIG}
    [dokumenteret: Sagen rummer et notat om vurderingen. | Sagen rummer intet notat om vurderingen.] {SAGEN}

    {TAL} [indtaegt_stabil: Indtægten er stabil. | Indtægten svinger meget.] {SIKKERHED} [registre_tjekket: Banken har slået
    {{@laantager}} op i registrene over dårlige betalere. | Banken har ikke slået {{@laantager}} op i registrene over dårlige
    betalere.] Der står: {{registrering}}.""",
    f"""RKI melder om {{@laantager}}: {{registrering}}. Arbejdet er [indtaegt_stabil: sikkert. | usikkert.] {TAL}

    {SAGEN} [registre_tjekket: Registrene er gennemgået. | Registrene er ikke gennemgået.] Lånet er på {{laan}}. {BOLIG} {SIKKERHED}
    [bevilget: {{@bank}} har sagt ja til lånet | {{@bank}} har ikke sagt ja til lånet] og har [dokumenteret: gemt en skriftlig
    vurdering. | ikke gemt nogen skriftlig vurdering.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Papers mostly complete, the free amount near the instalment, the debt factor near the limits."""
    indtaegt = Decimal(random.choice((0, 18_000, 24_000, 30_000, 35_000, 42_000, 50_000)))
    udgifter = (indtaegt * random.choice((50, 60, 65, 70)) / 100).quantize(Decimal(100)) or Decimal(4_000)
    raad = indtaegt - udgifter
    aarsindtaegt = indtaegt * random.choice((12, 15, 16))
    faktor = Decimal(random.choice(("2.5", "3.9", "4.17", "4.6", "5", "5.01", "6")))
    gaeld = aarsindtaegt * faktor or Decimal(300_000)
    laan = (gaeld * random.choice((50, 80, 90, 100)) / 100).quantize(Decimal(100))
    fuld = random.random() < 0.7
    return {
        "loensedler_mdr": 3 if fuld else random.choice((0, 2, 3, 3)),
        "aarsopgoerelse": fuld or random.random() < 0.7,
        "budget": fuld or random.random() < 0.7,
        "registre_tjekket": fuld or random.random() < 0.5,
        "registrering": random.choice(
            (*(Registrering.INGEN,) * 3, Registrering.GAMMEL_OG_BETALT, Registrering.AKTUEL)
        ),
        "indtaegt_md": indtaegt,
        "faste_udgifter_md": udgifter,
        "ydelse_md": max(raad + random.choice((-6_000, -4_000, -1_000, 0, 0, 500, 6_000)), Decimal(1_000)),
        "samlet_gaeld": gaeld,
        "aarsindtaegt": aarsindtaegt,
        "laan": laan,
        "sikkerhed_vaerdi": laan * random.choice((0, 80, 100, 125, 150)) / 100,
        "indtaegt_stabil": random.random() < 0.8,
        "dokumenteret": random.random() < 0.6,
        "bevilget": random.random() < 0.6,
        "boligkredit": random.random() < 0.5,
        "aftaledato": random.choice((*(None,) * 6, date(2026, 11, 19), date(2026, 11, 20))),
    }
