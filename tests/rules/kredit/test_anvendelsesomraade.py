"""Where the act applies: the book's table of § 1, and §§ 1-4 of the statute (K02, K03, K06, K08, K09, K12)."""

import pytest

import rules
from rules.facts import FactError, schema
from rules.flips import flips
from rules.grading import grade

topic = rules.topic("anvendelsesomraade")
BANK_TIL_PRIVAT = {"langiver_erhvervsdrivende": True, "laantager_forbruger": True}
BANK_TIL_ERHVERV = {"langiver_erhvervsdrivende": True, "laantager_forbruger": False}
VEN_TIL_VEN = {"langiver_erhvervsdrivende": False, "laantager_forbruger": True}
LAW = "gaeldende_ret"


def decide(facts, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def outcome(facts, reading=LAW, **changes):
    return decide(facts, reading, **changes).outcome


@pytest.mark.parametrize("reading", ["pensum", LAW])
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(BANK_TIL_PRIVAT, "GAELDER", id="table_scope_bank_to_private"),
        pytest.param(BANK_TIL_ERHVERV, "GAELDER_IKKE_ERHVERV", id="table_scope_bank_to_company"),
        pytest.param(VEN_TIL_VEN, "GAELDER_IKKE_PRIVAT", id="table_scope_friend_to_friend"),
        pytest.param(BANK_TIL_PRIVAT, "GAELDER", id="table_scope_mortgage_bank_to_private"),
        pytest.param(BANK_TIL_PRIVAT | {"kreditkoeb": True}, "GAELDER", id="table_scope_car_dealer_finances"),
        pytest.param(BANK_TIL_PRIVAT, "GAELDER", id="sector_cash_loan_for_a_car_of_300_000"),
        pytest.param(
            BANK_TIL_PRIVAT | {"loebende_levering": True}, "IKKE_KREDITAFTALE", id="table_running_deliveries"
        ),
    ],
)
def test_k08_the_examples_of_the_book_hold_in_both_readings(reading, facts, expected):
    assert outcome(facts, reading) == expected


def test_the_definition_is_asked_before_the_lender_and_the_lender_before_the_borrower():
    nobody = {"langiver_erhvervsdrivende": False, "laantager_forbruger": False}
    for reading in ("pensum", LAW):
        assert outcome(nobody, reading) == "GAELDER_IKKE_PRIVAT"
        assert outcome(nobody, reading, loebende_levering=True) == "IKKE_KREDITAFTALE"


@pytest.mark.parametrize("fact", ["langiver_erhvervsdrivende", "laantager_forbruger", "loebende_levering"])
def test_what_is_unknown_goes_against_the_creditor_in_both_readings(fact):
    for reading in ("pensum", LAW):
        assert outcome(BANK_TIL_PRIVAT, reading, **{fact: "uoplyst"}) == "GAELDER"
    reasons = [taken.reason for taken in decide(BANK_TIL_PRIVAT, LAW, **{fact: "uoplyst"}).steps]
    assert any("uoplyst" in reason for reason in reasons)
    assert not any("uoplyst" in taken.reason for taken in decide(BANK_TIL_PRIVAT, LAW).steps[:3])


def test_the_parties_must_be_said_even_if_only_as_unknown():
    with pytest.raises(FactError, match="langiver_erhvervsdrivende"):
        topic.read({"laantager_forbruger": True})
    described = schema(topic.facts)["properties"]["laantager_forbruger"]
    assert "uoplyst" in described["enum"]
    assert "uoplyst" not in str(schema(topic.facts)["properties"]["kreditkoeb"])


def test_k02_a_private_lender_is_covered_when_a_business_arranged_it():
    assert outcome(VEN_TIL_VEN, formidlet_af_erhvervsdrivende=True) == "GAELDER"
    assert outcome(VEN_TIL_VEN, "pensum", formidlet_af_erhvervsdrivende=True) == "GAELDER_IKKE_PRIVAT"
    assert outcome(BANK_TIL_ERHVERV, formidlet_af_erhvervsdrivende=True) == "GAELDER_IKKE_ERHVERV"


