"""The two kinds of guarantee: the book's comparison and examples, which rest on doctrine (F08-F10)."""

import pytest

import rules

topic = rules.topic("kautionstype")


def read(selvskyldner, misligholdt, udlaeg=False, erhverv=False):
    return topic.read(
        {
            "selvskyldner_formulering": selvskyldner,
            "misligholdt": misligholdt,
            "forgaeves_udlaeg": udlaeg,
            "erhverv": erhverv,
        }
    )


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        pytest.param((True, True), "KAN_KRAEVES_STRAKS", id="F09, table: parents for the child's loan"),
        pytest.param((False, True), "KRAEVER_FORGAEVES_UDLAEG", id="F10, table: friend for friend"),
        pytest.param((False, True, True), "KAN_KRAEVES_EFTER_UDLAEG", id="F10, table: levy in vain"),
        pytest.param(
            (True, True, False, True), "KAN_KRAEVES_STRAKS", id="F08, sector example: owners for their ApS"
        ),
        pytest.param((False, True, False, True), "KRAEVER_FORGAEVES_UDLAEG", id="business without the words"),
        pytest.param((True, False), "INTET_KRAV_ENDNU", id="paid as agreed"),
        pytest.param((False, False, True), "INTET_KRAV_ENDNU", id="a levy without default"),
    ],
)
def test_when_the_guarantor_can_be_asked(facts, outcome, reading):
    assert topic.decide(read(*facts), reading).outcome == outcome


@pytest.mark.parametrize("citation", ["ulovbestemt", "retspraksis", "RPL § 478, stk. 4"])
def test_the_rule_is_unwritten_and_so_may_be_answered(citation):
    assert rules.grading.grade(topic, read(True, True), {"jus": [citation]}).answers[0].status == "rigtig"


def test_the_protection_of_private_guarantors_is_another_question():
    jus = rules.grading.grade(topic, read(True, True), {"jus": ["FIL § 48"]}).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", "bruger_underretningsreglen")


def test_business_is_asked_on_the_way_and_changes_nothing():
    private, business = (topic.decide(read(True, True, erhverv=erhverv)) for erhverv in (False, True))
    assert [step.answer for step in private.steps] == [True, False, True]
    assert [step.answer for step in business.steps] == [True, True, True]
    assert private.outcome == business.outcome


def test_f08_f09_f10_both_readings_are_the_same_steps():
    pensum, lov = (topic.reading_for(key) for key in ("pensum", "gaeldende_ret"))
    assert [place.step for place in lov.steps] == [place.step for place in pensum.steps]
    assert list(topic.readings) == ["pensum", "gaeldende_ret"]
    assert [mistake.key for mistake in lov.mistakes] == [mistake.key for mistake in pensum.mistakes]
    assert [place.key for place in lov.steps if place.verified] == ["er_selvskyldner"]


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("key", "facts", "given"),
    [
        ("kautionen_gaelder_fra_foerste_dag", (True, False), True),
        ("gaar_ud_fra_selvskyldner", (False, True), True),
        ("gaar_ud_fra_selvskyldner", (False, True, False, True), False),
        ("gaar_ud_fra_selvskyldner", (True, True, False, True), True),
        ("erhverv_er_altid_selvskyldner", (False, True, False, True), True),
        ("erhverv_er_altid_selvskyldner", (False, True), False),
        ("erhverv_er_altid_selvskyldner", (True, True), True),
        ("misligholdelsen_er_nok", (False, True), True),
        ("laantageren_skal_altid_soeges_foerst", (True, True), "KRAEVER_FORGAEVES_UDLAEG"),
    ],
)
def test_what_each_mistake_answers(reading, key, facts, given):
    mistake = next(found for found in topic.readings[reading].mistakes if found.key == key)
    value = mistake.function(read(*facts))
    assert getattr(value, "name", value) == given


@pytest.mark.parametrize("reading", ["pensum", "gaeldende_ret"])
@pytest.mark.parametrize(
    ("cited", "mistake"),
    [
        ("FIL § 48", "bruger_underretningsreglen"),
        ("GBL § 31", "bruger_denunciationsreglen"),
        ("KAL § 37", "bruger_kreditaftaleloven"),
    ],
)
def test_the_wrong_provisions_are_named(reading, cited, mistake):
    jus = rules.grading.grade(topic, read(True, True), {"jus": [cited]}, reading).answers[0]
    assert (jus.status, jus.mistake) == ("forkert", mistake)
