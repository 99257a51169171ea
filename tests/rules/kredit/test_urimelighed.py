"""The book's table of irresponsible lending and unreasonable terms, and the statutes instead (K20-K23)."""

import pytest

import rules
from rules.compare import compare
from rules.facts import FactError
from tests.rules.slips import slip

topic = rules.topic("urimelighed")


def read(uansvarlig, urimelig, hovedstol, aftalt, rimelige):
    return topic.read(
        {
            "uansvarlig_langivning": uansvarlig,
            "urimelige_vilkaar": urimelig,
            "hovedstol": hovedstol,
            "renter_og_gebyrer": aftalt,
            "rimelige_renter_og_gebyrer": rimelige,
        }
    )


@pytest.mark.parametrize(
    ("facts", "outcome", "kan_kraeve"),
    [
        pytest.param(
            (True, True, 1000000, 150000, 50000),
            "HELE_LAANET_UGYLDIGT",
            0,
            id="Table § 36: no income and 15 %",
        ),
        pytest.param(
            (True, False, 500000, 25000, 25000),
            "MISTER_RENTER_OG_GEBYRER",
            500000,
            id="Table § 36: only irresponsible",
        ),
        pytest.param(
            (False, True, 500000, 100000, 25000), "VILKAAR_JUSTERES", 525000, id="Table § 36: 20 % to 5 %"
        ),
        pytest.param((False, False, 500000, 25000, 25000), "GYLDIG", 525000, id="neither"),
        pytest.param(
            (True, False, 300000, 0, 0), "MISTER_RENTER_OG_GEBYRER", 300000, id="Case 1: the principal only"
        ),
    ],
)
def test_the_four_cases_of_the_book(facts, outcome, kan_kraeve):
    decision = topic.decide(read(*facts))
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == (outcome, kan_kraeve)


def test_oere_are_kept():
    decision = topic.decide(read(False, True, "100000.55", "20000.10", "5000.05"))
    assert decision.plain()["figures"]["banken_kan_kraeve"] == 105000.60


def test_a_reasonable_price_above_the_agreed_one_is_refused():
    with pytest.raises(FactError, match="rimelige_renter_og_gebyrer"):
        read(False, True, 1, 1, 2)


def test_k23_an_unreasonable_price_alone_is_reduced_by_kal_22_without_discretion():
    decision = topic.decide(read(False, True, 500000, 100000, 25000), "gaeldende_ret")
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == ("VILKAAR_JUSTERES", 525000)
    assert decision.steps[-1].citation == "KAL § 22"


@pytest.mark.parametrize(
    ("urimelig", "skoen", "outcome", "kan_kraeve"),
    [
        (False, {"boer_gribes_ind": False}, "GYLDIG", 525000),
        (True, {"boer_gribes_ind": False}, "VILKAAR_JUSTERES", 510000),
        (True, {"boer_gribes_ind": True, "boer_renter_falde_helt": False}, "VILKAAR_JUSTERES", 510000),
        (True, {"boer_gribes_ind": True, "boer_renter_falde_helt": True}, "MISTER_RENTER_OG_GEBYRER", 500000),
        (
            False,
            {"boer_gribes_ind": True, "boer_renter_falde_helt": True},
            "MISTER_RENTER_OG_GEBYRER",
            500000,
        ),
    ],
    ids=["left", "only § 22", "changed", "set aside", "set aside, price not unreasonable"],
)
def test_k20_what_follows_from_each_answer_to_the_discretion(urimelig, skoen, outcome, kan_kraeve):
    facts = read(True, urimelig, 500000, 25000, 10000)
    decision = topic.decide(facts, "gaeldende_ret", skoen)
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == (outcome, kan_kraeve)


def test_k20_irresponsible_lending_is_left_to_the_court_with_arguments_from_the_facts():
    decision = topic.decide(read(True, True, 100000, 250000, 20000), "gaeldende_ret").plain()
    assert decision["outcome"] is None
    assert decision["possible"] == ["MISTER_RENTER_OG_GEBYRER", "VILKAAR_JUSTERES"]
    assert any("250.000 kr." in argument for argument in decision["arguments"]["for"])
    assert any("koster mere" in argument for argument in decision["arguments"]["for"])
    assert any("100.000 kr." in argument for argument in decision["arguments"]["imod"])
    assert decision["figures"]["banken_kan_kraeve"] is None


def test_k22_no_statute_takes_the_principal_from_the_bank():
    assert "HELE_LAANET_UGYLDIGT" not in topic.reading_for("gaeldende_ret").choices


def test_k21_the_provision_is_aftl_36_and_kal_36_is_named_as_the_slip():
    facts = read(False, True, 500000, 100000, 25000)
    jus = rules.grading.grade(topic, facts, {"jus": ["AFTL § 36"]}, "gaeldende_ret").answers[0]
    slip = rules.grading.grade(topic, facts, {"jus": ["KAL § 36"]}, "gaeldende_ret").answers[0]
    assert (jus.status, slip.status, slip.mistake) == ("rigtig", "forkert", "bruger_bogens_paragraf")


