"""Debitors indsigelser, når gældsbrevet er solgt (gældsbrevsloven §§ 15, 17 og 27).

>>> facts = Facts(type=Gaeldsbrev.OMSAETNING, indsigelse=Indsigelse.MANGEL, god_tro=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Har debitor en indsigelse? Ja (GBL § 15).
2. Er gældsbrevet et omsætningsgældsbrev? Ja (GBL § 27).
3. Er indsigelsen stærk? Nej (GBL § 17).
4. Var køberen af gældsbrevet i god tro? Ja (GBL § 15).
Altså: Indsigelsen er ekstingveret. Debitor skal betale til køberen og må holde sig til den, der solgte gældsbrevet.
"""

from random import Random
from typing import Any

from rules.citations import AFTL, GBL
from rules.facts import Choice, FactSheet, fact
from rules.topic import PENSUM, Outcomes, Topic


class Gaeldsbrev(Choice):
    """The two kinds of gældsbrev."""

    OMSAETNING = "omsaetning", "omsætningsgældsbrev"
    SIMPELT = "simpelt", "simpelt gældsbrev"


class Indsigelse(Choice):
    """What the debtor says against paying."""

    MANGEL = "mangel", "mangel ved det købte"
    FORSINKET_LEVERING = "forsinket_levering", "forsinket levering"
    SVIG = "svig", "svig"
    FALSK_UNDERSKRIFT = "falsk_underskrift", "falsk underskrift"
    VOLDELIG_TVANG = "voldelig_tvang", "voldelig tvang"
    INGEN = "ingen", "ingen indsigelse"


STAERKE = (Indsigelse.FALSK_UNDERSKRIFT, Indsigelse.VOLDELIG_TVANG)
FRA_HANDELEN = (Indsigelse.MANGEL, Indsigelse.FORSINKET_LEVERING)


class Facts(FactSheet):
    """The paper, the objection and the buyer's knowledge."""

    type: Gaeldsbrev = fact("Hvilken slags gældsbrev er solgt?")
    indsigelse: Indsigelse = fact("Hvad gør debitor gældende?")
    god_tro: bool = fact(
        "Var køberen af gældsbrevet i god tro?", help="Køberen kendte ikke og burde ikke kende indsigelsen."
    )


class Outcome(Outcomes):
    """What becomes of the objection."""

    BEVARET = "Debitor har sin indsigelse i behold over for køberen."
    EKSTINGVERET = "Indsigelsen er ekstingveret. Debitor skal betale til køberen og må holde sig til den, der solgte gældsbrevet."
    INGEN_INDSIGELSE = "Debitor har ingen indsigelse og skal betale til køberen."


