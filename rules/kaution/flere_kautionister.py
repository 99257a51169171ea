"""Flere kautionister for samme gæld: hvad kreditor kan kræve, og hvordan de deler (gældsbrevsloven §§ 2 og 61).

>>> facts = Facts(haeftelse=Haeftelse.SOLIDARISK, gaeld=600000, andele=["1/2", "1/3", "1/6"], betaler=1)
>>> print(topic.decide(facts, "pensum").explain())
1. Er det aftalt, at hver kautionist kun hæfter for sin del? Nej (ulovbestemt kautionsret og GBL § 61 og GBL § 2).
Kreditor kan kræve: 600.000 kr., 600.000 kr. og 600.000 kr.
Endelig byrde: 300.000 kr., 200.000 kr. og 100.000 kr.
Regres mod de andre: 0 kr., 200.000 kr. og 100.000 kr.
Altså: Kautionisterne hæfter solidarisk, og kreditor kan kræve hele gælden af hver af dem. Mellem dem selv ender byrden på 300.000
kr., 200.000 kr. og 100.000 kr.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from rules import danish
from rules.citations import AEL, FIL, GBL, doctrine
from rules.facts import Choice, FactSheet, Kroner, Share, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

KAUTIONSRET = doctrine("ulovbestemt kautionsret")
Beloeb = tuple[Kroner, ...]


class Haeftelse(Choice):
    """How the guarantors have agreed with the creditor to answer."""

    SOLIDARISK = "solidarisk", "solidarisk"
    DELT = "delt", "delt"


class Facts(FactSheet):
    """The debt, the guarantors' shares among themselves, who pays and who cannot."""

    haeftelse: Haeftelse | None = fact("Hvilken hæftelse er aftalt?", absent="ikke aftalt")
    gaeld: Kroner = fact("Gælden, som der er kautioneret for")
    andele: tuple[Share, ...] = fact(
        "Kautionisternes andele indbyrdes",
        help="En andel for hver kautionist i nummerorden, fx 1/2; 1/4; 1/4. De skal tilsammen give 1.",
    )
    betaler: int = fact(
        "Nummeret på den kautionist, der betaler",
        ge=1,
        le=50,
        help="Ved solidarisk hæftelse betaler den pågældende hele gælden, ved delt hæftelse sin egen del.",
    )
    insolvente: tuple[int, ...] = fact(
        "Numrene på de kautionister, der ikke kan betale",
        default=(),
        absent="ingen",
        reading=GAELDENDE_RET,
        help="Også den, hvis opholdssted er ukendt, og den, der ikke har betalt sin del 14 dage efter, at kravet blev rejst.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """Shares that are no whole, and numbers of guarantors that do not exist."""
        antal, sum_ = len(self.andele), sum(self.andele)
        if sum_ != 1:
            givet = danish.show(Fraction(sum_))
            yield (
                "andele",
                "andele, der tilsammen giver 1",
                f"Andelene skal tilsammen give 1. De giver {givet}.",
            )
        if 0 in self.andele:
            yield "andele", "andele over 0", "Hver kautionist skal have en andel, der er større end 0."
        if self.betaler > antal:
            yield "betaler", f"fra 1 til {antal}", f"Der er kun {antal} kautionister."
        if not all(1 <= nummer <= antal for nummer in self.insolvente):
            yield "insolvente", f"numre fra 1 til {antal}", f"Der er kun {antal} kautionister."
        if self.betaler in self.insolvente:
            yield (
                "insolvente",
                "andre end den, der betaler",
                "Den, der betaler, kan ikke være uden evne til det.",
            )


class Outcome(Outcomes):
    """Whether each answers for all or for a part."""

    SOLIDARISK = "Kautionisterne hæfter solidarisk, og kreditor kan kræve hele gælden af hver af dem."
    DELT = "Hæftelsen er delt, og kreditor kan kun kræve hver kautionist for sin egen del."


topic = Topic(
    "flere_kautionister",
    "Flere kautionister for samme gæld",
    group="kaution",
    question="Hvad kan kreditor kræve af hver kautionist, og hvordan deler de gælden indbyrdes?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
TEKSTER = {
    Outcome.SOLIDARISK: "Kautionisterne hæfter solidarisk, og kreditor kan kræve hele gælden af hver af dem. "
    "Mellem dem selv ender byrden på {endelig_byrde}.",
    Outcome.DELT: "Hæftelsen er delt, og kreditor kan kun kræve hver kautionist for sin egen del: {kreditor_kan_kraeve}.",
}
pensum = topic.reading(PENSUM, otherwise=Outcome.SOLIDARISK, jus=KAUTIONSRET, texts=TEKSTER)
lov = topic.reading(GAELDENDE_RET, otherwise=Outcome.SOLIDARISK, jus=(GBL("§ 61"), GBL("§ 2")), texts=TEKSTER)


@lov.step(GBL("§ 61"), GBL("§ 2, stk. 1"), yes=Outcome.DELT)
@pensum.step(KAUTIONSRET, GBL("§ 61"), GBL("§ 2"), yes=Outcome.DELT, no=Outcome.SOLIDARISK)
def er_delt(facts: Facts) -> bool:
    """Er det aftalt, at hver kautionist kun hæfter for sin del?

    [haeftelse=delt: Aftalen deler hæftelsen mellem kautionisterne. | [haeftelse=solidarisk: Aftalen lader hver kautionist hæfte
    for det hele. | Der er ikke aftalt noget, og så hæfter hver kautionist for det hele.]]
    """
    return facts.haeftelse is Haeftelse.DELT


@lov.step(GBL("§ 61"), GBL("§ 2, stk. 2, 2. pkt."), GBL("§ 2, stk. 2, 3. pkt."))
def nogen_kan_ikke_betale(facts: Facts) -> bool:
    """Er der en kautionist, som ikke kan betale sin del?

    [insolvente: Nr. {insolvente} betaler ikke, og de andre må dække den del efter deres egne andele. | Alle kautionisterne kan
    betale, og hver ender med sin egen andel.]
    """
    return bool(facts.insolvente)


def dele(facts: Facts) -> list[Decimal]:
    """Each guarantor's agreed share of the debt, in kroner."""
    return [facts.gaeld * andel.numerator / andel.denominator for andel in facts.andele]


def kun_andre_end(facts: Facts, beloeb: Iterable[Decimal]) -> Beloeb:
    """The amounts with nothing for the one who pays."""
    return tuple(
        Decimal(0) if nummer == facts.betaler else krav for nummer, krav in enumerate(beloeb, start=1)
    )


@lov.figure("Kreditor kan kræve", GBL("§ 2, stk. 1"))
@pensum.figure("Kreditor kan kræve", KAUTIONSRET)
def kreditor_kan_kraeve(facts: Facts) -> Beloeb:
    """Hvor meget kan kreditor kræve af hver kautionist, i nummerorden?

    Gælden er {gaeld}, og andelene er {andele}. Kreditor kan af de enkelte kræve {kreditor_kan_kraeve}.
    """
    return tuple(dele(facts)) if er_delt(facts) else (facts.gaeld,) * len(facts.andele)


@pensum.figure("Endelig byrde", KAUTIONSRET)
def endelig_byrde(facts: Facts) -> Beloeb:
    """Hvor meget ender hver kautionist selv med at bære, i nummerorden?

    Mellem kautionisterne selv deles gælden på {gaeld} efter andelene {andele}. Det giver {endelig_byrde}.
    """
    return tuple(dele(facts))


@lov.figure("Endelig byrde", GBL("§ 2, stk. 2"), key="endelig_byrde")
def lovens_byrde(facts: Facts) -> Beloeb:
    """Hvor meget ender hver kautionist selv med at bære, i nummerorden?

    Gælden på {gaeld} deles efter andelene {andele}. [er_delt: Hæftelsen er delt, så ingen overtager andres del. | [insolvente: Nr.
    {insolvente} betaler ikke, og den del bæres af de andre i forhold til deres andele. | Alle bærer deres egen andel.]] Det giver
    {endelig_byrde}.
    """
    if er_delt(facts) or not nogen_kan_ikke_betale(facts):
        return tuple(dele(facts))
    andele = [
        Fraction(0) if nummer in facts.insolvente else andel
        for nummer, andel in enumerate(facts.andele, start=1)
    ]
    tilbage = sum(andele, Fraction(0))
    return tuple(
        facts.gaeld * (andel / tilbage).numerator / (andel / tilbage).denominator for andel in andele
    )


@pensum.figure("Regres mod de andre", KAUTIONSRET)
def regres_mod(facts: Facts) -> Beloeb:
    """Hvor meget kan den, der betaler, kræve tilbage af hver af de andre, i nummerorden?

    Nr. {betaler} betaler. [er_delt: Ved delt hæftelse betaler nr. {betaler} kun sin egen del og har intet at kræve tilbage. |
    Hver af de andre skylder sin egen del af gælden: {regres_mod}.]
    """
    return kun_andre_end(facts, [Decimal(0)] * len(facts.andele) if er_delt(facts) else endelig_byrde(facts))


@lov.figure("Regres mod de andre", GBL("§ 2, stk. 2, 1. pkt."), key="regres_mod")
def lovens_regres(facts: Facts) -> Beloeb:
    """Hvor meget kan den, der betaler, kræve tilbage af hver af de andre, i nummerorden?

    Nr. {betaler} betaler. [er_delt: Ved delt hæftelse betaler nr. {betaler} kun sin egen del og har intet at kræve tilbage. |
    De andre skylder hver det, som de selv ender med at bære: {regres_mod}. Den, der ikke kan betale, bærer intet.]
    """
    return kun_andre_end(facts, [Decimal(0)] * len(facts.andele) if er_delt(facts) else lovens_byrde(facts))


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(er_delt)
@pensum.mistake(er_delt)
def uden_aftale_er_den_delt(facts: Facts) -> bool | None:
    """Du har delt hæftelsen, selv om intet er aftalt. Uden aftale hæfter hver kautionist for hele gælden."""
    return True if facts.haeftelse is None else None


@lov.mistake(er_delt)
@pensum.mistake(er_delt)
def flere_deler_altid(facts: Facts) -> bool | None:
    """Du har delt hæftelsen, fordi der er flere kautionister. Her er det aftalt, at hver hæfter for det hele."""
    return True if facts.haeftelse is Haeftelse.SOLIDARISK else None


@lov.mistake(kreditor_kan_kraeve)
@pensum.mistake(kreditor_kan_kraeve)
def kreditor_maa_dele(facts: Facts) -> Beloeb | None:
    """Du har kun ladet kreditor kræve hver sin del. Ved solidarisk hæftelse kan hele gælden, {gaeld}, kræves af hver enkelt."""
    return None if er_delt(facts) else tuple(dele(facts))


@lov.mistake(kreditor_kan_kraeve)
@pensum.mistake(kreditor_kan_kraeve)
def hele_gaelden_af_hver(facts: Facts) -> Beloeb | None:
    """Du har ladet kreditor kræve hele gælden af hver. Når hæftelsen er delt, svarer hver kun for sin egen del: {kreditor_kan_kraeve}."""
    return (facts.gaeld,) * len(facts.andele) if er_delt(facts) else None


@pensum.mistake(endelig_byrde)
def deler_efter_hoveder(facts: Facts) -> Beloeb:
    """Du har delt gælden ligeligt. Andelene er {andele}, og byrden bliver {endelig_byrde}."""
    return (facts.gaeld / len(facts.andele),) * len(facts.andele)


@lov.mistake(lovens_byrde)
@pensum.mistake(endelig_byrde)
def betaleren_baerer_alt(facts: Facts) -> Beloeb | None:
    """Du har ladet den, der betaler, bære det hele. Byrden deles bagefter efter andelene: {endelig_byrde}."""
    if er_delt(facts):
        return None
    return tuple(
        facts.gaeld if nummer == facts.betaler else Decimal(0) for nummer in range(1, len(facts.andele) + 1)
    )


@lov.mistake(lovens_regres)
@pensum.mistake(regres_mod)
def regres_for_det_hele(facts: Facts) -> Beloeb | None:
    """Du har ladet betaleren kræve hele gælden af hver. Mellem kautionisterne selv hæfter hver kun for sin del: {regres_mod}."""
    return None if er_delt(facts) else kun_andre_end(facts, (facts.gaeld,) * len(facts.andele))


@lov.mistake(lovens_regres)
@pensum.mistake(regres_mod)
def ingen_regres(facts: Facts) -> Beloeb | None:
    """Du har ikke givet betaleren regres. Den, der har betalt hele gælden, kan kræve {regres_mod} af de enkelte kautionister."""
    return None if er_delt(facts) else (Decimal(0),) * len(facts.andele)


@lov.mistake(lovens_regres)
@pensum.mistake(regres_mod)
def regres_ved_delt_haeftelse(facts: Facts) -> Beloeb | None:
    """Du har givet regres ved delt hæftelse. Her har betaleren kun betalt sin egen del, og der er intet at kræve tilbage."""
    return kun_andre_end(facts, dele(facts)) if er_delt(facts) else None


@lov.mistake(lovens_byrde)
def de_andre_slipper_for_tabet(facts: Facts) -> Beloeb | None:
    """Du har ladet alle bære deres egen andel. Nr. {insolvente} betaler ikke, og de andre må dække den del: {endelig_byrde}."""
    return tuple(dele(facts)) if nogen_kan_ikke_betale(facts) and not er_delt(facts) else None


@lov.mistake(lovens_byrde)
def betaleren_baerer_tabet_alene(facts: Facts) -> Beloeb | None:
    """Du har ladet betaleren alene dække den del, som nr. {insolvente} ikke betaler. Den fordeles på alle, der kan betale: {endelig_byrde}."""
    if er_delt(facts) or not nogen_kan_ikke_betale(facts):
        return None
    egne = dict(enumerate(dele(facts), start=1))
    tab = sum(beloeb for nummer, beloeb in egne.items() if nummer in facts.insolvente)
    baerer = {nummer: Decimal(0) if nummer in facts.insolvente else egne[nummer] for nummer in egne}
    return tuple({**baerer, facts.betaler: baerer[facts.betaler] + tab}.values())


@lov.mistake(lovens_byrde)
def de_andre_overtager_delt_gaeld(facts: Facts) -> Beloeb | None:
    """Du har flyttet den manglende del over på de andre. Når hæftelsen er delt, er tabet kreditors, og hver bærer kun sin egen del."""
    if not er_delt(facts) or not facts.insolvente:
        return None
    tilbage = sum(
        andel for nummer, andel in enumerate(facts.andele, start=1) if nummer not in facts.insolvente
    )
    return tuple(
        Decimal(0) if nummer in facts.insolvente else del_ * tilbage.denominator / tilbage.numerator
        for nummer, del_ in enumerate(dele(facts), start=1)
    )


pensum.wrong_provision(
    "bruger_reglen_om_privat_kaution",
    FIL("§ 48"),
    "Du har valgt reglen, der beskytter private kautionister. Fordelingen mellem flere kautionister er et andet spørgsmål.",
)
lov.wrong_provision(
    "bruger_reglen_om_privat_kaution",
    FIL("§ 48"),
    "Du har valgt reglen, der beskytter private kautionister. Flere kautionister følger GBL § 61, der henviser til § 2.",
)
for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_aegtefaeller",
        AEL("§ 3"),
        "Du har valgt reglen om ægtefællers egen gæld. Her spørges, hvordan flere kautionister hæfter for den samme gæld.",
    )
    _reading.wrong_provision(
        "forveksler_med_denunciation",
        GBL("§ 31"),
        "Du har valgt reglen om meddelelse ved salg af en fordring. Her har ingen solgt noget.",
    )


