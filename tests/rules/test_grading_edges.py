"""Grading where two answers, two mistakes or two matters meet: sameness, discretion, what follows, what is told."""

from decimal import Decimal

import pytest

import rules
from rules.grading import grade, same

urimelighed = rules.topic("urimelighed")
underretning = rules.topic("underretning")
delt = rules.topic("flere_kautionister")
LENDING = urimelighed.read(
    {
        "uansvarlig_langivning": True,
        "urimelige_vilkaar": False,
        "hovedstol": 100000,
        "renter_og_gebyrer": 50000,
        "rimelige_renter_og_gebyrer": 20000,
    }
)
LATE = underretning.read(
    {
        "privat_kautionist": True,
        "misligholdt": "2026-01-31",
        "underrettet": "2026-08-01",
        "kraevet": "2026-09-15",
        "misligholdt_beloeb": 62800,
    }
)


def graded(topic, facts, reading="pensum", **answers):
    found = grade(topic, facts, answers, reading)
    return found, {answer.key: answer for answer in found.answers}


@pytest.mark.parametrize(
    ("first", "second", "tolerance", "agree"),
    [
        (Decimal(10), Decimal(11), 1, True),
        (Decimal(10), Decimal("11.01"), 1, False),
        (Decimal(10), Decimal(-10), 1, False),
        (Decimal(10), Decimal("10.01"), 0, False),
        ([Decimal(1), Decimal(2)], (Decimal(1), Decimal(2)), 0, True),
        ([Decimal(1), Decimal(2)], [Decimal(1), Decimal(3)], 0, False),
        ([Decimal(1), Decimal(2)], [Decimal(1), Decimal("2.5")], 1, True),
        ([Decimal(1)], [Decimal(1), Decimal(2)], 0, False),
        ([], [], 0, True),
        ([Decimal(1)], Decimal(1), 0, False),
        (Decimal(1), [Decimal(1)], 0, False),
        (Decimal(1), "1", 0, False),
        ("1", Decimal(1), 0, False),
        ("a", "a", 0, True),
        (True, False, 1, False),
    ],
)
def test_when_two_answers_agree(first, second, tolerance, agree):
    assert same(first, second, tolerance) is agree


def test_without_a_tolerance_an_oere_is_a_difference():
    assert same(Decimal(1), Decimal(1)) is True
    assert same(Decimal(1), Decimal("1.5")) is False


def test_a_grade_as_plain_data_holds_each_answer_with_all_that_is_told_of_it():
    found, by_key = graded(underretning, LATE, jus=["FIL § 48"], steps={"er_privat": True, "rettidig": True})
    plain = found.plain()
    assert list(plain) == ["marks", "total", "answers"]
    assert list(plain["marks"]) == ["jus", "subsumption", "konklusion"]
    assert plain["total"] == round(found.total, 6) != found.total
    assert plain["marks"]["subsumption"] == round(found.marks["subsumption"], 6)
    step = by_key["rettidig"]
    assert step.plain() == {
        "part": "subsumption",
        "key": "rettidig",
        "given": True,
        "expected": False,
        "status": "forkert",
        "mistake": step.mistake,
        "remark": step.remark,
        "citation": "FIL § 48",
    }
    assert plain["answers"][0]["key"] == "jus"
    assert plain["answers"][-1]["key"] == "outcome"


def test_the_answers_stand_in_the_order_of_the_parts():
    found, _ = graded(underretning, LATE)
    assert [answer.part for answer in found.answers] == [
        "jus",
        "subsumption",
        "subsumption",
        "subsumption",
        "konklusion",
        "konklusion",
    ]


def test_nothing_answered_earns_nothing_and_names_no_mistake():
    found, by_key = graded(underretning, LATE)
    assert found.total == 0
    assert {answer.status for answer in found.answers} == {"forkert"}
    assert {answer.mistake for answer in found.answers} == {None}
    assert by_key["jus"].given is by_key["outcome"].given is None
    assert all(answer.counts for answer in found.answers)
    assert by_key["outcome"].citation == "FIL § 48"


def test_the_jus_is_told_as_given_and_as_expected():
    _, by_key = graded(underretning, LATE, jus=["GBL § 31"])
    assert by_key["jus"].given == ["GBL § 31"]
    assert by_key["jus"].expected == ["FIL § 48"]


def test_what_the_student_decides_in_a_matter_of_discretion_is_right_and_leads_on():
    """Either answer is right; the outcome is held against the one that was given."""
    for steps, outcome in (
        ({"boer_gribes_ind": False}, "GYLDIG"),
        ({"boer_gribes_ind": True, "boer_renter_falde_helt": True}, "MISTER_RENTER_OG_GEBYRER"),
        ({"boer_gribes_ind": True, "boer_renter_falde_helt": False}, "VILKAAR_JUSTERES"),
    ):
        right = urimelighed.decide(LENDING, "gaeldende_ret", steps).plain()
        answers = {step["key"]: step["answer"] for step in right["steps"]}
        _, by_key = graded(urimelighed, LENDING, "gaeldende_ret", steps=answers, outcome=outcome)
        assert {by_key[key].status for key in (*steps, "outcome")} == {"rigtig"}
        assert {by_key[key].mistake for key in steps} == {None}


