"""Sikringsakten: er køberen sikker mod sælgerens kreditorer? (gældsbrevsloven §§ 22 og 31).

>>> facts = Facts(type=Gaeldsbrev.SIMPELT, debitor_underrettet=date(2026, 3, 3), i_koebers_besiddelse=None,
...               udlaeg=date(2026, 3, 2), saelger_har_adgang=False)
>>> print(topic.decide(facts, "pensum").explain())
1. Er det solgte et omsætningsgældsbrev? Nej (GBL § 22 og GBL § 31).
2. Havde debitor fået meddelelse om salget, da der blev gjort udlæg? Nej (GBL § 31).
Sikringsakt: meddelelse til debitor (denunciation).
Altså: Køberen er ikke beskyttet. Sælgerens kreditorer kan tage fordringen.
"""

from datetime import date, timedelta
from random import Random
from typing import Any

from rules.citations import FIL, GBL, KAL, TL, doctrine
from rules.facts import Choice, FactSheet, fact
from rules.gaeldsbreve.papirer import Gaeldsbrev, Sikringsakt
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

STATUTE = GAELDENDE_RET


class Overdragelse(Choice):
    """To own, or only as security."""

    EJE = "eje", "eje (salg)"
    PANT = "pant", "pant eller anden sikkerhed"


class Afsender(Choice):
    """Who told the debtor."""

    OVERDRAGER = "overdrager", "overdrageren"
    ERHVERVER = "erhverver", "erhververen"
    ANDEN = "anden", "en anden"


class Facts(FactSheet):
    """The paper, what was done to secure its buyer, and the levy of the seller's creditor."""

    type: Gaeldsbrev = fact("Hvilken slags gældsbrev er overdraget?")
    debitor_underrettet: date | None = fact("Dag for meddelelse til debitor", absent="aldrig")
    i_koebers_besiddelse: date | None = fact("Dag, da køberen fik gældsbrevet i hånden", absent="aldrig")
    udlaeg: date = fact("Dag for udlæg", help="Den dag sælgerens kreditor gjorde udlæg i fordringen.")
    saelger_har_adgang: bool = fact("Har sælgeren stadig adgang til gældsbrevet?")
    overdragelse: Overdragelse = fact(
        "Er gældsbrevet overdraget til eje eller til pant?", default=Overdragelse.EJE, reading=STATUTE
    )
    digitalt_pantebrev: bool = fact(
        "Er det overdragne et tinglyst digitalt pantebrev?", default=False, reading=STATUTE
    )
    overdragelse_tinglyst: date | None = fact(
        "Dag for tinglysning af overdragelsen", absent="aldrig", reading=STATUTE
    )
    underretning_fra: Afsender = fact(
        "Hvem gav debitor meddelelsen?", default=Afsender.ERHVERVER, reading=STATUTE
    )
    underretning_klar: bool = fact("Var meddelelsen klar?", default=True, reading=STATUTE)
    virksomhed_overdraget: bool = fact(
        "Er fordringen overdraget sammen med hele virksomheden?",
        default=False,
        reading=STATUTE,
        help="En bogføringspligtig virksomhed, der overdrages med sine udestående fordringer.",
    )


class Outcome(Outcomes):
    """Whether the buyer is safe from the seller's creditors."""

    BESKYTTET = "Køberen er beskyttet. Sælgerens kreditorer kan ikke tage fordringen."
    IKKE_BESKYTTET = "Køberen er ikke beskyttet. Sælgerens kreditorer kan tage fordringen."


