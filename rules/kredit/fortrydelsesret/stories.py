"""Drawn facts with withdrawals around the last day, and the stories that tell them."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules.kredit.fortrydelsesret.facts import Facts, topic
from rules.kredit.fortrydelsesret.gaeldende_ret import NY_LOV, yderste_dag
from rules.kredit.fortrydelsesret.pensum import BETALINGSDAGE, FORTRYDELSESDAGE

WEEKDAYS = range(5)


@topic.variants(
    """{@laantager} indgår den {indgaaet} aftale med {@bank} om at låne {laanebeloeb} til en rente på {rente_pa} om året.
    [vilkaar_modtaget: Vilkårene får {@laantager} den {vilkaar_modtaget}. | Vilkårene får {@laantager} aldrig.]
    [oplyst_om_fortrydelsesret: | I aftalen står der intet om fortrydelsesret.]
    [obligationsfinansieret_realkredit: Lånet er finansieret med obligationer og har pant i en bolig. | ]
    [kassekredit_paa_anfordring: Kreditten er en kassekredit, som banken når som helst kan kræve betalt. | ]

    [udbetalt: Pengene bliver udbetalt den {udbetalt}. | Pengene bliver ikke udbetalt.] [fortrudt: Den {fortrudt} skriver
    {@laantager} til banken og fortryder. | {@laantager} skriver aldrig til banken om at fortryde.] [tilbagebetalt: Hele beløbet er
    betalt tilbage den {tilbagebetalt}. | ]""",
    """[fortrudt: {@laantager} fortryder sit lån i {@bank} og sender besked den {fortrudt}. | {@laantager} overvejer at fortryde sit
    lån i {@bank}, men har ikke gjort det.] Aftalen er fra den {indgaaet} og lyder på {laanebeloeb} til {rente_pa} om året.

    [vilkaar_modtaget: Vilkårene blev modtaget den {vilkaar_modtaget}. | Banken har ikke sendt vilkårene.]
    [oplyst_om_fortrydelsesret: | Banken har glemt at oplyse om retten til at fortryde.] [udbetalt: Lånet blev udbetalt den
    {udbetalt}. | Lånet er ikke udbetalt.] [tilbagebetalt: Den {tilbagebetalt} betalte {@laantager} det tilbage. | ]
    [obligationsfinansieret_realkredit: Det er et obligationslån med pant i fast ejendom. | ] [kassekredit_paa_anfordring: Der er
    tale om en kassekredit, der skal indfries på anfordring. | ]""",
    """Et lån på {laanebeloeb} med {rente_pa} i årlig rente blev aftalt mellem {@bank} og {@laantager} den {indgaaet}. [udbetalt: Banken
    satte pengene ind på kontoen den {udbetalt}. | Banken har endnu ikke sat pengene ind på kontoen.]

    [vilkaar_modtaget: {@laantager} havde vilkårene i hånden den {vilkaar_modtaget}. | {@laantager} har stadig ikke set vilkårene.]
    [fortrudt: Beskeden om, at lånet fortrydes, blev sendt den {fortrudt}. | Der er ikke sendt nogen besked om fortrydelse.]
    [tilbagebetalt: Pengene var tilbage hos banken den {tilbagebetalt}. | ] [obligationsfinansieret_realkredit: Lånet hviler på
    obligationer og er sikret i det hus, som {@laantager} ejer. | ] [kassekredit_paa_anfordring: Lånet er en kassekredit, der kan kræves
    betalt uden varsel. | ] [oplyst_om_fortrydelsesret: | Aftalen nævner ikke, at lånet kan fortrydes.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Withdrawals around the last day; deadlines on weekdays, since no source moves them."""
    while True:
        facts = _draw(random)
        fortrudt, vilkaar = facts["fortrudt"], facts["vilkaar_modtaget"]
        frister = [] if vilkaar is None else [max(facts["indgaaet"], vilkaar) + FORTRYDELSE]
        frister += [] if fortrudt is None else [fortrudt + BETALING]
        if all(frist.weekday() in WEEKDAYS for frist in frister):
            return facts


FORTRYDELSE = timedelta(days=FORTRYDELSESDAGE)
BETALING = timedelta(days=BETALINGSDAGE)


def _draw(random: Random) -> dict[str, Any]:
    indgaaet = date(random.choice((2024, 2025, 2026, 2027)), random.randint(1, 12), random.randint(1, 28))
    if random.random() < 0.1:
        indgaaet = NY_LOV + timedelta(days=random.choice((-2, -1, 0, 1)))
    vilkaar = indgaaet + timedelta(days=random.choice((-4, -1, 0, 0, 0, 1, 4, 9)))
    modtaget = vilkaar if random.random() < 0.75 else None
    yderst = yderste_dag(Facts(indgaaet=indgaaet, laanebeloeb=Decimal(1), rente_pa=Decimal(0)))
    naer = max(indgaaet, vilkaar) + FORTRYDELSE
    if modtaget is None:
        naer = random.choice((naer, indgaaet + timedelta(days=90), yderst))
    fortrudt = max(naer + timedelta(days=random.choice((-9, -5, -1, 0, 0, 1, 1, 6))), indgaaet)
    udbetalt = indgaaet + timedelta(days=random.choice((0, 0, 1, 3)))
    tilbagebetalt = max(fortrudt, udbetalt) + timedelta(days=random.choice((3, 14, 21, 29, 30)))
    realkredit = random.random() < 0.08
    har_fortrudt, er_udbetalt = random.random() < 0.9, random.random() < 0.92
    return {
        "indgaaet": indgaaet,
        "vilkaar_modtaget": modtaget,
        "fortrudt": fortrudt if har_fortrudt else None,
        "laanebeloeb": Decimal(random.randrange(20_000, 400_000, 5_000)),
        "rente_pa": Decimal(random.choice(("3.5", "5", "6", "7.25", "9", "12"))),
        "udbetalt": udbetalt if er_udbetalt else None,
        "tilbagebetalt": tilbagebetalt if har_fortrudt and er_udbetalt and random.random() < 0.9 else None,
        "obligationsfinansieret_realkredit": realkredit,
        "kassekredit_paa_anfordring": not realkredit and random.random() < 0.08,
        "oplyst_om_fortrydelsesret": random.random() < 0.85,
    }
