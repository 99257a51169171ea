"""Resale of a thing with a retention of title: the book's table, and the register of vehicles (T03, T04)."""

from itertools import product

import pytest

import rules
from rules.facts import FactError
from rules.grading import grade
from rules.steps import View
from rules.values import plain

topic = rules.topic("videresalg")
# The table's car, bought with a retention of title and sold on to a friend.
VEN = {"solgt_til_forhandler": False, "gyldigt_forbehold": True, "foraeldet": False}
BIL = {"motorkoeretoej": True}
TINGLYST = {"motorkoeretoej": True, "tinglyst_i_bilbogen": True}
FORHANDLER = {"solgt_til_forhandler": True}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(VEN | changes), reading)


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(VEN | changes))))


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "KAN_VINDICERES", id="table_videresalg car to a friend"),
        pytest.param(FORHANDLER, "KAN_IKKE_VINDICERES", id="table_videresalg through a dealer"),
        pytest.param({"foraeldet": True}, "KAN_IKKE_VINDICERES", id="table_fl_25 claim time-barred"),
        pytest.param({"gyldigt_forbehold": False}, "KAN_IKKE_VINDICERES", id="no valid retention"),
    ],
)
def test_the_book_lets_the_seller_reclaim_except_through_a_dealer(changes, outcome):
    assert decide(**changes).outcome == outcome


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "KAN_VINDICERES", id="a thing that no register holds"),
        pytest.param(
            {"erhverver_god_tro": False}, "KAN_VINDICERES", id="good faith matters for vehicles only"
        ),
        pytest.param(BIL, "KAN_IKKE_VINDICERES", id="t03 unregistered, good faith"),
        pytest.param({**BIL, "erhverver_god_tro": False}, "KAN_VINDICERES", id="t03 unregistered, bad faith"),
        pytest.param(TINGLYST, "KAN_VINDICERES", id="t03 registered"),
        pytest.param({**TINGLYST, **FORHANDLER}, "KAN_IKKE_VINDICERES", id="t04 registered, but a dealer"),
        pytest.param(FORHANDLER, "KAN_IKKE_VINDICERES", id="t04 a dealer"),
        pytest.param({**TINGLYST, "foraeldet": True}, "KAN_IKKE_VINDICERES", id="time-barred"),
        pytest.param(
            {**TINGLYST, "gyldigt_forbehold": False}, "KAN_IKKE_VINDICERES", id="no valid retention"
        ),
        pytest.param({"kun_leaset": True, "gyldigt_forbehold": False}, "KAN_VINDICERES", id="leased"),
        pytest.param(
            {**BIL, "kun_leaset": True, "gyldigt_forbehold": False}, "KAN_VINDICERES", id="leased vehicle"
        ),
    ],
)
def test_t03_t04_vehicles_must_stand_in_the_register_and_true_owners_need_not(changes, outcome):
    assert decide("gaeldende_ret", **changes).outcome == outcome


def test_t03_book_and_statute_part_on_the_friends_car():
    assert decide(**BIL).outcome == "KAN_VINDICERES"
    assert decide("gaeldende_ret", **BIL).outcome == "KAN_IKKE_VINDICERES"


def test_what_rests_on_doctrine_or_on_tl_42_d_is_told_as_unverified():
    found = {step.key: step.verified for step in decide("gaeldende_ret", **BIL).steps}
    assert found == {
        "er_leaset": False,
        "har_gyldigt_forbehold": True,
        "er_foraeldet": True,
        "gennem_forhandler": False,
        "er_motorkoeretoej": False,
        "er_tinglyst": False,
        "er_i_god_tro": False,
    }


def test_the_text_tells_a_lessor_from_a_seller():
    assert "aldrig solgt" in decide("gaeldende_ret", kun_leaset=True).text
    assert "aldrig solgt" not in decide("gaeldende_ret").text


