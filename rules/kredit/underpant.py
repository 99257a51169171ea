"""Underpant i det købte (kreditaftaleloven § 21). The book forbids the buyer, the statute the creditor.

>>> facts = Facts(koebt_paa_kredit_med_ejendomsforbehold=True, koebesum_betalt=False,
...               pantsaettes_til=Panthaver.TREDJEMAND)
>>> print(topic.decide(facts, "pensum").explain())
1. Er tingen købt på kredit med ejendomsforbehold? Ja (KAL § 21).
2. Er hele købesummen betalt? Nej (KAL § 21).
3. Får en anden end kreditgiveren pant i tingen? Ja (KAL § 21).
Altså: Køberen må ikke pantsætte tingen, før den er betalt. Gør køberen det, kan sælgeren kræve den tilbage.
>>> print(topic.decide(facts, "gaeldende_ret").explain())
1. Er det kreditgiveren selv, der får pant i tingen? Nej (KAL § 21, stk. 1).
2. Har sælgeren stadig et ejendomsforbehold i tingen? Ja (KAL § 4, nr. 16 og ulovbestemt panteret).
Altså: Køberen må pantsætte tingen, men panthaveren må finde sig i, at sælgeren går forud.
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from rules.citations import KAL, TL, doctrine
from rules.facts import Choice, FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic

STATUTE = GAELDENDE_RET
PANTERET = doctrine("ulovbestemt panteret")


class Panthaver(Choice):
    """Who gets the pledge."""

    KREDITGIVER = "kreditgiver", "kreditgiveren"
    TREDJEMAND = "tredjemand", "en anden end kreditgiveren"


class Facts(FactSheet):
    """The purchase, the payment and the pledge."""

    koebt_paa_kredit_med_ejendomsforbehold: bool = fact(
        "Er tingen købt på kredit med ejendomsforbehold?", help="Et forbehold, som er gyldigt."
    )
    koebesum_betalt: bool = fact("Er hele købesummen betalt?")
    pantsaettes_til: Panthaver = fact(
        "Hvem får pant i tingen?",
        help="Kreditgiveren er den, som har givet kredit til købet, fx sælgeren eller sælgerens bank.",
    )
    kreditkoeb: bool = fact(
        "Er købet et kreditkøb?",
        default=True,
        reading=STATUTE,
        help="Sælgeren giver kredit, eller långiveren yder lånet efter aftale med sælgeren. Et lån, som køberen selv finder, "
        "er det ikke.",
    )
    forbruger: bool = fact("Er køberen forbruger?", default=True, reading=STATUTE)
    fast_ejendom_eller_vaerdipapir: bool = fact(
        "Er det købte tilbehør til fast ejendom, som pantsættes med den, eller et værdipapir?",
        default=False,
        reading=STATUTE,
    )
    ved_aftale_eller_levering: bool = fact(
        "Gives pantet i forbindelse med aftalen eller leveringen?",
        default=True,
        reading=STATUTE,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A retention of title without a purchase on credit."""
        if self.koebt_paa_kredit_med_ejendomsforbehold and not self.kreditkoeb:
            yield (
                "kreditkoeb",
                "true, når der er ejendomsforbehold",
                "Et køb på kredit med ejendomsforbehold er altid et kreditkøb.",
            )


class Outcome(Outcomes):
    """Whether the pledge may be given, and what becomes of it."""

    TILLADT = "Tingen må pantsættes."
    FORBUDT = "Køberen må ikke pantsætte tingen. Gør køberen det, kan sælgeren kræve den tilbage."
    PANT_UGYLDIGT = "Kreditgiverens pant i tingen er ugyldigt."
    RESPEKTERER_FORBEHOLD = "Tingen må pantsættes, men pantet må vige for sælgerens ejendomsforbehold."


