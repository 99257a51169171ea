"""Kautionens beløbsgrænse (lov om finansiel virksomhed § 48, stk. 4).

>>> facts = Facts(privat_kautionist=True, begraensning=Begraensning.ANDEL, andel=Fraction(1, 2), gaeld=2000000)
>>> print(topic.decide(facts, "pensum").explain())
1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? Ja (FIL § 48).
2. Er der sat en grænse for kautionen, i kroner eller som andel? Ja (FIL § 48).
Kautionisten hæfter højst for: 1.000.000 kr.
Altså: Kautionen er begrænset, og kautionisten hæfter højst for 1.000.000 kr.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from rules.citations import AFTL, FIL, GBL
from rules.facts import Choice, FactSheet, Kroner, Share, fact
from rules.kaution import omfang
from rules.kaution.omfang import LANGIVER_FORTALT, Langiver
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Begraensning(Choice):
    """How the agreement limits the guarantee."""

    INGEN = "ingen", "ingen grænse"
    FAST_BELOEB = "fast_beloeb", "et fast beløb"
    ANDEL = "andel", "en andel af gælden"


class Facts(FactSheet):
    """The agreed limit, the debt and the loan when the guarantee was made."""

    privat_kautionist: bool = omfang.privat_fact()
    begraensning: Begraensning = fact("Hvordan er kautionen begrænset i aftalen?")
    beloeb: Kroner | None = fact(
        "Aftalt beløbsgrænse", absent="intet beløb", help="Når kautionen er begrænset til et fast beløb."
    )
    andel: Share | None = fact(
        "Aftalt andel af gælden",
        absent="ingen andel",
        help="Når kautionen er begrænset til en andel, fx 1/2.",
    )
    gaeld: Kroner = fact("Låntagerens gæld nu")
    hovedstol_ved_indgaaelse: Kroner | None = fact(
        "Lånets hovedstol, da kautionen blev stillet",
        absent="lig med gælden nu",
        reading=GAELDENDE_RET,
        help="For en kredit: det højeste, der kunne trækkes.",
    )
    langiver: Langiver = omfang.langiver_fact()
    bolig_for_begge: bool = fact(
        "Er den pantsatte ejendom bolig for både låntageren og kautionisten?",
        default=False,
        reading=GAELDENDE_RET,
    )
    oplyst_om_hoejere_haeftelse: bool = fact(
        "Er kautionisten udtrykkeligt oplyst om, at hæftelsen kan blive større end hovedstolen?",
        default=False,
        reading=GAELDENDE_RET,
    )

    def impossible(self) -> Iterable[tuple[str, str, str]]:
        """A limit without its size."""
        if self.begraensning is Begraensning.FAST_BELOEB and self.beloeb is None:
            yield "beloeb", "et beløb", "Angiv det beløb, som kautionen er begrænset til."
        if self.begraensning is Begraensning.ANDEL and self.andel is None:
            yield "andel", "en andel mellem 0 og 1", "Angiv den andel, som kautionen er begrænset til."


class Outcome(Outcomes):
    """Whether the guarantee is limited."""

    BEGRAENSET = "Kautionen er begrænset."
    KAN_VAERE_UGYLDIG = "Kautionen er ubegrænset og kan være ugyldig."
    IKKE_OMFATTET = "Lovens krav om en grænse gælder ikke for kautionen."


topic = Topic(
    "beloebsbegraensning",
    "Kautionens beløbsgrænse",
    group="kaution",
    question="Er kautionen begrænset, og hvor meget hæfter kautionisten højst for?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)
pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.BEGRAENSET,
    jus=FIL("§ 48"),
    texts={
        Outcome.BEGRAENSET: "Kautionen er begrænset, og kautionisten hæfter højst for {haefter_hoejst}.",
        Outcome.KAN_VAERE_UGYLDIG: "Kautionen har ingen grænse og kan derfor være ugyldig.",
        Outcome.IKKE_OMFATTET: "Kautionen er stillet inden for erhvervsforhold, hvor bogen ikke kræver en grænse. "
        "Kautionisten hæfter højst for {haefter_hoejst}.",
    },
)
lov = topic.reading(
    GAELDENDE_RET,
    otherwise=Outcome.BEGRAENSET,
    jus=FIL("§ 48, stk. 4"),
    texts={
        Outcome.BEGRAENSET: "[over_loftet: Loven sætter grænsen | Gælden og aftalen holder sig inden for lovens grænse], og "
        "kautionisten hæfter højst for {haefter_hoejst}.[begraensning=ingen:  At aftalen ikke selv sætter en grænse, gør ikke kautionen ugyldig.]",
        Outcome.IKKE_OMFATTET: "Lovens grænse gælder ikke. Efter aftalen hæfter kautionisten højst for {haefter_hoejst}.",
    },
)

er_privat = pensum.step(FIL("§ 48"), no=Outcome.IKKE_OMFATTET)(omfang.er_privat)
lov.step(FIL("§ 48, stk. 1"), no=Outcome.IKKE_OMFATTET)(er_privat)
omfattet_langiver = lov.step(FIL("§ 48, stk. 1"), FIL("§ 53 a, stk. 1"), no=Outcome.IKKE_OMFATTET)(
    omfang.omfattet_langiver
)


def efter_aftalen(facts: Facts) -> Decimal:
    """What the guarantor answers for by the agreement: never more than the debt."""
    if facts.begraensning is Begraensning.FAST_BELOEB and facts.beloeb is not None:
        return min(facts.beloeb, facts.gaeld)
    if facts.begraensning is Begraensning.ANDEL and facts.andel is not None:
        return facts.gaeld * facts.andel.numerator / facts.andel.denominator
    return facts.gaeld


# --- Pensum -------------------------------------------------------------------------------------------------


@pensum.step(FIL("§ 48"), yes=Outcome.BEGRAENSET, no=Outcome.KAN_VAERE_UGYLDIG)
def er_begraenset(facts: Facts) -> bool:
    """Er der sat en grænse for kautionen, i kroner eller som andel?

    [begraensning=ingen: Kautionisten har kautioneret for det hele uden nogen grænse. | [begraensning=andel: Kautionen dækker
    {andel} af gælden. | Kautionen dækker op til {beloeb}.]]
    """
    return facts.begraensning is not Begraensning.INGEN


@pensum.figure("Kautionisten hæfter højst for", FIL("§ 48"))
def haefter_hoejst(facts: Facts) -> Kroner | None:
    """Hvor meget hæfter kautionisten højst for?

    Gælden er {gaeld}. [begraensning=fast_beloeb: Grænsen er {beloeb}, dog aldrig mere end gælden | [begraensning=andel: Kautionen
    dækker {andel} af den | Der er ikke aftalt nogen grænse]][haefter_hoejst: , og kautionisten hæfter højst for {haefter_hoejst}. |.]
    """
    return efter_aftalen(facts) if er_begraenset(facts) or not er_privat(facts) else None


# --- Gældende ret -------------------------------------------------------------------------------------------


@lov.step(FIL("§ 53 a, stk. 2"), yes=Outcome.IKKE_OMFATTET)
def undtaget_realkredit(facts: Facts) -> bool:
    """Er det et realkreditlån i de to parters fælles bolig, og er kautionisten advaret om den højere hæftelse?

    [langiver=realkredit: [bolig_for_begge: Begge bor i den pantsatte ejendom, | Den pantsatte ejendom er ikke bolig for dem begge,]
    og kautionisten er [oplyst_om_hoejere_haeftelse: udtrykkeligt advaret. | ikke udtrykkeligt advaret.] Undtagelsen kræver begge
    dele. | Undtagelsen gælder kun realkreditlån.]
    """
    return (
        facts.langiver is Langiver.REALKREDIT and facts.bolig_for_begge and facts.oplyst_om_hoejere_haeftelse
    )


def loft(facts: Facts) -> Decimal:
    """The principal when the guarantee was made, or the debt now where it is not told apart."""
    return facts.gaeld if facts.hovedstol_ved_indgaaelse is None else facts.hovedstol_ved_indgaaelse


def loftet_gaelder(facts: Facts) -> bool:
    """Whether the law's own limit covers the guarantee."""
    return er_privat(facts) and omfattet_langiver(facts) and not undtaget_realkredit(facts)


