"""Factoring: meddelelse til kunden, og hvem banken kan kræve pengene af (gældsbrevsloven §§ 27-31).

>>> facts = Facts(fakturabeloeb=500000, solgt=date(2026, 3, 2), betalt=date(2026, 4, 1), betalt_til=Modtager.OVERDRAGER)
>>> print(topic.decide(facts, "pensum").explain())
1. Har kunden betalt? Ja (GBL § 31).
2. Har kunden betalt til factoringbanken? Nej (GBL § 31).
3. Havde kunden fået meddelelse om overdragelsen, da der blev betalt? Nej (GBL § 31).
Banken kan kræve af kunden: 0 kr.
Banken kan kræve af overdrageren: 500.000 kr.
Altså: Kunden har betalt til overdrageren med frigørende virkning. Banken må kræve 500.000 kr. af overdrageren.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules.citations import FIL, GBL, KAL
from rules.facts import Choice, FactSheet, Kroner, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Modtager(Choice):
    """Who was paid."""

    OVERDRAGER = "overdrager", "overdrageren"
    FACTORINGBANK = "factoringbank", "factoringbanken"


class Facts(FactSheet):
    """The invoice, its sale, the notice and the payment."""

    in_order = (("solgt", "denuntieret"), ("solgt", "betalt"))

    fakturabeloeb: Kroner = fact("Fakturabeløb", ge=Decimal("0.01"))
    solgt: date = fact("Dag for salg af fakturaen til banken")
    denuntieret: date | None = fact(
        "Dag for meddelelse til kunden",
        absent="aldrig",
        help="Den dag kunden fik at vide, at fakturaen var overdraget.",
    )
    betalt: date | None = fact("Dag for kundens betaling", absent="endnu ikke betalt")
    betalt_til: Modtager | None = fact("Hvem betalte kunden til?", absent="ingen")
    modregning: Kroner = fact(
        "Beløb, som kunden kan modregne",
        default=Decimal(0),
        help="Krav på grund af mangler ved det leverede.",
    )
    debitor_god_tro: bool = fact(
        "Var kunden i god tro om, hvem der skulle betales til?",
        default=True,
        reading=GAELDENDE_RET,
        help="Kunden vidste ikke og burde ikke vide, at fakturaen var solgt.",
    )
    underretning_klar: bool = fact("Var meddelelsen klar?", default=True, reading=GAELDENDE_RET)

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A receiver without a payment, a payment without a receiver, a set-off above the invoice."""
        if self.betalt_til and not self.betalt:
            yield (
                "betalt",
                "en dato, når modtageren er oplyst",
                "Angiv, hvornår kunden betalte, eller fjern modtageren.",
            )
        if self.betalt and not self.betalt_til:
            yield "betalt_til", "overdrager eller factoringbank", "Angiv, hvem kunden betalte til."
        if self.modregning > self.fakturabeloeb:
            yield (
                "modregning",
                "højst fakturabeløbet",
                "Kunden kan højst modregne et beløb på fakturaens størrelse.",
            )


class Outcome(Outcomes):
    """Whether the customer is free, and from whom the bank must claim."""

    FRIGJORT = (
        "Kunden har betalt til overdrageren med frigørende virkning. Banken må kræve pengene af overdrageren."
    )
    IKKE_FRIGJORT = "Kunden er ikke blevet fri ved at betale til overdrageren og må betale igen til banken."
    BETALT_RIGTIGT = "Kunden har betalt til banken og er dermed fri."
    UBETALT = "Kunden har ikke betalt endnu og skylder banken beløbet."


