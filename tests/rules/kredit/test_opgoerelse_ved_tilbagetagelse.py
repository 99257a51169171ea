"""The settlement after retaking: the book on §§ 30, 38 and 40, and the statute (K44, K45, K51-K53, N10)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.mistaken import decide_mistaken

topic = rules.topic("opgoerelse_ved_tilbagetagelse")
# Table § 38: a price of 200.000 kr. of which 80.000 kr. are paid.
BIL = {"koebesum": 200000, "betalt": 80000, "vaerdi": 120000}
# Table § 40: the creditor has 100.000 kr. coming.
KRAV_100 = {"koebesum": 180000, "betalt": 80000}
BEGGE = pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(BIL | changes), reading)


def figures(reading="pensum", **changes):
    found = decide(reading, **changes).figures
    return [found[key] for key in ("krav", "overskud", "difference")]


@BEGGE
@pytest.mark.parametrize(
    ("changes", "krav"),
    [
        pytest.param({}, 120000, id="table_38_unpaid_part"),
        pytest.param({"fremtidige_renter_i_restkravet": 10000}, 110000, id="table_38_less_future_interest"),
        pytest.param({"noedvendige_omkostninger": 5000}, 125000, id="table_38_costs_of_5000"),
        pytest.param({"rente_af_forfaldne": "123.29"}, Decimal("120123.29"), id="table_38_interest_on_15000"),
        pytest.param(
            {
                "fremtidige_renter_i_restkravet": 10000,
                "rente_af_forfaldne": "123.29",
                "noedvendige_omkostninger": 5000,
            },
            Decimal("115123.29"),
            id="all three",
        ),
    ],
)
def test_k51_the_claim_has_the_same_three_parts_in_book_and_statute(reading, changes, krav):
    assert decide(reading, **changes).figures["krav"] == krav


@BEGGE
def test_k52_table_40_worth_150000_claim_100000_the_buyer_gets_50000(reading):
    decision = decide(reading, **KRAV_100, vaerdi=150000)
    assert decision.outcome == "OVERSKUD_TIL_KOEBER"
    assert figures(reading, **KRAV_100, vaerdi=150000) == [100000, 50000, 0]
    assert "50.000 kr." in decision.text


def test_table_40_worth_80000_claim_100000_the_creditor_gets_20000_in_the_book():
    decision = decide(**KRAV_100, vaerdi=80000)
    assert decision.outcome == "DIFFERENCE_TIL_KREDITGIVER"
    assert figures(**KRAV_100, vaerdi=80000) == [100000, 0, 20000]


def test_k53_n10_in_the_statute_the_consumer_does_not_pay_the_20000():
    facts = topic.read(BIL | KRAV_100 | {"vaerdi": 80000})
    decision = topic.decide(facts, "gaeldende_ret")
    assert (decision.outcome, decision.figures["difference"]) == ("DIFFERENCE_TABT", 0)
    assert [step.key for step in decision.steps] == [
        "vaerdi_mod_krav",
        "er_forbruger",
        "hvilket_forbehold",
        "har_saerlige_omstaendigheder",
    ]
    assert not compare(topic, facts).same


def test_k53_special_circumstances_open_the_difference_as_its_upper_limit():
    decision = decide("gaeldende_ret", **KRAV_100, vaerdi=80000, saerlige_omstaendigheder_41=True)
    assert (decision.outcome, decision.figures["difference"]) == ("DIFFERENCE_TIL_KREDITGIVER", 20000)
    assert "op til 20.000 kr." in decision.text


def test_k53_a_business_buyer_pays_the_difference():
    decision = decide("gaeldende_ret", **KRAV_100, vaerdi=80000, forbruger=False)
    assert (decision.outcome, decision.figures["difference"]) == ("DIFFERENCE_TIL_KREDITGIVER", 20000)
    assert "op til" not in decision.text


@pytest.mark.parametrize("forbehold", ["gyldigt", "ugyldigt", "intet"])
def test_in_the_book_the_difference_is_owed_whatever_the_retention(forbehold):
    decision = decide(**KRAV_100, vaerdi=80000, forbehold=forbehold)
    assert (decision.outcome, decision.figures["difference"]) == ("DIFFERENCE_TIL_KREDITGIVER", 20000)


def test_k44_without_a_retention_the_difference_can_be_claimed_in_the_statute():
    decision = decide("gaeldende_ret", **KRAV_100, vaerdi=80000, forbehold="intet")
    assert (decision.outcome, decision.figures["difference"]) == ("DIFFERENCE_TIL_KREDITGIVER", 20000)
    assert "op til" not in decision.text


def test_k45_with_an_invalid_retention_only_in_special_circumstances():
    invalid = KRAV_100 | {"vaerdi": 80000, "forbehold": "ugyldigt"}
    assert decide("gaeldende_ret", **invalid).outcome == "DIFFERENCE_TABT"
    opened = decide("gaeldende_ret", **invalid, saerlige_omstaendigheder_41=True)
    assert (opened.outcome, opened.figures["difference"]) == ("DIFFERENCE_TIL_KREDITGIVER", 20000)


def test_u07_n15_car_worth_12000_debt_14000_is_lost_in_a_danish_consumer_purchase():
    car = {"koebesum": 20000, "betalt": 6000, "vaerdi": 12000}
    assert figures(**car) == [14000, 0, 2000]
    assert figures("gaeldende_ret", **car) == [14000, 0, 0]


@BEGGE
@pytest.mark.parametrize("forbruger", [True, False])
@pytest.mark.parametrize(
    ("vaerdi", "outcome", "overskud"),
    [("120000", "GAAR_LIGE_OP", "0"), ("120000.01", "OVERSKUD_TIL_KOEBER", "0.01")],
)
def test_an_oere_turns_even_into_surplus(reading, forbruger, vaerdi, outcome, overskud):
    decision = decide(reading, vaerdi=vaerdi, forbruger=forbruger)
    assert (decision.outcome, decision.figures["overskud"]) == (outcome, Decimal(overskud))
    assert decision.figures["difference"] == 0


def test_an_oere_below_is_a_difference():
    assert figures(vaerdi="119999.99") == [120000, 0, Decimal("0.01")]
    assert decide("gaeldende_ret", vaerdi="119999.99").outcome == "DIFFERENCE_TABT"


def test_a_surplus_goes_to_a_business_and_without_a_retention_too():
    for changes in ({"forbruger": False}, {"forbehold": "intet"}, {"forbehold": "ugyldigt"}):
        assert figures("gaeldende_ret", vaerdi=130000, **changes) == [120000, 10000, 0]


@pytest.mark.parametrize(
    ("changes", "fact"),
    [
        ({"betalt": "200000.01"}, "betalt"),
        ({"fremtidige_renter_i_restkravet": "120000.01"}, "fremtidige_renter_i_restkravet"),
    ],
)
def test_more_paid_than_the_price_or_more_future_interest_than_unpaid_is_refused(changes, fact):
    with pytest.raises(FactError, match=fact):
        decide(**changes)


def test_everything_may_be_paid_and_all_of_the_rest_may_be_future_interest():
    assert figures(betalt=200000, vaerdi=0) == [0, 0, 0]
    assert figures(fremtidige_renter_i_restkravet=120000, vaerdi=0) == [0, 0, 0]


SAMMENSAT = {
    "fremtidige_renter_i_restkravet": 10000,
    "rente_af_forfaldne": 500,
    "noedvendige_omkostninger": 5000,
}


@BEGGE
@pytest.mark.parametrize(
    ("key", "changes", "wrong"),
    [
        ("medregner_fremtidige_renter", SAMMENSAT, 125500),
        ("glemmer_det_betalte", SAMMENSAT, 195500),
        ("glemmer_omkostningerne", SAMMENSAT, 110500),
        ("glemmer_renten_af_forfaldne", SAMMENSAT, 115000),
        ("beholder_overskuddet", {"vaerdi": 150000}, 0),
        ("betaler_hele_vaerdien", {"vaerdi": 150000}, 150000),
        ("betaler_hele_vaerdien", {"vaerdi": 100000}, None),
    ],
)
def test_the_wrong_amounts_that_both_readings_know(reading, key, changes, wrong):
    assert mistake(reading, key).function(topic.read(BIL | changes)) == wrong


def mistake(reading, key):
    return next(found for found in topic.reading_for(reading).mistakes if found.key == key)


def mistaken_outcome(reading, key, **changes):
    law = topic.reading_for(reading)
    return decide_mistaken(law, topic.read(BIL | changes), mistake(reading, key)).outcome


@BEGGE
def test_who_sees_a_surplus_where_both_are_equal(reading):
    assert mistaken_outcome(reading, "lige_vaerd_er_overskud") == "OVERSKUD_TIL_KOEBER"
    wrong = mistake(reading, "lige_vaerd_er_overskud").function
    assert wrong(topic.read(BIL | {"vaerdi": 1})).value == "under"


@pytest.mark.parametrize(
    ("key", "forbehold", "wrong"),
    [
        ("ugyldigt_forbehold_koster_differencen", "ugyldigt", "DIFFERENCE_TABT"),
        ("ugyldigt_forbehold_koster_differencen", "intet", None),
        ("manglende_forbehold_koster_differencen", "intet", "DIFFERENCE_TABT"),
        ("manglende_forbehold_koster_differencen", "gyldigt", None),
    ],
)
def test_who_lets_the_retention_decide_in_the_book(key, forbehold, wrong):
    found = mistake("pensum", key).function(topic.read(BIL | {"forbehold": forbehold}))
    assert (found.name if found else None) == wrong


def test_who_takes_the_thing_and_the_whole_claim():
    wrong = mistake("pensum", "kraever_hele_kravet").function
    assert wrong(topic.read(BIL | {"vaerdi": 100000})) == 120000
    assert wrong(topic.read(BIL)) is None


def test_who_claims_the_books_difference_in_the_statute():
    wrong = mistake("gaeldende_ret", "bogens_difference").function
    assert wrong(topic.read(BIL | {"vaerdi": 100000})) == 20000
    assert wrong(topic.read(BIL)) is None


@pytest.mark.parametrize(
    ("key", "changes", "outcome"),
    [
        ("ugyldigt_er_som_intet", {"forbehold": "ugyldigt"}, "DIFFERENCE_TIL_KREDITGIVER"),
        ("ugyldigt_er_som_intet", {"forbehold": "gyldigt"}, "DIFFERENCE_TABT"),
        ("intet_er_som_ugyldigt", {"forbehold": "intet"}, "DIFFERENCE_TABT"),
        ("intet_er_som_ugyldigt", {"forbehold": "gyldigt"}, "DIFFERENCE_TABT"),
        ("misligholdelsen_er_saerlig", {}, "DIFFERENCE_TIL_KREDITGIVER"),
        ("beskytter_ogsaa_erhverv", {"forbruger": False}, "DIFFERENCE_TABT"),
    ],
)
def test_where_the_slips_about_the_difference_lead(key, changes, outcome):
    assert mistaken_outcome("gaeldende_ret", key, vaerdi=100000, **changes) == outcome


def test_each_slip_about_the_retention_leaves_the_other_kinds_alone():
    for key in ("ugyldigt_er_som_intet", "intet_er_som_ugyldigt"):
        for forbehold in ("gyldigt", "ugyldigt", "intet"):
            found = mistake("gaeldende_ret", key).function(topic.read(BIL | {"forbehold": forbehold})).value
            wrong = {"ugyldigt_er_som_intet": ("ugyldigt", "intet")}.get(key, ("intet", "ugyldigt"))
            assert found == (wrong[1] if forbehold == wrong[0] else forbehold)


AMOUNT = st.integers(0, 5_000_000)


@settings(max_examples=80, deadline=None, database=None, derandomize=True)
@given(
    koebesum=st.integers(1, 20_000_000),
    del_betalt=st.integers(0, 100),
    vaerdi=AMOUNT,
    omkostninger=AMOUNT,
    forbehold=st.sampled_from(["gyldigt", "ugyldigt", "intet"]),
    forbruger=st.booleans(),
    mere=st.integers(1, 100_000),
)
def test_a_thing_worth_more_never_hurts_the_buyer_and_costs_never_help(
    koebesum, del_betalt, vaerdi, omkostninger, forbehold, forbruger, mere
):
    def netto(reading, vaerdi, omkostninger):
        """What the buyer pays, less what the buyer gets."""
        facts = {
            "koebesum": f"{koebesum / 100:.2f}",
            "betalt": f"{koebesum * del_betalt // 100 / 100:.2f}",
            "vaerdi": f"{vaerdi / 100:.2f}",
            "noedvendige_omkostninger": f"{omkostninger / 100:.2f}",
            "forbehold": forbehold,
            "forbruger": forbruger,
        }
        found = decide(reading, **facts).figures
        assert found["overskud"] == 0 or found["difference"] == 0
        return found["difference"] - found["overskud"]

    for reading in topic.readings:
        paid = netto(reading, vaerdi, omkostninger)
        assert netto(reading, vaerdi + mere, omkostninger) <= paid
        assert netto(reading, vaerdi, omkostninger + mere) >= paid
    assert netto("gaeldende_ret", vaerdi, omkostninger) <= netto("pensum", vaerdi, omkostninger)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("bruger_gyldighedsreglen", "jus"),
        ("bruger_reglen_om_opgoerelse_af_gaeld", "jus"),
        ("bruger_tilbehoersreglen", "jus"),
    ],
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
