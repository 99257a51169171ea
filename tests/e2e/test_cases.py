"""A case in a real browser: practised, handed in, and written by a teacher."""

import pytest
from playwright.sync_api import expect

from cases.models import Case, Walkthrough
from cases.start import start
from tests import factories


@pytest.fixture
def case(db):
    return factories.CaseFactory(title="Søsterens kaution", slug="soesterens-kaution")


def answer_all(page):
    """Answer the case with one slip: 180 days for six months."""
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("lov om finansiel virksomhed § 48")
    page.get_by_role("button", name="Gem svar").click()
    expect(page.locator(".verdict").first).to_contain_text("Rigtigt.")
    page.get_by_role("group", name="Er kautionen stillet").get_by_label("Ja").check()
    page.get_by_role("button", name="Gem svar").click()
    page.get_by_label("Hvilken dag kan banken senest underrette").fill("30/7-2026")
    page.get_by_role("button", name="Gem svar").click()
    expect(page.locator("main").get_by_text("Du har regnet 180 dage.")).to_be_visible()
    page.get_by_role("group", name="Fik kautionisten besked").get_by_label("Nej").check()
    page.get_by_role("button", name="Gem svar").click()
    page.get_by_label("Hvor meget af kravet").fill("62.800 kr.")
    page.get_by_label("Banken har tabt kravet").check()
    page.get_by_role("button", name="Gem svar").click()


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_student_practises_a_case_and_takes_a_new_variant(visit, student, case, js):
    page = visit(student, js=js)
    page.goto("/cases/")
    page.get_by_role("link", name="Søsterens kaution").click()
    page.get_by_role("button", name="Begynd").click()
    answer_all(page)
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("85 %")
    expect(page.get_by_text("Bogen og loven når ikke til det samme")).to_be_visible()
    expect(page.locator(".reading-pair")).to_contain_text("Gældende ret")
    page.get_by_role("link", name="Se besvarelsen").click()
    expect(page.locator("main").get_by_text("Du har regnet 180 dage.")).to_be_visible()
    page.get_by_role("link", name="Gå tilbage til sagen").click()
    page.get_by_role("button", name="Ny variant", exact=True).click()
    expect(page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?")).to_have_value("")
    assert Walkthrough.objects.filter(user=student).count() == 2


def test_what_cannot_be_read_takes_the_focus_and_a_verdict_does(desktop, student, case):
    page = desktop(student)
    page.goto(start(student, case).get_absolute_url())
    field = page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?")
    field.fill("ved ikke")
    field.press("Enter")
    expect(page.get_by_text("Skriv lov og paragraf")).to_be_visible()
    expect(field).to_be_focused()
    field.fill("FIL § 48")
    field.press("Enter")
    expect(page.locator(".verdict")).to_be_focused()


def test_an_aflevering_saves_itself_and_is_handed_in(desktop, student, case):
    page = desktop(student)
    page.goto(start(student, case, mode="aflevering").get_absolute_url())
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.keyboard.press("Tab")
    page.get_by_role("group", name="Er kautionen stillet").get_by_label("Ja").check()
    page.get_by_label("Hvilken dag kan banken senest underrette").fill("31-07-2026")
    page.keyboard.press("Tab")
    page.get_by_role("group", name="Fik kautionisten besked").get_by_label("Nej").check()
    amount = page.get_by_label("Hvor meget af kravet")
    amount.fill("tyve tusind")
    amount.press("Tab")
    expect(page.get_by_text("Ikke gemt: Beløbet skal være et tal")).to_be_visible()
    amount.fill("62.800")
    amount.press("Tab")
    expect(page.locator("form[id$=konklusion] .saved")).to_contain_text("Gemt kl.")
    page.reload()
    expect(amount).to_have_value("62.800")
    page.get_by_role("link", name="Aflever svar").click()
    expect(page.get_by_text("Der mangler svar")).to_be_visible()
    page.get_by_role("button", name="Aflever svar").click()
    expect(page.get_by_text("Besvarelsen er afleveret.")).to_be_visible()
    expect(page.locator(".is-right, .is-wrong")).to_have_count(0)


def test_typed_text_survives_that_another_answer_is_saved(desktop, student, case):
    page = desktop(student)
    page.goto(start(student, case).get_absolute_url())
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("GBL § 31")
    page.get_by_role("button", name="Gem svar").click()
    page.get_by_role("group", name="Er kautionen stillet").get_by_label("Ja").check()
    page.get_by_role("button", name="Gem svar").click()
    page.get_by_label("Hvilken dag kan banken senest underrette").fill("31. ju")
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.get_by_role("button", name="Ret svar på Hvilken bestemmelse").click()
    expect(page.locator(".verdict.is-right").first).to_be_visible()
    expect(page.get_by_label("Hvilken dag kan banken senest underrette")).to_have_value("31. ju")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pages_of_the_cases_are_accessible(visit, student, case, axe, width):
    page = visit(student, width=width, dark=width == 390)
    # Colours that are on their way from one to another have no contrast to measure.
    page.emulate_media(reduced_motion="reduce")
    for address in ("/cases/", case.get_absolute_url()):
        page.goto(address)
        axe(page)
    walk = start(student, case)
    page.goto(walk.get_absolute_url())
    axe(page)
    answer_all(page)
    expect(page.locator(".asking .btn-primary")).to_have_count(0)
    axe(page)
    page.goto(f"{walk.get_absolute_url()}resultat/")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_teacher_writes_a_case_and_sees_what_the_law_says(desktop, teacher, axe):
    page = desktop(teacher)
    page.goto("/admin/cases/case/add/")
    page.get_by_label("Titel").fill("Mosterens kaution")
    page.get_by_label("Emne:").select_option("underretning")
    expect(page.get_by_label("Dag for misligholdelse")).not_to_have_value("")
    outcome = page.get_by_role("region", name="Sådan afgøres sagen")
    expect(outcome).to_contain_text("Det læser den studerende")
    page.get_by_label("Dag for misligholdelse").fill("31-01-2026")
    page.get_by_label("Dag for underretning").fill("1-1-2026")
    page.get_by_label("Dag for krav").fill("15-09-2026")
    page.keyboard.press("Tab")
    expect(outcome).to_contain_text("Dag for underretning: ")
    page.get_by_label("Dag for underretning").fill("15-09-2026")
    page.keyboard.press("Tab")
    expect(outcome).to_contain_text("Banken har tabt kravet")
    axe(page)
    page.get_by_label("Status").select_option("published")
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.get_by_text("Mosterens kaution").first).to_be_visible()
    assert Case.objects.get().questions.get().expected["pensum"] == "KRAV_TABT_FOR_MISLIGHOLDT_DEL"


def test_a_teacher_writes_a_case_without_scripts(no_js, teacher):
    page = no_js(teacher)
    page.goto("/admin/cases/case/add/")
    page.get_by_label("Titel").fill("Mosterens kaution")
    page.get_by_label("Emne:").select_option("underretning")
    page.get_by_role("button", name="Vis afgørelse").click()
    expect(page.get_by_label("Dag for misligholdelse")).not_to_have_value("")
    page.get_by_label("Fortælling:").fill(
        "{@kautionist} hører om restancen fra {misligholdt} den {underrettet}."
    )
    page.get_by_role("button", name="Vis afgørelse").click()
    expect(page.get_by_text("Det læser den studerende")).to_be_visible()
    page.get_by_role("button", name="Gem", exact=True).click()
    assert Case.objects.get().slug == "mosterens-kaution"
