"""Kreditvurdering og ansvarlig långivning (kreditaftaleloven § 7 c).

>>> facts = Facts(loensedler_mdr=3, aarsopgoerelse=True, budget=True, registre_tjekket=True, indtaegt_md=35000,
...               faste_udgifter_md=22000, ydelse_md=8500, samlet_gaeld=2500000, aarsindtaegt=600000, laan=2000000,
...               sikkerhed_vaerdi=3000000, dokumenteret=True, bevilget=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Har banken mindst 3 måneders lønsedler, en årsopgørelse og et budget, og er registrene tjekket? Ja (KAL § 7 c).
2. Kan rådighedsbeløbet dække ydelsen på lånet? Ja (KAL § 7 c).
3. Er der et advarselstegn: aktuel registrering, for høj gældsfaktor eller ustabil indtægt? Nej (KAL § 7 c).
Rådighedsbeløb om måneden: 13.000 kr.
Gældsfaktor: 4,17.
Belåningsgrad: 66,67 %.
Altså: Långivningen er ansvarlig.
"""

from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import FIL, KAL
from rules.facts import Choice, FactSheet, Kroner, Percent, fact
from rules.topic import PENSUM, Outcomes, Topic
from rules.values import Number

LOENSEDLER = 3
HOEJESTE_GAELDSFAKTOR = 5
FORSIGTIG_GAELDSFAKTOR = 4


class Registrering(Choice):
    """What the registers of bad payers say."""

    INGEN = "ingen", "ingen registrering"
    GAMMEL_OG_BETALT = "gammel_og_betalt", "gammel registrering, gælden er betalt"
    AKTUEL = "aktuel", "aktuel registrering"


class Facts(FactSheet):
    """What the bank gathered, the customer's economy, the loan and what the bank did."""

    loensedler_mdr: int = fact("Indhentede lønsedler", unit="måneder", le=60)
    aarsopgoerelse: bool = fact("Er årsopgørelsen indhentet?")
    budget: bool = fact("Er der indhentet et budget?")
    registre_tjekket: bool = fact("Er RKI og Debitor Registret tjekket?")
    registrering: Registrering = fact("Er kunden registreret som dårlig betaler?", default=Registrering.INGEN)
    indtaegt_md: Kroner = fact("Indtægt om måneden")
    faste_udgifter_md: Kroner = fact("Faste udgifter om måneden", help="Uden ydelsen på det nye lån.")
    ydelse_md: Kroner = fact("Ydelse om måneden på lånet")
    samlet_gaeld: Kroner = fact("Samlet gæld", help="Al gæld, også det nye lån.")
    aarsindtaegt: Kroner = fact("Årsindtægt")
    laan: Kroner = fact("Lånets størrelse")
    sikkerhed_vaerdi: Kroner = fact(
        "Sikkerhedens værdi", default=Decimal(0), help="0 kr., når lånet er uden sikkerhed."
    )
    indtaegt_stabil: bool = fact("Er indtægten stabil?", default=True)
    dokumenteret: bool = fact("Er vurderingen dokumenteret?")
    bevilget: bool = fact("Er lånet bevilget?")


class Outcome(Outcomes):
    """Whether the lending is responsible, or what the bank must do."""

    ANSVARLIG = "Långivningen er ansvarlig."
    KRAEVER_GRUNDIG_VURDERING = (
        "Lånet kan ikke bevilges endnu. Banken skal vurdere risikoen til bunds og dokumentere sin vurdering."
    )
    SKAL_AFVISES = "Banken skal sige nej, for kunden har ikke råd til lånet."
    UANSVARLIG = "Långivningen er uansvarlig, og banken mister renter og gebyrer."


