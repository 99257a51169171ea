"""Months, years, and the days on which no deadline of FL § 27, stk. 2 ends."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.calendar import add_days, add_months, add_years, is_holiday, is_working_day, next_working_day

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 20))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 31), 6, date(2026, 7, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 15), 240, date(2046, 3, 15)),
        (date(2028, 2, 29), 0, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), -1, date(2028, 1, 29)),
        (date(2028, 2, 29), 360, date(2058, 2, 28)),
        (date(2028, 2, 29), -360, date(1998, 2, 28)),
    ],
)
def test_months_follow_the_calendar(day, months, later):
    assert add_months(day, months) == later


def test_years_from_29_february_end_on_the_28th_unless_that_year_is_a_leap_year():
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)
    assert add_years(date(2026, 5, 31), 10) == date(2036, 5, 31)


def test_days_do_not_count_the_first():
    assert add_days(date(2026, 1, 1), 14) == date(2026, 1, 15)
    assert add_days(date(2026, 2, 28), 14) == date(2026, 3, 14)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 1, 1), id="nytårsdag"),
        pytest.param(date(2026, 4, 2), id="skærtorsdag"),
        pytest.param(date(2026, 4, 3), id="langfredag"),
        pytest.param(date(2026, 4, 5), id="påskedag"),
        pytest.param(date(2026, 4, 6), id="2. påskedag"),
        pytest.param(date(2026, 5, 14), id="Kristi himmelfartsdag"),
        pytest.param(date(2026, 5, 24), id="pinsedag"),
        pytest.param(date(2026, 5, 25), id="2. pinsedag"),
        pytest.param(date(2026, 12, 25), id="juledag"),
        pytest.param(date(2026, 12, 26), id="2. juledag"),
        pytest.param(date(2023, 5, 5), id="store bededag, for the last time"),
    ],
)
def test_public_holidays_are_no_working_days(day):
    assert is_holiday(day)
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 11, 21), id="Saturday"),
        pytest.param(date(2026, 11, 22), id="Sunday"),
        pytest.param(date(2026, 6, 5), id="grundlovsdag, a Friday"),
        pytest.param(date(2026, 12, 24), id="24 December, a Thursday"),
        pytest.param(date(2026, 12, 31), id="31 December, a Thursday"),
    ],
)
def test_other_days_on_which_no_deadline_ends(day):
    assert not is_holiday(day)
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2024, 4, 26), id="store bededag is abolished from 2024"),
        pytest.param(date(2026, 5, 1), id="1 May is no public holiday"),
        pytest.param(date(2026, 5, 15), id="the Friday after Kristi himmelfart"),
        pytest.param(date(2026, 4, 1), id="the Wednesday before Easter"),
        pytest.param(date(2026, 12, 23), id="the day before Christmas Eve"),
        pytest.param(date(2026, 12, 30), id="the day before New Year's Eve"),
        pytest.param(date(2026, 11, 23), id="Monday"),
        pytest.param(date(2026, 11, 20), id="Friday"),
        pytest.param(date(2026, 6, 4), id="the day before grundlovsdag"),
    ],
)
def test_working_days(day):
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        pytest.param(date(2026, 11, 20), date(2026, 11, 20), id="a Friday stays"),
        pytest.param(date(2026, 11, 21), date(2026, 11, 23), id="Saturday to Monday"),
        pytest.param(date(2026, 11, 22), date(2026, 11, 23), id="Sunday to Monday"),
        pytest.param(date(2026, 4, 2), date(2026, 4, 7), id="skærtorsdag to the Tuesday after Easter"),
        pytest.param(date(2026, 6, 5), date(2026, 6, 8), id="grundlovsdag on a Friday to Monday"),
        pytest.param(date(2026, 12, 24), date(2026, 12, 28), id="Christmas and the weekend"),
        pytest.param(date(2026, 12, 31), date(2027, 1, 4), id="New Year and the weekend"),
        pytest.param(date(2030, 12, 24), date(2030, 12, 27), id="Christmas in midweek"),
    ],
)
def test_a_deadline_moves_to_the_next_working_day(day, moved):
    assert next_working_day(day) == moved


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(day=DAYS)
def test_a_deadline_moves_by_at_most_six_days_never_back_and_over_no_working_day(day):
    moved = next_working_day(day)
    assert timedelta(0) <= moved - day <= timedelta(days=6)
    assert is_working_day(moved)
    assert not any(is_working_day(day + timedelta(days=number)) for number in range((moved - day).days))
    assert next_working_day(moved) == moved


def test_the_catalogue_loads_without_the_library_of_holidays():
    asked = "import sys, rules; rules.topics(); print('holidays' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
