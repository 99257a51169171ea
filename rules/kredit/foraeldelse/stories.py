"""Stories and drawn facts: days around the deadline, deadlines around weekends and holidays."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules.calendar import add_years, next_working_day
from rules.kredit.foraeldelse.facts import Afbrydelse, Frist, topic

DETTE_SKETE = """[afbrydelse=retsskridt: Den {afbrudt} gik {@saelger} i retten med sit krav[afgoerelse:, og den {afgoerelse} faldt der dom. | , og
    sagen er ikke afgjort.] | [afbrydelse=fogedret: Den {afbrudt} bad {@saelger} fogedretten om hjælp til at få dækket
    kravet[afgoerelse:, og forretningen sluttede den {afgoerelse}. | , men forretningen er ikke afsluttet.] |
    [afbrydelse=ingen: [afbrudt: Den {afbrudt} sendte {@saelger} en rykker. | {@saelger} har ikke foretaget sig noget.] |
    [afbrudt: Den {afbrudt} erkendte {@koeber} gælden [erkendelse_skriftlig_med_beloeb: i et brev, hvor beløbet stod. | i en
    samtale.] | [afbrydelse: Gælden er erkendt. | Siden har ingen nævnt kravet.]]]]] [afbrudt_beloeb: Skridtet dækker kun
    {afbrudt_beloeb} af kravet. | ]"""
KRAVET = """[pengelaan: Kravet stammer fra et pengelån. | Kravet er en købesum.] [gaeldsbrev_eller_erkendelse: {@koeber} har
    underskrevet et gældsbrev. | ] [seneste_bevaegelse: Lånet er en kredit uden aftalt forfaldsdag, som blev sagt op til
    den dag. {@koeber} brugte den sidst den {seneste_bevaegelse}. | ] [fordring: Det lyder på {fordring}. | ]"""
FRIST = "[frist_type=ti_aar: Bogens frist for kravet er ti år. | Bogens frist for kravet er tre år.]"


@topic.variants(
    f"""{{@saelger}} har et krav mod {{@koeber}} efter en aftale af {{stiftet}}. Det skulle være betalt den {{forfalden}}. {KRAVET}
    {FRIST}

    {DETTE_SKETE} [ejendomsforbehold: {{@saelger}} har ejendomsforbehold i den leverede ting. | {{@saelger}} har intet
    ejendomsforbehold.] Nu, den {{i_dag}}, kræver {{@saelger}} sine penge.""",
    f"""Det er den {{i_dag}}. {{@koeber}} får et brev om gammel gæld til {{@saelger}}. Aftalen er fra den {{stiftet}}, og betalingen
    forfaldt den {{forfalden}}. {KRAVET} {DETTE_SKETE}

    [ejendomsforbehold: Tingen blev leveret med ejendomsforbehold, og {{@saelger}} vil have den tilbage. | {{@saelger}} har ikke
    forbeholdt sig ejendomsretten.] {FRIST}""",
    f"""{{@koeber}} betalte aldrig, hvad {{@saelger}} havde til gode. Aftalen blev indgået den {{stiftet}} med betaling den
    {{forfalden}}. {FRIST} {KRAVET}

    {DETTE_SKETE} Den {{i_dag}} spørger {{@saelger}}, om pengene stadig kan kræves. [ejendomsforbehold: Der er et
    ejendomsforbehold at falde tilbage på. | Der er ikke noget ejendomsforbehold at falde tilbage på.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Today within days of a deadline; an interruption in every second claim, often within days of the first deadline."""
    forfalden = _forfaldsdag(random)
    stiftet = forfalden - timedelta(days=random.choice((0, 30, 92, 400)))
    pengelaan, dokument = random.random() < 0.35, random.random() < 0.25
    ti_aar = random.random() < 0.5
    bevaegelse = None
    if pengelaan and random.random() < 0.4:
        bevaegelse = max(stiftet, forfalden + timedelta(days=random.choice((-200, -1, 0, 60))))
    start = min(bevaegelse or forfalden, forfalden)
    lovens = next_working_day(add_years(start, 10 if pengelaan or dokument else 3))
    bogens = add_years(stiftet, 10) if ti_aar else add_years(forfalden, 3)
    facts = {
        "stiftet": stiftet,
        "forfalden": forfalden,
        "frist_type": Frist.TI_AAR if ti_aar else Frist.TRE_AAR,
        "ejendomsforbehold": not pengelaan and random.random() < 0.6,
        "gaeldsbrev_eller_erkendelse": dokument,
        "pengelaan": pengelaan,
        "seneste_bevaegelse": bevaegelse,
        "fordring": Decimal(random.randrange(20_000, 300_000, 500)) if random.random() < 0.5 else None,
    }
    naer = random.choice((lovens, bogens))
    if random.random() < 0.5:
        return facts | {"i_dag": max(stiftet, naer + timedelta(days=random.choice((-2, -1, 0, 1, 2, 40))))}
    afbrudt = max(stiftet, naer + timedelta(days=random.choice((-700, -30, -1, 0, 1, 3, 90))))
    return facts | _afbrydelse(random, afbrudt, facts)


def _forfaldsdag(random: Random) -> date:
    """Any day, and more often than not one whose anniversaries fall on Christmas, New Year, Grundlovsdag or a month's end."""
    aar = random.randint(2008, 2024)
    if random.random() < 0.4:
        return date(aar, random.randint(1, 12), random.randint(1, 28))
    maaned, dag = random.choice(
        ((6, 5), (12, 24), (12, 25), (12, 31), (1, 1), (4, 2), (5, 14), (2, 28), (8, 31))
    )
    return date(aar, maaned, dag)


def _afbrydelse(random: Random, afbrudt: date, facts: dict[str, Any]) -> dict[str, Any]:
    """What happened, when it was decided, what part it covers, and a day within days of the new deadline."""
    slags = random.choice(
        (
            Afbrydelse.ERKENDELSE,
            Afbrydelse.RETSSKRIDT,
            Afbrydelse.RETSSKRIDT,
            Afbrydelse.FOGEDRET,
            Afbrydelse.INGEN,
        )
    )
    sag = slags in (Afbrydelse.RETSSKRIDT, Afbrydelse.FOGEDRET)
    afgoerelse = (
        afbrudt + timedelta(days=random.choice((60, 250, 400))) if sag and random.random() < 0.7 else None
    )
    frist = next_working_day(add_years(afgoerelse or afbrudt, random.choice((3, 10, 10))))
    helt = facts["fordring"] is None or random.random() < 0.5
    i_dag = random.choice((frist, frist, afgoerelse or afbrudt)) + timedelta(
        days=random.choice((-1, 0, 1, 30))
    )
    return {
        "i_dag": max(i_dag, afgoerelse or afbrudt),
        "afbrudt": afbrudt,
        "afbrydelse": slags,
        "afgoerelse": afgoerelse,
        "afbrudt_beloeb": None if helt else (facts["fordring"] / 4).quantize(Decimal(1)),
        "erkendelse_skriftlig_med_beloeb": slags is Afbrydelse.ERKENDELSE and random.random() < 0.5,
    }
