"""The two kinds of guarantee at their edges: what each usual mistake answers, and what is taken for granted."""

import pytest

import rules
from tests.rules.slips import slip

topic = rules.topic("kautionstype")
SIMPEL = {"selvskyldner_formulering": False, "misligholdt": True}
SELVSKYLDNER = SIMPEL | {"selvskyldner_formulering": True}


@pytest.mark.parametrize(
    ("mistake", "facts", "answer"),
    [
        pytest.param(
            "kautionen_gaelder_fra_foerste_dag", SIMPEL | {"misligholdt": False}, True, id="without default"
        ),
        pytest.param("gaar_ud_fra_selvskyldner", SIMPEL, True, id="private, without the words"),
        pytest.param("gaar_ud_fra_selvskyldner", SIMPEL | {"erhverv": True}, False, id="business, no words"),
        pytest.param(
            "gaar_ud_fra_selvskyldner", SELVSKYLDNER | {"erhverv": True}, True, id="business, words"
        ),
        pytest.param(
            "erhverv_er_altid_selvskyldner", SIMPEL | {"erhverv": True}, True, id="business is enough"
        ),
        pytest.param("erhverv_er_altid_selvskyldner", SELVSKYLDNER, True, id="the words are enough"),
        pytest.param("erhverv_er_altid_selvskyldner", SIMPEL, False, id="neither"),
        pytest.param("misligholdelsen_er_nok", SIMPEL, True, id="without a levy"),
        pytest.param(
            "laantageren_skal_altid_soeges_foerst", SELVSKYLDNER, "KRAEVER_FORGAEVES_UDLAEG", id="levy first"
        ),
    ],
)
def test_what_the_usual_mistakes_answer(mistake, facts, answer):
    assert slip(topic, "pensum", mistake, facts) == answer


def test_what_is_not_told_is_a_private_guarantee_without_a_levy():
    facts = topic.read(SIMPEL).plain()
    assert (facts["erhverv"], facts["forgaeves_udlaeg"]) == (False, False)
