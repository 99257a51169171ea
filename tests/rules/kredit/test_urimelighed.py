"""The book's table of irresponsible lending and unreasonable terms, and the statutes instead (K20-K23)."""

import pytest

import rules
from rules.compare import compare
from rules.facts import FactError

topic = rules.topic("urimelighed")


def read(uansvarlig, urimelig, hovedstol, aftalt, rimelige):
    return topic.read(
        {
            "uansvarlig_langivning": uansvarlig,
            "urimelige_vilkaar": urimelig,
            "hovedstol": hovedstol,
            "renter_og_gebyrer": aftalt,
            "rimelige_renter_og_gebyrer": rimelige,
        }
    )


@pytest.mark.parametrize(
    ("facts", "outcome", "kan_kraeve"),
    [
        pytest.param(
            (True, True, 1000000, 150000, 50000),
            "HELE_LAANET_UGYLDIGT",
            0,
            id="Table § 36: no income and 15 %",
        ),
        pytest.param(
            (True, False, 500000, 25000, 25000),
            "MISTER_RENTER_OG_GEBYRER",
            500000,
            id="Table § 36: only irresponsible",
        ),
        pytest.param(
            (False, True, 500000, 100000, 25000), "VILKAAR_JUSTERES", 525000, id="Table § 36: 20 % to 5 %"
        ),
        pytest.param((False, False, 500000, 25000, 25000), "GYLDIG", 525000, id="neither"),
        pytest.param(
            (True, False, 300000, 0, 0), "MISTER_RENTER_OG_GEBYRER", 300000, id="Case 1: the principal only"
        ),
    ],
)
def test_the_four_cases_of_the_book(facts, outcome, kan_kraeve):
    decision = topic.decide(read(*facts))
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == (outcome, kan_kraeve)


def test_oere_are_kept():
    decision = topic.decide(read(False, True, "100000.55", "20000.10", "5000.05"))
    assert decision.plain()["figures"]["banken_kan_kraeve"] == 105000.60


def test_a_reasonable_price_above_the_agreed_one_is_refused():
    with pytest.raises(FactError, match="rimelige_renter_og_gebyrer"):
        read(False, True, 1, 1, 2)


def test_k23_an_unreasonable_price_alone_is_reduced_by_kal_22_without_discretion():
    decision = topic.decide(read(False, True, 500000, 100000, 25000), "gaeldende_ret")
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == ("VILKAAR_JUSTERES", 525000)
    assert decision.steps[-1].citation == "KAL § 22"


@pytest.mark.parametrize(
    ("urimelig", "skoen", "outcome", "kan_kraeve"),
    [
        (False, {"boer_gribes_ind": False}, "GYLDIG", 525000),
        (True, {"boer_gribes_ind": False}, "VILKAAR_JUSTERES", 510000),
        (True, {"boer_gribes_ind": True, "boer_renter_falde_helt": False}, "VILKAAR_JUSTERES", 510000),
        (True, {"boer_gribes_ind": True, "boer_renter_falde_helt": True}, "MISTER_RENTER_OG_GEBYRER", 500000),
        (
            False,
            {"boer_gribes_ind": True, "boer_renter_falde_helt": True},
            "MISTER_RENTER_OG_GEBYRER",
            500000,
        ),
    ],
    ids=["left", "only § 22", "changed", "set aside", "set aside, price not unreasonable"],
)
def test_k20_what_follows_from_each_answer_to_the_discretion(urimelig, skoen, outcome, kan_kraeve):
    facts = read(True, urimelig, 500000, 25000, 10000)
    decision = topic.decide(facts, "gaeldende_ret", skoen)
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == (outcome, kan_kraeve)


def test_k20_irresponsible_lending_is_left_to_the_court_with_arguments_from_the_facts():
    decision = topic.decide(read(True, True, 100000, 250000, 20000), "gaeldende_ret").plain()
    assert decision["outcome"] is None
    assert decision["possible"] == ["MISTER_RENTER_OG_GEBYRER", "VILKAAR_JUSTERES"]
    assert any("250.000 kr." in argument for argument in decision["arguments"]["for"])
    assert any("koster mere" in argument for argument in decision["arguments"]["for"])
    assert any("100.000 kr." in argument for argument in decision["arguments"]["imod"])
    assert decision["figures"]["banken_kan_kraeve"] is None


def test_k22_no_statute_takes_the_principal_from_the_bank():
    assert "HELE_LAANET_UGYLDIGT" not in topic.reading_for("gaeldende_ret").choices


def test_k21_the_provision_is_aftl_36_and_kal_36_is_named_as_the_slip():
    facts = read(False, True, 500000, 100000, 25000)
    jus = rules.grading.grade(topic, facts, {"jus": ["AFTL § 36"]}, "gaeldende_ret").answers[0]
    slip = rules.grading.grade(topic, facts, {"jus": ["KAL § 36"]}, "gaeldende_ret").answers[0]
    assert (jus.status, slip.status, slip.mistake) == ("rigtig", "forkert", "bruger_bogens_paragraf")


def test_an_open_discretion_is_told_as_such_and_not_as_a_sum_of_nothing():
    text = compare(topic, read(True, False, 500000, 25000, 25000)).text
    assert "Det er et skøn." in text
    assert "intet" not in text
