"""Oplysning til kautionisten, før kautionen stilles (lov om finansiel virksomhed § 48, stk. 1-3).

>>> facts = Facts(privat_kautionist=True, oplyst_indtaegt=True, oplyst_gaeld=False, oplyst_risiko=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? Ja (FIL § 48).
2. Er kautionisten oplyst om låntagerens indtægt? Ja (FIL § 48).
3. Er kautionisten oplyst om låntagerens gæld? Nej (FIL § 48).
4. Er kautionisten oplyst om risikoen ved at kautionere? Ja (FIL § 48).
Altså: Kautionisten er ikke oplyst om låntagerens gæld. Kautionen kan derfor være ugyldig.
>>> topic.decide(facts.model_copy(update={"andet_forsvarligt_grundlag": True}), "gaeldende_ret").outcome
'OPFYLDT'
"""

from random import Random
from typing import Any

from rules.citations import FIL, GBL, KAL
from rules.facts import FactSheet, fact
from rules.kaution import omfang
from rules.kaution.omfang import LANGIVER_FORTALT, Langiver
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Facts(FactSheet):
    """What the guarantor was told before the guarantee was given, and in what form it was made."""

    privat_kautionist: bool = omfang.privat_fact()
    oplyst_indtaegt: bool = fact(
        "Er kautionisten oplyst om låntagerens indtægt?",
        help="Fx ved at få låntagerens årsopgørelse eller tre seneste lønsedler.",
    )
    oplyst_gaeld: bool = fact("Er kautionisten oplyst om låntagerens gæld?")
    oplyst_risiko: bool = fact(
        "Er kautionisten oplyst om risikoen?", help="Hvad kautionen indebærer, og hvad der kan gå galt."
    )
    andet_forsvarligt_grundlag: bool = fact(
        "Kunne kautionisten bedømme risikoen på andet forsvarligt grundlag?",
        default=False,
        reading=GAELDENDE_RET,
        help="Fx fordi kautionisten fører låntagerens regnskab.",
    )
    paa_varigt_medium: bool = fact(
        "Er kautionsaftalen på papir eller andet varigt medium?", default=True, reading=GAELDENDE_RET
    )
    langiver: Langiver = omfang.langiver_fact()


class Outcome(Outcomes):
    """Whether the bank met its duty to inform, and what follows when it did not."""

    OPFYLDT = "Kautionisten er oplyst, som loven kræver, og kautionen kan gøres gældende."
    KAUTION_KAN_VAERE_UGYLDIG = "Kautionen lider af en mangel og kan være ugyldig."
    IKKE_OMFATTET = "Reglerne om oplysning til private kautionister gælder ikke for kautionen."


