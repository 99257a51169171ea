"""Every page of the site in a browser: nothing for axe to find, nothing wider than the smallest screen.

The pages are the rows of `test_access` that a person may open, so that a new page is looked at by itself.
"""

import pytest

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
DESK, SMALLEST = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
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


@pytest.mark.parametrize("role", ["student", "teacher"])
def test_axe_finds_nothing_in_the_light_or_the_dark_and_no_page_is_wider_than_the_smallest_screen(
    request, world, visit, axe_light_and_dark, role
):
    page, wrong = visit(request.getfixturevalue(role)), []
    page.emulate_media(reduced_motion="reduce")
    for address in addresses(world)[role]:
        page.set_viewport_size(DESK)
        page.goto(address)
        try:
            axe_light_and_dark(page)
        except AssertionError as error:
            wrong.append(f"{address}: {error}")
        page.set_viewport_size(SMALLEST)
        if too_wide := page.evaluate(TOO_WIDE):
            wrong.append(f"{address} is too wide: {too_wide}")
    assert not wrong, "\n\n".join(wrong)


def test_every_page_has_somebody_who_opens_it(world):
    assert set(addresses(world)) == {"student", "teacher"}
