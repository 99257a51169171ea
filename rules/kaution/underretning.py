"""Underretning af kautionisten (lov om finansiel virksomhed §§ 47-48).

>>> facts = Facts(privat_kautionist=True, misligholdt=date(2026, 1, 31), underrettet=date(2026, 8, 1),
...               kraevet=date(2026, 9, 15), misligholdt_beloeb=62800)
>>> print(topic.decide(facts, "pensum").explain())
1. Er kautionen stillet uden for erhvervsforhold (privat kaution)? Ja (FIL § 48).
2. Fik kautionisten besked senest 6 måneder efter misligholdelsen? Nej (FIL § 48).
Sidste frist: 31. juli 2026.
Tabt beløb: 62.800 kr.
Altså: Banken har tabt kravet mod kautionisten for den misligholdte del på 62.800 kr. Kautionen består for resten.
"""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules import finance
from rules.calendar import add_months
from rules.citations import FIL, GBL, KAL
from rules.danish import half_up
from rules.facts import Choice, FactSheet, Kroner, Percent, fact
from rules.topic import GAELDENDE_RET, PENSUM, Outcomes, Topic


class Langiver(Choice):
    """Who lent the money."""

    PENGEINSTITUT = "pengeinstitut", "pengeinstitut"
    REALKREDIT = "realkredit", "realkreditinstitut"
    ANDEN = "anden", "en anden långiver"


STATUTE = GAELDENDE_RET


class Facts(FactSheet):
    """The guarantee, the default, the notice and the claim."""

    in_order = (("misligholdt", "underrettet"), ("misligholdt", "kraevet"))

    privat_kautionist: bool = fact("Er kautionen stillet uden for erhvervsforhold (privat kaution)?")
    misligholdt: date = fact(
        "Dag for misligholdelse", help="Forfaldsdagen for den første ydelse, der ikke blev betalt."
    )
    underrettet: date | None = fact(
        "Dag for underretning",
        absent="aldrig underrettet",
        help="Den dag banken skrev til kautionisten om restancen.",
    )
    kraevet: date = fact(
        "Dag for krav mod kautionisten", help="Kravet er selv en underretning, hvis der ikke kom en før."
    )
    misligholdt_beloeb: Kroner = fact("Misligholdt beløb")
    hovedstol: Kroner | None = fact(
        "Restgæld ved misligholdelsen",
        absent="ikke oplyst",
        reading=STATUTE,
        help="Gælden, da låntageren holdt op med at betale.",
    )
    rente_pa: Percent | None = fact("Lånets rente om året", absent="ikke oplyst", reading=STATUTE)
    loebetid_mdr: int | None = fact(
        "Resterende løbetid", unit="måneder", absent="ikke oplyst", ge=1, le=600, reading=STATUTE
    )
    regres_tab: Kroner = fact(
        "Tab i regres mod låntageren",
        default=Decimal(0),
        reading=STATUTE,
        help="Så meget mindre kan kautionisten hente hos låntageren, fordi beskeden kom for sent.",
    )
    langiver: Langiver = fact("Hvem har ydet lånet?", default=Langiver.PENGEINSTITUT, reading=STATUTE)
    henstand_uden_samtykke: bool = fact(
        "Har banken givet låntageren henstand uden kautionistens samtykke?", default=False, reading=STATUTE
    )


class Outcome(Outcomes):
    """What is left of the claim on the guarantor."""

    KRAV_I_BEHOLD = "Bankens krav mod kautionisten er i behold."
    KRAV_TABT_FOR_MISLIGHOLDT_DEL = "Banken har tabt kravet mod kautionisten for den misligholdte del."
    KRAV_BEGRAENSET = "Kautionen består, men bankens krav mod kautionisten er begrænset."


topic = Topic(
    "underretning",
    "Underretning af kautionisten",
    group="kaution",
    question="Fik kautionisten besked om misligholdelsen i tide, og hvad følger af det?",
    facts=Facts,
    outcomes=Outcome,
    version="2026-11-21",
)


def besked(facts: Facts) -> date:
    """The day on which the guarantor knew: a demand on the guarantor is itself notice."""
    return min(facts.underrettet or facts.kraevet, facts.kraevet)


