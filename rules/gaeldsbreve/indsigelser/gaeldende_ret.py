"""What the statutes say of the debtor's objections: GBL §§ 15-17 and 27, TL § 27 a for deeds, KAL § 33 for consumers."""

from rules.citations import AFTL, GBL, KAL, TL
from rules.gaeldsbreve.indsigelser import pensum as bogen
from rules.gaeldsbreve.indsigelser.facts import Facts, Outcome, topic
from rules.topic import GAELDENDE_RET

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.BEVARET,
    jus=GBL("§ 15, stk. 1"),
    texts={
        Outcome.BEVARET: "[indsigelse=falsk_underskrift: Debitor er slet ikke forpligtet af gældsbrevet og skal ikke betale til køberen. |"
        "[indsigelse=voldelig_tvang: Gældsbrevet er ugyldigt, og debitor skal ikke betale til køberen. |"
        "Debitor har sin indsigelse i behold over for køberen.]]"
    },
)

lov.step(GBL("§ 1"), no=Outcome.INGEN_INDSIGELSE)(bogen.har_indsigelse)
lov.step(GBL("§ 11, stk. 2"), GBL("§ 27"), no=Outcome.BEVARET)(bogen.er_omsaetningsgaeldsbrev)
lov.step(GBL("§ 17"), AFTL("§ 28"), yes=Outcome.BEVARET)(bogen.er_staerk)


@lov.step(GBL("§ 16, stk. 1"), GBL("§ 16, stk. 2"), yes=Outcome.BEVARET)
def er_forfaldt_foer(facts: Facts) -> bool:
    """Angår kravet renter eller faste afdrag, der forfaldt før overdragelsen?

    [forfaldt_foer_overdragelsen: Ydelsen skulle være betalt før salget, og den indsigelse kan ingen køber ekstingvere. |
    Kravet angår det, der forfalder efter overdragelsen.]
    """
    return facts.forfaldt_foer_overdragelsen


@lov.step(
    TL("§ 27, stk. 2"),
    KAL("§ 31, stk. 2"),
    KAL("§ 33, stk. 5"),
    yes="overdragelsen_tinglyst",
    verified=False,
)
def er_pantebrev(facts: Facts) -> bool:
    """Er gældsbrevet et pantebrev i fast ejendom?

    [pantebrev_fast_ejendom: Det følger reglerne om tinglyste pantebreve, også over for en forbruger. Ikke efterprøvet: KAL § 33, stk. 5, nævner
    kun stk. 2-4. | Gældsbrevet giver ikke pant i fast ejendom.]
    """
    return facts.pantebrev_fast_ejendom


@lov.step(KAL("§ 33, stk. 1"), yes=Outcome.BEVARET)
def er_forbrugerkoeb(facts: Facts) -> bool:
    """Stammer gælden fra et forbrugerkøb på kredit?

    [forbrugerkoeb: En forbruger kan sige det samme til den nye kreditor som til den gamle, uanset gældsbrevets slags. |
    Debitor købte ikke som forbruger, og gældsbrevslovens regler står alene.]
    """
    return facts.forbrugerkoeb


@lov.step(GBL("§ 15, stk. 1"), yes="er_i_god_tro", no=Outcome.BEVARET)
def er_i_haende(facts: Facts) -> bool:
    """Har køberen fået gældsbrevet i hånden?

    [i_haende_eller_tinglyst: Køberen har selve papiret. | Uden papiret i hånden får køberen ikke bedre ret end sælgeren.]
    """
    return facts.i_haende_eller_tinglyst


@lov.step(TL("§ 27 a, stk. 1"), no=Outcome.BEVARET, verified=False)
def overdragelsen_tinglyst(facts: Facts) -> bool:
    """Er overdragelsen af pantebrevet tinglyst?

    [i_haende_eller_tinglyst: Overdragelsen er tinglyst. | Før overdragelsen er tinglyst, må køberen respektere indsigelsen.] Bestemmelsen henviser
    til GBL § 15, stk. 1. Ikke efterprøvet.
    """
    return facts.i_haende_eller_tinglyst


lov.step(GBL("§ 15, stk. 2"), yes=Outcome.EKSTINGVERET, no=Outcome.BEVARET)(bogen.er_i_god_tro)


lov.mistake(bogen.er_omsaetningsgaeldsbrev)(bogen.alle_gaeldsbreve_er_omsaettelige)
lov.mistake(bogen.er_staerk)(bogen.mangler_er_staerke)
lov.mistake(bogen.er_staerk)(bogen.svig_er_staerk)
lov.mistake(bogen.er_staerk)(bogen.alt_kan_ekstingveres)
lov.mistake(bogen.er_i_god_tro)(bogen.enhver_koeber_er_beskyttet)


@lov.mistake(er_forfaldt_foer)
def gamle_afdrag_kan_ekstingveres(facts: Facts) -> bool:
    """Du har ladet indsigelsen mod et gammelt afdrag gå tabt. Var ydelsen forfalden før overdragelsen, har debitor den i behold."""
    return False


@lov.mistake(er_pantebrev)
def forbrugerreglen_gaelder_pantebreve(facts: Facts) -> bool | None:
    """Du har behandlet pantebrevet som anden forbrugerkredit. Pantebreve i fast ejendom følger reglerne i tinglysningsloven."""
    return False if facts.forbrugerkoeb else None


@lov.mistake(er_forbrugerkoeb)
def glemmer_forbrugeren(facts: Facts) -> bool:
    """Du har overset, at debitor er forbruger. Ved overdragelse af forbrugerkredit består alle indsigelser."""
    return False


@lov.mistake(er_i_haende)
def aftalen_er_nok(facts: Facts) -> bool:
    """Du har ladet aftalen om salg være nok. Ekstinktion kræver, at køberen har fået gældsbrevet i hånden."""
    return True


@lov.mistake(overdragelsen_tinglyst)
def utinglyst_overdragelse_er_nok(facts: Facts) -> bool:
    """Du har ladet en utinglyst overdragelse være nok. Køberen af et pantebrev skal have tinglyst overdragelsen."""
    return True


@lov.mistake("outcome")
def bogens_to_spoergsmaal_er_nok(facts: Facts) -> Outcome | None:
    """Du har kun spurgt, som bogen gør: om indsigelsen er svag, og om køberen er i god tro. Loven kræver mere, før indsigelsen går tabt."""
    if not bogen.er_omsaetningsgaeldsbrev(facts) or bogen.er_staerk(facts) or not facts.god_tro:
        return None
    return Outcome.EKSTINGVERET


lov.wrong_provision(
    "bruger_modregningsreglen",
    GBL("§ 18"),
    "Du har valgt reglen om modregning. En indsigelse siger, at kravet ikke består; modregning sætter et andet krav op imod det.",
)
lov.wrong_provision(
    "bruger_reglen_om_meddelelse",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse til skyldneren. Om indsigelsen består, følger af GBL §§ 15-17 og 27, TL § 27 a og KAL § 33.",
)
lov.wrong_provision(
    "bruger_reglen_om_raadighed",
    GBL("§ 22"),
    "Du har valgt reglen om rådighedsberøvelse over for sælgerens kreditorer. Her er det debitor, der gør indsigelse.",
)
lov.wrong_provision(
    "bruger_aftaleloven",
    AFTL("§ 36"),
    "Du har valgt aftalelovens generalklausul. Hvad debitor kan sige til en ny ejer, står i gældsbrevsloven.",
)


topic.departs(er_i_god_tro="G07 G09 K56")
