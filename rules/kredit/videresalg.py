"""Videresalg af en ting med ejendomsforbehold (vindikation, forhandlergrundsætningen; TL § 42 d).

>>> facts = Facts(solgt_til_forhandler=False, gyldigt_forbehold=True, foraeldet=False)
>>> print(topic.decide(facts, "pensum").explain())
1. Har sælgeren et gyldigt ejendomsforbehold? Ja (KAL § 34).
2. Er fordringen på købesummen forældet? Nej (FL § 25, stk. 4).
3. Er tingen solgt til en forhandler, som har solgt den videre? Nej (ulovbestemt forhandlergrundsætning).
Altså: Sælgeren ejer stadig tingen og kan kræve den tilbage fra den senere køber.
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from rules.citations import FL, GBL, KAL, TL, doctrine
from rules.facts import FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

FORHANDLER = doctrine("ulovbestemt forhandlergrundsætning")
VINDIKATION = doctrine("ulovbestemt vindikationsret")


class Facts(FactSheet):
    """The sale, the retention of title and the later buyer."""

    solgt_til_forhandler: bool = fact(
        "Er tingen solgt til en forhandler, som har solgt den videre?",
        help="En forhandler sælger selv den slags ting.",
    )
    gyldigt_forbehold: bool = fact("Har sælgeren et gyldigt ejendomsforbehold?")
    foraeldet: bool = fact("Er fordringen på købesummen forældet?")
    motorkoeretoej: bool = fact(
        "Er tingen et motorkøretøj?",
        default=False,
        reading=GAELDENDE_RET,
        help="Også andet, der hører i bilbogen.",
    )
    tinglyst_i_bilbogen: bool = fact(
        "Er forbeholdet tinglyst i bilbogen?", default=False, reading=GAELDENDE_RET
    )
    erhverver_god_tro: bool = fact("Er den senere køber i god tro?", default=True, reading=GAELDENDE_RET)
    kun_leaset: bool = fact(
        "Var tingen kun leaset til den, der solgte den videre?",
        default=False,
        reading=GAELDENDE_RET,
        help="Ejeren har aldrig solgt tingen, og leasingen skjuler ikke et køb.",
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A registration in the register of vehicles of what is no vehicle."""
        if self.tinglyst_i_bilbogen and not self.motorkoeretoej:
            yield (
                "tinglyst_i_bilbogen",
                "false, når tingen ikke er et motorkøretøj",
                "Kun rettigheder over køretøjer tinglyses i bilbogen.",
            )


class Outcome(Outcomes):
    """Whether the thing can be reclaimed from the later buyer."""

    KAN_VINDICERES = "Tingen kan kræves tilbage fra den senere køber."
    KAN_IKKE_VINDICERES = "Tingen kan ikke kræves tilbage fra den senere køber."


