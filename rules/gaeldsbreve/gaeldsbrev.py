"""Hvornår et dokument er et gældsbrev (ulovbestemt). Every condition is tested; none hides another.

>>> facts = Facts(skriftligt=True, kun_debitor_forpligtet=False, ubetinget=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Er løftet om at betale skriftligt? Ja (ulovbestemt gældsbrevsret).
2. Er det kun debitor, der forpligter sig? Nej (ulovbestemt gældsbrevsret).
3. Er løftet om at betale ubetinget? Ja (ulovbestemt gældsbrevsret).
Altså: Dokumentet er ikke et gældsbrev. Begge parter forpligter sig.
"""

from random import Random
from typing import Any

from rules.citations import AFTL, FL, GBL, KAL, doctrine
from rules.facts import FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

GAELDSBREVSRET = doctrine("ulovbestemt gældsbrevsret")


class Facts(FactSheet):
    """What the document says, and who is bound by it."""

    skriftligt: bool = fact("Er løftet om at betale skriftligt?", help="På papir eller digitalt.")
    kun_debitor_forpligtet: bool = fact(
        "Er det kun debitor, der forpligter sig?",
        help="I en købekontrakt har begge parter pligter, og svaret er nej.",
    )
    ubetinget: bool = fact(
        "Er løftet om at betale ubetinget?", help="»Jeg betaler, hvis varen virker« er et betinget løfte."
    )
    bestemt_beloeb: bool = fact(
        "Lyder løftet på et bestemt beløb?",
        default=True,
        reading=GAELDENDE_RET,
        help="Beløbet skal kunne læses eller regnes ud af dokumentet.",
    )


class Outcome(Outcomes):
    """Whether the document is a gældsbrev."""

    GAELDSBREV = "Dokumentet er et gældsbrev."
    IKKE_GAELDSBREV = "Dokumentet er ikke et gældsbrev."


topic = Topic(
    "gaeldsbrev",
    "Hvad er et gældsbrev?",
    group="gaeldsbreve",
    question="Er dokumentet et gældsbrev?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)

# The space before each sentence belongs to it, so that a condition that holds leaves none behind.
MANGLER = (
    "[skriftligt: |  Løftet er kun mundtligt.][kun_debitor_forpligtet: |  Begge parter forpligter sig.]"
    "[ubetinget: |  Løftet er betinget.]"
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.GAELDSBREV,
    failed=Outcome.IKKE_GAELDSBREV,
    jus=GAELDSBREVSRET,
    texts={Outcome.IKKE_GAELDSBREV: f"Dokumentet er ikke et gældsbrev.{MANGLER}"},
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.GAELDSBREV,
    failed=Outcome.IKKE_GAELDSBREV,
    jus=GAELDSBREVSRET,
    texts={
        Outcome.IKKE_GAELDSBREV: f"Dokumentet er ikke et gældsbrev.{MANGLER}[bestemt_beloeb: |  Beløbet er ikke bestemt.]"
    },
)


@lov.condition(GAELDSBREVSRET, verified=False)
@pensum.condition(GAELDSBREVSRET)
def er_skriftligt(facts: Facts) -> bool:
    """Er løftet om at betale skriftligt?

    [skriftligt: Løftet står i et dokument, som kan fremlægges og gives videre. | Et mundtligt løfte kan binde, men det er ikke et gældsbrev.]
    """
    return facts.skriftligt


@lov.condition(GAELDSBREVSRET, verified=False)
@pensum.condition(GAELDSBREVSRET)
def er_ensidigt(facts: Facts) -> bool:
    """Er det kun debitor, der forpligter sig?

    [kun_debitor_forpligtet: Kreditor har ikke påtaget sig nogen pligt. | Begge parter har påtaget sig pligter, og så er det en gensidig aftale.]
    """
    return facts.kun_debitor_forpligtet


@lov.condition(GAELDSBREVSRET, verified=False)
@pensum.condition(GAELDSBREVSRET)
def er_ubetinget(facts: Facts) -> bool:
    """Er løftet om at betale ubetinget?

    [ubetinget: Løftet er et rent »jeg skylder«. | Betalingen afhænger af, at noget andet sker, og så er løftet betinget.]
    """
    return facts.ubetinget


@lov.condition(GAELDSBREVSRET, verified=False)
def er_bestemt(facts: Facts) -> bool:
    """Lyder løftet på et bestemt beløb?

    [bestemt_beloeb: Løftet siger, hvor meget der skyldes. | Løftet siger ikke, hvor meget der skyldes.] Kravet følger af teorien; bogen nævner det ikke.
    """
    return facts.bestemt_beloeb


@lov.mistake(er_skriftligt)
@pensum.mistake(er_skriftligt)
def mundtligt_loefte_er_nok(facts: Facts) -> bool:
    """Du har ladet et mundtligt løfte være et gældsbrev. Løftet kan være bindende, men et gældsbrev er et skriftligt dokument."""
    return True


@lov.mistake(er_ensidigt)
@pensum.mistake(er_ensidigt)
def gensidig_aftale_er_nok(facts: Facts) -> bool:
    """Du har regnet en gensidig aftale for ensidig. Når begge parter har pligter, som i en købekontrakt, er dokumentet ikke et gældsbrev."""
    return True


@lov.mistake(er_ubetinget)
@pensum.mistake(er_ubetinget)
def betinget_loefte_er_nok(facts: Facts) -> bool:
    """Du har ladet et betinget løfte være nok. Et gældsbrev siger uden forbehold, at debitor skylder."""
    return True


@lov.mistake(er_ubetinget)
@pensum.mistake(er_ubetinget)
def blander_betingelserne(facts: Facts) -> bool | None:
    """Du har kaldt løftet betinget, fordi dokumentet mangler noget andet. Hver betingelse prøves for sig."""
    return None if facts.skriftligt and facts.kun_debitor_forpligtet else False


@lov.mistake(er_bestemt)
def beloebet_kan_staa_aabent(facts: Facts) -> bool:
    """Du har ladet beløbet stå åbent. Et gældsbrev lyder på et bestemt beløb."""
    return True


@lov.mistake("outcome")
@pensum.mistake("outcome")
def en_betingelse_kan_undvaeres(facts: Facts) -> Outcome:
    """Du har kaldt dokumentet et gældsbrev, selv om en betingelse mangler. Alle betingelserne skal være opfyldt."""
    return Outcome.GAELDSBREV


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_opdelingen_i_slags",
        GBL("§ 11"),
        "Du har valgt reglen om, hvilke gældsbreve der kan omsættes. Den forudsætter, at der er et gældsbrev; hvad det er, siger loven ikke.",
    )
    _reading.wrong_provision(
        "bruger_formkravet_til_kreditaftaler",
        KAL("§ 8"),
        "Du har valgt formkravet til kreditaftaler. Om et dokument er et gældsbrev, er ulovbestemt.",
    )
    _reading.wrong_provision(
        "bruger_foraeldelsesreglen",
        FL("§ 5"),
        "Du har valgt reglen om forældelse af gældsbreve. Den bruger ordet, men forklarer det ikke.",
    )
    _reading.wrong_provision(
        "bruger_aftaleloven",
        AFTL("§ 1"),
        "Du har valgt aftalelovens regel om løfter. At et løfte binder, gør det ikke til et gældsbrev.",
    )