topic = Topic(
    "oplysning_til_kautionist",
    "Oplysning til kautionisten",
    group="kaution",
    question="Er kautionisten oplyst, før kautionen blev stillet, og hvad følger der af en mangel?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)

MANGLER = (
    "[oplyst_indtaegt: | Kautionisten er ikke oplyst om låntagerens indtægt. ]"
    "[oplyst_gaeld: | Kautionisten er ikke oplyst om låntagerens gæld. ]"
    "[oplyst_risiko: | Kautionisten er ikke oplyst om risikoen. ]"
)

pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.OPFYLDT,
    failed=Outcome.KAUTION_KAN_VAERE_UGYLDIG,
    jus=FIL("§ 48"),
    texts={
        Outcome.OPFYLDT: "Kautionisten er oplyst om indtægt, gæld og risiko, og kautionen er i orden på det punkt.",
        Outcome.KAUTION_KAN_VAERE_UGYLDIG: f"{MANGLER}Kautionen kan derfor være ugyldig.",
        Outcome.IKKE_OMFATTET: "Kautionen er stillet inden for erhvervsforhold, og bogens krav om oplysning gælder ikke.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.OPFYLDT,
    failed=Outcome.KAUTION_KAN_VAERE_UGYLDIG,
    jus=FIL("§ 48, stk. 1-3"),
    texts={
        Outcome.OPFYLDT: "[andet_forsvarligt_grundlag: Kautionisten kunne bedømme risikoen | Kautionisten er tilstrækkeligt oplyst], "
        "og kautionen kan gøres gældende.",
        Outcome.KAUTION_KAN_VAERE_UGYLDIG: "[forsvarligt_grundlag: | "
        + MANGLER
        + "Der var heller ikke et andet forsvarligt grundlag. ]"
        "[paa_varigt_medium: | Aftalen er ikke på papir eller andet varigt medium. ]"
        "Kautionen kan derfor ikke gøres gældende.",
        Outcome.IKKE_OMFATTET: "[privat_kautionist: Lånet er ydet af en långiver, som FIL § 48 ikke gælder for. | Kautionen er stillet inden for "
        "erhvervsforhold, og FIL § 48 gælder ikke.]",
    },
)

er_privat = pensum.step(FIL("§ 48"), no=Outcome.IKKE_OMFATTET)(omfang.er_privat)
lov.step(FIL("§ 48, stk. 1"), no=Outcome.IKKE_OMFATTET)(er_privat)
omfattet_langiver = lov.step(FIL("§ 48, stk. 1"), FIL("§ 53 a, stk. 1"), no=Outcome.IKKE_OMFATTET)(
    omfang.omfattet_langiver
)


@lov.step(FIL("§ 48, stk. 1, 3. pkt."))
@pensum.condition(FIL("§ 48"))
def oplyst_om_indtaegt(facts: Facts) -> bool:
    """Er kautionisten oplyst om låntagerens indtægt?

    [oplyst_indtaegt: Kautionisten har set, hvad låntageren tjener. | Kautionisten har ikke set, hvad låntageren tjener; det
    viser fx en årsopgørelse eller tre lønsedler.]
    """
    return facts.oplyst_indtaegt


@lov.step(FIL("§ 48, stk. 1, 1. pkt."))
@pensum.condition(FIL("§ 48"))
def oplyst_om_gaeld(facts: Facts) -> bool:
    """Er kautionisten oplyst om låntagerens gæld?

    [oplyst_gaeld: Kautionisten ved, hvad låntageren skylder i forvejen. | Kautionisten ved ikke, hvad låntageren skylder i
    forvejen, og kan ikke overskue, hvad kautionen kan føre til.]
    """
    return facts.oplyst_gaeld


@lov.step(FIL("§ 48, stk. 1, 2. pkt."))
@pensum.condition(FIL("§ 48"))
def oplyst_om_risiko(facts: Facts) -> bool:
    """Er kautionisten oplyst om risikoen ved at kautionere?

    [oplyst_risiko: Kautionisten har fået forklaret, hvad kautionen indebærer, og hvad den kan koste. | Ingen har forklaret
    kautionisten, hvad kautionen indebærer, og hvad den kan koste.]
    """
    return facts.oplyst_risiko


def fuldt_oplyst(facts: Facts) -> bool:
    """Whether nothing that the bank must tell is missing."""
    return oplyst_om_indtaegt(facts) and oplyst_om_gaeld(facts) and oplyst_om_risiko(facts)


@lov.condition(FIL("§ 48, stk. 2"))
def forsvarligt_grundlag(facts: Facts) -> bool:
    """Kunne kautionisten bedømme risikoen, enten på bankens fulde oplysning eller på andet forsvarligt grundlag?

    [andet_forsvarligt_grundlag: Kautionisten havde på anden vis indsigt nok til at bedømme risikoen. | Ud over bankens
    oplysninger havde kautionisten ikke noget at bedømme risikoen på.]
    """
    return fuldt_oplyst(facts) or facts.andet_forsvarligt_grundlag


@lov.condition(FIL("§ 48, stk. 3"))
def er_paa_varigt_medium(facts: Facts) -> bool:
    """Er kautionsaftalen lavet på papir eller andet varigt medium?

    [paa_varigt_medium: Aftalen kan læses igen senere. | Aftalen er mundtlig eller på anden måde ikke bevaret, og så kan den ikke
    gøres gældende.]
    """
    return facts.paa_varigt_medium


@lov.mistake(er_privat)
@pensum.mistake(er_privat)
def beskytter_ogsaa_erhverv(facts: Facts) -> bool:
    """Du har beskyttet en kautionist i erhverv. Reglerne om oplysning gælder kun kaution uden for erhvervsforhold."""
    return True


@pensum.mistake(oplyst_om_gaeld)
def indtaegten_siger_nok_om_gaelden(facts: Facts) -> bool:
    """Du har ladet oplysning om indtægten dække gælden. Kautionisten skal kende begge dele."""
    return facts.oplyst_indtaegt


@pensum.mistake(oplyst_om_risiko)
def tallene_forklarer_risikoen(facts: Facts) -> bool:
    """Du har ladet tallene for indtægt og gæld forklare risikoen. Banken skal selv oplyse om den."""
    return facts.oplyst_indtaegt and facts.oplyst_gaeld


@pensum.mistake("outcome")
def risikoen_er_nok(facts: Facts) -> Outcome | None:
    """Du har nøjedes med, at risikoen er forklaret. Kautionisten skal også have tal for indtægt og gæld."""
    return Outcome.OPFYLDT if facts.oplyst_risiko else None


@pensum.mistake("outcome")
def oekonomien_er_nok(facts: Facts) -> Outcome | None:
    """Du har nøjedes med, at økonomien er oplyst. Kautionisten skal også kende risikoen ved at kautionere."""
    return None if facts.oplyst_risiko else Outcome.OPFYLDT


@lov.mistake(omfattet_langiver)
def alle_langivere_er_omfattet(facts: Facts) -> bool:
    """Du har brugt reglerne på enhver långiver. De gælder pengeinstitutter og gennem FIL § 53 a realkreditinstitutter."""
    return True


@lov.mistake(omfattet_langiver)
def realkredit_er_udenfor(facts: Facts) -> bool | None:
    """Du har holdt realkreditinstituttet udenfor. FIL § 53 a fører reglerne om oplysning over på det."""
    return False if facts.langiver is Langiver.REALKREDIT else None


@lov.mistake(forsvarligt_grundlag)
def ser_bort_fra_andet_grundlag(facts: Facts) -> bool:
    """Du har standset ved det, banken ikke sagde. Kautionen holder også, når kautionisten havde et andet forsvarligt grundlag."""
    return fuldt_oplyst(facts)


@lov.mistake(forsvarligt_grundlag)
def kraever_altid_andet_grundlag(facts: Facts) -> bool:
    """Du har krævet et andet grundlag, selv om banken har oplyst det hele. Det andet grundlag træder kun i stedet."""
    return facts.andet_forsvarligt_grundlag


@lov.mistake(er_paa_varigt_medium)
def mundtlig_kaution_gaelder(facts: Facts) -> bool:
    """Du har ladet en mundtlig kaution gælde. Over for en privat kautionist skal den stå på papir eller andet varigt medium."""
    return True


@lov.mistake("outcome")
def god_oplysning_opvejer_formen(facts: Facts) -> Outcome | None:
    """Du har ladet god oplysning opveje den manglende form. Kravet i FIL § 48, stk. 3, står ved siden af oplysningen."""
    return Outcome.OPFYLDT if forsvarligt_grundlag(facts) else None


pensum.wrong_provision(
    "bruger_erhvervsreglen",
    FIL("§ 47"),
    "Du har valgt reglen om kaution i erhvervsforhold. Oplysning til private kautionister følger FIL § 48.",
)
lov.wrong_provision(
    "bruger_erhvervsreglen",
    FIL("§ 47"),
    "Du har valgt reglen om kaution i erhvervsforhold. Den kræver kun besked om misligholdelse; oplysningen står i FIL § 48, stk. 1.",
)
for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_reglen_om_sef",
        KAL("§ 7 a"),
        "Du har valgt oplysningspligten over for låntageren. Her er det kautionisten, der skal oplyses.",
    )
    _reading.wrong_provision(
        "forveksler_med_denunciation",
        GBL("§ 31"),
        "Du har valgt reglen om meddelelse ved salg af en fordring. Her gælder det oplysning til en kautionist.",
    )


