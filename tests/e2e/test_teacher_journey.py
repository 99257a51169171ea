"""The teacher's whole way: write a case, set it, see it solved, show the results, take them home."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from cases.models import Case
from tests.factories import CaseFactory

STORY = """{@kautionist} har kautioneret for {@laantager} i {@bank}. Den {misligholdt} udebliver en ydelse.
[underrettet: Den {underrettet} skriver banken til {@kautionist}. | Banken skriver ikke til {@kautionist}.]
Den {kraevet} kræver banken {misligholdt_beloeb}."""
FACTS = {
    "Dag for misligholdelse": "31-01-2026",
    "Dag for underretning": "15-09-2026",
    "Dag for krav": "20-09-2026",
    "Misligholdt beløb": "62.800",
}


def write_a_case(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Cases", exact=True).last.click()
    page.get_by_role("link", name="Tilføj case").first.click()
    page.get_by_label("Titel").fill("Mosterens kaution")
    page.get_by_label("Emne:").select_option(label="Underretning af kautionisten")
    expect(page.get_by_label("Dag for misligholdelse")).not_to_have_value("")
    page.get_by_label("Fortælling:").fill(STORY)
    for label, value in FACTS.items():
        page.get_by_label(label).fill(value)


def test_a_teacher_writes_a_case_sets_it_and_reads_the_results(visit, teacher, student, course, tmp_path):
    desk = visit(teacher)
    write_a_case(desk)

    # Impossible facts are refused beside the field, and nothing that was typed is lost.
    desk.get_by_label("Dag for underretning").fill("01-01-2026")
    desk.get_by_role("button", name="Gem", exact=True).click()
    wrong = desk.locator(".case-fact.errors")
    expect(wrong).to_contain_text("Dag for underretning")
    expect(desk.get_by_label("Titel")).to_have_value("Mosterens kaution")
    assert not Case.objects.exists()
    desk.get_by_label("Dag for underretning").fill("15-09-2026")

    # Both readings and the student's view stand beside the form as it is.
    desk.keyboard.press("Tab")
    outcome = desk.get_by_role("region", name="Sådan afgøres sagen")
    expect(outcome).to_contain_text("Banken har tabt kravet")
    expect(outcome).to_contain_text("Gældende ret")
    expect(outcome).to_contain_text("31. januar 2026")
    with desk.expect_popup() as opened:
        desk.get_by_role("button", name="Se det, uden at gemme").click()
    expect(opened.value.locator("main")).to_contain_text("har kautioneret for")
    opened.value.close()
    desk.get_by_label("Status").select_option("published")
    desk.get_by_role("button", name="Gem", exact=True).click()
    expect(desk.get_by_role("link", name="Mosterens kaution").first).to_be_visible()

    # Set as an assignment.
    desk.goto(f"{course.get_absolute_url()}afleveringer/ny/")
    desk.get_by_label("Titel").fill("Uge 48")
    desk.get_by_label("Case eller quiz").select_option(label="Mosterens kaution")
    desk.get_by_role("textbox", name="Frist").fill("31-12-2099 kl. 12.00")
    desk.get_by_role("button", name="Opret aflevering").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Uge 48")

    # Solved by a student of hers, who sees no verdict yet.
    phone = visit(student, width=390)
    phone.goto("/afleveringer/")
    phone.get_by_role("link", name="Uge 48").click()
    phone.get_by_role("button", name="Begynd opgaven").click()
    solve(phone)
    phone.get_by_role("link", name="Aflever svar").click()
    phone.get_by_role("button", name="Aflever svar").click()
    expect(phone.get_by_text("Besvarelsen er afleveret.")).to_be_visible()
    expect(phone.locator(".is-right, .is-wrong")).to_have_count(0)

    # The results: seen, released, taken home.
    desk.reload()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("100 af 100")
    desk.get_by_role("link", name="Frigiv resultater").click()
    desk.get_by_role("button", name="Frigiv resultater").click()
    phone.reload()
    expect(phone.get_by_role("heading", name="Resultat")).to_contain_text("100 %")
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Hent som CSV").click()
    coming.value.save_as(tmp_path / "resultater.csv")
    lines = (tmp_path / "resultater.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines, delimiter=";"))
    assert [(row["Navn"], row["Point"]) for row in rows] == [("Signe Holm", "100")]


def solve(page: Page) -> None:
    """Every answer right; each is saved as it is left."""
    facts = page.get_by_role("group", name="Hvilke oplysninger har betydning for svaret?")
    for label in ("Dag for mislig", "Dag for under", "Dag for krav", "Misligholdt beløb"):
        facts.get_by_label(label).check()
    expect(page.locator("form[id$=faktum] .saved")).to_contain_text("Gemt kl.")
    page.get_by_role("button", name="Gem på ").first.click()
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.keyboard.press("Tab")
    page.get_by_role("group", name="Er kautionen stillet uden for erhvervsforhold").get_by_label("Ja").check()
    page.get_by_label("Hvilken dag kan banken senest underrette").fill("31-07-2026")
    page.keyboard.press("Tab")
    page.get_by_role("group", name="Fik kautionisten besked").get_by_label("Nej").check()
    page.get_by_label("Hvor meget af kravet").fill("62.800")
    page.keyboard.press("Tab")
    expect(page.locator("form[id$=konklusion] .saved")).to_contain_text("Gemt kl.")
    with page.expect_response(re.compile("/svar/")):
        page.get_by_label("Banken har tabt kravet mod kautionisten").check()


@pytest.mark.parametrize("role", ["co_teacher", "other_teacher"])
def test_nobody_else_can_change_the_case(visit, request, teacher, role):
    case = CaseFactory(owner=teacher, title="Mosterens kaution")
    page = visit(request.getfixturevalue(role))
    page.goto(f"/admin/cases/case/{case.pk}/change/")
    expect(page.get_by_role("button", name="Gem", exact=True)).to_have_count(0)
