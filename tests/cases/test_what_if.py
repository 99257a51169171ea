"""Hvad nu hvis: one fact changed, the outcome predicted, and only then what the rule says."""

import pytest

import rules
from cases.models import Answer, Walkthrough
from cases.start import start
from cases.what_if import CHOSEN, PREDICTED, WhatIf
from tests import factories
from tests.cases.playing import Player

pytestmark = pytest.mark.django_db
IN_TIME, TOO_LATE = "31-07-2026", "01-08-2026"


@pytest.fixture
def case(db):
    return factories.CaseFactory(questions=[{"key": "q1"}])


@pytest.fixture
def solved(as_student, student, case):
    """The case answered rightly."""
    return Player(as_student, start(student, case)).solve()


def place(number_of, name):
    """The number of the outcome among the options."""
    return str(list(rules.topic("underretning").reading_for("pensum").choices).index(name) + 1)


KEPT, LOST = place(1, "KRAV_I_BEHOLD"), place(1, "KRAV_TABT_FOR_MISLIGHOLDT_DEL")


def send(play, value, predicted, fact="underrettet", **more):
    sent = {CHOSEN: f"q1-{fact}", fact: value, PREDICTED: predicted}
    return play.client.post(f"{play.address}hvad-nu-hvis/", sent, **more)


def test_a_right_prediction_is_told_with_the_step_that_turned(solved):
    html = send(solved, IN_TIME, KEPT).content.decode().replace("\u00a0", " ")
    assert "Rigtigt" in html
    assert "Her skilles vejene: Fik kautionisten besked" in html
    assert "Før: Nej. Nu: Ja." in html
    assert "FIL § 48" in html


def test_a_wrong_prediction_is_told_and_both_readings_are(solved):
    html = send(solved, TOO_LATE, KEPT).content.decode()
    assert "is-wrong" in html
    assert "Pensum" in html
    assert "Gældende ret" in html


def test_a_change_that_turns_nothing_is_told_as_that(solved):
    html = send(solved, "16-09-2026", LOST).content.decode()
    assert "Ændringen vender ingenting." in html


def test_a_fact_that_no_change_of_can_matter_is_irrelevant(solved):
    html = send(solved, "50", LOST, fact="hovedstol").content.decode()
    assert "Oplysningen er uden betydning her." in html


@pytest.mark.parametrize(
    ("value", "predicted", "message"),
    [
        ("i går", "1", "Skriv datoen"),
        ("15-09-2026", "1", "Sådan er det i sagen."),
        (IN_TIME, "", "Vælg det resultat, du venter."),
        (IN_TIME, "9", "Vælg en af mulighederne."),
        ("01-01-2020", "1", "Dagen kan ikke ligge før"),
        ("01-01-2020", "", "Dagen kan ikke ligge før"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field_and_all_is_kept(solved, value, predicted, message):
    response = send(solved, value, predicted)
    html = response.content.decode()
    assert response.status_code == 422
    assert message in html
    assert f'value="{value}"' in html
    assert "Reglens svar" not in html
    assert "Her skilles" not in html


def test_what_the_rules_say_of_another_fact_stands_beside_the_one_that_is_changed(solved):
    response = send(solved, "01-10-2026", "1", fact="misligholdt")
    assert response.status_code == 422
    assert "Dag for underretning: Dagen kan ikke ligge før" in response.content.decode()


def test_the_facts_of_the_story_come_first(solved):
    groups = WhatIf(solved.walkthrough).groups
    assert list(groups) == ["I fortællingen", "Ikke i fortællingen"]
    assert ("q1-underrettet", "Dag for underretning") in groups["I fortællingen"]


def test_nothing_of_the_answer_stands_in_the_page_before_the_prediction(solved):
    topic = rules.topic("underretning")
    for fact in topic.spec_of:
        html = solved.client.get(f"{solved.address}hvad-nu-hvis/?{CHOSEN}=q1-{fact}").content.decode()
        assert "Hvad bliver resultatet så?" in html
        assert not [outcome.name for outcome in topic.outcomes if outcome.name in html]
        assert "Her skilles" not in html
        assert "31. juli" not in html.replace("\u00a0", " ")


def test_nothing_is_stored(solved):
    before = Walkthrough.objects.values().get(), list(Answer.objects.values())
    send(solved, IN_TIME, LOST)
    assert before == (Walkthrough.objects.values().get(), list(Answer.objects.values()))


def test_it_waits_until_the_solution_may_be_told(as_student, student, case):
    play = Player(as_student, start(student, case))
    for response in (as_student.get(f"{play.address}hvad-nu-hvis/"), send(play, IN_TIME, KEPT)):
        assert response.status_code == 302
        assert response["Location"] == play.address


def test_an_aflevering_opens_it_when_it_is_released(as_student, student, case):
    play = Player(as_student, start(student, case, mode="aflevering")).solve()
    play.walkthrough.submit()
    assert as_student.get(f"{play.address}hvad-nu-hvis/").status_code == 302
    play.walkthrough.release()
    assert as_student.get(f"{play.address}hvad-nu-hvis/").status_code == 200


def test_a_swap_brings_the_part_alone(solved):
    response = send(solved, IN_TIME, KEPT, headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert len(response.content) < 30_000


def test_a_rule_that_has_changed_since_is_not_asked(solved):
    walkthrough = solved.walkthrough
    walkthrough.frozen["questions"][0]["version"] = "1999-01-01"
    walkthrough.save()
    assert solved.client.get(f"{solved.address}hvad-nu-hvis/").status_code == 302


def test_no_fact_has_the_name_of_what_is_sent_beside_it():
    for topic in rules.topics().values():
        assert not {CHOSEN, PREDICTED} & set(topic.spec_of)