topic = Topic(
    "sikringsakt",
    "Sikringsakt ved overdragelse",
    group="gaeldsbreve",
    question="Er køberen af fordringen sikker mod sælgerens kreditorer?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(PENSUM, otherwise=Outcome.IKKE_BESKYTTET, jus=(GBL("§ 22"), GBL("§ 31")))
lov = topic.reading(
    STATUTE,
    otherwise=Outcome.IKKE_BESKYTTET,
    jus=(GBL("§ 22"), GBL("§ 31, stk. 1")),
    texts={
        Outcome.BESKYTTET: "Erhververen er beskyttet. Overdragerens kreditorer må respektere overdragelsen.",
        Outcome.IKKE_BESKYTTET: "Erhververen er ikke beskyttet. Overdragerens kreditorer kan tage fordringen.",
    },
)


def i_tide(dag: date | None, facts: Facts) -> bool:
    """Whether something was done by the levy; the same day is in time."""
    return dag is not None and dag <= facts.udlaeg


@lov.step(GBL("§ 11, stk. 3"), GBL("§ 26, stk. 2"), yes="overdragelsen_tinglyst")
def er_digitalt(facts: Facts) -> bool:
    """Er det overdragne et tinglyst digitalt pantebrev?

    [digitalt_pantebrev: Hverken § 22 eller § 31 gælder for tinglyste digitale gældsbreve. | Fordringen er ikke et tinglyst digitalt pantebrev.]
    """
    return facts.digitalt_pantebrev


@lov.step(GBL("§ 11, stk. 2"), GBL("§ 26, stk. 1"), no="sammen_med_virksomheden")
@pensum.step(GBL("§ 22"), GBL("§ 31"), no="underrettet_i_tide")
def er_omsaetningsgaeldsbrev(facts: Facts) -> bool:
    """Er det solgte et omsætningsgældsbrev?

    [type=omsaetning: Det er et omsætningsgældsbrev, og papiret selv spiller en rolle. | Det er et simpelt gældsbrev, og papiret selv er uden betydning.]
    """
    return facts.type is Gaeldsbrev.OMSAETNING


@lov.step(GBL("§ 22"), no=Outcome.BESKYTTET, verified=False)
def til_sikkerhed(facts: Facts) -> bool:
    """Er gældsbrevet overdraget til pant eller anden sikkerhed?

    [overdragelse=pant: Overdragelsen er kun en sikkerhed, og § 22 gælder. | § 22 handler kun om pant og sikkerhed. Ved salg er aftalen nok
    over for sælgerens kreditorer. Det siger teorien, ikke loven: Ikke efterprøvet.]
    """
    return facts.overdragelse is Overdragelse.PANT


@lov.step(GBL("§ 22"), no=Outcome.IKKE_BESKYTTET)
@pensum.step(GBL("§ 22"), no=Outcome.IKKE_BESKYTTET)
def i_haanden_i_tide(facts: Facts) -> bool:
    """Havde køberen fået gældsbrevet i hånden, da der blev gjort udlæg?

    [i_koebers_besiddelse: Køberen fik gældsbrevet i hånden den {i_koebers_besiddelse}. | Køberen har aldrig haft gældsbrevet i hånden.]
    Udlægget skete den {udlaeg}. Samme dag er i tide.
    """
    return i_tide(facts.i_koebers_besiddelse, facts)


@lov.step(
    doctrine("ulovbestemt rådighedsberøvelse"),
    GBL("§ 22"),
    yes=Outcome.IKKE_BESKYTTET,
    no=Outcome.BESKYTTET,
    verified=False,
)
@pensum.step(GBL("§ 22"), yes=Outcome.IKKE_BESKYTTET, no=Outcome.BESKYTTET)
def saelger_kan_raade(facts: Facts) -> bool:
    """Har sælgeren stadig adgang til gældsbrevet?

    [saelger_har_adgang: Så længe sælgeren kan hente papiret frem, er rådigheden ikke berøvet. | Sælgeren er afskåret fra papiret.]
    """
    return facts.saelger_har_adgang


@lov.step(GBL("§ 31, stk. 3"), yes=Outcome.BESKYTTET)
def sammen_med_virksomheden(facts: Facts) -> bool:
    """Er fordringen solgt sammen med hele virksomheden og ikke kun givet til sikkerhed?

    [virksomhed_overdraget: Hele virksomheden er overdraget med sine fordringer. [overdragelse=pant: Men det er kun til sikkerhed, og så kræves meddelelse. |
    Så kræves ingen meddelelse.] | Fordringen er overdraget for sig.]
    """
    return facts.virksomhed_overdraget and facts.overdragelse is Overdragelse.EJE


@lov.step(GBL("§ 31, stk. 1"), no=Outcome.IKKE_BESKYTTET)
@pensum.step(GBL("§ 31"), yes=Outcome.BESKYTTET, no=Outcome.IKKE_BESKYTTET)
def underrettet_i_tide(facts: Facts) -> bool:
    """Havde debitor fået meddelelse om salget, da der blev gjort udlæg?

    [debitor_underrettet: Debitor fik meddelelsen den {debitor_underrettet}. | Debitor fik aldrig meddelelse.] Udlægget skete den {udlaeg}.
    Samme dag er i tide.
    """
    return i_tide(facts.debitor_underrettet, facts)


@lov.step(GBL("§ 31, stk. 1"), no=Outcome.IKKE_BESKYTTET)
def fra_en_af_parterne(facts: Facts) -> bool:
    """Kom meddelelsen fra overdrageren eller erhververen?

    Meddelelsen kom fra {underretning_fra}. [underretning_fra=anden: Det, debitor hører fra andre, er ikke den underretning, loven kræver. |
    Begge parter i overdragelsen kan give den.]
    """
    return facts.underretning_fra is not Afsender.ANDEN


@lov.step(GBL("§ 31, stk. 1"), yes=Outcome.BESKYTTET, no=Outcome.IKKE_BESKYTTET)
def klar_meddelelse(facts: Facts) -> bool:
    """Var meddelelsen klar?

    [underretning_klar: Debitor kunne læse, at fordringen var overdraget. | Debitor kunne ikke læse, at fordringen var overdraget, og en uklar
    meddelelse er ingen.]
    """
    return facts.underretning_klar


@lov.step(TL("§ 27 a"), TL("§ 27 b"), yes=Outcome.BESKYTTET, no=Outcome.IKKE_BESKYTTET, verified=False)
def overdragelsen_tinglyst(facts: Facts) -> bool:
    """Var overdragelsen tinglyst, da der blev gjort udlæg?

    [overdragelse_tinglyst: Overdragelsen blev tinglyst den {overdragelse_tinglyst}. | Overdragelsen er aldrig tinglyst.] Udlægget skete den {udlaeg}.
    Et digitalt pantebrev kan ingen have i hånden. Ikke efterprøvet.
    """
    return i_tide(facts.overdragelse_tinglyst, facts)


@pensum.figure("Sikringsakt")
def sikringsakt(facts: Facts) -> Sikringsakt:
    """Hvilken sikringsakt krævede overdragelsen?

    [sikringsakt=raadighedsberoevelse: Ved et omsætningsgældsbrev skal køberen have papiret fysisk i hånden, GBL § 22. |
    Ved et simpelt gældsbrev skal debitor have meddelelse, GBL § 31.]
    """
    return Sikringsakt.RAADIGHEDSBEROEVELSE if er_omsaetningsgaeldsbrev(facts) else Sikringsakt.DENUNCIATION


@lov.figure("Sikringsakt", key="sikringsakt")
def lovens_sikringsakt(facts: Facts) -> Sikringsakt:
    """Hvilken sikringsakt krævede overdragelsen?

    [sikringsakt=tinglysning: Overdragelsen af et tinglyst digitalt pantebrev tinglyses, TL §§ 27 a og 27 b. Ikke efterprøvet. |
    [sikringsakt=raadighedsberoevelse: Ved pant i et omsætningsgældsbrev skal erhververen have det i hænde, GBL § 22. |
    [sikringsakt=denunciation: Ved et simpelt gældsbrev skal debitor underrettes, GBL § 31, stk. 1. |
    Loven kræver ikke mere end aftalen over for sælgerens kreditorer.]]]
    """
    if er_digitalt(facts):
        return Sikringsakt.TINGLYSNING
    if er_omsaetningsgaeldsbrev(facts):
        return Sikringsakt.RAADIGHEDSBEROEVELSE if til_sikkerhed(facts) else Sikringsakt.INGEN
    return Sikringsakt.INGEN if sammen_med_virksomheden(facts) else Sikringsakt.DENUNCIATION


@lov.mistake(i_haanden_i_tide)
@pensum.mistake(i_haanden_i_tide)
def besked_er_nok_ved_omsaetningsgaeldsbrev(facts: Facts) -> bool | None:
    """Du har ladet meddelelsen til debitor være nok. Ved et omsætningsgældsbrev skal køberen have papiret i hånden."""
    return True if facts.i_koebers_besiddelse is None and i_tide(facts.debitor_underrettet, facts) else None


@lov.mistake(i_haanden_i_tide)
@pensum.mistake(i_haanden_i_tide)
def i_haanden_efter_udlaegget(facts: Facts) -> bool | None:
    """Du har talt en besiddelse med, der først begyndte efter udlægget. Køberen skulle have papiret i hånden senest den {udlaeg}."""
    return None if facts.i_koebers_besiddelse is None else facts.i_koebers_besiddelse > facts.udlaeg or None


@lov.mistake(i_haanden_i_tide)
@pensum.mistake(i_haanden_i_tide)
def i_haanden_samme_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har kaldt det for sent, at køberen fik papiret på selve udlægsdagen. Samme dag er i tide."""
    return False if facts.i_koebers_besiddelse == facts.udlaeg else None


@lov.mistake(underrettet_i_tide)
@pensum.mistake(underrettet_i_tide)
def besiddelse_er_nok_ved_simpelt(facts: Facts) -> bool | None:
    """Du har ladet det være nok, at køberen har papiret. Ved et simpelt gældsbrev skal debitor have meddelelse."""
    return True if facts.debitor_underrettet is None and i_tide(facts.i_koebers_besiddelse, facts) else None


@lov.mistake(underrettet_i_tide)
@pensum.mistake(underrettet_i_tide)
def meddelt_efter_udlaegget(facts: Facts) -> bool | None:
    """Du har talt en meddelelse med, der kom efter udlægget. Debitor skulle have den senest den {udlaeg}."""
    return None if facts.debitor_underrettet is None else facts.debitor_underrettet > facts.udlaeg or None


@lov.mistake(underrettet_i_tide)
@pensum.mistake(underrettet_i_tide)
def meddelt_samme_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har kaldt en meddelelse på selve udlægsdagen for sen. Samme dag er i tide."""
    return False if facts.debitor_underrettet == facts.udlaeg else None


@lov.mistake(saelger_kan_raade)
@pensum.mistake(saelger_kan_raade)
def saelgers_adgang_er_uden_betydning(facts: Facts) -> bool:
    """Du har set bort fra, at sælgeren stadig kan komme til papiret. Rådighedsberøvelsen kræver, at sælgeren er afskåret fra det."""
    return False


@pensum.mistake(sikringsakt)
def bytter_om_paa_sikringsakterne(facts: Facts) -> Sikringsakt:
    """Du har byttet om på de to sikringsakter. Omsætningsgældsbreve skal i hånden, og ved simple gældsbreve skal debitor have besked."""
    return (
        Sikringsakt.DENUNCIATION if facts.type is Gaeldsbrev.OMSAETNING else Sikringsakt.RAADIGHEDSBEROEVELSE
    )


@pensum.mistake("outcome")
def koebet_er_nok(facts: Facts) -> Outcome:
    """Du har ladet købet i sig selv beskytte køberen. Uden sikringsakt kan sælgerens kreditorer tage fordringen."""
    return Outcome.BESKYTTET


@lov.mistake(lovens_sikringsakt)
def digitalt_pantebrev_i_haanden(facts: Facts) -> Sikringsakt | None:
    """Du har krævet et digitalt pantebrev i hånden, som bogen gør. Det findes kun i tingbogen, og overdragelsen tinglyses."""
    return Sikringsakt.RAADIGHEDSBEROEVELSE if facts.digitalt_pantebrev else None


@lov.mistake(lovens_sikringsakt)
def salg_som_pant(facts: Facts) -> Sikringsakt | None:
    """Du har brugt GBL § 22 på et salg. Bestemmelsen gælder pant og anden overdragelse til sikkerhed."""
    solgt = facts.overdragelse is Overdragelse.EJE and not facts.digitalt_pantebrev
    return Sikringsakt.RAADIGHEDSBEROEVELSE if solgt and facts.type is Gaeldsbrev.OMSAETNING else None


@lov.mistake(overdragelsen_tinglyst)
def tinglyst_efter_udlaegget(facts: Facts) -> bool | None:
    """Du har talt en tinglysning med, der kom efter udlægget. Overdragelsen skulle være tinglyst senest den {udlaeg}."""
    return None if facts.overdragelse_tinglyst is None else facts.overdragelse_tinglyst > facts.udlaeg or None


@lov.mistake(overdragelsen_tinglyst)
def digitalt_uden_tinglysning(facts: Facts) -> bool | None:
    """Du har ladet en anden handling træde i stedet for tinglysningen. Hverken besked eller besiddelse er nok ved et digitalt pantebrev."""
    handlet = i_tide(facts.debitor_underrettet, facts) or i_tide(facts.i_koebers_besiddelse, facts)
    return True if handlet and facts.overdragelse_tinglyst is None else None


@lov.mistake(fra_en_af_parterne)
def kun_koeberen_kan_underrette(facts: Facts) -> bool | None:
    """Du har krævet, at køberen selv underretter debitor. Overdrageren kan også gøre det."""
    return False if facts.underretning_fra is Afsender.OVERDRAGER else None


@lov.mistake(fra_en_af_parterne)
def debitors_viden_er_nok(facts: Facts) -> bool | None:
    """Du har ladet debitors viden fra anden side være nok. Underretningen skal komme fra overdrageren eller erhververen."""
    return True if facts.underretning_fra is Afsender.ANDEN else None


@lov.mistake(klar_meddelelse)
def uklar_meddelelse_er_nok(facts: Facts) -> bool:
    """Du har ladet en uklar meddelelse tælle. Debitor skal kunne læse, at fordringen er overdraget."""
    return True


@lov.mistake(sammen_med_virksomheden)
def meddelelse_ved_salg_af_virksomhed(facts: Facts) -> bool:
    """Du har krævet meddelelse, selv om hele virksomheden er solgt med sine fordringer. Så gælder kravet kun ved overdragelse til sikkerhed."""
    return False


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_ekstinktionsreglen",
        GBL("§ 15"),
        "Du har valgt reglen om debitors indsigelser. Her er det sælgerens kreditorer, som køberen skal sikres mod.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_betaling",
        GBL("§ 29"),
        "Du har valgt reglen om debitors betaling til overdrageren. Her er det sælgerens kreditorer, der vil have fordringen.",
    )
    _reading.wrong_provision(
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om besked til kautionister. Her er der overdraget en fordring.",
    )
    _reading.wrong_provision(
        "bruger_forbrugerreglen",
        KAL("§ 33"),
        "Du har valgt reglen om besked til forbrugeren ved overdragelse. Den handler om forbrugerens stilling, ikke om sælgerens kreditorer.",
    )

