"""Cases whose questions hang together: an outcome decides a fact of the next question."""

import pytest

from cases.start import start
from tests.cases.playing import Player
from tests.factories import NOTICE, CaseFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(as_student, student):
    link = {"privat_kautionist": {"from": "q1", "is": "KRAV_TABT_FOR_MISLIGHOLDT_DEL"}}
    case = CaseFactory(questions=[{"key": "q1"}, {"key": "q2", "facts": NOTICE, "links": link}])
    return Player(as_student, start(student, case))


def test_the_second_question_comes_when_the_first_is_answered(play):
    assert len(play.built.sheets) == 1
    play.answer("jus", "FIL § 48")
    assert len(play.built.sheets) == 1
    play.solve()
    assert len(play.built.sheets) == 2
    assert play.walkthrough.total == 1


def test_the_students_own_outcome_goes_on_into_the_next_question(play):
    play.solve({"outcome": "KRAV_I_BEHOLD"})
    second = play.built.sheets[1].stretch
    assert second.facts.privat_kautionist is False


def test_a_variant_tells_the_same_facts_to_both_questions(student, play):
    walk = start(student, play.walkthrough.case, seed=11)
    first, second = (question["facts"] for question in walk.frozen["questions"])
    assert first["misligholdt"] == second["misligholdt"]
