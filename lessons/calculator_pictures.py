"""What each calculator shows in a picture, from the answers of its topics."""

from django.utils.html import format_html_join

from lessons.figures import timeline
from lessons.figures.amortisering import amortisering
from lessons.figures.aop import aop
from lessons.figures.bars import Bar, bars
from lessons.figures.timeline import Point


def costs(answers):
    """What makes one offer dearer than the other."""
    return aop(answers[0].facts.plain())


def debt(answers):
    """The debt over time, and where the loan is repaid."""
    facts = answers[0].facts.plain()
    return amortisering(
        {name: facts[name] for name in ("hovedstol", "rente_pa", "loebetid_mdr", "betalte_mdr")}
    )


def days(answers):
    """A line of days for each question; where the law has another deadline, both are marked."""
    drawn = (_line(answer) for answer in answers)
    return format_html_join("", "{}", ((line,) for line in drawn if line))


def _line(answer):
    found = [timeline.of_facts(answer.topic, answer.facts, decision) for decision in answer.decisions]
    points = list(dict.fromkeys(point for these, _ in found for point in these))
    windows = list(dict.fromkeys(window for _, these in found for window in these))
    if len(found) > 1:
        whose = zip(("bogen", "loven"), (set(these) for these, _ in found), strict=True)
        sides = dict(whose)
        points = [_named(point, sides) for point in points]
    return timeline.timeline(points, windows, name=f"tid-{answer.topic.key}")


def _named(point, sides):
    """The deadline with the reading that alone has it."""
    owners = [name for name, points in sides.items() if point in points]
    if not point.is_deadline or len(owners) != 1:
        return point
    return Point(point.day, f"{point.label} ({owners[0]})", True)


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
