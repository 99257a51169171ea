"""Omsætningsgældsbrev eller simpelt gældsbrev (gældsbrevsloven §§ 11 og 26, tinglysningsloven § 27).

>>> facts = Facts(betegnelse=Betegnelse.PANTEBREV, andet_aftalt=False)
>>> print(topic.decide(facts, "pensum").explain())
1. Lyder papiret på betaling til ihændehaveren eller til en bestemt person eller ordre? Nej (GBL § 11).
2. Er papiret et pantebrev i fast ejendom? Ja (GBL § 11).
3. Er det aftalt, at pantebrevet ikke skal kunne omsættes? Nej (GBL § 11).
Sikringsakt: rådighedsberøvelse.
Indsigelser kan ekstingveres: ja.
Altså: Papiret er et omsætningsgældsbrev. En køber i god tro kan få bedre ret end sælgeren.
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from rules.citations import AFTL, FIL, FL, GBL, KAL, TL, doctrine
from rules.facts import Choice, FactSheet, fact
from rules.gaeldsbreve.papirer import Sikringsakt
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

FORDRINGSRET = doctrine("ulovbestemt fordringsret")


class Betegnelse(Choice):
    """What the paper is, or whom it says to pay."""

    IHAENDEHAVER = "ihaendehaver", "betales til ihændehaveren"
    ORDRE = "ordre", "betales til en bestemt person eller ordre"
    PANTEBREV = "pantebrev_fast_ejendom", "pantebrev i fast ejendom"
    NAVN = "navn", "betales til en bestemt person"
    FAKTURA = "faktura", "faktura"
    LAANEAFTALE = "laaneaftale", "låneaftale i en bank"


class Facts(FactSheet):
    """The paper and what it says of being sold on."""

    betegnelse: Betegnelse = fact("Hvad er papiret, og hvem skal der betales til?")
    andet_aftalt: bool = fact(
        "Er andet aftalt om, hvorvidt papiret kan omsættes?",
        help="Ved et pantebrev: at det ikke kan. Ved en låneaftale eller et navnegældsbrev: at papiret utvetydigt siger, at det kan.",
    )
    ikke_til_ordre: bool = fact(
        "Står der »ikke til ordre« eller et lignende forbehold i papiret?",
        default=False,
        reading=GAELDENDE_RET,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A paper to order or bearer that also says "ikke til ordre"."""
        if self.ikke_til_ordre and self.betegnelse in AF_FORM:
            yield (
                "ikke_til_ordre",
                "false",
                "Papiret kan ikke både lyde på ihændehaveren eller ordre og have forbeholdet »ikke til ordre«.",
            )


AF_FORM = (Betegnelse.IHAENDEHAVER, Betegnelse.ORDRE)


class Outcome(Outcomes):
    """The kind of paper."""

    OMSAETNINGSGAELDSBREV = (
        "Papiret er et omsætningsgældsbrev. En køber i god tro kan få bedre ret end sælgeren."
    )
    SIMPELT_GAELDSBREV = "Papiret er et simpelt gældsbrev. Køberen får ikke bedre ret end sælgeren."
    SIMPEL_FORDRING = "Fakturaen er ikke et gældsbrev, men en simpel fordring. Reglerne om simple gældsbreve bruges også på den."


topic = Topic(
    "gaeldsbrevstype",
    "Omsætningsgældsbrev eller simpelt gældsbrev",
    group="gaeldsbreve",
    question="Er papiret et omsætningsgældsbrev eller et simpelt gældsbrev?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.SIMPELT_GAELDSBREV, jus=(GBL("§ 11"), GBL("§ 26")))
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.SIMPELT_GAELDSBREV,
    jus=(GBL("§ 11, stk. 2"), GBL("§ 26, stk. 1")),
)


@lov.step(FORDRINGSRET, GBL("§ 26, stk. 1"), yes=Outcome.SIMPEL_FORDRING, verified=False)
def er_faktura(facts: Facts) -> bool:
    """Er papiret en faktura?

    [betegnelse=faktura: Sælgeren har selv skrevet fakturaen, og debitor har ikke lovet noget i den. Den er en fordring; GBL kapitel 3 bruges på samme måde. |
    Papiret er ikke en regning, men bærer debitors egen forpligtelse: {betegnelse}.]
    """
    return facts.betegnelse is Betegnelse.FAKTURA


