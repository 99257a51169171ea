"""The way through the rule is drawn with the solution, and never before."""

import re

import pytest

from cases import solution
from tests.cases.playing import Player
from tests.factories import WalkthroughFactory

pytestmark = pytest.mark.django_db
NAME = "Vejen gennem reglen"


@pytest.fixture
def practice(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student))


@pytest.fixture
def handed_in(as_student, student):
    play = Player(as_student, WalkthroughFactory(user=student, mode="aflevering"))
    play.solve()
    play.client.post(f"{play.address}aflever/")
    return play


def page_of(play, part=""):
    return play.client.get(f"{play.address}{part}").content.decode()


def drawn(page):
    """How often the way is offered; it is always drawn wide and narrow, with the path marked."""
    folded = page.count(NAME)
    assert (
        len(re.findall(r'<svg [^>]*class="diagram [^"]*has-path"', page))
        == page.count("<desc>")
        == 2 * folded
    )
    return folded


def test_nothing_is_drawn_while_a_question_is_open(practice):
    assert not drawn(page_of(practice))
    practice.answer("jus", "FIL § 48")
    assert not drawn(practice.answer("er_privat", True))


def test_it_is_drawn_folded_when_every_question_is_answered(practice):
    practice.solve()
    for part in ("", "resultat/"):
        page = page_of(practice, part)
        assert drawn(page) == 1
        assert f"<details><summary>{NAME}</summary>" in page
        assert "62.800 kr. Kautionen består for resten." in page


def test_it_is_not_drawn_when_the_own_path_left_something_unanswered(practice):
    practice.solve({"er_privat": False})
    assert practice.built.is_done
    assert not practice.walkthrough.shows_solution
    for part in ("", "resultat/"):
        assert not drawn(page_of(practice, part))


def test_it_is_drawn_once_with_the_solution(practice):
    practice.client.post(f"{practice.address}loesning/")
    assert drawn(page_of(practice)) == 1
    practice.solve()
    assert drawn(page_of(practice)) == 1


def test_a_hand_in_is_drawn_once_it_is_released(handed_in):
    assert not drawn(page_of(handed_in, "resultat/"))
    handed_in.walkthrough.release()
    assert drawn(page_of(handed_in, "resultat/")) == 1


def test_a_rule_that_has_changed_is_not_drawn_for_an_old_answer(handed_in):
    walkthrough = handed_in.walkthrough
    walkthrough.release()
    walkthrough.frozen["questions"][0]["version"] = "2020-01-01"
    walkthrough.save()
    page = page_of(handed_in, "resultat/")
    assert not drawn(page)
    assert "Sådan fører reglen frem" in page


def test_a_rule_that_is_gone_is_not_drawn():
    assert solution.flowchart_of({"topic": "afskaffet", "version": "1", "facts": {}}, "pensum") == ""


def test_the_drawing_asks_the_database_nothing(practice, django_assert_num_queries):
    question = practice.walkthrough.frozen["questions"][0]
    with django_assert_num_queries(0):
        assert solution.flowchart_of(question, "pensum")
