"""Forsømmelighed og hindringer: hvad køberen skal betale (kreditaftaleloven § 41).

>>> facts = Facts(forsoemt_vedligehold=True, hindringer=False, oprindelig_vaerdi=150000, nuvaerende_vaerdi=100000,
...               krav=120000)
>>> print(topic.decide(facts, "pensum").explain())
1. Har køberen forsømt at passe på tingen? Ja (KAL § 41).
2. Er tingens værdi faldet? Ja (KAL § 41).
Difference: 50.000 kr.
Altså: Kreditgiveren kan kræve værditabet på 50.000 kr. af køberen.
>>> print(topic.decide(facts, "gaeldende_ret").text)
Kreditgiveren kan kræve op til 20.000 kr. af køberen, det, som tingen ikke dækker.
"""

from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import KAL
from rules.facts import FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Facts(FactSheet):
    """How the buyer behaved, what the thing was and is worth, and what the creditor has coming."""

    forsoemt_vedligehold: bool = fact(
        "Har køberen forsømt at passe på tingen?", help="Ved brugen, opbevaringen eller vedligeholdelsen."
    )
    hindringer: bool = fact(
        "Har køberen lagt hindringer i vejen for tilbagetagelsen?",
        help="Fx nægtet at udlevere tingen eller talt usandt om dens tilstand.",
    )
    oprindelig_vaerdi: Kroner = fact("Tingens oprindelige værdi", help="Hvad tingen var værd ved købet.")
    nuvaerende_vaerdi: Kroner = fact("Tingens værdi nu", help="Hvad tingen er værd, når den tages tilbage.")
    krav: Kroner = fact("Kreditgiverens krav", help="Tilgodehavendet efter KAL § 38.")


class Outcome(Outcomes):
    """Whether the buyer must pay a difference."""

    KAN_KRAEVE_DIFFERENCE = "Kreditgiveren kan kræve en difference af køberen."
    KAN_IKKE = "Kreditgiveren kan ikke kræve nogen difference af køberen."


