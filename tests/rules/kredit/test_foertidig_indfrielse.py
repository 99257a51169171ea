"""The course book on early repayment (§ 26): Case 6, its table and examples, recomputed in N6 and N7."""

import pytest

import rules
from rules.facts import FactError

topic = rules.topic("foertidig_indfrielse")
CASE_6 = {
    "rentetype": "fast",
    "kompensation_aftalt": True,
    "hovedstol": 2000000,
    "rente_pa": 4,
    "loebetid_mdr": 360,
    "betalte_mdr": 60,
    "markedsrente_pa": 2,
}


def decide(**changes):
    return topic.decide(topic.read(CASE_6 | changes))


@pytest.mark.parametrize(
    ("changes", "restgaeld", "kompensation"),
    [
        pytest.param({}, 1808950, 443783, id="Case 6, sector example 4 % to 2 % (N6)"),
        pytest.param(
            {"rente_pa": 3, "markedsrente_pa": "1.5"}, 1778127, 330229, id="Table § 26: 3 % to 1,5 % (N7)"
        ),
    ],
)
def test_the_books_loans_recomputed(changes, restgaeld, kompensation):
    decision = decide(**changes)
    assert decision.outcome == "KOMPENSATION"
    assert float(decision.figures["restgaeld"]) == pytest.approx(restgaeld, abs=0.5)
    assert float(decision.figures["kompensation"]) == pytest.approx(kompensation, abs=0.5)


def test_n6_the_books_two_to_five_percent_do_not_follow_and_the_text_says_so():
    decision = decide()
    share = decision.figures["kompensation"] / decision.figures["restgaeld"]
    assert float(share) == pytest.approx(0.245, abs=0.001)
    assert "følger ikke af formlen" in decision.text


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"rentetype": "variabel"}, id="Table § 26 and sector example: variable rate"),
        pytest.param({"kompensation_aftalt": False}, id="Sector example, inheritance: not agreed"),
        pytest.param({"markedsrente_pa": 4}, id="market rate equal"),
        pytest.param({"markedsrente_pa": 5}, id="market rate higher"),
        pytest.param({"betalte_mdr": 360}, id="nothing left"),
    ],
)
def test_without_loss_or_right_there_is_no_compensation(changes):
    decision = decide(**changes)
    assert (decision.outcome, decision.figures["kompensation"]) == ("INGEN_KOMPENSATION", 0)


def test_a_hundredth_of_a_point_below_is_a_loss():
    decision = decide(markedsrente_pa="3.99")
    assert decision.outcome == "KOMPENSATION"
    assert 0 < decision.figures["kompensation"] < 3000


def test_loans_without_interest_and_rates_of_zero_are_computed():
    at_zero = decide(markedsrente_pa=0).figures
    assert float(sum(at_zero.values())) == pytest.approx(300 * 9548.31, abs=2)
    assert decide(rente_pa=0, markedsrente_pa=0, betalte_mdr=180).figures == {
        "restgaeld": 1000000,
        "kompensation": 0,
    }


def test_before_the_first_instalment_the_whole_principal_is_left():
    assert decide(betalte_mdr=0).figures["restgaeld"] == 2000000


def test_more_months_paid_than_the_loan_runs_are_refused():
    with pytest.raises(FactError, match="betalte_mdr"):
        decide(betalte_mdr=361)


def test_a_student_who_rounds_the_instalment_to_the_oere_is_within_the_tolerance():
    answers = {
        "figures": {"restgaeld": "1808950.60", "kompensation": "443784.50"},
        "steps": {"er_fast": True, "er_aftalt": True, "har_rentetab": True},
    }
    graded = {
        answer.key: answer.status
        for answer in rules.grading.grade(topic, topic.read(CASE_6), answers).answers
    }
    assert graded["restgaeld"] == graded["kompensation"] == "rigtig"
