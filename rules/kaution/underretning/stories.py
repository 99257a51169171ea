"""Stories of loans in default, and the drawing of their facts."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from rules import finance
from rules.calendar import add_months
from rules.danish import half_up
from rules.kaution.omfang import Langiver
from rules.kaution.underretning.facts import topic

LAANET = """[langiver=realkredit: Långiveren er et realkreditinstitut. | [langiver=anden: Trods navnet er långiveren hverken et
    pengeinstitut eller et realkreditinstitut. | ]] [hovedstol: Da betalingerne holdt op, var gælden {hovedstol}, renten {rente_pa}
    om året og restløbetiden {loebetid_mdr}. | ] [henstand_uden_samtykke: Senere fik {@laantager} henstand, uden at {@kautionist}
    blev spurgt. | ] [regres_tab: Ventetiden har gjort muligheden for at hente pengene hos {@laantager} {regres_tab} ringere. | ]"""


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