pensum = topic.reading(
    PENSUM,
    otherwise=Outcome.KRAV_I_BEHOLD,
    jus=FIL("§ 48"),
    texts={
        Outcome.KRAV_TABT_FOR_MISLIGHOLDT_DEL: "Banken har tabt kravet mod kautionisten for den misligholdte del på {tabt_beloeb}. "
        "Kautionen består for resten."
    },
)
lov = topic.reading(
    STATUTE,
    otherwise=Outcome.KRAV_I_BEHOLD,
    jus=FIL("§ 48, stk. 6"),
    texts={
        Outcome.KRAV_BEGRAENSET: "Kautionen består, men banken kan ikke kræve [tabt_beloeb: {tabt_beloeb} | de forsinkede ydelser] af kautionisten."
    },
)


@lov.step(FIL("§ 48, stk. 1"), FIL("§ 47"), no="laan_fra_pengeinstitut")
@pensum.step(FIL("§ 48"), no=Outcome.KRAV_I_BEHOLD)
def er_privat(facts: Facts) -> bool:
    """Er kautionen stillet uden for erhvervsforhold (privat kaution)?

    [privat_kautionist: Kautionen er privat, og derfor gælder reglerne, der beskytter private kautionister. | Kautionen er stillet inden for
    erhvervsforhold, og de regler, der beskytter private kautionister, gælder ikke.]
    """
    return facts.privat_kautionist


# --- Pensum -------------------------------------------------------------------------------------------------


@pensum.figure("Sidste frist", FIL("§ 48"))
def sidste_frist(facts: Facts) -> date | None:
    """Hvilken dag kan banken senest underrette kautionisten?

    Fristen er seks måneder fra {misligholdt}; den følger kalenderen og ender den {sidste_frist}.
    """
    return add_months(facts.misligholdt, 6) if er_privat(facts) else None


@pensum.step(FIL("§ 48"), no=Outcome.KRAV_TABT_FOR_MISLIGHOLDT_DEL)
def rettidig(facts: Facts) -> bool:
    """Fik kautionisten besked senest 6 måneder efter misligholdelsen?

    Fristen løb fra {misligholdt} til {sidste_frist}. [underrettet: Banken underrettede kautionisten den {underrettet}, og kravet kom den {kraevet}. |
    Banken sendte ingen underretning før kravet den {kraevet}.] Samme dag som fristen er i tide.
    """
    frist: date | None = sidste_frist(facts)
    return frist is None or besked(facts) <= frist


@pensum.figure("Tabt beløb", FIL("§ 48"))
def tabt_beloeb(facts: Facts) -> Kroner:
    """Hvor meget af kravet har banken tabt?

    [rettidig: Beskeden kom i tide, og banken har ikke tabt noget. | Banken taber den misligholdte del, {misligholdt_beloeb}, og ikke mere.]
    """
    return Decimal(0) if not er_privat(facts) or rettidig(facts) else facts.misligholdt_beloeb


# --- Gældende ret -------------------------------------------------------------------------------------------


def maaneder(facts: Facts) -> int:
    """The months of the deadline: 3 for a private guarantee (stk. 6), 6 for a business one (§ 47)."""
    return 3 if er_privat(facts) else 6


def omfattet(facts: Facts) -> bool:
    """Whether the rule covers the lender: § 47 only banks, § 48 with § 53 a also mortgage institutions."""
    if facts.langiver is Langiver.REALKREDIT:
        return bool(er_privat(facts))
    return facts.langiver is Langiver.PENGEINSTITUT


@lov.step(FIL("§ 48, stk. 1"), FIL("§ 53 a"), no=Outcome.KRAV_I_BEHOLD)
def omfattet_langiver(facts: Facts) -> bool:
    """Er lånet ydet af et pengeinstitut eller et realkreditinstitut?

    Lånet er ydet af {langiver}. Reglerne om private kautioner gælder lån fra pengeinstitutter og, gennem § 53 a, fra realkreditinstitutter.
    """
    return omfattet(facts)


@lov.step(FIL("§ 48, stk. 6"), no=Outcome.KRAV_I_BEHOLD)
def pligt_udloest(facts: Facts) -> bool:
    """Er låntageren udeblevet med en ydelse, eller har banken givet henstand uden kautionistens samtykke?

    [henstand_uden_samtykke: Henstand uden kautionistens samtykke udløser samme pligt som en manglende betaling. |
    Der mangler {misligholdt_beloeb}, og pligten følger af udeblivelsen.]
    """
    return facts.misligholdt_beloeb > 0 or facts.henstand_uden_samtykke


