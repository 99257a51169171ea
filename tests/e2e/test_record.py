"""The teacher takes the marks home, changes them in the file and brings them back; the record and the receipt tell."""

import csv
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests import factories

WHY = "Mundtlig overhøring den 20. november."
PICTURES = os.environ.get("PICTURES_OF_THE_RECORD")


def picture(page, name):
    """Kept where a person wants to look at the pages."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def holds(page, axe):
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_marks_come_back_in_a_file_and_all_of_it_is_on_record(visit, teacher, student, course, axe, width):
    work = factories.AssignmentFactory(
        course=course, title="Uge 48", due_at=timezone.now() + timedelta(days=7)
    )
    factories.SubmissionFactory(assignment=work, user=student, handed_in=True)
    for name in ("Åse Bo", "Jonas Krog"):
        factories.MembershipFactory(course=course, user__name=name)

    desk = visit(teacher, width=width)
    desk.goto(course.get_absolute_url())
    desk.get_by_role("link", name="Se karakterer").click()
    desk.get_by_text("Forslaget følger den almindelige tabel").click()
    expect(desk.get_by_text("12 fra 92")).to_be_visible()
    holds(desk, axe)
    picture(desk, f"karakterer-{width}")
    with desk.expect_download() as coming:
        desk.get_by_role("link", name="Hent som CSV").click()
    text = Path(coming.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    typed = {"Signe Holm": "72,5", "Åse Bo": "mange", "Jonas Krog": "50"}
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [row[0], row[1], typed.get(row[0], row[2]), *row[3:]] for row in rows
    )

    # What is unclear is told, and nothing is saved before the teacher says why.
    desk.get_by_role("link", name="Hent point ind fra en fil").click()
    holds(desk, axe)
    picture(desk, f"indlaes-{width}")
    desk.get_by_label("Fil med karakterer").set_input_files(
        {"name": "karakterer.csv", "mimeType": "text/csv", "buffer": out.getvalue().encode()}
    )
    desk.get_by_role("button", name="Se, hvad filen ændrer").click()
    expect(desk.get_by_text("Intet er gemt endnu.")).to_be_visible()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("72,5")
    expect(desk.get_by_text("skal være et tal")).to_be_visible()
    holds(desk, axe)
    picture(desk, f"forhaandsvisning-{width}")
    desk.get_by_role("button", name="Gem 2 ændringer").click()
    expect(desk.get_by_text("Skriv, hvorfor pointene ændres.")).to_be_visible()
    desk.get_by_label("Begrundelse").fill(WHY)
    desk.get_by_role("button", name="Gem 2 ændringer").click()
    expect(desk.get_by_text("Pointene fra filen er gemt: 2 ændringer.")).to_be_visible()

    desk.goto(f"{course.get_absolute_url()}afleveringer/{work.uuid}/frigiv/")
    desk.get_by_role("button", name="Frigiv resultater").click()
    desk.goto(f"{course.get_absolute_url()}ret/")
    desk.get_by_label("Se bort fra de laveste").fill("1")
    desk.get_by_role("button", name="Gem ændringer").click()
    desk.get_by_role("link", name="Se historik").click()
    expect(desk.locator(".record > li").first).to_contain_text("Se bort fra de laveste: 0")
    holds(desk, axe)
    picture(desk, f"historik-{width}")
    desk.get_by_label("Person").fill("Signe")
    desk.get_by_role("button", name="Vis", exact=True).click()
    expect(desk.locator(".record > li")).to_have_count(1)
    expect(desk.locator(".record > li")).to_contain_text(WHY)

    # The student takes the receipt home, which tells the same.
    own = visit(student, width=width)
    own.goto(work.get_absolute_url())
    # The first PDF of a server loads the program that sets it.
    with own.expect_download(timeout=60_000) as coming:
        own.get_by_role("link", name="Hent kvittering som PDF").click(timeout=60_000)
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF-1.7")
    picture(own, f"studerende-{width}")
    own.get_by_role("link", name="Se svar og begrundelser").click()
    own.get_by_role("link", name="Udskriv kvittering").click()
    expect(own.get_by_text(WHY)).to_be_visible()
    holds(own, axe)
    picture(own, f"kvittering-{width}")
