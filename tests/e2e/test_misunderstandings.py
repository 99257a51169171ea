"""The teacher reads what the class misunderstood, shows the question that refutes it, and counts hands."""

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.world import MISTAKE


@pytest.mark.parametrize(("width", "js"), [(1280, True), (390, False)])
def test_a_teacher_refutes_a_misunderstanding_in_class(visit, teacher, student, course, axe, width, js):
    for number in range(3):
        other = factories.MembershipFactory(course=course, user__name=f"Person Nummer {number}").user
        factories.EvidenceFactory(user=other, **MISTAKE | {"mistake": ""})
    factories.EvidenceFactory(user=student, share=0, **MISTAKE)

    desk = visit(teacher, width=width, js=js)
    desk.goto(course.get_absolute_url())
    desk.get_by_role("link", name="Se misforståelser").click()
    if js:
        axe(desk)
    desk.get_by_role("link", name="1 af 4 har regnet 180 dage").click()
    expect(desk.get_by_text("Signe Holm")).to_be_hidden()
    desk.get_by_text("Hvem (1)").click()
    expect(desk.get_by_text("Signe Holm")).to_be_visible()
    if js:
        axe(desk)
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")

    desk.get_by_role("link", name="Vis på tavlen").click()
    expect(desk.get_by_text("Rigtigt.")).to_have_count(0)
    desk.get_by_text("Skriv håndsoprækningen").click()
    desk.get_by_label("A, før").fill("18")
    desk.get_by_label("B, efter").fill("30")
    desk.get_by_role("button", name="Gem håndsoprækning").dblclick()
    expect(desk.get_by_text("Håndsoprækningen er gemt.").first).to_be_visible()
    expect(desk.get_by_text("Rigtigt.")).to_have_count(0)

    desk.get_by_role("link", name="Vis svaret").click()
    expect(desk.get_by_text("Rigtigt.")).to_have_count(1)
    expect(desk.locator(".board-hands tbody tr").first).to_contain_text("18")
    if js:
        axe(desk)
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert course.votes.count() == 1
