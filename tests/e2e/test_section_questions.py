"""Questions in the text of a section, in a real browser: by keyboard, on a phone and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from quizzes.in_text import Ticket
from quizzes.models import Response
from tests import factories

BODY = """Først en regel.

:::question underretning kind=sidste_frist
:::

## Så en til

:::question kautionstype
:::
"""


@pytest.fixture
def section(db):
    return factories.SectionFactory(body=BODY, title="Besked")


def key_of(card, student, right):
    """The key of a right or wrong option of the question that the card asks."""
    signed = re.search(r"/oev/i-teksten/([^/]+)/", card.locator("form").get_attribute("action"))[1]
    options = Ticket.read(signed, student).item().data["options"]
    return next(option["key"] for option in options if option["right"] is right)


def choose_by_keyboard(page, card, key):
    """Tab to the options, go to the one with this key by the arrows, and send with Enter."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if card.locator("input[type=radio]:focus").count():
            break
    for _ in range(8):
        focused = card.locator("input[type=radio]:focus")
        if focused.get_attribute("value") == key and focused.is_checked():
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_wrong_answer_and_then_a_right_one_by_keyboard_alone(visit, student, section, axe):
    page = visit(student, width=390, height=844)
    page.goto(section.get_absolute_url())
    card = page.locator("#spm-1")
    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")

    choose_by_keyboard(page, card, key_of(card, student, right=False))
    verdict = card.locator(".feedback .verdict")
    expect(verdict).to_be_focused()
    expect(verdict).to_contain_text("Forkert.")
    expect(verdict.get_by_role("link").first).to_be_visible()
    axe(page)

    for _ in range(12):
        page.keyboard.press("Tab")
        if card.get_by_role("link", name="Få et nyt spørgsmål").evaluate(
            "link => link === document.activeElement"
        ):
            break
    page.keyboard.press("Enter")
    expect(card.locator(".card-name")).to_be_focused()
    choose_by_keyboard(page, card, key_of(card, student, right=True))
    expect(verdict).to_contain_text("Rigtigt.")
    assert list(Response.objects.values_list("points", flat=True)) == [0, 1]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_choice_leads_to_the_options_and_the_other_question_stays(visit, student, section):
    page = visit(student)
    page.goto(section.get_absolute_url())
    second = page.locator("#spm-2").inner_html()
    page.locator("#spm-1").get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator("#spm-1").get_by_text("Vælg et svar.")).to_be_visible()
    expect(page.locator("#spm-1").get_by_role("radio").first).to_be_focused()
    assert page.locator("#spm-2").inner_html() == second


def test_without_scripts_the_answer_has_a_page_that_leads_back(no_js, student, section):
    page = no_js(student)
    page.goto(section.get_absolute_url())
    card = page.locator("#spm-2")
    card.get_by_role("radio").first.check()
    card.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_contain_text(re.compile(r"Rigtigt\.|Forkert\."))
    page.get_by_role("link", name="Få et nyt spørgsmål").click()
    expect(page.get_by_role("button", name="Svar på spørgsmålet")).to_be_visible()
    page.get_by_role("link", name="Tilbage til afsnittet").click()
    expect(page).to_have_url(re.compile(r"#spm-2$"))
    assert Response.objects.count() == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_a_section_with_questions(visit, student, section, axe, dark):
    page = visit(student, dark=dark)
    page.goto(section.get_absolute_url())
    axe(page)
    card = page.locator("#spm-1")
    page.goto(card.locator("form").get_attribute("action"))
    axe(page)
