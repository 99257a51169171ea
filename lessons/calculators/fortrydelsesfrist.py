"""Fortrydelsesfrist: the last day to regret, the last day to pay back, and the interest meanwhile."""

from lessons.calculation.days import days
from lessons.calculation.shape import Calculator, Group, Question

CALCULATOR = Calculator(
    "fortrydelsesfrist",
    "Frist for at fortryde et lån",
    "Den sidste dag til at fortryde, dagen hvor pengene senest skal være tilbage, og renterne for tiden imens.",
    (Question("fortrydelsesret", ("sidste_dag", "tilbagebetal_senest", "paaloebne_renter")),),
    (
        Group(("indgaaet", "vilkaar_modtaget", "fortrudt", "udbetalt", "tilbagebetalt")),
        Group(("laanebeloeb", "rente_pa"), "Lånet"),
        Group(
            (
                "obligationsfinansieret_realkredit",
                "kassekredit_paa_anfordring",
                "oplyst_om_fortrydelsesret",
            ),
            "Det spørger kun loven om",
        ),
    ),
    {
        "indgaaet": "2026-03-02",
        "vilkaar_modtaget": "2026-03-04",
        "fortrudt": "2026-03-17",
        "udbetalt": "2026-03-05",
        "tilbagebetalt": "2026-04-10",
        "laanebeloeb": 80000,
        "rente_pa": 9,
        "obligationsfinansieret_realkredit": False,
        "kassekredit_paa_anfordring": False,
        "oplyst_om_fortrydelsesret": True,
    },
    days,
)
