"""What the course book says of the debtor's objections."""

from rules.citations import AFTL, GBL
from rules.gaeldsbreve.indsigelser.facts import FRA_HANDELEN, STAERKE, Facts, Indsigelse, Outcome, topic
from rules.gaeldsbreve.papirer import Gaeldsbrev
from rules.topic import PENSUM

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
