"""What is on the page stays where it is, while the page comes and when a part of it is swapped (CLS)."""

import pytest
from playwright.sync_api import expect

from cases.start import start
from tests import factories
from tests.e2e.test_cases import answer_all
from tests.lessons.conftest import RULE

MOST = 0.02
# As the metric is defined, what moves right after the reader acted is the reader's own doing. So is the answer that
# the reader waits for, also when a slow machine is longer about it than the half second of the definition.
WATCH = """window.shifts = []; window.swaps = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries()))
  .observe({type: "layout-shift", buffered: true});
for (const name of ["htmx:afterSwap", "htmx:after:swap"])
  document.addEventListener(name, () => window.swaps.push(performance.now()));"""
SETTLED = """() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(
  window.shifts.filter(one => !one.hadRecentInput
      && !window.swaps.some(at => Math.abs(one.startTime - at) < 100))
    .reduce((sum, one) => sum + one.value, 0)), 300)))"""


@pytest.fixture(params=[390, 1280])
def page(request, visit, student):
    page = visit(student, width=request.param)
    page.add_init_script(WATCH)
    return page


def assert_still(page):
    page.evaluate("document.fonts.ready")
    moved = page.evaluate(SETTLED)
    assert moved < MOST, f"{page.url}: {moved:.3f}"


def test_a_page_that_jumps_is_found(page):
    page.goto("/laer/")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(600)
    page.evaluate("document.querySelector('main').before(document.querySelector('header').cloneNode(true))")
    with pytest.raises(AssertionError):
        assert_still(page)


def test_a_section_with_a_rule_card_stands_still(page):
    text = "Banken skal svare for det, den har sagt. " * 60
    section = factories.SectionFactory(body=f"## Det første\n\n{text}\n\n{RULE}\n\n## Det andet\n\n{text}\n")
    page.goto(section.get_absolute_url())
    assert_still(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert_still(page)


def test_regellab_stands_still_also_when_its_answer_comes(page):
    page.goto("/regler/underretning/")
    assert_still(page)
    page.get_by_role("button", name="Vis afgørelsen").click()
    expect(page.get_by_role("heading", name="Afgørelsen", exact=True)).to_be_visible()
    assert_still(page)


def test_the_player_stands_still_across_its_swaps(page, student):
    case = factories.CaseFactory(title="Søsterens kaution", slug="soesterens-kaution")
    page.goto(start(student, case).get_absolute_url())
    assert_still(page)
    answer_all(page)
    expect(page.get_by_role("heading", name="Resultat")).to_be_visible()
    assert_still(page)


def test_what_stands_above_an_answer_stays_there_when_the_answer_is_saved(page, student):
    case = factories.CaseFactory(title="Søsterens kaution", slug="soesterens-kaution")
    page.goto(start(student, case).get_absolute_url())
    above = page.locator(".part-head", has_text="Find bestemmelsen")
    before = above.evaluate("one => one.getBoundingClientRect().y + scrollY")
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.get_by_role("button", name="Gem svar").click()
    expect(page.locator(".verdict").first).to_contain_text("Rigtigt.")
    assert above.evaluate("one => one.getBoundingClientRect().y + scrollY") == before
