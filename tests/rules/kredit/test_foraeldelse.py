"""Limitation of the claim and the retention of title: the book's ten or three years, and FL (L01-L03)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.calendar import is_working_day
from rules.facts import FactError
from rules.steps import View
from rules.values import plain

topic = rules.topic("foraeldelse")
# The chapter's car on credit with a retention of title, sold on 1 March 2016 and due on 1 June.
BIL = {
    "stiftet": "2016-03-01",
    "forfalden": "2016-06-01",
    "frist_type": "ti_aar",
    "i_dag": "2026-03-02",
    "ejendomsforbehold": True,
}
TRE_AAR = {"frist_type": "tre_aar_fra_forfald"}
LAAN = {"pengelaan": True, "ejendomsforbehold": False}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(BIL | changes), reading)


def ends(reading="gaeldende_ret", **changes):
    return decide(reading, **changes).plain()["figures"]["foraeldes_den"]


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(BIL | changes))))


# --- Pensum -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "frist", "outcome"),
    [
        pytest.param(
            {}, "2026-03-01", "FORAELDET_FORBEHOLD_BORTFALDET", id="table_fl_25 ten years, day after"
        ),
        pytest.param({"i_dag": "2026-03-01"}, "2026-03-01", "IKKE_FORAELDET", id="ten years, last day"),
        pytest.param({"i_dag": "2026-02-28"}, "2026-03-01", "IKKE_FORAELDET", id="ten years, day before"),
        pytest.param(
            {**TRE_AAR, "i_dag": "2019-06-02"},
            "2019-06-01",
            "FORAELDET_FORBEHOLD_BORTFALDET",
            id="table_fl_25 three years from the due date, day after",
        ),
        pytest.param(
            {**TRE_AAR, "i_dag": "2019-06-01"}, "2019-06-01", "IKKE_FORAELDET", id="three, last day"
        ),
        pytest.param({"ejendomsforbehold": False}, "2026-03-01", "FORAELDET", id="table_begreber ten years"),
        pytest.param(
            {"stiftet": "2016-02-29", "i_dag": "2026-03-01"},
            "2026-02-28",
            "FORAELDET_FORBEHOLD_BORTFALDET",
            id="29 February",
        ),
    ],
)
def test_the_book_counts_ten_years_from_creation_or_three_from_the_due_date(changes, frist, outcome):
    decision = decide(**changes)
    assert (decision.plain()["figures"]["foraeldes_den"], decision.outcome) == (frist, outcome)


def test_the_book_moves_no_deadline_off_a_sunday():
    assert date(2026, 3, 1).weekday() == 6
    assert ends("pensum") == "2026-03-01"


@pytest.mark.parametrize(
    ("changes", "frist"),
    [
        pytest.param({"afbrudt": "2026-03-01"}, "2036-03-01", id="on the last day"),
        pytest.param({"afbrudt": "2026-03-02"}, "2026-03-01", id="the day after"),
        pytest.param({"afbrudt": "2020-05-04"}, "2030-05-04", id="on the way"),
        pytest.param({"afbrudt": "2020-05-04", "afbrydelse": "ingen"}, "2026-03-01", id="a reminder"),
        pytest.param({**TRE_AAR, "afbrudt": "2018-01-02"}, "2021-01-02", id="three years anew"),
        pytest.param({**TRE_AAR, "afbrudt": "2016-04-01"}, "2019-06-01", id="before the claim is due"),
        pytest.param({"afbrudt": "2016-03-01"}, "2026-03-01", id="on the day of creation"),
    ],
)
def test_an_interruption_in_time_starts_the_books_period_anew(changes, frist):
    assert ends("pensum", i_dag="2026-03-02", **changes) == frist


def test_the_interruption_is_asked_and_answered():
    answers = {step.key: step.answer for step in decide(afbrudt="2026-03-01").steps}
    assert answers == {"ti_aar_fra_stiftelsen": True, "afbrudt_i_tide": True, "er_udloebet": False}


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("altid_ti_aar", TRE_AAR, True),
        ("rykker_afbryder", {"afbrudt": "2020-01-01", "afbrydelse": "ingen"}, True),
        ("rykker_afbryder", {"afbrudt": "2020-01-01", "afbrydelse": "erkendelse"}, None),
        ("rykker_afbryder", {"afbrydelse": "ingen"}, None),
        ("for_sen_afbrydelse_taeller", {"afbrudt": "2026-03-02"}, True),
        ("for_sen_afbrydelse_taeller", {"afbrudt": "2026-03-02", "afbrydelse": "ingen"}, None),
        ("ti_aar_fra_forfald", {}, "2026-06-01"),
        ("ti_aar_fra_forfald", TRE_AAR, None),
        ("tre_aar_fra_stiftelsen", TRE_AAR, "2019-03-01"),
        ("tre_aar_fra_stiftelsen", {}, None),
        ("bruger_lovens_tre_aar", {}, "2019-06-01"),
        ("bruger_lovens_tre_aar", TRE_AAR, None),
        ("taeller_foerste_dag_med", {}, "2026-02-28"),
        ("taeller_foerste_dag_med", TRE_AAR, "2019-05-31"),
        ("sidste_dag_er_for_sent", {"i_dag": "2026-03-01"}, True),
        ("sidste_dag_er_for_sent", {"i_dag": "2026-02-28"}, False),
        ("forbeholdet_overlever", {}, "FORAELDET"),
        ("forbeholdet_overlever", {"ejendomsforbehold": False}, None),
    ],
)
def test_what_each_mistake_of_the_book_answers(key, changes, value):
    assert wrong(key, **changes) == value


# --- Gældende ret -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("i_dag", "outcome"),
    [
        ("2019-06-01", "IKKE_FORAELDET"),
        ("2019-06-03", "IKKE_FORAELDET"),
        ("2019-06-04", "FORAELDET_FORBEHOLD_BORTFALDET"),
    ],
    ids=["Saturday, the third year's end", "Monday, the moved deadline", "the day after"],
)
def test_l01_l03_the_price_of_a_car_is_barred_after_three_years_from_the_due_date(i_dag, outcome):
    decision = decide("gaeldende_ret", i_dag=i_dag)
    assert decision.outcome == outcome
    assert decision.plain()["figures"]["foraeldes_den"] == "2019-06-03"


def test_l01_l03_book_and_statute_part_by_years():
    facts = BIL | {"i_dag": "2020-01-02"}
    assert topic.decide(topic.read(facts)).outcome == "IKKE_FORAELDET"
    assert topic.decide(topic.read(facts), "gaeldende_ret").outcome == "FORAELDET_FORBEHOLD_BORTFALDET"


@pytest.mark.parametrize(
    ("changes", "answer", "frist"),
    [
        pytest.param({}, "andet", "2019-06-03", id="main rule, § 3"),
        pytest.param({"gaeldsbrev_eller_erkendelse": True}, "dokument", "2026-06-01", id="§ 5, L03"),
        pytest.param(LAAN, "pengelaan", "2026-06-01", id="§ 6: a loan of money, any lender"),
        pytest.param(
            {**LAAN, "gaeldsbrev_eller_erkendelse": True}, "pengelaan", "2026-06-01", id="a loan with a bond"
        ),
    ],
)
def test_l01_ten_years_for_loans_and_documents_else_three(changes, answer, frist):
    decision = decide("gaeldende_ret", **changes)
    assert decision.plain()["steps"][0]["answer"] == answer
    assert decision.plain()["figures"]["foraeldes_den"] == frist


def test_l02_the_retention_lapses_with_the_price_and_without_one_only_the_claim_does():
    assert decide("gaeldende_ret", ejendomsforbehold=False).outcome == "FORAELDET"
    assert decide("gaeldende_ret").outcome == "FORAELDET_FORBEHOLD_BORTFALDET"
    assert decide("gaeldende_ret").steps[-1].citation == "FL § 25, stk. 4"


@pytest.mark.parametrize(
    ("forfalden", "frist"),
    [
        pytest.param("2023-05-11", "2026-05-11", id="a Monday stays"),
        pytest.param("2023-05-09", "2026-05-11", id="Saturday"),
        pytest.param("2023-05-10", "2026-05-11", id="Sunday"),
        pytest.param("2023-04-03", "2026-04-07", id="langfredag"),
        pytest.param("2023-05-14", "2026-05-15", id="Kristi himmelfartsdag"),
        pytest.param("2021-06-05", "2024-06-06", id="grundlovsdag"),
        pytest.param("2021-12-24", "2024-12-27", id="24 December"),
        pytest.param("2021-12-31", "2025-01-02", id="31 December"),
        pytest.param("2023-02-28", "2026-03-02", id="28 February, a Saturday"),
        pytest.param("2024-02-29", "2027-03-01", id="29 February to Sunday 28"),
        pytest.param("2023-08-31", "2026-08-31", id="31 August"),
    ],
)
def test_fl_27_moves_a_deadline_to_the_next_working_day(forfalden, frist):
    assert ends(stiftet="2020-01-02", forfalden=forfalden) == frist


@pytest.mark.parametrize(
    ("bevaegelse", "frist"),
    [
        pytest.param("2016-03-15", "2026-03-16", id="from the last movement, moved off a Sunday"),
        pytest.param("2016-06-01", "2026-06-01", id="on the day to which the debt was called in"),
        pytest.param("2016-09-01", "2026-06-01", id="at the latest from that day"),
    ],
)
def test_fl_6_stk_2_a_credit_without_due_date_runs_from_the_last_movement(bevaegelse, frist):
    assert ends(**LAAN, seneste_bevaegelse=bevaegelse) == frist


@pytest.mark.parametrize(
    ("changes", "frist"),
    [
        pytest.param({"afbrudt": "2018-01-10"}, "2021-01-11", id="acknowledged by word: the same period"),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "erkendelse"}, "2021-01-11", id="the same when told"
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "erkendelse_skriftlig_med_beloeb": True},
            "2028-01-10",
            id="in writing with the amount: ten years",
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "retsskridt", "afgoerelse": "2018-09-05"},
            "2028-09-05",
            id="ten years from the judgment",
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "fogedret", "afgoerelse": "2018-09-05"},
            "2021-09-06",
            id="l03 fogedret, § 18(3)(3): the same period from its end",
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "fogedret", "afgoerelse": "2018-09-05", **LAAN},
            "2028-09-05",
            id="fogedret for a loan: ten years",
        ),
        pytest.param({"afbrudt": "2018-01-10", "afbrydelse": "ingen"}, "2019-06-03", id="a reminder"),
        pytest.param({"afbrudt": "2016-04-01"}, "2019-06-03", id="before the claim is due"),
    ],
)
def test_fl_15_to_19_what_interrupts_and_what_period_runs_anew(changes, frist):
    assert ends(**changes) == frist


@pytest.mark.parametrize(
    ("afbrudt", "frist"),
    [("2019-06-03", "2022-06-03"), ("2019-06-04", "2019-06-03")],
    ids=["on the moved last day", "the day after"],
)
def test_an_interruption_is_in_time_on_the_moved_last_day(afbrudt, frist):
    decision = decide("gaeldende_ret", afbrudt=afbrudt)
    assert decision.plain()["figures"]["frist_uden_afbrydelse"] == "2019-06-03"
    assert ends(afbrudt=afbrudt) == frist


@pytest.mark.parametrize("skridt", ["retsskridt", "fogedret"])
def test_while_a_case_is_pending_no_period_runs(skridt):
    decision = decide("gaeldende_ret", afbrudt="2018-01-10", afbrydelse=skridt)
    assert (decision.outcome, decision.figures["foraeldes_den"]) == ("IKKE_FORAELDET", None)
    assert "før sagen er afgjort" in decision.text


@pytest.mark.parametrize("skridt", ["retsskridt", "fogedret"])
def test_a_pending_case_brought_too_late_saves_nothing(skridt):
    decision = decide("gaeldende_ret", afbrudt="2019-06-04", afbrydelse=skridt)
    assert decision.outcome == "FORAELDET_FORBEHOLD_BORTFALDET"


def test_without_an_interruption_there_is_no_deadline_to_hold_it_against():
    assert decide("gaeldende_ret").figures["frist_uden_afbrydelse"] is None


@pytest.mark.parametrize(
    ("changes", "foraeldet"),
    [
        pytest.param({"i_dag": "2019-06-03"}, 0, id="not barred at all"),
        pytest.param({"i_dag": "2019-06-04"}, 100000, id="barred wholly"),
        pytest.param({"afbrudt": "2018-01-10", "i_dag": "2019-06-04"}, 0, id="saved wholly"),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrudt_beloeb": 30000, "i_dag": "2019-06-03"}, 0, id="last day"
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrudt_beloeb": 30000, "i_dag": "2019-06-04"},
            70000,
            id="the rest is barred the day after",
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrudt_beloeb": 30000, "i_dag": "2021-01-12"},
            100000,
            id="and in the end all of it",
        ),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrudt_beloeb": 100000, "i_dag": "2019-06-04"}, 0, id="all covered"
        ),
    ],
)
def test_an_interruption_may_cover_part_of_the_claim(changes, foraeldet):
    assert decide("gaeldende_ret", fordring=100000, **changes).figures["foraeldet_beloeb"] == foraeldet


def test_the_text_says_what_part_is_barred_and_without_the_sum_nothing():
    part = {"afbrudt": "2018-01-10", "afbrudt_beloeb": 30000, "i_dag": "2019-06-04"}
    assert "70.000 kr. dog forældet" in decide("gaeldende_ret", fordring=100000, **part).text
    assert decide("gaeldende_ret", **part).figures["foraeldet_beloeb"] is None
    assert "dog" not in decide("gaeldende_ret", **part).text


@pytest.mark.parametrize(
    ("key", "changes", "value"),
    [
        ("rykker_afbryder", {"afbrudt": "2018-01-10", "afbrydelse": "ingen"}, True),
        ("kun_bankens_laan", LAAN, "andet"),
        ("kun_bankens_laan", {}, None),
        ("glemmer_dokumentet", {"gaeldsbrev_eller_erkendelse": True}, "andet"),
        ("glemmer_dokumentet", LAAN, None),
        ("afbrydelse_efter_fristen", {"afbrudt": "2019-06-04"}, True),
        ("afbrydelse_efter_fristen", {"afbrudt": "2019-06-04", "afbrydelse": "ingen"}, None),
        ("afbrydelse_efter_fristen", {"afbrudt": "2019-06-04", "afbrydelse": "retsskridt"}, None),
        ("sidste_dag_er_for_sent", {"i_dag": "2019-06-03"}, True),
        ("sidste_dag_er_for_sent", {"i_dag": "2019-06-02"}, False),
        ("sidste_dag_er_for_sent", {"afbrudt": "2018-01-10", "afbrydelse": "fogedret"}, None),
        ("fristen_i_en_weekend", {"afbrudt": "2018-01-10"}, "2019-06-01"),
        ("fristen_i_en_weekend", {}, None),
        ("kun_weekender_flytter", {"stiftet": "2020-01-02", "forfalden": "2023-04-03"}, "2026-04-03"),
        ("kun_weekender_flytter", {}, "2019-06-03"),
        ("ti_aar_fra_stiftelsen_som_bogen", {}, "2026-03-01"),
        ("ti_aar_for_alle", {}, "2026-06-01"),
        ("ti_aar_for_alle", LAAN, None),
        ("tre_aar_for_alle", LAAN, "2019-06-01"),
        ("tre_aar_for_alle", {}, None),
        ("flytter_ikke_fristen", {}, "2019-06-01"),
        ("taeller_foerste_dag_med", LAAN, "2026-05-31"),
        (
            "regner_fra_sagens_begyndelse",
            {"afbrudt": "2018-01-10", "afbrydelse": "retsskridt", "afgoerelse": "2018-09-05"},
            "2028-01-10",
        ),
        ("regner_fra_sagens_begyndelse", {"afbrudt": "2018-01-10"}, None),
        (
            "samme_frist_efter_dom",
            {"afbrudt": "2018-01-10", "erkendelse_skriftlig_med_beloeb": True},
            "2021-01-11",
        ),
        ("samme_frist_efter_dom", {}, None),
        ("hele_kravet_reddet", {"afbrudt": "2018-01-10", "afbrudt_beloeb": 30000}, 0),
        ("hele_kravet_reddet", {}, None),
        ("forbeholdet_overlever", {}, "FORAELDET"),
    ],
)
def test_what_each_mistake_of_the_statute_answers(key, changes, value):
    assert wrong(key, "gaeldende_ret", **changes) == value


# --- Facts that cannot be ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        pytest.param({"forfalden": "2016-02-29"}, "forfalden", id="due before it arose"),
        pytest.param({"i_dag": "2016-02-29"}, "i_dag", id="today before it arose"),
        pytest.param({"afbrudt": "2016-02-29"}, "afbrudt", id="interrupted before it arose"),
        pytest.param({"afbrudt": "2026-03-03"}, "i_dag", id="interrupted in the future"),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "retsskridt", "afgoerelse": "2018-01-09"},
            "afgoerelse",
            id="decided before the case began",
        ),
        pytest.param({"afbrydelse": "erkendelse"}, "afbrudt", id="acknowledged on no day"),
        pytest.param({"afbrydelse": "retsskridt"}, "afbrudt", id="sued on no day"),
        pytest.param({"afgoerelse": "2018-01-10"}, "afgoerelse", id="a decision without a case"),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "erkendelse", "afgoerelse": "2018-02-01"},
            "afgoerelse",
            id="a decision after an acknowledgement",
        ),
        pytest.param({"afbrudt_beloeb": 1}, "afbrudt_beloeb", id="a sum without an interruption"),
        pytest.param(
            {"afbrudt": "2018-01-10", "fordring": 100, "afbrudt_beloeb": "100.01"},
            "afbrudt_beloeb",
            id="more than the claim",
        ),
        pytest.param({"seneste_bevaegelse": "2017-01-01"}, "pengelaan", id="an account without a loan"),
        pytest.param(
            {"afbrudt": "2018-01-10", "afbrydelse": "fogedret", "erkendelse_skriftlig_med_beloeb": True},
            "erkendelse_skriftlig_med_beloeb",
            id="a written act that is no acknowledgement",
        ),
    ],
)
def test_facts_that_cannot_be_are_refused(changes, fact):
    with pytest.raises(FactError, match=fact):
        decide(**changes)


def test_a_reminder_without_a_day_and_an_interruption_of_the_whole_sum_are_allowed():
    assert decide(afbrydelse="ingen").outcome == "FORAELDET_FORBEHOLD_BORTFALDET"
    assert decide(afbrudt="2018-01-10", fordring=100, afbrudt_beloeb=100).outcome == "IKKE_FORAELDET"


DAYS = st.dates(date(1990, 1, 1), date(2080, 1, 1))


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(due=DAYS, later=st.integers(0, 400), years=st.sampled_from([3, 10]))
def test_a_later_due_date_never_bars_the_claim_earlier_and_no_deadline_ends_on_a_closed_day(
    due, later, years
):
    facts = {
        "stiftet": "1989-01-01",
        "i_dag": "2095-01-01",
        "gaeldsbrev_eller_erkendelse": years == 10,
    }
    first, second = (
        decide("gaeldende_ret", **facts, forfalden=day.isoformat()).figures["foraeldes_den"]
        for day in (due, due + timedelta(days=later))
    )
    assert first <= second
    assert is_working_day(first)
    assert (
        timedelta(0) <= first - due.replace(year=due.year + years, day=min(due.day, 28)) <= timedelta(days=9)
    )


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(days=st.integers(0, 1500), reading=st.sampled_from(["pensum", "gaeldende_ret"]))
def test_an_acknowledgement_never_bars_the_claim_earlier(days, reading):
    afbrudt = (date(2016, 3, 1) + timedelta(days=days)).isoformat()
    for changes in ({}, TRE_AAR, LAAN):
        without = ends(reading, **changes)
        assert ends(reading, **changes, afbrudt=afbrudt) >= without


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"seneste_bevaegelse": "2016-02-29", **LAAN}, "seneste_bevaegelse"),
        ({"seneste_bevaegelse": "2026-03-03", **LAAN}, "i_dag"),
        ({"afbrudt": "2018-01-10", "afbrydelse": "retsskridt", "afgoerelse": "2026-03-03"}, "i_dag"),
    ],
)
def test_an_account_moves_after_the_agreement_and_nothing_lies_after_today(changes, fact):
    with pytest.raises(FactError) as error:
        topic.read(BIL | changes)
    assert [problem.fact for problem in error.value.problems] == [fact]


def test_a_sunday_moves_to_monday_also_for_somebody_who_sees_only_weekends():
    assert wrong("kun_weekender_flytter", "gaeldende_ret", forfalden="2022-09-14") == "2025-09-15"
    assert wrong("kun_weekender_flytter", "gaeldende_ret", forfalden="2022-09-13") == "2025-09-15"


def test_a_case_begun_before_the_claim_was_due_counts_from_the_due_day_in_the_usual_mistake_too():
    case = {"afbrudt": "2016-04-01", "afbrydelse": "retsskridt", "afgoerelse": "2016-05-02"}
    assert wrong("regner_fra_sagens_begyndelse", "gaeldende_ret", **case) == "2026-06-01"
