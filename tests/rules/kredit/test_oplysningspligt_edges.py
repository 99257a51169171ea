"""The duty to inform at its edges: what each usual mistake answers."""

import pytest

import rules
from tests.rules.slips import slip

topic = rules.topic("oplysningspligt")
BAGEFTER = {"underskrevet": "2026-01-01", "sef_udleveret": "2026-01-05", "vilkaar_modtaget": "2026-01-09"}


@pytest.mark.parametrize(
    ("mistake", "changes", "answer"),
    [
        pytest.param("skemaet_maa_komme_bagefter", {}, True, id="a form after the signature"),
        pytest.param("skemaet_maa_komme_bagefter", {"sef_udleveret": None}, False, id="no form at all"),
        pytest.param(
            "kraever_skemaet_dagen_foer", {"sef_udleveret": "2025-12-31"}, True, id="the day before"
        ),
        pytest.param("kraever_skemaet_dagen_foer", {"sef_udleveret": "2026-01-01"}, False, id="the same day"),
        pytest.param(
            "kraever_skemaet_dagen_foer", {"sef_udleveret": None}, False, id="no form, no day before"
        ),
        pytest.param("regner_fra_underskriften", {}, "2026-01-01", id="from the signature"),
        pytest.param("regner_fra_skemaet", {}, "2026-01-05", id="from the form"),
        pytest.param("svarer_med_fristens_sidste_dag", {}, "2026-01-23", id="14 days from the terms"),
        pytest.param("svarer_med_fristens_sidste_dag", {"vilkaar_modtaget": None}, None, id="no terms yet"),
        pytest.param("laanet_falder_helt", {}, "TILSIDESAT_GROVT", id="the whole loan falls"),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, changes, answer):
    assert slip(topic, "pensum", mistake, BAGEFTER | changes) == answer