topic = Topic(
    "indsigelser",
    "Debitors indsigelser",
    group="gaeldsbreve",
    question="Kan debitor gøre sin indsigelse gældende mod den, der har købt gældsbrevet?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.BEVARET, jus=GBL("§ 15"))


@pensum.step(GBL("§ 15"), no=Outcome.INGEN_INDSIGELSE)
def har_indsigelse(facts: Facts) -> bool:
    """Har debitor en indsigelse?

    [indsigelse=ingen: Der er intet at gøre gældende mod kravet. | Debitor gør gældende: {indsigelse}.]
    """
    return facts.indsigelse is not Indsigelse.INGEN


@pensum.step(GBL("§ 27"), no=Outcome.BEVARET)
def er_omsaetningsgaeldsbrev(facts: Facts) -> bool:
    """Er gældsbrevet et omsætningsgældsbrev?

    [type=omsaetning: Et omsætningsgældsbrev er beregnet til salg, og køberen kan få bedre ret end sælgeren. |
    Ved et simpelt gældsbrev får køberen ikke bedre ret end sælgeren, og debitor har alle indsigelser i behold.]
    """
    return facts.type is Gaeldsbrev.OMSAETNING


@pensum.step(GBL("§ 17"), yes=Outcome.BEVARET)
def er_staerk(facts: Facts) -> bool:
    """Er indsigelsen stærk?

    Debitor påberåber sig {indsigelse}. Falsk underskrift og voldelig tvang er stærke indsigelser; mangler, forsinkelse
    og svig er svage.
    """
    return facts.indsigelse in STAERKE


@pensum.step(GBL("§ 15"), yes=Outcome.EKSTINGVERET, no=Outcome.BEVARET)
def er_i_god_tro(facts: Facts) -> bool:
    """Var køberen af gældsbrevet i god tro?

    [god_tro: Køberen vidste intet om indsigelsen og havde ingen grund til mistanke. | Køberen vidste eller burde vide,
    at debitor havde en indsigelse, og er derfor ikke beskyttet.]
    """
    return facts.god_tro


@pensum.mistake(er_omsaetningsgaeldsbrev)
def alle_gaeldsbreve_er_omsaettelige(facts: Facts) -> bool:
    """Du har behandlet et simpelt gældsbrev som et omsætningsgældsbrev. Ekstinktion findes kun ved omsætningsgældsbreve."""
    return True


@pensum.mistake(er_staerk)
def mangler_er_staerke(facts: Facts) -> bool:
    """Du har kaldt {indsigelse} en stærk indsigelse. Indsigelser fra selve handelen er svage og kan ekstingveres."""
    return facts.indsigelse in (*STAERKE, *FRA_HANDELEN)


@pensum.mistake(er_staerk)
def svig_er_staerk(facts: Facts) -> bool:
    """Du har kaldt svig en stærk indsigelse. Kun falsk underskrift og voldelig tvang kan gøres gældende mod enhver."""
    return facts.indsigelse in (*STAERKE, Indsigelse.SVIG)


@pensum.mistake(er_staerk)
def alt_kan_ekstingveres(facts: Facts) -> bool:
    """Du har ladet {indsigelse} være en svag indsigelse. Den er stærk og består, selv om køberen er i god tro."""
    return False


@pensum.mistake(er_i_god_tro)
def enhver_koeber_er_beskyttet(facts: Facts) -> bool:
    """Du har beskyttet en køber, der kendte eller burde kende indsigelsen. Ekstinktion kræver god tro."""
    return True


@pensum.mistake("outcome")
def koeberen_faar_aldrig_bedre_ret(facts: Facts) -> Outcome:
    """Du har ladet indsigelsen bestå. Se efter, om der er en indsigelse, og om en køber i god tro har ekstingveret den."""
    return Outcome.BEVARET


pensum.wrong_provision(
    "bruger_reglen_om_meddelelse",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse til skyldneren. Om indsigelsen består, følger af GBL §§ 15, 17 og 27.",
)
pensum.wrong_provision(
    "bruger_reglen_om_raadighed",
    GBL("§ 22"),
    "Du har valgt reglen om rådighedsberøvelse over for sælgerens kreditorer. Her er det debitor, der gør indsigelse.",
)
pensum.wrong_provision(
    "bruger_aftaleloven",
    AFTL("§ 36"),
    "Du har valgt aftalelovens generalklausul. Hvad debitor kan sige til en ny ejer, står i gældsbrevsloven.",
)

INDSIGELSEN = """[indsigelse=mangel: {@debitor} gør gældende, at der er skjulte mangler ved det købte. |
    [indsigelse=forsinket_levering: {@debitor} gør gældende, at varerne blev leveret alt for sent. |
    [indsigelse=svig: {@debitor} gør gældende, at sælgeren bevidst havde løjet om det købte. |
    [indsigelse=falsk_underskrift: {@debitor} gør gældende, at underskriften på gældsbrevet er falsk. |
    [indsigelse=voldelig_tvang: {@debitor} gør gældende, at underskriften blev sat under trusler om vold. |
    {@debitor} har ingen indvendinger mod kravet.]]]]]"""


@topic.variants(
    f"""{{@debitor}} har udstedt et gældsbrev til {{@saelger}}. [type=omsaetning: Det lyder på betaling til sælgeren
    »eller ordre«. | Det lyder kun på sælgerens navn og er et simpelt gældsbrev.] {{@saelger}} sælger det til {{@investor}}.

    {{@investor}} kræver betaling. {INDSIGELSEN} [god_tro: {{@investor}} kendte intet til forholdet mellem parterne. |
    {{@investor}} havde hørt om parternes mellemværende før købet af gældsbrevet.]""",
    f"""{{@investor}} køber af {{@saelger}} [type=omsaetning: et omsætningsgældsbrev | et simpelt gældsbrev], som
    {{@debitor}} står som skyldner på. [god_tro: {{@investor}} havde undersøgt sagen og fundet alt i orden. | {{@investor}}
    burde have fattet mistanke, for prisen var påfaldende lav.]

    Nu forfalder gælden. {INDSIGELSEN}""",
    f"""Et [type=omsaetning: pantebrev, der kan omsættes frit, | navnegældsbrev, der ikke er beregnet til omsætning,] er
    gået fra {{@saelger}} til {{@investor}}. Skyldneren er {{@debitor}}. {INDSIGELSEN}

    [god_tro: Ved købet var {{@investor}} i god tro. | Ved købet var {{@investor}} klar over, at der kunne være problemer.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Every kind of objection, somewhat more often to a negotiable paper and a buyer in good faith."""
    return {
        "type": random.choice((Gaeldsbrev.OMSAETNING, Gaeldsbrev.OMSAETNING, Gaeldsbrev.SIMPELT)),
        "indsigelse": random.choice(list(Indsigelse)),
        "god_tro": random.random() < 0.65,
    }
