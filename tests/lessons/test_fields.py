"""What people type, and what they are told."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from lessons import fields


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("30.000", Decimal(30000)),
        ("30 000", Decimal(30000)),
        ("30000,00 kr.", Decimal(30000)),
        ("1.234,56", Decimal("1234.56")),
        ("3,5 %", Decimal("3.5")),
        ("", None),
    ],
)
def test_amounts_are_read_as_danes_write_them(typed, value):
    assert fields.DanishDecimalField(required=False).clean(typed) == value


@pytest.mark.parametrize(
    "typed", ["tyve tusind", "12.50", "1.234.5", "1e5", "NaN", "∞", "1,2,3", "9" * 60, "9" * 61, "\x00"]
)
def test_what_is_no_amount_is_refused_in_danish(typed):
    with pytest.raises(forms.ValidationError) as refused:
        fields.DanishDecimalField().clean(typed)
    assert refused.value.messages[0].endswith(".")


def test_the_refusal_says_what_would_be_right_and_what_came():
    with pytest.raises(
        forms.ValidationError, match=r"Beløbet skal være et tal, fx 12.500.* Du skrev ’tyve tusind’"
    ):
        fields.DanishDecimalField().clean("tyve tusind")


def test_whole_numbers_have_no_decimals():
    assert fields.DanishIntegerField().clean("1.200") == 1200
    with pytest.raises(forms.ValidationError, match="helt tal"):
        fields.DanishIntegerField().clean("1,5")


@pytest.mark.parametrize("typed", ["01-03-2026", "1/3-2026", "1. marts 2026", "2026-03-01"])
def test_days_are_read_as_danes_write_them(typed):
    assert fields.DanishDateField().clean(typed) == date(2026, 3, 1)


@pytest.mark.parametrize("typed", ["31-02-2026", "i går", "01-03-26", "13/13-2026", "0-0-0000"])
def test_what_is_no_day_is_refused_in_danish(typed):
    with pytest.raises(forms.ValidationError, match="31-01-2026"):
        fields.DanishDateField().clean(typed)


@pytest.mark.parametrize("typed", ["§ 48 FIL", "FIL § 48", "fil §48"])
def test_provisions_are_read_in_any_usual_way(typed):
    assert str(fields.CitationField().clean(typed)) == "FIL § 48"


def test_what_is_no_provision_is_refused():
    with pytest.raises(forms.ValidationError, match="Skriv lov og paragraf"):
        fields.CitationField().clean("aner det ikke")


def test_yes_and_no_are_whole_labels():
    field = fields.YesNoField()
    assert (field.clean("ja"), field.clean("nej")) == (True, False)
    with pytest.raises(forms.ValidationError, match="Vælg ja eller nej"):
        field.clean("måske")
    with pytest.raises(forms.ValidationError):
        field.clean("uoplyst")
    assert fields.YesNoField(unknown=True).clean("uoplyst") == "uoplyst"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        (fields.DanishDecimalField(), Decimal("62800.00"), "62.800"),
        (fields.DanishDecimalField(), Decimal("2.45"), "2,45"),
        (fields.DanishDecimalField(), Decimal(-5), "-5"),
        (fields.DanishDateField(), date(2026, 1, 31), "31-01-2026"),
        (fields.DanishDecimalField(), "tyve", "tyve"),
        (fields.YesNoField(), True, "ja"),
        (fields.YesNoField(), None, None),
    ],
)
def test_values_are_shown_as_a_person_would_type_them(field, value, shown):
    assert field.prepare_value(value) == shown


def amounts():
    return fields.ListField(fields.DanishDecimalField)


@pytest.mark.parametrize(
    ("one", "typed", "read"),
    [
        (fields.DanishDecimalField, "300.000; 200.000,50 kr.;0", [300000, Decimal("200000.50"), 0]),
        (fields.DanishIntegerField, " 2 ; 3 ", [2, 3]),
        (fields.FractionField, "1/2; 0,25; 1/4;", ["1/2", "0.25", "1/4"]),
        (fields.DanishDateField, "31-01-2026", [date(2026, 1, 31)]),
    ],
)
def test_a_list_is_read_with_semicolons_between(one, typed, read):
    assert fields.ListField(one).clean(typed) == read


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "required"),
        ("100; tyve", "Du skrev ’tyve’"),
        ("100;; 200", "semikolon"),
        ("100, 200", "skal være et tal"),
        (";", "semikolon"),
        ("1;" * 300, "højst 500 tegn"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused(typed, told):
    field = amounts()
    field.error_messages["required"] = "required"
    with pytest.raises(forms.ValidationError, match=told):
        field.clean(typed)


def test_no_list_is_none_and_a_list_is_shown_as_it_would_be_typed():
    assert fields.ListField(fields.DanishDecimalField, required=False).clean("") is None
    assert amounts().prepare_value([Decimal(300000), Decimal("0.5")]) == "300.000; 0,5"
    assert amounts().prepare_value("300.000; tyve") == "300.000; tyve"
    assert amounts().prepare_value([]) == ""


@given(st.text(max_size=80))
def test_junk_in_a_list_is_read_or_refused(typed):
    try:
        amounts().clean(typed)
    except forms.ValidationError as refused:
        assert all(isinstance(message, str) for message in refused.messages)


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_that_is_shown_reads_back_the_same(amount):
    field = fields.DanishDecimalField()
    assert field.clean(field.prepare_value(amount)) == amount


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_that_is_shown_reads_back_the_same(day):
    field = fields.DanishDateField()
    assert field.clean(field.prepare_value(day)) == day


@pytest.mark.parametrize(
    "kind",
    [
        fields.DanishDecimalField,
        fields.DanishIntegerField,
        fields.DanishDateField,
        fields.FractionField,
        fields.CitationField,
        fields.YesNoField,
    ],
)
@given(typed=st.text(max_size=80))
def test_junk_is_read_or_refused_and_never_breaks(kind, typed):
    try:
        kind().clean(typed)
    except forms.ValidationError as refused:
        assert all(isinstance(message, str) for message in refused.messages)
