"""An argument in own words: written and handed in, marked by the teacher, shown, read and printed."""

import re

import pytest
from playwright.sync_api import expect

from cases.models import Walkthrough
from courses.begin import begin
from tests import factories

TEXT = "Banken skulle have skrevet senest den 31. juli 2026, og det gjorde den ikke."


@pytest.fixture
def case(db):
    return factories.CaseFactory(
        title="Søsterens kaution",
        weight_argument=20,
        rubric=[{"title": "Skriver klart", "points": 2}],
        questions=[{"key": "q1"}],
    )


@pytest.fixture
def submission(student, course, case):
    return begin(student, factories.AssignmentFactory(course=course, case=case, title="Uge 48"))


def test_a_student_writes_a_teacher_marks_and_the_student_reads(
    visit, submission, student, teacher, course, axe
):
    page = visit(student, width=390)
    page.goto(submission.walkthrough.get_absolute_url())
    field = page.get_by_label("Din begrundelse")
    receipt = page.locator("#kvittering-begrundelse")
    field.press_sequentially(TEXT[:40])
    expect(receipt).to_contain_text("Gemt kl.")
    expect(field).to_be_focused()
    field.press_sequentially(TEXT[40:])
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.keyboard.press("Tab")
    expect(page.get_by_role("group", name="Er kautionen stillet")).to_be_visible()
    expect(field).to_have_value(TEXT)
    page.get_by_role("button", name="Gem begrundelse").click()
    expect(receipt).to_contain_text("Gemt kl.")
    page.emulate_media(reduced_motion="reduce")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("group", name="Er kautionen stillet").get_by_label("Ja").check()
    expect(page.get_by_label("Hvilken dag kan banken senest underrette")).to_be_visible()
    page.reload()
    expect(field).to_have_value(TEXT)
    page.get_by_role("link", name="Aflever svar").click()
    page.get_by_role("button", name="Aflever svar").click()
    expect(page.get_by_text("Begrundelsen venter på din underviser.")).to_be_visible()
    expect(page.get_by_text("Nævner reglen")).to_have_count(0)

    desk = visit(teacher)
    desk.goto(f"{course.get_absolute_url()}afleveringer/{submission.assignment.uuid}/")
    desk.get_by_role("link", name="Bedøm begrundelser").click()
    expect(desk.get_by_text("1 af 1 venter på din bedømmelse.")).to_be_visible()
    desk.get_by_role("link", name="Signe Holm").click()
    expect(desk.get_by_text(TEXT)).to_be_visible()
    expect(desk.get_by_text("Bevist i jus.")).to_be_visible()
    desk.emulate_media(reduced_motion="reduce")
    axe(desk)
    desk.get_by_label("Kommentar til den studerende").fill("Hvad taler imod?")
    desk.get_by_role("button", name="Gem", exact=True).click()
    expect(desk.locator(".invalid-feedback").first).to_contain_text(
        "Vælg et niveau, eller skriv point fra 0 til 2."
    )
    expect(desk.get_by_label("Kommentar til den studerende")).to_have_value("Hvad taler imod?")
    axe(desk)
    for one in desk.get_by_label("Point (0 til 2)").all():
        one.fill("1,5")
    desk.get_by_role("button", name="Gem, og gå til næste").click()
    expect(desk.get_by_text("Alle 1 er bedømt.")).to_be_visible()
    axe(desk)
    desk.goto(f"{course.get_absolute_url()}afleveringer/{submission.assignment.uuid}/frigiv/")
    desk.get_by_role("button", name="Frigiv resultater").click()
    assert Walkthrough.objects.get(pk=submission.walkthrough_id).marks["argument"] == 0.75

    page.reload()
    expect(page.get_by_text("Hvad taler imod?")).to_be_visible()
    expect(page.get_by_text("1,5 af 2").first).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Udskriv kvittering").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Søsterens kaution")
    expect(page.locator(".checksum")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_tabs_overwrite_nothing_unseen(visit, submission, student):
    first, second = visit(student), visit(student)
    for page in (first, second):
        page.goto(submission.walkthrough.get_absolute_url())
    first.get_by_label("Din begrundelse").fill("Fra den ene fane.")
    expect(first.locator("#kvittering-begrundelse")).to_contain_text("Gemt kl.")
    second.get_by_label("Din begrundelse").fill("Fra den anden fane.")
    expect(second.locator("#kvittering-begrundelse")).to_contain_text("for at se begge")
    second.get_by_role("button", name="Gem begrundelse").click()
    expect(second.get_by_text("Fra den ene fane.")).to_be_visible()
    expect(second.get_by_label("Din begrundelse")).to_have_value("Fra den anden fane.")
    assert Walkthrough.objects.get(pk=submission.walkthrough_id).argument == "Fra den ene fane."
    second.get_by_role("button", name="Gem begrundelse").click()
    expect(second.locator("#kvittering-begrundelse")).to_contain_text("Gemt kl.")
    assert Walkthrough.objects.get(pk=submission.walkthrough_id).argument == "Fra den anden fane."


def test_without_scripts_it_is_written_and_saved(no_js, submission, student):
    page = no_js(student)
    page.goto(submission.walkthrough.get_absolute_url())
    page.get_by_label("Din begrundelse").fill(TEXT)
    page.get_by_role("button", name="Gem begrundelse").click()
    expect(page.get_by_label("Din begrundelse")).to_have_value(TEXT)
    expect(page.locator("#kvittering-begrundelse")).to_contain_text("Gemt kl.")
