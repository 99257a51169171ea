"""What a student does with the real book: a checklist for a customer, a chapter on paper, a search by its citation."""

from playwright.sync_api import expect

from cases.models import Case
from cases.start import start
from lessons.models import Checklist
from tests.cases.playing import Player
from tests.factories import SectionFactory


def test_the_real_book_is_gone_through_searched_and_printed(
    real_content, desktop, student, as_student, axe, subtests
):
    page = desktop(student)
    with subtests.test("a checklist is filled for its customer, kept, and printed as the bank has it"):
        points = Checklist.objects.get(slug="kaution").points.count()
        page.goto("/tjeklister/kaution/")
        expect(page.get_by_role("heading", name="Akten: Torben Skov")).to_be_visible()
        page.get_by_role("checkbox").nth(0).check()
        page.get_by_role("checkbox").nth(2).check()
        expect(page.locator("#status")).to_contain_text(f"2 af {points} punkter er opfyldt.")
        page.reload()
        expect(page.get_by_role("checkbox").nth(2)).to_be_checked()
        expect(page.get_by_role("checkbox").nth(1)).not_to_be_checked()
        axe(page)
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_hidden()
        expect(page.get_by_text("Gennemgået af")).to_be_visible()
        page.emulate_media(media="screen")
    with subtests.test("a citation is searched for from the keyboard, and a word in any of its forms"):
        page.goto("/laer/")
        page.keyboard.press("/")
        page.keyboard.type("§ 7c")
        page.keyboard.press("Enter")
        expect(page.locator("main").get_by_role("link", name="KAL § 7 c").first).to_be_visible()
        axe(page)
        page.keyboard.press("/")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("lånene")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("resultater for »lånene«")
        expect(page.locator("mark", has_text="lån").first).to_be_visible()
    with subtests.test("a chapter on paper has no menu"):
        page.goto("/laer/kaution/print/")
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation", name="Hovedmenu")).to_be_hidden()
        expect(page.get_by_role("heading", name="Når en privatperson kautionerer")).to_be_visible()
        page.emulate_media(media="screen")
    with subtests.test("every part of a case of several questions has a name of its own"):
        work = start(student, Case.objects.get(slug="kaede-bil-paa-kredit"))
        Player(as_student, work).solve()
        page.goto(work.get_absolute_url())
        assert page.locator(".sheet-name").count() > 1
        axe(page)


def test_on_paper_a_link_out_of_the_house_is_a_note_at_the_end(desktop, student, transactional_db):
    section = SectionFactory(body="Læs [vejledningen](https://www.forbrug.dk/kaution), før du skriver under.")
    page = desktop(student)
    page.goto(f"{section.chapter.get_absolute_url()}print/")
    page.emulate_media(media="print")
    expect(page.locator("p", has_text="vejledningen").locator("sup")).to_have_text("1")
    expect(page.get_by_text("forbrug.dk/kaution")).to_be_visible()
