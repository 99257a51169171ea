"""A teacher brings questions in and out in a browser, also without scripts and on the smallest screen."""

import re

import pytest
from playwright.sync_api import expect

from quizzes.models import Question

TEXT = (
    "::Regres::Hvad er regres? <b>Kort</b> {=Et krav#Ja. ~En rente}\n\n::Dage::Hvor mange dage? {#=14:1}\n\n"
    "::Brudt::Hvad? {=a\n\n" + "langtord" * 12 + "? {=ja ~nej#fordi}"
)


@pytest.mark.parametrize(("js", "width"), [(True, 1280), (False, 320)])
def test_questions_are_read_looked_at_and_saved(visit, axe, teacher, js, width):
    page = visit(teacher, js=js, width=width, expects="422")
    page.goto("/admin/quizzes/question/")
    page.get_by_role("link", name="Importér").click()
    page.get_by_role("button", name="Se spørgsmålene").click()
    expect(page.get_by_text("Vælg en fil, eller indsæt teksten")).to_be_visible()
    page.get_by_label("Eller indsæt teksten").fill(TEXT)
    page.get_by_role("button", name="Se spørgsmålene").click()
    expect(page.get_by_text("3 spørgsmål kan gemmes, og 1 kan ikke")).to_be_visible()
    expect(page.get_by_text("Linje 5:")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if js:
        axe(page)
    page.get_by_label("Dage").uncheck()
    page.get_by_role("button", name="Gem de valgte").click()
    expect(page.get_by_text("2 spørgsmål er læst ind som kladder")).to_be_visible()
    assert set(Question.objects.values_list("status", flat=True)) == {"draft"}


def test_while_a_file_is_read_and_saved_the_page_says_so(visit, teacher, axe):
    page = visit(teacher, width=320)
    page.goto("/admin/quizzes/question/importer/")
    page.get_by_label("Eller indsæt teksten").fill(TEXT)
    for button, said in (
        ("Se spørgsmålene", "Læser filen."),
        ("Gem de valgte", "Gemmer de valgte spørgsmål"),
    ):
        expect(page.locator(".sending[role=status]")).to_be_empty()
        # The page stays, so that it can be looked at.
        page.evaluate("() => { onsubmit = event => event.preventDefault() }")
        page.get_by_role("button", name=button).click()
        expect(page.locator(".sending")).to_contain_text(said)
        expect(page.get_by_role("progressbar", name=said)).to_be_visible()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate("onsubmit = null")
        page.get_by_role("button", name=button).click()
    expect(page.get_by_text("3 spørgsmål er læst ind som kladder")).to_be_visible()


def test_questions_are_chosen_looked_at_and_fetched(visit, axe, teacher, world):
    world.authored("quizzes_question", "draft")
    page = visit(teacher)
    page.goto("/admin/quizzes/question/")
    page.locator("input.action-select").first.check()
    page.get_by_label(re.compile("Handling")).select_option(label="Eksportér")
    page.get_by_role("button", name="Udfør").click()
    page.get_by_role("button", name="Se, hvad der følger med").click()
    expect(page.get_by_role("heading", name="Hvad der følger med")).to_be_focused()
    axe(page)
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hent filen").click()
    assert fetched.value.suggested_filename == "spoergsmaal.xml"