topic = Topic(
    "kreditvurdering",
    "Kreditvurdering og ansvarlig långivning",
    group="kredit",
    question="Har banken vurderet kunden, som den skal, og må lånet bevilges?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.ANSVARLIG, jus=KAL("§ 7 c"))


def er_fuldstaendig(facts: Facts) -> bool:
    """Whether papers and registers are all there."""
    papirer = facts.loensedler_mdr >= LOENSEDLER and facts.aarsopgoerelse and facts.budget
    return papirer and facts.registre_tjekket


@pensum.step(KAL("§ 7 c"), no="bevilget_uden_vurdering")
def vurdering_fuldstaendig(facts: Facts) -> bool:
    """Har banken mindst 3 måneders lønsedler, en årsopgørelse og et budget, og er registrene tjekket?

    Lønsedler for {loensedler_mdr} er indhentet, [aarsopgoerelse: årsopgørelsen er der | årsopgørelsen mangler],
    [budget: budgettet er der | budgettet mangler], og registrene er [registre_tjekket: tjekket. | ikke tjekket.]
    """
    return er_fuldstaendig(facts)


@pensum.figure("Rådighedsbeløb om måneden", KAL("§ 7 c"))
def raadighedsbeloeb(facts: Facts) -> Kroner:
    """Hvor stort er rådighedsbeløbet om måneden?

    Indtægten på {indtaegt_md} minus de faste udgifter på {faste_udgifter_md} er {raadighedsbeloeb}. Ydelsen på det nye
    lån er ikke trukket fra.
    """
    return facts.indtaegt_md - facts.faste_udgifter_md


@pensum.step(KAL("§ 7 c"), no="bevilget_uden_raad")
def har_raad(facts: Facts) -> bool:
    """Kan rådighedsbeløbet dække ydelsen på lånet?

    Rådighedsbeløbet er {raadighedsbeloeb}, og ydelsen er {ydelse_md}. Er de lige store, er ydelsen dækket.
    """
    return raadighedsbeloeb(facts) >= facts.ydelse_md


@pensum.figure("Gældsfaktor", KAL("§ 7 c"))
def gaeldsfaktor(facts: Facts) -> Number | None:
    """Hvor stor er gældsfaktoren?

    [aarsindtaegt: Gælden på {samlet_gaeld} delt med årsindtægten på {aarsindtaegt} er {gaeldsfaktor}. | Uden indtægt kan
    gældsfaktoren ikke regnes ud, og den anses for at være over grænsen.]
    """
    return facts.samlet_gaeld / facts.aarsindtaegt if facts.aarsindtaegt else None


def over(facts: Facts, graense: int) -> bool:
    """Whether the debt factor is above the limit; without income it counts as above."""
    faktor = gaeldsfaktor(facts)
    return faktor is None or faktor > graense


@pensum.step(KAL("§ 7 c"), no=Outcome.ANSVARLIG)
def advarselstegn(facts: Facts) -> bool:
    """Er der et advarselstegn: aktuel registrering, for høj gældsfaktor eller ustabil indtægt?

    Registrene viser {registrering}, [aarsindtaegt: gældsfaktoren er {gaeldsfaktor} | der er ingen indtægt at måle gælden
    med], og indtægten er [indtaegt_stabil: stabil. | ustabil.] Bogens grænse for gældsfaktoren er 5, og netop 5 er ikke
    over den.
    """
    return (
        facts.registrering is Registrering.AKTUEL
        or over(facts, HOEJESTE_GAELDSFAKTOR)
        or not facts.indtaegt_stabil
    )


@pensum.step(KAL("§ 7 c"), no=Outcome.KRAEVER_GRUNDIG_VURDERING)
def bevilget_trods_advarsel(facts: Facts) -> bool:
    """Er lånet bevilget trods advarselstegnet?

    [bevilget: Banken har bevilget lånet. | Lånet er ikke bevilget endnu.] Et advarselstegn er ikke i sig selv et afslag,
    men det kræver en grundig vurdering.
    """
    return facts.bevilget


@pensum.step(KAL("§ 7 c"), yes=Outcome.ANSVARLIG, no=Outcome.UANSVARLIG)
def er_dokumenteret(facts: Facts) -> bool:
    """Har banken dokumenteret sin vurdering?

    [dokumenteret: Banken kan vise, hvorfor lånet var forsvarligt. | Banken har intet skrevet ned om, hvorfor lånet var
    forsvarligt.]
    """
    return facts.dokumenteret


@pensum.step(KAL("§ 7 c"), yes=Outcome.UANSVARLIG, no=Outcome.KRAEVER_GRUNDIG_VURDERING)
def bevilget_uden_vurdering(facts: Facts) -> bool:
    """Er lånet bevilget, selv om vurderingen ikke er fuldstændig?

    [bevilget: Lånet er bevilget på et for tyndt grundlag. | Lånet er ikke bevilget, og banken kan nå at indhente resten.]
    """
    return facts.bevilget


@pensum.step(KAL("§ 7 c"), yes=Outcome.UANSVARLIG, no=Outcome.SKAL_AFVISES)
def bevilget_uden_raad(facts: Facts) -> bool:
    """Er lånet bevilget, selv om kunden ikke har råd?

    [bevilget: Banken har bevilget et lån, som kunden ikke kan betale. | Lånet er ikke bevilget, og det bliver ved et nej.]
    """
    return facts.bevilget


@pensum.figure("Belåningsgrad", KAL("§ 7 c"))
def belaaningsgrad(facts: Facts) -> Percent | None:
    """Hvor stor er belåningsgraden?

    [sikkerhed_vaerdi: Lånet på {laan} svarer til {belaaningsgrad} af sikkerhedens værdi på {sikkerhed_vaerdi}. | Lånet er
    uden sikkerhed.]
    """
    return facts.laan / facts.sikkerhed_vaerdi * 100 if facts.sikkerhed_vaerdi else None


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(vurdering_fuldstaendig)
def glemmer_registrene(facts: Facts) -> bool:
    """Du har ladet papirerne være nok. Banken skal også tjekke RKI og Debitor Registret."""
    return er_fuldstaendig(facts) or (
        facts.loensedler_mdr >= LOENSEDLER and facts.aarsopgoerelse and facts.budget
    )


@pensum.mistake(vurdering_fuldstaendig)
def noejes_med_faerre_papirer(facts: Facts) -> bool:
    """Du har godtaget mangelfulde papirer. Der skal være mindst 3 måneders lønsedler, en årsopgørelse og et budget."""
    return facts.registre_tjekket


@pensum.mistake(raadighedsbeloeb)
def traekker_ydelsen_fra(facts: Facts) -> Kroner:
    """Du har trukket ydelsen på lånet fra. Bogens rådighedsbeløb er indtægten minus de faste udgifter: {raadighedsbeloeb}."""
    return facts.indtaegt_md - facts.faste_udgifter_md - facts.ydelse_md


@pensum.mistake(har_raad)
def kraever_luft_i_budgettet(facts: Facts) -> bool:
    """Du har krævet, at rådighedsbeløbet er større end ydelsen. Det er nok, at det kan dække ydelsen."""
    return raadighedsbeloeb(facts) > facts.ydelse_md


@pensum.mistake(har_raad)
def ser_bort_fra_de_faste_udgifter(facts: Facts) -> bool:
    """Du har holdt ydelsen op mod hele indtægten. De faste udgifter skal trækkes fra først."""
    return facts.indtaegt_md >= facts.ydelse_md


@pensum.mistake(gaeldsfaktor)
def deler_med_maanedens_indtaegt(facts: Facts) -> Number | None:
    """Du har delt gælden med én måneds indtægt. Gældsfaktoren regnes af årsindtægten: {gaeldsfaktor}."""
    return facts.samlet_gaeld / facts.indtaegt_md if facts.indtaegt_md else None


@pensum.mistake(gaeldsfaktor)
def regner_kun_med_det_nye_laan(facts: Facts) -> Number | None:
    """Du har kun regnet med det nye lån. Gældsfaktoren regnes af al gæld: {gaeldsfaktor}."""
    return facts.laan / facts.aarsindtaegt if facts.aarsindtaegt else None


@pensum.mistake(advarselstegn)
def gammel_registrering_taeller(facts: Facts) -> bool:
    """Du har ladet en gammel registrering for betalt gæld være et advarselstegn. Kun en aktuel registrering er det."""
    return advarselstegn(facts) or facts.registrering is Registrering.GAMMEL_OG_BETALT


@pensum.mistake(advarselstegn)
def graensen_er_fire(facts: Facts) -> bool:
    """Du har brugt 4 som grænse for gældsfaktoren. Bogen godtager op til og med 5."""
    return advarselstegn(facts) or over(facts, FORSIGTIG_GAELDSFAKTOR)


@pensum.mistake(er_dokumenteret)
def sikkerheden_er_nok(facts: Facts) -> bool:
    """Du har sprunget dokumentationen over. Trods god sikkerhed skal banken kunne vise sin vurdering."""
    return True


@pensum.mistake(belaaningsgrad)
def vender_belaaningsgraden(facts: Facts) -> Percent | None:
    """Du har delt værdien med lånet. Belåningsgraden er lånet delt med sikkerhedens værdi: {belaaningsgrad}."""
    return facts.sikkerhed_vaerdi / facts.laan * 100 if facts.laan else None


@pensum.mistake("outcome")
def advarsel_er_afslag(facts: Facts) -> Outcome:
    """Du har afvist lånet. Det skal banken kun, når vurderingen er fuldstændig og viser, at kunden ikke har råd."""
    return Outcome.SKAL_AFVISES


pensum.wrong_provision(
    "bruger_reglen_om_sef",
    KAL("§ 7 a"),
    "Du har valgt reglen om SEF-skemaet. Om kunden kan betale, skal banken vurdere efter KAL § 7 c.",
)
pensum.wrong_provision(
    "bruger_reglen_om_urimelighed",
    KAL("§ 36"),
    "Du har valgt den regel, som bogen bruger om urimelige aftaler. Kreditvurderingen står i KAL § 7 c.",
)
pensum.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om kautionister. Her er det låntageren selv, der skal vurderes, efter KAL § 7 c.",
)

