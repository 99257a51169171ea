"""Uansvarlig långivning og urimelige vilkår: hvad der falder bort (bogens § 36; KAL § 22, AFTL §§ 36 og 38 c).

>>> facts = Facts(uansvarlig_langivning=True, urimelige_vilkaar=False, hovedstol=500000, renter_og_gebyrer=125000,
...               rimelige_renter_og_gebyrer=125000)
>>> print(topic.decide(facts, "pensum").explain())
1. Er långivningen uansvarlig? Ja (KAL § 7 c).
2. Er vilkårene tillige urimelige? Nej (KAL § 36).
Banken kan kræve: 500.000 kr.
Altså: Banken mister renter og gebyrer og kan kun kræve hovedstolen, 500.000 kr.
>>> topic.decide(facts, "gaeldende_ret").possible
['GYLDIG', 'MISTER_RENTER_OG_GEBYRER', 'VILKAAR_JUSTERES']
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from rules import danish
from rules.citations import AFTL, FIL, KAL
from rules.facts import FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Arguments, Outcomes, Topic


class Facts(FactSheet):
    """The lending, the terms and what they cost."""

    uansvarlig_langivning: bool = fact(
        "Er långivningen uansvarlig?", help="Banken har ikke vurderet kunden, som den skal."
    )
    urimelige_vilkaar: bool = fact("Er lånets vilkår urimelige?", help="Renter og gebyrer er urimeligt høje.")
    hovedstol: Kroner = fact("Hovedstol", help="Det udbetalte beløb, som endnu ikke er betalt tilbage.")
    renter_og_gebyrer: Kroner = fact("Aftalte renter og gebyrer")
    rimelige_renter_og_gebyrer: Kroner = fact(
        "Rimelige renter og gebyrer", help="Hvad renter og gebyrer ville være på markedets vilkår."
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A reasonable price above the agreed one."""
        if self.rimelige_renter_og_gebyrer > self.renter_og_gebyrer:
            yield (
                "rimelige_renter_og_gebyrer",
                "højst de aftalte",
                "Det rimelige kan ikke være mere end det aftalte.",
            )


class Outcome(Outcomes):
    """What is left of the bank's claim."""

    GYLDIG = "Aftalen står ved magt, og banken kan kræve det aftalte."
    MISTER_RENTER_OG_GEBYRER = "Banken mister renter og gebyrer og kan kun kræve hovedstolen."
    VILKAAR_JUSTERES = (
        "Renter og gebyrer sættes ned til det rimelige, som banken kan kræve ud over hovedstolen."
    )
    HELE_LAANET_UGYLDIGT = "Hele lånet er ugyldigt, og banken mister også hovedstolen."


