"""The author's fifteen minutes: from nothing to a chained case that a student begins."""

import pytest
from playwright.sync_api import Page, expect

from cases.models import Case

SECOND = """

Nu er varerne solgt videre til {@investor}. [solgt_til_forhandler: {@koeber} er forhandler.|{@koeber} er ikke
forhandler.] [erhverver_god_tro: {@investor} kender intet til forbeholdet.|{@investor} kender forbeholdet.]"""
THIRD = " [foraeldet: Kravet er forældet.|Kravet er ikke forældet.]"
OUTCOME = "Sådan afgøres sagen"


def choose_topics(page: Page) -> None:
    """Two questions, each filled with an example; the first brings a story."""
    page.goto("/admin/cases/case/add/")
    page.get_by_label("Titel").fill("Cyklerne, der blev solgt videre")
    page.get_by_label("Emne:").select_option(label="Ejendomsforbeholdets gyldighed")
    expect(page.get_by_label("Fortælling:")).not_to_have_value("")
    page.get_by_role("button", name="Tilføj et spørgsmål mere").click()
    page.get_by_label("Emne:").nth(1).select_option(label="Videresalg af en ting med ejendomsforbehold")
    second = page.locator(".case-question").nth(1)
    expect(second).to_contain_text("Er den senere køber i god tro?")


def chain(page: Page) -> None:
    """The first question decides whether the second has a valid retention of title."""
    second = page.locator(".case-question").nth(1)
    second.get_by_text("Oplysninger, som et tidligere spørgsmål afgør").click()
    source = second.locator(".case-link").filter(has_text="Har sælgeren et gyldigt ejendomsforbehold?")
    source.get_by_role("combobox").select_option(label="Afgørelsen i spørgsmål 1")
    source.get_by_label("Ejendomsforbeholdet er gyldigt.").check()
    expect(source.get_by_label("Ejendomsforbeholdet er gyldigt.")).to_be_checked()


def test_a_teacher_writes_a_chained_case_and_a_student_begins_it(visit, teacher, student, axe):
    desk = visit(teacher)
    choose_topics(desk)
    chain(desk)

    # A fact that matters and is not told is warned of, and goes when it is told.
    outcome = desk.get_by_role("region", name=OUTCOME)
    story = desk.get_by_label("Fortælling:")
    story.fill(story.input_value() + SECOND)
    untold = outcome.get_by_text("»Er fordringen på købesummen forældet?« betyder noget for afgørelsen")
    expect(untold).to_be_visible()
    expect(outcome).not_to_contain_text("»Har sælgeren et gyldigt ejendomsforbehold?« betyder noget")
    story.fill(story.input_value() + THIRD)
    expect(untold).to_have_count(0)
    desk.get_by_label("Vægt: jus").fill("10")
    expect(outcome).to_contain_text("Vægtene giver 90 tilsammen")
    desk.get_by_label("Vægt: jus").fill("20")
    expect(outcome).not_to_contain_text("Vægtene giver")

    # Ten variants of what is not saved yet, the same when one comes back to them.
    leaf = desk.get_by_role("region", name="Ti varianter")
    leaf.get_by_role("button", name="Se varianterne").click()
    expect(leaf.get_by_role("heading", name="Variant 1 af 10")).to_be_visible()
    first = leaf.locator(".case-told").inner_text()
    leaf.get_by_role("button", name="Næste variant").click()
    expect(leaf.get_by_role("heading", name="Variant 2 af 10")).to_be_visible()
    expect(leaf.get_by_role("button", name="Næste variant")).to_be_focused()
    leaf.get_by_role("button", name="Forrige variant").click()
    expect(leaf.locator(".case-told")).to_have_text(first)
    leaf.get_by_role("button", name="Med fælder").click()
    expect(leaf.get_by_role("button", name="Med fælder")).to_have_attribute("aria-pressed", "true")
    axe(desk)

    assert not Case.objects.exists()
    desk.get_by_label("Status").select_option("published")
    desk.get_by_role("button", name="Gem", exact=True).click()
    expect(desk.get_by_role("link", name="Cyklerne, der blev solgt videre").first).to_be_visible()
    second = Case.objects.get().questions.last()
    assert second.links == {"gyldigt_forbehold": {"from": "q1", "is": "GYLDIGT"}}

    phone = visit(student, width=390)
    phone.goto(Case.objects.get().get_absolute_url())
    phone.get_by_role("button", name="Begynd").first.click()
    expect(phone.locator("main")).to_contain_text("Nu er varerne solgt videre")


@pytest.mark.parametrize("dark", [False, True])
def test_the_author_works_on_a_phone(visit, teacher, axe, dark):
    phone = visit(teacher, width=390, dark=dark)
    choose_topics(phone)
    chain(phone)
    phone.get_by_role("button", name="Se varianterne").click()
    expect(phone.get_by_role("heading", name="Variant 1 af 10")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    axe(phone)


def test_without_javascript_the_same_buttons_show_the_same(no_js, teacher):
    page = no_js(teacher)
    page.goto("/admin/cases/case/add/")
    page.get_by_label("Titel").fill("Uden script")
    page.get_by_label("Emne:").select_option(label="Ejendomsforbeholdets gyldighed")
    page.get_by_role("button", name="Tilføj et spørgsmål mere").click()
    page.get_by_label("Emne:").nth(1).select_option(label="Videresalg af en ting med ejendomsforbehold")
    page.get_by_role("button", name="Vis afgørelse").click()
    page.get_by_text("Oplysninger, som et tidligere spørgsmål afgør").click()
    row = page.locator(".case-link").filter(has_text="Har sælgeren et gyldigt ejendomsforbehold?")
    row.get_by_role("combobox").select_option(label="Afgørelsen i spørgsmål 1")
    page.get_by_label("Fortælling:").fill("Købesummen er {koebesum}, og {udbetaling} er betalt.")
    page.get_by_role("button", name="Vis afgørelse").click()
    row.get_by_label("Ejendomsforbeholdet er gyldigt.").check()
    page.get_by_role("button", name="Se varianterne").click()
    expect(page.get_by_role("heading", name="Variant 1 af 10")).to_be_visible()
    page.get_by_role("button", name="Næste variant").click()
    expect(page.get_by_role("heading", name="Variant 2 af 10")).to_be_visible()
    expect(row.get_by_label("Ejendomsforbeholdet er gyldigt.")).to_be_checked()
    assert not Case.objects.exists()