@lov.step(GBL("§ 11, stk. 2, nr. 1"), GBL("§ 11, stk. 2, nr. 2"), yes=Outcome.OMSAETNINGSGAELDSBREV)
@pensum.step(GBL("§ 11"), yes=Outcome.OMSAETNINGSGAELDSBREV)
def er_omsaettelig_af_form(facts: Facts) -> bool:
    """Lyder papiret på betaling til ihændehaveren eller til en bestemt person eller ordre?

    [betegnelse=ihaendehaver: Den, der har papiret, kan kræve betaling, og det er derfor et ihændehavergældsbrev. |
    [betegnelse=ordre: Ordene »eller ordre« gør det til et ordregældsbrev. |
    Papiret nævner hverken ihændehaveren eller ordre: {betegnelse}.]]
    """
    return facts.betegnelse in AF_FORM


@lov.step(TL("§ 27, stk. 2"), no="er_gjort_omsaettelig")
@pensum.step(GBL("§ 11"), no="er_laaneaftale")
def er_pantebrev(facts: Facts) -> bool:
    """Er papiret et pantebrev i fast ejendom?

    [betegnelse=pantebrev_fast_ejendom: Et pantebrev i fast ejendom kan som udgangspunkt omsættes. | Papiret giver ikke pant i fast ejendom.]
    """
    return facts.betegnelse is Betegnelse.PANTEBREV


@pensum.step(GBL("§ 11"), yes=Outcome.SIMPELT_GAELDSBREV, no=Outcome.OMSAETNINGSGAELDSBREV)
def er_gjort_simpelt(facts: Facts) -> bool:
    """Er det aftalt, at pantebrevet ikke skal kunne omsættes?

    [andet_aftalt: Parterne har aftalt sig ud af udgangspunktet. | Udgangspunktet gælder, fordi intet andet er aftalt.]
    """
    return facts.andet_aftalt


@lov.step(
    TL("§ 27, stk. 2"),
    yes=Outcome.SIMPELT_GAELDSBREV,
    no=Outcome.OMSAETNINGSGAELDSBREV,
    key="er_gjort_simpelt",
)
def har_forbehold(facts: Facts) -> bool:
    """Står der »ikke til ordre« eller et lignende forbehold i pantebrevet?

    [ikke_til_ordre: Forbeholdet står i selve pantebrevet, og så er det ikke negotiabelt. |
    Pantebrevet har intet forbehold. [andet_aftalt: En aftale ved siden af er ikke nok. | ]]
    """
    return facts.ikke_til_ordre


@pensum.step(GBL("§ 26"), no=Outcome.SIMPELT_GAELDSBREV)
def er_laaneaftale(facts: Facts) -> bool:
    """Er papiret en låneaftale i en bank?

    [betegnelse=laaneaftale: En låneaftale er ofte et simpelt gældsbrev, men andet kan aftales. |
    [betegnelse=faktura: En faktura lyder på sælgerens navn, og bogen regner den for et navnegældsbrev. |
    Papiret lyder på et navn uden »eller ordre« og er derfor et navnegældsbrev.]]
    """
    return facts.betegnelse is Betegnelse.LAANEAFTALE


@lov.step(
    GBL("§ 11, stk. 2, nr. 4"),
    GBL("§ 26, stk. 1"),
    yes=Outcome.OMSAETNINGSGAELDSBREV,
    no=Outcome.SIMPELT_GAELDSBREV,
)
@pensum.step(GBL("§ 26"), yes=Outcome.OMSAETNINGSGAELDSBREV, no=Outcome.SIMPELT_GAELDSBREV)
def er_gjort_omsaettelig(facts: Facts) -> bool:
    """Er det aftalt og utvetydigt angivet, at papiret skal være et omsætningsgældsbrev?

    [andet_aftalt: Det fremgår klart, at papiret skal kunne omsættes. | Intet i papiret siger, at det skal kunne omsættes.]
    """
    return facts.andet_aftalt


def kan_omsaettes(facts: Facts) -> bool:
    """Whether the paper is negotiable by the course book."""
    if er_pantebrev(facts):
        return not er_gjort_simpelt(facts)
    return er_omsaettelig_af_form(facts) or (er_laaneaftale(facts) and er_gjort_omsaettelig(facts))


def kan_omsaettes_efter_loven(facts: Facts) -> bool:
    """Whether the paper is negotiable by the statutes."""
    if er_faktura(facts):
        return False
    if er_pantebrev(facts):
        return not har_forbehold(facts)
    return er_omsaettelig_af_form(facts) or er_gjort_omsaettelig(facts)


@pensum.figure("Sikringsakt")
def sikringsakt(facts: Facts) -> Sikringsakt:
    """Hvad skal en køber af papiret gøre for at være sikker mod sælgerens kreditorer?

    [sikringsakt=raadighedsberoevelse: Køberen af et omsætningsgældsbrev skal have det fysisk i hånden, GBL § 22. |
    Køberen af et simpelt gældsbrev skal sørge for, at debitor får besked, GBL § 31.]
    """
    return Sikringsakt.RAADIGHEDSBEROEVELSE if kan_omsaettes(facts) else Sikringsakt.DENUNCIATION


