"""Retention of title (§ 34): the book's table and examples, and the statute's conditions (K46-K50)."""

import pytest

import rules

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
