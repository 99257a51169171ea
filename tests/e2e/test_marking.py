"""A marker at her desk: no names, one part at a time, and comments that are used again."""

import pytest
from playwright.sync_api import expect

from tests import factories

WHY, WHEN = "Hvorfor netop den bestemmelse?", "Regn fristen ud, og skriv dagen."


@pytest.fixture
def assignment(course):
    cases = [
        factories.CaseFactory(title=title, weight_argument=20, questions=[{"key": "q1"}])
        for title in ("Søsterens kaution", "Bilen på kredit")
    ]
    work = factories.AssignmentFactory(course=course, title="Uge 48", items=[{"case": one} for one in cases])
    for name in ("Ask Ager", "Bodil Busk", "Carl Dam"):
        user = factories.UserFactory(name=name)
        for item in work.tasks:
            factories.SubmissionFactory(assignment=work, user=user, item=item, handed_in=True)
    return work


def begin(page, assignment):
    """Names hidden, one part chosen, and the first of it open."""
    page.goto(f"{assignment.course.get_absolute_url()}afleveringer/{assignment.uuid}/begrundelser/")
    page.get_by_role("link", name="Bedøm uden navne").click()
    page.get_by_label("Del", exact=True).select_option("Bilen på kredit")
    page.get_by_role("button", name="Vis").click()
    expect(page.get_by_text("3 af 3 venter på din bedømmelse.")).to_be_visible()
    page.get_by_role("link", name="Besvarelse").first.click()


def mark(page, comment):
    for one in page.get_by_label("Point (0 til").all():
        one.fill("1")
    if comment:
        page.get_by_label("Kommentar til den studerende").fill(comment)
    page.get_by_role("button", name="Gem, og gå til næste").click()


def test_a_marker_goes_through_one_part_without_names_and_uses_comments_again(
    visit, teacher, assignment, axe
):
    page = visit(teacher, width=390)
    begin(page, assignment)
    mark(page, f"{WHY}\n\n{WHEN}")
    field = page.get_by_label("Kommentar til den studerende")
    page.get_by_role("button", name=WHY).click()
    expect(field).to_be_focused()
    expect(field).to_have_value(WHY)
    page.get_by_role("button", name=WHEN).press("Enter")
    page.get_by_role("button", name=WHEN).press("Enter")
    expect(field).to_have_value(f"{WHY}\n\n{WHEN}")
    page.emulate_media(reduced_motion="reduce")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark(page, "")
    mark(page, "")
    expect(page.get_by_text("Alle 3 er bedømt.")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Vis navne").click()
    expect(page.get_by_role("link", name="Ask Ager")).to_be_visible()
    comments = [one.walkthrough.argument_points.get("comment") for one in assignment.submissions.all()]
    assert comments.count(f"{WHY}\n\n{WHEN}") == 2


def test_without_scripts_a_comment_is_chosen_from_a_list(no_js, teacher, assignment):
    page = no_js(teacher)
    begin(page, assignment)
    mark(page, WHY)
    page.get_by_label("Brug en tidligere kommentar").select_option(WHY)
    mark(page, WHEN)
    comments = [one.walkthrough.argument_points.get("comment") for one in assignment.submissions.all()]
    assert f"{WHEN}\n\n{WHY}" in comments
