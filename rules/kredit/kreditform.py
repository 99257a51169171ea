"""Kreditkøb, kontantlån eller trepartsforhold (kreditaftaleloven § 4, nr. 15 og 16).

>>> facts = Facts(kreditgiver=Kreditgiver.TREDJEMAND, aftale_saelger_langiver=True, samtidig_med_koebet=True)
>>> print(topic.decide(facts, "pensum").explain())
1. Er sælgeren selv kreditgiver? Nej (KAL § 4, nr. 15).
2. Har långiveren og sælgeren en aftale om at finansiere købet? Ja (KAL § 4, nr. 15, litra b).
3. Er kreditaftalen indgået samtidig med købet? Ja (KAL § 4, nr. 15, litra b).
Ejendomsforbehold muligt: nej.
Altså: Der er et oprindeligt trepartsforhold. Långiver og sælger er to, og lånet er aftalt samtidig med købet.
>>> topic.decide(facts, "gaeldende_ret").figures
{'ejendomsforbehold_muligt': True}
"""

from collections.abc import Iterable
from random import Random
from typing import Any

from rules.citations import FIL, GBL, KAL, TL
from rules.facts import Choice, FactSheet, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Kreditgiver(Choice):
    """Who gives the credit."""

    SAELGER = "saelger", "sælgeren"
    TREDJEMAND = "tredjemand", "en anden end sælgeren"


