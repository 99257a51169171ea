"""Early repayment at its edges: what each usual mistake answers, rounding, and the limits of the facts."""

from decimal import Decimal

import pytest

import rules
from rules.facts import FactError
from rules.grading import grade
from rules.steps import View
from tests.rules.slips import slip

topic = rules.topic("foertidig_indfrielse")
# Without interest an instalment is 1.000 a month, so that the sums can be followed by head.
RENTEFRIT = {
    "rentetype": "fast",
    "kompensation_aftalt": True,
    "hovedstol": 120000,
    "rente_pa": 0,
    "loebetid_mdr": 120,
    "betalte_mdr": 60,
    "markedsrente_pa": 0,
}
# An instalment is 4.432,06, and after twelve of them 51.495,8 is left, with 1.688,9 of interest to come.
TO_AAR = RENTEFRIT | {
    "hovedstol": 100000,
    "rente_pa": 6,
    "loebetid_mdr": 24,
    "betalte_mdr": 12,
    "markedsrente_pa": 2,
}


def decide(**changes):
    return topic.decide(topic.read(TO_AAR | changes))


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("fast_rente_er_nok", {"kompensation_aftalt": False}, True, id="no agreement needed"),
        pytest.param("taber_altid_renter", {"markedsrente_pa": 9}, True, id="always a loss"),
        pytest.param("afdrager_lige_meget_hver_maaned", {}, 50000, id="half the loan after half the time"),
        pytest.param("traekker_hele_ydelser_fra", {}, 46815.27, id="twelve whole instalments"),
        pytest.param("traekker_hele_ydelser_fra", {"betalte_mdr": 24}, 0, id="never below nothing"),
        pytest.param("tager_fem_procent_af_restgaelden", {}, 2574.79, id="five percent"),
        pytest.param("tilbagediskonterer_ikke", {}, 1125.94, id="two thirds of the interest left"),
        pytest.param(
            "tilbagediskonterer_ikke", {"markedsrente_pa": 6}, None, id="no loss, nothing to add up"
        ),
        pytest.param("regner_kun_et_aar", {}, 2059.83, id="four percent of the debt"),
        pytest.param("regner_kun_et_aar", {"markedsrente_pa": 6}, None, id="no loss in the year either"),
        pytest.param("banken_har_altid_krav", {"rentetype": "variabel"}, "KOMPENSATION", id="always a claim"),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, changes, answer):
    assert slip(topic, "pensum", mistake, TO_AAR | changes) == answer


@pytest.mark.parametrize(
    "changes",
    [{"rentetype": "variabel"}, {"kompensation_aftalt": False}, {"markedsrente_pa": 6}, {"betalte_mdr": 24}],
    ids=["variable", "not agreed", "market as high", "all paid"],
)
def test_without_a_right_there_is_no_compensation(changes):
    decision = decide(**changes)
    assert (decision.outcome, decision.figures["kompensation"]) == ("INGEN_KOMPENSATION", 0)


def test_a_higher_market_rate_never_gives_a_negative_compensation():
    assert decide(markedsrente_pa=9).figures["kompensation"] == 0


def test_the_loss_on_a_tiny_loan_is_not_rounded_up_to_a_krone():
    assert decide(hovedstol=1).figures["kompensation"] < 1


def test_the_text_without_compensation_names_the_debt():
    assert "restgælden på 51.495,82 kr." in decide(markedsrente_pa=6).text


@pytest.mark.parametrize(("off", "status"), [(5, "rigtig"), ("5.01", "forkert")])
def test_rounding_on_the_way_may_cost_five_kroner(off, status):
    facts = topic.read(TO_AAR)
    figures = {key: str(value + Decimal(off)) for key, value in topic.decide(facts).figures.items() if value}
    found = {answer.key: answer.status for answer in grade(topic, facts, {"figures": figures}).answers}
    assert (found["restgaeld"], found["kompensation"]) == (status, status)


@pytest.mark.parametrize(
    ("fact", "least", "below"), [("hovedstol", "0.01", 0), ("loebetid_mdr", 1, 0), ("betalte_mdr", 0, -1)]
)
def test_a_loan_has_an_oere_and_a_month_at_least(fact, least, below):
    loan = RENTEFRIT | {"betalte_mdr": 0}
    topic.decide(topic.read(loan | {fact: least}))
    with pytest.raises(FactError, match=fact):
        topic.read(loan | {fact: below})


def test_a_loan_runs_for_fifty_years_at_most():
    longest = topic.read(RENTEFRIT | {"loebetid_mdr": 600, "betalte_mdr": 600})
    assert longest.betalte_mdr == 600
    for fact in ("loebetid_mdr", "betalte_mdr"):
        with pytest.raises(FactError, match=f"{fact}: Værdien"):
            topic.read(RENTEFRIT | {fact: 601})


def law(**changes):
    return topic.decide(topic.read(TO_AAR | changes), "gaeldende_ret")


def test_the_cap_and_the_compensation_of_the_statute_tolerate_the_roundings_of_the_book():
    book, statute = (topic.reading_for(key).figures for key in ("pensum", "gaeldende_ret"))
    assert statute["loft"].tolerance == statute["kompensation"].tolerance == book["kompensation"].tolerance


def test_a_loss_of_half_a_krone_is_a_loss():
    assert law(dokumenteret_tab="0.50").outcome == "KOMPENSATION"
    deed = {"pant_i_fast_ejendom": True, "konverterbart": False, "indfrielseskurs": None}
    assert law(**deed, dokumenteret_tab="0.50").outcome == "KOMPENSATION"
    assert law(**deed, dokumenteret_tab=0).outcome == "INGEN_KOMPENSATION"


@pytest.mark.parametrize(("rate", "breaks"), [("4.14", True), ("4.15", False)])
def test_a_lost_interest_of_just_over_one_percent_is_taken_to_break_the_cap(rate, breaks):
    """At 4,14 % the loss is 1,0005 % of the debt, at 4,15 % it is 0,995 %."""
    assert (
        slip(topic, "gaeldende_ret", "rentetabet_er_dokumentation", TO_AAR | {"markedsrente_pa": rate})
        is breaks
    )


def test_who_sees_no_loss_owes_himself_no_compensation():
    figure = topic.reading_for("gaeldende_ret").figures["kompensation"]
    deed = {"pant_i_fast_ejendom": True, "konverterbart": False, "indfrielseskurs": 110}
    for facts, step in ((TO_AAR, "har_rentetab"), (TO_AAR | deed, "koster_mere_end_gaelden")):
        own = View(topic.read(facts))
        assert figure.function(own) > 0
        own._answers[step] = False
        assert figure.function(own) == 0
