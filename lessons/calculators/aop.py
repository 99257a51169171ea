"""ÅOP for to lånetilbud: two offers side by side, and what makes the difference."""

from lessons.calculation.shape import Calculator, Group, Question
from lessons.calculation.tables import by_month
from lessons.figures.aop import aop
from rules.kredit.aop.facts import kan_beregnes, laan, tilbud_a, tilbud_b

OFFER = (
    "kreditbeloeb",
    "rente_pa",
    "loebetid_mdr",
    "stiftelsesgebyr",
    "loebende_gebyr_md",
    "aop_oplyst",
    "gebyr_laanes",
)


def _both(*names):
    return tuple(f"b_{name}" for name in names)


def _by_month_of(offer):
    def rows(answers):
        told = offer(answers[0].facts)
        if not kan_beregnes(told):
            return []
        return by_month(laan(told), told.rente_pa, told.loebetid_mdr, told.loebende_gebyr_md)

    return rows


def costs(answers):
    """What makes one offer dearer than the other."""
    return aop(answers[0].facts.plain())


CALCULATOR = Calculator(
    "aop",
    "ÅOP for to lånetilbud",
    "Ydelse, tilbagebetaling, omkostninger og ÅOP for to tilbud ved siden af hinanden, og hvad forskellen skyldes.",
    (Question("aop", ("ydelse_md", "samlet_tilbagebetaling", "samlede_kreditomkostninger", "aop")),),
    (Group(OFFER, "Tilbud A"), Group(_both(*OFFER), "Tilbud B")),
    {
        "kreditbeloeb": 200000,
        "rente_pa": "6.5",
        "loebetid_mdr": 60,
        "stiftelsesgebyr": 1500,
        "loebende_gebyr_md": 0,
        "gebyr_laanes": False,
        "b_kreditbeloeb": 200000,
        "b_rente_pa": "5.5",
        "b_loebetid_mdr": 60,
        "b_stiftelsesgebyr": 6000,
        "b_loebende_gebyr_md": 35,
        "b_gebyr_laanes": False,
    },
    costs,
    sides=("Tilbud A", "Tilbud B"),
    tables={
        "tilbud-a": ("tilbud A måned for måned (CSV)", _by_month_of(tilbud_a)),
        "tilbud-b": ("tilbud B måned for måned (CSV)", _by_month_of(tilbud_b)),
    },
)
