"""What Danish law says; what the article says of American law is shown beside it, unverified and ungraded (U01-U05)."""

from rules.citations import AFTL, FIL, GBL, GSB, KAL, RPL, doctrine
from rules.regres.regreslaan import pensum as artiklen
from rules.regres.regreslaan.facts import (
    MED_EJENDOM,
    Facts,
    Jurisdiktion,
    Laantype,
    Outcome,
    Statsstoette,
    topic,
)
from rules.regres.regreslaan.stater import UDEN_REGRES
from rules.topic import GAELDENDE_RET

AMERIKANSK = doctrine("amerikansk ret og retspraksis")

lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.OGSAA_ANDRE_AKTIVER,
    jus=RPL("§ 507, stk. 1"),
    texts={
        Outcome.KUN_SIKKERHEDEN: "Långiveren må nøjes med sikkerheden og taber {underdaekning} {valuta}.[jurisdiktion=usa:  Ikke efterprøvet. |]",
        Outcome.OGSAA_ANDRE_AKTIVER: "[jurisdiktion=danmark: [kreditkoeb_med_ejendomsforbehold: Kreditgiveren kan kræve de manglende {underdaekning} {valuta}, "
        "i det omfang de særlige omstændigheder begrunder det. | Låntageren hæfter personligt, og långiveren kan kræve de manglende {underdaekning} {valuta} "
        "gennem udlæg i andre aktiver.] | Långiveren kan kræve de manglende {underdaekning} {valuta} af låntagerens øvrige aktiver. Ikke efterprøvet.]",
    },
)

lov.figure("Underdækning", RPL("§ 507, stk. 1"))(artiklen.underdaekning)
lov.step(RPL("§ 507, stk. 1"), yes=Outcome.INGEN_RESTGAELD)(artiklen.er_daekket)


@lov.step(AFTL("§ 1"), yes=Outcome.KUN_SIKKERHEDEN, key="er_begraenset")
def er_begraenset_ved_aftale(facts: Facts) -> bool:
    """Er det aftalt, at långiveren kun kan gå efter sikkerheden?

    [nonrecourse_aftalt: Aftalen binder långiveren. | Låneaftalen begrænser ikke långiveren.] Artiklens råd om at vælge et regreslån ved stor gæld
    beskriver i virkeligheden et lån med den begrænsning.
    """
    return facts.nonrecourse_aftalt


@lov.step(RPL("§ 507, stk. 1"), no="er_kreditkoeb", key="er_amerikansk")
def er_uden_for_danmark(facts: Facts) -> bool:
    """Gælder amerikansk ret for lånet?

    [jurisdiktion=usa: Svarene herfra er artiklens og bliver ikke bedømt. Artiklen siger også, at enhver långiver kan tage sociale ydelser,
    og at regreslån næsten altid har lavere rente. Andre kilder siger det modsatte. Ikke efterprøvet. | Dansk ret gælder, og artiklens amerikanske undtagelser er uden betydning.]
    """
    return facts.jurisdiktion is Jurisdiktion.USA


lov.step(AMERIKANSK, no=Outcome.OGSAA_ANDRE_AKTIVER, graded=False, verified=False)(artiklen.er_realkredit)


@lov.step(AMERIKANSK, yes=Outcome.OGSAA_ANDRE_AKTIVER, graded=False, verified=False, key="er_statsstoettet")
def har_statsstoette(facts: Facts) -> bool:
    """Er lånet støttet af den amerikanske stat?

    [statsstoettet=ingen: Lånet er ikke statsstøttet. | Lånet er et {statsstoettet}. Artiklen kalder alle statsstøttede lån uden regres. Det er modsagt:
    Efter FHA-lån kan resten kræves, og efter USDA- og VA-lån er den blevet inddrevet.] Ikke efterprøvet.
    """
    return facts.statsstoettet is not Statsstoette.INGEN


@lov.step(
    AMERIKANSK,
    yes=Outcome.KUN_SIKKERHEDEN,
    no=Outcome.OGSAA_ANDRE_AKTIVER,
    graded=False,
    verified=False,
    key="er_i_stat_uden_regres",
)
def er_paa_artiklens_liste(facts: Facts) -> bool:
    """Ligger boligen i en af de 12 stater, som artiklen nævner?

    [stat: Staten er {stat}. | Staten er ikke oplyst.] Listen er omstridt: andre lister har andre stater, og beskyttelsen afhænger ofte af, hvad lånet gik til, og hvordan boligen bliver solgt.
    Ikke efterprøvet.
    """
    return facts.stat in UDEN_REGRES


@lov.step(KAL("§ 35"), no="skal_varsle_kravet")
def er_kreditkoeb(facts: Facts) -> bool:
    """Er det et forbrugerkøb på kredit med gyldigt ejendomsforbehold?

    [kreditkoeb_med_ejendomsforbehold: Kreditgiveren skal holde sig til tingen og kan som hovedregel ikke gøre udlæg i andet. |
    Reglerne om tilbagetagelse gælder ikke, og låntageren hæfter personligt.]
    """
    return facts.kreditkoeb_med_ejendomsforbehold