SAGEN = """Årsopgørelsen [aarsopgoerelse: er hentet. | er ikke hentet.] Et budget [budget: foreligger, | foreligger ikke,] og der
    er lønsedler for {loensedler_mdr}."""
TAL = """Indtægten er {indtaegt_md} om måneden og {aarsindtaegt} om året, de faste udgifter er {faste_udgifter_md}, og det nye
    lån vil koste {ydelse_md} om måneden. Med lånet bliver den samlede gæld {samlet_gaeld}."""
SIKKERHED = "[sikkerhed_vaerdi: Til sikkerhed er der pant til en værdi af {sikkerhed_vaerdi}. | Der stilles ingen sikkerhed.]"


@topic.variants(
    f"""{{@laantager}} søger om et lån på {{laan}} i {{@bank}}. {SAGEN} [registre_tjekket: RKI og Debitor Registret er tjekket. |
    RKI og Debitor Registret er ikke tjekket.] Om {{@laantager}} står der i RKI: {{registrering}}. {TAL} [indtaegt_stabil:
    Stillingen er fast. | Stillingen udløber om et halvt år.] {SIKKERHED}

    [bevilget: Banken bevilger lånet. | Banken har endnu ikke taget stilling.] [dokumenteret: Vurderingen er skrevet ned i
    sagen. | Der er ikke skrevet noget ned om vurderingen.]""",
    f"""[bevilget: {{@bank}} har bevilget {{@laantager}} et lån på {{laan}}. | {{@bank}} overvejer at låne {{@laantager}} {{laan}}.]
    [dokumenteret: Sagen rummer et notat om vurderingen. | Sagen rummer intet notat om vurderingen.] {SAGEN}

    {TAL} [indtaegt_stabil: Indtægten er stabil. | Indtægten svinger meget.] {SIKKERHED} [registre_tjekket: Banken har slået
    {{@laantager}} op i registrene over dårlige betalere. | Banken har ikke slået {{@laantager}} op i registrene over dårlige
    betalere.] Der står: {{registrering}}.""",
    f"""RKI melder om {{@laantager}}: {{registrering}}. Arbejdet er [indtaegt_stabil: sikkert. | usikkert.] {TAL}

    {SAGEN} [registre_tjekket: Registrene er gennemgået. | Registrene er ikke gennemgået.] Lånet er på {{laan}}. {SIKKERHED}
    [bevilget: {{@bank}} har sagt ja til lånet | {{@bank}} har ikke sagt ja til lånet] og har [dokumenteret: gemt en skriftlig
    vurdering. | ikke gemt nogen skriftlig vurdering.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Papers mostly complete, the free amount near the instalment, the debt factor near the limits."""
    indtaegt = Decimal(random.choice((0, 18_000, 24_000, 30_000, 35_000, 42_000, 50_000)))
    udgifter = (indtaegt * random.choice((50, 60, 65, 70)) / 100).quantize(Decimal(100)) or Decimal(4_000)
    raad = indtaegt - udgifter
    aarsindtaegt = indtaegt * random.choice((12, 15, 16))
    faktor = Decimal(random.choice(("2.5", "3.9", "4.17", "4.6", "5", "5.01", "6")))
    gaeld = aarsindtaegt * faktor or Decimal(300_000)
    laan = (gaeld * random.choice((50, 80, 90, 100)) / 100).quantize(Decimal(100))
    fuld = random.random() < 0.7
    return {
        "loensedler_mdr": 3 if fuld else random.choice((0, 2, 3, 3)),
        "aarsopgoerelse": fuld or random.random() < 0.7,
        "budget": fuld or random.random() < 0.7,
        "registre_tjekket": fuld or random.random() < 0.5,
        "registrering": random.choice(
            (*(Registrering.INGEN,) * 3, Registrering.GAMMEL_OG_BETALT, Registrering.AKTUEL)
        ),
        "indtaegt_md": indtaegt,
        "faste_udgifter_md": udgifter,
        "ydelse_md": max(raad + random.choice((-6_000, -4_000, -1_000, 0, 0, 500, 6_000)), Decimal(1_000)),
        "samlet_gaeld": gaeld,
        "aarsindtaegt": aarsindtaegt,
        "laan": laan,
        "sikkerhed_vaerdi": laan * random.choice((0, 80, 100, 125, 150)) / 100,
        "indtaegt_stabil": random.random() < 0.8,
        "dokumenteret": random.random() < 0.6,
        "bevilget": random.random() < 0.6,
    }
