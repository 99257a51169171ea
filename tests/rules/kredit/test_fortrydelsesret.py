"""The right of withdrawal (§ 19): the book's dates and sector examples, and the statute (K24-K30a)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.grading import grade

topic = rules.topic("fortrydelsesret")
LAW = "gaeldende_ret"
LAAN = {
    "indgaaet": "2026-01-01",
    "vilkaar_modtaget": "2026-01-01",
    "fortrudt": "2026-01-10",
    "laanebeloeb": 100000,
    "rente_pa": 6,
    "udbetalt": "2026-01-05",
    "tilbagebetalt": "2026-02-04",
}


def read(**changes):
    return topic.read(LAAN | changes)


def decide(reading="pensum", **changes):
    return topic.decide(read(**changes), reading)


def figures(reading="pensum", **changes):
    return decide(reading, **changes).plain()["figures"]


@pytest.mark.parametrize("reading", ["pensum", LAW])
@pytest.mark.parametrize(
    ("changes", "outcome", "sidste_dag"),
    [
        pytest.param({}, "RETTIDIG", "2026-01-15", id="table_terms_on_the_same_day"),
        pytest.param({"vilkaar_modtaget": "2026-01-05"}, "RETTIDIG", "2026-01-19", id="table_terms_four_days_later"),
        pytest.param({"fortrudt": "2026-01-20"}, "FOR_SENT", "2026-01-15", id="table_after_the_period"),
        pytest.param({"fortrudt": "2026-01-11"}, "RETTIDIG", "2026-01-15", id="sector_ten_days_after"),
        pytest.param({"fortrudt": "2026-01-16"}, "FOR_SENT", "2026-01-15", id="sector_fifteen_days_after"),
        pytest.param({"fortrudt": "2026-01-14"}, "RETTIDIG", "2026-01-15", id="the day before the last"),
        pytest.param({"fortrudt": "2026-01-15"}, "RETTIDIG", "2026-01-15", id="on the last day"),
        pytest.param({"vilkaar_modtaget": "2025-12-20"}, "RETTIDIG", "2026-01-15", id="terms before the agreement"),
        pytest.param({"fortrudt": None}, "FOR_SENT", "2026-01-15", id="never withdrawn"),
        pytest.param({"vilkaar_modtaget": None}, "FRIST_IKKE_BEGYNDT", None, id="terms never"),
        pytest.param(
            {"vilkaar_modtaget": None, "fortrudt": None}, "FRIST_IKKE_BEGYNDT", None, id="terms never, not withdrawn"
        ),
        pytest.param({"indgaaet": "2028-02-15", "vilkaar_modtaget": "2028-02-15", "fortrudt": "2028-02-29",
                      "udbetalt": None, "tilbagebetalt": None},
                     "RETTIDIG", "2028-02-29", id="on 29 February"),
    ],
)  # fmt: skip
def test_k25_k28_the_dates_of_the_book_hold_in_both_readings(reading, changes, outcome, sidste_dag):
    decision = decide(reading, **changes)
    assert (decision.outcome, decision.plain()["figures"]["sidste_dag"]) == (outcome, sidste_dag)


@pytest.mark.parametrize("reading", ["pensum", LAW])
def test_k27_table_withdrawn_on_10_january_is_to_be_paid_back_by_9_february(reading):
    assert figures(reading)["tilbagebetal_senest"] == "2026-02-09"
    assert figures(reading, vilkaar_modtaget=None)["tilbagebetal_senest"] == "2026-02-09"
    assert "9. februar 2026 med 493,15 kr. i renter" in decide(reading).text


@pytest.mark.parametrize("reading", ["pensum", LAW])
@pytest.mark.parametrize(
    ("changes", "renter"),
    [
        pytest.param({}, 493.15, id="30 days: 100.000 x 6 % x 30 / 365"),
        pytest.param({"tilbagebetalt": "2026-01-05"}, 0, id="paid back the same day"),
        pytest.param({"tilbagebetalt": "2026-01-06"}, 16.44, id="one day"),
        pytest.param({"tilbagebetalt": "2027-01-05"}, 6000, id="a whole year"),
        pytest.param({"udbetalt": None, "tilbagebetalt": None}, 0, id="never paid out"),
        pytest.param({"tilbagebetalt": None}, None, id="not yet paid back"),
        pytest.param({"fortrudt": "2026-01-16"}, None, id="withdrawn too late"),
        pytest.param({"fortrudt": None}, None, id="not withdrawn"),
        pytest.param({"fortrudt": None, "vilkaar_modtaget": None}, None, id="not withdrawn, terms never"),
    ],
)
def test_k27_interest_runs_by_actual_days_from_drawdown_to_repayment(reading, changes, renter):
    assert figures(reading, **changes)["paaloebne_renter"] == renter


@pytest.mark.parametrize("reading", ["pensum", LAW])
def test_without_an_effective_withdrawal_nothing_is_to_be_paid_back_by_any_day(reading):
    assert figures(reading, fortrudt="2026-01-16")["tilbagebetal_senest"] is None
    assert figures(reading, fortrudt=None, vilkaar_modtaget=None)["tilbagebetal_senest"] is None


@pytest.mark.parametrize(
    ("changes", "provision"),
    [
        ({"obligationsfinansieret_realkredit": True}, "§ 19, stk. 7"),
        ({"kassekredit_paa_anfordring": True}, "§ 3, stk. 2"),
    ],
)
def test_k24_k05_not_every_loan_can_be_withdrawn(changes, provision):
    decision = decide(LAW, **changes)
    assert decision.outcome == "INGEN_FORTRYDELSESRET"
    assert provision in decision.text
    assert set(decision.figures.values()) == {None}
    without_terms = decide(LAW, **changes, vilkaar_modtaget=None)
    assert without_terms.outcome == "INGEN_FORTRYDELSESRET"
    assert set(without_terms.figures.values()) == {None}
    assert decide(**changes).outcome == "RETTIDIG"
    assert not compare(topic, read(**changes)).same


def test_k26_sending_in_time_is_enough_and_cited():
    step = decide(LAW).steps[-1]
    assert "KAL § 19, stk. 3" in step.citation
    assert "afsendelsen" in step.reason


@pytest.mark.parametrize("vilkaar", ["2026-01-01", None])
def test_k30a_without_word_of_the_right_the_period_has_not_begun(vilkaar):
    decision = decide(LAW, vilkaar_modtaget=vilkaar, oplyst_om_fortrydelsesret=False, fortrudt="2026-06-01")
    assert decision.outcome == "FRIST_IKKE_BEGYNDT"
    assert decision.plain()["figures"]["tilbagebetal_senest"] == "2026-07-01"


def test_k30a_the_book_asks_for_the_terms_only():
    assert decide(oplyst_om_fortrydelsesret=False, fortrudt="2026-06-01").outcome == "FOR_SENT"


def test_k29_no_weekend_moves_the_deadline():
    sunday = {"indgaaet": "2025-01-01", "vilkaar_modtaget": "2025-01-05", "fortrudt": "2025-01-10"}
    assert figures(LAW, **sunday)["sidste_dag"] == "2025-01-19"
    assert figures(LAW, **sunday)["tilbagebetal_senest"] == "2025-02-09"


NY_AFTALE = {"indgaaet": "2026-11-20", "vilkaar_modtaget": None, "udbetalt": None, "tilbagebetalt": None}


@pytest.mark.parametrize(
    ("changes", "outcome", "sidste_dag"),
    [
        pytest.param({"fortrudt": "2027-12-03"}, "RETTIDIG", "2027-12-04", id="the day before the last"),
        pytest.param({"fortrudt": "2027-12-04"}, "RETTIDIG", "2027-12-04", id="12 months and 14 days"),
        pytest.param({"fortrudt": "2027-12-05"}, "FOR_SENT", "2027-12-04", id="the day after"),
        pytest.param({"indgaaet": "2026-11-19", "fortrudt": "2027-12-05"}, "FRIST_IKKE_BEGYNDT", None,
                     id="agreed the day before the new act"),
        pytest.param({"oplyst_om_fortrydelsesret": False, "fortrudt": "2027-12-05"}, "FRIST_IKKE_BEGYNDT", None,
                     id="never told of the right"),
        pytest.param({"vilkaar_modtaget": "2027-12-01", "fortrudt": "2027-12-15"}, "RETTIDIG", "2027-12-15",
                     id="terms shortly before the limit"),
        pytest.param({"vilkaar_modtaget": "2027-12-04", "fortrudt": "2027-12-18"}, "RETTIDIG", "2027-12-18",
                     id="terms on the limit"),
        pytest.param({"vilkaar_modtaget": "2027-12-05", "fortrudt": "2027-12-05"}, "FOR_SENT", "2027-12-04",
                     id="terms after the limit"),
        pytest.param({"indgaaet": "2026-11-19", "vilkaar_modtaget": "2028-01-03", "fortrudt": "2028-01-17"}, "RETTIDIG",
                     "2028-01-17", id="old agreement, terms very late"),
        pytest.param({"indgaaet": "2027-01-31", "fortrudt": "2028-02-14"}, "RETTIDIG", "2028-02-14", id="month's end"),
        pytest.param({"indgaaet": "2028-02-29", "fortrudt": "2029-03-14"}, "RETTIDIG", "2029-03-14", id="29 February"),
    ],
)  # fmt: skip
def test_k30_the_new_act_ends_the_period_after_twelve_months_and_fourteen_days(changes, outcome, sidste_dag):
    decision = decide(LAW, **NY_AFTALE | changes)
    assert (decision.outcome, decision.plain()["figures"]["sidste_dag"]) == (outcome, sidste_dag)


def test_k30_the_outer_limit_is_shown_as_not_verified_and_the_book_has_none():
    steps = decide(LAW, **NY_AFTALE, fortrudt="2027-12-05").steps
    assert [step.key for step in steps if not step.verified] == ["har_yderste_frist"]
    assert decide(**NY_AFTALE, fortrudt="2027-12-05").outcome == "FRIST_IKKE_BEGYNDT"


def test_k30_after_the_outer_limit_nothing_is_to_be_paid_back():
    assert figures(LAW, **NY_AFTALE, fortrudt="2027-12-05")["tilbagebetal_senest"] is None
    assert figures(LAW, **NY_AFTALE, fortrudt="2027-12-04")["tilbagebetal_senest"] == "2028-01-03"


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"fortrudt": "2025-12-31"}, "fortrudt"),
        ({"udbetalt": "2025-12-31"}, "udbetalt"),
        ({"tilbagebetalt": "2026-01-04"}, "tilbagebetalt"),
        ({"udbetalt": None}, "udbetalt"),
        ({"obligationsfinansieret_realkredit": True, "kassekredit_paa_anfordring": True}, "kassekredit_paa_anfordring"),
    ],
    ids=["withdrawn before", "paid out before", "paid back before", "never paid out", "two kinds"],
)  # fmt: skip
def test_impossible_facts_are_refused(changes, fact):
    with pytest.raises(FactError, match=fact):
        read(**changes)


@pytest.mark.parametrize(
    ("mistake", "wrong"),
    [
        ("aftalen_er_nok", True),
        ("regner_fra_aftalen", date(2026, 1, 15)),
        ("taeller_foerste_dag_med", date(2026, 1, 18)),
        ("regner_fra_vilkaarene_alene", date(2026, 1, 19)),
        ("bruger_betalingsfristen", date(2026, 2, 4)),
        ("sidste_dag_er_for_sent", True),
        ("dagen_efter_er_i_tide", True),
        ("betaling_regnet_fra_aftalen", date(2026, 1, 31)),
        ("betaling_regnet_fra_fristen", date(2026, 2, 18)),
        ("regner_en_maaned", date(2026, 2, 10)),
        ("regner_aaret_til_360_dage", Decimal(500)),
        ("renter_fra_aftalen", Decimal(100000) * 6 / 100 * 34 / 365),
        ("renter_kun_til_fortrydelsen", Decimal(100000) * 6 / 100 * 5 / 365),
        ("et_helt_aars_rente", Decimal(6000)),
    ],
)
def test_what_each_mistake_answers(mistake, wrong):
    assert _function("pensum", mistake)(read(vilkaar_modtaget="2026-01-05")) == wrong


@pytest.mark.parametrize(
    ("mistake", "changes"),
    [
        ("regner_fra_vilkaarene_alene", {"vilkaar_modtaget": None}),
        ("sidste_dag_er_for_sent", {"fortrudt": None}),
        ("sidste_dag_er_for_sent", {"vilkaar_modtaget": None}),
        ("dagen_efter_er_i_tide", {"fortrudt": None}),
        ("betaling_regnet_fra_fristen", {"vilkaar_modtaget": None}),
        ("regner_en_maaned", {"fortrudt": None}),
        ("regner_aaret_til_360_dage", {"udbetalt": None, "tilbagebetalt": None}),
        ("regner_aaret_til_360_dage", {"tilbagebetalt": None}),
        ("renter_fra_aftalen", {"tilbagebetalt": None}),
        ("renter_kun_til_fortrydelsen", {"udbetalt": None, "tilbagebetalt": None}),
        ("renter_kun_til_fortrydelsen", {"fortrudt": None}),
        ("renter_kun_til_fortrydelsen", {"fortrudt": "2026-01-04"}),
        ("laanet_er_bindende_uden_vilkaar", {}),
    ],
)
def test_where_a_mistake_has_nothing_to_say(mistake, changes):
    assert _function("pensum", mistake)(read(**changes)) is None


def test_where_a_mistake_answers_at_the_threshold():
    assert _function("pensum", "sidste_dag_er_for_sent")(read(fortrudt="2026-01-15")) is False
    assert _function("pensum", "renter_kun_til_fortrydelsen")(read(fortrudt="2026-01-05")) == 0
    outcome = _function("pensum", "laanet_er_bindende_uden_vilkaar")(read(vilkaar_modtaget=None))
    assert outcome.name == "FOR_SENT"


@pytest.mark.parametrize(
    ("mistake", "changes", "wrong"),
    [
        ("realkredit_kan_ogsaa_fortrydes", {"obligationsfinansieret_realkredit": True}, False),
        ("kassekreditten_kan_ogsaa_fortrydes", {"kassekredit_paa_anfordring": True}, False),
        ("vilkaarene_alene_er_nok", {"oplyst_om_fortrydelsesret": False}, True),
        ("vilkaarene_alene_er_nok", {"vilkaar_modtaget": None}, None),
        ("fristen_loeber_uden_vilkaar", {"vilkaar_modtaget": None}, True),
        ("fristen_loeber_uden_vilkaar", {}, None),
        ("yderste_frist_ogsaa_uden_oplysning", {"oplyst_om_fortrydelsesret": False}, True),
        ("yderste_frist_ogsaa_uden_oplysning", {}, None),
        ("de_nye_regler_gaelder_gamle_aftaler", {"vilkaar_modtaget": None}, True),
        ("de_nye_regler_gaelder_gamle_aftaler", {"oplyst_om_fortrydelsesret": False}, False),
        ("de_nye_regler_gaelder_gamle_aftaler", NY_AFTALE | {"fortrudt": None}, None),
        ("ingen_yderste_frist", NY_AFTALE | {"fortrudt": None}, False),
        ("laanet_er_bindende", {}, None),
    ],
)
def test_what_each_mistake_answers_in_the_statute(mistake, changes, wrong):
    assert _function(LAW, mistake)(read(**changes)) is wrong


def test_the_loan_is_not_binding_while_the_period_has_not_begun():
    assert _function(LAW, "laanet_er_bindende")(read(vilkaar_modtaget=None)).name == "FOR_SENT"


def test_early_redemption_is_named_as_the_slip():
    jus = grade(topic, read(), {"jus": ["KAL § 26"]}).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", "bruger_reglen_om_indfrielse")


def _function(reading, mistake):
    return next(found.function for found in topic.reading_for(reading).mistakes if found.key == mistake)


DAYS = st.integers(0, 500)


@given(
    vilkaar=DAYS, later=DAYS, fortrudt=DAYS, oplyst=st.booleans(), reading=st.sampled_from(["pensum", LAW])
)
def test_later_terms_never_shorten_the_customers_time(vilkaar, later, fortrudt, oplyst, reading):
    indgaaet = date(2026, 3, 2)
    known = {
        "indgaaet": indgaaet,
        "fortrudt": indgaaet + timedelta(days=fortrudt),
        "oplyst_om_fortrydelsesret": oplyst,
        "udbetalt": None,
        "tilbagebetalt": None,
    }
    early = decide(reading, **known, vilkaar_modtaget=indgaaet + timedelta(days=vilkaar))
    late = decide(reading, **known, vilkaar_modtaget=indgaaet + timedelta(days=vilkaar + later))
    assert late.outcome in (early.outcome, "RETTIDIG")


@given(days=st.integers(0, 400), more=st.integers(1, 400))
def test_keeping_the_money_longer_never_costs_less(days, more):
    known = {"vilkaar_modtaget": None, "udbetalt": "2026-01-05"}
    repaid = [date(2026, 1, 5) + timedelta(days=number) for number in (days, days + more)]
    first, second = (figures(**known, tilbagebetalt=day)["paaloebne_renter"] for day in repaid)
    assert first < second
