"""The debtor's objections after a sale (GBL §§ 15, 17, 27): the book's tables, Case 5, and G06-G08."""

import pytest

import rules

topic = rules.topic("indsigelser")
SVAGE = ("mangel", "forsinket_levering", "svig")
STAERKE = ("falsk_underskrift", "voldelig_tvang")


def decide(kind, indsigelse, god_tro, reading="pensum"):
    return topic.decide(
        topic.read({"type": kind, "indsigelse": indsigelse, "god_tro": god_tro}), reading
    ).outcome


def test_case_5_hidden_damp_and_an_investor_in_good_faith():
    assert decide("omsaetning", "mangel", True) == "EKSTINGVERET"


def test_sector_example_forged_signature_on_a_mortgage_deed():
    assert decide("omsaetning", "falsk_underskrift", True) == "BEVARET"


def test_table_invoice_sold_to_a_bank_keeps_the_defects():
    assert decide("simpelt", "mangel", True) == "BEVARET"


def test_table_nothing_to_object():
    assert decide("omsaetning", "ingen", True) == decide("simpelt", "ingen", False) == "INGEN_INDSIGELSE"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("indsigelse", SVAGE)
def test_g07_weak_objections_fraud_among_them_fall_to_good_faith_only(indsigelse, reading):
    assert decide("omsaetning", indsigelse, True, reading) == "EKSTINGVERET"
    assert decide("omsaetning", indsigelse, False, reading) == "BEVARET"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("god_tro", [True, False])
@pytest.mark.parametrize("indsigelse", STAERKE)
def test_g07_strong_objections_always_survive(indsigelse, god_tro, reading):
    assert decide("omsaetning", indsigelse, god_tro, reading) == "BEVARET"


@pytest.mark.parametrize("god_tro", [True, False])
@pytest.mark.parametrize("indsigelse", SVAGE + STAERKE)
def test_g06_a_simple_paper_gives_the_buyer_no_better_right(indsigelse, god_tro):
    assert decide("simpelt", indsigelse, god_tro) == "BEVARET"


@pytest.mark.parametrize("citation", ["GBL § 15", "gældsbrevslovens § 17", "§ 27 GBL"])
def test_each_of_the_three_provisions_answers_where_it_decides(citation):
    facts = {
        "GBL § 15": ("omsaetning", "mangel"),
        "gældsbrevslovens § 17": ("omsaetning", "falsk_underskrift"),
    }
    kind, indsigelse = facts.get(citation, ("simpelt", "mangel"))
    read = topic.read({"type": kind, "indsigelse": indsigelse, "god_tro": True})
    assert rules.grading.grade(topic, read, {"jus": [citation]}).answers[0].status == "rigtig"
