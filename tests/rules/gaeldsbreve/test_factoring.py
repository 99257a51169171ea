"""Factoring: Case 3, the book's table and sector examples, and release by good faith (G05, G06, G16)."""

import pytest

import rules
from rules.facts import FactError
from tests.rules.slips import slip

topic = rules.topic("factoring")
CASE_3 = {"fakturabeloeb": 500000, "solgt": "2026-03-02", "betalt": "2026-04-01", "betalt_til": "overdrager"}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(CASE_3 | changes), reading)


def claims(decision):
    return decision.figures["banken_kan_kraeve_af_kunden"], decision.figures[
        "banken_kan_kraeve_af_overdrager"
    ]


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_case_3_no_notice_and_paid_to_the_seller(reading):
    decision = decide(reading)
    assert decision.outcome == "FRIGJORT"
    assert claims(decision) == (0, 500000)


def test_sector_example_after_notice_the_customer_pays_again():
    decision = decide(denuntieret="2026-03-03")
    assert decision.outcome == "IKKE_FRIGJORT"
    assert claims(decision) == (500000, 0)


def test_table_of_factoring_paid_to_the_bank_with_defects_set_off():
    decision = decide(
        fakturabeloeb=100000, denuntieret="2026-03-03", betalt_til="factoringbank", modregning=10000
    )
    assert decision.outcome == "BETALT_RIGTIGT"
    assert claims(decision) == (0, 10000)


def test_unpaid_the_bank_claims_the_invoice_less_the_set_off():
    decision = decide(betalt=None, betalt_til=None, modregning=20000)
    assert decision.outcome == "UBETALT"
    assert claims(decision) == (480000, 20000)


@pytest.mark.parametrize(
    ("denuntieret", "outcome"),
    [("2026-03-31", "IKKE_FRIGJORT"), ("2026-04-01", "IKKE_FRIGJORT"), ("2026-04-02", "FRIGJORT")],
    ids=["the day before", "the same day", "the day after"],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_notice_on_the_day_of_the_payment_is_in_time(denuntieret, outcome, reading):
    assert decide(reading, denuntieret=denuntieret).outcome == outcome


def test_g05_without_good_faith_the_customer_is_not_released_by_the_statute():
    assert decide(debitor_god_tro=False).outcome == "FRIGJORT"
    assert decide("gaeldende_ret", debitor_god_tro=False).outcome == "IKKE_FRIGJORT"


def test_an_unclear_notice_is_none_for_a_customer_in_good_faith():
    unclear = {"denuntieret": "2026-03-03", "underretning_klar": False}
    assert decide(**unclear).outcome == "IKKE_FRIGJORT"
    assert decide("gaeldende_ret", **unclear).outcome == "FRIGJORT"


def test_g16_no_time_limit_for_the_notice_the_order_of_events_decides():
    late = {"denuntieret": "2026-12-01", "betalt": "2026-12-02"}
    assert decide("gaeldende_ret", **late).outcome == "IKKE_FRIGJORT"


def test_g06_defects_are_set_off_against_the_bank_too():
    decision = decide("gaeldende_ret", betalt=None, betalt_til=None, modregning="0.01")
    assert float(claims(decision)[0]) == 499999.99


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_what_the_customer_need_not_pay_is_claimed_from_the_seller(reading):
    decision = decide(reading, modregning=20000)
    assert sum(claims(decision)) == 500000


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"denuntieret": "2026-03-01"}, "denuntieret"),
        ({"betalt": "2026-03-01"}, "betalt"),
        ({"betalt": None}, "betalt"),
        ({"betalt_til": None}, "betalt_til"),
        ({"modregning": 500001}, "modregning"),
    ],
    ids=[
        "notice before the sale",
        "payment before the sale",
        "receiver only",
        "day only",
        "set-off above the invoice",
    ],
)
def test_orders_of_events_that_cannot_be(changes, fact):
    with pytest.raises(FactError, match=fact):
        decide(**changes)


UBETALT = {"betalt": None, "betalt_til": None}
TIL_BANKEN = {"betalt_til": "factoringbank"}


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("salget_er_nok", {}, True, id="the sale binds without notice"),
        pytest.param("salget_er_nok", {"denuntieret": "2026-03-03"}, None, id="no slip after a notice"),
        pytest.param("meddelelse_efter_betaling", {"denuntieret": "2026-04-02"}, True, id="notice too late"),
        pytest.param("meddelelse_efter_betaling", {"denuntieret": "2026-04-01"}, None, id="notice in time"),
        pytest.param("meddelelse_efter_betaling", {}, None, id="no notice"),
        pytest.param("glemmer_modregning", {"modregning": 20000}, 500000, id="the whole invoice"),
        pytest.param("overdrager_svarer_ikke", {"modregning": 20000}, 0, id="nothing from the seller"),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, changes, answer, reading):
    assert slip(topic, reading, mistake, CASE_3 | changes) == answer


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("uklar_meddelelse_er_nok", {"denuntieret": "2026-03-03"}, True, id="unclear is enough"),
        pytest.param("uklar_meddelelse_er_nok", {}, None, id="nothing unclear came"),
        pytest.param(
            "uden_meddelelse_er_alle_i_god_tro", {"debitor_god_tro": False}, True, id="all in good faith"
        ),
    ],
)
def test_what_the_usual_mistakes_about_the_statute_answer(mistake, changes, answer):
    assert slip(topic, "gaeldende_ret", mistake, CASE_3 | changes) == answer


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"modregning": 20000}, "Banken må kræve 500.000 kr. af overdrageren."),
        ({"denuntieret": "2026-03-03", "modregning": 20000}, "må betale 480.000 kr. igen"),
        (TIL_BANKEN, "Kunden har betalt til banken"),
        (UBETALT | {"modregning": 20000}, "skylder banken 480.000 kr."),
    ],
    ids=["released", "not released", "paid to the bank", "unpaid"],
)
def test_the_text_says_what_can_be_claimed(changes, told, reading):
    assert told in decide(reading, **changes).text


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_whole_invoice_may_be_set_off_and_nothing_is_owed(reading):
    assert claims(decide(reading, **UBETALT, modregning=500000)) == (0, 500000)


def test_an_invoice_is_of_at_least_an_oere():
    assert decide(fakturabeloeb="0.01").outcome == "FRIGJORT"
    with pytest.raises(FactError, match="fakturabeloeb"):
        decide(fakturabeloeb=0)