topic = Topic(
    "forsoemmelighed",
    "Forsømmelighed og hindringer",
    group="kredit",
    question="Kan kreditgiveren kræve en difference, fordi køberen har forsømt tingen eller hindret tilbagetagelsen, og hvor stor?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.KAN_IKKE,
    jus=KAL("§ 41"),
    texts={
        Outcome.KAN_KRAEVE_DIFFERENCE: "Kreditgiveren kan kræve værditabet på {difference} af køberen.",
        Outcome.KAN_IKKE: "Kreditgiveren kan ikke kræve noget værditab af køberen.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.KAN_IKKE,
    jus=KAL("§ 41"),
    texts={
        Outcome.KAN_KRAEVE_DIFFERENCE: "Kreditgiveren kan kræve op til {difference} af køberen, det, som tingen ikke dækker.",
        Outcome.KAN_IKKE: "Kreditgiveren kan ikke kræve mere end tingen.",
    },
)


@lov.step(KAL("§ 41"), no=Outcome.KAN_IKKE)
def daekker_ikke(facts: Facts) -> bool:
    """Er tingen mindre værd end kreditgiverens krav?

    Tingen er nu {nuvaerende_vaerdi} værd, og kravet er {krav}. Kun det, som tingen ikke dækker, kan der blive tale om at kræve.
    """
    return facts.nuvaerende_vaerdi < facts.krav


@lov.step(KAL("§ 41"), yes=Outcome.KAN_KRAEVE_DIFFERENCE)
@pensum.step(KAL("§ 41"), yes="er_faldet")
def har_forsoemt(facts: Facts) -> bool:
    """Har køberen forsømt at passe på tingen?

    [forsoemt_vedligehold: Køberen har ikke brugt eller opbevaret tingen, som man skal. | Køberen har passet på tingen.]
    """
    return facts.forsoemt_vedligehold


@lov.step(KAL("§ 41"), yes=Outcome.KAN_KRAEVE_DIFFERENCE)
@pensum.step(KAL("§ 41"), no=Outcome.KAN_IKKE)
def har_hindret(facts: Facts) -> bool:
    """Har køberen lagt hindringer i vejen for tilbagetagelsen?

    [hindringer: Køberen har modarbejdet, at tingen blev taget tilbage. | Køberen har ladet kreditgiveren tage tingen.]
    """
    return facts.hindringer


@pensum.step(KAL("§ 41"), yes=Outcome.KAN_KRAEVE_DIFFERENCE)
def er_faldet(facts: Facts) -> bool:
    """Er tingens værdi faldet?

    Tingen var {oprindelig_vaerdi} værd og er nu {nuvaerende_vaerdi} værd.
    """
    return facts.nuvaerende_vaerdi < facts.oprindelig_vaerdi


@pensum.figure("Difference", KAL("§ 41"))
def difference(facts: Facts) -> Kroner:
    """Hvor stor en difference kan kreditgiveren kræve af køberen?

    [difference: Efter bogen er det værditabet fra {oprindelig_vaerdi} til {nuvaerende_vaerdi}, altså {difference}. | Der er
    ingen difference at kræve.]
    """
    skyld = har_forsoemt(facts) or har_hindret(facts)
    return facts.oprindelig_vaerdi - facts.nuvaerende_vaerdi if skyld and er_faldet(facts) else Decimal(0)


@lov.figure("Difference", KAL("§ 41"), key="difference")
def lovens_difference(facts: Facts) -> Kroner:
    """Hvor stor en difference kan kreditgiveren højst kræve af køberen?

    [difference: Loven går ud fra kravet på {krav}. Tingen dækker {nuvaerende_vaerdi} af det, og resten er {difference}. |
    Der er ingen difference at kræve.]
    """
    skyld = har_forsoemt(facts) or har_hindret(facts)
    return facts.krav - facts.nuvaerende_vaerdi if skyld and daekker_ikke(facts) else Decimal(0)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(har_hindret)
@pensum.mistake(har_hindret)
def hindringer_taeller_ikke(facts: Facts) -> bool:
    """Du har set bort fra hindringerne. De stilles lige med forsømmelighed."""
    return False


@lov.mistake(har_forsoemt)
@pensum.mistake(har_forsoemt)
def almindelig_misligholdelse_er_forsoemmelighed(facts: Facts) -> bool:
    """Du har kaldt det forsømmelighed, at køberen ikke har betalt. Det skal gælde omgangen med tingen."""
    return True


@pensum.mistake(difference)
def krav_minus_vaerdi(facts: Facts) -> Kroner | None:
    """Du har trukket værdien fra kravet. Det er lovens mål, men bogen tager faldet i værdi: {difference}."""
    return max(facts.krav - facts.nuvaerende_vaerdi, Decimal(0)) if _skyld(facts) else None


@pensum.mistake(difference)
def tager_den_nuvaerende_vaerdi(facts: Facts) -> Kroner | None:
    """Du har krævet det, som tingen er værd nu. Differencen er det, som den har tabt i værdi: {difference}."""
    return facts.nuvaerende_vaerdi if _skyld(facts) else None


@pensum.mistake("outcome")
def vaerditabet_er_nok(facts: Facts) -> Outcome | None:
    """Du har ladet køberen betale for, at tingen er blevet mindre værd. Det kræver forsømmelighed eller hindringer."""
    return None if _skyld(facts) else Outcome.KAN_KRAEVE_DIFFERENCE


@lov.mistake(lovens_difference)
def bogens_vaerditab(facts: Facts) -> Kroner | None:
    """Du har regnet værditabet ud, som bogen gør. Loven lader højst kræve det, som tingen ikke dækker: {difference}."""
    return max(facts.oprindelig_vaerdi - facts.nuvaerende_vaerdi, Decimal(0)) if _skyld(facts) else None


@lov.mistake(lovens_difference)
def hele_kravet(facts: Facts) -> Kroner | None:
    """Du har givet kreditgiveren hele kravet. Tingens værdi skal trækkes fra: {difference}."""
    return facts.krav if _skyld(facts) else None


@lov.mistake(daekker_ikke)
def kraever_trods_overskud(facts: Facts) -> bool:
    """Du har ladet kreditgiveren kræve mere, selv om tingen dækker det hele, som bogen gør. Loven kræver, at der mangler noget."""
    return True


@lov.mistake("outcome")
def underdaekning_er_nok(facts: Facts) -> Outcome | None:
    """Du har ladet den manglende dækning være nok. Særlige omstændigheder som forsømmelighed eller hindringer skal til."""
    return None if _skyld(facts) else Outcome.KAN_KRAEVE_DIFFERENCE


def _skyld(facts: Facts) -> bool:
    return facts.forsoemt_vedligehold or facts.hindringer


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_overskud",
        KAL("§ 40"),
        "Du har valgt reglen om overskud til køberen. Om køberen skal betale for sin forsømmelighed, står i KAL § 41.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_urimelighed",
        KAL("§ 36"),
        "Du har valgt KAL § 36. Den bruges ikke til at måle, hvad køberens forsømmelighed koster.",
    )
    _reading.wrong_provision(
        "bruger_betingelserne_for_tilbagetagelse",
        KAL("§ 37"),
        "Du har valgt en regel om, hvornår tingen må tages. Her er den taget, og spørgsmålet er, hvad der kan kræves oveni.",
    )