topic = Topic(
    "urimelighed",
    "Uansvarlig långivning og urimelige vilkår",
    group="kredit",
    question="Hvad kan banken kræve, når långivningen er uansvarlig, vilkårene urimelige eller begge dele?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.GYLDIG,
    jus=(KAL("§ 36"), KAL("§ 7 c")),
    texts={
        Outcome.GYLDIG: "Aftalen står ved magt, og banken kan kræve {banken_kan_kraeve}.",
        Outcome.MISTER_RENTER_OG_GEBYRER: "Banken mister renter og gebyrer og kan kun kræve hovedstolen, {banken_kan_kraeve}.",
        Outcome.VILKAAR_JUSTERES: "Renter og gebyrer sættes ned til det rimelige. Banken kan kræve {banken_kan_kraeve}.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.GYLDIG,
    jus=(AFTL("§ 36"), AFTL("§ 38 c"), KAL("§ 22")),
    texts={
        Outcome.GYLDIG: "Der er ikke grundlag for at gribe ind, og banken kan kræve {banken_kan_kraeve}.",
        Outcome.MISTER_RENTER_OG_GEBYRER: "Retten tilsidesætter aftalen, så renter og gebyrer falder bort. Det lånte skal betales "
        "tilbage, {banken_kan_kraeve}.",
        Outcome.VILKAAR_JUSTERES: "Betalingen nedsættes til det rimelige. Banken kan kræve {banken_kan_kraeve}.",
    },
)


@lov.step(KAL("§ 7 c, stk. 1"), no="er_urimelig")
@pensum.step(KAL("§ 7 c"), no="er_urimelig")
def er_uansvarlig(facts: Facts) -> bool:
    """Er långivningen uansvarlig?

    [uansvarlig_langivning: Banken har ikke vurderet kunden, som KAL § 7 c kræver. | Banken har vurderet kunden, som KAL § 7 c
    kræver.]
    """
    return facts.uansvarlig_langivning


# --- Pensum -------------------------------------------------------------------------------------------------


@pensum.step(KAL("§ 36"), yes=Outcome.HELE_LAANET_UGYLDIGT, no=Outcome.MISTER_RENTER_OG_GEBYRER)
def er_tillige_urimelig(facts: Facts) -> bool:
    """Er vilkårene tillige urimelige?

    [urimelige_vilkaar: Vilkårene er urimelige oven i den uansvarlige långivning, og så falder efter bogen hele lånet. |
    Vilkårene er i orden, og så bliver hovedstolen stående.]
    """
    return facts.urimelige_vilkaar


@pensum.step(KAL("§ 36"), yes=Outcome.VILKAAR_JUSTERES)
def er_urimelig(facts: Facts) -> bool:
    """Er det urimeligt, hvad låntageren skal betale i renter og gebyrer?

    Aftalt er {renter_og_gebyrer}. [urimelige_vilkaar: Det er urimeligt og skal ned på {rimelige_renter_og_gebyrer}. | Det er
    ikke urimeligt.]
    """
    return facts.urimelige_vilkaar


def nedsat(facts: Facts) -> Decimal:
    """The principal with what is reasonable on top."""
    return facts.hovedstol + facts.rimelige_renter_og_gebyrer


def uden_tilsidesaettelse(facts: Facts) -> Decimal:
    """What the bank can claim where only the price is judged."""
    return nedsat(facts) if er_urimelig(facts) else facts.hovedstol + facts.renter_og_gebyrer


@pensum.figure("Banken kan kræve", KAL("§ 36"))
def banken_kan_kraeve(facts: Facts) -> Kroner:
    """Hvor meget kan banken i alt kræve af låntageren?

    Hovedstolen er {hovedstol}, de aftalte renter og gebyrer er {renter_og_gebyrer}, og de rimelige er
    {rimelige_renter_og_gebyrer}. Banken kan kræve {banken_kan_kraeve}.
    """
    if er_uansvarlig(facts):
        return Decimal(0) if er_tillige_urimelig(facts) else facts.hovedstol
    return uden_tilsidesaettelse(facts)


# --- Gældende ret -------------------------------------------------------------------------------------------


def for_at_gribe_ind(facts: Facts) -> list[str]:
    """What on these facts speaks for setting the agreement aside or changing it."""
    grunde = [
        "Banken lånte ud uden den kreditvurdering, der skal værne låntageren mod gæld, som ikke kan betales."
    ]
    if facts.urimelige_vilkaar:
        aftalt, rimeligt = _kr(facts.renter_og_gebyrer), _kr(facts.rimelige_renter_og_gebyrer)
        grunde.append(f"Renter og gebyrer på {aftalt} er urimelige, når {rimeligt} ville være rimeligt.")
    if facts.renter_og_gebyrer > facts.hovedstol:
        grunde.append("Lånet koster mere, end der blev lånt.")
    return grunde


def imod_at_gribe_ind(facts: Facts) -> list[str]:
    """What on these facts speaks for leaving the agreement as it is."""
    grunde = [
        "KAL § 7 c har ingen fast civilretlig følge; et brud er kun ét moment blandt flere.",
        f"Låntageren har fået {_kr(facts.hovedstol)} udbetalt og haft nytte af pengene.",
    ]
    if facts.urimelige_vilkaar:
        grunde.append("Prisen kan sættes ned efter KAL § 22, uden at aftalen i øvrigt røres.")
    else:
        grunde.append("Renter og gebyrer er ikke urimelige i sig selv.")
    return grunde


def _kr(beloeb: Decimal) -> str:
    return danish.show(beloeb, "kroner")


@lov.skoen(AFTL("§ 36, stk. 1"), AFTL("§ 38 c, stk. 1"), no="er_urimelig")
def boer_gribes_ind(facts: Facts) -> Arguments:
    """Vil det være urimeligt eller stride mod redelig handlemåde at lade banken kræve det aftalte?

    Det er et skøn, hvor retten ser på, hvordan aftalen blev til, hvad den går ud på, og hvad der er sket siden.
    """
    return Arguments(for_at_gribe_ind(facts), imod_at_gribe_ind(facts))


@lov.skoen(
    AFTL("§ 36, stk. 1"),
    AFTL("§ 38 c, stk. 1"),
    yes=Outcome.MISTER_RENTER_OG_GEBYRER,
    no=Outcome.VILKAAR_JUSTERES,
)
def boer_renter_falde_helt(facts: Facts) -> Arguments:
    """Bør renter og gebyrer falde helt bort, så en nedsættelse til det rimelige ikke er nok?

    Det er et skøn. Aftalen kan tilsidesættes helt eller blot ændres. Ikke efterprøvet: at det lånte beløb altid skal
    betales tilbage, følger af teorien og ikke af loven selv.
    """
    imod = [f"En nedsættelse til {_kr(facts.rimelige_renter_og_gebyrer)} fjerner allerede det urimelige."]
    if not facts.urimelige_vilkaar:
        imod = ["Låntageren betaler ikke mere, end et tilsvarende lån ville koste andre steder."]
    return Arguments(
        [
            "Bortfald får banker til at vurdere deres kunder; en lavere rente kan stadig gøre bruddet til en god forretning."
        ],
        imod,
    )


lov.step(KAL("§ 22"), yes=Outcome.VILKAAR_JUSTERES)(er_urimelig)


@lov.figure("Banken kan kræve", KAL("§ 22"), key="banken_kan_kraeve")
def lovens_krav(facts: Facts) -> Kroner | None:
    """Hvor meget kan banken i alt kræve af låntageren?

    Hovedstolen er {hovedstol}, de aftalte renter og gebyrer er {renter_og_gebyrer}, og de rimelige er
    {rimelige_renter_og_gebyrer}. [banken_kan_kraeve: Banken kan kræve {banken_kan_kraeve}. | Beløbet afhænger af rettens skøn.]
    """
    if not er_uansvarlig(facts):
        return uden_tilsidesaettelse(facts)
    griber_ind, helt = boer_gribes_ind(facts), boer_renter_falde_helt(facts)
    if griber_ind is None or (griber_ind and helt is None):
        return None
    if griber_ind:
        return facts.hovedstol if helt else nedsat(facts)
    return uden_tilsidesaettelse(facts)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake("outcome")
def alt_falder_ved_uansvarlighed(facts: Facts) -> Outcome | None:
    """Du har ladet hele lånet falde, fordi långivningen var uansvarlig. Det kræver, at vilkårene også er urimelige."""
    return Outcome.HELE_LAANET_UGYLDIGT if facts.uansvarlig_langivning else None


@pensum.mistake("outcome")
def alt_falder_ved_urimelighed(facts: Facts) -> Outcome | None:
    """Du har ladet hele lånet falde, fordi vilkårene er urimelige. Alene fører det kun til en nedsættelse."""
    return Outcome.HELE_LAANET_UGYLDIGT if not facts.uansvarlig_langivning else None


@pensum.mistake(banken_kan_kraeve)
def hovedstolen_staar_altid(facts: Facts) -> Kroner | None:
    """Du har ladet banken beholde kravet på hovedstolen. Er begge dele galt, er hele lånet efter bogen ugyldigt."""
    return facts.hovedstol if facts.uansvarlig_langivning else None


@pensum.mistake(banken_kan_kraeve)
def rimelig_rente_trods_uansvarlighed(facts: Facts) -> Kroner | None:
    """Du har givet banken en rimelig rente. Efter uansvarlig långivning er der ingen renter at kræve: {banken_kan_kraeve}."""
    return nedsat(facts) if facts.uansvarlig_langivning else None


@lov.mistake(lovens_krav)
@pensum.mistake(banken_kan_kraeve)
def alle_renter_falder_ved_urimelighed(facts: Facts) -> Kroner | None:
    """Du har ladet alle renter falde. Er kun vilkårene urimelige, kan banken kræve det rimelige: {banken_kan_kraeve}."""
    return None if facts.uansvarlig_langivning else facts.hovedstol


@lov.mistake(lovens_krav)
@pensum.mistake(banken_kan_kraeve)
def glemmer_hovedstolen(facts: Facts) -> Kroner | None:
    """Du har kun regnet med renter og gebyrer. Banken kan også kræve hovedstolen: {banken_kan_kraeve}."""
    return None if facts.uansvarlig_langivning else facts.rimelige_renter_og_gebyrer


@lov.mistake("outcome")
def bogens_totale_ugyldighed(facts: Facts) -> Outcome:
    """Du har ladet hovedstolen falde, som bogen gør. Ingen lov lader banken miste det lånte beløb."""
    return Outcome.HELE_LAANET_UGYLDIGT


pensum.wrong_provision(
    "bruger_aftalelovens_generalklausul",
    AFTL("§ 36"),
    "Du har valgt aftalelovens generalklausul. Det er også lovens svar, men bogen henviser til KAL § 36.",
)
lov.wrong_provision(
    "bruger_bogens_paragraf",
    KAL("§ 36"),
    "Du har valgt KAL § 36, som bogen gør. Den handler om tilbagetagelse; urimelige aftaler rammes af AFTL § 36 og KAL § 22.",
)
for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_sef",
        KAL("§ 7 a"),
        "Du har valgt reglen om SEF-skemaet. Her spørges, hvad uansvarlig långivning og urimelige vilkår fører til.",
    )
    _reading.wrong_provision(
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om private kautionister. Her er det låntageren, der skal beskyttes.",
    )


