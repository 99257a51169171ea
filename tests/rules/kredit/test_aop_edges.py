"""ÅOP at its edges: what each mistake answers where little is told, the limits of the facts, what is tolerated."""

from decimal import Decimal

import pytest

import rules
from rules.facts import FactError
from rules.kredit.aop.facts import beregnet_aop, beregnet_tilbagebetaling, beregnet_ydelse, laan, tilbud_a
from tests.rules.slips import slip

topic = rules.topic("aop")
LOAN = {"kreditbeloeb": 120000, "rente_pa": 6, "loebetid_mdr": 12}
FREE = {"kreditbeloeb": 1200, "rente_pa": 0, "loebetid_mdr": 12}
STATED = {"rente_pa": 5, "aop_oplyst": "5.2"}
READINGS = ["pensum", "gaeldende_ret"]


def b(facts):
    return {f"b_{name}": value for name, value in facts.items()}


def figures(facts, reading="pensum"):
    return topic.decide(topic.read(facts), reading).figures


def mistaken(key, facts, reading="pensum"):
    return slip(topic, reading, key, facts)


def chosen(key, facts, reading="pensum"):
    return next(m for m in topic.reading_for(reading).mistakes if m.key == key).function(topic.read(facts))


# --- What is asked, and how near an answer must be ------------------------------------------------------------


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("prefix", ["", "b_"])
@pytest.mark.parametrize(
    ("key", "tolerance"),
    [
        ("ydelse_md", "0.05"),
        ("samlet_tilbagebetaling", "5"),
        ("samlede_kreditomkostninger", "5"),
        ("aop", "0.01"),
    ],
)
def test_an_instalment_tolerates_five_oere_a_total_five_kroner_and_aop_its_second_decimal(
    reading, prefix, key, tolerance
):
    assert topic.reading_for(reading).figures[prefix + key].tolerance == Decimal(tolerance)


SHARED = [
    ("rente_af_hele_laanet", "ydelse_md"),
    ("afdrag_uden_rente", "ydelse_md"),
    ("glemmer_gebyrerne", "samlet_tilbagebetaling"),
    ("kun_renterne", "samlede_kreditomkostninger"),
    ("regner_laanet_med", "samlede_kreditomkostninger"),
    ("tager_den_nominelle_rente", "aop"),
    ("aop_uden_gebyrer", "aop"),
    ("omkostninger_delt_med_aar", "aop"),
    ("tager_den_nominelle_rente_i_b", "b_aop"),
    ("samme_rente_er_samme_pris", "samme_aop"),
    ("leder_efter_flere_decimaler", "samme_aop"),
    ("sammenligner_nominelle_renter", "a_lavest"),
    ("laveste_rente_er_billigst", "outcome"),
]


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("key", "target"), SHARED)
def test_the_mistakes_that_both_readings_know(reading, key, target):
    assert {m.key: m.target for m in topic.reading_for(reading).mistakes}[key] == target


def test_comparing_kroner_is_a_mistake_by_the_book_and_ranking_unequal_loans_one_by_the_statute():
    book, law = ({m.key: m.target for m in topic.reading_for(reading).mistakes} for reading in READINGS)
    assert book["sammenligner_kroner"] == "a_lavest"
    assert "sammenligner_kroner" not in law
    assert law["laveste_aop_er_altid_billigst"] == "outcome"
    assert (law["ser_bort_fra_beloebet"], law["ser_bort_fra_loebetiden"]) == (
        "samme_beloeb",
        "samme_loebetid",
    )


# --- The limits of the facts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "b_"])
@pytest.mark.parametrize(
    ("fact", "possible", "too_much"),
    [("loebetid_mdr", 1, 0), ("loebetid_mdr", 600, 601), ("kreditbeloeb", 1, "0.99")],
)
def test_a_loan_is_of_a_krone_at_least_and_runs_for_one_to_600_months(prefix, fact, possible, too_much):
    terms = LOAN | b(LOAN)
    assert topic.read(terms | {prefix + fact: possible})
    with pytest.raises(FactError) as error:
        topic.read(terms | {prefix + fact: too_much})
    assert [problem.fact for problem in error.value.problems] == [prefix + fact]


