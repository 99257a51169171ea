"""The debtor's objections after a sale: the book's tables and Case 5, and G06-G09 and K56 by the statutes."""

import pytest

import rules

topic = rules.topic("indsigelser")
SVAGE = ("mangel", "forsinket_levering", "svig")
STAERKE = ("falsk_underskrift", "voldelig_tvang")


def read(kind, indsigelse, god_tro, **more):
    return topic.read({"type": kind, "indsigelse": indsigelse, "god_tro": god_tro} | more)


def decide(kind, indsigelse, god_tro, reading="pensum", **more):
    return topic.decide(read(kind, indsigelse, god_tro, **more), reading).outcome


def law(kind="omsaetning", indsigelse="mangel", god_tro=True, **more):
    """By the statutes, for a debtor who is no consumer unless the facts say so."""
    return decide(kind, indsigelse, god_tro, "gaeldende_ret", **{"forbrugerkoeb": False} | more)


def test_case_5_hidden_damp_and_an_investor_in_good_faith():
    assert decide("omsaetning", "mangel", True) == "EKSTINGVERET"


def test_sector_example_forged_signature_on_a_mortgage_deed():
    assert decide("omsaetning", "falsk_underskrift", True) == "BEVARET"


def test_table_invoice_sold_to_a_bank_keeps_the_defects():
    assert decide("simpelt", "mangel", True) == "BEVARET"


def test_table_nothing_to_object():
    assert decide("omsaetning", "ingen", True) == decide("simpelt", "ingen", False) == "INGEN_INDSIGELSE"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("indsigelse", SVAGE)
def test_g07_weak_objections_fraud_among_them_fall_to_good_faith_only(indsigelse, reading):
    assert decide("omsaetning", indsigelse, True, reading, forbrugerkoeb=False) == "EKSTINGVERET"
    assert decide("omsaetning", indsigelse, False, reading, forbrugerkoeb=False) == "BEVARET"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("god_tro", [True, False])
@pytest.mark.parametrize("indsigelse", STAERKE)
def test_g07_strong_objections_always_survive(indsigelse, god_tro, reading):
    assert decide("omsaetning", indsigelse, god_tro, reading, forbrugerkoeb=False) == "BEVARET"
    assert decide("omsaetning", indsigelse, god_tro, reading, pantebrev_fast_ejendom=True) == "BEVARET"


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize("god_tro", [True, False])
@pytest.mark.parametrize("indsigelse", SVAGE + STAERKE)
def test_g06_a_simple_paper_gives_the_buyer_no_better_right(indsigelse, god_tro, reading):
    assert decide("simpelt", indsigelse, god_tro, reading, forbrugerkoeb=False) == "BEVARET"


@pytest.mark.parametrize("citation", ["GBL § 15", "gældsbrevslovens § 17", "§ 27 GBL"])
def test_each_of_the_three_provisions_answers_where_it_decides(citation):
    facts = {
        "GBL § 15": ("omsaetning", "mangel"),
        "gældsbrevslovens § 17": ("omsaetning", "falsk_underskrift"),
    }
    kind, indsigelse = facts.get(citation, ("simpelt", "mangel"))
    read = topic.read({"type": kind, "indsigelse": indsigelse, "god_tro": True})
    assert rules.grading.grade(topic, read, {"jus": [citation]}).answers[0].status == "rigtig"


def test_k56_a_consumer_keeps_every_objection_against_the_new_creditor():
    assert law(forbrugerkoeb=True) == "BEVARET"
    assert decide("omsaetning", "mangel", True, forbrugerkoeb=True) == "EKSTINGVERET"


def test_the_ordinary_debtor_of_the_statute_is_a_consumer():
    assert decide("omsaetning", "mangel", True, "gaeldende_ret") == "BEVARET"


@pytest.mark.parametrize("forbrugerkoeb", [True, False])
def test_g09_case_5_a_registered_mortgage_deed_cuts_a_consumers_objection_too(forbrugerkoeb):
    deed = {"pantebrev_fast_ejendom": True, "forbrugerkoeb": forbrugerkoeb}
    assert law(**deed) == "EKSTINGVERET"
    assert law(god_tro=False, **deed) == "BEVARET"
    assert law(i_haende_eller_tinglyst=False, **deed) == "BEVARET"


def test_g09_the_deed_is_judged_by_tinglysningsloven_and_that_is_not_verified():
    decision = topic.decide(read("omsaetning", "mangel", True, pantebrev_fast_ejendom=True), "gaeldende_ret")
    by_key = {step.key: step for step in decision.steps}
    assert by_key["overdragelsen_tinglyst"].citation == "TL § 27 a, stk. 1"
    assert [key for key, step in by_key.items() if not step.verified] == [
        "er_pantebrev",
        "overdragelsen_tinglyst",
    ]


