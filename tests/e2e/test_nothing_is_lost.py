"""What a student has typed outlives a lost connection, a lost session and a second tab."""

import time

import pytest
from playwright.sync_api import expect

from cases.models import Answer
from cases.start import start
from tests.factories import CaseFactory, ChapterFactory, SectionFactory
from tests.world import RULE

LAW = "Hvilken bestemmelse afgør spørgsmålet?"


@pytest.fixture
def walk(student):
    """A practice that has just begun."""
    return start(student, CaseFactory(questions=[{"key": "q1"}]))


def test_an_answer_given_without_a_connection_is_kept_and_sent_again(desktop, student, walk):
    page = desktop(student, expects="ERR_INTERNET_DISCONNECTED|Failed to fetch")
    page.goto(walk.get_absolute_url())
    page.context.set_offline(True)
    expect(page.get_by_text("Der er ingen forbindelse.")).to_be_visible()
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("button", name="Gem svar").click()
    expect(page.get_by_text("Svaret er ikke gemt: serveren svarede ikke.")).to_be_visible()
    expect(page.get_by_label(LAW)).to_have_value("FIL § 48")
    assert not Answer.objects.exists()

    page.context.set_offline(False)
    expect(page.get_by_text("Forbindelsen er tilbage.")).to_be_visible()
    page.get_by_role("button", name="Gem svar").click()
    expect(page.locator(".verdict").first).to_contain_text("Rigtigt.")
    assert Answer.objects.get().raw == "FIL § 48"


def test_who_leaves_at_once_takes_the_answer_along(desktop, student):
    """Typed, and then straight on to the hand-in: the page is left when the answer is saved."""
    case = CaseFactory(questions=[{"key": "q1"}])
    page = desktop(student)
    page.goto(start(student, case, mode="aflevering").get_absolute_url())

    def slowly(route) -> None:
        time.sleep(0.4)
        route.continue_()

    page.route("**/svar/**", slowly)
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("link", name="Aflever svar").click()
    expect(page.get_by_text("Der mangler svar.")).to_be_visible()
    expect(page.locator("main li")).not_to_contain_text([LAW])
    assert Answer.objects.get().raw == "FIL § 48"


def test_who_leaves_with_something_that_cannot_be_read_is_told(desktop, student):
    case = CaseFactory(questions=[{"key": "q1"}])
    page = desktop(student)
    page.goto(start(student, case, mode="aflevering").get_absolute_url())
    page.get_by_label(LAW).fill("ved ikke")
    page.get_by_role("link", name="Aflever svar").click()
    expect(page.get_by_text("Skriv lov og paragraf")).to_be_visible()
    expect(page.get_by_label(LAW)).to_have_value("ved ikke")


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_who_was_signed_out_signs_in_and_finds_the_answer_in_its_field(visit, student, walk, js):
    page = visit(student, js=js)
    page.goto(walk.get_absolute_url())
    page.get_by_label(LAW).fill("lov om finansiel virksomhed § 48")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Gem svar").click()
    if not js:
        expect(page.get_by_text("lov om finansiel virksomhed § 48")).to_be_visible()
        page.get_by_role("link", name="Log ind").last.click()
    page.get_by_label("E-mail").fill(student.email)
    page.get_by_label("Adgangskode").fill("en lang adgangskode")
    page.get_by_role("button", name="Log ind").click()
    expect(page.get_by_label(LAW)).to_have_value("lov om finansiel virksomhed § 48")
    expect(page.get_by_role("heading", level=1)).to_have_text(walk.title)
    assert not Answer.objects.exists()
    page.get_by_role("button", name="Gem svar").click()
    expect(page.locator(".verdict").first).to_contain_text("Rigtigt.")


def test_the_older_of_two_tabs_is_told_and_keeps_what_was_typed(desktop, student, walk):
    first = desktop(student)
    second = first.context.new_page()
    for page in (first, second):
        page.goto(walk.get_absolute_url())
    first.get_by_label(LAW).fill("FIL § 48")
    first.get_by_role("button", name="Gem svar").click()
    expect(first.locator(".verdict").first).to_contain_text("Rigtigt.")

    second.get_by_label(LAW).fill("GBL § 31")
    second.get_by_role("button", name="Gem svar").click()
    notice = second.get_by_role("alert")
    expect(notice).to_contain_text("Sagen er ændret i en anden fane")
    expect(notice).to_be_focused()
    expect(second.get_by_label(LAW)).to_have_value("GBL § 31")
    assert Answer.objects.get().raw == "FIL § 48"


def test_a_case_is_worked_with_the_keyboard_alone(desktop, student, walk):
    page = desktop(student)
    page.goto(walk.get_absolute_url())

    def tab_to(label: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            named = "e => e.labels?.[0]?.closest('fieldset')?.innerText || e.labels?.[0]?.innerText || ''"
            if label in page.evaluate(f"({named})(document.activeElement)"):
                return
        raise AssertionError(f"Nobody reaches {label} by the keyboard.")

    tab_to(LAW)
    page.keyboard.type("FIL § 48")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict").first).to_be_focused()
    tab_to("Er kautionen stillet uden for erhvervsforhold")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_have_count(2)
    tab_to("Hvilken dag kan banken senest underrette")
    page.keyboard.type("31-07-2026")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_have_count(3)
    tab_to("Fik kautionisten besked")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    tab_to("Hvor meget af kravet")
    page.keyboard.type("62800")
    tab_to("Hvad bliver resultatet?")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Resultat")).to_be_visible()


def test_nothing_jumps_on_the_page_of_a_section(desktop, student):
    section = SectionFactory(chapter=ChapterFactory(), body=RULE + "\n\n" + "Kautionisten hæfter.\n\n" * 40)
    page = desktop(student)
    page.add_init_script(
        """window.shifted = 0;
        new PerformanceObserver(seen => seen.getEntries().forEach(one => {
            if (!one.hadRecentInput) window.shifted += one.value;
        })).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto(section.get_absolute_url(), wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifted") < 0.02
