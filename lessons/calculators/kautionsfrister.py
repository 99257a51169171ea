"""Frister ved kaution: the notice of a default, and the end of the guarantee."""

from lessons.calculation.days import days
from lessons.calculation.shape import Calculator, Group, Question

CALCULATOR = Calculator(
    "kautionsfrister",
    "Frister ved kaution",
    "Hvornår banken senest skal skrive til kautionisten om en restance, og hvornår kautionen udløber.",
    (
        Question("underretning", ("sidste_frist", "tabt_beloeb")),
        Question("kautionens_varighed", ("udloeber",)),
    ),
    (
        Group(("indgaaet", "tidsbegraenset_aar", "misligholdt", "underrettet", "kraevet")),
        Group(("misligholdt_beloeb", "hovedstol", "rente_pa", "loebetid_mdr"), "Lånet"),
        Group(("privat_kautionist", "variabelt_beloeb"), "Kautionen"),
    ),
    {
        "indgaaet": "2022-05-01",
        "tidsbegraenset_aar": 5,
        "misligholdt": "2026-01-31",
        "underrettet": "2026-07-15",
        "kraevet": "2026-10-01",
        "misligholdt_beloeb": 12500,
        "hovedstol": 240000,
        "rente_pa": 5,
        "loebetid_mdr": 72,
        "privat_kautionist": True,
        "variabelt_beloeb": False,
    },
    days,
)