topic.departs(er_bestemt="G01")


@topic.variants(
    """{@debitor} skylder {@saelger} penge. [skriftligt: De to er enige om det i et dokument, som er underskrevet. | De to er enige om det, men de har intet skrevet ned.]
    [kun_debitor_forpligtet: {@saelger} påtager sig ikke nogen pligt. | Til gengæld lover {@saelger} at levere varer.]

    [ubetinget: Løftet fra {@debitor} lyder »jeg skylder«, og der er ingen betingelser. | {@debitor} vil kun betale, hvis varerne virker.]
    [bestemt_beloeb: | Ingen har sat tal på, hvor meget der skal betales.]""",
    """[skriftligt: På en side papir står, at | I telefonen siger {@debitor}, at] {@debitor} vil betale {@bank} [bestemt_beloeb: penge | et beløb, der først skal findes senere,]
    [ubetinget: uden forbehold. | på den betingelse, at et hussalg falder på plads.]

    [kun_debitor_forpligtet: Banken lover ikke noget til gengæld. | Banken lover til gengæld at stille en ny kredit til rådighed.] Banken spørger, om den har fået et gældsbrev.""",
    """{@investor} har fået tilbudt et krav mod {@debitor}. [skriftligt: Kravet støttes på et dokument fra {@debitor}. | Kravet støttes på det, {@debitor} har sagt til et møde.]
    [kun_debitor_forpligtet: Kun {@debitor} er bundet efter aftalen. | Efter aftalen har både {@debitor} og den anden part noget at opfylde.]

    [ubetinget: {@debitor} har lovet at betale under alle omstændigheder. | {@debitor} har lovet at betale, hvis en levering bliver godkendt.]
    [bestemt_beloeb: | Beløbets størrelse er ikke aftalt.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Each condition fails now and then, often alone."""
    return {
        "skriftligt": random.random() < 0.75,
        "kun_debitor_forpligtet": random.random() < 0.65,
        "ubetinget": random.random() < 0.7,
        "bestemt_beloeb": random.random() < 0.8,
    }