topic = Topic(
    "videresalg",
    "Videresalg af en ting med ejendomsforbehold",
    group="kredit",
    question="Kan sælgeren kræve tingen tilbage, når den er solgt videre?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
TEKSTER = {
    Outcome.KAN_VINDICERES: "Sælgeren ejer stadig tingen og kan kræve den tilbage fra den senere køber.",
    Outcome.KAN_IKKE_VINDICERES: "Sælgeren kan ikke kræve tingen tilbage og må holde sig til sin egen køber.",
}
pensum = topic.reading(
    PENSUM, otherwise=Outcome.KAN_VINDICERES, jus=(VINDIKATION, FL("§ 25, stk. 4")), texts=TEKSTER
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.KAN_VINDICERES,
    jus=(VINDIKATION, TL("§ 42 d, stk. 1"), FL("§ 25, stk. 4")),
    texts=TEKSTER
    | {
        Outcome.KAN_VINDICERES: "[kun_leaset: Ejeren har aldrig solgt tingen | Sælgeren ejer stadig tingen] og kan kræve den tilbage fra "
        "den senere køber."
    },
)


@lov.step(VINDIKATION, yes=Outcome.KAN_VINDICERES, verified=False)
def er_leaset(facts: Facts) -> bool:
    """Var tingen kun leaset til den, der solgte den videre?

    [kun_leaset: Så er der slet ikke noget salg, og reglerne om ejendomsforbehold og bilbogen gælder ikke for ejerens ret. |
    Tingen var solgt, og sælgerens ret afhænger af forbeholdet.]
    """
    return facts.kun_leaset


@lov.step(KAL("§ 34"), no=Outcome.KAN_IKKE_VINDICERES)
@pensum.step(KAL("§ 34"), no=Outcome.KAN_IKKE_VINDICERES)
def har_gyldigt_forbehold(facts: Facts) -> bool:
    """Har sælgeren et gyldigt ejendomsforbehold?

    [gyldigt_forbehold: Ejendomsretten er forbeholdt, til alt er betalt. | Uden et gyldigt forbehold gik ejendomsretten over til
    køberen, som frit kunne sælge tingen.]
    """
    return facts.gyldigt_forbehold


@lov.step(FL("§ 25, stk. 4"), yes=Outcome.KAN_IKKE_VINDICERES)
@pensum.step(FL("§ 25, stk. 4"), yes=Outcome.KAN_IKKE_VINDICERES)
def er_foraeldet(facts: Facts) -> bool:
    """Er fordringen på købesummen forældet?

    [foraeldet: Forbeholdet faldt væk, da fordringen blev forældet. | Fordringen er ikke forældet, og forbeholdet består.]
    """
    return facts.foraeldet


@lov.step(FORHANDLER, yes=Outcome.KAN_IKKE_VINDICERES, verified=False)
@pensum.step(FORHANDLER, yes=Outcome.KAN_IKKE_VINDICERES)
def gennem_forhandler(facts: Facts) -> bool:
    """Er tingen solgt til en forhandler, som har solgt den videre?

    [solgt_til_forhandler: Den, der sælger til en forhandler, må regne med videresalg, og forhandlerens kunde er beskyttet. | Tingen er
    ikke solgt gennem en forhandler.]
    """
    return facts.solgt_til_forhandler


# --- Gældende ret -------------------------------------------------------------------------------------------


@lov.step(TL("§ 42 d, stk. 1"), no=Outcome.KAN_VINDICERES, verified=False)
def er_motorkoeretoej(facts: Facts) -> bool:
    """Er tingen et motorkøretøj?

    [motorkoeretoej: Ejendomsforbehold i motorkøretøjer skal tinglyses i bilbogen for at være beskyttet. | For andre ting er der intet
    register, hvor forbeholdet skal stå.]
    """
    return facts.motorkoeretoej


@lov.step(TL("§ 42 d, stk. 1"), yes=Outcome.KAN_VINDICERES, verified=False)
def er_tinglyst(facts: Facts) -> bool:
    """Er forbeholdet tinglyst i bilbogen?

    [tinglyst_i_bilbogen: Den senere køber kunne se forbeholdet i bilbogen. | Bilbogen viser intet om forbeholdet.]
    """
    return facts.tinglyst_i_bilbogen


@lov.step(TL("§ 42 d, stk. 1"), yes=Outcome.KAN_IKKE_VINDICERES, verified=False)
def er_i_god_tro(facts: Facts) -> bool:
    """Er den senere køber i god tro?

    [erhverver_god_tro: Køberen kendte ikke og burde ikke kende forbeholdet og vinder ret uden om det. | Køberen kendte eller burde
    kende forbeholdet og må tåle det.]
    """
    return facts.erhverver_god_tro


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(har_gyldigt_forbehold)
@pensum.mistake(har_gyldigt_forbehold)
def ubetalt_er_nok(facts: Facts) -> bool:
    """Du har ladet det være nok, at tingen ikke er betalt. Sælgeren kan kun kræve den tilbage med et gyldigt ejendomsforbehold."""
    return True


@lov.mistake(er_foraeldet)
@pensum.mistake(er_foraeldet)
def forbehold_foraeldes_ikke(facts: Facts) -> bool:
    """Du har ladet forbeholdet overleve fordringen. Det bortfalder, når fordringen på købesummen er forældet (FL § 25, stk. 4)."""
    return False


@lov.mistake(gennem_forhandler)
@pensum.mistake(gennem_forhandler)
def glemmer_forhandlergrundsaetningen(facts: Facts) -> bool:
    """Du har overset, at tingen blev solgt gennem en forhandler. Forhandlergrundsætningen beskytter forhandlerens kunde."""
    return False


@pensum.mistake("outcome")
def god_tro_vinder(facts: Facts) -> Outcome:
    """Du har beskyttet den senere køber. Uden for forhandlerens salg kan sælgeren efter bogen altid kræve tingen tilbage."""
    return Outcome.KAN_IKKE_VINDICERES


@pensum.mistake("outcome")
def ejer_vinder_altid(facts: Facts) -> Outcome | None:
    """Du har ladet sælgeren få tingen tilbage fra forhandlerens kunde. Den, der sælger til en forhandler, må tåle videresalget."""
    return Outcome.KAN_VINDICERES if facts.solgt_til_forhandler else None


@lov.mistake("outcome")
def glemmer_bilbogen(facts: Facts) -> Outcome | None:
    """Du har givet sælgeren køretøjet tilbage, som bogen gør. Et forbehold, der ikke er tinglyst i bilbogen, viger for en køber i god tro."""
    utinglyst = facts.motorkoeretoej and not facts.tinglyst_i_bilbogen and not facts.solgt_til_forhandler
    return Outcome.KAN_VINDICERES if utinglyst else None


@lov.mistake("outcome")
def bilbogen_bryder_forhandlergrundsaetningen(facts: Facts) -> Outcome | None:
    """Du har ladet tinglysningen afgøre sagen. Også et tinglyst forbehold viger, når tingen er solgt til en forhandler til videresalg."""
    begge = facts.tinglyst_i_bilbogen and facts.solgt_til_forhandler
    return Outcome.KAN_VINDICERES if begge else None


@lov.mistake("outcome")
def kraever_bilbog_for_alle_ting(facts: Facts) -> Outcome | None:
    """Du har krævet tinglysning. Kun for motorkøretøjer m.m. er der et register, som forbeholdet skal stå i."""
    return None if facts.motorkoeretoej or facts.kun_leaset else Outcome.KAN_IKKE_VINDICERES


@lov.mistake("outcome")
def leasing_er_et_salg(facts: Facts) -> Outcome | None:
    """Du har set leasingen som et salg. Den, der kun har udlejet tingen, ejer den uden noget forbehold og kan kræve den tilbage."""
    return Outcome.KAN_IKKE_VINDICERES if facts.kun_leaset else None


@lov.mistake(er_i_god_tro)
def god_tro_uden_undersoegelse(facts: Facts) -> bool:
    """Du har regnet køberen for at være i god tro. Det er den ikke, som kender eller burde kende forbeholdet."""
    return True


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_tilbehoer",
        TL("§ 38"),
        "Du har valgt reglen om tilbehør til fast ejendom. Her er tingen solgt videre.",
    )
    _reading.wrong_provision(
        "bruger_gaeldsbrevsloven",
        GBL("§ 15"),
        "Du har valgt reglen om ekstinktion af indsigelser ved gældsbreve. Her er det en ting, der er solgt videre.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_tilbagetagelse",
        KAL("§ 37"),
        "Du har valgt en regel om forholdet til sælgerens egen køber. Her kræves tingen af en senere køber.",
    )

