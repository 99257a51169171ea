"""What the course book says of the act that secures the buyer."""

from rules.citations import FIL, GBL, KAL
from rules.gaeldsbreve.papirer import Gaeldsbrev, Sikringsakt
from rules.gaeldsbreve.sikringsakt.facts import Facts, Outcome, i_tide, topic
from rules.topic import PENSUM

pensum = topic.reading(PENSUM, otherwise=Outcome.IKKE_BESKYTTET, jus=(GBL("§ 22"), GBL("§ 31")))


@pensum.step(GBL("§ 22"), GBL("§ 31"), no="underrettet_i_tide")
def er_omsaetningsgaeldsbrev(facts: Facts) -> bool:
    """Er fordringen et omsætningsgældsbrev?

    [type=omsaetning: Det er et omsætningsgældsbrev, og papiret selv spiller en rolle. | Det er et simpelt gældsbrev, og papiret selv er uden betydning.]
    """
    return facts.type is Gaeldsbrev.OMSAETNING


@pensum.step(GBL("§ 22"), no=Outcome.IKKE_BESKYTTET)
def i_haanden_i_tide(facts: Facts) -> bool:
    """Havde køberen fået gældsbrevet i hånden, da der blev gjort udlæg?

    [i_koebers_besiddelse: Køberen fik gældsbrevet i hånden den {i_koebers_besiddelse}. | Køberen har aldrig haft gældsbrevet i hånden.]
    Udlægget skete den {udlaeg}. Samme dag er i tide.
    """
    return i_tide(facts.i_koebers_besiddelse, facts)


@pensum.step(GBL("§ 22"), yes=Outcome.IKKE_BESKYTTET, no=Outcome.BESKYTTET)
def saelger_kan_raade(facts: Facts) -> bool:
    """Har sælgeren stadig adgang til gældsbrevet?

    [saelger_har_adgang: Så længe sælgeren kan hente papiret frem, er rådigheden ikke berøvet. | Sælgeren er afskåret fra papiret.]
    """
    return facts.saelger_har_adgang


@pensum.step(GBL("§ 31"), yes=Outcome.BESKYTTET, no=Outcome.IKKE_BESKYTTET)
def underrettet_i_tide(facts: Facts) -> bool:
    """Havde debitor fået meddelelse om overdragelsen, da der blev gjort udlæg?

    [debitor_underrettet: Debitor fik meddelelsen den {debitor_underrettet}. | Debitor fik aldrig meddelelse.] Udlægget skete den {udlaeg}.
    Samme dag er i tide.
    """
    return i_tide(facts.debitor_underrettet, facts)


@pensum.figure("Sikringsakt")
def sikringsakt(facts: Facts) -> Sikringsakt:
    """Hvilken sikringsakt krævede overdragelsen?

    [sikringsakt=raadighedsberoevelse: Ved et omsætningsgældsbrev skal køberen have papiret fysisk i hånden, GBL § 22. |
    Ved et simpelt gældsbrev skal debitor have meddelelse, GBL § 31.]
    """
    return Sikringsakt.RAADIGHEDSBEROEVELSE if er_omsaetningsgaeldsbrev(facts) else Sikringsakt.DENUNCIATION


@pensum.mistake(i_haanden_i_tide)
def besked_er_nok_ved_omsaetningsgaeldsbrev(facts: Facts) -> bool | None:
    """Du har ladet meddelelsen til debitor være nok. Ved et omsætningsgældsbrev skal køberen have papiret i hånden."""
    return True if facts.i_koebers_besiddelse is None and i_tide(facts.debitor_underrettet, facts) else None


@pensum.mistake(i_haanden_i_tide)
def i_haanden_efter_udlaegget(facts: Facts) -> bool | None:
    """Du har talt en besiddelse med, der først begyndte efter udlægget. Køberen skulle have papiret i hånden senest den {udlaeg}."""
    return None if facts.i_koebers_besiddelse is None else facts.i_koebers_besiddelse > facts.udlaeg or None


@pensum.mistake(i_haanden_i_tide)
def i_haanden_samme_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har kaldt det for sent, at køberen fik papiret på selve udlægsdagen. Samme dag er i tide."""
    return False if facts.i_koebers_besiddelse == facts.udlaeg else None


@pensum.mistake(underrettet_i_tide)
def besiddelse_er_nok_ved_simpelt(facts: Facts) -> bool | None:
    """Du har ladet det være nok, at køberen har papiret. Ved et simpelt gældsbrev skal debitor have meddelelse."""
    return True if facts.debitor_underrettet is None and i_tide(facts.i_koebers_besiddelse, facts) else None


@pensum.mistake(underrettet_i_tide)
def meddelt_efter_udlaegget(facts: Facts) -> bool | None:
    """Du har talt en meddelelse med, der kom efter udlægget. Debitor skulle have den senest den {udlaeg}."""
    return None if facts.debitor_underrettet is None else facts.debitor_underrettet > facts.udlaeg or None


@pensum.mistake(underrettet_i_tide)
def meddelt_samme_dag_er_for_sent(facts: Facts) -> bool | None:
    """Du har kaldt en meddelelse på selve udlægsdagen for sen. Samme dag er i tide."""
    return False if facts.debitor_underrettet == facts.udlaeg else None


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


FORVEKSLINGER = (
    (
        "bruger_ekstinktionsreglen",
        GBL("§ 15"),
        "Du har valgt reglen om debitors indsigelser. Her er det sælgerens kreditorer, som køberen skal sikres mod.",
    ),
    (
        "bruger_reglen_om_betaling",
        GBL("§ 29"),
        "Du har valgt reglen om debitors betaling til overdrageren. Her er det sælgerens kreditorer, der vil have fordringen.",
    ),
    (
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om besked til kautionister. Her er der overdraget en fordring.",
    ),
    (
        "bruger_forbrugerreglen",
        KAL("§ 33"),
        "Du har valgt reglen om besked til forbrugeren ved overdragelse. Den handler om forbrugerens stilling, ikke om sælgerens kreditorer.",
    ),
)
for _forveksling in FORVEKSLINGER:
    pensum.wrong_provision(*_forveksling)
