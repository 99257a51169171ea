"""What a gældsbrev is: the book's three conditions with its examples, and the fixed sum of doctrine (G01, G12)."""

from itertools import product

import pytest

import rules

topic = rules.topic("gaeldsbrev")
JEG_SKYLDER = {"skriftligt": True, "kun_debitor_forpligtet": True, "ubetinget": True}
both_readings = pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(JEG_SKYLDER | changes), reading)


@both_readings
def test_g01_a_written_unilateral_unconditional_promise_is_a_gaeldsbrev(reading):
    decision = decide(reading)
    assert (decision.outcome, decision.grounds) == ("GAELDSBREV", [])
    assert decision.text == "Dokumentet er et gældsbrev."


@both_readings
@pytest.mark.parametrize(
    ("changes", "ground", "said"),
    [
        pytest.param({"skriftligt": False}, "er_skriftligt", "Løftet er kun mundtligt.", id="list_1_oral"),
        pytest.param(
            {"kun_debitor_forpligtet": False},
            "er_ensidigt",
            "Begge parter forpligter sig.",
            id="list_2_contract_of_sale",
        ),
        pytest.param(
            {"ubetinget": False}, "er_ubetinget", "Løftet er betinget.", id="list_3_if_the_goods_work"
        ),
    ],
)
def test_each_condition_of_the_book_is_needed(reading, changes, ground, said):
    decision = decide(reading, **changes)
    assert (decision.outcome, decision.grounds) == ("IKKE_GAELDSBREV", [ground])
    assert decision.text == f"Dokumentet er ikke et gældsbrev. {said}"


def test_g01_doctrine_also_asks_for_a_fixed_sum_and_the_book_does_not():
    assert decide(bestemt_beloeb=False).outcome == "GAELDSBREV"
    law = decide("gaeldende_ret", bestemt_beloeb=False)
    assert (law.outcome, law.grounds) == ("IKKE_GAELDSBREV", ["er_bestemt"])
    assert law.text.endswith("Beløbet er ikke bestemt.")


@both_readings
def test_every_missing_condition_is_named(reading):
    decision = decide(reading, skriftligt=False, kun_debitor_forpligtet=False, ubetinget=False)
    assert decision.grounds == ["er_skriftligt", "er_ensidigt", "er_ubetinget"]
    assert decision.text.count(".") == 4


def test_g12_an_invoice_lacks_the_debtors_own_promise():
    """The seller writes the invoice, and both sides are bound by the sale behind it."""
    assert decide("gaeldende_ret", kun_debitor_forpligtet=False).outcome == "IKKE_GAELDSBREV"


def test_all_must_hold_and_nothing_else_counts():
    for answers in product((True, False), repeat=4):
        facts = dict(zip((*JEG_SKYLDER, "bestemt_beloeb"), answers, strict=True))
        assert (decide(**facts).outcome == "GAELDSBREV") == all(answers[:3])
        assert (decide("gaeldende_ret", **facts).outcome == "GAELDSBREV") == all(answers)


def test_what_the_statute_reading_says_rests_on_doctrine_and_is_marked_so():
    assert {place.verified for place in topic.reading_for("gaeldende_ret").steps} == {False}
    assert {place.verified for place in topic.reading_for("pensum").steps} == {True}


@both_readings
@pytest.mark.parametrize(
    ("mistake", "changes", "given"),
    [
        ("mundtligt_loefte_er_nok", {"skriftligt": False}, True),
        ("gensidig_aftale_er_nok", {"kun_debitor_forpligtet": False}, True),
        ("betinget_loefte_er_nok", {"ubetinget": False}, True),
        ("blander_betingelserne", {"skriftligt": False}, False),
        ("blander_betingelserne", {"kun_debitor_forpligtet": False}, False),
        ("blander_betingelserne", {}, None),
    ],
)
def test_the_slips_give_these_answers(reading, mistake, changes, given):
    found = next(one for one in topic.reading_for(reading).mistakes if one.key == mistake)
    assert found.function(topic.read(JEG_SKYLDER | changes)) is given


def test_the_slips_of_an_open_amount_and_of_a_condition_that_is_spared():
    law = {one.key: one for one in topic.reading_for("gaeldende_ret").mistakes}
    facts = topic.read(JEG_SKYLDER | {"bestemt_beloeb": False})
    assert law["beloebet_kan_staa_aabent"].function(facts) is True
    assert law["en_betingelse_kan_undvaeres"].function(facts).name == "GAELDSBREV"


@pytest.mark.parametrize("citation", ["ulovbestemt", "GBL § 11", "KAL § 8", "FL § 5", "AFTL § 1"])
def test_no_statute_is_the_answer(citation):
    graded = rules.grading.grade(topic, topic.read(JEG_SKYLDER), {"jus": [citation]})
    assert (graded.answers[0].status == "rigtig") == (citation == "ulovbestemt")


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(("key", "target"), [("en_betingelse_kan_undvaeres", "outcome")])
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
