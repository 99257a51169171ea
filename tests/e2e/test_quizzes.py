"""A quiz in a real browser: by mouse, by keyboard, on a phone and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from quizzes.models import Attempt, Question, Response
from quizzes.start import start
from tests import factories


@pytest.fixture
def quiz(db):
    questions = [
        factories.GeneratedQuestionFactory(),
        factories.QuestionFactory(),
        factories.MultipleQuestionFactory(),
    ]
    return factories.QuizFactory(title="Kaution i korte træk", slug="kaution", questions=questions)


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_student_takes_a_quiz_and_reads_every_reason(visit, student, quiz, js):
    page = visit(student, js=js)
    page.goto("/quiz/")
    page.get_by_role("link", name="Kaution i korte træk").click()
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_text("Spørgsmål 1 af 3")).to_be_visible()

    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator("#id_chosen_error")).to_have_text("Vælg et svar.")
    expect(page.get_by_role("radio").first).to_be_focused()

    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_contain_text(re.compile(r"Rigtigt\.|Forkert\."))
    page.get_by_role("link", name="Næste spørgsmål").click()

    page.get_by_label("Først efter forgæves udlæg").check()
    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_contain_text("Du har beskrevet den simple kaution.")
    expect(page.get_by_role("navigation", name="Spørgsmål")).to_contain_text("2, forkert")
    page.get_by_role("link", name="Afslut omgangen").click()

    expect(page.get_by_text("1 af 3 spørgsmål er ikke besvaret")).to_be_visible()
    page.get_by_role("button", name="Afslut omgangen").click()
    expect(page.get_by_role("heading", name="Gennemgang")).to_be_visible()
    expect(page.locator(".review > li")).to_have_count(3)
    page.get_by_role("button", name="Ny omgang").click()
    expect(page.get_by_text("Spørgsmål 1 af 3")).to_be_visible()
    assert Attempt.objects.filter(user=student).count() == 2


def test_feedback_takes_the_focus_and_is_reached_by_keyboard(desktop, student, quiz):
    page = desktop(student)
    page.goto(start(student, quiz).get_absolute_url())
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".feedback .verdict")).to_be_focused()


def test_a_hand_in_saves_each_choice_and_keeps_the_focus(desktop, student, quiz):
    page = desktop(student)
    attempt = start(student, quiz, mode="aflevering")
    page.goto(f"/quiz/forsoeg/{attempt.pk}/1/")
    page.get_by_role("radio").first.check()
    expect(page.get_by_text("Gemt kl.")).to_be_visible()
    last = attempt.items[0].choices[2].key
    with page.expect_response(lambda reply: f"chosen={last}" in (reply.request.post_data or "")) as saved:
        for _ in range(2):
            page.keyboard.press("ArrowDown")
    saved.value.finished()
    expect(page.get_by_role("radio").nth(2)).to_be_focused()
    expect(page.get_by_role("navigation", name="Spørgsmål")).to_contain_text("1, besvaret")
    expect(page.locator("#receipt .verdict")).to_have_count(0)
    page.get_by_role("button", name="Gem og gå videre").click()
    expect(page.get_by_text("Spørgsmål 2 af 3")).to_be_visible()
    assert Response.objects.get().chosen == [last]


def test_two_tabs_do_not_overwrite_each_other(desktop, student, quiz):
    attempt = start(student, quiz, mode="aflevering")
    first, second = desktop(student), desktop(student)
    for tab in (first, second):
        tab.goto(f"/quiz/forsoeg/{attempt.pk}/2/")
    first.get_by_label("Kun for renterne").check()
    expect(first.get_by_text("Gemt kl.")).to_be_visible()
    second.get_by_label("Først efter forgæves udlæg").click()
    expect(second.locator("#receipt")).to_contain_text("i et andet vindue")
    assert Response.objects.get().chosen == [attempt.items[1].choices[2].key]


def test_a_tab_that_was_left_open_is_told_that_the_work_is_handed_in(desktop, student, quiz):
    attempt = start(student, quiz, mode="aflevering")
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/2/")
    attempt.submit()
    page.get_by_label("Kun for renterne").click()
    expect(page.get_by_role("alert")).to_contain_text("Du afleverede kl.")
    assert not Response.objects.exists()


def test_axe_finds_nothing_on_the_pages_of_quizzes(desktop, student, quiz, axe_light_and_dark):
    page = desktop(student)
    open_attempt, graded = start(student, quiz), start(student, quiz, mode="aflevering")
    done = factories.AttemptFactory(user=student)
    factories.ResponseFactory(attempt=done, chosen=["wrong-1"], points=0)
    done.submit()
    addresses = ["/quiz/", "/quiz/kaution/", "/oev/", f"/quiz/forsoeg/{done.pk}/resultat/"]
    for attempt in (open_attempt, graded):
        addresses += [f"/quiz/forsoeg/{attempt.pk}/{part}/" for part in (1, 2, 3, "aflever")]
    for address in addresses:
        page.goto(address)
        axe_light_and_dark(page)
    page.goto(f"/quiz/forsoeg/{open_attempt.pk}/1/")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_be_visible()
    axe_light_and_dark(page)


def test_no_page_of_a_quiz_is_wider_than_a_small_screen(visit, student, quiz):
    page = visit(student, width=320)
    attempt = start(student, quiz)
    for address in ("/quiz/", "/quiz/kaution/", "/oev/", f"/quiz/forsoeg/{attempt.pk}/1/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_teacher_writes_a_question_looks_at_it_and_saves_it(desktop, teacher, axe):
    page = desktop(teacher)
    page.goto("/admin/quizzes/question/add/")
    axe(page)
    page.get_by_label("Titel").fill("Simpel kaution")
    page.get_by_label("Spørgsmål:", exact=True).fill("Hvornår kan banken gå til en simpel kautionist?")
    for number, (text, remark) in enumerate(
        (
            ("Efter forgæves udlæg", "Det følger af aftalen."),
            ("Straks", "Du har beskrevet selvskyldnerkaution."),
        )
    ):
        page.locator(f"#id_options-{number}-text").fill(text)
        page.locator(f"#id_options-{number}-remark").fill(remark)
    page.locator("#id_options-0-right").check()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Se det, uden at gemme").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Simpel kaution")
    expect(opened.value.get_by_text("Du har beskrevet selvskyldnerkaution.")).to_be_visible()
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Simpel kaution").first).to_be_visible()
    assert teacher.pk == Question.objects.get(title="Simpel kaution").owner_id
