"""What the creditor has coming: the book's § 27, and KAL §§ 26 and 28 (K40, K41, N8)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.facts import FactError
from rules.grading import grade
from rules.steps import View
from rules.values import plain

topic = rules.topic("opgoerelse_ved_indfrielse")
# The table of § 27: 500.000 kr. borrowed, 200.000 kr. repaid.
LAAN = {
    "kreditbeloeb": 500000,
    "betalte_afdrag": 200000,
    "forfaldne_renter": 0,
    "fremtidige_renter": 60000,
    "fremtidige_gebyrer": 1500,
    "betalte_renter": 0,
    "anledning": "indfrielse",
}
MISLIGHOLDT = {"anledning": "misligholdelse"}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(LAAN | changes), reading)


def figures(reading="pensum", **changes):
    found = decide(reading, **changes).plain()["figures"]
    return found["ubetalt_hovedstol"], found["tilgodehavende"]


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(LAAN | changes))))


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param({}, (300000, 300000), id="table_27 500.000 less 200.000"),
        pytest.param(
            {**MISLIGHOLDT, "forfaldne_renter": "2345.50"},
            (300000, 302345.50),
            id="table_27 two instalments due",
        ),
        pytest.param({"betalte_renter": 70000}, (300000, 300000), id="paid interest repays nothing"),
        pytest.param({"betalte_afdrag": 500000}, (0, 0), id="all repaid"),
        pytest.param({"betalte_afdrag": 0}, (500000, 500000), id="nothing repaid"),
        pytest.param(
            {"betalte_afdrag": "131197.95", "betalte_renter": "68802.05"},
            (368802.05, 368802.05),
            id="n8 200.000 paid in instalments of 5 % over ten years",
        ),
    ],
)
def test_both_readings_ask_for_unpaid_principal_and_interest_due(reading, changes, found):
    assert figures(reading, **changes) == found
    assert decide(reading, **changes).outcome == "OPGJORT"


def test_the_text_tells_the_sum():
    assert "300.000 kr." in decide().text


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, True),
        ({"fremtidige_renter": 0}, True),
        ({"fremtidige_gebyrer": 0}, True),
        ({"fremtidige_renter": 0, "fremtidige_gebyrer": 0}, False),
    ],
)
def test_whatever_belongs_to_the_future_is_kept_out(changes, answer):
    steps = {step.key: step.answer for step in decide(**changes).steps}
    assert steps["fremtidigt_holdes_ude"] is answer


def test_n8_it_is_asked_whether_part_of_what_was_paid_was_interest():
    for paid, answer in ((0, False), ("0.01", True)):
        steps = {step.key: step.answer for step in decide(betalte_renter=paid).steps}
        assert steps["renter_nedbringer_ikke"] is answer


@pytest.mark.parametrize(
    ("changes", "tilgodehavende"),
    [
        pytest.param(MISLIGHOLDT, 304000, id="§ 28(4) kept in full after default"),
        pytest.param({}, 300000, id="k41 § 26(1): reduced at early repayment"),
    ],
)
def test_k41_set_up_costs_depend_on_the_occasion(changes, tilgodehavende):
    decision = decide("gaeldende_ret", stiftelsesomkostninger=4000, **changes)
    assert decision.figures["tilgodehavende"] == tilgodehavende
    assert decision.steps[-1].verified is False
    assert decide(stiftelsesomkostninger=4000, **changes).figures["tilgodehavende"] == 300000


def test_k40_the_statutes_provision_is_28_and_the_books_27_is_the_named_slip():
    facts = topic.read(LAAN)
    right = grade(topic, facts, {"jus": ["KAL § 28, stk. 2"]}, "gaeldende_ret").answers[0]
    slip = grade(topic, facts, {"jus": ["KAL § 27"]}, "gaeldende_ret").answers[0]
    assert (right.status, slip.status, slip.mistake) == ("rigtig", "forkert", "bruger_bogens_paragraf")
    assert grade(topic, facts, {"jus": ["KAL § 27"]}).answers[0].status == "rigtig"


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("laegger_fremtidige_renter_til", {}, 360000),
        ("laegger_fremtidige_gebyrer_til", {}, 301500),
        ("glemmer_forfaldne_renter", {"forfaldne_renter": 850}, 300000),
        ("laegger_fremtidige_renter_til", {"forfaldne_renter": 850}, 360850),
        ("traekker_fremtidigt_fra_hovedstolen", {}, 238500),
        ("traekker_fremtidigt_fra_hovedstolen", {"betalte_afdrag": 500000}, 0),
        ("betalte_renter_er_afdrag", {"betalte_renter": 27450}, 272550),
        ("betalte_renter_er_afdrag", {"betalte_renter": 400000}, 0),
        ("alt_betalt_er_afdrag", {"betalte_renter": 1}, False),
    ],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_what_each_mistake_answers(key, reading, changes, value):
    assert wrong(key, reading, **changes) == value


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("stiftelse_ogsaa_ved_indfrielse", {"stiftelsesomkostninger": 1}, True),
        ("stiftelse_ogsaa_ved_indfrielse", {}, None),
        ("stiftelse_er_fremtidigt_gebyr", {**MISLIGHOLDT, "stiftelsesomkostninger": 1}, False),
    ],
)
def test_what_each_mistake_of_the_statute_answers(key, changes, value):
    assert wrong(key, "gaeldende_ret", **changes) == value


def test_more_repaid_than_was_lent_is_refused():
    with pytest.raises(FactError, match="betalte_afdrag"):
        decide(betalte_afdrag="500000.01")


BELOEB = st.integers(0, 400000)


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(
    afdrag=BELOEB, mere=st.integers(0, 100000), forfaldne=BELOEB, fremtid=BELOEB, gebyr=BELOEB, betalt=BELOEB
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("anledning", ["indfrielse", "misligholdelse"])
def test_repaying_more_lowers_the_sum_by_that_and_the_future_never_matters(
    reading, anledning, afdrag, mere, forfaldne, fremtid, gebyr, betalt
):
    facts = {"anledning": anledning, "forfaldne_renter": forfaldne, "stiftelsesomkostninger": gebyr}
    without = {"fremtidige_renter": 0, "fremtidige_gebyrer": 0}
    first = decide(reading, **facts, **without, betalte_afdrag=afdrag).figures["tilgodehavende"]
    second = decide(
        reading,
        **facts,
        betalte_afdrag=afdrag + mere,
        fremtidige_renter=fremtid,
        fremtidige_gebyrer=gebyr,
        betalte_renter=betalt,
    ).figures["tilgodehavende"]
    assert first - second == Decimal(mere)
    assert second >= forfaldne


def test_half_a_krone_of_interest_fees_or_set_up_costs_is_some():
    none = {"fremtidige_renter": 0, "fremtidige_gebyrer": 0, "betalte_renter": 0}
    for some in ({"fremtidige_renter": "0.50"}, {"fremtidige_gebyrer": "0.50"}):
        steps = {step.key: step.answer for step in decide(**none | some).steps}
        assert steps["fremtidigt_holdes_ude"] is True
    assert {step.key: step.answer for step in decide(**none).steps}["fremtidigt_holdes_ude"] is False
    costs = decide("gaeldende_ret", **MISLIGHOLDT, stiftelsesomkostninger="0.50")
    assert {step.key: step.answer for step in costs.steps}["stiftelse_kan_kraeves"] is True
