from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.danish import MONTHS, DanishError, read_date, read_number, show


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("30.000", "30000"),
        ("30 000", "30000"),
        ("30000,00 kr.", "30000.00"),
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1 234,56 kr.", "1234.56"),
        ("12,50", "12.50"),
        ("3,5 %", "3.5"),
        ("2.000.000 kroner", "2000000"),
        ("0", "0"),
        ("-5", "-5"),
    ],
)
def test_it_reads_danish_numbers(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["12.50", "1.2345", "30.00"])
def test_a_dot_before_other_than_three_digits_is_asked_about(typed):
    with pytest.raises(DanishError, match="Mener du"):
        read_number(typed)


@pytest.mark.parametrize("typed", ["tyve tusind", "", "1,2,3", "1.23.456", "12 34", "NaN", "1e5", "∞", "½"])
def test_it_refuses_what_is_no_number(typed):
    with pytest.raises(DanishError, match="tal"):
        read_number(typed)


@pytest.mark.parametrize(
    "typed",
    ["01-03-2026", "1/3-2026", "1.3.2026", "1. marts 2026", "1 mar 2026", "2026-03-01", " 01/03/2026 "],
)
def test_it_reads_danish_dates(typed):
    assert read_date(typed) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "typed", ["31-02-2026", "i morgen", "", "1/3-26", "1. ma 2026", "99-99-9999", "0000-00-00"]
)
def test_it_refuses_what_is_no_date(typed):
    with pytest.raises(DanishError):
        read_date(typed)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_as_printed_is_read_back(day):
    assert read_date(show(day)) == day
    assert MONTHS[day.month - 1] in show(day)


@given(st.decimals(0, 10**11, places=2))
def test_an_amount_as_printed_is_read_back(amount):
    assert read_number(show(amount, "kroner")) == amount


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    for reader in (read_number, read_date):
        try:
            reader(text)
        except DanishError as error:
            assert str(error)