@pytest.mark.parametrize("fact", ["aop_oplyst", "b_aop_oplyst"])
def test_a_stated_aop_is_of_100000_percent_at_most(fact):
    assert topic.read(STATED | {fact: 100_000})
    with pytest.raises(FactError, match=fact):
        topic.read(STATED | {fact: "100000.01"})


def test_a_cost_that_is_too_high_to_be_told_is_refused_and_the_term_counts_in_it():
    """4 kr. back for 1 kr. a month later is 1.677.721.500 % a year; 3,28 kr. a month is less, but not for a year."""
    loan = {"kreditbeloeb": 1, "rente_pa": 0, "loebende_gebyr_md": 3}
    with pytest.raises(FactError, match="over"):
        topic.read(loan | {"loebetid_mdr": 1})
    loan = {"kreditbeloeb": 1, "rente_pa": 0, "loebende_gebyr_md": "3.20"}
    with pytest.raises(FactError, match="over"):
        topic.read(loan | {"loebetid_mdr": 12})


# --- Loans without interest, and instalments of one's own -----------------------------------------------------


def test_a_loan_without_interest_or_fees_costs_nothing():
    told = figures(FREE)
    assert told["ydelse_md"] == 100
    assert told["samlet_tilbagebetaling"] == 1200
    assert told["samlede_kreditomkostninger"] == 0
    assert told["aop"] == 0


def test_a_fee_of_half_a_krone_is_half_a_krone_in_both_offers():
    fee = FREE | {"stiftelsesgebyr": "0.5"}
    told = figures(fee | b(fee))
    assert told["samlet_tilbagebetaling"] == told["b_samlet_tilbagebetaling"] == Decimal("1200.5")
    assert told["samlede_kreditomkostninger"] == told["b_samlede_kreditomkostninger"] == Decimal("0.5")
    assert 0 < told["aop"] == told["b_aop"] < Decimal("0.1")


def test_what_is_lent_is_the_credit_and_a_fee_only_where_it_is_added():
    fee = FREE | {"stiftelsesgebyr": 60}
    assert laan(tilbud_a(topic.read(fee))) == 1200
    assert laan(tilbud_a(topic.read(fee | {"gebyr_laanes": True}))) == 1260


def test_an_instalment_of_ones_own_that_pays_back_too_little_has_an_aop_of_zero():
    offer = tilbud_a(topic.read(FREE))
    assert beregnet_ydelse(offer) == 100
    assert beregnet_tilbagebetaling(offer, Decimal(90)) == 1200
    assert beregnet_tilbagebetaling(offer, Decimal(101)) == 1212
    assert beregnet_aop(offer, Decimal(90)) == 0
    assert beregnet_aop(offer, Decimal(110)) > 0
    assert beregnet_aop(offer, Decimal(0)) is None


# --- What is mistaken for the instalment, the cost and ÅOP ----------------------------------------------------


@pytest.mark.parametrize("missing", ["kreditbeloeb", "rente_pa", "loebetid_mdr"])
def test_where_one_term_is_missing_the_mistakes_that_need_it_have_no_answer(missing):
    facts = LOAN | {"aop_oplyst": 7, missing: None}
    for key in ("glemmer_gebyrerne", "kun_renterne", "regner_laanet_med", "aop_uden_gebyrer"):
        assert mistaken(key, facts) is None, key
    assert mistaken("omkostninger_delt_med_aar", facts) is None
    if missing != "kreditbeloeb":
        assert mistaken("rente_af_hele_laanet", facts) is None
    assert mistaken("tager_den_nominelle_rente", facts) == (None if missing == "rente_pa" else 6)


def test_interest_on_the_whole_loan_needs_a_rate_but_a_rate_of_zero_is_one():
    assert mistaken("rente_af_hele_laanet", FREE) == 100
    assert (
        mistaken("rente_af_hele_laanet", {"kreditbeloeb": 1200, "loebetid_mdr": 12, "aop_oplyst": 7}) is None
    )
    assert mistaken("afdrag_uden_rente", {"kreditbeloeb": 1200, "loebetid_mdr": 12, "aop_oplyst": 7}) == 100