@lov.figure("Sikringsakt", key="sikringsakt")
def lovens_sikringsakt(facts: Facts) -> Sikringsakt:
    """Hvad skal den, der får papiret som sikkerhed, gøre for at være beskyttet mod overdragerens kreditorer?

    [sikringsakt=tinglysning: Pantebreve i fast ejendom er digitale, og overdragelsen skal tinglyses, TL §§ 27 a og 27 b. Ikke efterprøvet. |
    [sikringsakt=raadighedsberoevelse: Erhververen skal have omsætningsgældsbrevet i hænde, GBL § 22. |
    Debitor skal have underretning om overdragelsen, GBL § 31, stk. 1.]]
    """
    if er_pantebrev(facts):
        return Sikringsakt.TINGLYSNING
    return Sikringsakt.RAADIGHEDSBEROEVELSE if kan_omsaettes_efter_loven(facts) else Sikringsakt.DENUNCIATION


@pensum.figure("Indsigelser kan ekstingveres", GBL("§ 15"))
def indsigelser_kan_ekstingveres(facts: Facts) -> bool:
    """Kan en køber i god tro ekstingvere debitors svage indsigelser?

    [indsigelser_kan_ekstingveres: Ja. Det er fordelen ved et omsætningsgældsbrev. | Nej. Debitor har alle sine indsigelser i behold over for køberen.]
    """
    return kan_omsaettes(facts)


@lov.figure("Indsigelser kan ekstingveres", GBL("§ 15, stk. 1"), key="indsigelser_kan_ekstingveres")
def kan_ekstingveres_efter_loven(facts: Facts) -> bool:
    """Kan en køber i god tro ekstingvere debitors svage indsigelser?

    [indsigelser_kan_ekstingveres: Ja, når køberen har papiret i hænde, eller overdragelsen af pantebrevet er tinglyst. I forbrugerkøb gælder KAL § 33. |
    Nej. Køberen får ikke bedre ret end sælgeren, GBL § 27.]
    """
    return kan_omsaettes_efter_loven(facts)


@lov.mistake(er_omsaettelig_af_form)
@pensum.mistake(er_omsaettelig_af_form)
def et_navn_er_ordre(facts: Facts) -> bool | None:
    """Du har læst et navn som »eller ordre«. Uden de to ord er papiret et navnegældsbrev."""
    return True if facts.betegnelse is Betegnelse.NAVN else None


@lov.mistake(er_omsaettelig_af_form)
@pensum.mistake(er_omsaettelig_af_form)
def kun_ihaendehaver_kan_omsaettes(facts: Facts) -> bool | None:
    """Du har overset ordene »eller ordre«. Også et ordregældsbrev er et omsætningsgældsbrev."""
    return False if facts.betegnelse is Betegnelse.ORDRE else None


@pensum.mistake(er_gjort_simpelt)
def pantebreve_kan_altid_omsaettes(facts: Facts) -> bool:
    """Du har overset aftalen. Et pantebrev er et omsætningsgældsbrev, medmindre andet er aftalt."""
    return False


@lov.mistake(har_forbehold)
def aftale_ved_siden_af_er_nok(facts: Facts) -> bool:
    """Du har ladet en aftale ved siden af pantebrevet være nok. Forbeholdet skal stå i pantebrevet selv."""
    return facts.andet_aftalt


@lov.mistake(er_gjort_omsaettelig)
@pensum.mistake(er_gjort_omsaettelig)
def udgangspunktet_kan_ikke_fraviges(facts: Facts) -> bool:
    """Du har overset, at papiret er gjort omsætteligt. Det er kun et udgangspunkt, at det er simpelt."""
    return False


@lov.mistake(er_faktura)
def fakturaen_er_et_gaeldsbrev(facts: Facts) -> bool:
    """Du har kaldt fakturaen et gældsbrev, som bogen gør. Debitor har ikke skrevet under på den; den er en simpel fordring."""
    return False


@lov.mistake(lovens_sikringsakt)
def pantebrevet_skal_i_haanden(facts: Facts) -> Sikringsakt | None:
    """Du har krævet pantebrevet i hånden, som bogen gør. Pantebreve er digitale, og overdragelsen tinglyses."""
    return Sikringsakt.RAADIGHEDSBEROEVELSE if facts.betegnelse is Betegnelse.PANTEBREV else None


@lov.mistake(lovens_sikringsakt)
@pensum.mistake(sikringsakt)
def besked_ved_omsaetningsgaeldsbrev(facts: Facts) -> Sikringsakt:
    """Du har ladet besked til debitor være nok. Sikringsakten ved dette papir er {sikringsakt}."""
    return Sikringsakt.DENUNCIATION


