"""An aflevering: saved quietly, handed in once, read-only afterwards, judged only when it is released."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import registry
from cases.models import Answer
from tests.cases.playing import Player
from tests.factories import WalkthroughFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def play(as_student, student):
    return Player(as_student, WalkthroughFactory(user=student, mode="aflevering"))


@pytest.fixture
def part_of(monkeypatch):
    """Let the walkthrough be part of something."""

    def set_context(**context):
        monkeypatch.setattr(registry, "_contexts", [lambda walkthrough: context])

    return set_context


def test_no_answer_is_judged_before_hand_in(play):
    page = play.answer("jus", "GBL § 31")
    assert "Gemt kl." in page
    assert "verdict" not in page


def test_konklusion_is_saved_quietly_field_by_field(play):
    play.answer("jus", "FIL § 48")
    play.answer("er_privat", True)
    play.answer("sidste_frist", "31-07-2026")
    play.answer("rettidig", False)
    page = play.conclude({"tabt_beloeb": "62.800"}, extra={"stille": "ja"})
    assert "Gemt kl." in page
    assert "<form" not in page
    assert 'hx-swap-oob="true"' in page
    assert play.row("tabt_beloeb").value == "62800"
    page = play.conclude({"tabt_beloeb": "mange"}, extra={"stille": "ja"})
    assert play.response.status_code == 422
    assert "Ikke gemt: " in page


def test_an_emptied_answer_is_taken_back(play):
    play.answer("jus", "FIL § 48")
    play.answer("jus", "")
    assert not Answer.objects.exists()


def test_what_is_unanswered_is_listed_before_hand_in(play):
    play.answer("jus", "FIL § 48")
    page = play.client.get(f"{play.address}aflever/").content.decode()
    assert "Der mangler svar" in page
    assert "Er kautionen stillet uden for erhvervsforhold" in page


def test_handing_in_twice_counts_once(play):
    play.solve()
    for _ in range(2):
        assert play.client.post(f"{play.address}aflever/").status_code == 302
    first = play.walkthrough.submitted_at
    play.walkthrough.submit()
    assert play.walkthrough.submitted_at == first
    assert play.walkthrough.total == 1


def test_after_hand_in_an_answer_is_refused_and_quoted(play):
    name, version = play.asking("-jus").name, play.walkthrough.version
    play.client.post(f"{play.address}aflever/")
    response = play.send(name, {name: "FIL § 48"}, version=version)
    assert response.status_code == 409
    assert "Besvarelsen er afleveret" in response.content.decode()
    assert not Answer.objects.exists()


def test_the_player_leads_to_the_receipt_after_hand_in(play):
    play.client.post(f"{play.address}aflever/")
    assert play.client.get(play.address)["Location"].endswith("/resultat/")


def test_an_aflevering_has_no_solution(play):
    page = play.client.post(f"{play.address}loesning/", follow=True).content.decode()
    assert "kan ikke vises i en aflevering" in page
    assert play.walkthrough.solution_shown_at is None


def test_a_released_result_is_told_with_verdicts_and_solution(play):
    play.solve({"sidste_frist": "30-07-2026"})
    play.client.post(f"{play.address}aflever/")
    assert "Du har regnet" not in play.client.get(f"{play.address}resultat/").content.decode()
    play.walkthrough.release()
    page = play.client.get(f"{play.address}resultat/").content.decode()
    assert "Du har regnet 180 dage." in page
    assert "Reglens svar: 31. juli 2026" in page
    assert "Reglens udgave" in page


def test_a_second_release_keeps_the_time_of_the_first(play):
    walkthrough = play.walkthrough
    walkthrough.release()
    first = walkthrough.released_at
    walkthrough.release()
    assert walkthrough.released_at == first


def test_nothing_is_saved_when_what_it_is_part_of_has_closed(play, part_of):
    part_of(title="Aflevering 1", is_open=False)
    page = play.answer("jus", "FIL § 48")
    assert play.response.status_code == 409
    assert "Der er lukket for opgaven" in page
    assert 'value="FIL § 48"' in page


def test_the_deadline_releases_what_was_set_to_be_released_then(student, part_of):
    walkthrough = WalkthroughFactory(user=student, mode="aflevering", release="at_due").submit()
    part_of(due_at=timezone.now() + timedelta(hours=1))
    assert not walkthrough.shows_feedback()
    part_of(due_at=timezone.now() - timedelta(hours=1))
    assert walkthrough.shows_feedback()


def test_every_app_that_asked_is_told_of_a_hand_in_once(play, monkeypatch):
    told = []
    monkeypatch.setattr(registry, "_handed_in", [told.append])
    for _ in range(2):
        play.client.post(f"{play.address}aflever/")
    assert [one.pk for one in told] == [play.pk]


def test_progress_names_what_waits(play):
    play.answer("jus", "FIL § 48")
    progress = play.walkthrough.progress()
    assert progress.answered == 1
    assert not progress.is_done
    assert len(progress.waiting) == 1