BILEN = """[motorkoeretoej: en brugt varevogn | en kopimaskine]"""
BILBOG = (
    """[motorkoeretoej: [tinglyst_i_bilbogen: Forbeholdet står i bilbogen. | Bilbogen viser intet.] | ]"""
)


topic.departs(har_gyldigt_forbehold="T03", er_leaset="T03")


@topic.variants(
    f"""{{@saelger}} har overladt {BILEN} til {{@debitor}} [kun_leaset: som leasing. | på kredit.] [gyldigt_forbehold: Der er et gyldigt
    ejendomsforbehold. | Der er ikke noget gyldigt ejendomsforbehold.] {BILBOG}

    [solgt_til_forhandler: {{@debitor}} handler med den slags og har fået den til videresalg. | {{@debitor}} handler ikke med den slags.]
    Nu er den solgt til {{@koeber}}. [erhverver_god_tro: {{@koeber}} kender intet til forholdet. | {{@koeber}} ved, at {{@saelger}} har rettigheder i sagen.]
    [foraeldet: Fordringen på købesummen er forældet. | Fordringen på købesummen er ikke forældet.]""",
    f"""{{@koeber}} har købt {BILEN} af {{@debitor}}. Nu melder {{@saelger}} sig. [kun_leaset: {{@debitor}} havde kun leaset den af {{@saelger}}. |
    {{@debitor}} havde købt den af {{@saelger}} uden at betale.] [solgt_til_forhandler: {{@debitor}} forhandler den slags, og {{@saelger}} vidste, at den
    skulle sælges videre. | {{@debitor}} er ikke forhandler.]

    [gyldigt_forbehold: Ejendomsretten er gyldigt forbeholdt. | Ejendomsretten er ikke gyldigt forbeholdt.] {BILBOG} [foraeldet: Kravet på købesummen er
    forældet. | Kravet på købesummen er ikke forældet.] [erhverver_god_tro: Intet gav {{@koeber}} grund til mistanke. | {{@koeber}} burde have forstået, hvordan det hang
    sammen.]""",
    f"""{{@saelger}} vil have {BILEN} tilbage fra {{@koeber}}, som har den fra {{@debitor}}. [gyldigt_forbehold: {{@saelger}} har et gyldigt
    ejendomsforbehold. | {{@saelger}} har ikke noget gyldigt ejendomsforbehold.] {BILBOG} [foraeldet: Kravet på købesummen er blevet forældet. | Kravet på
    købesummen er ikke blevet forældet.]

    [kun_leaset: {{@debitor}} havde en leasingaftale. | {{@debitor}} havde en købsaftale.] [solgt_til_forhandler: {{@debitor}} er forhandler og
    skulle sælge videre. | {{@debitor}} er ikke forhandler og skulle selv bruge leverancen.] [erhverver_god_tro: {{@koeber}} var i god tro. |
    {{@koeber}} var ikke i god tro.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Half vehicles, few leases; a lease has no retention of title, no price and no dealer."""
    if random.random() < 0.15:
        lejet = {
            "gyldigt_forbehold": False,
            "foraeldet": False,
            "solgt_til_forhandler": False,
            "kun_leaset": True,
        }
        return lejet | {"motorkoeretoej": random.random() < 0.5, "erhverver_god_tro": random.random() < 0.7}
    koeretoej = random.random() < 0.6
    return {
        "solgt_til_forhandler": random.random() < 0.25,
        "gyldigt_forbehold": random.random() < 0.85,
        "foraeldet": random.random() < 0.15,
        "motorkoeretoej": koeretoej,
        "tinglyst_i_bilbogen": koeretoej and random.random() < 0.4,
        "erhverver_god_tro": random.random() < 0.65,
    }
