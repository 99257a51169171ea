"""The teacher gives more time, sets points, reads and takes home the gradebook; the student sees what came of it."""

import os
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories

WHY = "Spørgsmål 2 kunne læses på to måder."
PICTURES = os.environ.get("PICTURES_OF_THE_GRADEBOOK")


def picture(page, name):
    """Kept where a person wants to look at the pages."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def holds(page, axe):
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_teacher_extends_sets_points_and_exports_and_the_student_sees(
    visit, teacher, student, course, axe, tmp_path, width
):
    due = timezone.now() - timedelta(hours=2)
    fields = {"opens_at": due - timedelta(days=9), "due_at": due, "late_policy": "per_day"}
    work = factories.AssignmentFactory(course=course, title="Uge 48", **fields)
    for number in range(12):
        factories.MembershipFactory(course=course, user__name=f"Person Nummer {number}")
        factories.AssignmentFactory(course=course, title=f"Opgave {number} om kaution og regres")
    factories.SubmissionFactory(assignment=work, user=student, handed_in=True)

    # It is late; with more time it is not.
    desk = visit(teacher, width=width)
    desk.goto(course.get_absolute_url())
    desk.get_by_role("link", name="Uge 48").click()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("Afleveret for sent")
    desk.get_by_role("link", name="Giv mere tid").click()
    holds(desk, axe)
    picture(desk, f"frister-{width}")
    desk.get_by_label("Signe Holm").check()
    desk.get_by_role("button", name="Giv mere tid").click()
    expect(desk.get_by_text("Skriv en ny frist, et antal dage")).to_be_visible()
    expect(desk.get_by_label("Signe Holm")).to_be_checked()
    expect(desk.get_by_label("Ny frist")).to_be_focused()
    desk.get_by_label("Eller så mange dage mere").fill("2")
    desk.get_by_role("button", name="Giv mere tid").click()
    expect(desk.get_by_text("Én studerende har fået mere tid.")).to_be_visible()
    desk.get_by_role("link", name="Uge 48").click()
    expect(desk.get_by_role("row", name="Signe Holm")).not_to_contain_text("Afleveret for sent")

    # The points are set by hand, from the gradebook and with the keyboard alone.
    desk.goto(course.get_absolute_url())
    desk.get_by_role("link", name="Se karakterer").click()
    holds(desk, axe)
    picture(desk, f"karakterer-{width}")
    cell = desk.get_by_role("row", name="Signe Holm").get_by_role("link").first
    cell.focus()
    desk.keyboard.press("Enter")
    desk.get_by_label("Point (0 til 100)").fill("62,5")
    desk.get_by_role("button", name="Gem point").click()
    expect(desk.get_by_text("Skriv, hvorfor pointene ændres.")).to_be_visible()
    expect(desk.get_by_label("Point (0 til 100)")).to_have_value("62,5")
    desk.get_by_label("Begrundelse").fill(WHY)
    desk.get_by_role("button", name="Gem point").click()
    expect(desk.get_by_text("0 → 62,5 point")).to_be_visible()
    holds(desk, axe)
    picture(desk, f"point-{width}")

    # The student reads nothing of it before the release.
    own = visit(student, width=width)
    own.goto(work.get_absolute_url())
    expect(own.get_by_text("Din egen frist")).to_be_visible()
    expect(own.get_by_text(WHY)).to_have_count(0)

    # The gradebook is sorted, narrowed and taken home.
    desk.goto(f"{course.get_absolute_url()}karakterer/")
    desk.get_by_role("link", name="Sum", exact=True).click()
    expect(desk.locator("tbody th").first).to_have_text("Signe Holm")
    expect(desk.locator("th[aria-sort=descending]")).to_contain_text("Sum")
    desk.get_by_role("link", name="Mangler", exact=True).click()
    expect(desk.get_by_role("row", name="Signe Holm")).to_have_count(0)
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Hent som Excel").click()
    coming.value.save_as(tmp_path / "karakterer.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "karakterer.xlsx").active
    marks = {row[0]: row[2] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert marks["Signe Holm"] == 62.5

    desk.goto(f"{course.get_absolute_url()}afleveringer/{work.uuid}/frigiv/")
    desk.get_by_role("button", name="Frigiv resultater").click()
    own.reload()
    expect(own.get_by_text("62,5 af 100 point")).to_be_visible()
    expect(own.get_by_text(WHY)).to_be_visible()
    holds(own, axe)
    picture(own, f"studerende-{width}")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_teacher_makes_categories_and_the_gradebook_stands_by_them(
    visit, teacher, student, course, axe, width
):
    for number in range(25):
        factories.MembershipFactory(course=course, user__name=f"Person Nummer {number}")
    for number in range(3):
        work = factories.AssignmentFactory(course=course, title=f"Quiz {number + 1}", release="at_once")
        factories.SubmissionFactory(assignment=work, user=student, handed_in=True)
        sag = factories.AssignmentFactory(course=course, title=f"Sag {number + 1} om kaution og regres")

    desk = visit(teacher, width=width)
    desk.goto(f"{course.get_absolute_url()}karakterer/")
    desk.get_by_role("link", name="Kategorier og vægt").click()
    for name, weight in (
        ("Quizzer", "120"),
        ("Quizzer", "40"),
        ("Større sager med skriftlig begrundelse", "50"),
    ):
        desk.get_by_label("Kategoriens navn").fill(name)
        desk.get_by_label("Vægt (%)").fill(weight)
        desk.get_by_role("button", name="Opret kategori").click()
        if weight == "120":
            expect(desk.get_by_text("Skriv højst 100 %.")).to_be_visible()
    expect(desk.get_by_role("row", name="Uden kategori")).to_contain_text("10 %")
    for work in ("Quiz 1", "Quiz 2", sag.title):
        desk.get_by_role("link", name=work, exact=True).click()
        kind = "Quizzer" if work.startswith("Quiz") else "Større sager med skriftlig begrundelse"
        desk.get_by_label("Kategori", exact=True).select_option(label=kind)
        desk.get_by_role("button", name="Gem ændringer").click()
        desk.goto(f"{course.get_absolute_url()}karakterer/kategorier/")
    expect(desk.get_by_role("row", name="Quizzer")).to_contain_text("Quiz 2")
    holds(desk, axe)
    picture(desk, f"kategorier-{width}")

    # The headings of both rows and the names stay in sight; a subtotal sorts with the keyboard.
    desk.get_by_role("link", name="Karakterer", exact=True).first.click()
    holds(desk, axe)
    picture(desk, f"karakterer-kategorier-{width}")
    desk.get_by_role("link", name="I alt i Quizzer").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("th[aria-sort=descending]")).to_contain_text("I alt")
    expect(desk.locator("tbody th").first).to_have_text("Signe Holm")
    window = desk.get_by_role("region", name="Karakterer på holdet")
    window.evaluate("one => { one.scrollTop = 400; one.scrollLeft = 300 }")
    picture(desk, f"karakterer-rullet-{width}")
    edges = "one => [one.getBoundingClientRect().left, one.getBoundingClientRect().top]"
    left, top = window.evaluate(edges)
    heading, name = desk.locator("thead tr").first, desk.locator("tbody th").nth(15)
    assert abs(heading.evaluate(edges)[1] - top) < 3
    assert abs(name.evaluate(edges)[0] - left) < 3

    own = visit(student, width=width)
    own.goto("/afleveringer/")
    own.get_by_role("link", name="resultater og vægt").click()
    expect(own.get_by_text("Vejer 40 %")).to_be_visible()
    holds(own, axe)
    picture(own, f"egne-resultater-{width}")