@lov.figure("Sidste frist", FIL("§ 48, stk. 6"), key="sidste_frist")
def lovens_frist(facts: Facts) -> date | None:
    """Hvilken dag skal banken senest give besked om den første ubetalte ydelse?

    [privat_kautionist: Fristen er tre måneder fra ydelsens forfaldsdag | I erhvervsforhold er fristen seks måneder fra ydelsens forfaldsdag],
    altså den {sidste_frist}.
    """
    return add_months(facts.misligholdt, maaneder(facts)) if omfattet(facts) else None


def i_tide(facts: Facts) -> bool:
    """Whether notice came by the deadline of the first missed instalment."""
    frist: date | None = lovens_frist(facts)
    return frist is None or besked(facts) <= frist


@lov.step(FIL("§ 48, stk. 6"), yes=Outcome.KRAV_I_BEHOLD, no=Outcome.KRAV_BEGRAENSET, key="rettidig")
def rettidig_privat(facts: Facts) -> bool:
    """Fik kautionisten besked senest 3 måneder efter den første ubetalte ydelses forfaldsdag?

    Ydelsen forfaldt den {misligholdt}, og fristen er den {sidste_frist}. [underrettet: Beskeden blev sendt den {underrettet}, og kravet kom den {kraevet}. |
    Den første besked er kravet den {kraevet}.]
    """
    return i_tide(facts)


@lov.step(FIL("§ 47"), no=Outcome.KRAV_I_BEHOLD)
def laan_fra_pengeinstitut(facts: Facts) -> bool:
    """Er lånet ydet af et pengeinstitut?

    Underretningspligten i erhvervsforhold gælder kun lån fra pengeinstitutter. Her er långiveren {langiver}.
    """
    return omfattet(facts)


@lov.step(FIL("§ 47"), yes=Outcome.KRAV_I_BEHOLD)
def rettidig_erhverv(facts: Facts) -> bool:
    """Fik kautionisten skriftlig besked senest 6 måneder efter ydelsens forfaldsdag?

    Ydelsen forfaldt den {misligholdt}, og fristen er den {sidste_frist}.
    """
    return i_tide(facts)


@lov.step(FIL("§ 47"), yes=Outcome.KRAV_BEGRAENSET, no=Outcome.KRAV_I_BEHOLD)
def regres_forringet(facts: Facts) -> bool:
    """Er kautionistens regres mod låntageren blevet forringet af forsinkelsen?

    [regres_tab: Regressen er forringet med {regres_tab}, og kun det tab falder på banken. | Regressen er ikke forringet, og så taber banken intet.]
    """
    return facts.regres_tab > 0


def forsinkede_ydelser(facts: Facts) -> int:
    """How many instalments were due so early that their own three months had run out at the notice."""
    dag, antal = besked(facts), 0
    while antal < (facts.loebetid_mdr or 0) and add_months(add_months(facts.misligholdt, antal), 3) < dag:
        antal += 1
    return antal


def laanet_kendes(facts: Facts) -> bool:
    """Whether the loan's debt, rate and term are known, so that instalments can be computed."""
    return facts.hovedstol is not None and facts.rente_pa is not None and facts.loebetid_mdr is not None


@lov.figure("Tabt beløb", FIL("§ 48, stk. 7"), key="tabt_beloeb")
def lovens_tab(facts: Facts) -> Kroner | None:
    """Hvor meget kan banken ikke kræve af kautionisten?

    [privat_kautionist: De ydelser, der forfaldt mere end tre måneder før beskeden, regnes som betalt; dertil kommer kautionistens regrestab. |
    I erhvervsforhold taber banken kun det, som regressen er forringet med.] [tabt_beloeb: Beløbet er {tabt_beloeb}. | ] Ikke efterprøvet: om en ydelse,
    der forfaldt på selve skæringsdagen, også regnes som betalt.
    """
    if not omfattet(facts) or not pligt_udloest(facts) or i_tide(facts):
        return Decimal(0)
    if not er_privat(facts):
        return facts.regres_tab
    if not laanet_kendes(facts):
        return None
    ydelse = half_up(finance.instalment(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr))  # type: ignore[arg-type]
    return forsinkede_ydelser(facts) * ydelse + facts.regres_tab


