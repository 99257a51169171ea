"""Faktum: the student chooses what matters, and the rules have proven what does."""

import pytest

from cases import faktum
from cases.models import Answer
from cases.start import start
from tests.cases.playing import Player
from tests.factories import CaseFactory

MATTERS = ["privat_kautionist", "misligholdt", "underrettet", "misligholdt_beloeb"]


@pytest.fixture
def play(as_student, student):
    return Player(as_student, start(student, CaseFactory(weight_faktum=10)))


def test_the_facts_come_first_and_alone(play):
    asking = play.built.askings
    assert [one.name.partition("-")[2] for one in asking] == ["facts-faktum"]
    page = play.client.get(play.address).content.decode()
    assert "Hvilke oplysninger har betydning for svaret?" in page
    assert "Faktum" in page
    assert 'type="checkbox"' in page


def test_no_fact_is_named_by_its_key(play):
    page = play.client.get(play.address).content.decode()
    assert not [key for key in MATTERS if f'"{key}"' in page]


def right(play):
    place = play.built.askings[0].places[0]
    question = play.walkthrough.frozen["questions"][0]
    topic = place.reading.topic
    return faktum.judge(question, place.reading, topic.read(question["facts"]), None).expected


def test_the_right_choice_is_right_and_the_provision_is_asked_next(play):
    page = play.answer("faktum", right(play))
    assert "Rigtigt." in page
    assert play.row("faktum").best == 1
    assert play.built.askings[-1].name.endswith("-jus")


def test_each_fact_too_few_costs_its_share(play):
    matters = right(play)
    play.answer("faktum", matters[:-1])
    assert play.row("faktum").best == pytest.approx(1 - 1 / len(matters))
    assert "betyder noget" in play.response.content.decode()


def test_choosing_everything_does_not_pay(play):
    place = play.built.askings[0].places[0]
    matters, offered = right(play), list(place.item.choices)
    if len(matters) < len(offered):
        play.answer("faktum", offered)
        in_vain = len(offered) - len(matters)
        assert play.row("faktum").best == pytest.approx(max(0, len(matters) - in_vain) / len(matters))
        assert "uden at noget svar i sagen ændrer sig" in play.response.content.decode()


def test_the_remark_gives_no_later_answer_away(play):
    page = play.answer("faktum", right(play)[:1])
    deadline = play.walkthrough.frozen["questions"][0]
    assert deadline["topic"] == "underretning"
    assert "31. juli 2026" not in page.replace("\u00a0", " ")


def test_choosing_nothing_is_refused_and_nothing_is_saved(play):
    response = play.send(play.asking("-faktum").name, {})
    assert response.status_code == 422
    assert "Vælg mindst én oplysning." in response.content.decode()
    assert not Answer.objects.exists()


@pytest.mark.parametrize("sent", ["0", "99", "x", "misligholdt", "1e9"])
def test_what_is_not_on_the_list_is_refused(play, sent):
    name = play.asking("-faktum").name
    assert play.send(name, {name: sent}).status_code == 422
    assert not Answer.objects.exists()


def test_the_choice_stands_in_the_page_again(play):
    play.answer("faktum", right(play))
    page = play.client.get(play.address).content.decode()
    assert page.count("checked") >= len(right(play))


def test_a_whole_case_with_all_four_parts_earns_everything(play):
    play.solve()
    walk = play.walkthrough
    assert set(walk.marks) == {"faktum", "jus", "subsumption", "konklusion"}
    assert walk.total == 1


def test_a_case_without_that_weight_begins_with_the_provision(as_student, student):
    play = Player(as_student, start(student, CaseFactory(weight_faktum=0)))
    assert play.built.askings[0].name.endswith("-jus")
    assert "faktum" not in play.walkthrough.marks


def test_what_was_begun_before_the_part_was_asked_goes_on_without_it(as_student, student):
    walk = start(student, CaseFactory(weight_faktum=10))
    for question in walk.frozen["questions"]:
        del question["told"]
    del walk.frozen["weights"]["faktum"]
    walk.save()
    play = Player(as_student, walk).solve()
    assert play.walkthrough.total == 1


def test_a_hand_in_judges_the_facts_too(as_student, student):
    play = Player(as_student, start(student, CaseFactory(weight_faktum=10), mode="aflevering"))
    play.solve(wrong={"faktum": right(play)[:1]})
    as_student.post(f"{play.address}aflever/")
    assert 0 < play.walkthrough.marks["faktum"] < 1
    assert play.walkthrough.total < 1