def test_k02_the_creditor_must_prove_that_nobody_arranged_it():
    assert outcome(VEN_TIL_VEN, formidlet_af_erhvervsdrivende="uoplyst") == "GAELDER"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kreditkoeb": True}, "GAELDER_DELVIST"),
        ({"kreditkoeb": True, "til_videresalg_eller_produktion": True}, "GAELDER_IKKE_ERHVERV"),
        ({}, "GAELDER_IKKE_ERHVERV"),
    ],
    ids=["a credit sale", "for resale", "a loan"],
)
def test_k03_credit_sales_to_a_business_fall_under_chapter_11(changes, expected):
    assert outcome(BANK_TIL_ERHVERV, **changes) == expected
    assert outcome(BANK_TIL_ERHVERV, "pensum", **changes) == "GAELDER_IKKE_ERHVERV"


def test_k03_a_credit_sale_by_a_private_seller_falls_under_chapter_11():
    decision = decide(VEN_TIL_VEN, LAW, kreditkoeb=True)
    assert decision.outcome == "GAELDER_DELVIST"
    assert "kapitel 11" in decision.text


def test_k09_the_consumer_is_defined_in_section_4_no_1():
    step = next(step for step in decide(BANK_TIL_PRIVAT, LAW).steps if step.key == "er_forbruger")
    assert step.citation == "KAL § 4, nr. 1"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"rente_eller_omkostninger": False}, "UNDTAGET", id="table_tv_in_six_months_for_free"),
        pytest.param({"rente_eller_omkostninger": True}, "GAELDER", id="table_tv_in_six_months_with_a_fee"),
        pytest.param({"rente_eller_omkostninger": "uoplyst"}, "GAELDER", id="costs unknown"),
        pytest.param(
            {"tilbagebetales_inden_3_mdr": True, "ubetydelige_omkostninger": True},
            "UNDTAGET",
            id="short and cheap",
        ),
        pytest.param({"tilbagebetales_inden_3_mdr": True}, "GAELDER", id="short but dear"),
        pytest.param({"ubetydelige_omkostninger": True}, "GAELDER", id="cheap but long"),
        pytest.param(
            {"tilbagebetales_inden_3_mdr": "uoplyst", "ubetydelige_omkostninger": True},
            "GAELDER",
            id="term unknown",
        ),
        pytest.param(
            {"tilbagebetales_inden_3_mdr": True, "ubetydelige_omkostninger": "uoplyst"},
            "GAELDER",
            id="size of the costs unknown",
        ),
        pytest.param({"aftaleart": "henstand_uden_omkostninger"}, "UNDTAGET", id="free extension"),
        pytest.param({"aftaleart": "retsforlig"}, "UNDTAGET", id="settlement in court"),
        pytest.param({"aftaleart": "overtraek"}, "GAELDER_DELVIST", id="overdraft"),
        pytest.param(
            {"aftaleart": "misligholdelsesordning"}, "GAELDER_DELVIST", id="arrangement after default"
        ),
    ],
)
def test_k06_the_exceptions_of_section_3(changes, expected):
    assert outcome(BANK_TIL_PRIVAT, **changes) == expected
    assert outcome(BANK_TIL_PRIVAT, "pensum", **changes) == "GAELDER"


def test_k06_section_3_also_sets_credit_sales_between_businesses_apart():
    assert outcome(BANK_TIL_ERHVERV, kreditkoeb=True, rente_eller_omkostninger=False) == "UNDTAGET"


def test_k06_the_text_of_a_part_says_which_part():
    assert "§ 8 b" in decide(BANK_TIL_PRIVAT, LAW, aftaleart="overtraek").text
    assert "nr. 7" in decide(BANK_TIL_PRIVAT, LAW, aftaleart="misligholdelsesordning").text


@pytest.mark.parametrize(
    ("koebspligt", "expected"), [(False, "UNDTAGET"), (True, "GAELDER"), ("uoplyst", "GAELDER")]
)
def test_k12_a_lease_without_a_duty_to_buy_is_outside(koebspligt, expected):
    assert outcome(BANK_TIL_PRIVAT, koebspligt=koebspligt) == expected
    assert outcome(BANK_TIL_PRIVAT, "pensum", koebspligt=koebspligt) == "GAELDER"


@pytest.mark.parametrize("forbruger", [True, "uoplyst"])
def test_a_consumer_does_not_buy_for_resale(forbruger):
    with pytest.raises(FactError, match="til_videresalg_eller_produktion"):
        topic.read(
            BANK_TIL_ERHVERV | {"laantager_forbruger": forbruger, "til_videresalg_eller_produktion": True}
        )


