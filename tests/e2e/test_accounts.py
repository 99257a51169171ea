import re

import pytest
from playwright.sync_api import expect

from tests.factories import UserFactory

PAGES_FOR_STRANGERS = [
    "/konto/log-ind/",
    "/konto/opret/",
    "/konto/glemt/",
    "/konto/glemt/sendt/",
    "/findes-ikke/",
]
PAGES_FOR_PEOPLE = ["/min-side/", "/min-side/slet/", "/konto/adgangskode/", "/konto/log-ud/"]


def test_axe_finds_nothing_on_the_pages_of_accounts(visit, student, axe_light_and_dark):
    stranger, person = visit(), visit(student)
    for page, addresses in ((stranger, PAGES_FOR_STRANGERS), (person, PAGES_FOR_PEOPLE)):
        for address in addresses:
            page.goto(address)
            axe_light_and_dark(page)


def test_no_page_is_wider_than_a_small_screen(visit, student):
    page = visit(student, width=320)
    for address in (*PAGES_FOR_PEOPLE, "/findes-ikke/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_person_signs_in_changes_the_name_and_signs_out(visit, js):
    UserFactory(email="signe@eksempel.test", name="Signe Holm")
    page = visit(js=js)
    page.goto("/min-side/")
    page.get_by_label("E-mail").fill("signe@eksempel.test")
    page.get_by_label("Adgangskode").fill("en lang adgangskode")
    page.get_by_role("button", name="Log ind").click()
    expect(page).to_have_url(re.compile("/min-side/$"))

    page.get_by_label("Navn").fill("Signe Holm Brandt")
    page.get_by_role("button", name="Gem navn").click()
    expect(page.get_by_role("banner")).to_contain_text("Signe Holm Brandt")

    page.get_by_role("button", name="Log ud").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Log ind")


def test_focus_goes_to_the_first_field_that_is_wrong(desktop):
    page = desktop()
    page.goto("/konto/opret/")
    page.get_by_label("Navn").fill("Signe Holm")
    page.get_by_label("E-mail").fill("signe@eksempel.test")
    page.get_by_label("Adgangskode").fill("en lang adgangskode")
    page.get_by_label("Tilmeldingskode").fill("FORKERT")
    page.get_by_role("button", name="Opret konto").click()
    expect(page.get_by_label("Tilmeldingskode")).to_be_focused()
    expect(page.get_by_label("Navn")).to_have_value("Signe Holm")
    expect(page.get_by_text("Intet hold svarer til koden ’FORKERT’")).to_be_visible()


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(desktop, student):
    page = desktop(student)
    page.goto("/min-side/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_form_sent_after_the_session_ended_shows_what_was_typed(desktop, student):
    page = desktop(student)
    page.goto("/min-side/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Navn").fill("Et nyt navn")
    page.get_by_role("button", name="Gem navn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Du er logget ud")
    expect(page.get_by_text("Et nyt navn")).to_be_visible()
    page.get_by_role("link", name="Log ind, og kom tilbage").click()
    expect(page).to_have_url(re.compile(r"next=%2Fmin-side%2F"))


def test_a_stale_page_says_so_and_shows_what_was_typed(desktop, student):
    page = desktop(student)
    page.goto("/min-side/")
    page.context.clear_cookies(name="csrftoken")
    page.get_by_label("Navn").fill("Et nyt navn")
    page.get_by_role("button", name="Gem navn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden var for gammel")
    expect(page.get_by_text("Et nyt navn")).to_be_visible()
