"""The student's whole way on the real content: sign up, read, practise, take a quiz, hand in."""

import re

import pytest
from playwright.sync_api import Page, expect

from cases.models import Case, Walkthrough
from courses.models import Submission
from lessons.models import SectionRead
from quizzes.models import Attempt
from tests.factories import AssignmentFactory, CourseFactory

CASE = "Forældrekaution: banken siger intet"
FACTS = "Hvilke oplysninger har betydning for svaret?"
LAW = "Hvilken bestemmelse afgør spørgsmålet?"
DEADLINE = "Hvilken dag kan banken senest underrette"


@pytest.fixture
def course(real_content):
    """A course on the content of the files, with the case as its assignment."""
    found = CourseFactory(name="FØ26 Kreditret")
    AssignmentFactory(course=found, title="Uge 47", case=Case.objects.get(title=CASE), release="at_once")
    return found


@pytest.fixture(params=["desk", "phone", "without scripts"])
def page(request, visit):
    """A stranger's browser."""
    if request.param == "phone":
        return visit(width=390, height=844)
    return visit(js=request.param == "desk")


def sign_up(page: Page, course) -> None:
    page.goto("/")
    page.get_by_role("link", name="Opret konto").first.click()
    page.get_by_label("Navn").fill("Signe Holm")
    page.get_by_label("E-mail").fill("signe@eksempel.test")
    page.get_by_label("Adgangskode").fill("en lang adgangskode")
    page.get_by_label("Tilmeldingskode").fill(course.shown_join_code.lower())
    page.get_by_role("button", name="Opret konto").click()
    expect(page.get_by_role("banner")).to_contain_text("Signe Holm")


def read(page: Page) -> None:
    page.get_by_role("link", name="Lær", exact=True).click()
    page.get_by_role("link", name="Kaution", exact=True).click()
    page.get_by_role("link", name="Besked, når låntageren ikke betaler").first.click()
    card = page.get_by_role("region", name="Prøv reglen: ")
    expect(card.locator(".reading-pair")).to_contain_text("Banken har tabt kravet")
    card.get_by_label("Dag for underretning").fill("31. juli 2026")
    card.get_by_role("button", name="Prøv reglen").click()
    expect(card).to_contain_text("i behold")
    card.get_by_label("Dag for underretning").fill("31. juni 2026")
    card.get_by_role("button", name="Prøv reglen").click()
    expect(card.locator(".invalid-feedback")).to_be_visible()
    expect(card.get_by_label("Dag for underretning")).to_have_value("31. juni 2026")
    page.get_by_role("button", name="Markér som læst").click()
    expect(page.get_by_text("Du har læst afsnittet.")).to_be_visible()


def answer(page: Page, verb: str = "Gem svar") -> None:
    """From § 48 to the outcome, with one slip: 180 days for six months."""

    def save() -> None:
        page.get_by_role("button", name=f"{verb} på ").last.click()

    choose_facts(page)
    save()
    page.get_by_label(LAW).fill("lov om finansiel virksomhed § 48")
    save()
    page.get_by_role("group", name="Er kautionen stillet uden for erhvervsforhold").get_by_label("Ja").check()
    save()
    page.get_by_label(DEADLINE).fill("30/7-2026")
    save()
    page.get_by_role("group", name="Fik kautionisten besked").get_by_label("Nej").check()
    save()
    page.get_by_label("Hvor meget af kravet").fill("62.800 kr.")
    page.get_by_label("Banken har tabt kravet mod kautionisten").check()
    save()


def choose_facts(page: Page) -> None:
    """The facts that matter to the book in this case."""
    facts = page.get_by_role("group", name=FACTS)
    for label in ("Er kautionen", "Dag for mislig", "Dag for under", "Dag for krav", "Misligholdt beløb"):
        facts.get_by_label(label).check()


def practise(page: Page) -> None:
    page.get_by_role("link", name="Cases", exact=True).click()
    page.get_by_role("link", name=CASE).click()
    page.get_by_role("button", name="Begynd").click()
    expect(page.get_by_text("Lone og Mads Brandt").first).to_be_visible()
    answer(page)
    main = page.locator("main")
    expect(main.get_by_text("Du har regnet 180 dage.")).to_be_visible()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text(re.compile(r"[89]\d %"))
    pair = page.locator(".reading-pair").last
    expect(pair).to_contain_text("Pensum")
    expect(pair).to_contain_text("Gældende ret")
    told = main.locator(".facts").inner_text()
    page.get_by_role("button", name="Ny variant", exact=True).click()
    expect(page.get_by_role("group", name=FACTS).locator("input:checked")).to_have_count(0)
    assert main.locator(".facts").inner_text() != told


def take_the_quiz(page: Page) -> None:
    page.get_by_role("link", name="Quiz", exact=True).click()
    page.locator("summary").filter(has_text="Kaution").first.click()
    page.get_by_role("link", name="Samlet om kaution", exact=True).click()
    page.get_by_role("button", name="Begynd").click()
    page.locator("main input[name=chosen]").first.check()
    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_contain_text(re.compile(r"Rigtigt\.|Forkert\.|Delvist"))
    page.get_by_role("link", name="Afslut omgangen").click()
    page.get_by_role("button", name="Afslut omgangen").click()
    expect(page.get_by_role("heading", name="Gennemgang")).to_be_visible()


def hand_in(page: Page) -> None:
    page.get_by_role("link", name="Subsumo", exact=True).click()
    page.get_by_role("link", name="Uge 47").click()
    page.get_by_role("button", name="Begynd opgaven").click()
    choose_facts(page)
    page.get_by_role("button", name="Gem på ").first.click()
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("button", name="Gem på ").last.click()
    expect(page.get_by_text("Gemt kl.").nth(1)).to_be_visible()
    page.get_by_role("link", name="Aflever svar").click()
    expect(page.get_by_text("Der mangler svar.")).to_be_visible()
    page.get_by_role("button", name="Aflever svar").click()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("30 %")


def test_a_student_learns_practises_and_hands_in(page, course):
    sign_up(page, course)
    read(page)
    practise(page)
    take_the_quiz(page)
    hand_in(page)
    assert SectionRead.objects.filter(user__name="Signe Holm").count() == 1
    assert Walkthrough.objects.practice().finished().count() == 1
    assert Attempt.objects.done().count() == 1
    assert Submission.objects.get().walkthrough.submitted_at