topic.departs(nogen_kan_ikke_betale="F11")


@topic.variants(
    """{@virksomhed} skylder {@bank} {gaeld}, og flere af ejerne har kautioneret. I nummerorden er deres andele indbyrdes {andele}.
    [haeftelse=delt: Ifølge erklæringen hæfter hver kun for sin egen andel. | [haeftelse=solidarisk: Ifølge erklæringen hæfter de
    solidarisk. | Erklæringen siger ikke, hvordan de hæfter.]]

    Selskabet betaler ikke, og banken henvender sig til nr. {betaler}, som betaler det, der kan kræves. [insolvente: Hos nr.
    {insolvente} er der intet at hente. | ]""",
    """Da {@laantager} lånte i {@bank}, skrev familien under som kautionister. Gælden er nu {gaeld}. Mellem sig har de aftalt
    andelene {andele}, regnet i den orden, de skrev under. [haeftelse=solidarisk: Over for banken svarer hver for det hele. |
    [haeftelse=delt: Over for banken svarer hver kun for sin andel. | Over for banken er der ikke aftalt noget om fordelingen.]]

    Nr. {betaler} betaler, hvad banken har krav på. [insolvente: Nr. {insolvente} mangler penge til at betale. | ]""",
    """{@bank} har et krav på {gaeld} mod {@virksomhed}, som er gået ned. For kravet er der stillet kaution, og kautionisternes
    andele er i nummerorden {andele}. [haeftelse=delt: Kautionen er delt. | [haeftelse=solidarisk: Kautionen er solidarisk. | Om
    kautionen er delt eller solidarisk, er der ingen aftale om.]]

    Banken får sine penge af nr. {betaler}, så langt denne hæfter. [insolvente: Det viser sig, at nr. {insolvente} ikke kan
    betale. | ]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Two to four guarantors with mostly unequal shares; at most all but the payer cannot pay."""
    andele = random.choice(
        (
            ("1/2", "1/2"),
            ("2/3", "1/3"),
            ("1/2", "1/4", "1/4"),
            ("1/2", "1/3", "1/6"),
            ("2/5", "2/5", "1/5"),
            ("2/5", "3/10", "1/5", "1/10"),
        )
    )
    betaler = random.randint(1, len(andele))
    andre = [nummer for nummer in range(1, len(andele) + 1) if nummer != betaler]
    insolvente = (
        sorted(random.sample(andre, random.choice((1, 1, len(andre))))) if random.random() < 0.5 else []
    )
    return {
        "haeftelse": random.choice((Haeftelse.SOLIDARISK, Haeftelse.SOLIDARISK, Haeftelse.DELT, None)),
        "gaeld": Decimal(random.randrange(120_000, 3_000_000, 30_000)),
        "andele": andele,
        "betaler": betaler,
        "insolvente": insolvente,
    }
