"""Opgørelse efter tilbagetagelse: what is owed, beside what the thing is worth."""

from lessons.calculation.shape import Calculator, Group, Question
from lessons.figures.bars import Bar, bars


def settlement(answers):
    """What is owed, beside what the thing is worth."""
    facts = answers[0].facts
    owed = {
        "Ubetalt af købesummen": facts.koebesum - facts.betalt - facts.fremtidige_renter_i_restkravet,
        "Rente af forfaldne ydelser": facts.rente_af_forfaldne,
        "Nødvendige omkostninger": facts.noedvendige_omkostninger,
    }
    return bars(
        "Kravet ved siden af tingens værdi",
        [Bar("Krav", owed), Bar("Værdi", {"Tingens værdi": facts.vaerdi})],
    )


CALCULATOR = Calculator(
    "opgoerelse-efter-tilbagetagelse",
    "Opgørelse efter tilbagetagelse",
    "Hvad sælgeren har til gode, når tingen er taget tilbage, og hvem der skal betale forskellen.",
    (Question("opgoerelse_ved_tilbagetagelse", ("krav", "overskud", "difference")),),
    (
        Group(("koebesum", "betalt", "fremtidige_renter_i_restkravet"), "Købet"),
        Group(("rente_af_forfaldne", "noedvendige_omkostninger", "vaerdi"), "Tilbagetagelsen"),
        Group(("forbehold", "forbruger", "saerlige_omstaendigheder_41"), "Aftalen og køberen"),
    ),
    {
        "koebesum": 240000,
        "betalt": 96000,
        "fremtidige_renter_i_restkravet": 8000,
        "rente_af_forfaldne": 1200,
        "noedvendige_omkostninger": 3500,
        "vaerdi": 125000,
        "forbehold": "gyldigt",
        "forbruger": True,
        "saerlige_omstaendigheder_41": False,
    },
    settlement,
)
