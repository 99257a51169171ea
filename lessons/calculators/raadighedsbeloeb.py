"""Rådighedsbeløb, gældsfaktor og belåningsgrad: the three figures that a bank looks at."""

from lessons.calculation.shape import Calculator, Group, Question
from lessons.figures.bars import Bar, bars

DOCUMENTED = {
    "loensedler_mdr": 3,
    "aarsopgoerelse": True,
    "budget": True,
    "registre_tjekket": True,
    "dokumenteret": True,
    "bevilget": False,
}


def means(answers):
    """What comes in and goes out, the debt beside the income, the loan beside its security."""
    facts = answers[0].facts
    month = [
        Bar("Indtægt", {"Indtægt": facts.indtaegt_md}),
        Bar("Udgifter", {"Faste udgifter": facts.faste_udgifter_md, "Ydelse på lånet": facts.ydelse_md}),
    ]
    income = [Bar("Gæld", {"Beløb": facts.samlet_gaeld}), Bar("Årsindtægt", {"Beløb": facts.aarsindtaegt})]
    security = [Bar("Lån", {"Beløb": facts.laan}), Bar("Sikkerhed", {"Beløb": facts.sikkerhed_vaerdi})]
    return (
        bars("Ind og ud hver måned", month)
        + bars("Gælden ved siden af årsindtægten", income)
        + bars("Lånet ved siden af sikkerheden", security)
    )


CALCULATOR = Calculator(
    "raadighedsbeloeb",
    "Rådighedsbeløb, gældsfaktor og belåningsgrad",
    "De tre nøgletal, som en bank ser på, før den siger ja til et lån.",
    (
        Question(
            "kreditvurdering",
            ("raadighedsbeloeb", "gaeldsfaktor", "belaaningsgrad"),
            DOCUMENTED,
            ("har_raad", "advarselstegn"),
        ),
    ),
    (
        Group(("indtaegt_md", "faste_udgifter_md", "ydelse_md"), "Hver måned"),
        Group(("aarsindtaegt", "samlet_gaeld"), "Gæld og indtægt"),
        Group(("laan", "sikkerhed_vaerdi"), "Lånet og dets sikkerhed"),
    ),
    {
        "indtaegt_md": 31000,
        "faste_udgifter_md": 19500,
        "ydelse_md": 7800,
        "aarsindtaegt": 540000,
        "samlet_gaeld": 2100000,
        "laan": 1800000,
        "sikkerhed_vaerdi": 2250000,
    },
    means,
)
