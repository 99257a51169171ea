"""Retention of title in what is installed in real property: the book's table, and TL §§ 37 and 38 (T01, T02)."""

from itertools import product

import pytest

import rules
from rules.steps import View
from rules.values import plain

topic = rules.topic("tilbehoer")
# The table's kitchen, bought on credit and installed in a house that is mortgaged.
KOEKKEN = {
    "genstand": "bygningstilbehoer",
    "indfoejet": True,
    "ejendom_pantsat": True,
    "andet_aftalt": False,
    "gyldigt_forbehold": True,
}
MASKINER = {"genstand": "driftsmateriel"}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(KOEKKEN | changes), reading)


def wrong(key, reading="pensum", **changes):
    mistake = next(found for found in topic.reading_for(reading).mistakes if found.key == key)
    return plain(mistake.function(View(topic.read(KOEKKEN | changes))))


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "FORBEHOLD_EKSTINGVERET", id="table_38 kitchen in a mortgaged house"),
        pytest.param(MASKINER, "FORBEHOLD_EKSTINGVERET", id="table_37 machines in a mortgaged business"),
        pytest.param({**MASKINER, "andet_aftalt": True}, "FORBEHOLD_BESTAAR", id="table_37 otherwise agreed"),
        pytest.param({"andet_aftalt": True}, "FORBEHOLD_EKSTINGVERET", id="no agreement for the kitchen"),
        pytest.param({"ejendom_pantsat": False}, "FORBEHOLD_BESTAAR", id="not mortgaged"),
        pytest.param(
            {**MASKINER, "ejendom_pantsat": False}, "FORBEHOLD_BESTAAR", id="machines, not mortgaged"
        ),
        pytest.param({"indfoejet": False}, "FORBEHOLD_BESTAAR", id="not installed"),
        pytest.param({**MASKINER, "indfoejet": False}, "FORBEHOLD_BESTAAR", id="machines, not installed"),
        pytest.param({"genstand": "andet"}, "FORBEHOLD_BESTAAR", id="another thing"),
        pytest.param({"gyldigt_forbehold": False}, "INTET_FORBEHOLD", id="no valid retention"),
    ],
)
def test_the_book_lets_the_mortgage_win_over_what_is_installed(changes, outcome):
    assert decide(**changes).outcome == outcome


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({}, "FORBEHOLD_EKSTINGVERET", id="t01 installed, owner pays, for the building"),
        pytest.param({"ejendom_pantsat": False}, "FORBEHOLD_EKSTINGVERET", id="t01 mortgaged or not"),
        pytest.param({"andet_aftalt": True}, "FORBEHOLD_EKSTINGVERET", id="t01 nothing can be agreed"),
        pytest.param({"indfoejet": False}, "FORBEHOLD_BESTAAR", id="t01 not installed"),
        pytest.param({"til_bygningens_brug": False}, "FORBEHOLD_BESTAAR", id="t01 not for the building"),
        pytest.param({"for_ejers_regning": False}, "FORBEHOLD_BESTAAR", id="t01 a tenant pays"),
        pytest.param(MASKINER, "FORBEHOLD_BESTAAR", id="t02 only what the owner owns is covered"),
        pytest.param({**MASKINER, "andet_aftalt": True}, "FORBEHOLD_BESTAAR", id="t02 agreed or not"),
        pytest.param({"genstand": "andet"}, "FORBEHOLD_BESTAAR", id="another thing"),
        pytest.param({"gyldigt_forbehold": False}, "INTET_FORBEHOLD", id="no valid retention"),
        pytest.param(
            {**MASKINER, "gyldigt_forbehold": False}, "INTET_FORBEHOLD", id="none in machines either"
        ),
    ],
)
def test_t01_t02_the_two_provisions_give_opposite_results(changes, outcome):
    assert decide("gaeldende_ret", **changes).outcome == outcome


def test_t01_the_mortgage_never_matters_in_the_statute():
    bools = ("indfoejet", "andet_aftalt", "til_bygningens_brug", "for_ejers_regning", "gyldigt_forbehold")
    for values in product((True, False), repeat=len(bools)):
        for genstand in ("bygningstilbehoer", "driftsmateriel", "andet"):
            facts = dict(zip(bools, values, strict=True)) | {"genstand": genstand}
            outcomes = {
                decide("gaeldende_ret", **facts, ejendom_pantsat=pant).outcome for pant in (True, False)
            }
            assert len(outcomes) == 1


def test_a_mortgage_never_helps_the_seller_in_the_book():
    rank = ["FORBEHOLD_EKSTINGVERET", "FORBEHOLD_BESTAAR", "INTET_FORBEHOLD"]
    for indfoejet, aftalt, genstand in product(
        (True, False), (True, False), ("bygningstilbehoer", "driftsmateriel", "andet")
    ):
        facts = {"indfoejet": indfoejet, "andet_aftalt": aftalt, "genstand": genstand}
        with_it, without = (decide(**facts, ejendom_pantsat=pant).outcome for pant in (True, False))
        assert rank.index(with_it) <= rank.index(without)


def test_the_text_tells_why_machines_go_free():
    assert "som ejendommens ejer selv ejer" in decide("gaeldende_ret", **MASKINER).text
    assert decide("gaeldende_ret", genstand="andet").text == "Ejendomsforbeholdet består."


@pytest.mark.parametrize(
    ("key", "reading", "changes", "value"),
    [
        ("maskiner_er_bygningstilbehoer", "pensum", MASKINER, "bygningstilbehoer"),
        ("maskiner_er_bygningstilbehoer", "gaeldende_ret", {}, None),
        ("alt_er_driftsmateriel", "pensum", {}, "driftsmateriel"),
        ("levering_er_nok", "pensum", {"indfoejet": False}, True),
        ("pant_er_uden_betydning", "pensum", {"ejendom_pantsat": False}, True),
        ("aftalen_glemmes", "pensum", {**MASKINER, "andet_aftalt": True}, False),
        ("aftale_om_bygningstilbehoer", "pensum", {"andet_aftalt": True}, True),
        ("aftale_om_bygningstilbehoer", "pensum", {}, None),
        ("forbehold_viger_aldrig", "pensum", {}, "FORBEHOLD_BESTAAR"),
        ("forbehold_viger_aldrig", "pensum", MASKINER, None),
        ("lovens_svar_om_maskiner", "pensum", MASKINER, "FORBEHOLD_BESTAAR"),
        ("lovens_svar_om_maskiner", "pensum", {}, None),
        ("kraever_pant_i_ejendommen", "gaeldende_ret", {"ejendom_pantsat": False}, "FORBEHOLD_BESTAAR"),
        ("kraever_pant_i_ejendommen", "gaeldende_ret", {}, None),
        ("kraever_pant_i_ejendommen", "gaeldende_ret", {**MASKINER, "ejendom_pantsat": False}, None),
        ("maskinerne_falder_i_pantet", "gaeldende_ret", MASKINER, "FORBEHOLD_EKSTINGVERET"),
        ("maskinerne_falder_i_pantet", "gaeldende_ret", {}, None),
        ("alt_indlagt_er_til_bygningen", "gaeldende_ret", {"til_bygningens_brug": False}, True),
        ("betaleren_er_uden_betydning", "gaeldende_ret", {"for_ejers_regning": False}, True),
    ],
)
def test_what_each_mistake_answers(key, reading, changes, value):
    assert wrong(key, reading, **changes) == value


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"), [("alt_er_driftsmateriel", "genstandens_art"), ("levering_er_nok", "er_indfoejet")]
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
