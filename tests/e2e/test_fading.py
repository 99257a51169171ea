"""A worked example fades on a phone: the whole solution, then gaps, then nothing given."""

import pytest
from playwright.sync_api import expect

from cases import again, fading
from cases.models import Walkthrough
from tests import factories


@pytest.fixture
def case(db):
    return factories.CaseFactory(title="Søsterens kaution", slug="soesterens-kaution")


def answer_what_is_left(page, walk):
    """Answer everything that is not given, as the rules would; the page asks for one thing after the other."""
    given = set(walk.answers.filter(is_given=True).values_list("key", flat=True))
    for place, value in fading.solve(walk.frozen, walk.reading):
        if place.key in given or place.item.part == "konklusion":
            continue
        asked = page.locator(f"form#{place.name}")
        if place.item.kind == "bool":
            asked.get_by_label("Ja" if value else "Nej").check()
        else:
            asked.get_by_role("textbox").fill(str(value))
        asked.get_by_role("button").click()
        expect(page.locator(f"#{place.name} .verdict.is-right")).to_be_visible()
    whole = page.locator("form[id$='-konklusion']")
    for place, value in fading.solve(walk.frozen, walk.reading):
        if place.item.part == "konklusion":
            field = whole.locator(f"[name='{place.name}']")
            if place.slot == "outcome":
                field.nth(list(place.item.choices).index(value)).check()
            else:
                field.fill(str(value).replace(".", ","))
    whole.get_by_role("button").click()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("100 %")


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_the_solution_fades_from_whole_to_gaps_to_blank(visit, axe, student, case, js, monkeypatch):
    for module in (fading, again):
        monkeypatch.setattr(module, "fresh_seed", lambda: 1)
    page = visit(student, width=390, js=js)
    page.goto(case.get_absolute_url())
    page.get_by_role("button", name="Vis mig løsningen").click()
    expect(page.get_by_text("Hele løsningen")).to_be_visible()
    expect(page.get_by_role("button", name="Gem svar")).to_have_count(0)
    if js:
        axe(page)
    page.get_by_role("button", name="Prøv med huller").click()
    expect(page.get_by_text("Løsning med huller")).to_be_visible()
    answer_what_is_left(page, Walkthrough.objects.get(support="gaps"))
    expect(page.get_by_text("Givet").first).to_be_visible()
    if js:
        axe(page)
    page.goto(case.get_absolute_url())
    page.get_by_role("button", name="Prøv uden hjælp").click()
    expect(page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?")).to_have_value("")
    assert Walkthrough.objects.filter(user=student, support="").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