topic.departs(er_tillige_urimelig="K22 K23")


@topic.variants(
    """{@laantager} skylder {@bank} {hovedstol} og skal efter aftalen betale {renter_og_gebyrer} i renter og gebyrer. På markedets
    vilkår ville det have været {rimelige_renter_og_gebyrer}.

    [uansvarlig_langivning: Banken bevilgede lånet uden at undersøge, om {@laantager} kunne betale. | Banken undersøgte grundigt, om
    {@laantager} kunne betale.] [urimelige_vilkaar: Prisen er urimelig. | Prisen er ikke urimelig.]""",
    """[uansvarlig_langivning: {@bank} så hverken på løn eller budget, før {@laantager} fik sit lån. | {@bank} gennemgik løn og budget,
    før {@laantager} fik sit lån.] Hovedstolen er {hovedstol}.

    Renter og gebyrer er aftalt til {renter_og_gebyrer}, [urimelige_vilkaar: hvilket er urimeligt | hvilket ikke er urimeligt], når
    lignende lån koster {rimelige_renter_og_gebyrer}.""",
    """Et lån i {@bank} på {hovedstol} skal koste {@laantager} {renter_og_gebyrer} i renter og gebyrer. En rimelig pris ville være
    {rimelige_renter_og_gebyrer}. [urimelige_vilkaar: Vilkårene er dermed urimelige. | Vilkårene holder sig inden for det rimelige.]

    [uansvarlig_langivning: Kreditvurderingen blev sprunget over, og långivningen var uansvarlig. | Kreditvurderingen var i orden, og
    långivningen var ansvarlig.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Each of the four combinations; a price that is not unreasonable is the reasonable one."""
    hovedstol = Decimal(random.randrange(50_000, 1_500_000, 5_000))
    urimelig = random.random() < 0.5
    aftalt = (hovedstol * random.choice((15, 25, 40, 110)) / 100).quantize(Decimal(1))
    return {
        "uansvarlig_langivning": random.random() < 0.5,
        "urimelige_vilkaar": urimelig,
        "hovedstol": hovedstol,
        "renter_og_gebyrer": aftalt,
        "rimelige_renter_og_gebyrer": (aftalt / random.choice((2, 3, 4))).quantize(Decimal(1))
        if urimelig
        else aftalt,
    }
