"""The form of the credit (§ 4 no. 15 and 16): the book's tables and examples, and the statute (K10-K12, K56)."""

import pytest

import rules
from rules.compare import compare
from rules.facts import FactError
from rules.grading import grade

topic = rules.topic("kreditform")
LAW = "gaeldende_ret"
SAELGER = {"kreditgiver": "saelger"}
BANK = {"kreditgiver": "tredjemand"}
FORHANDLERENS_BANK = BANK | {"aftale_saelger_langiver": True, "samtidig_med_koebet": True}


def decide(facts, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def result(facts, reading="pensum", **changes):
    decision = decide(facts, reading, **changes)
    return decision.outcome, decision.figures["ejendomsforbehold_muligt"]


@pytest.mark.parametrize("reading", ["pensum", LAW])
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(SAELGER, ("KREDITKOEB", True), id="table_tv_now_and_pay_in_six_months"),
        pytest.param(BANK, ("KONTANTLAAN", False), id="table_500_000_in_the_bank_for_a_car"),
        pytest.param(SAELGER, ("KREDITKOEB", True), id="sector_car_of_300_000_from_the_dealer"),
        pytest.param(BANK, ("KONTANTLAAN", False), id="sector_car_of_300_000_from_the_bank"),
        pytest.param(
            SAELGER | {"fordring_solgt_efter_koebet": True},
            ("EFTERFOELGENDE_TREPART", True),
            id="table_dealer_sells_the_claim_to_a_factoring_bank",
        ),
    ],
)
def test_the_examples_of_the_book_hold_in_both_readings(reading, facts, expected):
    assert result(facts, reading) == expected


def test_table_the_dealers_bank_makes_three_parties_from_the_start():
    assert decide(FORHANDLERENS_BANK).outcome == "OPRINDELIGT_TREPART"
    assert decide(FORHANDLERENS_BANK, LAW).outcome == "OPRINDELIGT_TREPART"


@pytest.mark.parametrize(
    ("aftale", "samtidig", "pensum", "lov"),
    [
        (True, True, "OPRINDELIGT_TREPART", "OPRINDELIGT_TREPART"),
        (True, False, "KONTANTLAAN", "OPRINDELIGT_TREPART"),
        (False, True, "KONTANTLAAN", "KONTANTLAAN"),
        (False, False, "KONTANTLAAN", "KONTANTLAAN"),
    ],
)
def test_k10_the_statute_asks_for_the_agreement_and_never_for_the_time(aftale, samtidig, pensum, lov):
    facts = BANK | {"aftale_saelger_langiver": aftale, "samtidig_med_koebet": samtidig}
    assert (decide(facts).outcome, decide(facts, LAW).outcome) == (pensum, lov)
    assert "er_samtidig" not in [step.key for step in decide(facts, LAW).steps]


def test_k11_title_can_be_retained_in_every_credit_sale_of_the_statute_and_only_by_the_seller_in_the_book():
    assert decide(FORHANDLERENS_BANK).figures["ejendomsforbehold_muligt"] is False
    assert decide(FORHANDLERENS_BANK, LAW).figures["ejendomsforbehold_muligt"] is True
    assert "ejendomsforbehold muligt er nej efter bogen og ja efter loven" in _compared(FORHANDLERENS_BANK)


@pytest.mark.parametrize("kreditgiver", ["saelger", "tredjemand"])
def test_k12_a_lease_that_makes_an_owner_is_a_sale_with_title_retained(kreditgiver):
    lease = {"kreditgiver": kreditgiver, "skjult_leje": True}
    assert result(lease, LAW) == ("KREDITKOEB", True)
    assert "leje" in decide(lease, LAW).text
    assert result(lease) == result({"kreditgiver": kreditgiver})


def test_k12_the_claim_from_such_a_lease_can_be_sold_on():
    lease = SAELGER | {"skjult_leje": True, "fordring_solgt_efter_koebet": True}
    assert result(lease, LAW) == ("EFTERFOELGENDE_TREPART", True)


