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
    assert "Den 31. januar 2026 stopper betalingerne" in page.replace("\u00a0", " ")
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


@pytest.fixture
def play_several(as_student, student):
    """A case whose figures are lists, one number a guarantor."""
    facts = {"haeftelse": "solidarisk", "gaeld": 600000, "andele": ["1/2", "1/3", "1/6"], "betaler": 1}
    case = CaseFactory(
        story="Af {gaeld} er andelene {andele}. Nr. {betaler} betaler. Hæftelse: {haeftelse}.",
        questions=[{"topic": "flere_kautionister", "facts": facts, "expected": {"pensum": "SOLIDARISK"}}],
    )
    return Player(as_student, WalkthroughFactory(user=student, case=case))


def test_lists_of_amounts_are_answered_in_one_field_each(play_several):
    play_several.solve()
    assert Walkthrough.objects.get().total == 1
    row = play_several.row("endelig_byrde")
    assert (row.status, row.value) == ("rigtig", ["300000.0", "200000.0", "100000.0"])


def test_a_wrong_list_is_told_in_kroner_and_one_that_cannot_be_read_is_refused(play_several):
    play_several.answer("jus", "ulovbestemt")
    play_several.answer("er_delt", False)
    answers = {
        "kreditor_kan_kraeve": "600.000; 600.000; 600.000",
        "endelig_byrde": "200.000; 200.000; 200.000",
        "regres_mod": "0; mange; 200.000",
        "outcome": "SOLIDARISK",
    }
    page = play_several.conclude(answers)
    assert "Du skrev ’mange’" in page
    assert "0; mange; 200.000" in page
    page = play_several.conclude(answers | {"regres_mod": "0; 200.000; 200.000"})
    assert play_several.row("endelig_byrde").mistake == "deler_efter_hoveder"
    assert play_several.row("regres_mod").status == "foelger"
    assert "300.000 kr., 200.000 kr. og 100.000 kr." in page.replace("\u00a0", " ")
