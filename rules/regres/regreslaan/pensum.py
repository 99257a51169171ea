"""What the article on recourse loans says. It speaks of the USA; elsewhere only its definitions are left."""

from decimal import Decimal

from rules.citations import FIL, GBL, GSB, doctrine
from rules.regres.regreslaan.facts import Facts, Jurisdiktion, Laantype, Outcome, Statsstoette, topic
from rules.regres.regreslaan.stater import UDEN_REGRES
from rules.topic import PENSUM
from rules.values import Number

ARTIKLEN = doctrine("ulovbestemt, efter artiklen")

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.OGSAA_ANDRE_AKTIVER,
    jus=ARTIKLEN,
    texts={
        Outcome.KUN_SIKKERHEDEN: "Lånet er et non-recourse-lån. Långiveren kan kun tage sikkerheden og taber {underdaekning} {valuta}.",
        Outcome.OGSAA_ANDRE_AKTIVER: "Lånet er et regreslån. Långiveren kan kræve de manglende {underdaekning} {valuta} af låntagerens øvrige "
        "aktiver og indtægt.",
    },
)


@pensum.figure("Underdækning", ARTIKLEN, tolerance=Decimal(1))
def underdaekning(facts: Facts) -> Number:
    """Hvor meget af restgælden dækker sikkerheden ikke?

    Restgælden er {restgaeld} {valuta}, og sikkerheden er {sikkerhed_vaerdi} {valuta} værd. Der mangler {underdaekning} {valuta}.
    """
    return max(facts.restgaeld - facts.sikkerhed_vaerdi, Decimal(0))


@pensum.step(ARTIKLEN, yes=Outcome.INGEN_RESTGAELD)
def er_daekket(facts: Facts) -> bool:
    """Dækker sikkerheden hele restgælden?

    Der mangler {underdaekning} {valuta}. Først når noget mangler, betyder det noget, om lånet er med regres.
    """
    return bool(underdaekning(facts) == 0)


@pensum.step(ARTIKLEN, yes=Outcome.KUN_SIKKERHEDEN)
def er_begraenset(facts: Facts) -> bool:
    """Er det aftalt, at långiveren kun kan gå efter sikkerheden?

    [nonrecourse_aftalt: Så er lånet et non-recourse-lån, og långiveren må bære tabet. | Låneaftalen begrænser ikke långiveren til sikkerheden.]
    """
    return facts.nonrecourse_aftalt


@pensum.step(ARTIKLEN, no=Outcome.OGSAA_ANDRE_AKTIVER)
def er_amerikansk(facts: Facts) -> bool:
    """Gælder amerikansk ret for lånet?

    [jurisdiktion=usa: Artiklens undtagelser kan komme på tale. | Artiklens undtagelser er amerikanske. Uden for dem er udgangspunktet regres.]
    """
    return facts.jurisdiktion is Jurisdiktion.USA


@pensum.step(ARTIKLEN, no=Outcome.OGSAA_ANDRE_AKTIVER)
def er_realkredit(facts: Facts) -> bool:
    """Er lånet et realkreditlån?

    Lånet er: {laantype}. [laantype=realkredit: De fleste realkreditlån er med regres, men der er undtagelser. | Den slags er normalt med regres.]
    """
    return facts.laantype is Laantype.REALKREDIT


@pensum.step(ARTIKLEN, yes=Outcome.KUN_SIKKERHEDEN)
def er_i_stat_uden_regres(facts: Facts) -> bool:
    """Ligger boligen i en af de 12 stater, som artiklen nævner?

    [stat: Staten er {stat}. | Staten er ikke oplyst.] [er_i_stat_uden_regres: Den står på artiklens liste, og långiveren kan kun tage boligen. | Den står ikke på artiklens liste.]
    """
    return facts.stat in UDEN_REGRES


@pensum.step(ARTIKLEN, yes=Outcome.KUN_SIKKERHEDEN, no=Outcome.OGSAA_ANDRE_AKTIVER)
def er_statsstoettet(facts: Facts) -> bool:
    """Er lånet støttet af den amerikanske stat?

    [statsstoettet=ingen: Lånet er ikke statsstøttet. | Lånet er et {statsstoettet}. Artiklen siger, at alle statsstøttede realkreditlån er uden regres i enhver stat.]
    """
    return facts.statsstoettet is not Statsstoette.INGEN


@pensum.mistake(underdaekning)
def hele_restgaelden_mangler(facts: Facts) -> Number:
    """Du har kaldt hele restgælden en underdækning. Træk sikkerhedens værdi fra: der mangler {underdaekning} {valuta}."""
    return facts.restgaeld


@pensum.mistake(underdaekning)
def overskud_som_underdaekning(facts: Facts) -> Number:
    """Du har regnet et overskud som en underdækning. Når sikkerheden er mere værd end gælden, mangler der ingenting."""
    return abs(facts.restgaeld - facts.sikkerhed_vaerdi)


@pensum.mistake(er_begraenset)
def glemmer_aftalen(facts: Facts) -> bool:
    """Du har set bort fra aftalen. Den begrænser långiveren til den sikkerhed, der er stillet."""
    return False


@pensum.mistake(er_i_stat_uden_regres)
def alle_boliglaan_er_uden_regres(facts: Facts) -> bool:
    """Du har ladet alle realkreditlån være uden regres. Efter artiklen gælder det kun i 12 stater og for statsstøttede lån."""
    return True


@pensum.mistake(er_i_stat_uden_regres)
def alle_boliglaan_er_med_regres(facts: Facts) -> bool:
    """Du har overset, at {stat} står på artiklens liste over stater, hvor realkreditlån er uden regres."""
    return False


@pensum.mistake(er_statsstoettet)
def statsstoetten_er_uden_betydning(facts: Facts) -> bool:
    """Du har set bort fra statsstøtten. Efter artiklen er et {statsstoettet} uden regres, også uden for de 12 stater."""
    return False


@pensum.mistake("outcome")
def bytter_om_paa_de_to_slags(facts: Facts) -> Outcome | None:
    """Du har byttet om på de to slags lån. Ved et regreslån kan långiveren også tage andet end sikkerheden; artiklens råd til folk med stor gæld blander dem selv sammen."""
    if er_daekket(facts):
        return None
    realkredit = er_amerikansk(facts) and er_realkredit(facts)
    fri = er_begraenset(facts) or (realkredit and (er_i_stat_uden_regres(facts) or er_statsstoettet(facts)))
    return Outcome.OGSAA_ANDRE_AKTIVER if fri else Outcome.KUN_SIKKERHEDEN


@pensum.mistake("outcome")
def daekket_laan_med_regres(facts: Facts) -> Outcome | None:
    """Du har ladet långiveren gå efter mere, selv om sikkerheden dækker gælden. Regres gælder kun det, der mangler."""
    return Outcome.OGSAA_ANDRE_AKTIVER if er_daekket(facts) else None


pensum.wrong_provision(
    "bruger_regres_mellem_medskyldnere",
    GBL("§ 2"),
    "Du har valgt reglen om regres mellem skyldnere. Ved et regreslån er det långiveren, der går efter låntagerens øvrige aktiver.",
)
pensum.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om private kautionister. Her spørges, hvad låntageren selv hæfter med.",
)
pensum.wrong_provision(
    "bruger_reglen_om_tvangsauktion",
    GSB("§ 30"),
    "Du har valgt en dansk regel om boligkredit. Artiklen beskriver aftalen og amerikansk ret, ikke en dansk bestemmelse.",
)