topic = Topic(
    "factoring",
    "Factoring og meddelelse til kunden",
    group="gaeldsbreve",
    question="Er kunden blevet fri ved sin betaling, og hvem kan factoringbanken kræve pengene af?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)

TEKSTER = {
    Outcome.FRIGJORT: "Kunden har betalt til overdrageren med frigørende virkning. "
    "Banken må kræve {banken_kan_kraeve_af_overdrager} af overdrageren.",
    Outcome.IKKE_FRIGJORT: "Kunden er ikke blevet fri ved at betale til overdrageren og må betale {banken_kan_kraeve_af_kunden} igen, denne gang til banken.",
    Outcome.UBETALT: "Kunden har ikke betalt endnu og skylder banken {banken_kan_kraeve_af_kunden}.",
}

pensum = topic.reading(PENSUM, otherwise=Outcome.UBETALT, jus=GBL("§ 31"), texts=TEKSTER)
lov = topic.reading(GAELDENDE_RET, otherwise=Outcome.UBETALT, jus=GBL("§ 29"), texts=TEKSTER)


@lov.step(GBL("§ 29"), no=Outcome.UBETALT)
@pensum.step(GBL("§ 31"), no=Outcome.UBETALT)
def har_betalt(facts: Facts) -> bool:
    """Har kunden betalt?

    [betalt: Kunden betalte den {betalt}. | Kunden har ikke betalt, og kravet består.]
    """
    return facts.betalt is not None


@lov.step(GBL("§ 29"), yes=Outcome.BETALT_RIGTIGT)
@pensum.step(GBL("§ 31"), yes=Outcome.BETALT_RIGTIGT)
def betalt_til_banken(facts: Facts) -> bool:
    """Har kunden betalt til factoringbanken?

    Betalingen gik til {betalt_til}. Banken ejer fordringen fra {solgt}.
    """
    return facts.betalt_til is Modtager.FACTORINGBANK


def meddelt_foer_betaling(facts: Facts) -> bool:
    """Whether notice had come at the payment; the same day is in time."""
    return facts.denuntieret is not None and facts.betalt is not None and facts.denuntieret <= facts.betalt


@pensum.step(GBL("§ 31"), yes=Outcome.IKKE_FRIGJORT, no=Outcome.FRIGJORT)
def meddelt(facts: Facts) -> bool:
    """Havde kunden fået meddelelse om overdragelsen, da der blev betalt?

    [denuntieret: Meddelelsen kom den {denuntieret}, og betalingen den {betalt}. | Kunden fik aldrig meddelelse om overdragelsen.]
    """
    return meddelt_foer_betaling(facts)


@lov.step(GBL("§ 29"), yes=Outcome.IKKE_FRIGJORT, key="meddelt")
def klart_meddelt(facts: Facts) -> bool:
    """Havde kunden fået en klar meddelelse om overdragelsen, da der blev betalt?

    [denuntieret: Meddelelsen kom den {denuntieret}, og betalingen den {betalt}. [underretning_klar: Den var klar. | Den var uklar og tæller ikke.] |
    Kunden fik aldrig meddelelse om overdragelsen.]
    """
    return meddelt_foer_betaling(facts) and facts.underretning_klar


@lov.step(GBL("§ 29"), yes=Outcome.FRIGJORT, no=Outcome.IKKE_FRIGJORT)
def i_god_tro(facts: Facts) -> bool:
    """Var kunden i god tro, da der blev betalt til overdrageren?

    [debitor_god_tro: Kunden vidste ikke og burde ikke vide, at fakturaen var solgt. | Kunden vidste eller burde vide, at overdrageren ikke længere kunne tage imod pengene.]
    """
    return facts.debitor_god_tro


def frigjort_paa_anden_vis(facts: Facts) -> bool:
    """Whether the customer owes the bank nothing more by the course book."""
    return har_betalt(facts) and (betalt_til_banken(facts) or not meddelt(facts))


@pensum.figure("Banken kan kræve af kunden", GBL("§ 31"))
def banken_kan_kraeve_af_kunden(facts: Facts) -> Kroner:
    """Hvor meget kan banken kræve af kunden?

    [banken_kan_kraeve_af_kunden: Fakturaen lyder på {fakturabeloeb}, og kunden kan modregne {modregning}. Banken kan kræve {banken_kan_kraeve_af_kunden}. |
    Kunden er blevet fri, og banken kan ikke kræve noget af kunden.]
    """
    return Decimal(0) if frigjort_paa_anden_vis(facts) else facts.fakturabeloeb - facts.modregning


@pensum.figure("Banken kan kræve af overdrageren", GBL("§ 31"))
def banken_kan_kraeve_af_overdrager(facts: Facts) -> Kroner:
    """Hvor meget kan banken kræve af overdrageren?

    Overdrageren svarer for det, som kunden ikke skal betale: {banken_kan_kraeve_af_overdrager}.
    """
    fri = har_betalt(facts) and not betalt_til_banken(facts) and not meddelt(facts)
    return facts.fakturabeloeb if fri else facts.modregning


def frigjort_efter_loven(facts: Facts) -> bool:
    """Whether the customer was released by paying the transferor (GBL § 29)."""
    return (
        har_betalt(facts) and not betalt_til_banken(facts) and not klart_meddelt(facts) and i_god_tro(facts)
    )


@lov.figure("Banken kan kræve af kunden", GBL("§ 27"), key="banken_kan_kraeve_af_kunden")
def lovens_krav_mod_kunden(facts: Facts) -> Kroner:
    """Hvor meget kan banken kræve af kunden?

    [banken_kan_kraeve_af_kunden: Banken får ikke bedre ret end overdrageren. Af fakturaen på {fakturabeloeb} går kundens modregning på {modregning}, og
    banken kan kræve {banken_kan_kraeve_af_kunden}. | Kunden er blevet fri, og banken kan ikke kræve noget af kunden.]
    """
    fri = har_betalt(facts) and (betalt_til_banken(facts) or frigjort_efter_loven(facts))
    return Decimal(0) if fri else facts.fakturabeloeb - facts.modregning


@lov.figure("Banken kan kræve af overdrageren", GBL("§ 29"), key="banken_kan_kraeve_af_overdrager")
def lovens_krav_mod_overdrager(facts: Facts) -> Kroner:
    """Hvor meget kan banken kræve af overdrageren?

    Overdrageren svarer for det, som kunden ikke skal betale: {banken_kan_kraeve_af_overdrager}.
    """
    return facts.fakturabeloeb if frigjort_efter_loven(facts) else facts.modregning


@lov.mistake(klart_meddelt)
@pensum.mistake(meddelt)
def salget_er_nok(facts: Facts) -> bool | None:
    """Du har ladet salget af fakturaen binde kunden. Det afgørende er, om kunden havde fået meddelelse, da der blev betalt."""
    return True if facts.denuntieret is None else None


@lov.mistake(klart_meddelt)
@pensum.mistake(meddelt)
def meddelelse_efter_betaling(facts: Facts) -> bool | None:
    """Du har talt en meddelelse med, der kom efter betalingen. Den skal være kommet senest den dag, kunden betalte, her {betalt}."""
    return None if facts.denuntieret is None or meddelt_foer_betaling(facts) else True


@lov.mistake(klart_meddelt)
def uklar_meddelelse_er_nok(facts: Facts) -> bool | None:
    """Du har ladet en uklar meddelelse tælle. Kunden skal kunne læse, hvem der nu skal betales til."""
    return True if meddelt_foer_betaling(facts) else None


@lov.mistake(i_god_tro)
def uden_meddelelse_er_alle_i_god_tro(facts: Facts) -> bool:
    """Du har ladet den manglende meddelelse afgøre sagen. Kunden bliver ikke fri, når kunden vidste eller burde vide, at fakturaen var solgt."""
    return True


@lov.mistake(lovens_krav_mod_kunden)
@pensum.mistake(banken_kan_kraeve_af_kunden)
def glemmer_modregning(facts: Facts) -> Kroner:
    """Du har krævet hele fakturaen. Kundens modkrav på {modregning} kan også gøres gældende mod banken."""
    return facts.fakturabeloeb


@lov.mistake(lovens_krav_mod_overdrager)
@pensum.mistake(banken_kan_kraeve_af_overdrager)
def overdrager_svarer_ikke(facts: Facts) -> Kroner:
    """Du har ladet overdrageren gå fri. Overdrageren svarer for det, som kunden ikke skal betale: {banken_kan_kraeve_af_overdrager}."""
    return Decimal(0)


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_omsaetningsgaeldsbreve",
        GBL("§ 22"),
        "Du har valgt reglen om rådighedsberøvelse ved omsætningsgældsbreve. En faktura følger reglerne om simple fordringer.",
    )
    _reading.wrong_provision(
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om besked til kautionister. Her er der solgt en fordring.",
    )
    _reading.wrong_provision(
        "bruger_kreditaftaleloven",
        KAL("§ 33"),
        "Du har valgt en regel for forbrugerkøb på kredit. Fakturaen er et krav mellem erhvervsdrivende.",
    )


