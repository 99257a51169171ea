"""Opgørelse ved indfrielse eller misligholdelse (bogens § 27; KAL § 26, stk. 1, og § 28).

>>> facts = Facts(kreditbeloeb=500000, betalte_afdrag=200000, forfaldne_renter=0, fremtidige_renter=60000,
...               fremtidige_gebyrer=1500, betalte_renter=0, anledning=Anledning.INDFRIELSE)
>>> print(topic.decide(facts, "pensum").explain())
1. Hvad er anledningen til opgørelsen? førtidig indfrielse. (KAL § 27).
2. Er der fremtidige renter eller gebyrer, som skal holdes ude? Ja (KAL § 27, stk. 2-3).
3. Er en del af det betalte renter, som ikke nedbringer gælden? Nej (KAL § 27, stk. 2-3).
Ubetalt hovedstol: 300.000 kr.
Kreditgiverens tilgodehavende: 300.000 kr.
Altså: Kreditgiveren har 300.000 kr. til gode.
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import KAL
from rules.facts import Choice, FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Anledning(Choice):
    """Why the account is made up."""

    INDFRIELSE = "indfrielse", "førtidig indfrielse"
    MISLIGHOLDELSE = "misligholdelse", "misligholdelse"


class Facts(FactSheet):
    """What was lent, what is paid, what has fallen due and what would have come."""

    kreditbeloeb: Kroner = fact("Kreditbeløb", ge=Decimal("0.01"))
    betalte_afdrag: Kroner = fact("Betalte afdrag", help="Den del af det betalte, som nedbringer gælden.")
    forfaldne_renter: Kroner = fact("Forfaldne, ubetalte renter")
    fremtidige_renter: Kroner = fact("Fremtidige renter", help="Renter for tiden efter opgørelsen.")
    fremtidige_gebyrer: Kroner = fact("Fremtidige gebyrer", help="Gebyrer for tiden efter opgørelsen.")
    betalte_renter: Kroner = fact("Betalte renter", help="Den del af det betalte, som er renter.")
    anledning: Anledning = fact("Hvorfor gøres der op?")
    stiftelsesomkostninger: Kroner = fact(
        "Ubetalte stiftelsesomkostninger",
        default=Decimal(0),
        reading=GAELDENDE_RET,
        help="Kun dem, der er opgjort særskilt i aftalen og ikke er urimelige.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """More repaid than was lent."""
        if self.betalte_afdrag > self.kreditbeloeb:
            yield "betalte_afdrag", "højst kreditbeløbet", "Afdragene kan ikke være større end kreditbeløbet."


class Outcome(Outcomes):
    """The account is made up."""

    OPGJORT = "Kreditgiverens tilgodehavende er gjort op."


topic = Topic(
    "opgoerelse_ved_indfrielse",
    "Opgørelse ved indfrielse",
    group="kredit",
    question="Hvor meget har kreditgiveren til gode, når lånet indfries før tid eller misligholdes?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
TEKST = {Outcome.OPGJORT: "Kreditgiveren har {tilgodehavende} til gode."}
pensum = topic.reading(PENSUM, otherwise=Outcome.OPGJORT, jus=KAL("§ 27"), texts=TEKST)
lov = topic.reading(
    GAELDENDE_RET, otherwise=Outcome.OPGJORT, jus=(KAL("§ 28, stk. 2"), KAL("§ 26, stk. 1")), texts=TEKST
)


@lov.step(KAL("§ 26, stk. 1"), KAL("§ 28, stk. 1"))
@pensum.step(KAL("§ 27"))
def anledningen(facts: Facts) -> Anledning:
    """Hvad er anledningen til opgørelsen?

    [anledning=indfrielse: Låntageren betaler frivilligt lånet ud før tid. | Låntageren har misligholdt lånet, og kreditgiveren
    kræver det betalt.]
    """
    return facts.anledning


@lov.step(KAL("§ 26, stk. 1"), KAL("§ 28, stk. 2"))
@pensum.step(KAL("§ 27, stk. 2-3"))
def fremtidigt_holdes_ude(facts: Facts) -> bool:
    """Er der fremtidige renter eller gebyrer, som skal holdes ude?

    [fremtidigt_holdes_ude: Renter på {fremtidige_renter} og gebyrer på {fremtidige_gebyrer} hører til tiden efter opgørelsen og kan
    ikke kræves. | Der er ingen renter eller gebyrer for tiden efter opgørelsen.]
    """
    return facts.fremtidige_renter > 0 or facts.fremtidige_gebyrer > 0


@lov.step(KAL("§ 28, stk. 2"))
@pensum.step(KAL("§ 27, stk. 2-3"))
def renter_nedbringer_ikke(facts: Facts) -> bool:
    """Er en del af det betalte renter, som ikke nedbringer gælden?

    [betalte_renter: Af det betalte er {betalte_renter} renter. Kun afdragene på {betalte_afdrag} nedbringer gælden. | Alt det
    betalte, {betalte_afdrag}, er afdrag.]
    """
    return facts.betalte_renter > 0


@lov.figure("Ubetalt hovedstol", KAL("§ 28, stk. 2"))
@pensum.figure("Ubetalt hovedstol", KAL("§ 27, stk. 2-3"))
def ubetalt_hovedstol(facts: Facts) -> Kroner:
    """Hvor meget af kreditbeløbet er endnu ikke betalt tilbage?

    Af {kreditbeloeb} er der afdraget {betalte_afdrag}, og der er {ubetalt_hovedstol} tilbage.
    """
    return facts.kreditbeloeb - facts.betalte_afdrag


@pensum.figure("Kreditgiverens tilgodehavende", KAL("§ 27, stk. 2-3"))
def tilgodehavende(facts: Facts) -> Kroner:
    """Hvor meget har kreditgiveren i alt til gode?

    Den ubetalte hovedstol på {ubetalt_hovedstol} og de forfaldne renter på {forfaldne_renter} er {tilgodehavende}. Alt fremtidigt er
    holdt ude.
    """
    return ubetalt_hovedstol(facts) + facts.forfaldne_renter


# --- Gældende ret -------------------------------------------------------------------------------------------


@lov.step(KAL("§ 28, stk. 4"), KAL("§ 26, stk. 1"), verified=False)
def stiftelse_kan_kraeves(facts: Facts) -> bool:
    """Kan kreditgiveren også kræve stiftelsesomkostninger?

    [stiftelse_kan_kraeves: De er opgjort særskilt, er ikke urimelige og kan kræves fuldt ud efter misligholdelse. |
    [stiftelsesomkostninger: Ved førtidig indfrielse nedsættes kreditomkostningerne. Ikke efterprøvet: hvor langt EU-Domstolens dom
    C-383/18 rækker for stiftelsesomkostninger i dansk praksis. | Der er ingen ubetalte stiftelsesomkostninger.]]
    """
    return anledningen(facts) is Anledning.MISLIGHOLDELSE and facts.stiftelsesomkostninger > 0


@lov.figure("Kreditgiverens tilgodehavende", KAL("§ 28"), key="tilgodehavende")
def lovens_tilgodehavende(facts: Facts) -> Kroner:
    """Hvor meget har kreditgiveren i alt til gode?

    Den ubetalte hovedstol på {ubetalt_hovedstol}, de forfaldne renter på {forfaldne_renter} og [stiftelse_kan_kraeves:
    stiftelsesomkostninger på {stiftelsesomkostninger} | ingen stiftelsesomkostninger] giver {tilgodehavende}. Alt fremtidigt er
    holdt ude.
    """
    stiftelse = facts.stiftelsesomkostninger if stiftelse_kan_kraeves(facts) else Decimal(0)
    return ubetalt_hovedstol(facts) + facts.forfaldne_renter + stiftelse


# --- Typiske fejl -------------------------------------------------------------------------------------------


def det_rette(facts: Facts, fejl: Decimal) -> Decimal:
    """What is due by both readings without set-up costs, changed by a mistake."""
    return facts.kreditbeloeb - facts.betalte_afdrag + facts.forfaldne_renter + fejl


@lov.mistake("tilgodehavende")
@pensum.mistake(tilgodehavende)
def laegger_fremtidige_renter_til(facts: Facts) -> Kroner:
    """Du har lagt fremtidige renter til. Kreditgiveren kan ikke kræve renter for en tid, hvor der ikke er gæld: {tilgodehavende}."""
    return det_rette(facts, facts.fremtidige_renter)


@lov.mistake("tilgodehavende")
@pensum.mistake(tilgodehavende)
def laegger_fremtidige_gebyrer_til(facts: Facts) -> Kroner:
    """Du har lagt fremtidige gebyrer til. De hører til den tid, der ikke bliver brugt, og tilgodehavendet er {tilgodehavende}."""
    return det_rette(facts, facts.fremtidige_gebyrer)


@lov.mistake("tilgodehavende")
@pensum.mistake(tilgodehavende)
def glemmer_forfaldne_renter(facts: Facts) -> Kroner:
    """Du har glemt de forfaldne renter på {forfaldne_renter}. De er påløbet og skal med: {tilgodehavende}."""
    return det_rette(facts, -facts.forfaldne_renter)


@lov.mistake("tilgodehavende")
@pensum.mistake(tilgodehavende)
def traekker_fremtidigt_fra_hovedstolen(facts: Facts) -> Kroner:
    """Du har trukket de fremtidige renter og gebyrer fra hovedstolen. De skal blot ikke med i regnestykket: {tilgodehavende}."""
    return max(det_rette(facts, -facts.fremtidige_renter - facts.fremtidige_gebyrer), Decimal(0))


@lov.mistake(ubetalt_hovedstol)
@pensum.mistake(ubetalt_hovedstol)
def betalte_renter_er_afdrag(facts: Facts) -> Kroner:
    """Du har trukket betalte renter fra hovedstolen. Kun afdrag nedbringer gælden, og der er {ubetalt_hovedstol} tilbage."""
    return max(facts.kreditbeloeb - facts.betalte_afdrag - facts.betalte_renter, Decimal(0))


@lov.mistake(renter_nedbringer_ikke)
@pensum.mistake(renter_nedbringer_ikke)
def alt_betalt_er_afdrag(facts: Facts) -> bool:
    """Du har set alt det betalte som afdrag. Renterne på {betalte_renter} nedbringer ikke gælden."""
    return False


@lov.mistake(stiftelse_kan_kraeves)
def stiftelse_ogsaa_ved_indfrielse(facts: Facts) -> bool | None:
    """Du har ladet stiftelsesomkostningerne stå ved førtidig indfrielse. Reglen om, at de kan kræves fuldt ud, gælder ved misligholdelse."""
    return True if facts.stiftelsesomkostninger > 0 else None


@lov.mistake(stiftelse_kan_kraeves)
def stiftelse_er_fremtidigt_gebyr(facts: Facts) -> bool:
    """Du har holdt stiftelsesomkostningerne ude som et fremtidigt gebyr. Er de opgjort særskilt, kan de kræves efter KAL § 28, stk. 4."""
    return False


pensum.wrong_provision(
    "bruger_lovens_regel",
    KAL("§ 28"),
    "Du har valgt KAL § 28. Det er lovens svar efter misligholdelse, men bogen henviser til § 27.",
)
pensum.wrong_provision(
    "bruger_reglen_om_kompensation",
    KAL("§ 26"),
    "Du har valgt reglen om kompensation ved indfrielse. Bogen gør selve gælden op efter KAL § 27.",
)
lov.wrong_provision(
    "bruger_bogens_paragraf",
    KAL("§ 27"),
    "Du har valgt KAL § 27, som bogen gør. Den handler nu om opsigelse af tidsubegrænset kredit; opgørelsen følger § 28 og § 26, stk. 1.",
)
lov.wrong_provision(
    "bruger_reglen_om_urimelige_omkostninger",
    KAL("§ 22"),
    "Du har valgt reglen om urimelige omkostninger. Her er omkostningerne rimelige, og spørgsmålet er, hvad der kan kræves nu.",
)
for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_tilbagetagelse",
        KAL("§ 38"),
        "Du har valgt reglen om opgørelse, når en ting tages tilbage. Her gøres et lån op.",
    )

BETALT = """[betalte_renter: Foruden afdragene er der betalt {betalte_renter} i renter. | Der er ikke betalt renter.]"""
GEBYR = """[stiftelsesomkostninger: Aftalen opgør særskilt rimelige stiftelsesomkostninger, og {stiftelsesomkostninger} af dem er ikke
    betalt. | ]"""


topic.departs(stiftelse_kan_kraeves="K41")


@topic.variants(
    f"""{{@laantager}} har lånt {{kreditbeloeb}} i {{@bank}} og har betalt {{betalte_afdrag}} i afdrag. {BETALT} [forfaldne_renter: Der er
    forfaldne renter på {{forfaldne_renter}}. | Ingen renter er forfaldne.] {GEBYR}

    [anledning=indfrielse: {{@laantager}} vil nu betale lånet ud før tid. | {{@laantager}} har misligholdt lånet, og banken kræver det
    indfriet.] Havde lånet løbet til ende, ville det have kostet yderligere {{fremtidige_renter}} i renter og {{fremtidige_gebyrer}} i
    gebyrer.""",
    f"""Et lån på {{kreditbeloeb}} i {{@bank}} skal gøres op, fordi {{@laantager}} [anledning=indfrielse: har fået penge til at indfri det
    før tid. | er holdt op med at betale.] Afdragene har været {{betalte_afdrag}}. {BETALT}

    Efter planen mangler der {{fremtidige_renter}} i renter og {{fremtidige_gebyrer}} i gebyrer for resten af løbetiden.
    [forfaldne_renter: Desuden er {{forfaldne_renter}} i renter forfaldet, men ikke betalt. | Alle forfaldne renter er betalt.] {GEBYR}""",
    f"""{{@bank}} regner på, hvad {{@laantager}} skylder. [anledning=indfrielse: Lånet skal indfries før tid. | Lånet er misligholdt og
    kræves betalt.] Der blev lånt {{kreditbeloeb}}; {{betalte_afdrag}} er afdraget. {BETALT} [forfaldne_renter: Forfaldne renter udgør
    {{forfaldne_renter}}. | Der er ingen forfaldne renter.]

    For tiden frem til lånets udløb står der {{fremtidige_renter}} i renter og {{fremtidige_gebyrer}} i gebyrer i planen. {GEBYR}""",
)
def draw(random: Random) -> dict[str, Any]:
    """Each amount often zero, so that each can be the one that matters."""
    kredit = Decimal(random.randrange(50_000, 800_000, 5_000))
    afdrag = (kredit * random.choice((0, 10, 40, 75, 100)) / 100).quantize(Decimal(1))
    return {
        "kreditbeloeb": kredit,
        "betalte_afdrag": afdrag,
        "forfaldne_renter": Decimal(random.choice((0, 0, 850, 2_345, 6_120))),
        "fremtidige_renter": Decimal(random.choice((0, 12_400, 38_750, 91_300))),
        "fremtidige_gebyrer": Decimal(random.choice((0, 480, 1_500))),
        "betalte_renter": Decimal(random.choice((0, 9_900, 27_450))),
        "anledning": random.choice(tuple(Anledning)),
        "stiftelsesomkostninger": Decimal(random.choice((0, 0, 1_950, 4_000))),
    }