@lov.step(FIL("§ 48, stk. 4"), yes=Outcome.BEGRAENSET, no=Outcome.BEGRAENSET)
def over_loftet(facts: Facts) -> bool:
    """Ville kautionisten efter aftalen hæfte for mere end hovedstolen, da kautionen blev stillet?

    Gælden er nu {gaeld}, og hovedstolen var dengang {hovedstol_ved_indgaaelse}. [begraensning=fast_beloeb: Aftalen sætter
    grænsen ved {beloeb}. | [begraensning=andel: Aftalen sætter grænsen ved {andel} af gælden. | Aftalen sætter ingen grænse.]]
    [over_loftet: Loven skærer hæftelsen ned til hovedstolen. | Hæftelsen er dermed inden for lovens grænse.]
    """
    return efter_aftalen(facts) > loft(facts)


@lov.figure("Kautionisten hæfter højst for", FIL("§ 48, stk. 4"), key="haefter_hoejst")
def lovens_graense(facts: Facts) -> Kroner:
    """Hvor meget hæfter kautionisten højst for?

    [begraensning=fast_beloeb: Aftalen sætter grænsen ved {beloeb} | [begraensning=andel: Aftalen sætter grænsen ved {andel} af
    gælden | Aftalen sætter ingen grænse]], gælden er {gaeld}, og hovedstolen var {hovedstol_ved_indgaaelse}. Kautionisten hæfter
    højst for {haefter_hoejst}.
    """
    if not loftet_gaelder(facts):
        return efter_aftalen(facts)
    return loft(facts) if over_loftet(facts) else efter_aftalen(facts)


