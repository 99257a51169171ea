"""Early repayment: the book's Case 6, table and examples (N6, N7), and KAL §§ 26 and 26 a (K36-K39)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.facts import FactError
from rules.steps import View
from rules.values import plain

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


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(CASE_6 | changes), reading)


def law(**changes):
    return decide("gaeldende_ret", **changes)


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(CASE_6 | changes))))


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


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("fast_rente_er_nok", {"kompensation_aftalt": False}, True),
        ("taber_altid_renter", {"markedsrente_pa": 5}, True),
        ("afdrager_lige_meget_hver_maaned", {}, 1666666.67),
        ("traekker_hele_ydelser_fra", {}, 1427101.64),
        ("traekker_hele_ydelser_fra", {"betalte_mdr": 300}, 0),
        ("tager_fem_procent_af_restgaelden", {}, 90447.51),
        ("tilbagediskonterer_ikke", {}, 527770.76),
        ("tilbagediskonterer_ikke", {"markedsrente_pa": 4}, None),
        ("regner_kun_et_aar", {}, 36179.01),
        ("regner_kun_et_aar", {"markedsrente_pa": 4}, None),
        ("banken_har_altid_krav", {"rentetype": "variabel"}, "KOMPENSATION"),
    ],
)
def test_what_each_mistake_of_the_book_answers(key, changes, value):
    assert wrong(key, **changes) == pytest.approx(value, abs=0.02)


# --- Gældende ret -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "loft"),
    [
        pytest.param({}, 18089.50, id="k37_n6 1 % of the debt of case_6, were it an ordinary loan"),
        pytest.param(
            {"rente_pa": 3, "markedsrente_pa": "1.5"}, 17781.27, id="k37_n7 1 % in the table's loan"
        ),
    ],
)
def test_k37_the_compensation_is_capped(changes, loft):
    decision = law(**changes)
    assert decision.outcome == "KOMPENSATION"
    assert float(decision.figures["loft"]) == pytest.approx(loft, abs=0.01)
    assert decision.figures["kompensation"] == decision.figures["loft"]


@pytest.mark.parametrize(
    ("betalte", "procent"), [(347, "1"), (348, "0.5"), (349, "0.5")], ids=["13 months", "12 months", "11"]
)
def test_k37_one_percent_only_when_more_than_a_year_is_left(betalte, procent):
    decision = law(betalte_mdr=betalte, dokumenteret_tab=100000)
    assert float(decision.figures["loft"]) == pytest.approx(
        float(decision.figures["restgaeld"] * Decimal(procent) / 100), abs=0.01
    )


def test_k36_no_agreement_is_needed_for_ordinary_credit():
    assert law(kompensation_aftalt=False).outcome == "KOMPENSATION"
    assert "er_aftalt" not in {step.key for step in law().steps}


def test_k39_variable_rate_and_no_deed_is_free():
    decision = law(rentetype="variabel")
    assert (decision.outcome, decision.figures["kompensation"], decision.figures["loft"]) == (
        "INGEN_KOMPENSATION",
        0,
        None,
    )


@pytest.mark.parametrize("markedsrente", [4, 5], ids=["equal", "higher"])
def test_k37_without_a_loss_nothing_can_be_asked(markedsrente):
    decision = law(markedsrente_pa=markedsrente)
    assert (decision.outcome, decision.figures["kompensation"]) == ("INGEN_KOMPENSATION", 0)


def test_k37_a_loss_below_the_cap_is_all_that_can_be_asked():
    decision = law(markedsrente_pa="3.99")
    assert 0 < decision.figures["kompensation"] < decision.figures["loft"]
    assert decision.figures["kompensation"] == decide(markedsrente_pa="3.99").figures["kompensation"]


@pytest.mark.parametrize(
    ("tab", "answer", "kompensation"),
    [
        pytest.param(10000, False, 10000, id="below the cap: the actual loss"),
        pytest.param("18089.50", False, 18089.50, id="at the cap"),
        pytest.param("18089.51", True, 18089.51, id="an øre above the cap"),
        pytest.param(30000, True, 30000, id="above the cap"),
        pytest.param(2000000, True, 1055541.51, id="never above the remaining interest, § 26(5)"),
    ],
)
def test_k37_a_documented_loss_breaks_the_cap(tab, answer, kompensation):
    decision = law(dokumenteret_tab=tab)
    steps = {step.key: step.answer for step in decision.steps}
    assert (decision.outcome, steps["stoerre_tab_dokumenteret"]) == ("KOMPENSATION", answer)
    assert float(decision.figures["kompensation"]) == pytest.approx(kompensation, abs=0.01)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"dokumenteret_tab": 0}, id="a documented loss of nothing"),
        pytest.param({"betalte_mdr": 360, "dokumenteret_tab": 5000}, id="nothing left"),
        pytest.param({"rente_pa": 0, "markedsrente_pa": 0, "dokumenteret_tab": 5000}, id="no interest left"),
    ],
)
def test_k37_no_loss_or_no_interest_left_is_no_compensation(changes):
    decision = law(**changes)
    assert (decision.outcome, decision.figures["kompensation"]) == ("INGEN_KOMPENSATION", 0)


@pytest.mark.parametrize(
    ("changes", "outcome", "kompensation"),
    [
        pytest.param({}, "INGEN_KOMPENSATION", 0, id="k38 case_6: konverterbart costs 100"),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "104"}, "KOMPENSATION", 72358.01, id="above par"
        ),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "104", "rentetype": "variabel"},
            "KOMPENSATION",
            72358.01,
            id="k39 variable rate too",
        ),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "100.01"}, "KOMPENSATION", 180.90, id="just above par"
        ),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "100"}, "INGEN_KOMPENSATION", 0, id="at par"
        ),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "97.5"}, "INGEN_KOMPENSATION", 0, id="below"
        ),
        pytest.param({"konverterbart": False}, "INGEN_KOMPENSATION", 0, id="nothing shown"),
        pytest.param(
            {"konverterbart": False, "dokumenteret_tab": 40000},
            "KOMPENSATION",
            40000,
            id="documented instead",
        ),
        pytest.param(
            {"konverterbart": False, "indfrielseskurs": "104", "kompensation_aftalt": False},
            "INGEN_KOMPENSATION",
            0,
            id="k36 not agreed",
        ),
        pytest.param(
            {"dokumenteret_tab": 40000},
            "INGEN_KOMPENSATION",
            0,
            id="k38 konverterbart, whatever is documented",
        ),
    ],
)
def test_k38_k39_deeds_on_real_property_follow_26_a(changes, outcome, kompensation):
    decision = law(pant_i_fast_ejendom=True, **changes)
    assert (decision.outcome, decision.figures["loft"]) == (outcome, None)
    assert float(decision.figures["kompensation"]) == pytest.approx(kompensation, abs=0.01)


def test_what_rests_on_practice_is_told_as_unverified():
    found = {step.key: step.verified for step in law(pant_i_fast_ejendom=True, konverterbart=False).steps}
    assert found == {
        "er_pantebrev": True,
        "er_aftalt": True,
        "er_konverterbart": False,
        "koster_mere_end_gaelden": False,
    }


PANT = {"pant_i_fast_ejendom": True, "konverterbart": False}


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("kraever_aftale", {"kompensation_aftalt": False}, "INGEN_KOMPENSATION"),
        ("kraever_aftale", {}, None),
        ("kraever_aftale", {"kompensation_aftalt": False, "pant_i_fast_ejendom": True}, None),
        ("variabel_er_altid_gratis", {**PANT, "rentetype": "variabel"}, "INGEN_KOMPENSATION"),
        ("variabel_er_altid_gratis", PANT, None),
        ("variabel_er_altid_gratis", {"rentetype": "variabel"}, None),
        ("rentetab_paa_pantebrev", PANT, "KOMPENSATION"),
        ("rentetab_paa_pantebrev", {}, None),
        ("netop_et_aar_er_mere", {"betalte_mdr": 348}, True),
        ("netop_et_aar_er_mere", {"betalte_mdr": 349}, False),
        ("altid_en_procent", {}, 18089.50),
        ("procent_af_hovedstolen", {}, 20000),
        ("procent_af_hovedstolen", {"betalte_mdr": 348}, 10000),
        ("rentetabet_er_dokumentation", {}, True),
        ("rentetabet_er_dokumentation", {"markedsrente_pa": "3.99"}, False),
        ("rentetabet_er_dokumentation", {"dokumenteret_tab": 1}, None),
        ("glemmer_loftet", {}, 443782.58),
        ("glemmer_loftet", PANT, None),
        ("glemmer_loftet", {"dokumenteret_tab": 1}, None),
        ("loftet_uden_tab", {"markedsrente_pa": "3.99"}, 18089.50),
        ("loftet_uden_tab", PANT, None),
        ("loft_paa_pantebrev", PANT, 18089.50),
        ("loft_paa_pantebrev", {}, None),
        ("hele_kursen", {**PANT, "indfrielseskurs": 104}, 1881308.27),
        ("hele_kursen", PANT, None),
        ("hele_kursen", {"indfrielseskurs": 104}, None),
    ],
)
def test_what_each_mistake_of_the_statute_answers(key, changes, value):
    assert wrong(key, "gaeldende_ret", **changes) == pytest.approx(value, abs=0.02)


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    betalte=st.integers(0, 360),
    markedsrente=st.integers(0, 600),
    tab=st.one_of(st.none(), st.integers(0, 3000000)),
)
def test_the_statute_never_gives_more_than_the_remaining_interest_nor_undocumented_more_than_the_cap(
    betalte, markedsrente, tab
):
    found = law(
        betalte_mdr=betalte, markedsrente_pa=f"{markedsrente / 100:.2f}", dokumenteret_tab=tab
    ).figures
    renter = Decimal("9548.305909") * (360 - betalte) - found["restgaeld"]
    assert 0 <= found["kompensation"] <= renter + 1
    if tab is None:
        assert found["kompensation"] <= found["loft"]
    else:
        assert found["kompensation"] <= tab


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    rente=st.integers(0, 600),
    lavere=st.integers(0, 300),
    reading=st.sampled_from(["pensum", "gaeldende_ret"]),
)
def test_a_lower_market_rate_never_lowers_the_compensation(rente, lavere, reading):
    high, low = (f"{max(rate, 0) / 100:.2f}" for rate in (rente, rente - lavere))
    found = [decide(reading, markedsrente_pa=rate).figures["kompensation"] for rate in (high, low)]
    assert found[0] <= found[1]


def test_k37_a_documented_loss_of_exactly_the_cap_is_not_above_it():
    decision = law(loebetid_mdr=24, betalte_mdr=0, dokumenteret_tab=20000)
    assert decision.figures["loft"] == 20000
    assert {step.key: step.answer for step in decision.steps}["stoerre_tab_dokumenteret"] is False