topic = Topic(
    "underpant",
    "Underpant i det købte",
    group="kredit",
    question="Må tingen pantsættes?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.TILLADT,
    jus=KAL("§ 21"),
    texts={
        Outcome.TILLADT: "Pantsætningen er tilladt.",
        Outcome.FORBUDT: "Køberen må ikke pantsætte tingen, før den er betalt. Gør køberen det, kan sælgeren kræve den tilbage.",
    },
)
lov = topic.reading(
    STATUTE,
    otherwise=Outcome.TILLADT,
    jus=KAL("§ 21"),
    texts={
        Outcome.TILLADT: "Loven er ikke til hinder for pantsætningen.",
        Outcome.PANT_UGYLDIGT: "Kreditgiveren kan ikke få pant i det, som der gives kredit til, og pantet er ugyldigt. "
        "Sælgeren må i stedet tage ejendomsforbehold.",
        Outcome.RESPEKTERER_FORBEHOLD: "Køberen må pantsætte tingen, men panthaveren må finde sig i, at sælgeren går forud.",
    },
)


# --- Pensum -------------------------------------------------------------------------------------------------


@pensum.step(KAL("§ 21"), no=Outcome.TILLADT)
def har_forbehold(facts: Facts) -> bool:
    """Er tingen købt på kredit med ejendomsforbehold?

    [koebt_paa_kredit_med_ejendomsforbehold: Sælgeren har forbeholdt sig ejendomsretten. | Køberen ejer tingen og kan pantsætte den.]
    """
    return facts.koebt_paa_kredit_med_ejendomsforbehold


@pensum.step(KAL("§ 21"), yes=Outcome.TILLADT)
def er_betalt(facts: Facts) -> bool:
    """Er hele købesummen betalt?

    [koebesum_betalt: Alt er betalt, og køberen ejer tingen. | Der mangler stadig noget af købesummen.]
    """
    return facts.koebesum_betalt


@pensum.step(KAL("§ 21"), yes=Outcome.FORBUDT)
def til_en_anden(facts: Facts) -> bool:
    """Får en anden end kreditgiveren pant i tingen?

    Pantet gives til {pantsaettes_til}. Bogen forbyder køberen at give andre sikkerhed i tingen, så længe den ikke er betalt.
    """
    return facts.pantsaettes_til is Panthaver.TREDJEMAND


# --- Gældende ret -------------------------------------------------------------------------------------------


@lov.step(KAL("§ 21, stk. 1"), no="forbehold_bestaar")
def til_kreditgiveren(facts: Facts) -> bool:
    """Er det kreditgiveren selv, der får pant i tingen?

    Pantet gives til {pantsaettes_til}. Forbuddet retter sig kun mod den, der har givet kredit til købet.
    """
    return facts.pantsaettes_til is Panthaver.KREDITGIVER


@lov.step(KAL("§ 21, stk. 1"), KAL("§ 4, nr. 15"), no=Outcome.TILLADT)
def er_kreditkoeb(facts: Facts) -> bool:
    """Er købet et kreditkøb?

    [kreditkoeb: Sælgeren giver selv kredit eller har en aftale med långiveren. | Køberen har selv fundet lånet, og en fritstående
    långiver må godt få pant.]
    """
    return facts.kreditkoeb


@lov.step(KAL("§ 21, stk. 1"), KAL("§ 49"), no=Outcome.TILLADT)
def er_forbruger(facts: Facts) -> bool:
    """Er køberen forbruger?

    [forbruger: Forbuddet skal beskytte forbrugere. | Forbuddet er ikke udvidet til køb, som erhvervsdrivende foretager.]
    """
    return facts.forbruger


@lov.step(KAL("§ 21, stk. 2"), KAL("§ 21, stk. 3"), yes=Outcome.TILLADT)
def er_undtaget(facts: Facts) -> bool:
    """Er det købte tilbehør til en fast ejendom, som pantsættes med den, eller et værdipapir?

    [fast_ejendom_eller_vaerdipapir: Her gør loven en undtagelse. | Ingen af undtagelserne passer; biler er heller ikke undtaget.]
    """
    return facts.fast_ejendom_eller_vaerdipapir


@lov.step(KAL("§ 21, stk. 1"), yes=Outcome.PANT_UGYLDIGT, no=Outcome.TILLADT)
def givet_ved_koebet(facts: Facts) -> bool:
    """Gives pantet i forbindelse med aftalen eller leveringen?

    [ved_aftale_eller_levering: Pantet følger med købet, og det er netop det, som loven vil hindre. | Pantet kommer til senere,
    uafhængigt af købet.]
    """
    return facts.ved_aftale_eller_levering