@lov.figure("Kautionisten hæfter for", FIL("§ 48, stk. 7"))
def haefter_for(facts: Facts) -> Kroner | None:
    """Hvor stor en gæld hæfter kautionisten for efter beskeden?

    Gælden regnes, som om de ydelser, hvis frist var sprunget, var betalt til tiden: {haefter_for}.
    """
    if not laanet_kendes(facts) or not er_privat(facts) or not omfattet(facts):
        return None
    betalt = 0 if not pligt_udloest(facts) or i_tide(facts) else forsinkede_ydelser(facts)
    tab = facts.regres_tab if betalt else Decimal(0)
    rest = finance.remaining(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr, betalt)  # type: ignore[arg-type]
    return max(rest - tab, Decimal(0))


# --- Typiske fejl -------------------------------------------------------------------------------------------


@pensum.mistake(sidste_frist)
def regner_180_dage(facts: Facts) -> date:
    """Du har regnet 180 dage. Seks måneder følger kalenderen: fra {misligholdt} til {sidste_frist}."""
    return facts.misligholdt + timedelta(days=180)


@pensum.mistake(sidste_frist)
def bruger_lovens_tre_maaneder(facts: Facts) -> date:
    """Du har regnet tre måneder. Det er lovens frist for private kautioner; bogen regner med seks, altså {sidste_frist}."""
    return add_months(facts.misligholdt, 3)


@pensum.mistake(sidste_frist)
def taeller_foerste_dag_med(facts: Facts) -> date:
    """Du har talt den første dag med. Fristen ender på samme dag i måneden seks måneder senere: {sidste_frist}."""
    return add_months(facts.misligholdt, 6) - timedelta(days=1)


@pensum.mistake("outcome")
def for_sen_besked_er_uden_betydning(facts: Facts) -> Outcome:
    """Du har ladet kravet bestå, selv om beskeden kom for sent. Sanktionen er, at banken mister kravet for den misligholdte del."""
    return Outcome.KRAV_I_BEHOLD


@pensum.mistake(tabt_beloeb)
def hele_kautionen_falder(facts: Facts) -> Kroner | None:
    """Du har ladet hele gælden falde. Banken taber kun den del, der er misligholdt: {tabt_beloeb}."""
    return facts.hovedstol


@lov.mistake(lovens_frist)
def bruger_seks_maaneder(facts: Facts) -> date:
    """Du har regnet seks måneder. Ved en privat kaution er fristen tre måneder fra hver ydelses forfaldsdag; seks måneder hører til § 47."""
    return add_months(facts.misligholdt, 6)


@lov.mistake(lovens_frist)
def regner_90_dage(facts: Facts) -> date | None:
    """Du har regnet 90 dage. Tre måneder følger kalenderen: fra {misligholdt} til {sidste_frist}."""
    return facts.misligholdt + timedelta(days=90) if facts.privat_kautionist else None


@lov.mistake(lovens_tab)
def taber_hele_restancen(facts: Facts) -> Kroner:
    """Du har ladet hele restancen falde. Kun ydelser, hvis egen frist på tre måneder var løbet ud, regnes som betalt: {tabt_beloeb}."""
    return facts.misligholdt_beloeb


pensum.wrong_provision(
    "forveksler_med_denunciation",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse ved overdragelse af en fordring. Besked til en kautionist følger FIL § 48.",
)
pensum.wrong_provision(
    "bruger_erhvervsreglen",
    FIL("§ 47"),
    "Du har valgt reglen for kaution i erhvervsforhold. Bogen behandler underretningen efter FIL § 48.",
)
lov.wrong_provision(
    "forveksler_med_denunciation",
    GBL("§ 31"),
    "Du har valgt reglen om meddelelse ved overdragelse af en fordring. Besked til en kautionist følger FIL §§ 47 og 48.",
)
lov.wrong_provision(
    "soeger_i_kreditaftaleloven",
    KAL("§ 37"),
    "Du har valgt kreditaftaleloven. Kautionistens beskyttelse står i lov om finansiel virksomhed.",
)


