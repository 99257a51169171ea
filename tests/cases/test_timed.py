"""Prøve: begun against the clock of the server, saved quietly, handed in when the time is out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases import timed
from cases.models import Answer, Walkthrough
from tests.cases.playing import Player, right
from tests.cases.test_no_key_early import FILES, case_of, hidden, wrong
from tests.factories import CaseFactory, SubmissionFactory, WalkthroughFactory

pytestmark = pytest.mark.django_db
NOON = "2026-11-09 10:12:00+00:00"


@pytest.fixture
def case():
    return CaseFactory(minutes=30)


@pytest.fixture
def play(as_student, student, case, time_machine):
    """A prøve begun at ten past eleven in Copenhagen."""
    time_machine.move_to(NOON, tick=False)
    as_student.post(f"/cases/{case.slug}/proeve/")
    return Player(as_student, Walkthrough.objects.get())


@pytest.fixture
def later(time_machine):
    """Move the clock to so many seconds after the beginning."""

    def move(**after):
        time_machine.move_to(Walkthrough.objects.get().started_at + timedelta(**after), tick=False)

    return move


def test_the_page_of_the_case_offers_a_prove_with_its_minutes(as_student, case):
    assert "Løs på tid: 30 minutter" in as_student.get(case.get_absolute_url()).content.decode()


def test_a_prove_has_fresh_facts_and_an_end(play):
    walk = play.walkthrough
    assert walk.mode == "proeve"
    assert walk.seed is not None
    assert walk.ends_at == walk.started_at + timedelta(minutes=30)


def test_begun_twice_it_is_the_same_and_after_hand_in_a_new_one(play, case):
    play.client.post(f"/cases/{case.slug}/proeve/")
    assert Walkthrough.objects.count() == 1
    play.client.post(f"{play.address}aflever/")
    play.client.post(f"/cases/{case.slug}/proeve/")
    assert Walkthrough.objects.count() == 2


def test_the_page_says_when_it_ends_and_offers_no_help_solution_or_variant(play):
    page = play.client.get(play.address).content.decode()
    assert "Slutter kl. 11.42" in page
    assert "Hjælp" not in page
    assert "Vis løsningen" not in page
    assert "Ny variant" not in page


def test_neither_help_nor_solution_nor_a_variant_can_be_had_while_it_runs(play):
    assert play.client.post(f"{play.address}hjaelp/{play.asking('-jus').name}/1/").status_code == 409
    assert (
        "kan ikke vises i en prøve"
        in play.client.post(f"{play.address}loesning/", follow=True).content.decode()
    )
    assert (
        "Aflever prøven først" in play.client.post(f"{play.address}ny-variant/", follow=True).content.decode()
    )
    assert Walkthrough.objects.count() == 1
    assert play.walkthrough.hints == {}


def test_answers_are_saved_without_a_verdict(play):
    page = play.answer("jus", "GBL § 31")
    assert "Gemt kl. 11.12" in page
    assert "verdict" not in page


def test_handed_in_the_feedback_is_there_at_once(play):
    play.solve()
    page = play.client.post(f"{play.address}aflever/", follow=True).content.decode()
    assert "100 % i alt" in page
    assert "Sådan fører reglen frem" in page
    assert "da tiden var gået" not in page


def test_an_answer_on_its_way_is_saved_and_a_later_one_is_refused(play, later):
    name, version = play.asking("-jus").name, play.walkthrough.version
    later(minutes=30, seconds=29)
    assert play.send(name, {name: "GBL § 31"}, version=version).status_code == 200
    later(minutes=30, seconds=31)
    response = play.send(name, {name: "FIL § 48"}, version=version + 1)
    assert response.status_code == 409
    assert "Tiden er gået" in response.content.decode()
    assert Answer.objects.get().value == "GBL § 31"


@pytest.mark.parametrize("visit", ["", "resultat/", "ur/", "aflever/"])
def test_whoever_looks_after_the_end_hands_it_in_as_saved(play, later, visit):
    play.answer("jus", "FIL § 48")
    later(minutes=31)
    play.client.get(f"{play.address}{visit}")
    walk = play.walkthrough
    assert walk.submitted_at == walk.ends_at
    assert walk.marks["jus"] == 1
    page = play.client.get(f"{play.address}resultat/").content.decode()
    assert "da tiden var gået" in page


def test_the_page_of_the_case_hands_it_in_and_lists_it_with_its_mode(play, later, case):
    page = play.client.get(case.get_absolute_url()).content.decode()
    assert "Gå tilbage til prøven (slutter kl. 11.42)" in page
    later(minutes=31)
    page = play.client.get(case.get_absolute_url()).content.decode()
    assert play.walkthrough.submitted_at
    assert "<td>Prøve, variant</td>" in page
    assert "0 %" in page
    assert "Gå tilbage til prøven" not in page


def test_the_teachers_page_hands_in_what_a_course_has_set(as_teacher, course, time_machine):
    submission = SubmissionFactory(assignment__course=course)
    ended = timezone.now() + timedelta(minutes=5)
    Walkthrough.objects.update(mode="proeve", ends_at=ended)
    time_machine.move_to(ended + timedelta(minutes=1), tick=False)
    as_teacher.get(f"/undervisning/{course.uuid}/afleveringer/{submission.assignment.uuid}/")
    assert Walkthrough.objects.get().submitted_at == ended


def test_it_is_handed_in_once_whoever_comes(play, later):
    later(minutes=31)
    for _ in range(2):
        timed.settled(Walkthrough.objects.get(pk=play.pk))
        timed.settle(Walkthrough.objects.all())
    assert play.walkthrough.version == 2


def test_an_aflevering_has_no_end(student, time_machine):
    walk = WalkthroughFactory(user=student, mode="aflevering")
    time_machine.move_to(timezone.now() + timedelta(days=400), tick=False)
    assert timed.settled(walk).is_open
    assert not timed.settled(walk).ran_out


def clock_of(play):
    return play.client.get(f"{play.address}ur/", headers={"HX-Request": "true"})


def test_the_clock_is_drawn_by_the_minute_and_speaks_twice(play, later):
    said = {}
    for left in (1800, 1799, 301, 300, 299, 61, 60, 30):
        later(seconds=1800 - left)
        page = clock_of(play).content.decode()
        said[left] = ("tilbage" in page, "ur-besked" in page)
        assert f"{-(-left // 60)} minut" in page
    assert [left for left, (_, spoken) in said.items() if spoken] == [300, 299, 60, 30]
    assert "delay:59s" in _at(play, later, 1799)


def _at(play, later, left):
    later(seconds=1800 - left)
    return clock_of(play).content.decode()


def test_at_the_end_the_page_hands_itself_in(play, later):
    page = _at(play, later, 0)
    assert f'hx-post="{play.address}aflever/"' in page
    assert "Tiden er gået" in page
    response = play.client.post(f"{play.address}aflever/", headers={"HX-Request": "true"})
    assert response["HX-Redirect"].endswith("/resultat/")
    assert play.walkthrough.submitted_at == play.walkthrough.ends_at


def test_the_clock_of_what_is_handed_in_leads_to_the_result(play):
    play.client.post(f"{play.address}aflever/")
    assert clock_of(play)["HX-Redirect"] == play.address


@pytest.mark.parametrize("file", FILES[::5])
def test_an_open_prove_tells_no_key_remark_or_figure(as_student, student, file):
    case = case_of(file)
    as_student.post(f"/cases/{case.slug}/proeve/")
    play = Player(as_student, Walkthrough.objects.get())
    for _ in range(40):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        values = {place.key: wrong(place, play.walkthrough) for place in waiting.places}
        if waiting.is_single:
            page = play.answer_at(waiting, next(iter(values.values())))
        else:
            page = play.conclude_at(waiting, values)
        told = {str(right(play.walkthrough, place)) for place in waiting.places} & set(
            map(str, values.values())
        )
        assert told or not hidden(page, play.walkthrough, set())
    for address in (play.address, case.get_absolute_url(), f"{play.address}aflever/", f"{play.address}ur/"):
        page = as_student.get(address).content.decode()
        assert "Rigtigt" not in page
        assert "% i alt" not in page