def test_g07_the_buyer_must_have_the_paper_in_hand():
    assert law(i_haende_eller_tinglyst=False) == "BEVARET"
    assert law() == "EKSTINGVERET"


@pytest.mark.parametrize("deed", [True, False])
@pytest.mark.parametrize("indsigelse", SVAGE)
def test_g07_what_fell_due_before_the_sale_can_always_be_objected_to(indsigelse, deed):
    old = {"forfaldt_foer_overdragelsen": True, "pantebrev_fast_ejendom": deed}
    assert law(indsigelse=indsigelse, **old) == "BEVARET"
    assert decide("omsaetning", indsigelse, True, **old) == "EKSTINGVERET"


@pytest.mark.parametrize(
    ("indsigelse", "said"),
    [
        ("falsk_underskrift", "slet ikke forpligtet"),
        ("voldelig_tvang", "ugyldigt"),
        ("mangel", "har sin indsigelse i behold"),
    ],
)
def test_g08_a_forged_deed_binds_nobody_and_that_is_no_set_off(indsigelse, said):
    decision = topic.decide(read("omsaetning", indsigelse, False), "gaeldende_ret")
    assert said in decision.text
    assert "modregn" not in decision.text


def given_by(mistake, facts, reading):
    found = next(one for one in topic.reading_for(reading).mistakes if one.key == mistake)
    answer = found.function(facts)
    return getattr(answer, "name", answer)


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_slips_of_both_readings_give_these_answers(reading):
    weak, fraud = read("omsaetning", "mangel", False), read("omsaetning", "svig", False)
    late, forged = read("simpelt", "forsinket_levering", False), read("omsaetning", "falsk_underskrift", True)
    assert given_by("alle_gaeldsbreve_er_omsaettelige", late, reading) is True
    assert [given_by("mangler_er_staerke", one, reading) for one in (weak, late, fraud, forged)] == [
        True,
        True,
        False,
        True,
    ]
    assert [given_by("svig_er_staerk", one, reading) for one in (weak, late, fraud, forged)] == [
        False,
        False,
        True,
        True,
    ]
    assert given_by("alt_kan_ekstingveres", forged, reading) is False
    assert given_by("enhver_koeber_er_beskyttet", weak, reading) is True


def test_the_slip_of_the_book():
    assert (
        given_by("koeberen_faar_aldrig_bedre_ret", read("omsaetning", "mangel", True), "pensum") == "BEVARET"
    )


def test_the_slips_of_the_statute():
    def slip(mistake, kind="omsaetning", indsigelse="mangel", god_tro=True, **more):
        return given_by(mistake, read(kind, indsigelse, god_tro, **more), "gaeldende_ret")

    assert slip("gamle_afdrag_kan_ekstingveres", forfaldt_foer_overdragelsen=True) is False
    assert slip("forbrugerreglen_gaelder_pantebreve", pantebrev_fast_ejendom=True) is False
    assert slip("forbrugerreglen_gaelder_pantebreve", forbrugerkoeb=False) is None
    assert slip("glemmer_forbrugeren") is False
    assert slip("aftalen_er_nok", i_haende_eller_tinglyst=False) is True
    assert slip("utinglyst_overdragelse_er_nok", i_haende_eller_tinglyst=False) is True
    assert slip("bogens_to_spoergsmaal_er_nok") == "EKSTINGVERET"
    assert slip("bogens_to_spoergsmaal_er_nok", kind="simpelt") is None
    assert slip("bogens_to_spoergsmaal_er_nok", indsigelse="voldelig_tvang") is None
    assert slip("bogens_to_spoergsmaal_er_nok", god_tro=False) is None


@pytest.mark.parametrize(
    ("citation", "more", "status"),
    [
        ("GBL § 15, stk. 1", {}, "rigtig"),
        ("KAL § 33, stk. 1", {}, "rigtig"),
        ("TL § 27 a", {"pantebrev_fast_ejendom": True}, "rigtig"),
        ("KAL § 33, stk. 1", {"pantebrev_fast_ejendom": True}, "forkert"),
        ("GBL § 16, stk. 2", {"forfaldt_foer_overdragelsen": True}, "rigtig"),
        ("GBL § 18", {}, "forkert"),
    ],
)
def test_the_provisions_of_the_statute_answer_where_they_decide(citation, more, status):
    facts = read("omsaetning", "mangel", True, **more)
    found = rules.grading.grade(topic, facts, {"jus": [citation]}, "gaeldende_ret")
    assert found.answers[0].status == status
