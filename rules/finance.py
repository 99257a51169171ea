"""Annuities, remaining debt, present value, and ÅOP (årlige omkostninger i procent) by the formula of the EU.

Rates are yearly and in percent (3.5 = 3.5 %), terms in months, amounts in kroner. Formulas: the annuity
y = P·i / (1 − (1+i)^−n) with i = rate / 1200, in exact decimals; ÅOP is the X that solves Σ A·(1+X)^−t = 0 over
all drawdowns and payments (directives 2008/48/EC and 2014/17/EU, annex I), found to ten decimals of a percent.

>>> round(instalment(Decimal(2_000_000), Decimal("3.5"), 360), 2)
Decimal('8980.89')
>>> round(level_aop(Decimal(200_000) - 4000, Decimal("1432.86"), 240), 6)
Decimal('6.434412')
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from math import exp, expm1, isfinite, log1p
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from rules.danish import half_up

LARGEST = Decimal(10) ** 9


def monthly(rate_pa: Decimal) -> Decimal:
    """The monthly rate as a fraction of one."""
    return rate_pa / 1200


def instalment(principal: Decimal, rate_pa: Decimal, months: int) -> Decimal:
    """The equal monthly payment that clears the principal in so many months (months ≥ 1)."""
    rate = monthly(rate_pa)
    if rate == 0:
        return principal / months
    return principal * rate / (1 - (1 + rate) ** -months)


def paid_instalment(principal: Decimal, rate_pa: Decimal, months: int) -> Decimal:
    """The instalment as it is paid: to the øre, half up. All that is repaid is this times the months."""
    return half_up(instalment(principal, rate_pa, months))


def remaining(principal: Decimal, rate_pa: Decimal, months: int, paid: int) -> Decimal:
    """The debt just after `paid` of `months` instalments (0 ≤ paid ≤ months)."""
    return present_value(instalment(principal, rate_pa, months), rate_pa, months - paid)


def present_value(payment: Decimal, rate_pa: Decimal, months: int) -> Decimal:
    """What so many equal monthly payments are worth today at the rate."""
    rate = monthly(rate_pa)
    if rate == 0:
        return payment * months
    return payment * (1 - (1 + rate) ** -months) / rate


class NoAop(ValueError):
    """No rate makes what is received and what is paid worth the same; the message says why, in Danish."""


NO_ROOT = "ÅOP kan ikke beregnes: Ingen rente gør det udbetalte og det betalte lige meget værd."
ONE_SIDED = "ÅOP kan ikke beregnes: Noget skal være udbetalt, og noget skal være betalt."
TOO_LARGE = "ÅOP kan ikke oplyses: Den er over 1.000.000.000 %."


class Convention(Enum):
    """In which equal periods an interval is counted before the days that are left: directive, and period.

    Directive 2014/17/EU, annex I, part I, remark (c): whole periods and then days are counted back from the later
    day; the days are divided by 365 or 366, the length of the year that ends where they end. Directive 2008/48/EC is
    silent on the days that are left, and the Commission's guidelines (SWD(2012) 128) count them in the same way.
    Directive 98/7/EC, annex III A, counts by the calendar, in years and days.
    """

    EU_2014_17 = "2014/17/EU, månedlige betalinger", "months"
    EU_2014_17_YEARS = "2014/17/EU, årlige betalinger", "years"
    EU_2014_17_WEEKS = "2014/17/EU, ugentlige betalinger", "weeks"
    EU_2008_48 = "2008/48/EF, månedlige betalinger", "months"
    EU_98_7 = "98/7/EF, bilag III A", "years"

    @property
    def unit(self) -> str:
        """The equal period."""
        return str(self.value[1])


PERIODS = {"years": 1, "months": 12, "weeks": 52}


class Flow(NamedTuple):
    """An amount that the consumer receives (above 0) or pays (below 0), on a day or after so many equal months."""

    amount: Decimal
    when: date | int


def interval(first: date, later: date, convention: Convention = Convention.EU_2014_17) -> Fraction:
    """The years from the first drawdown to a later day; a month's last day stands in for a day that it lacks."""
    unit = convention.unit
    whole = _whole(first, later, unit)
    for periods in (whole, whole + 1):
        if first + _lasting(periods, unit) == later:
            return Fraction(periods, PERIODS[unit])
    ends = later - _lasting(whole, unit)
    year = ends - (ends - _lasting(1, "years"))
    return Fraction(whole, PERIODS[unit]) + Fraction((ends - first).days, year.days)