def test_the_effective_rate_without_fees_is_that_of_the_loan_alone():
    """6 % a year in twelve parts is 1.005^12 − 1, whatever is paid up front or every month."""
    fees = LOAN | {"stiftelsesgebyr": 5000, "loebende_gebyr_md": 100}
    bare = figures(LOAN)["aop"]
    assert bare == Decimal("6.17")
    assert mistaken("aop_uden_gebyrer", fees) == float(bare)
    free = FREE | {"stiftelsesgebyr": 100, "loebende_gebyr_md": 10}
    assert mistaken("aop_uden_gebyrer", free) == 0


# --- Which offer is the cheaper -------------------------------------------------------------------------------


def test_an_offer_is_not_the_lowest_where_its_own_aop_is_the_higher_or_the_same():
    step = next(place.step for place in topic.reading_for("pensum").steps if place.key == "a_lavest")
    lower, higher = STATED | {"b_aop_oplyst": "5.3"}, STATED | {"b_aop_oplyst": "5.1"}
    assert step(topic.read(lower)) is True
    assert step(topic.read(higher)) is False
    assert step(topic.read(STATED | {"b_aop_oplyst": "5.2"})) is False
    assert step(topic.read(STATED)) is False


@pytest.mark.parametrize(
    ("a", "other", "lower", "outcome"),
    [
        (5, 6, True, "A_BILLIGST"),
        (6, 5, False, "B_BILLIGST"),
        (5, 5, None, None),
        (None, 5, None, None),
        (5, None, None, None),
    ],
)
def test_comparing_nominal_rates_needs_two_that_differ(a, other, lower, outcome):
    facts = {"rente_pa": a, "aop_oplyst": 7, "b_rente_pa": other, "b_aop_oplyst": 7}
    for reading in READINGS:
        assert chosen("sammenligner_nominelle_renter", facts, reading) is lower
        found = chosen("laveste_rente_er_billigst", facts, reading)
        assert (found and found.name) == outcome
        same = chosen("samme_rente_er_samme_pris", facts, reading)
        assert same is (True if a == other else None)


def test_the_same_rate_that_neither_offer_tells_is_no_rate():
    assert mistaken("samme_rente_er_samme_pris", {"aop_oplyst": 5, "b_aop_oplyst": 6}) is None


def test_comparing_kroner_needs_two_sums_that_differ():
    cheap, dear = FREE, FREE | {"stiftelsesgebyr": 50}
    assert mistaken("sammenligner_kroner", cheap | b(dear)) is True
    assert mistaken("sammenligner_kroner", dear | b(cheap)) is False
    assert mistaken("sammenligner_kroner", dear | b(dear)) is None
    assert mistaken("sammenligner_kroner", dear | b(STATED)) is None
    assert mistaken("sammenligner_kroner", STATED | b(dear)) is None


def test_the_lowest_aop_is_only_taken_for_the_cheapest_where_there_are_two():
    key, law = "laveste_aop_er_altid_billigst", "gaeldende_ret"
    assert chosen(key, STATED, law) is None
    assert chosen(key, STATED | {"b_aop_oplyst": "5.2"}, law) is None
    assert chosen(key, STATED | {"b_aop_oplyst": "5.21"}, law).name == "A_BILLIGST"
    assert chosen(key, STATED | {"b_aop_oplyst": "5.19"}, law).name == "B_BILLIGST"


@pytest.mark.parametrize("reading", READINGS)
def test_offers_that_differ_after_the_second_decimal_are_equally_dear_and_one_offer_alone_is_none_of_them(
    reading,
):
    facts = {"kreditbeloeb": 2000000, "rente_pa": "3.5", "loebetid_mdr": 360}
    apart = facts | b(facts) | {"b_stiftelsesgebyr": 1}
    assert topic.decide(topic.read(apart), reading).outcome == "LIGE"
    assert chosen("leder_efter_flere_decimaler", apart, reading) is False
    assert chosen("leder_efter_flere_decimaler", facts | b(facts), reading) is None
