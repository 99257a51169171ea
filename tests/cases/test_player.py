"""The player in practice: one answer at a time, feedback at once."""

import pytest

from cases.models import Walkthrough
from tests.cases.playing import Player
from tests.factories import CaseFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student))


def test_a_student_begins_a_case_and_meets_the_story_and_the_first_question(as_student):
    case = CaseFactory()
    page = as_student.post(f"/cases/{case.slug}/begynd/", follow=True).content.decode()
    assert "Den 31. januar 2026 stopper betalingerne" in page
    assert "Hvilken bestemmelse" in page
    assert "Er kautionen stillet" not in page


def test_an_answer_is_saved_as_typed_and_judged_at_once(play):
    page = play.answer("jus", "lov om finansiel virksomhed § 48")
    assert "Rigtigt." in page
    assert "Gemt kl." in page
    assert play.row("jus").raw == "lov om finansiel virksomhed § 48"
    assert "Er kautionen stillet" in page


def test_the_whole_path_leads_to_a_total(play):
    play.solve()
    row = Walkthrough.objects.get()
    assert row.total == 1
    assert row.marks == {"jus": 1, "subsumption": 1, "konklusion": 1}