class Facts(FactSheet):
    """Who gives the credit, on what footing, and what became of the claim."""

    kreditgiver: Kreditgiver = fact("Hvem yder kreditten?")
    aftale_saelger_langiver: bool = fact(
        "Har långiveren en aftale med sælgeren om at finansiere købet?",
        default=False,
        help="Kun når en anden end sælgeren yder kreditten.",
    )
    samtidig_med_koebet: bool = fact(
        "Er kreditaftalen indgået samtidig med købet?",
        default=False,
        help="Kun når en anden end sælgeren yder kreditten.",
    )
    fordring_solgt_efter_koebet: bool = fact(
        "Har sælgeren solgt fordringen efter købet?",
        default=False,
        help="Kun når sælgeren selv har ydet kreditten.",
    )
    skjult_leje: bool = fact(
        "Hedder aftalen leje, selv om modtageren skal ende med at eje tingen?",
        default=False,
        reading=GAELDENDE_RET,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A seller without a claim who sells it."""
        if self.fordring_solgt_efter_koebet and self.kreditgiver is Kreditgiver.TREDJEMAND:
            yield (
                "fordring_solgt_efter_koebet",
                "nej, når en anden yder kreditten",
                "Sælgeren har kun en fordring at sælge, når sælgeren selv har ydet kreditten.",
            )


class Outcome(Outcomes):
    """The form of the credit."""

    KREDITKOEB = "Der er et kreditkøb med to parter."
    KONTANTLAAN = "Der er et kontantlån, som står frit af købet."
    OPRINDELIGT_TREPART = "Der er et oprindeligt trepartsforhold."
    EFTERFOELGENDE_TREPART = "Der er et efterfølgende trepartsforhold."


topic = Topic(
    "kreditform",
    "Kreditkøb, kontantlån og trepartsforhold",
    group="kredit",
    question="Hvilken form har kreditten, og kan der tages ejendomsforbehold?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.KONTANTLAAN,
    jus=KAL("§ 4, nr. 15"),
    texts={
        Outcome.KREDITKOEB: "Der er et kreditkøb med to parter. Sælgeren giver henstand med betalingen.",
        Outcome.KONTANTLAAN: "Der er et kontantlån. Sælgeren får sine penge, og køberen ejer tingen fra starten.",
        Outcome.OPRINDELIGT_TREPART: "Der er et oprindeligt trepartsforhold. Långiver og sælger er to, og lånet er aftalt "
        "samtidig med købet.",
        Outcome.EFTERFOELGENDE_TREPART: "Der er et efterfølgende trepartsforhold. Den, der har købt fordringen, er trådt i "
        "sælgerens sted, og gældsbrevsloven gælder.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.KONTANTLAAN,
    jus=(KAL("§ 4, nr. 15"), KAL("§ 4, nr. 16")),
    texts={
        Outcome.KREDITKOEB: "Der er et kreditkøb[skjult_leje: , selv om aftalen hedder leje. Loven ser den som køb med "
        "ejendomsforbehold. | , fordi sælgeren giver henstand med betalingen.]",
        Outcome.KONTANTLAAN: "Lånet står frit af købet og er ikke et kreditkøb.",
        Outcome.OPRINDELIGT_TREPART: "Der er et kreditkøb med tre parter, for lånet bygger på en aftale mellem långiver og sælger. "
        "Långiveren er kreditgiver, og reglerne om kreditkøb gælder.",
        Outcome.EFTERFOELGENDE_TREPART: "Der er et kreditkøb, hvor fordringen siden er overdraget. En forbruger beholder alle "
        "sine indsigelser mod erhververen (KAL § 33, stk. 1).",
    },
)


@lov.step(KAL("§ 4, nr. 16"), yes="fordringen_solgt")
def er_skjult_leje(facts: Facts) -> bool:
    """Er aftalen et køb, der blot fremtræder som leje?

    [skjult_leje: Det har været meningen, at modtageren skal blive ejer, og så er aftalen et køb med ejendomsforbehold, hvad den
    end hedder. | Aftalen er ikke et køb, der giver sig ud for leje.]
    """
    return facts.skjult_leje


@lov.step(KAL("§ 4, nr. 15, litra a"), no="aftale_om_finansiering")
@pensum.step(KAL("§ 4, nr. 15"), no="aftale_om_finansiering")
def saelger_er_kreditgiver(facts: Facts) -> bool:
    """Er sælgeren selv kreditgiver?

    [kreditgiver=saelger: Sælgeren venter på sine penge og yder dermed selv kreditten. | Pengene kommer fra en anden end
    sælgeren.]
    """
    return facts.kreditgiver is Kreditgiver.SAELGER


@lov.step(KAL("§ 33, stk. 1"), yes=Outcome.EFTERFOELGENDE_TREPART, no=Outcome.KREDITKOEB)
@pensum.step(KAL("§ 4, nr. 15"), GBL("§ 27"), yes=Outcome.EFTERFOELGENDE_TREPART, no=Outcome.KREDITKOEB)
def fordringen_solgt(facts: Facts) -> bool:
    """Har sælgeren solgt fordringen efter købet?

    [fordring_solgt_efter_koebet: Fordringen er solgt, og der er kommet en tredje part til efter købet. | Fordringen er
    ikke solgt, og ingen ny part er kommet til.]
    """
    return facts.fordring_solgt_efter_koebet


@lov.step(KAL("§ 4, nr. 15, litra b"), yes=Outcome.OPRINDELIGT_TREPART, no=Outcome.KONTANTLAAN)
@pensum.step(KAL("§ 4, nr. 15, litra b"), no=Outcome.KONTANTLAAN)
def aftale_om_finansiering(facts: Facts) -> bool:
    """Har långiveren og sælgeren en aftale om at finansiere købet?

    [aftale_saelger_langiver: Långiveren finansierer købet efter aftale med sælgeren. | Køberen har selv fundet lånet, og
    långiveren har ingen aftale med sælgeren.]
    """
    return facts.aftale_saelger_langiver


@pensum.step(KAL("§ 4, nr. 15, litra b"), yes=Outcome.OPRINDELIGT_TREPART)
def er_samtidig(facts: Facts) -> bool:
    """Er kreditaftalen indgået samtidig med købet?

    [samtidig_med_koebet: Køb og kredit er aftalt på samme tid. | Kreditten er aftalt på et andet tidspunkt end købet.]
    """
    return facts.samtidig_med_koebet


@pensum.figure("Ejendomsforbehold muligt", KAL("§ 34"))
def ejendomsforbehold_muligt(facts: Facts) -> bool:
    """Kan der efter kreditformen tages ejendomsforbehold?

    [ejendomsforbehold_muligt: Sælgeren har selv ydet kreditten og kan beholde ejendomsretten, til tingen er betalt. | Efter
    bogen kan kun en sælger, der selv yder kreditten, beholde ejendomsretten.]
    """
    return saelger_er_kreditgiver(facts)


@lov.figure("Ejendomsforbehold muligt", KAL("§ 34, stk. 1"), key="ejendomsforbehold_muligt")
def lovens_ejendomsforbehold_muligt(facts: Facts) -> bool:
    """Kan der efter kreditformen tages ejendomsforbehold?

    [ejendomsforbehold_muligt: Aftalen er et kreditkøb, og i kreditkøb kan der tages ejendomsforbehold, når betingelserne i § 34 er
    opfyldt. | Lånet står frit af købet, og så er der intet kreditkøb at tage forbehold i.]
    """
    return er_skjult_leje(facts) or saelger_er_kreditgiver(facts) or aftale_om_finansiering(facts)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(saelger_er_kreditgiver)
@pensum.mistake(saelger_er_kreditgiver)
def pengene_gaar_til_saelgeren(facts: Facts) -> bool | None:
    """Du har gjort sælgeren til kreditgiver. Pengene er lånt af en anden, også når de bliver betalt direkte til sælgeren."""
    return True if facts.kreditgiver is Kreditgiver.TREDJEMAND else None


@lov.mistake(fordringen_solgt)
@pensum.mistake(fordringen_solgt)
def salget_aendrer_intet(facts: Facts) -> bool:
    """Du har set bort fra, at fordringen er solgt. Dermed er der kommet en tredje part til efter købet."""
    return False


@lov.mistake(aftale_om_finansiering)
@pensum.mistake(aftale_om_finansiering)
def banken_giver_altid_kontantlaan(facts: Facts) -> bool:
    """Du har kaldt det et frit lån, fordi banken yder det. Her har banken en aftale med sælgeren om at finansiere købet."""
    return False


@pensum.mistake(er_samtidig)
def tiden_er_ligegyldig(facts: Facts) -> bool:
    """Du har ladet aftalen mellem bank og sælger være nok. Efter bogen skal kreditten også være aftalt samtidig med købet."""
    return True


@pensum.mistake(ejendomsforbehold_muligt)
def banken_kan_tage_forbehold(facts: Facts) -> bool | None:
    """Du har ladet en långiver tage ejendomsforbehold. Efter bogen kan kun en sælger, der selv yder kreditten, gøre det."""
    return True if facts.kreditgiver is Kreditgiver.TREDJEMAND else None


@pensum.mistake(ejendomsforbehold_muligt)
def salget_fjerner_forbeholdet(facts: Facts) -> bool | None:
    """Du har ladet salget af fordringen udelukke ejendomsforbehold. Købet var et kreditkøb, da forbeholdet blev taget."""
    return False if facts.fordring_solgt_efter_koebet else None


@lov.mistake(aftale_om_finansiering)
def samtidighed_er_nok(facts: Facts) -> bool | None:
    """Du har ladet tidspunktet afgøre sagen, som bogen gør. Loven spørger kun, om lånet bygger på en aftale mellem långiver og sælger."""
    return True if facts.samtidig_med_koebet else None


@lov.mistake(er_skjult_leje)
def navnet_afgoer_sagen(facts: Facts) -> bool:
    """Du har ladet ordet leje afgøre sagen. Er det meningen, at modtageren skal eje tingen, er aftalen et køb (KAL § 4, nr. 16)."""
    return False


@lov.mistake(lovens_ejendomsforbehold_muligt)
def kun_saelgeren_kan_tage_forbehold(facts: Facts) -> bool:
    """Du har kun ladet sælgerens egen kredit give plads til ejendomsforbehold. Det samme kan ske i ethvert andet kreditkøb."""
    return facts.kreditgiver is Kreditgiver.SAELGER


@lov.mistake(lovens_ejendomsforbehold_muligt)
def ogsaa_ved_frit_laan(facts: Facts) -> bool | None:
    """Du har ladet en fri långiver tage ejendomsforbehold. Det kræver et kreditkøb, og et frit lån er ikke et kreditkøb."""
    return True if facts.kreditgiver is Kreditgiver.TREDJEMAND else None


@lov.mistake("outcome")
@pensum.mistake("outcome")
def bytter_om_paa_trepartsforholdene(facts: Facts) -> Outcome:
    """Du har byttet om på de to trepartsforhold. Oprindeligt er den tredje part med fra købet, efterfølgende kommer parten først til bagefter."""
    saelger = facts.kreditgiver is Kreditgiver.SAELGER
    return Outcome.OPRINDELIGT_TREPART if saelger else Outcome.EFTERFOELGENDE_TREPART


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_underpantsforbuddet",
        KAL("§ 21"),
        "Du har valgt underpantsforbuddet. Hvilken form kreditten har, følger af KAL § 4, nr. 15.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_tilknyttede_aftaler",
        KAL("§ 20"),
        "Du har valgt reglen om krav mod kreditgiveren ved mangler. Her spørges om kreditformen, KAL § 4, nr. 15.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_tilbehoer",
        TL("§ 38"),
        "Du har valgt reglen om tilbehør til fast ejendom. Her spørges om købet og kreditten, KAL § 4, nr. 15.",
    )
    _reading.wrong_provision(
        "bruger_kautionsreglen",
        FIL("§ 48"),
        "Du har valgt reglen om private kautionister. Den tredje part her er en kreditgiver, KAL § 4, nr. 15.",
    )
lov.wrong_provision(
    "bruger_gaeldsbrevsloven",
    GBL("§ 27"),
    "Du har valgt gældsbrevsloven, som bogen gør. For forbrugere går KAL §§ 31-33 forud, når fordringen er solgt.",
)


topic.departs(saelger_er_kreditgiver="K11 K12", er_samtidig="K10")


@topic.variants(
    """{@koeber} får en vare leveret fra {@forhandler}. [skjult_leje: Papiret hedder en lejekontrakt, men når den sidste leje er betalt,
    skal {@koeber} efter planen eje varen. | ] [kreditgiver=saelger: {@forhandler} venter selv på pengene, og {@koeber} betaler hver
    måned. [fordring_solgt_efter_koebet: Nogle uger senere sælger {@forhandler} fordringen til {@factoringbank}. | {@forhandler}
    beholder fordringen.] | {@bank} betaler {@forhandler}, og {@koeber} betaler {@bank} over tid. [aftale_saelger_langiver: {@bank} og
    {@forhandler} har en fast aftale om at finansiere kundernes køb. | {@koeber} har selv fundet {@bank}, som ikke har nogen aftale med
    {@forhandler}.] [samtidig_med_koebet: Aftalen med {@bank} og købet kom i stand på samme tid. | Aftalen med {@bank} kom i stand en
    uge før købet.]]""",
    """[kreditgiver=saelger: {@koeber} køber varer hos {@saelger} og får lov at betale over et år. [fordring_solgt_efter_koebet: {@saelger}
    sælger siden fordringen videre til {@factoringbank}. | {@saelger} inddriver selv betalingerne.] | {@koeber} køber varer hos {@saelger},
    og {@bank} lægger pengene ud. [samtidig_med_koebet: Begge aftaler blev skrevet under ved det samme bord. | Aftalen med {@bank} blev
    skrevet under nogle dage efter købet.] [aftale_saelger_langiver: {@bank} finansierer den slags køb efter aftale med {@saelger}. |
    {@bank} og {@saelger} kender ikke hinanden.]]

    [skjult_leje: I kontrakten kaldes betalingen for leje, men alle var klar over, at {@koeber} skulle ende som ejer. | ]""",
    """[skjult_leje: Aftalen bærer overskriften leasing, men parterne har hele tiden ment, at {@koeber} skulle blive ejer af udstyret. | ]
    {@virksomhed} har leveret udstyr til {@koeber}. [kreditgiver=tredjemand: Regningen er betalt af {@bank}, som {@koeber} nu skylder
    beløbet. [aftale_saelger_langiver: Det bygger på en aftale mellem {@bank} og {@virksomhed}. | Der er ingen aftale mellem {@bank} og
    {@virksomhed}.] [samtidig_med_koebet: Kreditten blev aftalt sammen med købet af udstyret. | Kreditten blev aftalt for sig, på en anden
    dag end købet.] | Regningen skal betales til {@virksomhed} i rater. [fordring_solgt_efter_koebet: Efter købet har {@virksomhed}
    overdraget fordringen til {@bank}. | Fordringen tilhører stadig {@virksomhed}.]]""",
)
def draw(random: Random) -> dict[str, Any]:
    """Both creditors, and whatever can be said of each."""
    saelger = random.random() < 0.4
    return {
        "kreditgiver": Kreditgiver.SAELGER if saelger else Kreditgiver.TREDJEMAND,
        "aftale_saelger_langiver": not saelger and random.random() < 0.6,
        "samtidig_med_koebet": not saelger and random.random() < 0.6,
        "fordring_solgt_efter_koebet": saelger and random.random() < 0.45,
        "skjult_leje": random.random() < 0.15,
    }
