"""What the statutes say of the act that secures the buyer: GBL §§ 22 and 31, and registration of digital deeds."""

from rules.citations import GBL, TL, doctrine
from rules.gaeldsbreve.papirer import Gaeldsbrev, Sikringsakt
from rules.gaeldsbreve.sikringsakt import pensum as bogen
from rules.gaeldsbreve.sikringsakt.facts import STATUTE, Afsender, Facts, Outcome, Overdragelse, i_tide, topic
from rules.gaeldsbreve.sikringsakt.pensum import er_omsaetningsgaeldsbrev

lov = topic.reading(
    STATUTE,
    otherwise=Outcome.IKKE_BESKYTTET,
    jus=(GBL("§ 22"), GBL("§ 31, stk. 1")),
    texts={
        Outcome.BESKYTTET: "Erhververen er beskyttet. Overdragerens kreditorer må respektere overdragelsen.",
        Outcome.IKKE_BESKYTTET: "Erhververen er ikke beskyttet. Overdragerens kreditorer kan tage fordringen.",
    },
)


@lov.step(GBL("§ 11, stk. 3"), GBL("§ 26, stk. 2"), yes="overdragelsen_tinglyst")
def er_digitalt(facts: Facts) -> bool:
    """Er det overdragne et tinglyst digitalt pantebrev?

    [digitalt_pantebrev: Hverken GBL § 22 eller § 31 gælder for tinglyste digitale gældsbreve. | Fordringen er ikke et tinglyst digitalt pantebrev.]
    """
    return facts.digitalt_pantebrev


lov.step(GBL("§ 11, stk. 2"), GBL("§ 26, stk. 1"), no="sammen_med_virksomheden")(er_omsaetningsgaeldsbrev)


@lov.step(GBL("§ 22"), no=Outcome.BESKYTTET, verified=False)
def til_sikkerhed(facts: Facts) -> bool:
    """Er gældsbrevet overdraget til pant eller anden sikkerhed?

    [overdragelse=pant: Overdragelsen er kun en sikkerhed, og § 22 gælder. | § 22 handler kun om pant og sikkerhed. Ved salg er aftalen nok
    over for sælgerens kreditorer. Det siger teorien, ikke loven: Ikke efterprøvet.]
    """
    return facts.overdragelse is Overdragelse.PANT


lov.step(GBL("§ 22"), no=Outcome.IKKE_BESKYTTET)(bogen.i_haanden_i_tide)


lov.step(
    doctrine("ulovbestemt rådighedsberøvelse"),
    GBL("§ 22"),
    yes=Outcome.IKKE_BESKYTTET,
    no=Outcome.BESKYTTET,
    verified=False,
)(bogen.saelger_kan_raade)


@lov.step(GBL("§ 31, stk. 3"), yes=Outcome.BESKYTTET)
def sammen_med_virksomheden(facts: Facts) -> bool:
    """Er fordringen solgt sammen med hele virksomheden og ikke kun givet til sikkerhed?

    [virksomhed_overdraget: Hele virksomheden er overdraget med sine fordringer. [overdragelse=pant: Men det er kun til sikkerhed, og så kræves meddelelse. |
    Så kræves ingen meddelelse.] | Fordringen er overdraget for sig.]
    """
    return facts.virksomhed_overdraget and facts.overdragelse is Overdragelse.EJE


lov.step(GBL("§ 31, stk. 1"), no=Outcome.IKKE_BESKYTTET)(bogen.underrettet_i_tide)


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


lov.mistake(bogen.i_haanden_i_tide)(bogen.besked_er_nok_ved_omsaetningsgaeldsbrev)
lov.mistake(bogen.i_haanden_i_tide)(bogen.i_haanden_efter_udlaegget)
lov.mistake(bogen.i_haanden_i_tide)(bogen.i_haanden_samme_dag_er_for_sent)
lov.mistake(bogen.underrettet_i_tide)(bogen.besiddelse_er_nok_ved_simpelt)
lov.mistake(bogen.underrettet_i_tide)(bogen.meddelt_efter_udlaegget)
lov.mistake(bogen.underrettet_i_tide)(bogen.meddelt_samme_dag_er_for_sent)
lov.mistake(bogen.saelger_kan_raade)(bogen.saelgers_adgang_er_uden_betydning)


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


for _forveksling in bogen.FORVEKSLINGER:
    lov.wrong_provision(*_forveksling)


topic.departs(
    er_omsaetningsgaeldsbrev="G03", er_digitalt="G03", i_haanden_i_tide="G03", underrettet_i_tide="G04 G16"
)
