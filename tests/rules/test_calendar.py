"""Months that follow the calendar, however many."""

from datetime import date

import pytest

from rules.calendar import add_days, add_months


@pytest.mark.parametrize(
    ("months", "day"),
    [
        pytest.param(0, date(2028, 2, 29), id="none"),
        pytest.param(12, date(2029, 2, 28), id="no 29th of February a year later"),
        pytest.param(-1, date(2028, 1, 29), id="a month before"),
        pytest.param(360, date(2058, 2, 28), id="thirty years"),
        pytest.param(-360, date(1998, 2, 28), id="thirty years before"),
    ],
)
def test_the_same_day_of_another_month_or_its_last(months, day):
    assert add_months(date(2028, 2, 29), months) == day


def test_the_first_day_is_not_counted():
    assert add_days(date(2026, 2, 28), 14) == date(2026, 3, 14)
