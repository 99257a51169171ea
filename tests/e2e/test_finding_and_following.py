"""In a browser: the search from the keyboard, cards at links, and contents that follow the reading."""

import pytest
from playwright.sync_api import expect

from tests.factories import ChapterFactory, ProvisionFactory, SectionFactory, TermFactory

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "Banken skal svare for det, den har sagt, og det gælder også bagefter. " * 40


@pytest.fixture
def section():
    TermFactory(title="Kaution", slug="kaution", forms=["kautionen"], meaning="At love at betale.")
    ProvisionFactory(
        slug="fil-48", citation="FIL § 48", title="Privat kaution", meaning="Beskytter den private."
    )
    body = f"Kautionen følger FIL § 48.\n\n## Det første\n\n{LONG}\n\n## Det andet\n\n{LONG}\n"
    return SectionFactory(chapter=ChapterFactory(title="Kaution"), title="Om kaution", body=body)


def test_the_search_is_reached_and_used_from_the_keyboard(desktop, student, section):
    page = desktop(student)
    page.goto("/laer/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Søg")).to_be_focused()
    page.keyboard.type("kautionerne")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Begreber")).to_be_visible()
    page.get_by_role("link", name="Om kaution").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Om kaution")


def test_a_slash_in_a_field_is_a_slash(desktop, student):
    page = desktop(student)
    page.goto("/soeg/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.get_by_role("searchbox", name="Søg")).to_have_value("a/b")


def test_a_provision_and_a_term_show_their_cards_on_focus_and_on_hover(desktop, student, section):
    page = desktop(student)
    page.goto(section.get_absolute_url())
    page.get_by_role("link", name="FIL § 48").focus()
    expect(page.locator(".term-box")).to_contain_text("Beskytter den private.")
    page.keyboard.press("Escape")
    expect(page.locator(".term-box")).to_be_hidden()
    page.get_by_role("link", name="Kautionen", exact=True).hover()
    expect(page.locator(".term-box")).to_contain_text("At love at betale.")


def test_the_contents_follow_the_reading(desktop, student, section):
    page = desktop(student)
    page.goto(section.get_absolute_url())
    here = page.locator(".contents [aria-current=location]")
    page.get_by_role("navigation", name="Afsnit i kapitlet").get_by_role("link", name="Det andet").click()
    expect(here).to_have_text("Det andet")
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#det-andet")
    page.evaluate("scrollTo(0, 400)")
    expect(here).to_have_text("Det første")


def test_on_a_phone_the_contents_are_folded_and_the_text_is_on_the_first_screen(phone, student, section):
    page = phone(student)
    page.goto(section.get_absolute_url())
    expect(page.locator(".contents-headings a").first).to_be_hidden()
    assert page.get_by_text("Kautionen følger").bounding_box()["y"] < 500
    page.get_by_text("Indhold i kapitlet").click()
    page.get_by_role("navigation", name="Afsnit i kapitlet").get_by_role("link", name="Det andet").click()
    expect(page.get_by_role("heading", name="Det andet")).to_be_in_viewport()


def test_without_scripts_the_contents_and_the_search_are_plain_links_and_a_form(no_js, student, section):
    page = no_js(student)
    page.goto(section.get_absolute_url())
    page.get_by_role("navigation", name="Afsnit i kapitlet").get_by_role("link", name="Det andet").click()
    expect(page.get_by_role("heading", name="Det andet")).to_be_in_viewport()
    page.get_by_role("searchbox", name="Søg").fill("FIL § 48")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="FIL § 48 Privat kaution")).to_be_visible()


def test_on_paper_a_chapter_has_no_menu_and_no_box(desktop, student, section):
    page = desktop(student)
    page.goto(f"{section.chapter.get_absolute_url()}print/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Om kaution")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Søg")).to_be_hidden()
    expect(page.get_by_text("Sådan kommer siderne på papir")).to_be_hidden()