def test_an_open_discretion_is_told_as_such_and_not_as_a_sum_of_nothing():
    text = compare(topic, read(True, False, 500000, 25000, 25000)).text
    assert "Det er et skøn." in text
    assert "intet" not in text


def facts(uansvarlig, urimelig):
    return read(uansvarlig, urimelig, 500000, 100000, 25000).plain()


@pytest.mark.parametrize(
    ("mistake", "uansvarlig", "answer"),
    [
        ("alt_falder_ved_uansvarlighed", True, "HELE_LAANET_UGYLDIGT"),
        ("alt_falder_ved_uansvarlighed", False, None),
        ("alt_falder_ved_urimelighed", False, "HELE_LAANET_UGYLDIGT"),
        ("alt_falder_ved_urimelighed", True, None),
        ("hovedstolen_staar_altid", True, 500000),
        ("hovedstolen_staar_altid", False, None),
        ("rimelig_rente_trods_uansvarlighed", True, 525000),
        ("rimelig_rente_trods_uansvarlighed", False, None),
    ],
)
def test_what_the_usual_mistakes_about_the_book_answer(mistake, uansvarlig, answer):
    assert slip(topic, "pensum", mistake, facts(uansvarlig, True)) == answer


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("mistake", "uansvarlig", "answer"),
    [
        ("alle_renter_falder_ved_urimelighed", False, 500000),
        ("alle_renter_falder_ved_urimelighed", True, None),
        ("glemmer_hovedstolen", False, 25000),
        ("glemmer_hovedstolen", True, None),
    ],
)
def test_what_the_usual_mistakes_of_both_readings_answer(mistake, uansvarlig, answer, reading):
    assert slip(topic, reading, mistake, facts(uansvarlig, True)) == answer


def test_the_books_total_invalidity_is_a_mistake_about_the_statute():
    answer = slip(topic, "gaeldende_ret", "bogens_totale_ugyldighed", facts(True, True))
    assert answer == "HELE_LAANET_UGYLDIGT"


@pytest.mark.parametrize(
    ("uansvarlig", "urimelig", "told"),
    [
        (True, True, "banken mister også hovedstolen"),
        (True, False, "kan kun kræve hovedstolen, 500.000 kr."),
        (False, True, "sættes ned til det rimelige. Banken kan kræve 525.000 kr."),
        (False, False, "står ved magt, og banken kan kræve 600.000 kr."),
    ],
)
def test_the_text_says_what_the_bank_can_claim_by_the_book(uansvarlig, urimelig, told):
    assert told in topic.decide(topic.read(facts(uansvarlig, urimelig))).text


@pytest.mark.parametrize(
    ("griber_ind", "helt", "told"),
    [
        (True, True, "Det lånte skal betales tilbage, 500.000 kr."),
        (True, False, "Betalingen nedsættes til det rimelige. Banken kan kræve 525.000 kr."),
        (False, False, "ikke grundlag for at gribe ind, og banken kan kræve 600.000 kr."),
    ],
)
def test_the_text_says_what_the_bank_can_claim_after_each_exercise_of_discretion(griber_ind, helt, told):
    skoen = {"boer_gribes_ind": griber_ind, "boer_renter_falde_helt": helt}
    assert told in topic.decide(topic.read(facts(True, False)), "gaeldende_ret", skoen).text


def arguments(urimelig, aftalt, skoen=None):
    decision = topic.decide(read(True, urimelig, 100000, aftalt, 20000), "gaeldende_ret", skoen)
    return " ".join(decision.arguments.for_), " ".join(decision.arguments.imod)


def test_a_price_as_high_as_the_loan_does_not_yet_cost_more_than_was_lent():
    assert "koster mere" not in arguments(True, 100000)[0]
    assert "koster mere" in arguments(True, "100000.01")[0]


def test_an_unreasonable_price_can_be_reduced_by_another_rule_and_a_reasonable_one_is_none():
    assert "sættes ned efter KAL § 22" in arguments(True, 50000)[1]
    assert "ikke urimelige i sig selv" in arguments(False, 50000)[1]


def test_whether_all_interest_falls_has_arguments_to_both_sides():
    griber_ind = {"boer_gribes_ind": True}
    assert "vurdere deres kunder" in arguments(True, 50000, griber_ind)[0]
    assert "nedsættelse til 20.000 kr. fjerner" in arguments(True, 50000, griber_ind)[1]
    assert "ikke mere, end et tilsvarende lån" in arguments(False, 50000, griber_ind)[1]


def test_no_sum_is_named_while_the_extent_is_open():
    decision = topic.decide(topic.read(facts(True, True)), "gaeldende_ret", {"boer_gribes_ind": True})
    assert (decision.outcome, decision.figures["banken_kan_kraeve"]) == (None, None)
