"""What comes after the answer, in a real browser: one fact changed, and the case built the other way round."""

import pytest
from playwright.sync_api import expect

from cases import answering
from cases.models import Building
from cases.start import start
from tests import factories

LOST, KEPT = "KRAV_TABT_FOR_MISLIGHOLDT_DEL", "KRAV_I_BEHOLD"
WIDTHS = pytest.mark.parametrize("width", [390, 1280])
SCRIPTS = pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture
def known(db, student):
    """A case that the student knows the end of."""
    case = factories.CaseFactory(
        title="Søsterens kaution",
        slug="soesterens-kaution",
        reverse=[{"question": "q1", "pensum": LOST, "gaeldende_ret": KEPT}],
        questions=[{"key": "q1"}],
    )
    walkthrough = start(student, case)
    answering.show_solution(walkthrough)
    return walkthrough


def fits(page):
    """Nothing is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@WIDTHS
@SCRIPTS
def test_a_student_builds_a_case_with_a_wrong_try_first(visit, student, known, axe, width, js):
    page = visit(student, width=width, js=js)
    page.goto("/cases/soesterens-kaution/byg/")
    page.get_by_role("link", name="Opgave 1").click()
    expect(page.get_by_text("Bogen skal sige")).to_be_visible()

    page.get_by_label("Dag for underretning").fill("i går")
    page.get_by_role("button", name="Prøv oplysningerne").click()
    expect(page.get_by_text("Skriv datoen som dag-måned-år")).to_be_visible()
    expect(page.get_by_label("Dag for underretning")).to_have_value("i går")
    expect(page.get_by_label("Dag for underretning")).to_be_focused()

    page.get_by_label("Dag for underretning").fill("01-08-2026")
    page.get_by_role("button", name="Prøv oplysningerne").click()
    expect(page.locator(".verdict")).to_contain_text("1 af 2 ønsker opfyldt")
    expect(page.locator(".wishes")).to_contain_text("Her går vejen et andet sted hen:")
    expect(page.locator("#fortaelling")).to_contain_text("1. august 2026")
    assert fits(page)
    if js:
        expect(page.locator(".verdict")).to_be_focused()
        axe(page)

    page.get_by_text("Flere oplysninger, som fortællingen ikke nævner").click()
    page.get_by_label("Hvem har ydet lånet?").select_option(label="en anden långiver")
    page.get_by_role("button", name="Prøv oplysningerne").click()
    expect(page.locator(".verdict")).to_contain_text("2 af 2 ønsker opfyldt. Opgaven er løst.")
    assert fits(page)
    assert Building.objects.get().tries == 2
    page.get_by_role("link", name="Se alle opgaver").click()
    expect(page.get_by_text("Løst ")).to_be_visible()


@WIDTHS
@SCRIPTS
def test_a_student_changes_one_fact_predicts_and_sees(visit, student, known, axe, width, js):
    page = visit(student, width=width, js=js)
    page.goto(f"{known.get_absolute_url()}hvad-nu-hvis/")
    page.get_by_label("Oplysning", exact=True).focus()
    page.get_by_label("Oplysning", exact=True).select_option(label="Dag for underretning")
    if not js:
        page.get_by_role("button", name="Vælg oplysning").click()
    field = page.get_by_label("Dag for underretning")
    expect(field).to_have_value("15-09-2026")
    assert fits(page)
    if js:
        expect(page.get_by_label("Oplysning", exact=True)).to_be_focused()
        axe(page)
    field.fill("31-07-2026")
    page.get_by_role("button", name="Vis afgørelsen").click()
    expect(page.get_by_text("Vælg det resultat, du venter.")).to_be_visible()
    expect(field).to_have_value("31-07-2026")

    page.get_by_role("radio", name="Banken har tabt kravet").check()
    page.get_by_role("button", name="Vis afgørelsen").click()
    expect(page.locator(".verdict")).to_contain_text("Du har svaret: Banken har tabt kravet")
    expect(page.locator("main")).to_contain_text("Her skilles vejene: Fik kautionisten besked")
    assert fits(page)
    if js:
        expect(page.get_by_role("heading", name="Din ændring")).to_be_focused()
        axe(page)
    page.get_by_role("link", name="Prøv en anden ændring").click()
    expect(page.get_by_label("Dag for underretning")).to_have_value("15-09-2026")