@lov.mistake(lovens_sikringsakt)
@pensum.mistake(sikringsakt)
def i_haanden_ved_simpelt(facts: Facts) -> Sikringsakt | None:
    """Du har krævet papiret i hånden. Det gælder omsætningsgældsbreve; her skal debitor have besked."""
    return None if facts.betegnelse is Betegnelse.PANTEBREV else Sikringsakt.RAADIGHEDSBEROEVELSE


@lov.mistake(kan_ekstingveres_efter_loven)
@pensum.mistake(indsigelser_kan_ekstingveres)
def alle_papirer_giver_ekstinktion(facts: Facts) -> bool:
    """Du har ladet indsigelserne kunne ekstingveres. Det sker kun ved omsætningsgældsbreve."""
    return True


@lov.mistake(kan_ekstingveres_efter_loven)
@pensum.mistake(indsigelser_kan_ekstingveres)
def indsigelser_bestaar_altid(facts: Facts) -> bool:
    """Du har ladet indsigelserne bestå. Ved et omsætningsgældsbrev kan de svage ekstingveres af en køber i god tro."""
    return False


@pensum.mistake("outcome")
def salget_goer_fakturaen_omsaettelig(facts: Facts) -> Outcome | None:
    """Du har kaldt fakturaen et omsætningsgældsbrev, fordi den bliver solgt. Også simple gældsbreve kan sælges."""
    return Outcome.OMSAETNINGSGAELDSBREV if facts.betegnelse is Betegnelse.FAKTURA else None


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_foraeldelsesreglen",
        FL("§ 5"),
        "Du har valgt reglen om, hvornår gældsbreve forældes. Den skelner ikke mellem de to slags.",
    )
    _reading.wrong_provision(
        "bruger_forbudet_mod_omsaettelige_papirer",
        KAL("§ 31"),
        "Du har valgt forbuddet mod veksler i forbrugerkredit. Hvad papiret er, afgøres af gældsbrevsloven.",
    )
    _reading.wrong_provision(
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om private kautionister. Her spørges om papirets slags.",
    )
    _reading.wrong_provision(
        "bruger_aftaleloven",
        AFTL("§ 36"),
        "Du har valgt aftalelovens generalklausul. Om et papir kan omsættes, følger af gældsbrevsloven.",
    )

PAPIRET = """[betegnelse=ihaendehaver: et gældsbrev, der lyder på betaling »til ihændehaveren« | [betegnelse=ordre: et gældsbrev, der lyder på betaling
    »til {@saelger} eller ordre« | [betegnelse=pantebrev_fast_ejendom: et pantebrev, der giver pant i et hus | [betegnelse=navn: et gældsbrev, der lyder på betaling
    »til {@saelger}« | [betegnelse=faktura: en faktura for leverede varer | en underskrevet låneaftale]]]]]"""
AFTALEN = """[andet_aftalt: [betegnelse=pantebrev_fast_ejendom: Det er aftalt, at pantebrevet ikke skal kunne omsættes. | Det er aftalt, at kravet skal
    behandles som et omsætningsgældsbrev, og det står utvetydigt på papiret.] | Om omsætteligheden er intet andet aftalt.]"""
FORBEHOLDET = "[ikke_til_ordre: På papiret selv står »ikke til ordre«. | ]"


topic.departs(er_faktura="G12", er_laaneaftale="G13", er_omsaettelig_af_form="G02", er_gjort_simpelt="G02")


@topic.variants(
    f"""{{@saelger}} har et krav mod {{@debitor}}. Beviset er {PAPIRET}. {AFTALEN} {FORBEHOLDET}

    {{@investor}} vil købe kravet og spørger, hvilken slags papir det er.""",
    f"""{{@bank}} får tilbudt {PAPIRET}. Skyldneren er {{@debitor}}, og sælgeren er {{@saelger}}.

    Medarbejderen i banken læser papiret igennem. {AFTALEN} {FORBEHOLDET} Kan banken få bedre ret end {{@saelger}}?""",
    f"""I boet efter en lukket forretning ligger {PAPIRET}. {{@debitor}} skylder pengene. {FORBEHOLDET} {AFTALEN}

    Boet vil sælge kravet til {{@investor}}.""",
)
def draw(random: Random) -> dict[str, Any]:
    """Every kind of paper; a reservation in the paper is itself an agreement otherwise."""
    betegnelse = random.choice(list(Betegnelse))
    andet = betegnelse not in (*AF_FORM, Betegnelse.FAKTURA) and random.random() < 0.5
    forbehold = betegnelse is Betegnelse.PANTEBREV and andet and random.random() < 0.5
    return {"betegnelse": betegnelse, "andet_aftalt": andet, "ikke_til_ordre": forbehold}
