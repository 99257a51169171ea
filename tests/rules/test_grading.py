"""The marks: what a slip costs, what follows from it, and what is never charged twice."""

import pytest

import rules
from rules.grading import asked, grade

underretning = rules.topic("underretning")
factoring = rules.topic("factoring")
FACTS = underretning.read(
    {
        "privat_kautionist": True,
        "misligholdt": "2026-01-31",
        "underrettet": "2026-07-31",
        "kraevet": "2026-09-15",
        "misligholdt_beloeb": 62800,
    }
)
RIGHT = {
    "jus": ["FIL § 48"],
    "steps": {"er_privat": True, "rettidig": True},
    "figures": {"sidste_frist": "2026-07-31", "tabt_beloeb": 0},
    "outcome": "KRAV_I_BEHOLD",
}


def changed(**changes):
    answers = {part: dict(given) if isinstance(given, dict) else given for part, given in RIGHT.items()}
    for key, value in changes.items():
        if key in ("jus", "outcome"):
            answers[key] = value
        else:
            answers["steps" if key in answers["steps"] else "figures"][key] = value
    return answers


def judged(answers, reading="pensum"):
    found = grade(underretning, FACTS, answers, reading)
    return found, {answer.key: answer for answer in found.answers}


def test_all_right_answers_give_full_marks():
    found, by_key = judged(RIGHT)
    assert found.total == pytest.approx(1)
    assert {answer.status for answer in by_key.values()} == {"rigtig"}


def test_a_wrong_deadline_costs_once_and_what_follows_from_it_earns():
    found, by_key = judged(
        changed(
            sidste_frist="2026-07-30",
            rettidig=False,
            tabt_beloeb=62800,
            outcome="KRAV_TABT_FOR_MISLIGHOLDT_DEL",
        )
    )
    assert by_key["sidste_frist"].mistake == "regner_180_dage"
    assert "180 dage" in by_key["sidste_frist"].remark
    assert {by_key[key].status for key in ("rettidig", "tabt_beloeb", "outcome")} == {"foelger"}
    assert "sidste frist" in by_key["rettidig"].remark
    assert found.total == pytest.approx(1 - by_key["sidste_frist"].share)


def test_a_right_answer_after_a_wrong_deadline_is_right():
    _, by_key = judged(changed(sidste_frist="2026-07-30"))
    assert by_key["rettidig"].status == "rigtig"


def test_a_conclusion_that_nothing_leads_to_is_wrong_but_costs_no_more_than_a_wrong_step():
    found, by_key = judged(changed(outcome="KRAV_TABT_FOR_MISLIGHOLDT_DEL"))
    assert by_key["outcome"].status == "forkert"
    assert found.total == pytest.approx(1 - by_key["rettidig"].share)


def test_steps_that_the_own_path_never_met_earn_nothing_and_their_reason_is_not_told():
    found, by_key = judged({"jus": ["FIL § 48"], "steps": {"er_privat": False}, "outcome": "KRAV_I_BEHOLD"})
    assert by_key["rettidig"].status == "ikke_spurgt"
    assert by_key["rettidig"].remark == ""
    assert found.marks["subsumption"] == 0


def test_correcting_the_step_that_turned_the_outcome_never_lowers_the_total():
    wrong, _ = judged(changed(rettidig=False, tabt_beloeb=62800, outcome="KRAV_TABT_FOR_MISLIGHOLDT_DEL"))
    corrected, _ = judged(changed(tabt_beloeb=62800, outcome="KRAV_TABT_FOR_MISLIGHOLDT_DEL"))
    assert corrected.total >= wrong.total


@pytest.mark.parametrize(
    ("given", "mark", "remark"),
    [
        (["FIL § 48"], 1, ""),
        (["§ 48 i lov om finansiel virksomhed"], 1, ""),
        (["FIL § 48, stk. 6"], 1, ""),
        (["§ 48"], 1, "Skriv også loven"),
        (["GBL § 31"], 0, "overdragelse"),
        (["KAL § 26"], 0, "FIL § 48"),
        (["FIL § 48", "KAL § 26"], 0, "FIL § 48"),
        ([], 0, ""),
    ],
)
def test_the_provision_is_judged_however_it_is_written(given, mark, remark):
    found, by_key = judged(changed(jus=given))
    assert found.marks["jus"] == mark
    assert remark in by_key["jus"].remark


def test_a_provision_too_coarse_for_the_statute_is_right_and_told_to_be_written_out():
    _, by_key = judged(
        changed(jus=["FIL § 48"]) | {"steps": {}, "figures": {}, "outcome": None}, "gaeldende_ret"
    )
    assert by_key["jus"].status == "rigtig"


def test_amounts_tolerate_a_krone_and_dates_nothing():
    facts = factoring.read({"fakturabeloeb": 1000, "solgt": "2026-01-01"})
    right = factoring.decide(facts).plain()
    answers = {
        "steps": {"har_betalt": False},
        "figures": {"banken_kan_kraeve_af_kunden": 999.5},
        "outcome": "UBETALT",
    }
    by_key = {answer.key: answer for answer in grade(factoring, facts, answers).answers}
    assert right["figures"]["banken_kan_kraeve_af_kunden"] == 1000
    assert by_key["banken_kan_kraeve_af_kunden"].status == "rigtig"


def test_it_asks_the_provision_first_and_then_one_step_at_a_time():
    def keys(answers):
        return [item.key for item in asked(underretning, FACTS, answers)]

    assert keys({}) == ["jus"]
    assert keys({"jus": ["GBL § 31"]}) == ["jus", "er_privat"]
    assert keys({"jus": ["§ 1"], "steps": {"er_privat": True}}) == ["jus", "er_privat", "sidste_frist"]
    assert keys({"jus": ["§ 1"], "steps": {"er_privat": False}}) == [
        "jus",
        "er_privat",
        "tabt_beloeb",
        "outcome",
    ]
    assert keys(RIGHT) == ["jus", "er_privat", "sidste_frist", "rettidig", "tabt_beloeb", "outcome"]


def test_what_is_asked_holds_no_word_of_what_is_right():
    for item in asked(underretning, FACTS, {"jus": ["§ 1"], "steps": {"er_privat": True}}):
        assert "31. juli" not in item.question
        assert not hasattr(item, "citation")


def test_weights_are_scaled_to_the_parts_that_are_asked():
    found = grade(
        underretning,
        FACTS,
        changed(jus=["GBL § 31"]),
        weights={"jus": 50, "subsumption": 25, "konklusion": 25},
    )
    assert found.total == pytest.approx(0.5)