def test_k56_the_consumer_keeps_every_objection_when_the_claim_is_sold():
    sold = decide(SAELGER, LAW, fordring_solgt_efter_koebet=True)
    assert "KAL § 33, stk. 1" in sold.text
    assert sold.steps[-1].citation == "KAL § 33, stk. 1"
    assert "gældsbrevsloven" in decide(SAELGER, fordring_solgt_efter_koebet=True).text


def test_k56_the_act_on_debt_instruments_is_right_in_the_book_and_the_slip_in_the_statute():
    facts = topic.read(SAELGER | {"fordring_solgt_efter_koebet": True})
    assert grade(topic, facts, {"jus": ["GBL § 27"]}).answers[0].status == "rigtig"
    slip = grade(topic, facts, {"jus": ["GBL § 27"]}, LAW).answers[0]
    assert (slip.status, slip.mistake) == ("forkert", "bruger_gaeldsbrevsloven")


def test_only_a_seller_who_gave_the_credit_has_a_claim_to_sell():
    with pytest.raises(FactError, match="fordring_solgt_efter_koebet"):
        topic.read(BANK | {"fordring_solgt_efter_koebet": True})


@pytest.mark.parametrize(
    ("mistake", "reading", "facts", "wrong"),
    [
        ("pengene_gaar_til_saelgeren", "pensum", BANK, True),
        ("pengene_gaar_til_saelgeren", "pensum", SAELGER, None),
        ("salget_aendrer_intet", "pensum", SAELGER, False),
        ("banken_giver_altid_kontantlaan", "pensum", FORHANDLERENS_BANK, False),
        ("tiden_er_ligegyldig", "pensum", BANK, True),
        ("banken_kan_tage_forbehold", "pensum", BANK, True),
        ("banken_kan_tage_forbehold", "pensum", SAELGER, None),
        ("salget_fjerner_forbeholdet", "pensum", SAELGER | {"fordring_solgt_efter_koebet": True}, False),
        ("salget_fjerner_forbeholdet", "pensum", SAELGER, None),
        ("samtidighed_er_nok", LAW, BANK | {"samtidig_med_koebet": True}, True),
        ("samtidighed_er_nok", LAW, BANK, None),
        ("navnet_afgoer_sagen", LAW, SAELGER | {"skjult_leje": True}, False),
        ("kun_saelgeren_kan_tage_forbehold", LAW, FORHANDLERENS_BANK, False),
        ("kun_saelgeren_kan_tage_forbehold", LAW, SAELGER, True),
        ("ogsaa_ved_frit_laan", LAW, BANK, True),
        ("ogsaa_ved_frit_laan", LAW, SAELGER, None),
    ],
)
def test_what_each_mistake_answers(mistake, reading, facts, wrong):
    assert _function(reading, mistake)(topic.read(facts)) is wrong


@pytest.mark.parametrize("reading", ["pensum", LAW])
def test_the_two_trepartsforhold_are_mixed_up(reading):
    wrong = _function(reading, "bytter_om_paa_trepartsforholdene")
    assert wrong(topic.read(SAELGER)).name == "OPRINDELIGT_TREPART"
    assert wrong(topic.read(BANK)).name == "EFTERFOELGENDE_TREPART"


def _compared(facts):
    return compare(topic, topic.read(facts)).text


def _function(reading, mistake):
    return next(found.function for found in topic.reading_for(reading).mistakes if found.key == mistake)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "target"),
    [
        ("pengene_gaar_til_saelgeren", "saelger_er_kreditgiver"),
        ("salget_aendrer_intet", "fordringen_solgt"),
        ("banken_giver_altid_kontantlaan", "aftale_om_finansiering"),
    ],
)
def test_both_readings_know_the_usual_mistake(reading, key, target):
    assert (key, target) in [(one.key, one.target) for one in topic.reading_for(reading).mistakes]