topic.departs(meddelt="G05 G16", i_god_tro="G05")


@topic.variants(
    """{@saelger} har leveret varer til {@kunde} og sendt en faktura på {fakturabeloeb}. Den {solgt} sælger {@saelger} fakturaen til {@factoringbank}.

    [denuntieret: {@kunde} får meddelelse om salget den {denuntieret}[underretning_klar: . | , men brevet er så uklart, at det ikke fremgår, hvem der skal betales til.] |
    Ingen fortæller {@kunde} om salget.] [betalt: {@kunde} betaler den {betalt} til {betalt_til}. | {@kunde} har endnu ikke betalt.]
    [modregning: Der er mangler ved varerne, og {@kunde} har derfor et modkrav på {modregning}. | Der er ingen mangler ved varerne.]
    [debitor_god_tro: | En medarbejder hos {@kunde} havde hørt om salget fra {@saelger}, før der blev betalt.]""",
    """{@factoringbank} køber den {solgt} en faktura på {fakturabeloeb} af {@saelger}. Fakturaen er sendt til {@kunde}.

    [betalt: Den {betalt} betaler {@kunde} til {betalt_til}. | Fakturaen er ikke betalt.] [denuntieret: Meddelelsen om, at banken nu ejer fakturaen, nåede
    frem den {denuntieret}[underretning_klar: . |, men den var ikke til at forstå.] | Banken har ikke sendt nogen meddelelse.]
    [modregning: En del af leverancen var mangelfuld, og {@kunde} kan trække {modregning} fra. | Leverancen var i orden.]
    [debitor_god_tro: | {@kunde} var på anden måde klar over, at fakturaen var solgt.]""",
    """For at få penge i kassen har {@saelger} den {solgt} overdraget en faktura til {@factoringbank}. Fakturaen lyder på {fakturabeloeb}, og {@kunde} skal betale.

    [denuntieret: Den {denuntieret} underrettes {@kunde} om overdragelsen[underretning_klar: . | i et brev, der kan læses på flere måder.] | Overdragelsen bliver ikke
    meddelt til {@kunde}.] [betalt: Pengene bliver betalt den {betalt}, og modtageren er {betalt_til}. | Pengene er ikke betalt.]
    [modregning: {@kunde} har et krav mod {@saelger} på {modregning} for fejl ved leverancen. | {@kunde} har ingen krav mod {@saelger}.]
    [debitor_god_tro: | {@kunde} burde have forstået, at {@saelger} ikke længere ejede fakturaen.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Notice and payment within days of each other."""
    solgt = date(random.choice((2025, 2026, 2027)), random.randint(1, 12), random.randint(1, 28))
    betalt = solgt + timedelta(days=random.randint(5, 60)) if random.random() < 0.85 else None
    near = (betalt or solgt + timedelta(days=20)) + timedelta(days=random.choice((-5, -1, 0, 1, 3)))
    beloeb = Decimal(random.randrange(40_000, 600_000, 500))
    return {
        "fakturabeloeb": beloeb,
        "solgt": solgt,
        "denuntieret": max(near, solgt) if random.random() < 0.65 else None,
        "betalt": betalt,
        "betalt_til": None
        if betalt is None
        else random.choice((Modtager.OVERDRAGER,) * 3 + (Modtager.FACTORINGBANK,)),
        "modregning": Decimal(random.choice((0, 0, 1))) * (beloeb / 10).quantize(Decimal(1)),
        "debitor_god_tro": random.random() < 0.8,
        "underretning_klar": random.random() < 0.85,
    }