def aop(flows: Iterable[Flow], *, convention: Convention = Convention.EU_2014_17) -> Decimal:
    """The yearly cost in percent of uneven drawdowns and payments, to ten decimals; 0 where nothing is charged.

    Where days and months are mixed, the months run from the first day. Raises `NoAop`.
    """
    timed = _timed(list(flows), convention)
    amounts = [amount for _, amount in timed]
    if min(amounts, default=0) >= 0 or max(amounts) <= 0:
        raise NoAop(ONE_SIDED)
    if sum(amounts) == 0:
        return Decimal(0)
    power = _by_periods(timed)
    return _percent(_halved(timed) if power is None else power)


@lru_cache(maxsize=8192)
def level_aop(received: Decimal, payment: Decimal, months: int) -> Decimal:
    """The ÅOP of one drawdown and of equal payments after each of so many months. Raises `NoAop`."""
    if received > 0 and payment > 0:
        if received == payment * months:
            return Decimal(0)
        power = _power(12, [float(received)] + [-float(payment)] * months)
        if power is not None:
            return _percent(power)
    return aop([Flow(received, 0), *(Flow(-payment, month) for month in range(1, months + 1))])


def _whole(first: date, later: date, unit: str) -> int:
    """How many whole periods lie between two days when they are counted back from the later one."""
    if unit == "weeks":
        return (later - first).days // 7
    months = 12 * (later.year - first.year) + later.month - first.month
    if later - _lasting(months, "months") < first:
        months -= 1
    return months if unit == "months" else months // 12


def _lasting(number: int, unit: str) -> relativedelta:
    if unit == "weeks":
        return relativedelta(weeks=number)
    return relativedelta(months=number if unit == "months" else 12 * number)


def _timed(flows: Sequence[Flow], convention: Convention) -> list[tuple[Fraction, Decimal]]:
    """Each moment, in years from the start, with what is received less what is paid then."""
    first = min((flow.when for flow in flows if isinstance(flow.when, date)), default=date.min)
    at: dict[Fraction, Decimal] = {}
    for amount, when in flows:
        moment = Fraction(when, 12) if isinstance(when, int) else interval(first, when, convention)
        at[moment] = at.get(moment, Decimal(0)) + amount
    return sorted(at.items())


def _by_periods(timed: Sequence[tuple[Fraction, Decimal]]) -> float | None:
    """ln(1 + X) where all moments are whole periods apart; None where they are not."""
    start, end = timed[0][0], timed[-1][0]
    for periods in PERIODS.values():
        if all(((moment - start) * periods).denominator == 1 for moment, _ in timed):
            amounts = [0.0] * (int((end - start) * periods) + 1)
            for moment, amount in timed:
                amounts[int((moment - start) * periods)] = float(amount)
            return _power(periods, amounts)
    return None


def _power(periods: int, amounts: list[float]) -> float | None:
    """ln(1 + X) for amounts at the ends of equal periods, so many to the year; None where no rate is found.

    One step of Newton's takes the library's rate, good to some nine digits, to the last ones.
    """
    from pyxirr import irr

    found = irr(amounts)
    if found is None or found <= -1:
        return None
    worth = slope = 0.0
    factor = 1.0
    for number, amount in enumerate(amounts):
        worth += amount * factor
        slope += number * amount * factor
        factor /= 1 + found
    step = worth / slope if slope and isfinite(slope) and isfinite(worth) else 0.0
    return periods * (log1p(found) + step)


def _halved(timed: Sequence[tuple[Fraction, Decimal]]) -> float:
    """ln(1 + X) by halving, for the days left over, which the library's equal periods do not hold."""
    flows = [(float(moment), float(amount)) for moment, amount in timed]
    start, end = flows[0][0], flows[-1][0]

    def worth(power: float) -> float:
        """The worth at the start (at the end below 0, so that no power grows without bound)."""
        return sum(amount * exp(-power * (at - (start if power > 0 else end))) for at, amount in flows)

    reach = 1.0
    while (worth(-reach) > 0) == (worth(reach) > 0):
        reach *= 2
        if reach > 2**20:
            raise NoAop(NO_ROOT)
    low, high, positive = -reach, reach, worth(reach) > 0
    for _ in range(100):
        middle = (low + high) / 2
        if (worth(middle) > 0) == positive:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _percent(power: float) -> Decimal:
    """From ln(1 + X) to X in percent."""
    if power > log1p(float(LARGEST) / 100):
        raise NoAop(TOO_LARGE)
    return Decimal(str(round(expm1(power) * 100, 10)))