# --- Typiske fejl -------------------------------------------------------------------------------------------


@lov.mistake(er_privat)
@pensum.mistake(er_privat)
def beskytter_ogsaa_erhverv(facts: Facts) -> bool:
    """Du har brugt grænsen på en kaution i erhverv. Den gælder kun kaution uden for erhvervsforhold."""
    return True


@pensum.mistake(er_begraenset)
def kun_et_fast_beloeb_taeller(facts: Facts) -> bool:
    """Du har kun godtaget et fast beløb. En aftalt del af gælden, her {andel}, er også en grænse."""
    return facts.begraensning is Begraensning.FAST_BELOEB


@pensum.mistake(er_begraenset)
def gaelden_er_graense_nok(facts: Facts) -> bool:
    """Du har ladet gældens størrelse være grænse nok. Aftalen skal selv sætte et beløb eller en andel."""
    return True


@lov.mistake(lovens_graense)
@pensum.mistake(haefter_hoejst)
def hele_gaelden(facts: Facts) -> Kroner:
    """Du har ladet kautionisten hæfte for hele gælden. Grænsen holder hæftelsen nede på {haefter_hoejst}."""
    return facts.gaeld


@pensum.mistake(haefter_hoejst)
def graensen_over_gaelden(facts: Facts) -> Kroner | None:
    """Du har brugt aftalens beløb, selv om gælden er mindre. Kautionisten hæfter aldrig for mere end gælden, {gaeld}."""
    return facts.beloeb if facts.begraensning is Begraensning.FAST_BELOEB else None


@pensum.mistake(haefter_hoejst)
def andelen_er_kautionistens_fripart(facts: Facts) -> Kroner | None:
    """Du har trukket andelen fra gælden. Andelen er det, kautionisten hæfter for: {andel} af {gaeld} er {haefter_hoejst}."""
    return facts.gaeld - efter_aftalen(facts) if facts.begraensning is Begraensning.ANDEL else None


@lov.mistake(omfattet_langiver)
def alle_langivere_er_omfattet(facts: Facts) -> bool:
    """Du har brugt grænsen på enhver långiver. Den gælder pengeinstitutter og gennem FIL § 53 a realkreditinstitutter."""
    return True


@lov.mistake(undtaget_realkredit)
def faelles_bolig_er_nok(facts: Facts) -> bool:
    """Du har nøjedes med den fælles bolig. Kautionisten skal også være udtrykkeligt oplyst om, at hæftelsen kan overstige hovedstolen."""
    return facts.langiver is Langiver.REALKREDIT and facts.bolig_for_begge


@lov.mistake(undtaget_realkredit)
def advarslen_er_nok(facts: Facts) -> bool:
    """Du har nøjedes med advarslen. Ejendommen skal også være bolig for både låntageren og kautionisten."""
    return facts.langiver is Langiver.REALKREDIT and facts.oplyst_om_hoejere_haeftelse


@lov.mistake(lovens_graense)
def altid_hovedstolen(facts: Facts) -> Kroner | None:
    """Du har sat hæftelsen til hovedstolen. Den er kun et loft; her er gælden eller den aftalte grænse lavere: {haefter_hoejst}."""
    return loft(facts) if loftet_gaelder(facts) and not over_loftet(facts) else None


@lov.mistake("outcome")
def ubegraenset_er_ugyldig(facts: Facts) -> Outcome | None:
    """Du har ladet den manglende grænse gøre kautionen ugyldig, som bogen gør. Efter FIL § 48, stk. 4, sætter loven selv grænsen."""
    return Outcome.KAN_VAERE_UGYLDIG if facts.begraensning is Begraensning.INGEN else None


