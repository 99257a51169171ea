"""The book as a reader turns it, and a checklist as a student goes through it."""

import pytest
from playwright.sync_api import expect

from tests.factories import ChecklistFactory, SectionFactory
from tests.lessons.conftest import RULE

EXAMPLE = RULE.replace(":::rule", ":::example").replace("change:", "# change:")
BODY = f""":::reading pensum
Bogen siger seks måneder.
:::
:::reading gaeldende_ret
Loven siger tre måneder.
:::

{EXAMPLE}

{RULE}

:::figure parter
title: Parterne i lånet
parties: {{signe: Signe Brandt (låntager), bank: Vestbanken, mor: Lone Brandt (kautionist)}}
debts:
  - {{from: signe, to: bank, text: 2.000.000 kr.}}
security:
  - {{holder: bank, over: lejligheden, text: pant}}
:::

:::checklist kredit
:::
"""


@pytest.fixture
def section(transactional_db):
    ChecklistFactory(slug="kredit", title="Tjekliste for kredit")
    return SectionFactory(body=BODY)


@pytest.fixture(params=["desktop", "phone", "no_js"])
def page(request, student):
    return request.getfixturevalue(request.param)(student)


def test_a_reader_turns_the_book_and_stays_where_it_was(page, section):
    page.goto(section.get_absolute_url())
    expect(page.get_by_text("Bogen siger seks måneder.")).to_be_visible()
    page.get_by_role("button", name="Slå op på Gældende ret").click()
    expect(page.get_by_text("Loven siger tre måneder.")).to_be_visible()
    expect(page.get_by_text("Bogen siger seks måneder.")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Loven siger tre måneder.")).to_be_visible()


def test_focus_stays_at_the_switch_and_a_screen_reader_hears_it(desktop, student, section, axe):
    page = desktop(student)
    page.goto(section.get_absolute_url())
    axe(page)
    page.get_by_role("button", name="Slå op på Gældende ret").click()
    expect(page.locator("#retsgrundlag p")).to_be_focused()
    expect(page.locator("#besked")).to_have_text("Bogen er nu slået op på Gældende ret.")
    axe(page)


def test_ticks_are_there_when_the_student_comes_back(page, section):
    page.goto("/tjeklister/kredit/")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Gem flueben").click()
    expect(page.locator("#status strong")).to_have_text("1 af 2 punkter er opfyldt.")
    page.goto("/tjeklister/kredit/")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("button", name="Fjern alle flueben").click()
    expect(page.locator("#status strong")).to_have_text("0 af 2 punkter er opfyldt.")


def test_a_tick_is_kept_at_once(desktop, student, section):
    page = desktop(student)
    page.goto("/tjeklister/kredit/")
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_text("Gemt kl.")).to_be_visible()
    expect(page.get_by_role("checkbox").first).to_be_focused()


def test_in_print_every_point_has_what_follows_and_a_line_to_sign(desktop, student, section):
    page = desktop(student)
    page.goto("/tjeklister/kredit/")
    page.get_by_role("checkbox").first.check()
    page.emulate_media(media="print")
    expect(page.locator(".at-stake").first).to_be_visible()
    expect(page.locator(".sign")).to_be_visible()
    expect(page.get_by_role("button", name="Gem flueben")).to_be_hidden()
