"""The two kinds of gældsbrev: the book's tables, and what GBL §§ 11, 26 and TL § 27 say (G02, G10-G13)."""

import pytest

import rules
from rules.facts import FactError
from rules.grading import grade

topic = rules.topic("gaeldsbrevstype")
both_readings = pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])


def decide(betegnelse, reading="pensum", **changes):
    return topic.decide(topic.read({"betegnelse": betegnelse, "andet_aftalt": False} | changes), reading)


def shown(decision):
    return (
        decision.outcome,
        decision.plain()["figures"]["sikringsakt"],
        decision.figures["indsigelser_kan_ekstingveres"],
    )


OMSAETTELIGT = ("OMSAETNINGSGAELDSBREV", "raadighedsberoevelse", True)
SIMPELT = ("SIMPELT_GAELDSBREV", "denunciation", False)


@pytest.mark.parametrize(
    ("betegnelse", "found"),
    [
        pytest.param("ihaendehaver", OMSAETTELIGT, id="table_bearer"),
        pytest.param("ordre", OMSAETTELIGT, id="table_order"),
        pytest.param("pantebrev_fast_ejendom", OMSAETTELIGT, id="table_mortgage_deed_case_5"),
        pytest.param("navn", SIMPELT, id="table_name"),
        pytest.param("faktura", SIMPELT, id="table_invoice"),
        pytest.param("laaneaftale", SIMPELT, id="table_bank_loan"),
    ],
)
def test_the_table_of_types(betegnelse, found):
    assert shown(decide(betegnelse)) == found


@pytest.mark.parametrize(
    ("betegnelse", "found"),
    [
        pytest.param("pantebrev_fast_ejendom", SIMPELT, id="table_mortgage_deed_unless_agreed"),
        pytest.param("laaneaftale", OMSAETTELIGT, id="table_bank_loan_unless_agreed"),
        pytest.param("navn", SIMPELT, id="the book makes no exception for names"),
        pytest.param("faktura", SIMPELT, id="nor for invoices"),
        pytest.param("ordre", OMSAETTELIGT, id="nor for order papers"),
    ],
)
def test_agreed_otherwise_in_the_book(betegnelse, found):
    assert shown(decide(betegnelse, andet_aftalt=True)) == found


@pytest.mark.parametrize("andet_aftalt", [True, False])
@pytest.mark.parametrize("betegnelse", ["ihaendehaver", "ordre"])
def test_g02_bearer_and_order_papers_are_negotiable_whatever_else_is_agreed(betegnelse, andet_aftalt):
    assert shown(decide(betegnelse, "gaeldende_ret", andet_aftalt=andet_aftalt)) == OMSAETTELIGT


@pytest.mark.parametrize(
    ("andet_aftalt", "ikke_til_ordre", "outcome", "ekstinktion"),
    [
        (False, False, "OMSAETNINGSGAELDSBREV", True),
        (True, False, "OMSAETNINGSGAELDSBREV", True),
        (True, True, "SIMPELT_GAELDSBREV", False),
        (False, True, "SIMPELT_GAELDSBREV", False),
    ],
    ids=["nothing", "agreed outside the deed", "agreed in the deed", "the deed alone"],
)
def test_g02_only_a_reservation_in_the_deed_makes_a_mortgage_deed_simple(
    andet_aftalt, ikke_til_ordre, outcome, ekstinktion
):
    law = decide(
        "pantebrev_fast_ejendom", "gaeldende_ret", andet_aftalt=andet_aftalt, ikke_til_ordre=ikke_til_ordre
    )
    assert shown(law) == (outcome, "tinglysning", ekstinktion)


def test_a_deed_is_settled_by_its_own_question_in_both_readings():
    for reading, changes in (("pensum", {"andet_aftalt": True}), ("gaeldende_ret", {"ikke_til_ordre": True})):
        decision = decide("pantebrev_fast_ejendom", reading, **changes)
        assert decision.path[-1][0].key == "er_gjort_simpelt"


def test_g02_a_deed_is_cited_by_tinglysningsloven():
    assert "TL § 27, stk. 2" in [
        step.citation for step in decide("pantebrev_fast_ejendom", "gaeldende_ret").steps
    ]


