"""How long a guarantee stands: the book's examples, FIL § 48, stk. 9-10, and ÆL § 3 (F05, F07, F12-F14, F17)."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.facts import FactError
from rules.flips import flips
from rules.grading import grade
from rules.steps import View

topic = rules.topic("kautionens_varighed")
FIVE_YEARS = {"indgaaet": "2020-03-15", "tidsbegraenset_aar": 5, "kraevet": "2024-06-01"}
NO_TERM = {"indgaaet": "2010-03-15", "kraevet": "2019-06-01"}
BOTH = ["pensum", "gaeldende_ret"]


def decide(facts=NO_TERM, reading="pensum", skoen=None, **changes):
    return topic.decide(topic.read(facts | changes), reading, skoen)


def result(facts=NO_TERM, reading="pensum", **changes):
    decision = decide(facts, reading, **changes).plain()
    return decision["outcome"], decision["figures"]["udloeber"], decision["figures"]["haefter"]


def law(facts=NO_TERM, **changes):
    return result(facts, "gaeldende_ret", **changes)


def answer(reading, key, facts=NO_TERM, **changes):
    """What a mistake answers on these facts."""
    mistake = next(found for found in topic.readings[reading].mistakes if found.key == key)
    value = mistake.function(topic.read(facts | changes))
    if isinstance(value, date):
        return value.isoformat()
    return getattr(value, "name", value)


@pytest.mark.parametrize("reading", BOTH)
@pytest.mark.parametrize(
    ("kraevet", "outcome"),
    [("2025-03-14", "BESTAAR"), ("2025-03-15", "BESTAAR"), ("2025-03-16", "BORTFALDET")],
    ids=["the day before", "on the day", "the day after"],
)
def test_f17_sector_example_a_guarantee_of_five_years(reading, kraevet, outcome):
    found = result(FIVE_YEARS, reading, kraevet=kraevet)
    assert found == (outcome, "2025-03-15", "en" if outcome == "BESTAAR" else None)


@pytest.mark.parametrize("reading", BOTH)
@pytest.mark.parametrize(
    ("indgaaet", "udloeber"),
    [("2020-02-29", "2025-02-28"), ("2019-08-31", "2024-08-31"), ("2019-02-28", "2024-02-28")],
    ids=["leap day", "month's end", "into a leap year"],
)
def test_years_follow_the_calendar(reading, indgaaet, udloeber):
    assert result(FIVE_YEARS, reading, indgaaet=indgaaet)[1] == udloeber


def test_f05_the_book_knows_no_end_but_the_agreed_one():
    assert result(kraevet="2099-01-01") == ("BESTAAR", None, "en")
    assert "er_tidsbegraenset" in [place.key for place, _ in decide().path]
    assert "gjort_gaeldende_i_tide" not in [place.key for place, _ in decide().path]


@pytest.mark.parametrize("reading", BOTH)
@pytest.mark.parametrize("haendelse", ["debitor_doed", "skilsmisse"])
def test_f12_f13_table_neither_death_nor_divorce_ends_the_guarantee(reading, haendelse):
    assert result(NO_TERM, reading, haendelse=haendelse)[0] == "BESTAAR"


def test_f12_the_borrowers_death_is_asked_but_not_graded_in_the_statute():
    place = next(
        place for place in topic.reading_for("gaeldende_ret").steps if place.key == "er_laantager_doed"
    )
    assert (place.graded, place.verified) == (False, False)
    assert next(
        place for place in topic.reading_for("pensum").steps if place.key == "er_laantager_doed"
    ).graded
    divorce = next(place for place in topic.reading_for("gaeldende_ret").steps if place.key == "er_skilt")
    assert (divorce.graded, divorce.verified, divorce.citation) == (True, True, "ÆL § 3")


@pytest.mark.parametrize(
    ("changes", "book", "statute"),
    [
        ({}, "en", "en"),
        ({"faelles_ejendom": True}, "begge", "en"),
        ({"underskrevet_af": "begge"}, "begge", "begge"),
        ({"underskrevet_af": "begge", "faelles_ejendom": True}, "begge", "begge"),
    ],
    ids=["personal", "table: joint property", "both signed", "both signed, joint property"],
)
def test_f14_who_is_liable(changes, book, statute):
    assert result(**changes)[2] == book
    assert law(**changes)[2] == statute


@pytest.mark.parametrize(
    ("kraevet", "outcome"),
    [("2020-03-14", "BESTAAR"), ("2020-03-15", "BESTAAR"), ("2020-03-16", "BORTFALDET")],
)
def test_f05_ten_years_by_law(kraevet, outcome):
    assert law(kraevet=kraevet)[:2] == (outcome, "2020-03-15")


@pytest.mark.parametrize(
    ("kraevet", "outcome"),
    [("2015-03-14", "BESTAAR"), ("2015-03-15", "BESTAAR"), ("2015-03-16", "BORTFALDET")],
)
def test_f05_five_years_for_a_credit_of_variable_amount(kraevet, outcome):
    assert law(kraevet=kraevet, variabelt_beloeb=True)[:2] == (outcome, "2015-03-15")


@pytest.mark.parametrize(
    ("aar", "variabelt", "udloeber"),
    [
        (3, False, "2013-03-15"),
        (15, False, "2020-03-15"),
        (3, True, "2013-03-15"),
        (8, True, "2015-03-15"),
        (10, False, "2020-03-15"),
    ],
)
def test_f17_the_shorter_of_the_agreed_and_the_laws_term_counts(aar, variabelt, udloeber):
    assert law(tidsbegraenset_aar=aar, variabelt_beloeb=variabelt)[1] == udloeber


@pytest.mark.parametrize(
    "changes",
    [
        {"langiver": "realkredit"},
        {"langiver": "anden"},
        {"privat_kautionist": False},
        {"sdo_laan_oplyst": True},
    ],
    ids=["F05: § 53 a leaves out (9)", "another lender", "business", "F05: SDO loan, expressly told"],
)
def test_f05_where_the_laws_term_does_not_run(changes):
    assert law(kraevet="2035-01-01", **changes) == ("BESTAAR", None, "en")
    assert law(FIVE_YEARS, kraevet="2035-01-01", **changes)[:2] == ("BORTFALDET", "2025-03-15")


def test_f07_disproportion_is_left_to_the_court():
    decision = decide(NO_TERM, "gaeldende_ret", misforhold_til_oekonomi=True)
    assert (decision.outcome, decision.possible) == (None, ["BESTAAR", "BORTFALDET"])
    assert decision.figures["haefter"] is None
    assert "Kun én har skrevet under og står alene med kautionen." in decision.arguments.for_
    assert "Långiveren har regnet med sikkerheden siden 15. marts 2010." in decision.arguments.imod
    assert decide(misforhold_til_oekonomi=True).outcome == "BESTAAR"


def test_f07_two_who_signed_can_carry_it_together():
    arguments = decide(
        NO_TERM, "gaeldende_ret", misforhold_til_oekonomi=True, underskrevet_af="begge"
    ).arguments
    assert len(arguments.for_) == 1
    assert "To har skrevet under og kan bære kautionen sammen." in arguments.imod


@pytest.mark.parametrize(
    ("given", "outcome", "who", "said"),
    [
        (True, "BORTFALDET", None, "tilsidesat, fordi den er for stor"),
        (False, "BESTAAR", "en", "kun den, der skrev under"),
    ],
)
def test_f07_either_answer_to_the_discretion_is_followed(given, outcome, who, said):
    decision = decide(NO_TERM, "gaeldende_ret", {"boer_tilsidesaettes": given}, misforhold_til_oekonomi=True)
    assert (decision.outcome, decision.plain()["figures"]["haefter"]) == (outcome, who)
    assert said in decision.text


@pytest.mark.parametrize(
    ("changes", "open_"),
    [
        ({"langiver": "realkredit"}, True),
        ({"langiver": "anden"}, False),
        ({"privat_kautionist": False}, False),
        ({"kraevet": "2020-03-16"}, False),
    ],
    ids=["mortgage bank, through § 53 a", "another lender", "business", "lapsed already"],
)
def test_f07_whom_the_rule_on_disproportion_protects(changes, open_):
    decision = decide(NO_TERM, "gaeldende_ret", misforhold_til_oekonomi=True, **changes)
    assert (decision.open is not None) is open_


def test_a_claim_before_the_guarantee_is_refused():
    with pytest.raises(FactError, match="kraevet"):
        decide(kraevet="2010-03-14")
    assert decide(kraevet="2010-03-15").outcome == "BESTAAR"


@pytest.mark.parametrize("aar", [0, 51])
def test_a_term_of_no_years_or_of_more_than_fifty_is_refused(aar):
    with pytest.raises(FactError, match="fra 1 til 50"):
        decide(tidsbegraenset_aar=aar)


@pytest.mark.parametrize("reading", BOTH)
def test_the_nearest_flip_is_the_day_after_the_last(reading):
    found = {flip.fact: flip.plain() for flip in flips(topic, topic.read(FIVE_YEARS), reading)}
    assert (found["kraevet"]["to"], found["kraevet"]["outcome"]) == ("2025-03-16", "BORTFALDET")
    assert found["tidsbegraenset_aar"]["to"] == 4


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(
    indgaaet=st.dates(date(1990, 1, 1), date(2030, 12, 31)),
    days=st.integers(0, 9000),
    later=st.integers(0, 4000),
    aar=st.none() | st.integers(1, 50),
    variabelt=st.booleans(),
)
def test_a_later_claim_never_helps_and_the_law_never_lets_a_guarantee_last_longer(
    indgaaet, days, later, aar, variabelt
):
    def ends(reading, after):
        kraevet = date.fromordinal(indgaaet.toordinal() + after)
        facts = {
            "indgaaet": indgaaet,
            "kraevet": kraevet,
            "tidsbegraenset_aar": aar,
            "variabelt_beloeb": variabelt,
        }
        return topic.decide(topic.read(facts), reading)

    for reading in BOTH:
        if ends(reading, days).outcome == "BORTFALDET":
            assert ends(reading, days + later).outcome == "BORTFALDET"
    if ends("pensum", days).outcome == "BORTFALDET":
        assert ends("gaeldende_ret", days).outcome == "BORTFALDET"
    agreed = ends("pensum", days).figures["udloeber"]
    assert agreed is None or ends("gaeldende_ret", days).figures["udloeber"] <= agreed


def test_mistakes_in_pensum():
    divorced, dead = {"haendelse": "skilsmisse"}, {"haendelse": "debitor_doed"}
    assert answer("pensum", "regner_365_dage_om_aaret", FIVE_YEARS) == "2025-03-14"
    assert answer("pensum", "regner_365_dage_om_aaret") is None
    assert answer("pensum", "taeller_foerste_dag_med", FIVE_YEARS) == "2025-03-14"
    assert answer("pensum", "taeller_foerste_dag_med") is None
    assert answer("pensum", "sidste_dag_er_for_sent", FIVE_YEARS, kraevet="2025-03-15") is False
    assert answer("pensum", "sidste_dag_er_for_sent", FIVE_YEARS, kraevet="2025-03-14") is True
    assert answer("pensum", "sidste_dag_er_for_sent") is True
    assert answer("pensum", "laanet_loeber_endnu", FIVE_YEARS, kraevet="2026-01-01") == "BESTAAR"
    assert answer("pensum", "laanet_loeber_endnu", FIVE_YEARS) is None
    assert answer("pensum", "doeden_ophaever_kautionen", **dead) == "BORTFALDET"
    assert answer("pensum", "doeden_ophaever_kautionen", **divorced) is None
    assert answer("pensum", "skilsmissen_ophaever_kautionen", **divorced) == "BORTFALDET"
    assert answer("pensum", "skilsmissen_ophaever_kautionen", **dead) is None
    assert answer("pensum", "kun_underskriveren_haefter", faelles_ejendom=True) == "EN"
    assert answer("pensum", "kun_underskriveren_haefter") is None
    assert answer("pensum", "aegteskabet_goer_begge_ansvarlige") == "BEGGE"
    assert answer("pensum", "aegteskabet_goer_begge_ansvarlige", faelles_ejendom=True) is None


def test_mistakes_in_gaeldende_ret():
    def wrong(key, facts=NO_TERM, **changes):
        return answer("gaeldende_ret", key, facts, **changes)

    realkredit, business = {"langiver": "realkredit"}, {"privat_kautionist": False}
    too_much = {"misforhold_til_oekonomi": True}
    assert wrong("kun_aftalens_tid", tidsbegraenset_aar=15) == "2025-03-15"
    assert wrong("kun_aftalens_tid") is None
    assert wrong("ti_aar_for_alle_laan", variabelt_beloeb=True) == "2020-03-15"
    assert wrong("ti_aar_for_alle_laan") is None
    assert wrong("fem_aar_for_alle_laan") == "2015-03-15"
    assert wrong("fem_aar_for_alle_laan", variabelt_beloeb=True) is None
    assert wrong("fem_aar_for_alle_laan", **business) is None
    assert wrong("lovens_frist_afloeser_aftalen", tidsbegraenset_aar=3) == "2020-03-15"
    assert wrong("lovens_frist_afloeser_aftalen", tidsbegraenset_aar=3, **business) is None
    assert wrong("lovens_frist_afloeser_aftalen") is None
    assert wrong("taeller_foerste_dag_med") == "2020-03-14"
    assert wrong("taeller_foerste_dag_med", **business) is None
    assert wrong("realkredit_foelger_med", **realkredit) is True
    assert wrong("realkredit_foelger_med", langiver="anden") is None
    assert wrong("misforhold_beskytter_ogsaa_erhverv", **too_much, **business) is True
    assert wrong("misforhold_beskytter_ogsaa_erhverv", **business) is None
    assert wrong("misforhold_beskytter_ogsaa_erhverv", **too_much) is None
    assert wrong("realkredit_kan_ikke_tilsidesaettes", **too_much, **realkredit) is False
    assert wrong("realkredit_kan_ikke_tilsidesaettes", **too_much) is None
    assert wrong("aegtefaellen_haefter_med") == "BEGGE"
    assert wrong("bogens_evige_kaution", kraevet="2025-01-01") == "BESTAAR"
    assert wrong("bogens_evige_kaution") is None
    assert wrong("skilsmissen_ophaever_kautionen", haendelse="skilsmisse") == "BORTFALDET"


@pytest.mark.parametrize(
    ("reading", "cited", "mistake"),
    [
        ("pensum", "FIL § 48, stk. 9", "bruger_lovens_frist"),
        ("pensum", "FIL § 48", "bruger_lovens_frist"),
        ("pensum", "FL § 3", "bruger_foraeldelsesreglen"),
        ("pensum", "ÆL § 6", "bruger_reglen_om_samtykke"),
        ("gaeldende_ret", "FL § 3", "bruger_foraeldelsesreglen"),
        ("gaeldende_ret", "ÆL § 6", "bruger_reglen_om_samtykke"),
        ("gaeldende_ret", "FIL § 47", "bruger_erhvervsreglen"),
    ],
)
def test_the_wrong_provisions_are_named(reading, cited, mistake):
    jus = grade(topic, topic.read(NO_TERM), {"jus": [cited]}, reading).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", mistake)


def test_who_finds_no_time_limit_finds_no_last_day():
    facts = {"indgaaet": "2020-01-01", "tidsbegraenset_aar": 5, "kraevet": "2024-01-01"}
    own = View(topic.read(facts))
    figure = topic.reading_for("pensum").figures["udloeber"]
    assert str(figure.function(own)) == "2025-01-01"
    own._answers["er_tidsbegraenset"] = False
    assert figure.function(own) is None
