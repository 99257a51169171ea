"""Credit assessment at its edges: what each usual mistake answers, and what is taken for granted."""

import pytest

import rules
from rules.facts import FactError
from tests.rules.slips import slip

topic = rules.topic("kreditvurdering")
SAG = {
    "loensedler_mdr": 3,
    "aarsopgoerelse": True,
    "budget": True,
    "registre_tjekket": True,
    "indtaegt_md": 30000,
    "faste_udgifter_md": 20000,
    "ydelse_md": 10000,
    "samlet_gaeld": 1440000,
    "aarsindtaegt": 360000,
    "laan": 900000,
    "dokumenteret": False,
    "bevilget": True,
}


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("glemmer_registrene", {"registre_tjekket": False}, True, id="papers are enough"),
        pytest.param("glemmer_registrene", {"loensedler_mdr": 2}, False, id="but two pay slips are not"),
        pytest.param("glemmer_registrene", {"aarsopgoerelse": False}, False, id="nor no annual statement"),
        pytest.param("glemmer_registrene", {"budget": False}, False, id="nor no budget"),
        pytest.param(
            "noejes_med_faerre_papirer", {"loensedler_mdr": 0, "budget": False}, True, id="registers"
        ),
        pytest.param("noejes_med_faerre_papirer", {"registre_tjekket": False}, False, id="no registers"),
        pytest.param("traekker_ydelsen_fra", {"ydelse_md": 4000}, 6000, id="the instalment subtracted"),
        pytest.param("kraever_luft_i_budgettet", {}, False, id="just covered is too little"),
        pytest.param("kraever_luft_i_budgettet", {"ydelse_md": "9999.99"}, True, id="an øre to spare"),
        pytest.param("ser_bort_fra_de_faste_udgifter", {"ydelse_md": 30000}, True, id="all income counts"),
        pytest.param("ser_bort_fra_de_faste_udgifter", {"ydelse_md": "30000.01"}, False, id="and no more"),
        pytest.param("deler_med_maanedens_indtaegt", {}, 48, id="a month's income"),
        pytest.param("deler_med_maanedens_indtaegt", {"indtaegt_md": 0}, None, id="no income to divide by"),
        pytest.param("regner_kun_med_det_nye_laan", {}, 2.5, id="only the new loan"),
        pytest.param("regner_kun_med_det_nye_laan", {"aarsindtaegt": 0}, None, id="no yearly income"),
        pytest.param(
            "gammel_registrering_taeller", {"registrering": "gammel_og_betalt"}, True, id="old entry"
        ),
        pytest.param("gammel_registrering_taeller", {"registrering": "aktuel"}, True, id="current entry"),
        pytest.param("gammel_registrering_taeller", {}, False, id="no entry"),
        pytest.param("graensen_er_fire", {"samlet_gaeld": 1440000}, False, id="just four"),
        pytest.param("graensen_er_fire", {"samlet_gaeld": "1440000.01"}, True, id="above four"),
        pytest.param("graensen_er_fire", {"samlet_gaeld": 1260000}, False, id="three and a half"),
        pytest.param("graensen_er_fire", {"indtaegt_stabil": False}, True, id="another warning"),
        pytest.param("sikkerheden_er_nok", {}, True, id="security for documentation"),
        pytest.param("vender_belaaningsgraden", {"sikkerhed_vaerdi": 1800000}, 200, id="value by loan"),
        pytest.param("vender_belaaningsgraden", {"laan": 0, "sikkerhed_vaerdi": 1800000}, None, id="no loan"),
        pytest.param("advarsel_er_afslag", {}, "SKAL_AFVISES", id="refused"),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, changes, answer):
    assert slip(topic, "pensum", mistake, SAG | changes) == answer


def test_what_is_not_told_is_no_entry_no_security_and_a_stable_income():
    facts = topic.read(SAG).plain()
    assert facts["registrering"] == "ingen"
    assert facts["sikkerhed_vaerdi"] == 0
    assert facts["indtaegt_stabil"] is True


def test_pay_slips_of_more_than_five_years_are_refused():
    assert topic.read(SAG | {"loensedler_mdr": 60}).loensedler_mdr == 60
    with pytest.raises(FactError, match="loensedler_mdr"):
        topic.read(SAG | {"loensedler_mdr": 61})


def test_nothing_to_live_for_is_still_enough_to_pay_the_instalment():
    """30.000 kr. of income, 20.000 kr. of expenses and an instalment of 10.000 kr.: nothing lacks."""
    skoen = {"er_sandsynligt": False, "soegning_noedvendig": True}
    for ydelse, kunne in ((10000, True), ("10000.01", False)):
        facts = topic.read(SAG | {"registre_tjekket": False, "ydelse_md": ydelse})
        arguments = topic.decide(facts, "gaeldende_ret", skoen).arguments
        assert any("kunne faktisk betale" in said for said in arguments.imod) is kunne
        assert any("mangler" in said for said in arguments.for_) is not kunne


def test_a_loan_that_is_not_likely_to_be_paid_back_breaches_the_duty_whatever_the_court_makes_of_it():
    facts = SAG | {"samlet_gaeld": 2304000, "indtaegt_stabil": False, "boligkredit": True, "ydelse_md": 3600}
    decision = topic.decide(topic.read(facts), "gaeldende_ret", {"er_sandsynligt": False})
    assert decision.path[-1][0].key == "er_sandsynligt"
    assert decision.open.key == "boer_gribes_ind"
    assert decision.outcome == "PLIGT_TILSIDESAT"
    assert (
        topic.decide(topic.read(facts), "gaeldende_ret", {"er_sandsynligt": True}).outcome == "PLIGT_OPFYLDT"
    )
