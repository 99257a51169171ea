"""Notice to the guarantor: Case 4 and the book's examples, and FIL §§ 47-48 (F01, F02, F08, F16, N11)."""

import pytest

import rules
from rules.facts import FactError

topic = rules.topic("underretning")
# Case 4: two million over thirty years at 3,5 %, default in January, first notice by the demand in September.
CASE_4 = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-01",
    "kraevet": "2026-09-01",
    "misligholdt_beloeb": "71847.12",
    "hovedstol": 2000000,
    "rente_pa": "3.5",
    "loebetid_mdr": 360,
}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(CASE_4 | changes), reading)


def test_case_4_eight_months_and_the_defaulted_part_is_lost():
    decision = decide()
    assert decision.outcome == "KRAV_TABT_FOR_MISLIGHOLDT_DEL"
    assert float(decision.figures["tabt_beloeb"]) == 71847.12
    assert decision.plain()["figures"]["sidste_frist"] == "2026-07-01"


def test_sector_example_told_within_six_months_the_claim_stands():
    assert decide(underrettet="2026-06-15").outcome == "KRAV_I_BEHOLD"


@pytest.mark.parametrize(
    ("misligholdt", "frist"),
    [
        pytest.param("2026-01-31", "2026-07-31", id="month's end to month's end"),
        pytest.param("2026-08-31", "2027-02-28", id="no 31st in February"),
        pytest.param("2027-08-31", "2028-02-29", id="leap year"),
        pytest.param("2026-02-28", "2026-08-28", id="from the short month"),
    ],
)
def test_six_months_follow_the_calendar(misligholdt, frist):
    assert decide(misligholdt=misligholdt, kraevet="2029-01-01").plain()["figures"]["sidste_frist"] == frist


@pytest.mark.parametrize(
    ("underrettet", "outcome"),
    [("2026-07-01", "KRAV_I_BEHOLD"), ("2026-07-02", "KRAV_TABT_FOR_MISLIGHOLDT_DEL")],
    ids=["on the last day", "the day after"],
)
def test_the_last_day_is_in_time(underrettet, outcome):
    assert decide(underrettet=underrettet).outcome == outcome


def test_a_demand_on_the_guarantor_is_itself_notice():
    assert decide(kraevet="2026-07-01").outcome == "KRAV_I_BEHOLD"
    assert decide(kraevet="2026-07-01", underrettet="2026-08-01").outcome == "KRAV_I_BEHOLD"


def test_the_book_protects_private_guarantors_only():
    decision = decide(privat_kautionist=False)
    assert (decision.outcome, decision.figures["tabt_beloeb"], decision.figures["sidste_frist"]) == (
        "KRAV_I_BEHOLD",
        0,
        None,
    )


@pytest.mark.parametrize(
    ("underrettet", "outcome"),
    [("2026-04-01", "KRAV_I_BEHOLD"), ("2026-04-02", "KRAV_BEGRAENSET")],
    ids=["on the last day", "the day after"],
)
def test_f01_three_months_for_a_private_guarantor(underrettet, outcome):
    decision = decide("gaeldende_ret", underrettet=underrettet)
    assert (decision.outcome, decision.plain()["figures"]["sidste_frist"]) == (outcome, "2026-04-01")


def test_n11_f02_f16_the_instalments_before_1_june_fall_away_and_the_guarantee_stands():
    decision = decide("gaeldende_ret")
    assert decision.outcome == "KRAV_BEGRAENSET"
    assert float(decision.figures["tabt_beloeb"]) == pytest.approx(44904, abs=1)
    assert float(decision.figures["haefter_for"]) == pytest.approx(1984170, abs=1)


def test_n11_the_instalment_due_on_the_cut_off_day_is_not_counted():
    on_the_day = decide("gaeldende_ret", misligholdt="2026-06-01")
    the_day_after = decide("gaeldende_ret", misligholdt="2026-06-01", kraevet="2026-09-02")
    assert (on_the_day.outcome, on_the_day.figures["tabt_beloeb"]) == ("KRAV_I_BEHOLD", 0)
    assert float(the_day_after.figures["tabt_beloeb"]) == 8980.89


def test_f02_the_loss_of_recourse_comes_on_top():
    lost = decide("gaeldende_ret", regres_tab=25000).figures["tabt_beloeb"]
    assert lost - decide("gaeldende_ret").figures["tabt_beloeb"] == 25000


def test_f08_business_guarantee_six_months_and_only_the_recourse_is_lost():
    owner = {"privat_kautionist": False}
    assert decide("gaeldende_ret", **owner).outcome == "KRAV_I_BEHOLD"
    decision = decide("gaeldende_ret", **owner, regres_tab=25000)
    assert (decision.outcome, decision.figures["tabt_beloeb"]) == ("KRAV_BEGRAENSET", 25000)


def test_n11_in_business_the_notice_of_march_is_due_on_that_very_day():
    march = {"privat_kautionist": False, "misligholdt": "2026-03-01", "regres_tab": 25000}
    assert decide("gaeldende_ret", **march).outcome == "KRAV_I_BEHOLD"
    assert decide("gaeldende_ret", **march, kraevet="2026-09-02").outcome == "KRAV_BEGRAENSET"


@pytest.mark.parametrize(
    ("langiver", "privat", "outcome"),
    [
        ("realkredit", True, "KRAV_BEGRAENSET"),
        ("realkredit", False, "KRAV_I_BEHOLD"),
        ("anden", True, "KRAV_I_BEHOLD"),
        ("anden", False, "KRAV_I_BEHOLD"),
    ],
    ids=[
        "mortgage bank, private (§ 53 a)",
        "mortgage bank, business",
        "another lender, private",
        "another lender, business",
    ],
)
def test_which_lenders_must_tell(langiver, privat, outcome):
    assert (
        decide("gaeldende_ret", langiver=langiver, privat_kautionist=privat, regres_tab=25000).outcome
        == outcome
    )


def test_no_missed_payment_and_no_respite_is_no_duty():
    assert decide("gaeldende_ret", misligholdt_beloeb=0).outcome == "KRAV_I_BEHOLD"
    assert (
        decide("gaeldende_ret", misligholdt_beloeb=0, henstand_uden_samtykke=True).outcome
        == "KRAV_BEGRAENSET"
    )


def test_without_the_loan_the_sum_is_unknown_but_the_result_is_not():
    decision = topic.decide(
        topic.read(
            {
                name: CASE_4[name]
                for name in ("privat_kautionist", "misligholdt", "kraevet", "misligholdt_beloeb")
            }
        ),
        "gaeldende_ret",
    )
    assert (decision.outcome, decision.figures["tabt_beloeb"], decision.figures["haefter_for"]) == (
        "KRAV_BEGRAENSET",
        None,
        None,
    )
    assert "de forsinkede ydelser" in decision.text


@pytest.mark.parametrize("fact", ["underrettet", "kraevet"])
def test_notice_or_demand_before_the_default_is_refused(fact):
    with pytest.raises(FactError, match=fact):
        decide(**{fact: "2025-12-31"})
