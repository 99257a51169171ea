"""A teacher sets an assignment of two items with two tries, and a student takes it."""

import pytest
from playwright.sync_api import expect

from tests import factories

WIDEST = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def content(db):
    """A case, a quiz whose questions the rules make, and a section to read."""
    factories.CaseFactory(title="Mosterens kaution")
    factories.QuizFactory(title="Kaution fra A til Å")
    return factories.SectionFactory(title="Om kaution", chapter__slug="kaution")


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_two_items_and_two_tries_from_the_form_to_the_result(
    visit, axe, teacher, student, course, content, js
):
    desk = visit(teacher, js=js)
    desk.goto(f"{course.get_absolute_url()}afleveringer/ny/")
    desk.get_by_label("Titel").fill("Uge 49")
    desk.get_by_label("Case eller quiz").select_option(label="Mosterens kaution")
    desk.get_by_role("button", name="Tilføj en del").click()
    first, second = (desk.get_by_role("group", name=f"Del {number}") for number in (1, 2))
    expect(second).to_be_visible()
    expect(desk.get_by_label("Titel")).to_have_value("Uge 49")
    first.get_by_label("Vægt").fill("3")
    second.get_by_label("Case eller quiz").select_option(label="Kaution fra A til Å")
    desk.get_by_role("textbox", name="Frist").fill("31-12-2099 kl. 12.00")
    desk.get_by_label("Antal forsøg").fill("2")
    desk.get_by_label("Resultatet vises").select_option("at_once")
    if js:
        axe(desk)
    desk.get_by_role("button", name="Opret aflevering").click()
    expect(desk.get_by_text("kender de studerende svarene")).to_be_visible()
    desk.get_by_label("Variant").select_option("own")
    desk.get_by_role("button", name="Opret aflevering").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Uge 49")

    # As the students will see it.
    desk.get_by_role("link", name="Se opgaven, som de studerende gør").click()
    expect(
        desk.get_by_text("»Mosterens kaution« vejer 75 % og »Kaution fra A til Å« vejer 25 %")
    ).to_be_visible()
    expect(desk.get_by_role("button", name="Begynd casen")).to_be_disabled()
    if js:
        axe(desk)
    desk.go_back()

    # The student works on the quiz, hands it in, and tries it once more.
    phone = visit(student, width=390, js=js)
    phone.goto("/afleveringer/")
    phone.get_by_role("link", name="Uge 49").click()
    expect(phone.get_by_text("Du har 2 forsøg; det bedste tæller.")).to_be_visible()
    if js:
        axe(phone)
    phone.get_by_role("button", name="Begynd quizzen").click()
    hand_in_quiz(phone)
    expect(phone.get_by_text("Foreløbigt resultat.")).to_be_visible()
    phone.get_by_role("button", name="Begynd forsøg 2").click()
    hand_in_quiz(phone)
    expect(phone.get_by_text("Du har brugt alle 2 forsøg.")).to_be_visible()
    phone.get_by_role("button", name="Begynd casen").click()
    expect(phone.get_by_role("link", name="Uge 49")).to_be_visible()
    phone.get_by_role("link", name="Uge 49").click()
    expect(phone.get_by_role("link", name="Fortsæt casen")).to_be_visible()
    assert phone.evaluate(WIDEST)

    desk.reload()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("Begyndt")


def hand_in_quiz(page):
    """Nothing answered, handed in, and back to the assignment."""
    page.goto(f"{page.url.split('/1/')[0].rstrip('/')}/aflever/")
    page.get_by_role("button", name="Aflever").click()
    page.get_by_role("link", name="Tilbage til Uge 49").click()
