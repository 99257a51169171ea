"""Stories of guarantees that grow old, and the drawing of their facts."""

from datetime import date, timedelta
from random import Random
from typing import Any

from rules.calendar import add_months
from rules.kaution.kautionens_varighed.facts import Haendelse, Hvem, topic
from rules.kaution.omfang import LANGIVER_FORTALT, Langiver

SDO = """[sdo_laan_oplyst: Lånet kan finansieres med særligt dækkede obligationer, og {@kautionist} blev udtrykkeligt gjort
    opmærksom på det og på virkningen. | ]"""


@topic.variants(
    f"""{{@kautionist}} og {{@medkautionist}} er ægtefæller. Den {{indgaaet}} bliver der kautioneret for [variabelt_beloeb: en kassekredit |
    et lån], som {{@laantager}} har i {{@bank}}. [underskrevet_af=begge: De skriver begge under. | Kun {{@kautionist}} skriver under.]
    [privat_kautionist: | Kautionen er et led i en virksomhed, som {{@kautionist}} driver sammen med {{@laantager}}.] [faelles_ejendom: Kautionen
    bliver stillet i parrets fælles ejendom. | ] {LANGIVER_FORTALT} {SDO}

    [tidsbegraenset_aar: Efter aftalen gælder kautionen i {{tidsbegraenset_aar}}. | Aftalen nævner ingen tidsgrænse.]
    [haendelse=debitor_doed: Siden dør {{@laantager}}. | [haendelse=skilsmisse: Siden bliver parret skilt. | ]] Den {{kraevet}} kræver
    {{@bank}} betaling efter kautionen. [misforhold_til_oekonomi: Kravet er langt større, end økonomien hos {{@kautionist}} kan
    bære. | ]""",
    f"""{{@bank}} gør den {{kraevet}} en gammel kaution gældende. Den blev stillet den {{indgaaet}} for [variabelt_beloeb: en kredit uden
    fast beløb | et almindeligt lån] til {{@laantager}}. {LANGIVER_FORTALT} [tidsbegraenset_aar: I erklæringen står, at kautionen
    varer {{tidsbegraenset_aar}}. | I erklæringen står intet om, hvor længe kautionen varer.]

    [underskrevet_af=begge: Både {{@kautionist}} og ægtefællen {{@medkautionist}} har underskrevet. | {{@kautionist}} har
    underskrevet; ægtefællen {{@medkautionist}} har ikke.] [haendelse=skilsmisse: De to er i dag skilt. |
    [haendelse=debitor_doed: {{@laantager}} er død i mellemtiden. | ]] [privat_kautionist: | Det skete som led i erhverv.]
    [faelles_ejendom: Kautionen er stillet i ægtefællernes fælles ejendom. | ] [misforhold_til_oekonomi: Beløbet står slet ikke mål
    med, hvad {{@kautionist}} tjener og ejer. | ] {SDO}""",
    f"""Et lån til {{@laantager}} i {{@bank}} er sikret ved kaution. Erklæringen er dateret {{indgaaet}}, og underskrevet har
    [underskrevet_af=begge: ægtefællerne {{@kautionist}} og {{@medkautionist}}. | {{@kautionist}}, som er gift med
    {{@medkautionist}}.] [variabelt_beloeb: Lånet har ingen fast forfaldsdag. | Lånet har en fast forfaldsdag.] {LANGIVER_FORTALT}
    {SDO} [privat_kautionist: | Kautionen er stillet i forretning.] [faelles_ejendom: Kautionen er stillet i fælles ejendom. | ]

    [haendelse=skilsmisse: Ægteskabet er opløst. | [haendelse=debitor_doed: Låntageren er afgået ved døden. | ]]
    [tidsbegraenset_aar: Kautionen er aftalt til {{tidsbegraenset_aar}}. | Nogen varighed er ikke aftalt.] Kravet mod kautionen
    kommer den {{kraevet}}. [misforhold_til_oekonomi: For {{@kautionist}} er kautionen for stor i forhold til økonomien. | ]""",
)
def draw(random: Random) -> dict[str, Any]:
    """A claim within days of the agreed or of the law's end; made at a month's end or on 29 February at times."""
    indgaaet = date(random.randint(2008, 2020), random.randint(1, 12), random.choice((1, 15, 28)))
    if random.random() < 0.3:
        indgaaet = add_months(indgaaet.replace(day=1), 1) - timedelta(days=1)
    aftalt = random.choice((None, None, 1, 3, 5, 5, 8, 12, 15))
    variabelt = random.random() < 0.35
    udloeb = add_months(indgaaet, 12 * random.choice((aftalt or 10, aftalt or 5, 5 if variabelt else 10)))
    return {
        "indgaaet": indgaaet,
        "tidsbegraenset_aar": aftalt,
        "kraevet": udloeb + timedelta(days=random.choice((-300, -30, -1, 0, 0, 1, 2, 45))),
        "haendelse": random.choice((Haendelse.INGEN, Haendelse.DEBITOR_DOED, Haendelse.SKILSMISSE)),
        "underskrevet_af": random.choice((Hvem.EN, Hvem.EN, Hvem.BEGGE)),
        "faelles_ejendom": random.random() < 0.25,
        "variabelt_beloeb": variabelt,
        "privat_kautionist": random.random() < 0.85,
        "misforhold_til_oekonomi": random.random() < 0.2,
        "langiver": random.choice((*(Langiver.PENGEINSTITUT,) * 6, Langiver.REALKREDIT, Langiver.ANDEN)),
        "sdo_laan_oplyst": random.random() < 0.12,
    }