@lov.step(KAL("§ 4, nr. 16"), PANTERET, yes=Outcome.RESPEKTERER_FORBEHOLD, verified=False)
def forbehold_bestaar(facts: Facts) -> bool:
    """Har sælgeren stadig et ejendomsforbehold i tingen?

    [koebt_paa_kredit_med_ejendomsforbehold: Tingen er købt med ejendomsforbehold. [koebesum_betalt: Det er faldet væk med den sidste
    betaling. | Det gælder, til alt er betalt, og den nye panthaver kan ikke få bedre ret end køberen.] | Der er intet forbehold.]
    """
    return facts.koebt_paa_kredit_med_ejendomsforbehold and not facts.koebesum_betalt


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(har_forbehold)
def forbuddet_gaelder_alle_koeb(facts: Facts) -> bool:
    """Du har brugt forbuddet, selv om der ikke er ejendomsforbehold. Så ejer køberen tingen og må pantsætte den."""
    return True


@pensum.mistake(er_betalt)
def forbuddet_varer_ved(facts: Facts) -> bool:
    """Du har ladet forbuddet gælde efter betalingen. Når hele købesummen er betalt, må køberen pantsætte tingen."""
    return False


@pensum.mistake(til_en_anden)
def forbuddet_rammer_kreditgiveren(facts: Facts) -> bool:
    """Du har ladet forbuddet ramme kreditgiverens eget pant. Det siger loven, men bogen taler om pant til andre."""
    return True


@pensum.mistake("outcome")
def pantet_er_ugyldigt(facts: Facts) -> Outcome:
    """Du har kaldt pantet ugyldigt. Efter bogen er følgen en anden: Sælgeren kan kræve tingen tilbage."""
    return Outcome.PANT_UGYLDIGT


@lov.mistake("outcome")
def bogens_forbud(facts: Facts) -> Outcome | None:
    """Du har forbudt køberen at pantsætte tingen, som bogen gør. Loven siger intet om pant til andre end kreditgiveren."""
    return Outcome.FORBUDT if facts.pantsaettes_til is Panthaver.TREDJEMAND else None


@lov.mistake("outcome")
def tredjemands_pant_er_ugyldigt(facts: Facts) -> Outcome | None:
    """Du har gjort en andens pant ugyldigt. § 21 rammer kun kreditgiverens; andre skal blot respektere et ejendomsforbehold."""
    return Outcome.PANT_UGYLDIGT if facts.pantsaettes_til is Panthaver.TREDJEMAND else None


@lov.mistake(er_kreditkoeb)
def ethvert_laan_er_kreditkoeb(facts: Facts) -> bool:
    """Du har behandlet et fritstående lån som et kreditkøb. Uden aftale mellem sælger og långiver gælder forbuddet ikke."""
    return True


@lov.mistake(er_forbruger)
def forbuddet_gaelder_ogsaa_erhverv(facts: Facts) -> bool:
    """Du har brugt forbuddet i et handelskøb. § 21 beskytter kun forbrugere."""
    return True


@lov.mistake(er_undtaget)
def overser_undtagelsen(facts: Facts) -> bool:
    """Du har overset undtagelsen. Tilbehør til fast ejendom og visse værdipapirer kan godt pantsættes til kreditgiveren."""
    return False


@lov.mistake(er_undtaget)
def alt_andet_end_loesoere_er_undtaget(facts: Facts) -> bool:
    """Du har fundet en undtagelse, der ikke er der. Biler og andet almindeligt løsøre er omfattet af forbuddet."""
    return True


@lov.mistake(givet_ved_koebet)
def senere_pant_er_ogsaa_ramt(facts: Facts) -> bool:
    """Du har ladet forbuddet ramme et senere pant. Det gælder pant, som gives sammen med aftalen eller leveringen."""
    return True


@lov.mistake(forbehold_bestaar)
def pantet_gaar_forud(facts: Facts) -> bool | None:
    """Du har ladet pantet gå forud. Sælgerens ejendomsforbehold er ældre, og panthaveren må respektere det."""
    return False


