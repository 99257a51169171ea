"""Deadlines: months that follow the calendar, days, and the days on which a deadline of FL § 27, stk. 2 moves on.

>>> add_months(date(2026, 8, 31), 6)
datetime.date(2027, 2, 28)
>>> next_working_day(date(2026, 4, 2))
datetime.date(2026, 4, 7)
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

MONTH = {number: relativedelta(months=number) for number in range(-120, 121)}
ALSO_CLOSED = {(6, 5), (12, 24), (12, 31)}
SATURDAY = 5


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day when it has no such day."""
    return day + (MONTH.get(months) or relativedelta(months=months))


def add_years(day: date, years: int) -> date:
    """The same day so many years later; 29 February ends on the 28th in a common year."""
    return add_months(day, 12 * years)


def add_days(day: date, days: int) -> date:
    """So many days later; the day itself is not counted."""
    return day + timedelta(days=days)


def is_holiday(day: date) -> bool:
    """Whether the day is a Danish public holiday."""
    return day in _holidays(day.year)


def is_working_day(day: date) -> bool:
    """Neither weekend nor public holiday, nor Grundlovsdag, 24 or 31 December."""
    return day.weekday() < SATURDAY and (day.month, day.day) not in ALSO_CLOSED and not is_holiday(day)


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=512)
def _holidays(year: int) -> frozenset[date]:
    """The public holidays of a year. The library is loaded when first asked: most topics never need it."""
    from holidays import country_holidays

    return frozenset(country_holidays("DK", years=year))