for _reading in (pensum, lov):
    _reading.wrong_provision(
        "bruger_erhvervsreglen",
        FIL("§ 47"),
        "Du har valgt reglen om kaution i erhvervsforhold. Den handler om besked og sætter ingen grænse for beløbet.",
    )
    _reading.wrong_provision(
        "bruger_generalklausulen",
        AFTL("§ 36"),
        "Du har valgt aftalelovens generalklausul. Kautionens beløb har sin egen regel i FIL § 48.",
    )
    _reading.wrong_provision(
        "bruger_reglen_om_flere_skyldnere",
        GBL("§ 2"),
        "Du har valgt reglen om flere skyldnere. Her er der én kautionist, og spørgsmålet er beløbet.",
    )


GRAENSEN = """[begraensning=fast_beloeb: {@kautionist} hæfter højst for {beloeb}. | [begraensning=andel: {@kautionist} hæfter for
    {andel} af gælden. | I aftalen står der: »Jeg kautionerer for alt.«]]"""
REALKREDIT = """[bolig_for_begge: {@kautionist} og {@laantager} bor begge i den pantsatte ejendom. | ] [oplyst_om_hoejere_haeftelse:
    {@kautionist} fik udtrykkeligt at vide, at hæftelsen kan blive større end hovedstolen. | ]"""


topic.departs(er_begraenset="F04")


@topic.variants(
    f"""{{@kautionist}} har kautioneret for et lån til {{@laantager}} i {{@bank}}. [privat_kautionist: De to er i familie. | De to ejer en
    virksomhed sammen, og det er den, som har lånt.] {LANGIVER_FORTALT} {GRAENSEN}

    Gælden er i dag {{gaeld}}. [hovedstol_ved_indgaaelse: Da kautionen blev stillet, var lånets hovedstol {{hovedstol_ved_indgaaelse}}. | ]
    {REALKREDIT}""",
    f"""{{@bank}} vil vide, hvor meget {{@kautionist}} skal af med. {{@laantager}} har lånt penge og
    skylder nu {{gaeld}}. [hovedstol_ved_indgaaelse: Ved kautionens begyndelse lød lånet på {{hovedstol_ved_indgaaelse}}. | ] {LANGIVER_FORTALT}

    [privat_kautionist: Kautionen er givet af venskab. | Kautionen er givet som led i forretning.] {GRAENSEN} {REALKREDIT}""",
    f"""Da {{@laantager}} skulle låne i {{@bank}}, skrev {{@kautionist}} under som kautionist, [privat_kautionist: helt privat. | som ejer af
    det selskab, pengene gik til.] {GRAENSEN} {LANGIVER_FORTALT}

    [hovedstol_ved_indgaaelse: Hovedstolen var ved underskriften {{hovedstol_ved_indgaaelse}}. | ] Siden er der løbet renter på og
    betalt af, så gælden nu er {{gaeld}}. {REALKREDIT}""",
)
def draw(random: Random) -> dict[str, Any]:
    """The debt a little under, at or over the principal; the agreed limit near either."""
    hovedstol = Decimal(random.randrange(200_000, 3_000_000, 50_000))
    gaeld = max(
        hovedstol + random.choice((-150_000, -50_000, Decimal("-0.01"), 0, Decimal("0.01"), 45_000, 120_000)),
        Decimal(1),
    )
    begraensning = random.choice(tuple(Begraensning))
    langiver = random.choice((*(Langiver.PENGEINSTITUT,) * 4, *(Langiver.REALKREDIT,) * 3, Langiver.ANDEN))
    realkredit = langiver is Langiver.REALKREDIT
    beloeb = random.choice(
        (Decimal(500_000), hovedstol / 2, hovedstol, gaeld, gaeld + 25_000, hovedstol + 30_000)
    )
    return {
        "privat_kautionist": random.random() < 0.85,
        "begraensning": begraensning,
        "beloeb": beloeb if begraensning is Begraensning.FAST_BELOEB else None,
        "andel": Fraction(random.choice(("1/2", "1/4", "3/4", "1/3")))
        if begraensning is Begraensning.ANDEL
        else None,
        "gaeld": gaeld,
        "hovedstol_ved_indgaaelse": hovedstol if random.random() < 0.85 else None,
        "langiver": langiver,
        "bolig_for_begge": realkredit and random.random() < 0.6,
        "oplyst_om_hoejere_haeftelse": realkredit and random.random() < 0.6,
    }
