"""Every page of the site in a browser: nothing for axe to find, nothing wider than the smallest screen.

The pages are the rows of `test_access` that a person may open, so that a new page is looked at by itself.
"""

import pytest
from playwright.sync_api import Page

from tests.test_access import ADMIN, SITE, one_who_may
from tests.world import World

FILES = {
    "accounts:my_data",
    "admin:autocomplete",
    "cases:receipt_json",
    "quizzes:receipt_json",
    "courses:calendar",
    "courses:gradebook_csv",
    "courses:gradebook_xlsx",
    "courses:receipt_pdf",
    "courses:receipts_zip",
    "courses:results_csv",
    "lessons:calculator_table",
}
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth && [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 120)).slice(-3).join("\\n")"""


def addresses(world: World) -> dict[str, list[str]]:
    """What there is to open, by the person who opens it; of the teacher's own and of drafts one is enough."""
    found: dict[str, list[str]] = {}
    for name, method, thing, statuses in (*SITE, *ADMIN):
        role = one_who_may(name, statuses)
        if (
            method != "GET"
            or name in FILES
            or name.endswith(("_file", "_csv"))
            or not role
            or statuses[role] != 200
        ):
            continue
        if name.startswith("admin:"):
            if thing in ("", "draft", "of_the_admin"):
                of = world.of_author if thing != "of_the_admin" and "_" in name else world.address
                found.setdefault(role, []).append(of(name, thing))
        elif not thing.startswith(("teachers_", "draft_")):
            found.setdefault(role, []).append(world.address(name, thing))
    return found


@pytest.fixture(params=["student", "teacher"])
def walk(request, world, visit):
    """walk(look, **how): open every page as the person who may, and look at it."""

    def go(look, **how):
        wrong = []
        page: Page = visit(request.getfixturevalue(request.param), **how)
        page.emulate_media(reduced_motion="reduce")
        for address in addresses(world)[request.param]:
            page.goto(address)
            try:
                look(page)
            except AssertionError as error:
                wrong.append(f"{address}: {error}")
        assert not wrong, "\n\n".join(wrong)

    return go


def test_axe_finds_nothing_on_any_page_in_the_light_or_in_the_dark(walk, axe):
    def look(page):
        axe(page)
        page.emulate_media(color_scheme="dark")
        axe(page, ["color-contrast"])
        page.emulate_media(color_scheme="light")

    walk(look)


def test_no_page_is_wider_than_the_smallest_screen(walk):
    def fits(page):
        too_wide = page.evaluate(TOO_WIDE)
        assert not too_wide, too_wide

    walk(fits, width=320, height=640)


def test_every_page_has_somebody_who_opens_it(world):
    assert set(addresses(world)) == {"student", "teacher"}
