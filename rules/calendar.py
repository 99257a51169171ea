"""Deadlines: months that follow the calendar, and days.

>>> add_months(date(2026, 8, 31), 6)
datetime.date(2027, 2, 28)
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

MONTH = {number: relativedelta(months=number) for number in range(-120, 121)}


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day when it has no such day."""
    return day + (MONTH.get(months) or relativedelta(months=months))


def add_days(day: date, days: int) -> date:
    """So many days later; the day itself is not counted."""
    return day + timedelta(days=days)
