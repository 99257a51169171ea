"""The limit of a guarantee: the book's table, examples and checklist, and FIL § 48, stk. 4 (F04, F06)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.facts import FactError

topic = rules.topic("beloebsbegraensning")
FIXED = {"privat_kautionist": True, "begraensning": "fast_beloeb", "beloeb": 500000, "gaeld": 2000000}
HALF = {"privat_kautionist": True, "begraensning": "andel", "andel": "1/2", "gaeld": 2000000}
ALL = {"privat_kautionist": True, "begraensning": "ingen", "gaeld": 2000000}
HOME = {"langiver": "realkredit", "bolig_for_begge": True, "oplyst_om_hoejere_haeftelse": True}


def decide(facts, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def result(facts, reading="pensum", **changes):
    decision = decide(facts, reading, **changes)
    figure = decision.figures["haefter_hoejst"]
    return decision.outcome, figure if figure is None else float(figure)


def answer(law, key, facts, **changes):
    """What a mistake answers on these facts."""
    mistake = next(found for found in topic.readings[law].mistakes if found.key == key)
    value = mistake.function(topic.read(facts | changes))
    return getattr(value, "name", value)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(FIXED, ("BEGRAENSET", 500000.0), id="table_fixed_amount"),
        pytest.param(HALF, ("BEGRAENSET", 1000000.0), id="table_half_of_the_debt"),
        pytest.param(ALL, ("KAN_VAERE_UGYLDIG", None), id="sector_i_answer_for_everything"),
    ],
)
def test_what_the_book_says_of_the_limit(facts, expected):
    assert result(facts) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [(FIXED, 500000.0), (HALF, 1000000.0), (ALL, 2000000.0)],
    ids=["fixed", "half", "none"],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_in_business_the_agreement_alone_decides(facts, expected, reading):
    changes = {"privat_kautionist": False, "hovedstol_ved_indgaaelse": 100000}
    assert result(facts, reading, **changes) == ("IKKE_OMFATTET", expected)


def test_a_guarantor_never_answers_for_more_than_the_debt():
    assert result(FIXED, gaeld=400000) == ("BEGRAENSET", 400000.0)
    assert result(FIXED, gaeld="500000.01") == ("BEGRAENSET", 500000.0)
    assert result(FIXED, gaeld="499999.99") == ("BEGRAENSET", 499999.99)


def test_a_third_of_the_debt_is_stated_to_the_oere():
    assert result(HALF, andel="1/3", gaeld=1000000)[1] == 333333.33


def test_f04_without_a_limit_the_law_limits_and_the_guarantee_stands():
    decision = decide(ALL, "gaeldende_ret", gaeld=2150000, hovedstol_ved_indgaaelse=2000000)
    assert decision.outcome == "BEGRAENSET"
    assert decision.figures["haefter_hoejst"] == 2000000
    assert decision.text == (
        "Loven sætter grænsen, og kautionisten hæfter højst for 2.000.000 kr. "
        "At aftalen ikke selv sætter en grænse, gør ikke kautionen ugyldig."
    )


@pytest.mark.parametrize(
    ("gaeld", "over", "figure"),
    [
        ("1999999.99", False, 1999999.99),
        ("2000000", False, 2000000.0),
        ("2000000.01", True, 2000000.0),
    ],
    ids=["an øre under", "at the principal", "an øre over"],
)
def test_f04_the_principal_at_signing_is_the_ceiling(gaeld, over, figure):
    decision = decide(ALL, "gaeldende_ret", gaeld=gaeld, hovedstol_ved_indgaaelse=2000000)
    assert float(decision.figures["haefter_hoejst"]) == figure
    assert decision.path[-1][1] is over


def test_f04_the_agreed_limit_stands_below_the_ceiling_and_is_cut_above_it():
    assert result(FIXED, "gaeldende_ret", hovedstol_ved_indgaaelse=600000) == ("BEGRAENSET", 500000.0)
    assert result(FIXED, "gaeldende_ret", hovedstol_ved_indgaaelse=450000) == ("BEGRAENSET", 450000.0)
    assert result(HALF, "gaeldende_ret", hovedstol_ved_indgaaelse=900000) == ("BEGRAENSET", 900000.0)


def test_a_principal_not_told_is_the_debt_of_today():
    assert result(ALL, "gaeldende_ret") == ("BEGRAENSET", 2000000.0)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"langiver": "anden"}, ("IKKE_OMFATTET", 2000000.0)),
        ({"langiver": "realkredit"}, ("BEGRAENSET", 1500000.0)),
        (HOME, ("IKKE_OMFATTET", 2000000.0)),
        (HOME | {"bolig_for_begge": False}, ("BEGRAENSET", 1500000.0)),
        (HOME | {"oplyst_om_hoejere_haeftelse": False}, ("BEGRAENSET", 1500000.0)),
        (HOME | {"langiver": "pengeinstitut"}, ("BEGRAENSET", 1500000.0)),
    ],
    ids=[
        "another lender",
        "mortgage bank",
        "§ 53 a(2)",
        "not the home of both",
        "not told",
        "a bank, not a mortgage bank",
    ],
)
def test_f04_f06_which_loans_the_ceiling_covers(changes, expected):
    assert result(ALL, "gaeldende_ret", hovedstol_ved_indgaaelse=1500000, **changes) == expected


@pytest.mark.parametrize(
    ("begraensning", "fact"), [("fast_beloeb", "beloeb"), ("andel", "andel")], ids=["amount", "share"]
)
def test_a_limit_without_its_size_is_refused(begraensning, fact):
    with pytest.raises(FactError, match=fact):
        topic.read(ALL | {"begraensning": begraensning})


def test_a_size_that_the_agreement_does_not_use_is_ignored():
    assert result(ALL | {"beloeb": 1, "andel": "1/4"}) == ("KAN_VAERE_UGYLDIG", None)
    assert result(ALL | {"beloeb": 1, "andel": "1/4"}, "gaeldende_ret") == ("BEGRAENSET", 2000000.0)
    assert result(HALF | {"beloeb": 1})[1] == 1000000
    assert result(FIXED | {"andel": "1/100"})[1] == 500000


AMOUNTS = st.decimals(0, 5_000_000, places=2)


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    gaeld=AMOUNTS,
    hovedstol=AMOUNTS,
    beloeb=AMOUNTS,
    more=AMOUNTS,
    begraensning=st.sampled_from(["ingen", "andel", "fast_beloeb"]),
)
def test_no_ceiling_is_ever_passed_and_a_higher_limit_never_helps(
    gaeld, hovedstol, beloeb, more, begraensning
):
    facts = {
        "privat_kautionist": True,
        "begraensning": begraensning,
        "andel": "2/3",
        "gaeld": gaeld,
        "hovedstol_ved_indgaaelse": hovedstol,
    }
    held = decide(facts, "gaeldende_ret", beloeb=beloeb).figures["haefter_hoejst"]
    assert held <= min(gaeld, hovedstol)
    assert decide(facts, "gaeldende_ret", beloeb=beloeb + more).figures["haefter_hoejst"] >= held
    assert (decide(facts, beloeb=beloeb).figures["haefter_hoejst"] or Decimal(0)) <= gaeld


def test_mistakes_in_pensum():
    assert answer("pensum", "beskytter_ogsaa_erhverv", ALL, privat_kautionist=False) is True
    assert answer("pensum", "kun_et_fast_beloeb_taeller", HALF) is False
    assert answer("pensum", "kun_et_fast_beloeb_taeller", FIXED) is True
    assert answer("pensum", "gaelden_er_graense_nok", ALL) is True
    assert answer("pensum", "hele_gaelden", FIXED) == 2000000
    assert answer("pensum", "graensen_over_gaelden", FIXED, gaeld=400000) == 500000
    assert answer("pensum", "graensen_over_gaelden", HALF) is None
    assert answer("pensum", "andelen_er_kautionistens_fripart", HALF, andel="1/4") == 1500000
    assert answer("pensum", "andelen_er_kautionistens_fripart", FIXED) is None


def test_mistakes_in_gaeldende_ret():
    realkredit = ALL | {"langiver": "realkredit"}
    told, home = {"oplyst_om_hoejere_haeftelse": True}, {"bolig_for_begge": True}
    assert answer("gaeldende_ret", "beskytter_ogsaa_erhverv", ALL, privat_kautionist=False) is True
    assert answer("gaeldende_ret", "alle_langivere_er_omfattet", ALL, langiver="anden") is True
    assert answer("gaeldende_ret", "faelles_bolig_er_nok", realkredit | home) is True
    assert answer("gaeldende_ret", "faelles_bolig_er_nok", realkredit | told) is False
    assert answer("gaeldende_ret", "faelles_bolig_er_nok", ALL | home) is False
    assert answer("gaeldende_ret", "advarslen_er_nok", realkredit | told) is True
    assert answer("gaeldende_ret", "advarslen_er_nok", realkredit | home) is False
    assert answer("gaeldende_ret", "advarslen_er_nok", ALL | told) is False
    assert answer("gaeldende_ret", "hele_gaelden", FIXED) == 2000000
    assert answer("gaeldende_ret", "altid_hovedstolen", FIXED, hovedstol_ved_indgaaelse=600000) == 600000
    assert answer("gaeldende_ret", "altid_hovedstolen", FIXED, hovedstol_ved_indgaaelse=400000) is None
    assert answer("gaeldende_ret", "altid_hovedstolen", FIXED, privat_kautionist=False) is None
    assert answer("gaeldende_ret", "ubegraenset_er_ugyldig", ALL) == "KAN_VAERE_UGYLDIG"
    assert answer("gaeldende_ret", "ubegraenset_er_ugyldig", FIXED) is None


@pytest.mark.parametrize(
    ("cited", "mistake"),
    [
        ("FIL § 47", "bruger_erhvervsreglen"),
        ("AFTL § 36", "bruger_generalklausulen"),
        ("GBL § 2", "bruger_reglen_om_flere_skyldnere"),
    ],
)
@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
def test_the_wrong_provisions_are_named(cited, mistake, reading):
    jus = rules.grading.grade(topic, topic.read(ALL), {"jus": [cited]}, reading).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", mistake)
