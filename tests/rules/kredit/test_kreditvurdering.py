"""The course book on credit assessment (§ 7 c): its steps, Case 1 and the sector examples."""

import pytest

import rules

topic = rules.topic("kreditvurdering")
# The process table: 35.000 in, 22.000 out, debt 2,5 million, income 600.000 a year, home 3, loan 2 million.
PROCES = {
    "loensedler_mdr": 3,
    "aarsopgoerelse": True,
    "budget": True,
    "registre_tjekket": True,
    "registrering": "ingen",
    "indtaegt_md": 35000,
    "faste_udgifter_md": 22000,
    "ydelse_md": 8500,
    "samlet_gaeld": 2500000,
    "aarsindtaegt": 600000,
    "laan": 2000000,
    "sikkerhed_vaerdi": 3000000,
    "indtaegt_stabil": True,
    "dokumenteret": True,
    "bevilget": True,
}
STUDERENDE = {
    "loensedler_mdr": 0,
    "aarsopgoerelse": False,
    "budget": False,
    "registre_tjekket": False,
    "indtaegt_md": 0,
    "faste_udgifter_md": 5000,
    "ydelse_md": 4000,
    "samlet_gaeld": 300000,
    "aarsindtaegt": 0,
    "laan": 300000,
    "sikkerhed_vaerdi": 0,
    "dokumenteret": False,
}


def decide(**changes):
    return topic.decide(topic.read(PROCES | changes))


def figures(**changes):
    return decide(**changes).plain()["figures"]


def test_case_1_student_without_income_or_check():
    decision = decide(**STUDERENDE)
    assert decision.outcome == "UANSVARLIG"
    assert decision.plain()["figures"] == {
        "raadighedsbeloeb": -5000,
        "gaeldsfaktor": None,
        "belaaningsgrad": None,
    }


def test_case_1_before_the_loan_is_granted_the_assessment_can_still_be_made():
    assert decide(**STUDERENDE, bevilget=False).outcome == "KRAEVER_GRUNDIG_VURDERING"


def test_process_table_n9_n12_and_c02():
    decision = decide()
    assert decision.outcome == "ANSVARLIG"
    assert decision.plain()["figures"] == {
        "raadighedsbeloeb": 13000,
        "gaeldsfaktor": 4.17,
        "belaaningsgrad": 66.67,
    }
    assert "Gældsfaktor: 4,17." in decision.explain()


def test_table_of_duties_10000_to_live_on_and_factor_4():
    found = figures(indtaegt_md=30000, faste_udgifter_md=20000, samlet_gaeld=2000000, aarsindtaegt=500000)
    assert (found["raadighedsbeloeb"], found["gaeldsfaktor"]) == (10000, 4)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        pytest.param({"registrering": "gammel_og_betalt"}, "ANSVARLIG", id="RKI: old and paid"),
        pytest.param({"registrering": "aktuel"}, "ANSVARLIG", id="RKI: assessed and documented"),
        pytest.param(
            {"registrering": "aktuel", "dokumenteret": False}, "UANSVARLIG", id="RKI: not documented"
        ),
        pytest.param(
            {"registrering": "aktuel", "bevilget": False},
            "KRAEVER_GRUNDIG_VURDERING",
            id="RKI: not refused outright",
        ),
        pytest.param(
            {"samlet_gaeld": 3600000, "bevilget": False}, "KRAEVER_GRUNDIG_VURDERING", id="Debt factor 6"
        ),
        pytest.param(
            {"samlet_gaeld": 3600000}, "ANSVARLIG", id="Debt factor 6: good security, documented (C03)"
        ),
        pytest.param(
            {"samlet_gaeld": 3600000, "dokumenteret": False}, "UANSVARLIG", id="Debt factor 6: not documented"
        ),
        pytest.param(
            {"indtaegt_stabil": False, "bevilget": False},
            "KRAEVER_GRUNDIG_VURDERING",
            id="Contract of six months",
        ),
    ],
)
def test_warning_signs(changes, outcome):
    assert decide(**changes).outcome == outcome


@pytest.mark.parametrize(
    ("bevilget", "outcome"),
    [pytest.param(False, "SKAL_AFVISES", id="refused"), pytest.param(True, "UANSVARLIG", id="granted")],
)
def test_sector_example_2000_to_live_on_and_8000_to_pay(bevilget, outcome):
    assert (
        decide(indtaegt_md=22000, faste_udgifter_md=20000, ydelse_md=8000, bevilget=bevilget).outcome
        == outcome
    )


@pytest.mark.parametrize(
    "missing",
    [{"loensedler_mdr": 2}, {"aarsopgoerelse": False}, {"budget": False}, {"registre_tjekket": False}],
    ids=["two payslips", "no annual statement", "no budget", "no registers"],
)
def test_one_missing_paper_is_an_incomplete_assessment(missing):
    assert decide(**missing).outcome == "UANSVARLIG"
    assert decide(**missing, bevilget=False).outcome == "KRAEVER_GRUNDIG_VURDERING"


def test_the_free_amount_may_equal_the_instalment_but_not_fall_an_oere_short():
    assert decide(ydelse_md="13000").outcome == "ANSVARLIG"
    assert decide(ydelse_md="13000.01").outcome == "UANSVARLIG"


def test_factor_5_is_not_above_5_and_the_threshold_is_unrounded():
    assert decide(samlet_gaeld=3000000, dokumenteret=False).outcome == "ANSVARLIG"
    decision = decide(samlet_gaeld="3000000.01", dokumenteret=False)
    assert decision.outcome == "UANSVARLIG"
    assert decision.plain()["figures"]["gaeldsfaktor"] == 5.0


def test_no_income_counts_as_above_the_limit():
    decision = decide(aarsindtaegt=0, samlet_gaeld=0, dokumenteret=False)
    assert decision.figures["gaeldsfaktor"] is None
    assert decision.outcome == "UANSVARLIG"


def test_c01_the_factor_of_4_is_only_practice_and_no_limit_of_the_book():
    assert decide(samlet_gaeld=2700000, dokumenteret=False).outcome == "ANSVARLIG"
