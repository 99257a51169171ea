"""The teacher reads a list in, puts people into groups, takes one out and back, and copies the course."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import factories

PICTURES = os.environ.get("PICTURES_OF_THE_ROSTER")
LIST = """Navn;E-mail;Gruppe
Per Krog;udenfor@eksempel.test;Gruppe A
Nynne Pors;nynne.pors@stud.skole.test;Øvelseshold Østerbro
Uden Adresse;;Gruppe A
Karen Lund;underviser@eksempel.test;
"""


@pytest.mark.parametrize(("width", "js"), [(1280, True), (390, False)])
def test_a_list_comes_in_and_people_are_moved_taken_out_and_back(
    visit, axe, teacher, student, outsider, marker, course, width, js
):
    factories.SubmissionFactory(
        assignment=factories.AssignmentFactory(course=course, title="Uge 48"), user=student
    )
    for name in ("Åse Kjær", "Christian Friis-Mikkelsen-Langballe"):
        factories.MembershipFactory(course=course, user__name=name)
    desk = visit(teacher, width=width, js=js)

    def look(name):
        if js:
            axe(desk)
            assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        if PICTURES:
            desk.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    desk.goto(course.get_absolute_url())
    look("hold")
    desk.get_by_role("link", name="Læs en holdliste ind").click()
    look("indlaes")
    desk.get_by_label("Eller indsæt listen").fill(LIST.partition("\n")[2])
    desk.get_by_role("button", name="Se listen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Hvad står i kolonnerne?")
    look("kolonner")
    desk.get_by_label("Kolonne 3").select_option(label="Gruppe")
    desk.get_by_role("button", name="Se listen").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Læst, men ikke gemt")
    expect(desk.get_by_role("row", name="Per Krog")).to_contain_text("Kommer på holdet")
    expect(desk.get_by_role("row", name="Nynne Pors")).to_contain_text("Inviteres")
    expect(desk.get_by_text("Adressen mangler.")).to_be_visible()
    look("forhaandsvisning")
    desk.get_by_label("Signe Holm").check()
    desk.get_by_role("button", name="Gem på holdet").click()
    expect(desk.get_by_text("1 er kommet på holdet, 1 er inviteret og 1 er fjernet.")).to_be_visible()
    look("deltagere")
    desk.get_by_role("button", name="Tag på holdet igen: Signe Holm").click()
    expect(desk.get_by_text("Signe Holm er på holdet igen")).to_be_visible()

    desk.get_by_role("link", name="Lav grupper").click()
    desk.get_by_label("Signe Holm").check()
    desk.get_by_label("Flyt de valgte til").select_option(label="Gruppe A")
    desk.get_by_role("button", name="Flyt de valgte").click()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("Gruppe A")
    look("grupper")
    desk.get_by_role("link", name="Gruppe A").click()
    look("gruppe")
    desk.goto(f"{course.get_absolute_url()}deltagere/")
    desk.get_by_label("Gruppe").select_option(label="Gruppe A")
    desk.get_by_role("button", name="Vis", exact=True).click()
    expect(desk.locator(".roster-table tbody tr")).to_have_count(2)
    desk.get_by_label("Signe Holm").check()
    desk.get_by_role("button", name="Fjern de valgte fra holdet").click()
    expect(desk.get_by_text("Personen har besvarelser på holdet.")).to_be_visible()
    look("fjern")
    desk.get_by_role("link", name="Behold alle").click()

    desk.goto(f"{course.get_absolute_url()}kopi/")
    desk.get_by_label("Termin").fill("forår 2027")
    desk.get_by_label("Eller flyt alle datoer").fill("26")
    desk.get_by_role("button", name="Se de nye datoer").click()
    expect(desk.get_by_role("row", name="Uge 48")).to_be_visible()
    look("kopi")
    desk.get_by_role("button", name="Opret det nye hold").click()
    expect(desk.get_by_text("er oprettet i forår 2027")).to_be_visible()
    if js:
        marking = visit(marker, width=width)
        marking.goto(course.get_absolute_url())
        expect(marking.get_by_text("Du er bedømmer")).to_be_visible()
        expect(marking.get_by_text("Tilmeldingskode")).to_have_count(0)
        marking.get_by_role("link", name="Uge 48").click()
        axe(marking)
        expect(marking.get_by_role("link", name="Ret aflevering")).to_have_count(0)
        expect(marking.get_by_role("link", name="Signe Holm")).to_be_visible()
