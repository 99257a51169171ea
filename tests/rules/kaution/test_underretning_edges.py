"""Notice to the guarantor at its edges: what each usual mistake answers, and small sums and short terms."""

import pytest

import rules
from rules.facts import FactError
from tests.rules.slips import slip

topic = rules.topic("underretning")
# Without interest an instalment is 1.000 a month, so that the sums can be followed by head.
LAAN = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "kraevet": "2026-09-01",
    "misligholdt_beloeb": 8000,
    "hovedstol": 120000,
    "rente_pa": 0,
    "loebetid_mdr": 120,
}
UKENDT = {"hovedstol": None, "rente_pa": None, "loebetid_mdr": None}


def figures(**changes):
    return topic.decide(topic.read(LAAN | changes), "gaeldende_ret").plain()["figures"]


def outcome(**changes):
    return topic.decide(topic.read(LAAN | changes), "gaeldende_ret").outcome


@pytest.mark.parametrize(
    ("mistake", "answer"),
    [
        ("regner_180_dage", "2026-07-30"),
        ("bruger_lovens_tre_maaneder", "2026-04-30"),
        ("taeller_foerste_dag_med", "2026-07-30"),
        ("for_sen_besked_er_uden_betydning", "KRAV_I_BEHOLD"),
        ("hele_kautionen_falder", 120000),
    ],
)
def test_what_the_usual_mistakes_about_the_book_answer(mistake, answer):
    assert slip(topic, "pensum", mistake, LAAN) == answer


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        ("bruger_seks_maaneder", {}, "2026-07-31"),
        ("regner_90_dage", {}, "2026-05-01"),
        ("regner_90_dage", {"privat_kautionist": False}, None),
        ("taber_hele_restancen", {}, 8000),
    ],
)
def test_what_the_usual_mistakes_about_the_statute_answer(mistake, changes, answer):
    assert slip(topic, "gaeldende_ret", mistake, LAAN | changes) == answer


def test_instalments_whose_three_months_ran_out_before_the_notice_are_lost():
    # Due on 31 January to 30 April: their three months ended by 31 July; that of 31 May on 31 August.
    assert figures() == {"sidste_frist": "2026-04-30", "tabt_beloeb": 5000, "haefter_for": 115000}


def test_a_loss_on_recourse_is_subtracted_too_and_the_debt_never_falls_below_nothing():
    assert figures(regres_tab=2000)["haefter_for"] == 113000
    assert figures(regres_tab=400000)["haefter_for"] == 0


def test_no_more_instalments_are_lost_than_the_loan_has_left():
    assert figures(hovedstol=3000, loebetid_mdr=3)["tabt_beloeb"] == 3000


@pytest.mark.parametrize("missing", [{"hovedstol": None}, {"rente_pa": None}, {"loebetid_mdr": None}, UKENDT])
def test_without_debt_rate_or_term_no_sum_is_named(missing):
    found = figures(**missing)
    assert (found["tabt_beloeb"], found["haefter_for"]) == (None, None)


@pytest.mark.parametrize(
    ("changes", "lost", "liable"),
    [
        pytest.param({"kraevet": "2026-04-30"}, 0, 120000, id="notice in time"),
        pytest.param({"misligholdt_beloeb": 0, "regres_tab": 2000}, 0, 120000, id="nothing is missing"),
        pytest.param({"langiver": "anden"}, 0, None, id="another lender"),
        pytest.param(
            {"privat_kautionist": False, "langiver": "realkredit", "regres_tab": 2000},
            0,
            None,
            id="business and a mortgage institution",
        ),
        pytest.param({"privat_kautionist": False, "regres_tab": 2000}, 2000, None, id="business and a bank"),
    ],
)
def test_what_is_lost_and_what_is_left_where_the_rule_does_not_bite(changes, lost, liable):
    found = figures(**changes)
    assert (found["tabt_beloeb"], found["haefter_for"]) == (lost, liable)


def test_an_oere_missing_is_a_missed_instalment():
    assert outcome(misligholdt_beloeb="0.01") == "KRAV_BEGRAENSET"
    assert outcome(misligholdt_beloeb=0) == "KRAV_I_BEHOLD"


@pytest.mark.parametrize(("tab", "wanted"), [("0.01", "KRAV_BEGRAENSET"), (0, "KRAV_I_BEHOLD")])
def test_in_business_an_oere_of_worse_recourse_limits_the_claim(tab, wanted):
    assert outcome(privat_kautionist=False, regres_tab=tab) == wanted


def test_in_business_the_book_lets_the_bank_lose_nothing_however_late():
    decision = topic.decide(topic.read(LAAN | {"privat_kautionist": False}))
    assert decision.figures["tabt_beloeb"] == 0


@pytest.mark.parametrize(("months", "fine"), [(0, False), (1, True), (600, True), (601, False)])
def test_a_loan_has_from_one_month_to_fifty_years_left(months, fine):
    if fine:
        assert topic.read(LAAN | {"loebetid_mdr": months}).loebetid_mdr == months
    else:
        with pytest.raises(FactError, match="loebetid_mdr"):
            topic.read(LAAN | {"loebetid_mdr": months})
