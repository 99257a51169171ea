"""Retention of title (§ 34): the book's table and examples, and the statute's conditions (K46-K50)."""

import pytest

import rules
from rules.facts import FactError
from tests.rules.slips import slip

topic = rules.topic("ejendomsforbehold")
BIL = {"koebesum": 200000, "udbetaling": 40000, "skriftligt": True, "kreditgiver_er_saelger": True}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(BIL | changes), reading)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("changes", "outcome", "grounds"),
    [
        pytest.param({}, "GYLDIGT", [], id="200.000 and 40.000"),
        pytest.param({"udbetaling": 30000}, "UGYLDIGT", ["udbetaling_stor_nok"], id="200.000 and 30.000"),
        pytest.param(
            {"koebesum": 800, "udbetaling": 160}, "UGYLDIGT", ["over_beloebsgraensen"], id="telephone for 800"
        ),
    ],
)
def test_k50_the_examples_of_the_book_hold_in_both_readings(reading, changes, outcome, grounds):
    decision = decide(reading, **changes)
    assert (decision.outcome, decision.grounds) == (outcome, grounds)


@pytest.mark.parametrize(
    ("changes", "ground"),
    [
        pytest.param({"skriftligt": False}, "aftalt_skriftligt", id="Table § 34: oral"),
        pytest.param({"kreditgiver_er_saelger": False}, "saelger_yder_kreditten", id="Cash loan in the bank"),
    ],
)
def test_the_books_further_conditions(changes, ground):
    assert decide(**changes).grounds == [ground]


def test_every_ground_is_named_and_none_hides_another():
    decision = decide(koebesum=1000, udbetaling="199.99", skriftligt=False, kreditgiver_er_saelger=False)
    assert decision.grounds == [
        "over_beloebsgraensen",
        "udbetaling_stor_nok",
        "aftalt_skriftligt",
        "saelger_yder_kreditten",
    ]


@pytest.mark.parametrize(("koebesum", "outcome"), [("1000", "UGYLDIGT"), ("1000.01", "GYLDIGT")])
def test_the_price_must_exceed_the_books_limit_by_an_oere(koebesum, outcome):
    assert decide(koebesum=koebesum, udbetaling=500).outcome == outcome


@pytest.mark.parametrize(("udbetaling", "outcome"), [("39999.99", "UGYLDIGT"), ("40000", "GYLDIGT")])
def test_twenty_percent_to_the_oere(udbetaling, outcome):
    decision = decide(udbetaling=udbetaling)
    assert (decision.outcome, decision.figures["mindste_udbetaling"]) == (outcome, 40000)


@pytest.mark.parametrize(("samlet", "outcome"), [("2000", "UGYLDIGT"), ("2000.01", "GYLDIGT")])
def test_k46_all_that_must_be_paid_must_exceed_2000(samlet, outcome):
    assert decide("gaeldende_ret", koebesum=1900, udbetaling=500, samlet_beloeb=samlet).outcome == outcome


def test_k46_a_price_of_1500_parts_book_and_statute():
    assert decide(koebesum=1500, udbetaling=500).outcome == "GYLDIGT"
    assert decide("gaeldende_ret", koebesum=1500, udbetaling=500).outcome == "UGYLDIGT"


def test_k47_twenty_percent_of_the_cash_price_and_only_for_consumers():
    assert decide("gaeldende_ret", udbetaling=30000, kontantpris=150000).outcome == "GYLDIGT"
    business = decide("gaeldende_ret", udbetaling=0, forbrugerkoeb=False)
    assert (business.outcome, business.figures["mindste_udbetaling"]) == ("GYLDIGT", None)


def test_k48_writing_is_no_condition_of_the_statute():
    assert decide("gaeldende_ret", skriftligt=False).outcome == "GYLDIGT"


@pytest.mark.parametrize(
    ("changes", "ground"),
    [
        ({"aftalt_senest_ved_overgivelse": False}, "aftalt_i_tide"),
        ({"variabelt_laanebeloeb": True}, "variabelt_beloeb"),
        ({"til_sikkerhed_for_andet": True}, "sikrer_andet"),
    ],
    ids=["agreed after delivery", "variable amount", "security for other debts"],
)
def test_k49_the_conditions_that_the_book_leaves_out(changes, ground):
    assert decide("gaeldende_ret", **changes).grounds == [ground]
    assert decide(**changes).outcome == "GYLDIGT"


def test_k10_a_lender_by_agreement_with_the_seller_may_retain_title_a_free_lender_may_not():
    assert (
        decide("gaeldende_ret", kreditgiver_er_saelger=False, aftale_saelger_langiver=True).outcome
        == "GYLDIGT"
    )
    assert decide("gaeldende_ret", kreditgiver_er_saelger=False).grounds == ["er_kreditkoeb"]


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("regner_ti_procent", {}, 20000, id="ten percent of 200.000"),
        pytest.param("procent_af_restkoebesummen", {}, 32000, id="twenty percent of what is left"),
        pytest.param("graensen_er_naaet", {"koebesum": 1000, "udbetaling": 200}, True, id="1.000 is enough"),
        pytest.param("graensen_er_naaet", {"koebesum": "999.99", "udbetaling": 200}, False, id="less is not"),
        pytest.param("mundtlig_aftale_er_nok", {"skriftligt": False}, True, id="oral is enough"),
        pytest.param("banken_kan_ogsaa", {"kreditgiver_er_saelger": False}, True, id="a lender may, too"),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, changes, answer):
    assert slip(topic, "pensum", mistake, BIL | changes) == answer


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param(
            "bruger_bogens_graense", {"koebesum": "1000.01", "udbetaling": 500}, True, id="above 1.000"
        ),
        pytest.param("bruger_bogens_graense", {"koebesum": 1000, "udbetaling": 500}, False, id="just 1.000"),
        pytest.param(
            "procent_af_det_samlede_beloeb", {"samlet_beloeb": 250000}, 50000, id="20 % of all that is paid"
        ),
        pytest.param(
            "kun_saelgerkredit",
            {"kreditgiver_er_saelger": False, "aftale_saelger_langiver": True},
            False,
            id="only the seller's own credit",
        ),
        pytest.param("kun_saelgerkredit", {}, True, id="the seller's own credit"),
        pytest.param(
            "kravet_gaelder_alle", {"udbetaling": "39999.99", "forbrugerkoeb": False}, False, id="too little"
        ),
        pytest.param("kravet_gaelder_alle", {"forbrugerkoeb": False}, True, id="just enough"),
    ],
)
def test_what_the_usual_mistakes_about_the_statute_answer(mistake, changes, answer):
    assert slip(topic, "gaeldende_ret", mistake, BIL | changes) == answer


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_whole_price_may_be_paid_down_but_no_more(reading):
    assert decide(reading, udbetaling=200000).outcome == "GYLDIGT"
    with pytest.raises(FactError, match="udbetaling"):
        decide(reading, udbetaling="200000.01")


def test_a_price_is_of_at_least_an_oere():
    assert decide(koebesum="0.01", udbetaling="0.01").grounds == ["over_beloebsgraensen"]
    with pytest.raises(FactError, match="koebesum"):
        decide(koebesum=0, udbetaling=0)