@lov.step(KAL("§ 41"), yes=Outcome.OGSAA_ANDRE_AKTIVER, no=Outcome.KUN_SIKKERHEDEN)
def er_saerlige_omstaendigheder(facts: Facts) -> bool:
    """Taler særlige omstændigheder for, at forbrugeren skal betale resten?

    [saerlige_omstaendigheder_41: Forbrugeren har forsømt tingen eller hindret, at den blev taget tilbage, og resten kan kræves i det omfang, det begrunder. |
    Uden særlige omstændigheder er resten tabt for kreditgiveren.]
    """
    return facts.saerlige_omstaendigheder_41


@lov.step(GSB("§ 30"))
def skal_varsle_kravet(facts: Facts) -> bool:
    """Er det et boliglån, hvor långiveren senest et år efter tvangsauktionen skal oplyse, om resten kræves?

    Låntageren hæfter personligt. [skal_varsle_kravet: Oplysningen skal være skriftlig og have en opgørelse med. | Reglen handler om pantebreve i ejendomme.]
    Løn, der ikke er udbetalt, kan som udgangspunkt ikke tages, RPL § 511, stk. 1.
    """
    return facts.laantype in MED_EJENDOM


lov.mistake(artiklen.underdaekning)(artiklen.hele_restgaelden_mangler)
lov.mistake(artiklen.underdaekning)(artiklen.overskud_som_underdaekning)
lov.mistake(er_begraenset_ved_aftale)(artiklen.glemmer_aftalen)


@lov.mistake(er_kreditkoeb)
def artiklens_bil_i_danmark(facts: Facts) -> bool:
    """Du har ladet långiveren kræve resten som i artiklens bileksempel. I et dansk forbrugerkøb med ejendomsforbehold er resten normalt tabt."""
    return False


@lov.mistake(er_kreditkoeb)
def alle_billaan_er_kreditkoeb(facts: Facts) -> bool | None:
    """Du har behandlet et frit billån som et kreditkøb. Har køberen selv lånt pengene i en bank, hæfter køberen for dem."""
    return True if facts.laantype is Laantype.BILLAAN else None


@lov.mistake(er_saerlige_omstaendigheder)
def resten_kan_altid_kraeves(facts: Facts) -> bool:
    """Du har ladet resten kunne kræves uden videre. Det forudsætter særlige omstændigheder, navnlig forsømmelighed eller hindringer."""
    return True


@lov.mistake(er_saerlige_omstaendigheder)
def resten_er_altid_tabt(facts: Facts) -> bool:
    """Du har ladet resten være tabt trods særlige omstændigheder. Den forbruger, der forsømmer tingen eller lægger hindringer i vejen, kan komme til at betale."""
    return False


@lov.mistake(skal_varsle_kravet)
def fristen_gaelder_alle_laan(facts: Facts) -> bool:
    """Du har brugt fristen på et år på et lån uden pantebrev i en ejendom. Reglen gælder boligkredit efter en tvangsauktion."""
    return True


@lov.mistake("outcome")
def dansk_boliglaan_uden_regres(facts: Facts) -> Outcome | None:
    """Du har ladet långiveren nøjes med boligen. Et dansk boliglån giver personlig hæftelse, også efter tvangsauktionen."""
    dansk = facts.jurisdiktion is Jurisdiktion.DANMARK and facts.laantype in MED_EJENDOM
    return Outcome.KUN_SIKKERHEDEN if dansk and not facts.nonrecourse_aftalt else None


@lov.mistake("outcome")
def artiklens_statsstoettede_laan(facts: Facts) -> Outcome | None:
    """Du har ladet långiveren nøjes med boligen, fordi lånet er statsstøttet. Det siger artiklen, men efter FHA-lån kan resten kræves. Ikke efterprøvet."""
    return Outcome.KUN_SIKKERHEDEN if facts.statsstoettet is not Statsstoette.INGEN else None


lov.wrong_provision(
    "bruger_regres_mellem_medskyldnere",
    GBL("§ 2"),
    "Du har valgt reglen om regres mellem skyldnere. Her er det långiveren, der går efter låntagerens øvrige aktiver.",
)
lov.wrong_provision(
    "bruger_kautionsreglen",
    FIL("§ 48"),
    "Du har valgt reglen om private kautionister. Her spørges, hvad låntageren selv hæfter med.",
)
lov.wrong_provision(
    "bruger_loenreglen",
    RPL("§ 511"),
    "Du har valgt reglen om løn. Den begrænser, hvad der kan tages, men ikke om låntageren hæfter for resten.",
)


topic.departs(er_i_stat_uden_regres="U01 U02", er_kreditkoeb="U07")
