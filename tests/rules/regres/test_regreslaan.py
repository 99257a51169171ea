"""Recourse loans: the article's claims and its car, and what holds in Denmark (U01-U07)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules
from rules.facts import FactError
from rules.grading import grade
from rules.regres.regreslaan.stater import UDEN_REGRES, Stat

topic = rules.topic("regreslaan")
BIL = {"jurisdiktion": "usa", "laantype": "billaan", "restgaeld": 14000, "sikkerhed_vaerdi": 12000}
BOLIG = {"jurisdiktion": "usa", "laantype": "realkredit", "restgaeld": 300000, "sikkerhed_vaerdi": 250000}
DANSK = {"jurisdiktion": "danmark", "valuta": "DKK"}
DANSK_KREDITKOEB = BIL | DANSK | {"kreditkoeb_med_ejendomsforbehold": True}
ALDRIG_BOLIG = ("personligt", "kreditkort", "billaan", "kortfristet_ejendomslaan", "hard_money")
both_readings = pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])


def decide(facts, reading="pensum", **changes):
    return topic.decide(topic.read(facts | changes), reading)


def law(facts, **changes):
    return decide(facts, "gaeldende_ret", **changes)


def test_u07_n15_article_the_car_is_worth_12_the_debt_is_14_and_2_are_collected():
    decision = decide(BIL)
    assert (decision.outcome, decision.figures["underdaekning"]) == ("OGSAA_ANDRE_AKTIVER", 2000)
    assert "2.000 dollar" in decision.text


@pytest.mark.parametrize("laantype", ALDRIG_BOLIG)
def test_article_list_of_recourse_loans(laantype):
    assert decide(BIL, laantype=laantype).outcome == "OGSAA_ANDRE_AKTIVER"
    assert decide(BIL, laantype=laantype, stat="CA").outcome == "OGSAA_ANDRE_AKTIVER"


def test_u01_article_the_12_states():
    assert [stat.value for stat in UDEN_REGRES] == [
        "AK",
        "AZ",
        "CA",
        "CT",
        "HI",
        "ID",
        "MN",
        "NC",
        "ND",
        "TX",
        "UT",
        "WA",
    ]
    assert len(Stat) == 51
    for stat in Stat:
        outcome = "KUN_SIKKERHEDEN" if stat in UDEN_REGRES else "OGSAA_ANDRE_AKTIVER"
        assert decide(BOLIG, stat=stat.value).outcome == outcome
    assert decide(BOLIG).outcome == "OGSAA_ANDRE_AKTIVER"


@pytest.mark.parametrize("stoette", ["va", "usda", "fha"])
def test_u02_article_loans_backed_by_the_government_are_non_recourse_in_every_state(stoette):
    assert decide(BOLIG, statsstoettet=stoette, stat="NY").outcome == "KUN_SIKKERHEDEN"
    assert decide(BOLIG, statsstoettet=stoette).outcome == "KUN_SIKKERHEDEN"


@both_readings
@pytest.mark.parametrize("facts", [BIL, BOLIG, BIL | DANSK, DANSK_KREDITKOEB], ids=str)
def test_article_a_non_recourse_agreement_stops_the_lender_at_the_security(facts, reading):
    assert decide(facts, reading, nonrecourse_aftalt=True).outcome == "KUN_SIKKERHEDEN"


@both_readings
@pytest.mark.parametrize(
    ("vaerdi", "outcome", "missing"),
    [
        ("13999.99", "OGSAA_ANDRE_AKTIVER", "0.01"),
        ("14000", "INGEN_RESTGAELD", 0),
        ("14000.01", "INGEN_RESTGAELD", 0),
    ],
    ids=["one cent below", "equal", "one cent above"],
)
def test_only_what_the_security_does_not_cover_can_be_asked_for(vaerdi, outcome, missing, reading):
    decision = decide(BIL, reading, sikkerhed_vaerdi=vaerdi)
    assert (decision.outcome, decision.figures["underdaekning"]) == (outcome, Decimal(missing))


@given(gaeld=st.integers(1, 10**9), vaerdi=st.integers(0, 10**9))
def test_the_shortfall_is_never_negative_and_more_security_never_raises_it(gaeld, vaerdi):
    def missing(worth):
        facts = BIL | {"restgaeld": gaeld, "sikkerhed_vaerdi": worth}
        return topic.decide(topic.read(facts)).figures["underdaekning"]

    assert missing(vaerdi) == max(gaeld - vaerdi, 0) >= missing(vaerdi + 1) >= 0


def test_u01_u02_in_the_reading_of_the_law_the_articles_claims_are_shown_but_not_graded():
    steps = {step.key: step for step in law(BOLIG, stat="CA").steps}
    for key in ("er_realkredit", "er_statsstoettet", "er_i_stat_uden_regres"):
        assert (steps[key].graded, steps[key].verified) == (False, False)
    assert "omstridt" in steps["er_i_stat_uden_regres"].reason
    assert {step.graded for step in decide(BOLIG, stat="CA").steps} == {True}


def test_u01_the_state_decides_in_the_reading_of_the_law_as_in_the_article():
    assert law(BOLIG, stat="CA").outcome == "KUN_SIKKERHEDEN"
    assert law(BOLIG, stat="NY").outcome == "OGSAA_ANDRE_AKTIVER"
    assert law(BOLIG, stat="CA").text.endswith("dollar. Ikke efterprøvet.")


@pytest.mark.parametrize("stat", ["CA", "NY"])
@pytest.mark.parametrize("stoette", ["va", "usda", "fha"])
def test_u02_the_government_may_collect_even_in_a_state_that_the_article_names(stoette, stat):
    decision = law(BOLIG, statsstoettet=stoette, stat=stat)
    assert decision.outcome == "OGSAA_ANDRE_AKTIVER"
    assert "modsagt" in decision.steps[-1].reason


def test_u02_who_answers_the_ungraded_claims_otherwise_loses_nothing_by_it():
    facts = topic.read(BOLIG | {"statsstoettet": "fha", "stat": "NY"})
    right = law(BOLIG, statsstoettet="fha", stat="NY").plain()
    answers = {
        "jus": ["RPL § 507, stk. 1"],
        "steps": {step["key"]: step["answer"] for step in right["steps"]}
        | {"er_statsstoettet": False, "er_i_stat_uden_regres": False},
        "figures": right["figures"],
        "outcome": "OGSAA_ANDRE_AKTIVER",
    }
    assert grade(topic, facts, answers, "gaeldende_ret").total == 1


def test_u03_u04_u05_are_discussed_where_the_article_makes_them():
    reasons = {step.key: step.reason for step in law(BIL).steps}
    assert "sociale ydelser" in reasons["er_amerikansk"]
    assert "lavere rente" in reasons["er_amerikansk"]
    assert "stor gæld" in reasons["er_begraenset"]


@pytest.mark.parametrize("laantype", ["realkredit", "kortfristet_ejendomslaan"])
def test_u06_danish_home_loans_carry_personal_liability_and_notice_within_a_year(laantype):
    decision = law(BOLIG | DANSK, laantype=laantype)
    assert decision.outcome == "OGSAA_ANDRE_AKTIVER"
    assert (decision.steps[-1].citation, decision.steps[-1].answer) == ("GSB § 30", True)
    assert "RPL § 511" in decision.steps[-1].reason
    assert decide(BOLIG | DANSK, laantype=laantype).outcome == "OGSAA_ANDRE_AKTIVER"


@pytest.mark.parametrize("laantype", ["personligt", "kreditkort", "billaan", "hard_money"])
def test_u06_other_danish_loans_carry_it_too_without_that_notice(laantype):
    decision = law(BIL | DANSK, laantype=laantype)
    assert (decision.outcome, decision.steps[-1].answer) == ("OGSAA_ANDRE_AKTIVER", False)
    assert "hæfter personligt" in decision.text


def test_u07_in_a_danish_consumer_purchase_on_credit_the_rest_is_lost():
    decision = law(DANSK_KREDITKOEB)
    assert (decision.outcome, decision.figures["underdaekning"]) == ("KUN_SIKKERHEDEN", 2000)
    assert decision.text == "Långiveren må nøjes med sikkerheden og taber 2.000 kr."
    assert decide(DANSK_KREDITKOEB).outcome == "OGSAA_ANDRE_AKTIVER"


def test_u07_special_circumstances_bring_the_rest_back():
    decision = law(DANSK_KREDITKOEB, saerlige_omstaendigheder_41=True)
    assert (decision.outcome, decision.steps[-1].citation) == ("OGSAA_ANDRE_AKTIVER", "KAL § 41")
    assert "særlige omstændigheder" in decision.text


@pytest.mark.parametrize(
    ("facts", "changes", "fact"),
    [
        (BOLIG | DANSK, {"stat": "CA"}, "stat"),
        (BOLIG | DANSK, {"statsstoettet": "va"}, "statsstoettet"),
        (BIL, {"statsstoettet": "fha"}, "statsstoettet"),
        (BIL, {"kreditkoeb_med_ejendomsforbehold": True}, "kreditkoeb_med_ejendomsforbehold"),
        (BOLIG | DANSK, {"kreditkoeb_med_ejendomsforbehold": True}, "kreditkoeb_med_ejendomsforbehold"),
        (BIL | DANSK, {"saerlige_omstaendigheder_41": True}, "saerlige_omstaendigheder_41"),
        (BIL, {"restgaeld": 0}, "restgaeld"),
        (BIL, {"stat": "XX"}, "stat"),
    ],
    ids=[
        "a state in Denmark",
        "American backing in Denmark",
        "a backed car",
        "KAL in the USA",
        "title to land retained",
        "KAL § 41 without kreditkøb",
        "no debt",
        "no such state",
    ],
)
def test_what_cannot_be(facts, changes, fact):
    with pytest.raises(FactError, match=fact):
        decide(facts, **changes)


def given_by(mistake, facts, reading="pensum", **changes):
    found = next(one for one in topic.reading_for(reading).mistakes if one.key == mistake)
    answer = found.function(topic.read(facts | changes))
    return getattr(answer, "name", answer)


@both_readings
def test_the_slips_of_both_readings_give_these_answers(reading):
    assert given_by("hele_restgaelden_mangler", BIL, reading) == 14000
    assert given_by("overskud_som_underdaekning", BIL, reading, sikkerhed_vaerdi=15000) == 1000
    assert given_by("overskud_som_underdaekning", BIL, reading) == 2000
    assert given_by("glemmer_aftalen", BIL, reading, nonrecourse_aftalt=True) is False


def test_the_slips_of_the_article():
    assert given_by("alle_boliglaan_er_uden_regres", BOLIG, stat="NY") is True
    assert given_by("alle_boliglaan_er_med_regres", BOLIG, stat="CA") is False
    assert given_by("statsstoetten_er_uden_betydning", BOLIG, statsstoettet="va") is False


@pytest.mark.parametrize(
    ("facts", "changes", "swapped"),
    [
        (BIL, {}, "KUN_SIKKERHEDEN"),
        (BIL, {"nonrecourse_aftalt": True}, "OGSAA_ANDRE_AKTIVER"),
        (BIL, {"stat": "CA"}, "KUN_SIKKERHEDEN"),
        (BOLIG, {"stat": "CA"}, "OGSAA_ANDRE_AKTIVER"),
        (BOLIG, {"stat": "NY"}, "KUN_SIKKERHEDEN"),
        (BOLIG, {"stat": "NY", "statsstoettet": "va"}, "OGSAA_ANDRE_AKTIVER"),
        (BOLIG | DANSK, {}, "KUN_SIKKERHEDEN"),
        (BIL, {"sikkerhed_vaerdi": 14000}, None),
    ],
)
def test_u04_who_swaps_the_two_kinds_gets_the_other_outcome(facts, changes, swapped):
    assert given_by("bytter_om_paa_de_to_slags", facts, **changes) == swapped
    covered = "OGSAA_ANDRE_AKTIVER" if swapped is None else None
    assert given_by("daekket_laan_med_regres", facts, **changes) == covered


def test_the_slips_of_the_law():
    def slip(mistake, facts, **changes):
        return given_by(mistake, facts, "gaeldende_ret", **changes)

    assert slip("artiklens_bil_i_danmark", DANSK_KREDITKOEB) is False
    assert slip("alle_billaan_er_kreditkoeb", BIL | DANSK) is True
    assert slip("alle_billaan_er_kreditkoeb", BIL | DANSK, laantype="personligt") is None
    assert slip("resten_kan_altid_kraeves", DANSK_KREDITKOEB) is True
    assert slip("resten_er_altid_tabt", DANSK_KREDITKOEB, saerlige_omstaendigheder_41=True) is False
    assert slip("fristen_gaelder_alle_laan", BIL | DANSK) is True
    assert slip("dansk_boliglaan_uden_regres", BOLIG | DANSK) == "KUN_SIKKERHEDEN"
    assert slip("dansk_boliglaan_uden_regres", BOLIG | DANSK, nonrecourse_aftalt=True) is None
    assert slip("dansk_boliglaan_uden_regres", BOLIG) is None
    assert slip("dansk_boliglaan_uden_regres", BIL | DANSK) is None
    assert slip("artiklens_statsstoettede_laan", BOLIG, statsstoettet="fha") == "KUN_SIKKERHEDEN"
    assert slip("artiklens_statsstoettede_laan", BOLIG) is None


@pytest.mark.parametrize(
    ("citation", "facts", "status"),
    [
        ("RPL § 507, stk. 1", BIL | DANSK, "rigtig"),
        ("KAL § 35", DANSK_KREDITKOEB, "rigtig"),
        ("KAL § 41", DANSK_KREDITKOEB, "rigtig"),
        ("KAL § 41", BIL | DANSK, "forkert"),
        ("GSB § 30", BOLIG | DANSK, "rigtig"),
        ("GBL § 2", BIL | DANSK, "forkert"),
        ("ulovbestemt", BIL | DANSK, "forkert"),
        ("ulovbestemt", BIL, "rigtig"),
    ],
)
def test_the_provision_that_decides_in_the_reading_of_the_law(citation, facts, status):
    found = grade(topic, topic.read(facts), {"jus": [citation]}, "gaeldende_ret")
    assert found.answers[0].status == status


def test_a_home_outside_the_list_of_states_ends_there_and_what_lacks_is_told_to_the_dollar():
    assert [step.key for step in law(BOLIG, stat="NY").steps][-1] == "er_i_stat_uden_regres"
    for reading in ("pensum", "gaeldende_ret"):
        assert topic.reading_for(reading).figures["underdaekning"].tolerance == 1
