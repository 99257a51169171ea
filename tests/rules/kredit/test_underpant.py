"""Pledging what was bought (§ 21): the book's ban on the buyer, the statute's on the creditor (K31-K34)."""

import itertools

import pytest

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.mistaken import decide_mistaken

topic = rules.topic("underpant")
# Table § 21: a car bought on credit with a retention of title, pledged to the bank before it is paid.
BIL = {
    "koebt_paa_kredit_med_ejendomsforbehold": True,
    "koebesum_betalt": False,
    "pantsaettes_til": "tredjemand",
}
SAELGER = {"pantsaettes_til": "kreditgiver"}
FRIT = {"koebt_paa_kredit_med_ejendomsforbehold": False, "kreditkoeb": False}


def decide(reading="pensum", **changes):
    return topic.decide(topic.read(BIL | changes), reading)


def outcome(reading="pensum", **changes):
    return decide(reading, **changes).outcome


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, "FORBUDT", id="table_21_pledged_to_the_bank_before_payment"),
        pytest.param({"koebesum_betalt": True}, "TILLADT", id="table_21_after_payment"),
        pytest.param(
            {"koebt_paa_kredit_med_ejendomsforbehold": False}, "TILLADT", id="without a retention of title"
        ),
        pytest.param(SAELGER, "TILLADT", id="to the creditor himself"),
    ],
)
def test_the_books_table_on_21(changes, expected):
    assert outcome(**changes) == expected


def test_in_the_book_the_seller_may_take_the_car_back():
    assert "sælgeren kræve den tilbage" in decide().text


def test_the_book_does_not_look_at_what_only_the_statute_asks():
    changes = {"forbruger": False, "fast_ejendom_eller_vaerdipapir": True, "ved_aftale_eller_levering": False}
    assert outcome(**changes) == "FORBUDT"


def test_k31_the_statute_strikes_the_creditors_own_pledge():
    decision = decide("gaeldende_ret", **SAELGER)
    assert (decision.outcome, decision.steps[-1].key) == ("PANT_UGYLDIGT", "givet_ved_koebet")
    assert not compare(topic, topic.read(BIL | SAELGER)).same


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(FRIT, id="k34_free_standing_loan"),
        pytest.param({"forbruger": False}, id="k31_no_consumer"),
        pytest.param({"fast_ejendom_eller_vaerdipapir": True}, id="k31_real_property_or_security"),
        pytest.param({"ved_aftale_eller_levering": False}, id="later than agreement and delivery"),
    ],
)
def test_k31_k34_where_the_ban_on_the_creditor_does_not_reach(changes):
    assert outcome("gaeldende_ret", **SAELGER, **changes) == "TILLADT"


def test_k31_the_ban_does_not_ask_for_a_retention_of_title():
    assert (
        outcome("gaeldende_ret", **SAELGER, koebt_paa_kredit_med_ejendomsforbehold=False) == "PANT_UGYLDIGT"
    )


def test_k31_cars_are_not_excepted_and_the_reason_says_so():
    reasons = [step.reason for step in decide("gaeldende_ret", **SAELGER).steps]
    assert any("biler er heller ikke undtaget" in reason for reason in reasons)


def test_k32_k33_a_pledge_to_another_is_allowed_and_respects_the_retention():
    decision = decide("gaeldende_ret")
    assert decision.outcome == "RESPEKTERER_FORBEHOLD"
    assert [step.verified for step in decision.steps] == [True, False]


@pytest.mark.parametrize(
    "changes",
    [{"koebesum_betalt": True}, {"koebt_paa_kredit_med_ejendomsforbehold": False}],
    ids=["paid", "no retention"],
)
def test_k33_without_a_standing_retention_there_is_nothing_to_respect(changes):
    assert outcome("gaeldende_ret", **changes) == "TILLADT"


def test_a_retention_of_title_without_a_kreditkoeb_is_refused():
    with pytest.raises(FactError, match="kreditkoeb"):
        decide(kreditkoeb=False)
    assert outcome(**FRIT) == "TILLADT"


def mistake(reading, key):
    return next(found for found in topic.reading_for(reading).mistakes if found.key == key)


@pytest.mark.parametrize(
    ("reading", "key", "changes", "ends_in"),
    [
        (
            "pensum",
            "forbuddet_gaelder_alle_koeb",
            {"koebt_paa_kredit_med_ejendomsforbehold": False},
            "FORBUDT",
        ),
        ("pensum", "forbuddet_varer_ved", {"koebesum_betalt": True}, "FORBUDT"),
        ("pensum", "forbuddet_rammer_kreditgiveren", SAELGER, "FORBUDT"),
        ("gaeldende_ret", "ethvert_laan_er_kreditkoeb", SAELGER | FRIT, "PANT_UGYLDIGT"),
        ("gaeldende_ret", "forbuddet_gaelder_ogsaa_erhverv", SAELGER | {"forbruger": False}, "PANT_UGYLDIGT"),
        (
            "gaeldende_ret",
            "overser_undtagelsen",
            SAELGER | {"fast_ejendom_eller_vaerdipapir": True},
            "PANT_UGYLDIGT",
        ),
        ("gaeldende_ret", "alt_andet_end_loesoere_er_undtaget", SAELGER, "TILLADT"),
        (
            "gaeldende_ret",
            "senere_pant_er_ogsaa_ramt",
            SAELGER | {"ved_aftale_eller_levering": False},
            "PANT_UGYLDIGT",
        ),
        ("gaeldende_ret", "pantet_gaar_forud", {}, "TILLADT"),
        ("gaeldende_ret", "forbehold_efter_betaling", {"koebesum_betalt": True}, "RESPEKTERER_FORBEHOLD"),
    ],
)
def test_where_each_slip_leads(reading, key, changes, ends_in):
    facts = topic.read(BIL | changes)
    law = topic.reading_for(reading)
    assert decide_mistaken(law, facts, mistake(reading, key)).outcome == ends_in
    assert topic.decide(facts, reading).outcome != ends_in


@pytest.mark.parametrize(
    ("reading", "key", "wrong"),
    [
        ("pensum", "pantet_er_ugyldigt", "PANT_UGYLDIGT"),
        ("gaeldende_ret", "bogens_forbud", "FORBUDT"),
        ("gaeldende_ret", "tredjemands_pant_er_ugyldigt", "PANT_UGYLDIGT"),
    ],
)
def test_the_outcome_that_each_mistake_gives(reading, key, wrong):
    assert mistake(reading, key).function(topic.read(BIL)).name == wrong


@pytest.mark.parametrize("key", ["bogens_forbud", "tredjemands_pant_er_ugyldigt"])
def test_the_slips_about_others_say_nothing_of_the_creditors_pledge(key):
    assert mistake("gaeldende_ret", key).function(topic.read(BIL | SAELGER)) is None


def test_book_and_statute_forbid_opposite_pledges():
    """Whatever the facts, no pledge is struck by both."""
    names = [spec.name for spec in topic.specs if spec.kind == "bool"]
    for values in itertools.product((True, False), repeat=len(names)):
        for panthaver in ("kreditgiver", "tredjemand"):
            given = dict(zip(names, values, strict=True)) | {"pantsaettes_til": panthaver}
            if given["koebt_paa_kredit_med_ejendomsforbehold"] and not given["kreditkoeb"]:
                continue
            facts = topic.read(given)
            book, statute = (topic.decide(facts, reading).outcome for reading in topic.readings)
            assert not (book == "FORBUDT" and statute == "PANT_UGYLDIGT")
            assert (book == "FORBUDT") == (statute == "RESPEKTERER_FORBEHOLD")