def test_a_matter_of_discretion_without_an_answer_is_not_right():
    _, by_key = graded(urimelighed, LENDING, "gaeldende_ret")
    assert by_key["boer_gribes_ind"].status == by_key["outcome"].status == "forkert"


def test_an_open_matter_takes_any_outcome_that_it_can_have_and_no_other():
    steps = {step.key: step.answer for step in urimelighed.decide(LENDING, "gaeldende_ret").steps}
    _, by_key = graded(urimelighed, LENDING, "gaeldende_ret", steps=steps, outcome="VILKAAR_JUSTERES")
    assert by_key["outcome"].status == "rigtig"
    assert by_key["outcome"].expected is None
    _, by_key = graded(urimelighed, LENDING, "gaeldende_ret", steps=steps, outcome="HELE_LAANET_UGYLDIGT")
    assert by_key["outcome"].status == "forkert"


def test_what_follows_names_the_answer_that_it_follows_from():
    _, by_key = graded(
        underretning,
        LATE,
        steps={"er_privat": True, "rettidig": True},
        figures={"sidste_frist": "2026-08-31", "tabt_beloeb": 0},
        outcome="KRAV_I_BEHOLD",
    )
    assert by_key["sidste_frist"].status == "forkert"
    for key in ("rettidig", "tabt_beloeb", "outcome"):
        assert by_key[key].status == "foelger"
        assert by_key[key].mistake is None
    assert by_key["rettidig"].remark == (
        "Det følger af dit eget svar om sidste frist. Fejlen tæller kun én gang."
    )


def test_what_follows_from_a_step_names_no_figure():
    _, by_key = graded(
        underretning, LATE, steps={"er_privat": False}, figures={"tabt_beloeb": 0}, outcome="KRAV_I_BEHOLD"
    )
    assert by_key["er_privat"].status == "forkert"
    assert by_key["outcome"].status == "foelger"
    assert by_key["outcome"].remark == ("Det følger af dit eget svar ovenfor. Fejlen tæller kun én gang.")


def test_a_right_answer_to_what_the_own_path_never_asked_is_right_all_the_same():
    _, by_key = graded(
        underretning,
        LATE,
        steps={"er_privat": False, "rettidig": False},
        figures={"sidste_frist": "2026-07-31"},
    )
    assert by_key["rettidig"].status == by_key["sidste_frist"].status == "rigtig"
    assert by_key["rettidig"].remark == underretning.decide(LATE).steps[1].reason
    _, by_key = graded(
        underretning,
        LATE,
        steps={"er_privat": False, "rettidig": True},
        figures={"sidste_frist": "2026-08-01"},
    )
    assert by_key["rettidig"].status == by_key["sidste_frist"].status == "ikke_spurgt"
    assert by_key["rettidig"].remark == by_key["sidste_frist"].remark == ""


def test_a_wrong_deadline_does_not_make_a_wrong_amount_follow():
    _, by_key = graded(
        underretning,
        LATE,
        steps={"er_privat": True, "rettidig": False},
        figures={"sidste_frist": "2026-07-30", "tabt_beloeb": 5},
        outcome="KRAV_I_BEHOLD",
    )
    assert by_key["sidste_frist"].mistake == "regner_180_dage"
    assert by_key["rettidig"].status == "rigtig"
    assert by_key["tabt_beloeb"].status == by_key["outcome"].status == "forkert"


def test_lists_are_held_against_each_other_one_by_one():
    facts = delt.read({"haeftelse": "delt", "gaeld": 90000, "andele": [0.5, 0.5], "betaler": 1})
    right = delt.decide(facts).plain()["figures"]["kreditor_kan_kraeve"]
    _, by_key = graded(delt, facts, figures={"kreditor_kan_kraeve": right})
    assert by_key["kreditor_kan_kraeve"].status == "rigtig"
    _, by_key = graded(delt, facts, figures={"kreditor_kan_kraeve": [right[0], right[1] + 2]})
    assert by_key["kreditor_kan_kraeve"].status == "forkert"


def test_a_step_that_is_not_graded_counts_for_nothing():
    """The article's list of states is shown and discussed; with or without an answer to it the total is the same."""
    topic = rules.topic("regreslaan")
    law = topic.reading_for("gaeldende_ret")
    uncounted = {place.key for place in law.steps if not place.graded}
    facts = topic.read(
        {
            "jurisdiktion": "usa",
            "laantype": "realkredit",
            "stat": "CA",
            "restgaeld": 500,
            "sikkerhed_vaerdi": 300,
        }
    )
    _, by_key = graded(topic, facts, "gaeldende_ret")
    met = uncounted & set(by_key)
    assert met
    assert not any(by_key[key].counts for key in met)
    assert all(
        answer.counts for key, answer in by_key.items() if key not in met and answer.expected is not None
    )


def test_the_outcome_is_cited_by_the_step_that_settled_it():
    path = underretning.decide(LATE, "gaeldende_ret").steps
    _, by_key = graded(underretning, LATE, "gaeldende_ret")
    assert by_key["outcome"].citation == path[-1].citation != path[0].citation
