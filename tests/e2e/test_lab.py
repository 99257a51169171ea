"""Regellab and a calculator in a real browser: with scripts, without them, and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

SCRIPTS = pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])


@SCRIPTS
def test_a_student_predicts_sees_the_way_and_turns_it_with_one_click(visit, student, axe, js):
    page = visit(student, js=js)
    page.goto("/regler/underretning/")
    page.get_by_label("Dag for misligholdelse").fill("31-01-2026")
    page.get_by_label("Dag for underretning").fill("15/9-2026")
    page.get_by_label("Dag for krav mod kautionisten").fill("15-09-2026")
    page.get_by_role("radio", name="Banken har tabt kravet").check()
    page.get_by_role("button", name="Vis afgørelsen").click()

    expect(page.get_by_role("heading", name="Afgørelsen", exact=True)).to_be_visible()
    expect(page.locator(".lab-answer .verdict")).to_contain_text("Rigtigt efter bogen.")
    expect(page.locator(".diagram .is-taken").first).to_be_attached()
    if js:
        expect(page.get_by_role("heading", name="Afgørelsen", exact=True)).to_be_focused()
        expect(page.get_by_role("status")).to_contain_text("Banken har tabt kravet")
        axe(page)

    page.get_by_role("button", name="Ret til 31. juli 2026 (Dag for underretning, pensum)").click()
    expect(page.get_by_label("Dag for underretning")).to_have_value("31-07-2026")
    expect(page.locator(".lab-answer")).to_contain_text("Du har rettet én oplysning")
    expect(page.locator(".lab-answer")).to_contain_text("krav mod kautionisten er i behold")
    expect(page).to_have_url(re.compile("aendr=underrettet"))


@SCRIPTS
def test_what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(visit, student, js):
    page = visit(student, js=js)
    page.goto("/regler/underretning/")
    page.get_by_label("Dag for underretning").fill("i går")
    page.get_by_label("Misligholdt beløb").fill("12.345")
    page.get_by_role("radio", name="Bankens krav mod kautionisten er i behold").check()
    page.get_by_role("button", name="Vis afgørelsen").click()

    field = page.get_by_label("Dag for underretning")
    expect(page.get_by_text("Skriv datoen som dag-måned-år")).to_be_visible()
    expect(field).to_have_value("i går")
    expect(field).to_be_focused()
    expect(page.get_by_label("Misligholdt beløb")).to_have_value("12.345")
    expect(page.get_by_role("radio", name="Bankens krav mod kautionisten er i behold")).to_be_checked()


@SCRIPTS
def test_a_new_variant_is_drawn_and_its_answer_is_hidden(visit, student, js):
    page = visit(student, js=js)
    page.goto("/regler/underretning/")
    story = page.locator(".facts").inner_text()
    page.get_by_role("button", name="Vis afgørelsen").click()
    expect(page.get_by_role("heading", name="Afgørelsen", exact=True)).to_be_visible()
    page.get_by_role("button", name="Ny variant nær grænsen").click()
    expect(page.get_by_role("heading", name="Afgørelsen", exact=True)).to_have_count(0)
    expect(page).to_have_url(re.compile("naer=ja"))
    expect(page.locator(".facts")).not_to_have_text(story)


@SCRIPTS
def test_two_offers_are_compared_and_the_plan_is_taken_home(visit, student, js):
    page = visit(student, js=js)
    page.goto("/beregnere/")
    page.get_by_role("link", name="ÅOP for to lånetilbud").click()
    expect(page.get_by_text("Tilbud A er billigst.")).to_be_visible()

    page.get_by_label("Rente om året, tilbud A").fill("8,5")
    if js:
        page.get_by_label("Løbetid, tilbud A").focus()
    else:
        page.get_by_role("button", name="Beregn").click()
    expect(page.locator(".calculator-outcome")).to_contain_text("Tilbud B er billigst.")
    expect(page.get_by_role("table", name="Sådan er ÅOP sat sammen")).to_contain_text("8,50")
    if js:
        expect(page.get_by_label("Løbetid, tilbud A")).to_be_focused()

    with page.expect_download() as download:
        page.get_by_role("link", name="Hent tilbud A måned for måned").click()
    assert download.value.suggested_filename == "aop-tilbud-a.csv"
    assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbfM\xc3\xa5ned;Ydelse;")


@SCRIPTS
def test_a_number_that_cannot_be_read_keeps_the_form(visit, student, js):
    page = visit(student, js=js)
    page.goto("/beregnere/foertidig-indfrielse/")
    page.get_by_label("Hovedstol").fill("300.00")
    page.get_by_role("button", name="Beregn").click()
    expect(page.get_by_text("Mener du 300,00 eller 30000?")).to_be_visible()
    expect(page.get_by_label("Hovedstol")).to_have_value("300.00")


@pytest.mark.parametrize("slug", ["aop", "foertidig-indfrielse", "kautionsfrister", "raadighedsbeloeb"])
def test_a_calculator_fits_a_phone_in_the_dark(phone, student, axe, slug):
    page = phone(student, dark=True)
    page.goto(f"/beregnere/{slug}/")
    expect(page.locator(".calculator-result svg:visible").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(page)