PAPIRET = """[digitalt_pantebrev: et tinglyst digitalt pantebrev, der er [type=omsaetning: et omsætningsgældsbrev, | gjort simpelt med ordene »ikke til ordre«,] |
    [type=omsaetning: et omsætningsgældsbrev | et simpelt gældsbrev]]"""
HANDLINGERNE = """[debitor_underrettet: {@debitor} får den {debitor_underrettet} besked fra [underretning_fra=overdrager: {@saelger} selv |
    [underretning_fra=anden: en bekendt | {@investor}]] om overdragelsen[underretning_klar: . |, men beskeden er til at misforstå.] |
    {@debitor} får ingen besked om overdragelsen.] [i_koebers_besiddelse: {@investor} får selve gældsbrevet i hånden den {i_koebers_besiddelse}. | {@investor} får ikke selve gældsbrevet i hånden.]
    [saelger_har_adgang: {@saelger} kan stadig komme til gældsbrevet. | {@saelger} kan ikke længere komme til gældsbrevet.]
    [overdragelse_tinglyst: Overdragelsen bliver tinglyst den {overdragelse_tinglyst}. | ]"""


@topic.variants(
    f"""{{@saelger}} [overdragelse=pant: pantsætter | sælger] {PAPIRET} til {{@investor}}. Skyldneren er {{@debitor}}.
    [virksomhed_overdraget: Det sker som led i, at hele virksomheden skifter hænder med alle sine fordringer. | ]

    {HANDLINGERNE}

    {{@saelger}} har også andre kreditorer, og den {{udlaeg}} gør en af dem udlæg i fordringen.""",
    f"""Den {{udlaeg}} gør {{@bank}} udlæg i en fordring på {{@debitor}}, som banken mener tilhører {{@saelger}}. Fordringen er {PAPIRET} og er
    [overdragelse=pant: pantsat | solgt] til {{@investor}}. [virksomhed_overdraget: {{@investor}} har fået hele virksomheden overdraget med dens fordringer. | ]

    {HANDLINGERNE} Hvem har retten til fordringen?""",
    f"""{{@investor}} har [overdragelse=pant: fået pant i | købt] {PAPIRET} af {{@saelger}}. [virksomhed_overdraget: Overdragelsen omfattede
    hele virksomheden og alt, hvad den havde til gode. | ] {{@debitor}} skylder pengene.

    {HANDLINGERNE} En kreditor hos {{@saelger}} gør udlæg den {{udlaeg}}.""",
)
def draw(random: Random) -> dict[str, Any]:
    """Notice, possession and registration within days of the levy, now and then the act that belongs to the other kind."""
    udlaeg = date(random.choice((2025, 2026, 2027)), random.randint(1, 12), random.randint(1, 28))

    def naer(chance: float) -> date | None:
        dag = udlaeg + timedelta(days=random.choice((-12, -1, -1, 0, 0, 1, 6)))
        return dag if random.random() < chance else None

    simpelt = random.random() < 0.5
    digitalt = random.random() < 0.25
    return {
        "type": Gaeldsbrev.SIMPELT if simpelt else Gaeldsbrev.OMSAETNING,
        "debitor_underrettet": naer(0.75 if simpelt else 0.4),
        "i_koebers_besiddelse": None if digitalt else naer(0.3 if simpelt else 0.8),
        "udlaeg": udlaeg,
        "saelger_har_adgang": random.random() < 0.35,
        "overdragelse": random.choice(list(Overdragelse)),
        "digitalt_pantebrev": digitalt,
        "overdragelse_tinglyst": naer(0.7) if digitalt else None,
        "underretning_fra": random.choice((*(Afsender.ERHVERVER,) * 2, *Afsender)),
        "underretning_klar": random.random() < 0.8,
        "virksomhed_overdraget": simpelt and not digitalt and random.random() < 0.2,
    }
