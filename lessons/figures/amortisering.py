"""An annuity paid off: the debt over time, interest and principal each year; and the plan month by month.

The debt is that of the exact annuity (`rules.finance`), the instalment is paid to the øre. What a year's
instalments do not take off the debt is that year's interest.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

import rules
from lessons.figures import Figure
from lessons.figures.svg import NARROW, WIDE, element, picture
from rules import danish, finance

LEFT, RIGHT, TOP, CURVE, GAP, COLUMNS = 8, 8, 26, 150, 54, 80
FIELDS = {"hovedstol", "rente_pa", "loebetid_mdr", "betalte_mdr"}
MOST_LABELS = {WIDE: 6, NARROW: 4}


@dataclass(frozen=True)
class Period:
    """A month or a year of the plan; `number` counts from 1, `debt` is what is left at its end."""

    number: int
    paid: Decimal
    interest: Decimal
    principal: Decimal
    debt: Decimal


def plan(hovedstol, rente_pa, loebetid_mdr, length=1) -> list[Period]:
    """The plan in periods of so many months; the last one may be shorter."""
    instalment = finance.paid_instalment(hovedstol, rente_pa, loebetid_mdr)
    found, before = [], hovedstol
    for number, start in enumerate(range(0, loebetid_mdr, length), 1):
        end = min(start + length, loebetid_mdr)
        debt = danish.half_up(finance.remaining(hovedstol, rente_pa, loebetid_mdr, end))
        principal = before - debt
        # Without interest the last instalment may be some øre larger than the others.
        interest = max(instalment * (end - start) - principal, Decimal(0))
        found.append(Period(number, principal + interest, interest, principal, debt))
        before = debt
    return found


def amortisering(facts: dict) -> SafeString:
    """The figure of a loan: `hovedstol`, `rente_pa`, `loebetid_mdr`; with `betalte_mdr` where it is repaid early."""
    principal, rate = Decimal(str(facts["hovedstol"])), Decimal(str(facts["rente_pa"]))
    months = int(facts["loebetid_mdr"])
    stop = int(facts["betalte_mdr"]) if facts.get("betalte_mdr") is not None else None
    years = plan(principal, rate, months, 12)
    half = _half_paid(principal, rate, months)
    loan = _Loan(principal, rate, months, stop, years)
    context = {
        "drawings": format_html_join("", "{}", ((_draw(loan, width),) for width in (WIDE, NARROW))),
        "instalment": danish.show(finance.paid_instalment(principal, rate, months), "kroner"),
        "terms": [danish.show(principal, "kroner"), danish.show(rate, "percent"), _months(months)],
        "interest": danish.show(sum(year.interest for year in years), "kroner"),
        "half": _months(half),
        "stop": _months(stop) if stop is not None else "",
        "left": danish.show(danish.half_up(finance.remaining(principal, rate, months, stop)), "kroner")
        if stop is not None
        else "",
        "rows": [
            (
                year.number,
                [
                    danish.show(value, "kroner")
                    for value in (year.paid, year.interest, year.principal, year.debt)
                ],
            )
            for year in years
        ],
    }
    return render_to_string("lessons/amortisering.html", context)


def _check(given):
    """The loan is a possible one of the topic about early repayment."""
    for field in sorted(set(given) - FIELDS):
        yield f"{field}: feltet kendes ikke her; brug {danish.join(sorted(FIELDS))}"
    market = {"rentetype": "fast", "kompensation_aftalt": True, "markedsrente_pa": 0, "betalte_mdr": 0}
    known = {name: value for name, value in given.items() if name in FIELDS}
    try:
        rules.topic("foertidig_indfrielse").read(market | known)
    except rules.FactError as error:
        yield from (f"{problem.fact}: {problem.message}" for problem in error.problems)


@dataclass(frozen=True)
class _Loan:
    principal: Decimal
    rate: Decimal
    months: int
    stop: int | None
    years: list[Period]


def _months(count):
    return "1 måned" if count == 1 else f"{count} måneder"


def _half_paid(principal, rate, months):
    """After how many instalments at most half of the loan is left."""
    low, high = 0, months
    while high - low > 1:
        middle = (low + high) // 2
        if finance.remaining(principal, rate, months, middle) * 2 > principal:
            low = middle
        else:
            high = middle
    return high


def _draw(loan, width):
    inner, floor = width - LEFT - RIGHT, TOP + CURVE
    bottom = floor + GAP + COLUMNS

    def across(month):
        return LEFT + inner * month / loan.months

    def up(debt):
        return floor - CURVE * float(debt / loan.principal) if loan.principal else float(floor)

    inside = [
        element("text", "Restgæld", x=LEFT, y=14, class_="chart-name"),
        element("text", danish.show(loan.principal, "kroner"), x=width - RIGHT, y=14, text_anchor="end"),
        element("path", d=_area(loan, across, up, floor), class_="chart-area"),
        element("path", d=_line(loan, across, up), class_="chart-line"),
        element("path", d=f"M{LEFT} {floor}H{width - RIGHT}", class_="chart-axis"),
        *_ticks(loan, width, across, floor),
        *(_stop(loan, across, up, floor, width) if loan.stop is not None else ()),
        element("text", "Renter og afdrag hvert år", x=LEFT, y=floor + GAP - 6, class_="chart-name"),
        *_columns(loan, inner, bottom),
        element("path", d=f"M{LEFT} {bottom}H{width - RIGHT}", class_="chart-axis"),
    ]
    told = "Gælden over tid og årets renter og afdrag. De samme tal står som tekst nedenfor."
    return picture(width, bottom + 4, told, *inside)


def _points(loan):
    step = max(loan.months // 60, 1)
    months = [*range(0, loan.months, step), loan.months]
    return [(month, finance.remaining(loan.principal, loan.rate, loan.months, month)) for month in months]


def _line(loan, across, up):
    return "M" + "L".join(f"{across(month):.1f} {up(debt):.1f}" for month, debt in _points(loan))


def _area(loan, across, up, floor):
    return f"{_line(loan, across, up)}L{across(loan.months):.1f} {floor}L{across(0):.1f} {floor}Z"


def _ticks(loan, width, across, floor):
    """The years under the curve, so few that none meets its neighbour."""
    whole = loan.months // 12
    if not whole:
        return [
            element(
                "text",
                _months(loan.months),
                x=width - RIGHT,
                y=floor + 18,
                text_anchor="end",
                class_="is-soft",
            )
        ]
    step = next(size for size in (1, 2, 5, 10, 25, 50) if whole / size <= MOST_LABELS[width])
    marks = []
    for year in range(step, whole + 1, step):
        x = across(year * 12)
        end = x > width - 30
        marks.append(
            element(
                "text",
                f"{year} år",
                x=width - RIGHT if end else x,
                y=floor + 18,
                text_anchor="end" if end else "middle",
                class_="is-soft",
            )
        )
    return marks


def _stop(loan, across, up, floor, width):
    debt = finance.remaining(loan.principal, loan.rate, loan.months, loan.stop)
    x, y = across(loan.stop), up(debt)
    at_end = x > width / 2
    words = f"Indfries: {danish.show(danish.half_up(debt), 'kroner')}"
    return [
        element("path", d=f"M{x:.1f} {TOP}V{floor}", class_="chart-mark"),
        element("circle", cx=x, cy=y, r=5, class_="chart-dot"),
        element(
            "text",
            words,
            x=x - 8 if at_end else x + 8,
            y=TOP + 12,
            text_anchor="end" if at_end else "start",
            class_="chart-marked",
        ),
    ]


def _columns(loan, inner, bottom):
    highest = max(year.paid for year in loan.years)
    slot = inner / len(loan.years)
    gap = 2 if slot > 6 else 0.5
    inside = []
    for year in loan.years:
        x, y = LEFT + slot * (year.number - 1), float(bottom)
        for place, value in ((2, year.principal), (1, year.interest)):
            high = COLUMNS * float(value / highest) if highest else 0.0
            y -= high
            if high:
                inside.append(
                    element("rect", x=x, y=y, width=slot - gap, height=high, class_=f"chart-part is-{place}")
                )
    return inside


FIGURE = Figure("amortisering", lambda given, reading, name: amortisering(dict(given)), _check)