@pytest.mark.parametrize("betegnelse", ["navn", "laaneaftale"])
def test_g13_a_paper_to_a_name_is_simple_unless_it_says_otherwise(betegnelse):
    assert shown(decide(betegnelse, "gaeldende_ret")) == SIMPELT
    assert shown(decide(betegnelse, "gaeldende_ret", ikke_til_ordre=True)) == SIMPELT
    assert shown(decide(betegnelse, "gaeldende_ret", andet_aftalt=True)) == OMSAETTELIGT


@pytest.mark.parametrize("andet_aftalt", [True, False])
def test_g12_an_invoice_is_a_simple_claim_that_follows_the_same_rules(andet_aftalt):
    law = decide("faktura", "gaeldende_ret", andet_aftalt=andet_aftalt)
    assert shown(law) == ("SIMPEL_FORDRING", "denunciation", False)
    assert [(step.key, step.verified) for step in law.steps] == [("er_faktura", False)]


@both_readings
@pytest.mark.parametrize("betegnelse", ["ihaendehaver", "ordre"])
def test_a_paper_to_bearer_or_order_cannot_say_not_to_order(betegnelse, reading):
    with pytest.raises(FactError, match="ikke_til_ordre"):
        decide(betegnelse, reading, ikke_til_ordre=True)


def given_by(mistake, betegnelse, reading="pensum", **changes):
    found = next(one for one in topic.reading_for(reading).mistakes if one.key == mistake)
    answer = found.function(topic.read({"betegnelse": betegnelse, "andet_aftalt": False} | changes))
    return getattr(answer, "name", answer)


@both_readings
def test_the_slips_of_both_readings_give_these_answers(reading):
    assert given_by("et_navn_er_ordre", "navn", reading) is True
    assert given_by("et_navn_er_ordre", "laaneaftale", reading) is None
    assert given_by("kun_ihaendehaver_kan_omsaettes", "ordre", reading) is False
    assert given_by("kun_ihaendehaver_kan_omsaettes", "ihaendehaver", reading) is None
    assert given_by("udgangspunktet_kan_ikke_fraviges", "laaneaftale", reading, andet_aftalt=True) is False
    assert given_by("besked_ved_omsaetningsgaeldsbrev", "ordre", reading) == "DENUNCIATION"
    assert given_by("i_haanden_ved_simpelt", "navn", reading) == "RAADIGHEDSBEROEVELSE"
    assert given_by("i_haanden_ved_simpelt", "pantebrev_fast_ejendom", reading) is None
    assert given_by("alle_papirer_giver_ekstinktion", "navn", reading) is True
    assert given_by("indsigelser_bestaar_altid", "ordre", reading) is False


def test_the_slips_of_the_book():
    assert given_by("pantebreve_kan_altid_omsaettes", "pantebrev_fast_ejendom", andet_aftalt=True) is False
    assert given_by("salget_goer_fakturaen_omsaettelig", "faktura") == "OMSAETNINGSGAELDSBREV"
    assert given_by("salget_goer_fakturaen_omsaettelig", "navn") is None


def test_the_slips_of_the_statute():
    law = "gaeldende_ret"
    assert given_by("aftale_ved_siden_af_er_nok", "pantebrev_fast_ejendom", law, andet_aftalt=True) is True
    assert given_by("aftale_ved_siden_af_er_nok", "pantebrev_fast_ejendom", law) is False
    assert given_by("fakturaen_er_et_gaeldsbrev", "faktura", law) is False
    assert given_by("pantebrevet_skal_i_haanden", "pantebrev_fast_ejendom", law) == "RAADIGHEDSBEROEVELSE"
    assert given_by("pantebrevet_skal_i_haanden", "ordre", law) is None


@pytest.mark.parametrize(
    ("citation", "reading", "status"),
    [
        ("GBL § 11", "pensum", "rigtig"),
        ("GBL § 26", "pensum", "rigtig"),
        ("GBL § 11, stk. 2", "gaeldende_ret", "rigtig"),
        ("TL § 27, stk. 2", "gaeldende_ret", "rigtig"),
        ("TL § 27, stk. 2", "pensum", "forkert"),
        ("FL § 5", "pensum", "forkert"),
    ],
)
def test_the_provision_for_a_mortgage_deed(citation, reading, status):
    facts = topic.read({"betegnelse": "pantebrev_fast_ejendom", "andet_aftalt": False})
    assert grade(topic, facts, {"jus": [citation]}, reading).answers[0].status == status
