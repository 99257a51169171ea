"""Objections at their edges: what each usual mistake answers to each of them."""

import pytest

import rules
from tests.rules.slips import slip

topic = rules.topic("indsigelser")


def answers(mistake, reading="pensum"):
    """The objections to which the mistake says yes."""
    kinds = topic.spec_of["indsigelse"].choices
    paper = {"type": "simpelt", "god_tro": False}
    return {kind for kind in kinds if slip(topic, reading, mistake, paper | {"indsigelse": kind}) is True}


STAERKE = {"falsk_underskrift", "voldelig_tvang"}


@pytest.mark.parametrize(
    ("mistake", "strong"),
    [
        pytest.param(
            "mangler_er_staerke", STAERKE | {"mangel", "forsinket_levering"}, id="defects and delay"
        ),
        pytest.param("svig_er_staerk", STAERKE | {"svig"}, id="fraud"),
        pytest.param("alt_kan_ekstingveres", set(), id="nothing"),
    ],
)
def test_what_the_usual_mistakes_call_strong(mistake, strong):
    assert answers(mistake) == strong


@pytest.mark.parametrize("mistake", ["alle_gaeldsbreve_er_omsaettelige", "enhver_koeber_er_beskyttet"])
def test_who_takes_every_paper_for_negotiable_or_every_buyer_for_protected_always_says_yes(mistake):
    assert answers(mistake) == set(topic.spec_of["indsigelse"].choices)


def test_who_never_gives_the_buyer_a_better_right_keeps_the_objection():
    facts = {"type": "omsaetning", "indsigelse": "mangel", "god_tro": True}
    assert slip(topic, "pensum", "koeberen_faar_aldrig_bedre_ret", facts) == "BEVARET"


def test_nothing_strong_is_said_to_be_weak():
    facts = {"type": "omsaetning", "indsigelse": "voldelig_tvang", "god_tro": True}
    assert slip(topic, "pensum", "alt_kan_ekstingveres", facts) is False