topic.departs(har_forsoemt="K54", er_faldet="K54")


@topic.variants(
    """{@saelger} har taget en ting tilbage fra {@koeber} og har {krav} til gode. Da {@koeber} købte tingen, var den {oprindelig_vaerdi}
    værd. Nu er den {nuvaerende_vaerdi} værd.

    [forsoemt_vedligehold: {@koeber} har brugt tingen hårdt og ikke ladet den efterse. | {@koeber} har passet tingen efter
    forskrifterne.] [hindringer: Da den skulle hentes, ville {@koeber} ikke lukke op. | Den blev udleveret uden indvendinger.]""",
    """En ting, som {@koeber} har købt på kredit hos {@saelger}, er hentet af fogeden og sat til {nuvaerende_vaerdi}. Den kostede
    {oprindelig_vaerdi} som ny. [forsoemt_vedligehold: Den har stået i regnen og er rusten. | Den er i den stand, som man kan vente.]

    [hindringer: {@koeber} sagde først, at den var solgt, og fogeden måtte lede efter den. | {@koeber} viste selv fogeden, hvor den stod.]
    {@saelger} opgør sit krav til {krav}.""",
    """{@saelger} gør op med {@koeber} efter et kreditkøb, der gik galt. Kravet er {krav}, og den ting, som kom tilbage, kan sælges for
    {nuvaerende_vaerdi}. Ved købet var værdien {oprindelig_vaerdi}.

    [hindringer: {@koeber} har skjult fejl ved tingen og holdt den tilbage i ugevis. | {@koeber} har hjulpet med at få tingen tilbage.]
    [forsoemt_vedligehold: Den er aldrig blevet vedligeholdt. | Vedligeholdelsen er i orden.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Falls in value and claims around what the thing is worth now."""
    oprindelig = Decimal(random.randrange(60_000, 300_000, 5_000))
    fald = random.choice((0, 10, 25, 40, 60))
    nu = oprindelig - (oprindelig * fald / 100).quantize(Decimal(1))
    naer = Decimal(random.choice(("-30000", "-0.01", "0", "0.01", "10000", "20000", "45000")))
    return {
        "forsoemt_vedligehold": random.random() < 0.45,
        "hindringer": random.random() < 0.35,
        "oprindelig_vaerdi": oprindelig,
        "nuvaerende_vaerdi": nu,
        "krav": max(nu + naer, Decimal(0)),
    }
