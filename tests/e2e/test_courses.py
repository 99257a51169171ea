"""From setting an assignment to its result, for teacher and student; every page is held to axe."""

import pytest
from playwright.sync_api import expect

from tests import factories

WIDEST = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def set_up(course, student):
    """A case that the student has handed in, and a quiz that waits; long names, as people have them."""
    case = factories.AssignmentFactory(
        course=course, title="Forældrekaution: hvad kan banken kræve af Lone Brandt?"
    )
    factories.AssignmentFactory(
        course=course, case=None, quiz=factories.QuizFactory(), title="Quiz om kaution"
    )
    return factories.SubmissionFactory(assignment=case, user=student, handed_in=True)


def pages(submission):
    """Every page of the courses, by who reads it."""
    course = submission.assignment.course.get_absolute_url()
    results = f"{course}afleveringer/{submission.assignment.uuid}/"
    own = submission.assignment.get_absolute_url()
    return {
        None: ["/"],
        "student": ["/", "/afleveringer/", "/afleveringer/tilmeld/", own, "/min-side/"],
        "teacher": [
            *("/", "/undervisning/", "/undervisning/nyt-hold/", own),
            *(course, f"{course}ret/", f"{course}afleveringer/ny/"),
            *(results, f"{results}ret/", f"{results}frigiv/", f"{results}{submission.uuid}/"),
        ],
    }


def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(
    phone, axe_light_and_dark, student, teacher, set_up
):
    people = {None: None, "student": student, "teacher": teacher}
    for person, addresses in pages(set_up).items():
        page = phone(people[person])
        for address in addresses:
            page.goto(address)
            axe_light_and_dark(page)
            assert page.evaluate(WIDEST), address


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_an_assignment_from_the_first_thought_to_the_result(visit, teacher, student, js):
    factories.QuizFactory(title="Kaution fra A til Å", questions=[factories.QuestionFactory()])
    desk = visit(teacher, js=js)
    desk.goto("/undervisning/")
    desk.get_by_role("link", name="FØ24 Kreditret", exact=True).click()
    desk.get_by_role("link", name="Opret aflevering").click()
    desk.get_by_label("Titel").fill("Uge 47")
    desk.get_by_label("Case eller quiz").select_option(label="Kaution fra A til Å")
    desk.get_by_role("textbox", name="Frist").fill("i overmorgen")
    desk.get_by_role("button", name="Opret aflevering").click()
    expect(desk.get_by_role("textbox", name="Frist")).to_be_focused()
    expect(desk.get_by_role("textbox", name="Frist")).to_have_value("i overmorgen")
    desk.get_by_role("textbox", name="Frist").fill("31-12-2099 kl. 12.00")
    desk.get_by_role("button", name="Opret aflevering").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Uge 47")

    phone = visit(student, width=390, js=js)
    phone.goto("/")
    phone.get_by_role("link", name="Uge 47").click()
    phone.get_by_role("button", name="Begynd opgaven").click()
    expect(phone.get_by_role("link", name="Uge 47")).to_be_visible()
    phone.get_by_role("link", name="Uge 47").click()
    expect(phone.get_by_text("Begyndt")).to_be_visible()
    phone.get_by_role("link", name="Fortsæt opgaven").click()
    phone.goto(f"{phone.url.split('/1/')[0].rstrip('/')}/aflever/")
    phone.get_by_role("button", name="Aflever").click()
    phone.get_by_role("link", name="Tilbage til Uge 47").click()
    expect(phone.get_by_text("Du har afleveret.")).to_be_visible()

    desk.reload()
    expect(desk.get_by_role("row", name="Signe Holm")).to_contain_text("Afleveret")
    desk.get_by_role("link", name="Frigiv resultater").click()
    desk.get_by_role("button", name="Frigiv resultater").click()
    expect(desk.get_by_text("Resultaterne er frigivet.")).to_be_visible()
    desk.get_by_role("link", name="Signe Holm").click()
    expect(desk.get_by_text("0 af 100")).to_be_visible()

    phone.reload()
    expect(phone.get_by_text("0 af 100 point")).to_be_visible()
    phone.get_by_role("link", name="Se svar og begrundelser").click()
    expect(phone.get_by_role("heading", name="Gennemgang")).to_be_visible()


def test_the_file_of_results_is_downloaded(desktop, teacher, set_up):
    page = desktop(teacher)
    page.goto(f"/undervisning/{set_up.assignment.course.uuid}/afleveringer/{set_up.assignment.uuid}/")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Hent som CSV").click()
    assert coming.value.suggested_filename.endswith(".csv")


def test_the_new_join_code_is_shown_at_once(desktop, teacher, course):
    page = desktop(teacher)
    page.goto(course.get_absolute_url())
    old = page.locator(".join-code").inner_text()
    page.get_by_text("Forny koden").click()
    page.get_by_role("button", name="Giv holdet en ny kode").click()
    expect(page.locator(".join-code")).not_to_have_text(old)