def test_the_provision_is_unwritten_or_in_the_statute_the_register_too():
    facts = topic.read(VEN | BIL)
    assert grade(topic, facts, {"jus": ["ulovbestemt"]}).answers[0].status == "rigtig"
    assert grade(topic, facts, {"jus": ["TL § 42 d, stk. 1"]}, "gaeldende_ret").answers[0].status == "rigtig"


def test_registration_never_hurts_the_seller_and_good_faith_never_helps_him():
    bools = ("solgt_til_forhandler", "gyldigt_forbehold", "foraeldet", "kun_leaset")
    for values in product((True, False), repeat=len(bools)):
        facts = dict(zip(bools, values, strict=True)) | BIL
        for tro in (True, False):
            kept = decide("gaeldende_ret", **facts, tinglyst_i_bilbogen=True, erhverver_god_tro=tro).outcome
            lost = decide("gaeldende_ret", **facts, erhverver_god_tro=tro).outcome
            assert lost == "KAN_IKKE_VINDICERES" or kept == "KAN_VINDICERES"
        bad = decide("gaeldende_ret", **facts, erhverver_god_tro=False).outcome
        good = decide("gaeldende_ret", **facts).outcome
        assert good == "KAN_IKKE_VINDICERES" or bad == "KAN_VINDICERES"


@pytest.mark.parametrize(
    ("key", "reading", "changes", "value"),
    [
        ("ubetalt_er_nok", "pensum", {"gyldigt_forbehold": False}, True),
        ("forbehold_foraeldes_ikke", "pensum", {"foraeldet": True}, False),
        ("glemmer_forhandlergrundsaetningen", "gaeldende_ret", FORHANDLER, False),
        ("god_tro_vinder", "pensum", {}, "KAN_IKKE_VINDICERES"),
        ("ejer_vinder_altid", "pensum", FORHANDLER, "KAN_VINDICERES"),
        ("ejer_vinder_altid", "pensum", {}, None),
        ("glemmer_bilbogen", "gaeldende_ret", BIL, "KAN_VINDICERES"),
        ("glemmer_bilbogen", "gaeldende_ret", TINGLYST, None),
        ("glemmer_bilbogen", "gaeldende_ret", {**BIL, **FORHANDLER}, None),
        ("glemmer_bilbogen", "gaeldende_ret", {}, None),
        (
            "bilbogen_bryder_forhandlergrundsaetningen",
            "gaeldende_ret",
            {**TINGLYST, **FORHANDLER},
            "KAN_VINDICERES",
        ),
        ("bilbogen_bryder_forhandlergrundsaetningen", "gaeldende_ret", TINGLYST, None),
        ("bilbogen_bryder_forhandlergrundsaetningen", "gaeldende_ret", FORHANDLER, None),
        ("kraever_bilbog_for_alle_ting", "gaeldende_ret", {}, "KAN_IKKE_VINDICERES"),
        ("kraever_bilbog_for_alle_ting", "gaeldende_ret", BIL, None),
        ("kraever_bilbog_for_alle_ting", "gaeldende_ret", {"kun_leaset": True}, None),
        ("leasing_er_et_salg", "gaeldende_ret", {"kun_leaset": True}, "KAN_IKKE_VINDICERES"),
        ("leasing_er_et_salg", "gaeldende_ret", {}, None),
        ("god_tro_uden_undersoegelse", "gaeldende_ret", {**BIL, "erhverver_god_tro": False}, True),
    ],
)
def test_what_each_mistake_answers(key, reading, changes, value):
    assert wrong(key, reading, **changes) == value


def test_a_registration_of_what_is_no_vehicle_is_refused():
    with pytest.raises(FactError, match="tinglyst_i_bilbogen"):
        decide(tinglyst_i_bilbogen=True)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("ubetalt_er_nok", "har_gyldigt_forbehold"),
        ("forbehold_foraeldes_ikke", "er_foraeldet"),
        ("glemmer_forhandlergrundsaetningen", "gennem_forhandler"),
    ],
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
