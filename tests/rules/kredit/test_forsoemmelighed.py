"""Neglect and obstruction (§ 41): the book takes the fall in value, the statute the claim less the value (K54, N10)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.mistaken import decide_mistaken

topic = rules.topic("forsoemmelighed")
# Table § 41: not maintained, and the value fell from 150.000 to 100.000 kr.
BIL = {
    "forsoemt_vedligehold": True,
    "hindringer": False,
    "oprindelig_vaerdi": 150000,
    "nuvaerende_vaerdi": 100000,
    "krav": 80000,
}
JA, NEJ = "KAN_KRAEVE_DIFFERENCE", "KAN_IKKE"


def decide(reading="pensum", **changes):
    decision = topic.decide(topic.read(BIL | changes), reading)
    return decision.outcome, decision.figures["difference"]


def test_table_41_neglect_costs_the_fall_in_value_even_where_the_value_exceeds_the_claim():
    assert decide() == (JA, 50000)


def test_table_41_obstruction_costs_the_difference_too():
    assert decide(forsoemt_vedligehold=False, hindringer=True) == (JA, 50000)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_without_neglect_or_obstruction_nothing_can_be_claimed(reading):
    assert decide(reading, forsoemt_vedligehold=False, krav=120000) == (NEJ, 0)


@pytest.mark.parametrize(
    ("nu", "expected"), [("149999.99", JA), ("150000", NEJ), ("150000.01", NEJ)], ids=str
)
def test_the_book_asks_for_a_fall_in_value_to_the_oere(nu, expected):
    outcome, difference = decide(nuvaerende_vaerdi=nu)
    assert outcome == expected
    assert str(difference) == ("0.01" if expected == JA else "0.00")


def test_k54_n10_in_the_statute_a_value_above_the_claim_leaves_nothing():
    facts = topic.read(BIL)
    assert decide("gaeldende_ret") == (NEJ, 0)
    assert not compare(topic, facts).same


def test_k54_the_amount_is_claim_less_value_and_not_the_fall_in_value():
    assert decide("gaeldende_ret", krav=120000) == (JA, 20000)
    assert decide("gaeldende_ret", krav=120000, oprindelig_vaerdi=500000) == (JA, 20000)
    assert decide(krav=120000) == (JA, 50000)


def test_k54_the_amount_is_an_upper_limit_and_the_text_says_so():
    assert "op til 20.000 kr." in topic.decide(topic.read(BIL | {"krav": 120000}), "gaeldende_ret").text


def test_k54_obstruction_opens_the_difference_as_neglect_does():
    changes = {"forsoemt_vedligehold": False, "hindringer": True, "krav": 120000}
    assert decide("gaeldende_ret", **changes) == (JA, 20000)


@pytest.mark.parametrize(("krav", "expected"), [("100000", NEJ), ("100000.01", JA)])
def test_k54_the_claim_must_exceed_the_value_by_an_oere(krav, expected):
    assert decide("gaeldende_ret", krav=krav)[0] == expected


def test_the_statute_does_not_ask_what_the_thing_was_worth():
    assert decide("gaeldende_ret", krav=120000, oprindelig_vaerdi=0) == (JA, 20000)


def mistake(reading, key):
    return next(found for found in topic.reading_for(reading).mistakes if found.key == key)


@pytest.mark.parametrize(
    ("reading", "key", "changes", "wrong"),
    [
        ("pensum", "krav_minus_vaerdi", {"krav": 120000}, 20000),
        ("pensum", "krav_minus_vaerdi", {}, 0),
        ("pensum", "krav_minus_vaerdi", {"forsoemt_vedligehold": False}, None),
        ("pensum", "krav_minus_vaerdi", {"forsoemt_vedligehold": False, "hindringer": True}, 0),
        ("pensum", "tager_den_nuvaerende_vaerdi", {}, 100000),
        ("pensum", "tager_den_nuvaerende_vaerdi", {"forsoemt_vedligehold": False}, None),
        ("gaeldende_ret", "bogens_vaerditab", {}, 50000),
        ("gaeldende_ret", "bogens_vaerditab", {"oprindelig_vaerdi": 90000}, 0),
        ("gaeldende_ret", "bogens_vaerditab", {"forsoemt_vedligehold": False}, None),
        ("gaeldende_ret", "hele_kravet", {}, 80000),
        ("gaeldende_ret", "hele_kravet", {"forsoemt_vedligehold": False}, None),
        ("gaeldende_ret", "kraever_trods_overskud", {}, True),
        ("pensum", "hindringer_taeller_ikke", {"hindringer": True}, False),
        ("gaeldende_ret", "hindringer_taeller_ikke", {"hindringer": True}, False),
        ("pensum", "almindelig_misligholdelse_er_forsoemmelighed", {"forsoemt_vedligehold": False}, True),
    ],
)
def test_what_each_mistake_answers(reading, key, changes, wrong):
    assert mistake(reading, key).function(topic.read(BIL | changes)) == wrong


@pytest.mark.parametrize(
    ("reading", "key"), [("pensum", "vaerditabet_er_nok"), ("gaeldende_ret", "underdaekning_er_nok")]
)
def test_who_lets_the_loss_be_enough(reading, key):
    wrong = mistake(reading, key).function
    assert wrong(topic.read(BIL | {"forsoemt_vedligehold": False})).name == JA
    assert wrong(topic.read(BIL)) is None
    assert wrong(topic.read(BIL | {"forsoemt_vedligehold": False, "hindringer": True})) is None


def test_who_asks_more_than_a_surplus_leaves_ends_in_a_difference():
    law = topic.reading_for("gaeldende_ret")
    found = decide_mistaken(law, topic.read(BIL), mistake("gaeldende_ret", "kraever_trods_overskud"))
    assert found.outcome == JA


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(
    forsoemt=st.booleans(),
    hindret=st.booleans(),
    foer=st.integers(0, 400_000),
    nu=st.integers(0, 400_000),
    krav=st.integers(0, 400_000),
)
def test_the_statute_never_gives_more_than_the_thing_fails_to_cover(forsoemt, hindret, foer, nu, krav):
    facts = {
        "forsoemt_vedligehold": forsoemt,
        "hindringer": hindret,
        "oprindelig_vaerdi": foer,
        "nuvaerende_vaerdi": nu,
        "krav": krav,
    }
    for reading, ceiling in (("pensum", foer - nu), ("gaeldende_ret", krav - nu)):
        outcome, difference = decide(reading, **facts)
        assert difference == (max(ceiling, 0) if forsoemt or hindret else 0)
        assert (outcome == JA) == (difference > 0)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"), [("almindelig_misligholdelse_er_forsoemmelighed", "har_forsoemt")]
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
