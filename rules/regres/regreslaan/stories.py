"""Stories and drawn facts for recourse loans, American and Danish."""

from decimal import Decimal
from random import Random
from typing import Any

from rules.regres.regreslaan.facts import MED_EJENDOM, Jurisdiktion, Laantype, Statsstoette, Valuta, topic
from rules.regres.regreslaan.stater import UDEN_REGRES, Stat

LAANET = """[laantype=personligt: et personligt lån | [laantype=kreditkort: en gæld på et kreditkort | [laantype=billaan: et billån |
    [laantype=kortfristet_ejendomslaan: et kortfristet ejendomslån | [laantype=realkredit: et realkreditlån med pant i en bolig | et hard money-lån]]]]]"""
STEDET = """[jurisdiktion=usa: Lånet følger amerikansk ret[stat: , og staten er {stat}. |.] [statsstoettet=ingen: | Det er statsstøttet som {statsstoettet}.] |
    Lånet følger dansk ret. [kreditkoeb_med_ejendomsforbehold: Det er sælgerens egen kredit i et forbrugerkøb, og der er taget gyldigt ejendomsforbehold.
    [saerlige_omstaendigheder_41: {@laantager} har forsømt tingen groft og gemt den for kreditgiveren. | ] |
    [laantype=billaan: Der er ikke taget ejendomsforbehold i bilen. | ]]]"""
AFTALEN = """[nonrecourse_aftalt: I aftalen står, at långiveren kun kan gå efter sikkerheden. | ]"""


@topic.variants(
    f"""{{@laantager}} har {LAANET} og er holdt op med at betale. {STEDET} {AFTALEN}

    Restgælden er {{restgaeld}} {{valuta}}. [sikkerhed_vaerdi: Sikkerheden kan sælges for {{sikkerhed_vaerdi}} {{valuta}}. | Der er ingen sikkerhed.]
    Hvad kan långiveren gå efter?""",
    f"""Et lån er misligholdt. Det er {LAANET}, og {{@laantager}} skylder stadig {{restgaeld}} {{valuta}}. [sikkerhed_vaerdi: Det, som långiveren har
    sikkerhed i, er {{sikkerhed_vaerdi}} {{valuta}} værd. | {{@laantager}} har ikke stillet sikkerhed.]

    {AFTALEN} {STEDET}""",
    f"""{{@laantager}} kan ikke betale mere. [sikkerhed_vaerdi: Långiverens sikkerhed er {{sikkerhed_vaerdi}} {{valuta}} værd, og gælden er
    {{restgaeld}} {{valuta}}. | Gælden er {{restgaeld}} {{valuta}}, og långiveren har ingen sikkerhed.] Gælden er {LAANET}.

    {STEDET} {AFTALEN} {{@laantager}} har også en opsparing, som långiveren gerne vil have del i.""",
)
def draw(random: Random) -> dict[str, Any]:
    """Home loans in and outside the listed states, cars on credit, and security worth nearly the debt."""
    dansk = random.random() < 0.5
    laantype = random.choice((*Laantype, Laantype.BILLAAN, Laantype.REALKREDIT, Laantype.REALKREDIT))
    kreditkoeb = dansk and laantype in (Laantype.BILLAAN, Laantype.PERSONLIGT) and random.random() < 0.7
    boliglaan = not dansk and laantype is Laantype.REALKREDIT
    restgaeld = Decimal(
        random.randrange(400_000, 3_000_000, 10_000)
        if laantype in MED_EJENDOM
        else random.randrange(8_000, 180_000, 1_000)
    )
    usikret = laantype is Laantype.KREDITKORT or (laantype is Laantype.PERSONLIGT and not kreditkoeb)
    naer = (restgaeld * Decimal(random.choice(("0.6", "0.8", "0.95")))).quantize(Decimal(1))
    vaerdi = random.choice((naer, naer, naer, restgaeld - Decimal("0.01"), restgaeld, restgaeld + 5_000))
    return {
        "jurisdiktion": Jurisdiktion.DANMARK if dansk else Jurisdiktion.USA,
        "laantype": laantype,
        "stat": random.choice((*UDEN_REGRES, Stat.FL, Stat.NY, Stat.OR, Stat.IL, Stat.GA, Stat.OH))
        if boliglaan
        else None,
        "statsstoettet": random.choice((*(Statsstoette.INGEN,) * 4, *Statsstoette))
        if boliglaan
        else Statsstoette.INGEN,
        "nonrecourse_aftalt": not usikret and random.random() < 0.12,
        "kreditkoeb_med_ejendomsforbehold": kreditkoeb,
        "saerlige_omstaendigheder_41": kreditkoeb and random.random() < 0.35,
        "restgaeld": restgaeld,
        "sikkerhed_vaerdi": Decimal(0) if usikret else vaerdi,
        "valuta": Valuta.DKK if dansk else Valuta.USD,
    }
