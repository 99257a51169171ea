"""ÅOP (§ 7 a and the SEF form): the course book's figures and sector example, law.md K17 and N1-N5."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.facts import FactError
from rules.flips import flips
from rules.grading import grade
from rules.steps import View

topic = rules.topic("aop")
SEF_1 = {"kreditbeloeb": 500000, "rente_pa": "3.5", "loebetid_mdr": 360}
SEF_2 = {"kreditbeloeb": 2000000, "rente_pa": "3.5", "loebetid_mdr": 360}


def decide(facts, reading="pensum"):
    return topic.decide(topic.read(facts), reading)


def offer_b(**terms):
    return {f"b_{name}": value for name, value in terms.items()}


def mistaken(key, facts, reading="pensum"):
    """What somebody answers who makes this mistake."""
    law = topic.reading_for(reading)
    return next(m for m in law.mistakes if m.key == key).function(View(topic.read(facts)))


# --- The chapter's figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_n1_table_sef_500000_costs_308279_and_not_150000(reading):
    figures = decide(SEF_1, reading).figures
    assert figures["ydelse_md"] == Decimal("2245.22")
    assert figures["samlet_tilbagebetaling"] == 360 * Decimal("2245.22") == Decimal("808279.20")
    assert figures["samlede_kreditomkostninger"] == Decimal("308279.20")
    assert float(figures["samlede_kreditomkostninger"]) == pytest.approx(308280, abs=5)


def test_n2_table_sef_5_2_percent_needs_85541_kroner_up_front():
    assert decide(SEF_1).figures["aop"] == Decimal("3.56")
    assert decide(SEF_1 | {"stiftelsesgebyr": 85541}).figures["aop"] == Decimal("5.20")


def test_n3_n4_table_sef_2000000_costs_8980_89_a_month_and_1233120_in_all():
    figures = decide(SEF_2).figures
    assert figures["ydelse_md"] == Decimal("8980.89")
    assert figures["samlet_tilbagebetaling"] == Decimal("3233120.40")
    assert figures["samlede_kreditomkostninger"] == Decimal("1233120.40")


def test_n5_table_sef_4_2_percent_needs_146099_kroner_up_front():
    assert decide(SEF_2 | {"stiftelsesgebyr": 146099}).figures["aop"] == Decimal("4.20")


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_sector_realkredit_aop_and_not_the_nominal_rate(reading):
    """Loan 1 at 3.5 % with ÅOP 4.2 %, loan 2 at 3.8 % with ÅOP 4.0 %: loan 2 is cheaper."""
    facts = {"rente_pa": "3.5", "aop_oplyst": "4.2", "b_rente_pa": "3.8", "b_aop_oplyst": "4.0"}
    decision = decide(facts, reading)
    assert decision.outcome == "B_BILLIGST"
    assert (decision.figures["aop"], decision.figures["b_aop"]) == (Decimal("4.2"), Decimal(4))
    assert decision.figures["ydelse_md"] is decision.figures["b_samlede_kreditomkostninger"] is None
    assert mistaken("sammenligner_nominelle_renter", facts) is True
    assert mistaken("laveste_rente_er_billigst", facts).name == "A_BILLIGST"


def test_glossary_five_percent_and_high_fees_against_six_percent_and_none():
    loan = {"kreditbeloeb": 100000, "loebetid_mdr": 60}
    facts = loan | {"rente_pa": 5, "stiftelsesgebyr": 4000} | offer_b(**loan, rente_pa=6)
    decision = decide(facts)
    assert decision.outcome == "B_BILLIGST"
    assert decision.figures["aop"] > decision.figures["b_aop"]
    assert decide(facts | {"stiftelsesgebyr": 0}).outcome == "A_BILLIGST"


# --- K17: what the statute asks first -------------------------------------------------------------------------

SHORT = {"kreditbeloeb": 100000, "rente_pa": 6, "loebetid_mdr": 24}
LONG = offer_b(kreditbeloeb=100000, rente_pa=5, loebetid_mdr=120)


def test_k17_another_term_cannot_be_ranked_by_aop():
    facts = SHORT | LONG
    assert decide(facts).outcome == "B_BILLIGST"
    law = decide(facts, "gaeldende_ret")
    assert law.outcome == "IKKE_SAMMENLIGNELIGE"
    assert [step.key for step in law.steps] == ["to_tilbud", "samme_beloeb", "samme_loebetid"]
    assert law.figures["samlede_kreditomkostninger"] < law.figures["b_samlede_kreditomkostninger"]
    assert mistaken("ser_bort_fra_loebetiden", facts, "gaeldende_ret") is True
    assert mistaken("laveste_aop_er_altid_billigst", facts, "gaeldende_ret").name == "B_BILLIGST"


@pytest.mark.parametrize(
    ("beloeb", "outcome"), [("100000", "B_BILLIGST"), ("100000.01", "IKKE_SAMMENLIGNELIGE")]
)
def test_k17_another_amount_cannot_be_ranked_by_aop_from_the_first_oere(beloeb, outcome):
    facts = SHORT | offer_b(kreditbeloeb=beloeb, rente_pa=5, loebetid_mdr=24)
    assert decide(facts, "gaeldende_ret").outcome == outcome
    assert mistaken("ser_bort_fra_beloebet", facts, "gaeldende_ret") is True
    assert decide(facts).outcome == "B_BILLIGST"


def test_k17_a_month_more_is_another_term():
    facts = SHORT | offer_b(kreditbeloeb=100000, rente_pa=5, loebetid_mdr=25)
    assert decide(facts, "gaeldende_ret").outcome == "IKKE_SAMMENLIGNELIGE"


@pytest.mark.parametrize("left_out", ["kreditbeloeb", "loebetid_mdr", "b_kreditbeloeb", "b_loebetid_mdr"])
def test_k17_what_is_not_told_is_taken_to_agree(left_out):
    facts = {"aop_oplyst": "5.1", "b_aop_oplyst": "5.2"}
    facts |= {"kreditbeloeb": 1000, "loebetid_mdr": 12, "b_kreditbeloeb": 1000, "b_loebetid_mdr": 12}
    assert decide(facts | {left_out: None}, "gaeldende_ret").outcome == "A_BILLIGST"
    assert decide(facts | {"b_kreditbeloeb": 999}, "gaeldende_ret").outcome == "IKKE_SAMMENLIGNELIGE"


# --- Equal, one offer, fees -----------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("b_aop", "outcome"),
    [("5.21", "A_BILLIGST"), ("5.20", "LIGE"), ("5.19", "B_BILLIGST")],
)
def test_equal_is_equal_to_two_decimals(reading, b_aop, outcome):
    assert decide({"aop_oplyst": "5.2", "b_aop_oplyst": b_aop}, reading).outcome == outcome


def test_a_krone_more_in_fees_is_no_difference_that_customers_are_told():
    facts = SEF_2 | offer_b(**SEF_2, stiftelsesgebyr=1)
    assert decide(facts).outcome == "LIGE"
    assert mistaken("leder_efter_flere_decimaler", facts) is False
    assert mistaken("leder_efter_flere_decimaler", SEF_2 | offer_b(**SEF_2)) is None


def test_the_same_rate_is_not_the_same_price():
    facts = SEF_1 | offer_b(**SEF_1, loebende_gebyr_md=100)
    assert decide(facts).outcome == "A_BILLIGST"
    assert mistaken("samme_rente_er_samme_pris", facts) is True
    assert mistaken("samme_rente_er_samme_pris", facts | {"b_rente_pa": "3.51"}) is None
    assert mistaken("sammenligner_nominelle_renter", facts) is None
    assert mistaken("laveste_rente_er_billigst", facts) is None


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_a_single_offer_is_worked_out(reading):
    decision = decide(SEF_1, reading)
    assert decision.outcome == "A_BILLIGST"
    assert "kun ét tilbud" in decision.text
    assert [step.answer for step in decision.steps] == [False]
    assert decision.figures["b_aop"] is None


def test_fees_by_hand():
    """1,200 kr. without interest over a year, 100 kr. at the start, 10 kr. a month."""
    facts = {"kreditbeloeb": 1200, "rente_pa": 0, "loebetid_mdr": 12}
    facts |= {"stiftelsesgebyr": 100, "loebende_gebyr_md": 10}
    figures = decide(facts).figures
    assert figures["ydelse_md"] == 100
    assert figures["samlet_tilbagebetaling"] == 12 * 110 + 100
    assert figures["samlede_kreditomkostninger"] == 220
    monthly = 1 + figures["aop"] / 100
    worth = sum(110 * float(monthly) ** (-month / 12) for month in range(1, 13))
    assert worth == pytest.approx(1100, abs=0.05)


def test_a_fee_that_is_lent_is_paid_with_interest_and_not_at_the_start():
    at_the_start = decide(SEF_1 | {"stiftelsesgebyr": 10000}).figures
    lent = decide(SEF_1 | {"stiftelsesgebyr": 10000, "gebyr_laanes": True}).figures
    assert at_the_start["ydelse_md"] == Decimal("2245.22")
    assert at_the_start["samlet_tilbagebetaling"] == Decimal("818279.20")
    assert lent["ydelse_md"] == Decimal("2290.13")
    assert lent["samlet_tilbagebetaling"] == 360 * Decimal("2290.13")
    assert lent["samlede_kreditomkostninger"] == 360 * Decimal("2290.13") - 500000
    assert at_the_start["aop"] == Decimal("3.73")
    assert lent["aop"] == Decimal("3.72")


@pytest.mark.parametrize("months", [1, 3, 8])
def test_no_cost_is_zero_percent_and_zero_kroner(months):
    """1,000 kr. in three parts of 333.33 kr. is rounded below the loan, which costs nothing all the same."""
    figures = decide({"kreditbeloeb": 1000, "rente_pa": 0, "loebetid_mdr": months}).figures
    assert figures["samlet_tilbagebetaling"] == 1000
    assert figures["samlede_kreditomkostninger"] == figures["aop"] == 0


def test_what_is_stated_counts_only_where_nothing_can_be_worked_out():
    assert decide(SEF_1 | {"aop_oplyst": "5.2"}).figures["aop"] == Decimal("3.56")
    without_term = SEF_1 | {"aop_oplyst": "5.2", "loebetid_mdr": None}
    assert decide(without_term).figures["aop"] == Decimal("5.2")


# --- Facts that cannot be -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "fact"),
    [
        ({}, "kreditbeloeb"),
        ({"kreditbeloeb": 1000}, "rente_pa"),
        ({"kreditbeloeb": 1000, "rente_pa": 5}, "loebetid_mdr"),
        ({"b_aop_oplyst": 5}, "kreditbeloeb"),
        (SEF_1 | {"b_rente_pa": 5}, "b_kreditbeloeb"),
        (SEF_1 | {"b_kreditbeloeb": 1000, "b_loebetid_mdr": 5}, "b_rente_pa"),
        (SEF_1 | {"b_stiftelsesgebyr": 100}, "b_kreditbeloeb"),
        (SEF_1 | {"b_loebende_gebyr_md": 1}, "b_kreditbeloeb"),
        (SEF_1 | {"b_gebyr_laanes": True}, "b_kreditbeloeb"),
        (SEF_1 | {"stiftelsesgebyr": 500000}, "stiftelsesgebyr"),
        (SEF_1 | offer_b(**SEF_2, stiftelsesgebyr=2000000), "b_stiftelsesgebyr"),
        (SEF_1 | {"loebende_gebyr_md": 10**11}, "kreditbeloeb"),
        (SEF_1 | {"loebetid_mdr": 0}, "loebetid_mdr"),
        (SEF_1 | {"loebetid_mdr": 601}, "loebetid_mdr"),
        (SEF_1 | {"kreditbeloeb": "0.99"}, "kreditbeloeb"),
    ],
)
def test_too_little_or_impossible_is_refused(facts, fact):
    with pytest.raises(FactError) as error:
        topic.read(facts)
    assert [problem.fact for problem in error.value.problems] == [fact]


def test_a_fee_one_oere_below_the_loan_and_a_lent_fee_of_any_size_are_possible():
    assert topic.read({"kreditbeloeb": 100, "rente_pa": 5, "loebetid_mdr": 600, "stiftelsesgebyr": "99"})
    assert topic.read(SEF_1 | {"stiftelsesgebyr": 600000, "gebyr_laanes": True})


def test_the_refusal_says_what_would_be_right():
    with pytest.raises(FactError, match="Angiv kreditbeløb, rente og løbetid for tilbud B"):
        topic.read(SEF_1 | {"b_rente_pa": 5})
    with pytest.raises(FactError, match=r"over 1\.000\.000\.000 %"):
        topic.read(SEF_1 | {"loebende_gebyr_md": 10**11})


# --- Mistakes -------------------------------------------------------------------------------------------------


def test_mistakes_in_figures_by_hand():
    loan = {"kreditbeloeb": 120000, "rente_pa": 6, "loebetid_mdr": 12}
    facts = loan | {"stiftelsesgebyr": 1000, "loebende_gebyr_md": 50}
    right = decide(facts).figures
    assert right["ydelse_md"] == Decimal("10327.97")
    assert mistaken("rente_af_hele_laanet", facts) == 10600
    assert mistaken("afdrag_uden_rente", facts) == 10000
    assert mistaken("glemmer_gebyrerne", facts) == 12 * Decimal("10327.97")
    assert mistaken("kun_renterne", facts) == 12 * Decimal("10327.97") - 120000
    assert mistaken("regner_laanet_med", facts) == right["samlet_tilbagebetaling"]
    assert mistaken("tager_den_nominelle_rente", facts) == 6
    assert mistaken("aop_uden_gebyrer", facts) == pytest.approx(Decimal("6.17"), abs=Decimal("0.005"))
    cost = right["samlede_kreditomkostninger"]
    assert mistaken("omkostninger_delt_med_aar", facts) == pytest.approx(cost * 100 / 120000)
    two_years = facts | {"loebetid_mdr": 24}
    cost = decide(two_years).figures["samlede_kreditomkostninger"]
    assert mistaken("omkostninger_delt_med_aar", two_years) == pytest.approx(cost * 50 / 120000)


def test_mistakes_with_a_lent_fee_by_hand():
    facts = {"kreditbeloeb": 119000, "rente_pa": 6, "loebetid_mdr": 12}
    facts |= {"stiftelsesgebyr": 1000, "gebyr_laanes": True}
    assert mistaken("rente_af_hele_laanet", facts) == 10600
    assert mistaken("afdrag_uden_rente", facts) == 10000
    assert mistaken("kun_renterne", facts) == 12 * Decimal("10327.97") - 120000
    assert mistaken("aop_uden_gebyrer", facts) is None


def test_mistakes_of_the_second_offer_and_in_kroner():
    facts = SHORT | LONG
    assert mistaken("tager_den_nominelle_rente_i_b", facts) == 5
    assert mistaken("sammenligner_kroner", facts) is True
    same = SHORT | offer_b(**SHORT)
    assert mistaken("sammenligner_kroner", same) is None


def test_where_only_figures_are_stated_the_mistakes_in_reckoning_have_no_answer():
    facts = {"aop_oplyst": 5, "b_aop_oplyst": 6}
    for key in (
        "rente_af_hele_laanet",
        "afdrag_uden_rente",
        "glemmer_gebyrerne",
        "kun_renterne",
        "regner_laanet_med",
        "tager_den_nominelle_rente",
        "aop_uden_gebyrer",
        "omkostninger_delt_med_aar",
        "samme_rente_er_samme_pris",
        "sammenligner_nominelle_renter",
        "sammenligner_kroner",
        "laveste_rente_er_billigst",
    ):
        assert mistaken(key, facts) is None, key
    law = "gaeldende_ret"
    assert mistaken("laveste_aop_er_altid_billigst", facts | {"b_aop_oplyst": 5}, law) is None
    assert mistaken("laveste_aop_er_altid_billigst", facts | {"b_aop_oplyst": 4}, law).name == "B_BILLIGST"
    assert mistaken("laveste_aop_er_altid_billigst", facts, law).name == "A_BILLIGST"


def test_who_mistakes_the_instalment_follows_it_into_cost_and_aop():
    facts = topic.read(SEF_1 | offer_b(**SEF_1, stiftelsesgebyr=5000))
    given_ = {"ydelse_md": 2500, "b_ydelse_md": "2245.22", "samlet_tilbagebetaling": 900000}
    given_ |= {"samlede_kreditomkostninger": 400000, "aop": "4.48", "b_aop": "3.64"}
    steps = {"to_tilbud": True, "samme_aop": False, "a_lavest": False}
    found = grade(topic, facts, {"figures": given_, "steps": steps, "outcome": "B_BILLIGST"})
    status = {answer.key: answer.status for answer in found.answers}
    assert status["ydelse_md"] == "forkert"
    assert status["samlet_tilbagebetaling"] == status["samlede_kreditomkostninger"] == "foelger"
    assert status["aop"] == status["a_lavest"] == status["outcome"] == "foelger"
    assert status["b_aop"] == status["samme_aop"] == "rigtig"


def test_an_instalment_without_an_aop_leaves_it_open():
    facts = topic.read(SEF_1 | offer_b(**SEF_1))
    found = grade(topic, facts, {"figures": {"ydelse_md": 0, "aop": "3.56"}})
    status = {answer.key: answer.status for answer in found.answers}
    assert (status["ydelse_md"], status["aop"]) == ("forkert", "rigtig")


# --- Properties -----------------------------------------------------------------------------------------------

terms = st.fixed_dictionaries(
    {
        "kreditbeloeb": st.integers(10_000, 5_000_000),
        "rente_pa": st.decimals(0, 25, places=2),
        "loebetid_mdr": st.integers(1, 480),
        "stiftelsesgebyr": st.integers(0, 900),
        "gebyr_laanes": st.booleans(),
        "loebende_gebyr_md": st.integers(0, 200),
    }
)


@settings(deadline=None, max_examples=60)
@given(terms, st.integers(1, 90))
def test_a_fee_more_never_makes_an_offer_cheaper(offer, more):
    before = decide(offer).figures
    for fee in ("stiftelsesgebyr", "loebende_gebyr_md"):
        after = decide(offer | {fee: offer[fee] + more}).figures
        assert after["aop"] >= before["aop"]
        assert after["samlede_kreditomkostninger"] >= before["samlede_kreditomkostninger"]


@settings(deadline=None, max_examples=60)
@given(terms, terms, st.sampled_from(["pensum", "gaeldende_ret"]))
def test_the_offers_changed_about_change_the_outcome_about(a, b, reading):
    there = decide(a | offer_b(**b), reading).outcome
    back = decide(b | offer_b(**a), reading).outcome
    about = {"A_BILLIGST": "B_BILLIGST", "B_BILLIGST": "A_BILLIGST"}
    assert back == about.get(there, there)


@settings(deadline=None, max_examples=40)
@given(terms)
def test_the_same_offer_twice_is_equally_dear(offer):
    for reading in ("pensum", "gaeldende_ret"):
        assert decide(offer | offer_b(**offer), reading).outcome == "LIGE"


@settings(deadline=None, max_examples=60)
@given(terms)
def test_costs_are_what_is_paid_less_the_credit(offer):
    figures = decide(offer).figures
    assert figures["samlet_tilbagebetaling"] == figures["samlede_kreditomkostninger"] + offer["kreditbeloeb"]
    assert figures["aop"] >= 0


def test_flips_find_the_rate_at_which_the_offers_are_equally_dear():
    facts = topic.read(SEF_1 | {"stiftelsesgebyr": 10000} | offer_b(**SEF_1))
    found = {flip.fact: flip for flip in flips(topic, facts)}
    assert found["stiftelsesgebyr"].outcome == "LIGE"
    assert found["rente_pa"].outcome in ("LIGE", "A_BILLIGST")
    assert found["rente_pa"].changed < Decimal("3.5")
