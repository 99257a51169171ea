"""The SEF form (§ 7 a): Case 2, sector examples, the table of § 19, and the statute (K13-K16, K23a)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rules

topic = rules.topic("oplysningspligt")


def decide(underskrevet="2026-01-01", **facts):
    return topic.decide(topic.read({"underskrevet": underskrevet} | facts))


def test_case_2_form_never_given_and_the_principal_is_still_owed():
    decision = decide(vilkaar_modtaget="2026-01-01")
    assert decision.outcome == "TILSIDESAT"
    assert "Hovedstolen skal betales" in decision.text


def test_sector_example_form_after_the_signature_and_the_period_runs_from_the_terms():
    decision = decide(sef_udleveret="2026-01-05", vilkaar_modtaget="2026-01-05")
    assert decision.outcome == "TILSIDESAT"
    assert decision.plain()["figures"] == {"fortrydelsesfrist_fra": "2026-01-05"}


def test_sector_example_in_grave_cases_the_whole_loan_is_at_risk():
    assert decide(urimelige_vilkaar=True).outcome == "TILSIDESAT_GROVT"


def test_unreasonable_terms_alone_are_no_breach_of_the_duty_to_inform():
    assert decide(sef_udleveret="2026-01-01", urimelige_vilkaar=True).outcome == "OPFYLDT"


@pytest.mark.parametrize(
    ("udleveret", "outcome"),
    [
        pytest.param("2025-12-31", "OPFYLDT", id="the day before"),
        pytest.param("2026-01-01", "OPFYLDT", id="the same day"),
        pytest.param("2026-01-02", "TILSIDESAT", id="the day after"),
    ],
)
def test_the_day_of_signing_is_in_time(udleveret, outcome):
    assert decide(sef_udleveret=udleveret).outcome == outcome


@pytest.mark.parametrize(
    ("vilkaar", "fra"),
    [
        pytest.param("2026-01-01", "2026-01-01", id="Table § 19: terms on the same day"),
        pytest.param("2026-01-05", "2026-01-05", id="Table § 19 and K16: terms later"),
        pytest.param("2025-12-20", "2026-01-01", id="terms before the signature"),
        pytest.param(None, None, id="terms never: the period has not begun"),
    ],
)
def test_the_period_runs_from_the_later_of_signature_and_terms(vilkaar, fra):
    assert decide(vilkaar_modtaget=vilkaar).plain()["figures"]["fortrydelsesfrist_fra"] == fra


LAW = "gaeldende_ret"
UOPLYST = {"omkostninger_oplyst_i_aftalen": False, "laan": 200000, "referencesats": "1.75"}


def by_law(underskrevet="2026-01-01", **facts):
    return topic.decide(topic.read({"underskrevet": underskrevet} | facts), LAW)


@pytest.mark.parametrize(
    ("udleveret", "outcome"),
    [
        pytest.param("2025-12-31", "OPFYLDT", id="the day before"),
        pytest.param("2026-01-01", "OPFYLDT", id="the same day"),
        pytest.param("2026-01-02", "TILSIDESAT", id="the day after"),
        pytest.param(None, "TILSIDESAT", id="never"),
    ],
)
def test_k13_the_form_by_the_day_of_signing_holds_in_the_statute_too(udleveret, outcome):
    assert by_law(sef_udleveret=udleveret).outcome == outcome


@pytest.mark.parametrize("sef", ["2026-01-01", None])
def test_k14_case_2_a_home_loan_asks_for_esis_and_not_for_sef(sef):
    decision = by_law(pant_i_fast_ejendom=True, sef_udleveret=sef)
    assert decision.outcome == "FORKERT_SKEMA"
    assert "ESIS" in decision.text
    assert decide(pant_i_fast_ejendom=True, sef_udleveret="2026-01-01").outcome == "OPFYLDT"


@pytest.mark.parametrize(
    ("esis", "outcome"),
    [("2025-12-31", "OPFYLDT"), ("2026-01-01", "OPFYLDT"), ("2026-01-02", "TILSIDESAT")],
    ids=["the day before", "the same day", "the day after"],
)
def test_k14_a_home_loan_with_esis_in_time_is_in_order(esis, outcome):
    assert by_law(pant_i_fast_ejendom=True, esis_udleveret=esis).outcome == outcome


def test_k14_without_a_mortgage_esis_does_not_count():
    assert by_law(esis_udleveret="2026-01-01").outcome == "TILSIDESAT"
    assert (
        by_law(pant_i_fast_ejendom=True, esis_udleveret="2026-01-01", sef_udleveret="2026-02-01").outcome
        == "OPFYLDT"
    )


def test_k15_a_missing_form_takes_neither_interest_nor_loan():
    decision = by_law(urimelige_vilkaar=True)
    assert decision.outcome == "TILSIDESAT"
    assert "§ 56, stk. 2" in decision.text
    assert decision.figures["hoejeste_rente_pa"] is None
    assert decide(urimelige_vilkaar=True).outcome == "TILSIDESAT_GROVT"


@pytest.mark.parametrize("sef", ["2026-01-01", "2026-01-05", None])
def test_k15_costs_missing_in_the_agreement_cap_the_interest_at_the_reference_rate_plus_five(sef):
    decision = by_law(**UOPLYST, sef_udleveret=sef)
    assert decision.outcome == "RENTELOFT"
    assert decision.plain()["figures"] == {
        "fortrydelsesfrist_fra": None,
        "hoejeste_rente_pa": 6.75,
        "hoejeste_rente_foerste_aar": 13500,
    }
    assert "6,75 %" in decision.text


@pytest.mark.parametrize(("sef", "outcome"), [("2026-01-01", "OPFYLDT"), (None, "TILSIDESAT")])
def test_k15_no_cap_when_the_bank_proves_a_sound_basis(sef, outcome):
    decision = by_law(**UOPLYST, sef_udleveret=sef, forsvarligt_grundlag_godtgjort=True)
    assert (decision.outcome, decision.figures["hoejeste_rente_pa"]) == (outcome, None)


def test_k15_missing_costs_cap_the_interest_of_a_home_loan_too_whatever_the_form():
    home = UOPLYST | {"pant_i_fast_ejendom": True}
    assert by_law(**home).outcome == "RENTELOFT"
    assert by_law(**home, esis_udleveret="2026-01-01").outcome == "RENTELOFT"
    assert by_law(**home, forsvarligt_grundlag_godtgjort=True).outcome == "FORKERT_SKEMA"


@pytest.mark.parametrize(
    ("laan", "sats", "rente", "beloeb"),
    [
        pytest.param(100000, "0", 5, 5000, id="a rate of zero"),
        pytest.param(100000, "0.05", 5.05, 5050, id="0.05"),
        pytest.param(None, "3.35", 8.35, None, id="the loan unknown"),
        pytest.param(100000, None, None, None, id="the rate unknown"),
        pytest.param("333.33", "3.35", 8.35, 27.83, id="øre"),
    ],
)
def test_k15_the_cap_in_percent_and_kroner(laan, sats, rente, beloeb):
    figures = by_law(omkostninger_oplyst_i_aftalen=False, laan=laan, referencesats=sats).plain()["figures"]
    assert (figures["hoejeste_rente_pa"], figures["hoejeste_rente_foerste_aar"]) == (rente, beloeb)


def test_k15_an_unknown_reference_rate_is_told_in_words():
    assert "referencesatsen plus 5 procentpoint" in by_law(omkostninger_oplyst_i_aftalen=False).text


@pytest.mark.parametrize(
    ("vilkaar", "fra"),
    [("2026-01-01", "2026-01-01"), ("2026-01-05", "2026-01-05"), ("2025-12-20", "2026-01-01"), (None, None)],
)
def test_k16_the_period_runs_from_terms_and_information_never_from_the_form(vilkaar, fra):
    decision = by_law(vilkaar_modtaget=vilkaar, sef_udleveret="2026-01-09")
    assert decision.plain()["figures"]["fortrydelsesfrist_fra"] == fra


def test_k16_without_the_costs_in_the_agreement_the_period_has_not_begun():
    assert by_law(**UOPLYST, vilkaar_modtaget="2026-01-05").figures["fortrydelsesfrist_fra"] is None
    assert str(decide(vilkaar_modtaget="2026-01-05").figures["fortrydelsesfrist_fra"]) == "2026-01-05"


def test_k23a_no_missing_form_makes_the_loan_void():
    assert set(topic.reading_for(LAW).choices) == {"OPFYLDT", "TILSIDESAT", "FORKERT_SKEMA", "RENTELOFT"}
    assert "ikke ugyldig" in by_law(pant_i_fast_ejendom=True).text


@pytest.mark.parametrize(
    ("mistake", "facts", "wrong"),
    [
        ("skemaet_maa_komme_bagefter", {"sef_udleveret": "2026-01-05"}, True),
        ("skemaet_maa_komme_bagefter", {}, False),
        ("kraever_skemaet_dagen_foer", {"sef_udleveret": "2026-01-01"}, False),
        ("kraever_skemaet_dagen_foer", {"sef_udleveret": "2025-12-31"}, True),
        ("kraever_skemaet_dagen_foer", {}, False),
        ("regner_fra_underskriften", {}, date(2026, 1, 1)),
        ("regner_fra_skemaet", {"sef_udleveret": "2026-01-05"}, date(2026, 1, 5)),
        ("svarer_med_fristens_sidste_dag", {"vilkaar_modtaget": "2026-01-05"}, date(2026, 1, 19)),
        ("svarer_med_fristens_sidste_dag", {}, None),
        ("sef_til_alle_laan", {}, False),
        ("sef_i_stedet_for_esis", {"sef_udleveret": "2026-01-05"}, True),
        ("sef_i_stedet_for_esis", {}, None),
        ("skemaet_er_nok", {"sef_udleveret": "2026-01-05"}, True),
        ("skemaet_er_nok", {}, None),
        ("banken_gaar_fri_uden_bevis", {}, True),
        ("ser_bort_fra_beviset", {"forsvarligt_grundlag_godtgjort": True}, False),
        ("ser_bort_fra_beviset", {}, None),
        ("skemaet_maa_gerne_komme_efter", {"sef_udleveret": "2026-01-05"}, True),
        ("skemaet_maa_gerne_komme_efter", {}, False),
        ("kraever_en_dag_imellem", {"sef_udleveret": "2026-01-01"}, False),
        ("kraever_en_dag_imellem", {"sef_udleveret": "2025-12-31"}, True),
        ("kraever_en_dag_imellem", {}, None),
        ("laegger_otte_procent_til", {"referencesats": 2}, 10),
        ("laegger_otte_procent_til", {}, None),
        ("glemmer_tillaegget", {"referencesats": 2}, 2),
        ("ganger_med_tillaegget", {"referencesats": 2}, Decimal("2.1")),
        ("ganger_med_tillaegget", {}, None),
    ],
)
def test_what_each_mistake_answers(mistake, facts, wrong):
    assert _function(mistake)(topic.read({"underskrevet": "2026-01-01"} | facts)) == wrong


@pytest.mark.parametrize(
    ("mistake", "facts", "wrong"),
    [
        ("laanet_falder_helt", {}, "TILSIDESAT_GROVT"),
        ("laanet_er_ugyldigt", {}, "TILSIDESAT_GROVT"),
        ("skemaet_udloeser_loftet", {}, "RENTELOFT"),
        ("skemaet_udloeser_loftet", {"sef_udleveret": "2026-01-01"}, None),
        ("skemaet_udloeser_loftet", UOPLYST, None),
        ("skemaet_udelukker_loftet", {}, None),
        ("skemaet_udelukker_loftet", UOPLYST, "TILSIDESAT"),
        ("skemaet_udelukker_loftet", UOPLYST | {"sef_udleveret": "2026-01-01"}, "OPFYLDT"),
        ("skemaet_udelukker_loftet", UOPLYST | {"forsvarligt_grundlag_godtgjort": True}, None),
    ],
)
def test_what_each_mistake_concludes(mistake, facts, wrong):
    found = _function(mistake)(topic.read({"underskrevet": "2026-01-01"} | facts))
    assert (found and found.name) == wrong


def _function(mistake):
    laws = (topic.reading_for(LAW), topic.reading_for("pensum"))
    return next(found.function for law in laws for found in law.mistakes if found.key == mistake)


@given(sats=st.decimals(0, 30, places=2), more=st.decimals(0, 20, places=2))
def test_a_higher_reference_rate_never_lowers_the_cap(sats, more):
    lower, higher = (
        by_law(**UOPLYST | {"referencesats": rate}).figures["hoejeste_rente_pa"]
        for rate in (sats, sats + more)
    )
    assert lower <= higher
    assert lower - sats == 5