topic.departs(omfattet_langiver="F06", oplyst_om_indtaegt="F03 F07")


@topic.variants(
    f"""{{@laantager}} vil låne penge i {{@bank}}, og banken beder {{@kautionist}} om at kautionere. [privat_kautionist: {{@kautionist}}
    gør det som en vennetjeneste. | {{@kautionist}} ejer den virksomhed, som lånet skal bruges i.] {LANGIVER_FORTALT}

    Før underskriften [oplyst_indtaegt: viser banken, hvad {{@laantager}} tjener. | siger banken intet om, hvad {{@laantager}} tjener.]
    [oplyst_gaeld: Den gæld, som {{@laantager}} har i forvejen, bliver gennemgået. | Den gæld, som {{@laantager}} har i forvejen,
    bliver ikke nævnt.] [oplyst_risiko: Banken forklarer, hvad det kan koste at kautionere. | Hvad det kan koste at kautionere,
    bliver ikke forklaret.] [andet_forsvarligt_grundlag: {{@kautionist}} har selv ført regnskab for {{@laantager}} i årevis. | ]
    [paa_varigt_medium: | Kautionen bliver aftalt mundtligt.]""",
    f"""På et møde i {{@bank}} lover {{@kautionist}} at kautionere for {{@laantager}}. [privat_kautionist: De to er i familie, og
    lånet er til en bolig. | De to driver forretning sammen, og lånet er til forretningen.] {LANGIVER_FORTALT}

    [oplyst_risiko: Rådgiveren gennemgår risikoen ved at kautionere. | Rådgiveren springer risikoen over.] [oplyst_indtaegt:
    {{@kautionist}} får tre lønsedler at se. | {{@kautionist}} ser hverken lønsedler eller årsopgørelse.] [oplyst_gaeld: En oversigt
    viser, hvad {{@laantager}} skylder. | Ingen nævner, hvad {{@laantager}} skylder.] [andet_forsvarligt_grundlag: I forvejen kendte
    {{@kautionist}} desuden økonomien hos {{@laantager}} i detaljer. | ] [paa_varigt_medium: | Intet bliver skrevet ned, heller ikke
    løftet.]""",
    f"""{{@kautionist}} har kautioneret [privat_kautionist: privat | som led i sit erhverv] for et lån til {{@laantager}} i {{@bank}}
    og vil nu vide, om kautionen holder. {LANGIVER_FORTALT}

    [oplyst_gaeld: Banken havde oplyst, hvad {{@laantager}} skyldte. | Banken havde ikke oplyst, hvad {{@laantager}} skyldte.]
    [oplyst_indtaegt: Indtægten fremgik af årsopgørelsen, som {{@kautionist}} fik. | Indtægten var der ingen papirer på.]
    [oplyst_risiko: Følgerne af at kautionere var beskrevet. | Følgerne af at kautionere var ikke beskrevet.]
    [andet_forsvarligt_grundlag: Som mangeårig revisor for {{@laantager}} havde {{@kautionist}} fuldt overblik i forvejen. | ]
    [paa_varigt_medium: | Løftet blev givet i telefonen og aldrig bekræftet.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Mostly one item missing; now and then all told, or more than one missing."""
    oplyst = {name: random.random() < 0.68 for name in ("oplyst_indtaegt", "oplyst_gaeld", "oplyst_risiko")}
    return oplyst | {
        "privat_kautionist": random.random() < 0.85,
        "andet_forsvarligt_grundlag": random.random() < 0.3,
        "paa_varigt_medium": random.random() < 0.8,
        "langiver": random.choice((*(Langiver.PENGEINSTITUT,) * 6, Langiver.REALKREDIT, Langiver.ANDEN)),
    }
