"""A quiz on time in a real browser: the clock, the end of it, and going on from another device."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from quizzes.models import Attempt, Response
from quizzes.start import start
from tests import factories


@pytest.fixture
def quiz(db):
    questions = [
        factories.QuestionFactory(),
        factories.QuestionFactory(
            kind="short", text="Hvad hedder kravet?", title="Krav", options=[("Regres", True, "")]
        ),
    ]
    return factories.QuizFactory(slug="proeven", questions=questions, mode="proeve", minutes=10)


def leave(attempt, **left):
    """Let so much time be left."""
    ends = timezone.now() + timedelta(**left)
    Attempt.objects.filter(pk=attempt.pk).update(ends_at=ends, closes_at=ends + timedelta(seconds=60))


def test_the_clock_is_told_before_and_ticks_from_the_start_on_the_server(phone, student, quiz, axe):
    page = phone(student)
    page.goto("/quiz/proeven/")
    expect(page.get_by_text("Du har 10 minutter fra det øjeblik, du begynder.")).to_be_visible()
    page.get_by_role("button", name="Begynd").click()
    expect(page.locator(".clock")).to_contain_text("10 minutter tilbage")
    expect(page.locator("#ur-besked")).to_be_empty()
    axe(page)
    leave(Attempt.objects.get(), minutes=4, seconds=50)
    page.reload()
    expect(page.locator("#ur-besked")).to_have_text("5 minutter tilbage.")
    page.get_by_role("link", name="Gå til aflevering").click()
    expect(page.locator(".clock")).to_contain_text("5 minutter tilbage")
    axe(page)


def test_when_the_time_is_out_what_was_being_typed_is_saved_and_handed_in(desktop, student, quiz):
    attempt = start(student, quiz)
    leave(attempt, seconds=6)
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/2/")
    expect(page.locator("#ur-besked")).to_have_text("1 minut tilbage.")
    page.locator("[name=chosen]").fill("Regres")
    expect(page.locator(".clock")).to_contain_text("Tiden er gået. Svarene bliver afleveret.", timeout=15_000)
    expect(page.get_by_role("heading", name="Gennemgang")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("da tiden var gået")).to_be_visible()
    assert Response.objects.get().chosen == ["Regres"]
    attempt.refresh_from_db()
    assert attempt.submitted_at == attempt.ends_at


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_an_answer_after_the_grace_is_refused_and_what_was_saved_stands(visit, student, quiz, js):
    attempt = start(student, quiz)
    page = visit(student, js=js)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/1/")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Gem og gå videre").click()
    expect(page.get_by_text("Spørgsmål 2 af 2")).to_be_visible()
    if js:
        # The page has asked for the time; asked later it would tell that it is out, and hand in.
        expect(page.locator(".clock")).to_contain_text("10 minutter tilbage")
    leave(attempt, seconds=-61)
    page.locator("[name=chosen]").fill("Regres")
    if js:
        # The answer saves itself.
        page.keyboard.press("Tab")
    else:
        page.get_by_role("button", name="Gem og se alle svar").click()
    expect(page.get_by_role("alert")).to_contain_text("Tiden udløb kl.")
    expect(page.get_by_role("alert")).to_contain_text("det, der var gemt inden, tæller")
    page.get_by_role("link", name="Se resultatet").click()
    expect(page.get_by_role("heading", name="Gennemgang")).to_be_visible()
    assert Response.objects.count() == 1


def test_a_second_device_goes_on_where_the_first_left_off_by_the_same_clock(desktop, phone, student, quiz):
    desk = desktop(student)
    desk.goto("/quiz/proeven/")
    desk.get_by_role("button", name="Begynd").click()
    desk.get_by_role("radio").first.check()
    expect(desk.get_by_text("Gemt kl.")).to_be_visible()
    leave(Attempt.objects.get(), minutes=7, seconds=30)
    hand = phone(student)
    hand.goto("/quiz/proeven/")
    hand.get_by_role("link", name="Fortsæt omgangen").click()
    expect(hand.get_by_text("Spørgsmål 2 af 2")).to_be_visible()
    expect(hand.locator(".clock")).to_contain_text("8 minutter tilbage")
    hand.locator("[name=chosen]").fill("Regres")
    hand.get_by_role("button", name="Gem og se alle svar").click()
    hand.get_by_role("button", name="Aflever svar").click()
    expect(hand.get_by_role("heading", name="Gennemgang")).to_be_visible()
    assert Response.objects.count() == 2
    desk.get_by_role("radio").nth(1).click()
    expect(desk.get_by_role("alert")).to_contain_text("Du afleverede kl.")
