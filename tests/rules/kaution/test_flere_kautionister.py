"""Several guarantors: the book's table, and GBL §§ 2 and 61 (F11)."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.flips import flips
from rules.grading import grade
from rules.steps import View

topic = rules.topic("flere_kautionister")
JOINT = {"haeftelse": "solidarisk", "gaeld": 600000, "andele": ["1/2", "1/3", "1/6"], "betaler": 1}
DIVIDED = JOINT | {"haeftelse": "delt"}
KEYS = ("kreditor_kan_kraeve", "endelig_byrde", "regres_mod")


def decide(facts=JOINT, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def figures(facts=JOINT, reading="pensum", **changes):
    return [decide(facts, reading, **changes).plain()["figures"][key] for key in KEYS]


def answer(law, key, facts=JOINT, **changes):
    """What a mistake answers on these facts."""
    mistake = next(found for found in topic.readings[law].mistakes if found.key == key)
    value = mistake.function(topic.read(facts | changes))
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_table_joint_guarantors_answer_each_for_all(reading):
    assert decide(reading=reading).outcome == "SOLIDARISK"
    assert figures(reading=reading) == [[600000] * 3, [300000, 200000, 100000], [0, 200000, 100000]]


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_table_divided_guarantors_answer_each_for_a_part(reading):
    assert decide(DIVIDED, reading).outcome == "DELT"
    assert figures(DIVIDED, reading) == [[300000, 200000, 100000], [300000, 200000, 100000], [0, 0, 0]]


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_f11_without_an_agreement_they_are_joint(reading):
    assert decide(reading=reading, haeftelse=None).outcome == "SOLIDARISK"
    assert topic.decide(
        topic.read({name: JOINT[name] for name in ("gaeld", "andele", "betaler")}), reading
    ).outcome == ("SOLIDARISK")


def test_f11_the_one_who_pays_recovers_each_ones_share():
    assert figures(betaler=2)[2] == [300000, 0, 100000]
    assert figures(reading="gaeldende_ret", betaler=3)[2] == [300000, 200000, 0]


def test_f11_the_share_of_one_who_cannot_pay_falls_on_the_others_by_their_shares():
    claims, burden, recourse = figures(reading="gaeldende_ret", insolvente=[2])
    assert claims == [600000] * 3
    assert burden == [450000, 0, 150000]
    assert recourse == [0, 0, 150000]


def test_f11_where_only_the_payer_can_pay_the_payer_bears_it_all():
    assert figures(reading="gaeldende_ret", insolvente=[2, 3])[1:] == [[600000, 0, 0], [0, 0, 0]]
    assert figures(reading="gaeldende_ret", betaler=3, insolvente=[2, 1])[1] == [0, 0, 600000]


def test_divided_guarantors_do_not_take_over_each_others_part():
    assert figures(DIVIDED, "gaeldende_ret", insolvente=[2]) == figures(DIVIDED)


def test_the_book_does_not_speak_of_those_who_cannot_pay():
    assert figures(insolvente=[2]) == figures()
    found = compare(topic, topic.read(JOINT | {"insolvente": [2]}))
    assert found.figures_apart == ["endelig_byrde", "regres_mod"]
    assert (
        "endelig byrde er 300.000 kr., 200.000 kr. og 100.000 kr. efter bogen og 450.000 kr., 0 kr. og 150.000 kr."
        in found.text
    )
    assert found.parts_at == "nogen_kan_ikke_betale"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_shares_of_several_parts_in_the_whole(reading):
    shares = {"andele": ["2/5", "3/5"], "gaeld": 500000}
    assert figures(reading=reading, **shares) == [[500000] * 2, [200000, 300000], [0, 300000]]
    assert figures(DIVIDED, reading, **shares) == [[200000, 300000], [200000, 300000], [0, 0]]


def test_f11_what_is_missing_is_borne_in_proportion_to_unequal_shares():
    shares = {"andele": ["1/2", "3/10", "1/5"], "gaeld": 500000, "insolvente": [1], "betaler": 2}
    assert figures(reading="gaeldende_ret", **shares)[1:] == [[0, 300000, 200000], [0, 0, 200000]]
    wrong = answer("gaeldende_ret", "de_andre_overtager_delt_gaeld", DIVIDED, **shares)
    assert wrong == [0, 300000, 200000]


def test_thirds_are_stated_to_the_oere():
    assert figures(gaeld=100000, andele=["1/3", "1/3", "1/3"])[1] == [33333.33] * 3


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"andele": ["1/2", "1/3"]}, "De giver 5/6"),
        ({"andele": ["1/2", "1/2", "1/6"]}, "De giver 7/6"),
        ({"andele": []}, "De giver 0"),
        ({"andele": ["0", "1"]}, "større end 0"),
        ({"andele": "1/2"}, "Skriv en liste"),
        ({"andele": ["1/2", "en halv"]}, "mellem 0 og 1"),
        ({"betaler": 4}, "kun 3 kautionister"),
        ({"betaler": 0}, "fra 1 til 50"),
        ({"insolvente": [4]}, "kun 3 kautionister"),
        ({"insolvente": [0]}, "kun 3 kautionister"),
        ({"insolvente": [1]}, "uden evne"),
        ({"insolvente": [-1]}, "fra 0 til"),
        ({"insolvente": [2] * 51}, "højst 50"),
    ],
    ids=lambda value: None if isinstance(value, str) else json.dumps(value)[:40],
)
def test_what_cannot_be_is_refused(changes, told):
    with pytest.raises(FactError, match=told):
        decide(**changes)


@pytest.mark.parametrize(
    "changes", [{"betaler": 3}, {"insolvente": [3]}, {"insolvente": []}, {"andele": ["1"], "betaler": 1}]
)
def test_what_just_can_be_is_read(changes):
    assert decide(**changes).outcome == "SOLIDARISK"


SHARES = st.lists(st.integers(1, 20), min_size=2, max_size=6).map(
    lambda parts: [str(Fraction(part, sum(parts))) for part in parts]
)


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(andele=SHARES, gaeld=st.integers(1, 5_000_000), data=st.data())
def test_the_burdens_are_the_debt_and_nobody_gains(andele, gaeld, data):
    betaler = data.draw(st.integers(1, len(andele)))
    others = [number for number in range(1, len(andele) + 1) if number != betaler]
    insolvente = data.draw(st.lists(st.sampled_from(others), unique=True))
    facts = topic.read(
        JOINT | {"andele": andele, "gaeld": gaeld, "betaler": betaler, "insolvente": insolvente}
    )
    law = topic.reading_for("gaeldende_ret")
    burden, recourse = (law.figures[key](facts) for key in ("endelig_byrde", "regres_mod"))
    assert sum(burden) == pytest.approx(gaeld)
    assert gaeld - sum(recourse) == pytest.approx(burden[betaler - 1])
    agreed = topic.reading_for("pensum").figures["endelig_byrde"](facts)
    for number, (mine, was) in enumerate(zip(burden, agreed, strict=True), start=1):
        assert mine == 0 if number in insolvente else mine >= was - Decimal("0.001")


def grade_with(figures, reading="pensum", **changes):
    answers = {
        "jus": ["ulovbestemt"],
        "steps": {"er_delt": False},
        "figures": figures,
        "outcome": "SOLIDARISK",
    }
    found = grade(topic, topic.read(JOINT | changes), answers, reading)
    return {judged.key: judged for judged in found.answers}


def test_lists_are_graded_item_by_item_within_a_krone():
    right = {"endelig_byrde": ["300000.99", "199999.01", 100000]}
    wrong = {"endelig_byrde": ["300001.01", 200000, 100000]}
    too_short = {"endelig_byrde": [300000, 200000]}
    assert grade_with(right)["endelig_byrde"].status == "rigtig"
    assert grade_with(wrong)["endelig_byrde"].status == "forkert"
    assert grade_with(too_short)["endelig_byrde"].status == "forkert"


def test_a_wrong_burden_costs_once_and_the_recourse_follows_from_it():
    equal = [200000, 200000, 200000]
    found = grade_with(
        {"endelig_byrde": equal, "regres_mod": [0, 200000, 200000], "kreditor_kan_kraeve": [600000] * 3}
    )
    assert (found["endelig_byrde"].status, found["endelig_byrde"].mistake) == (
        "forkert",
        "deler_efter_hoveder",
    )
    assert found["regres_mod"].status == "foelger"
    assert "300.000 kr., 200.000 kr. og 100.000 kr." in found["endelig_byrde"].remark


def test_only_the_agreement_turns_the_outcome():
    found = {
        flip.fact: flip.plain()
        for flip in flips(topic, topic.read(JOINT | {"insolvente": [2]}), "gaeldende_ret")
    }
    assert list(found) == ["haeftelse"]
    assert (found["haeftelse"]["to"], found["haeftelse"]["outcome"]) == ("delt", "DELT")


def test_mistakes_in_both_readings():
    for law in topic.readings:
        assert answer(law, "uden_aftale_er_den_delt", haeftelse=None) is True
        assert answer(law, "uden_aftale_er_den_delt") is None
        assert answer(law, "flere_deler_altid") is True
        assert answer(law, "flere_deler_altid", haeftelse=None) is None
        assert answer(law, "kreditor_maa_dele") == [300000, 200000, 100000]
        assert answer(law, "kreditor_maa_dele", DIVIDED) is None
        assert answer(law, "hele_gaelden_af_hver", DIVIDED) == [600000] * 3
        assert answer(law, "hele_gaelden_af_hver") is None
        assert answer(law, "betaleren_baerer_alt", betaler=2) == [0, 600000, 0]
        assert answer(law, "betaleren_baerer_alt", DIVIDED) is None
        assert answer(law, "regres_for_det_hele", betaler=2) == [600000, 0, 600000]
        assert answer(law, "regres_for_det_hele", DIVIDED) is None
        assert answer(law, "ingen_regres") == [0, 0, 0]
        assert answer(law, "ingen_regres", DIVIDED) is None
        assert answer(law, "regres_ved_delt_haeftelse", DIVIDED) == [0, 200000, 100000]
        assert answer(law, "regres_ved_delt_haeftelse") is None


def test_mistakes_in_pensum():
    assert answer("pensum", "deler_efter_hoveder") == [200000] * 3


def test_mistakes_in_gaeldende_ret():
    broke = {"insolvente": [2]}
    assert answer("gaeldende_ret", "de_andre_slipper_for_tabet", **broke) == [300000, 200000, 100000]
    assert answer("gaeldende_ret", "de_andre_slipper_for_tabet") is None
    assert answer("gaeldende_ret", "de_andre_slipper_for_tabet", DIVIDED, **broke) is None
    assert answer("gaeldende_ret", "betaleren_baerer_tabet_alene", **broke) == [500000, 0, 100000]
    assert answer("gaeldende_ret", "betaleren_baerer_tabet_alene", betaler=3, insolvente=[1, 2]) == [
        0,
        0,
        600000,
    ]
    assert answer("gaeldende_ret", "betaleren_baerer_tabet_alene") is None
    assert answer("gaeldende_ret", "betaleren_baerer_tabet_alene", DIVIDED, **broke) is None
    assert answer("gaeldende_ret", "de_andre_overtager_delt_gaeld", DIVIDED, **broke) == [450000, 0, 150000]
    assert answer("gaeldende_ret", "de_andre_overtager_delt_gaeld", DIVIDED) is None
    assert answer("gaeldende_ret", "de_andre_overtager_delt_gaeld", **broke) is None


@pytest.mark.parametrize(
    ("cited", "mistake"),
    [
        ("FIL § 48", "bruger_reglen_om_privat_kaution"),
        ("ÆL § 3", "bruger_reglen_om_aegtefaeller"),
        ("GBL § 31", "forveksler_med_denunciation"),
    ],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_wrong_provisions_are_named(cited, mistake, reading):
    jus = grade(topic, topic.read(JOINT), {"jus": [cited]}, reading).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", mistake)


@pytest.mark.parametrize("cited", ["ulovbestemt", "GBL § 61", "GBL § 2"])
def test_the_book_names_no_provision_and_the_acts_is_accepted_beside_unwritten_law(cited):
    assert grade(topic, topic.read(JOINT), {"jus": [cited]}).answers[0].status == "rigtig"


def test_who_finds_that_all_can_pay_lets_each_bear_his_own_part():
    facts = {"haeftelse": "solidarisk", "gaeld": 90000, "andele": [0.5, 0.25, 0.25], "betaler": 1}
    own = View(topic.read(facts | {"insolvente": [2]}))
    figure = topic.reading_for("gaeldende_ret").figures["endelig_byrde"]
    assert [int(part) for part in figure.function(own)] == [60000, 0, 30000]
    own._answers["nogen_kan_ikke_betale"] = False
    assert [int(part) for part in figure.function(own)] == [45000, 22500, 22500]
