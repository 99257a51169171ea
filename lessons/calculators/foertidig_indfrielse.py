"""Førtidig indfrielse: what is left of the debt, and what the lender may ask for it."""

from decimal import Decimal

from lessons.calculation.shape import Calculator, Group, Question
from lessons.calculation.tables import by_month
from lessons.figures.amortisering import amortisering


def _by_month(answers):
    facts = answers[0].facts
    return by_month(facts.hovedstol, facts.rente_pa, facts.loebetid_mdr, Decimal(0))


def debt(answers):
    """The debt over time, and where the loan is repaid."""
    facts = answers[0].facts.plain()
    return amortisering(
        {name: facts[name] for name in ("hovedstol", "rente_pa", "loebetid_mdr", "betalte_mdr")}
    )


CALCULATOR = Calculator(
    "foertidig-indfrielse",
    "Førtidig indfrielse",
    "Restgælden den dag, lånet indfries, og hvad kreditgiveren kan kræve i kompensation.",
    (Question("foertidig_indfrielse", ("restgaeld", "loft", "kompensation")),),
    (
        Group(("hovedstol", "rente_pa", "loebetid_mdr", "betalte_mdr", "markedsrente_pa")),
        Group(("rentetype", "kompensation_aftalt"), "Aftalen"),
        Group(
            ("pant_i_fast_ejendom", "konverterbart", "indfrielseskurs", "dokumenteret_tab"),
            "Det spørger kun loven om",
        ),
    ),
    {
        "hovedstol": 300000,
        "rente_pa": 6,
        "loebetid_mdr": 120,
        "betalte_mdr": 48,
        "markedsrente_pa": 4,
        "rentetype": "fast",
        "kompensation_aftalt": True,
        "pant_i_fast_ejendom": False,
        "konverterbart": True,
    },
    debt,
    tables={"laanet": ("lånet måned for måned (CSV)", _by_month)},
)