def test_a_purchase_has_a_duty_to_buy():
    with pytest.raises(FactError, match="koebspligt"):
        topic.read(BANK_TIL_PRIVAT | {"kreditkoeb": True, "koebspligt": False})


@pytest.mark.parametrize(
    ("mistake", "facts", "reading", "wrong"),
    [
        ("rater_er_altid_kredit", {"loebende_levering": True}, "pensum", True),
        ("kun_laan_er_kredit", {}, "pensum", False),
        ("enhver_langiver_er_erhvervsdrivende", {"langiver_erhvervsdrivende": False}, "pensum", True),
        ("kraever_bevis_mod_kreditgiveren", {"langiver_erhvervsdrivende": "uoplyst"}, "pensum", False),
        ("kraever_bevis_mod_kreditgiveren", {}, "pensum", None),
        ("virksomheder_er_forbrugere", {"laantager_forbruger": False}, "pensum", True),
        ("kraever_bevis_af_forbrugeren", {"laantager_forbruger": "uoplyst"}, "pensum", False),
        ("kraever_bevis_af_forbrugeren", {}, "pensum", None),
        ("lader_formidleren_vaere_uden_betydning", {"langiver_erhvervsdrivende": False}, LAW, False),
        ("alt_mellem_erhvervsdrivende_er_ude", {"laantager_forbruger": False}, LAW, False),
        ("alt_mellem_private_er_ude", {"langiver_erhvervsdrivende": False}, LAW, False),
        ("kapitel_11_gaelder_alle_koeb", {}, LAW, False),
        ("gratis_kredit_er_ogsaa_omfattet", {"rente_eller_omkostninger": False}, LAW, False),
        ("kort_loebetid_er_nok", {"tilbagebetales_inden_3_mdr": True}, LAW, True),
        ("kort_loebetid_er_nok", {"tilbagebetales_inden_3_mdr": "uoplyst"}, LAW, False),
        ("smaa_omkostninger_er_nok", {"ubetydelige_omkostninger": True}, LAW, True),
        ("smaa_omkostninger_er_nok", {"ubetydelige_omkostninger": "uoplyst"}, LAW, False),
        ("al_leasing_er_omfattet", {"koebspligt": False}, LAW, False),
    ],
)
def test_what_each_mistake_answers(mistake, facts, reading, wrong):
    law = topic.reading_for(reading)
    function = next(found.function for found in law.mistakes if found.key == mistake)
    assert function(topic.read(BANK_TIL_PRIVAT | facts)) is wrong


@pytest.mark.parametrize(
    ("mistake", "reading", "facts", "wrong"),
    [
        ("bytter_om_paa_parterne", "pensum", VEN_TIL_VEN, "GAELDER_IKKE_ERHVERV"),
        ("bytter_om_paa_parterne", "pensum", BANK_TIL_ERHVERV, "GAELDER_IKKE_PRIVAT"),
        ("bytter_om_paa_parterne", "pensum", BANK_TIL_PRIVAT, None),
        ("hele_loven_gaelder", LAW, BANK_TIL_ERHVERV, "GAELDER"),
        ("hele_loven_gaelder", LAW, BANK_TIL_PRIVAT | {"aftaleart": "overtraek"}, "GAELDER"),
        ("hele_loven_gaelder", LAW, BANK_TIL_PRIVAT, None),
    ],
)
def test_what_each_mistake_concludes(mistake, reading, facts, wrong):
    law = topic.reading_for(reading)
    function = next(found.function for found in law.mistakes if found.key == mistake)
    found = function(topic.read(facts))
    assert (found and found.name) == wrong


def test_contract_law_is_named_as_the_slip_and_section_2_is_right_where_it_decides():
    facts = topic.read(BANK_TIL_ERHVERV)
    slip = grade(topic, facts, {"jus": ["AFTL § 1"]}, LAW).answers[0]
    assert (slip.status, slip.mistake) == ("forkert", "bruger_aftaleloven")
    assert grade(topic, facts, {"jus": ["KAL § 2"]}, LAW).answers[0].status == "rigtig"


def test_an_unknown_fact_can_be_flipped_to_the_answer_that_turns_the_result():
    facts = topic.read(BANK_TIL_PRIVAT | {"langiver_erhvervsdrivende": "uoplyst"})
    found = {flip.fact: flip for flip in flips(topic, facts)}
    assert found["langiver_erhvervsdrivende"].changed is False