LAANET = """[langiver=realkredit: Långiveren er et realkreditinstitut. | [langiver=anden: Trods navnet er långiveren hverken et
    pengeinstitut eller et realkreditinstitut. | ]] [hovedstol: Da betalingerne holdt op, var gælden {hovedstol}, renten {rente_pa}
    om året og restløbetiden {loebetid_mdr}. | ] [henstand_uden_samtykke: Senere fik {@laantager} henstand, uden at {@kautionist}
    blev spurgt. | ] [regres_tab: Ventetiden har gjort muligheden for at hente pengene hos {@laantager} {regres_tab} ringere. | ]"""


topic.departs(omfattet_langiver="F06", laan_fra_pengeinstitut="F06 F08", rettidig="F01 F02 F16")


@topic.variants(
    f"""{{@laantager}} har lånt penge i {{@bank}} til en bolig. {{@kautionist}} har skrevet under som selvskyldnerkautionist.
    [privat_kautionist: Kautionen er en hjælp i familien. | {{@kautionist}} driver virksomhed sammen med {{@laantager}}, og kautionen er stillet for virksomhedens lån.]

    Den {{misligholdt}} udebliver den første ydelse, og restancen løber op i {{misligholdt_beloeb}}. [underrettet: Banken skriver til {{@kautionist}} om
    restancen den {{underrettet}}. | Banken skriver kun til {{@laantager}}.] Den {{kraevet}} kræver banken, at {{@kautionist}} betaler.
    {LAANET}""",
    f"""[privat_kautionist: Som en tjeneste i familien | Som led i fælles erhverv] har {{@kautionist}} kautioneret for {{@laantager}} over for {{@bank}}.
    Ydelsen, der forfalder den {{misligholdt}}, bliver ikke betalt.

    [underrettet: Der går tid, og den {{underrettet}} får {{@kautionist}} brev fra banken om misligholdelsen. | {{@kautionist}} hører ikke noget om misligholdelsen.]
    Banken gør kautionen gældende den {{kraevet}} for {{misligholdt_beloeb}}.
    {LAANET}""",
    f"""{{@bank}} har sikret et lån til {{@laantager}} med kaution fra {{@kautionist}}, [privat_kautionist: der ikke har nogen erhvervsmæssig interesse i lånet. |
    der ejer den virksomhed, som lånet gik til.] Lånet har været misligholdt siden {{misligholdt}}, og {{misligholdt_beloeb}} står ubetalt.

    [underrettet: {{@kautionist}} blev underrettet den {{underrettet}}. | Ingen har underrettet {{@kautionist}}.] Bankens krav mod {{@kautionist}} er dateret {{kraevet}}.
    {LAANET}""",
)
def draw(random: Random) -> dict[str, Any]:
    """Default at a month's end more often than not, notice within days of the deadline."""
    misligholdt = date(
        random.choice((2025, 2026, 2027, 2028)), random.randint(1, 12), random.choice((1, 1, 15, 28))
    )
    if random.random() < 0.5:
        misligholdt = add_months(misligholdt.replace(day=1), 1) - timedelta(days=1)
    frist = add_months(misligholdt, random.choice((3, 6, 6)))
    underrettet = frist + timedelta(days=random.choice((-40, -2, -1, 0, 1, 2, 20, 46)))
    kraevet = underrettet + timedelta(days=random.choice((0, 14, 45)))
    hovedstol = Decimal(random.randrange(500_000, 3_000_000, 50_000))
    rente, loebetid = Decimal(random.choice(("2.5", "3.5", "4", "5"))), random.choice((120, 240, 300, 360))
    ydelse = half_up(finance.instalment(hovedstol, rente, loebetid))
    return {
        "privat_kautionist": random.random() < 0.85,
        "misligholdt": misligholdt,
        "underrettet": underrettet if random.random() < 0.8 else None,
        "kraevet": kraevet,
        "misligholdt_beloeb": ydelse * random.randint(3, 8),
        "hovedstol": hovedstol,
        "rente_pa": rente,
        "loebetid_mdr": loebetid,
        "regres_tab": Decimal(random.choice((0, 0, 0, 25_000))),
        "langiver": random.choice((*(Langiver.PENGEINSTITUT,) * 8, Langiver.REALKREDIT, Langiver.ANDEN)),
        "henstand_uden_samtykke": random.random() < 0.1,
    }