@lov.mistake(forbehold_bestaar)
def forbehold_efter_betaling(facts: Facts) -> bool:
    """Du har ladet forbeholdet bestå. Det forsvinder, når købesummen er betalt."""
    return facts.koebt_paa_kredit_med_ejendomsforbehold


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_gyldighedsreglen",
        KAL("§ 34"),
        "Du har valgt reglen om, hvornår et ejendomsforbehold er gyldigt. Om der må gives pant i det købte, står i KAL § 21.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_tilbageholdt_tilbehoer",
        TL("§ 38"),
        "Du har valgt reglen om tilbehør til bygninger. Spørgsmålet er her, om det købte må gives i pant.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_misligholdelse",
        KAL("§ 37"),
        "Du har valgt en regel om, hvornår tingen må tages tilbage. Her er det pantsætningen, der skal bedømmes.",
    )


topic.departs(har_forbehold="K31 K32 K33 K34")


@topic.variants(
    """{@koeber} har [koebt_paa_kredit_med_ejendomsforbehold: købt på kredit med ejendomsforbehold hos {@saelger}. | købt hos
    {@saelger} uden ejendomsforbehold.] [fast_ejendom_eller_vaerdipapir: Det købte er aktier. | Det købte er en bil.] [kreditkoeb: Kreditten
    er givet af {@saelger} eller efter aftale med {@saelger}. | {@koeber} har selv fundet et lån til købet.]
    [forbruger: | {@koeber} driver virksomhed og har købt som led i den.]

    [koebesum_betalt: Hele købesummen er betalt. | En del af købesummen mangler.] Nu får {pantsaettes_til} pant i det købte.
    [ved_aftale_eller_levering: Det sker som led i handlen. | Det er aftalt længe efter handlen.]""",
    """{@koeber} [forbruger: har til sit hjem købt | har til sin forretning købt] [fast_ejendom_eller_vaerdipapir: en varmepumpe, som er bygget
    ind i huset og hører med, når huset pantsættes. | en båd.] Sælger var {@saelger}. Nu skal den være sikkerhed for et lån, og panthaveren
    er {pantsaettes_til}. [koebt_paa_kredit_med_ejendomsforbehold: Efter kontrakten ejer {@saelger} den, til alt er betalt. | {@saelger} har ikke
    forbeholdt sig ejendomsretten.]

    [kreditkoeb: Købet skete på kredit fra {@saelger} eller med et lån, som {@saelger} har fast aftale om. | Pengene til købet er lånt uden
    om {@saelger}.] [koebesum_betalt: Den er betalt fuldt ud. | Den er ikke betalt fuldt ud.] [ved_aftale_eller_levering: Pantet fulgte med,
    da handlen blev indgået. | Pantet kom først til længe efter handlen.]""",
    """{@saelger} har leveret [fast_ejendom_eller_vaerdipapir: investeringsbeviser | en campingvogn] til {@koeber}. [koebesum_betalt: {@koeber}
    har betalt det sidste af prisen. | {@koeber} skylder stadig noget af prisen.] [kreditkoeb: {@saelger} eller en långiver, som {@saelger} har
    aftale med, har givet kreditten. | Køberens egen långiver har lagt pengene ud.] [forbruger: | {@koeber} er erhvervsdrivende og har
    købt til sit erhverv.]

    [koebt_paa_kredit_med_ejendomsforbehold: {@saelger} har taget ejendomsforbehold. | Der er ikke taget ejendomsforbehold.] Pant i det
    købte går til {pantsaettes_til}[ved_aftale_eller_levering: , og det er en del af aftalen om købet. | , og det sker uden forbindelse med købet.]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Both kinds of pledgee, mostly on an unpaid purchase."""
    forbehold = random.random() < 0.55
    return {
        "koebt_paa_kredit_med_ejendomsforbehold": forbehold,
        "koebesum_betalt": random.random() < 0.35,
        "pantsaettes_til": random.choice(list(Panthaver)),
        "kreditkoeb": forbehold or random.random() < 0.6,
        "forbruger": random.random() < 0.8,
        "fast_ejendom_eller_vaerdipapir": random.random() < 0.2,
        "ved_aftale_eller_levering": random.random() < 0.7,
    }
