"""A chained case on a phone: in prøve from the start to the result, and in øve with help."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Walkthrough
from cases.start import start
from tests import factories
from tests.cases.playing import Player, right, sent
from tests.cases.test_no_key_early import case_of

CHAIN = "kaede-foraeldrekaution.yaml"


@pytest.fixture
def chain(db):
    """A chained case of the content files."""
    return case_of(CHAIN)


def fill(page, asking, place, value):
    """Answer one item of the page as a person does."""
    field = asking.form.fields[place.name]
    if getattr(field, "keys", None) is None:
        page.locator(f"[name='{place.name}']").fill(str(value))
        page.keyboard.press("Tab")
        return
    for choice in sent(field, value) if isinstance(value, list) else [sent(field, value)]:
        page.locator(f"[name='{place.name}'][value='{choice}']").check()


def answer_all(page, walk, *, quietly):
    """Answer whatever is asked next, rightly, until nothing is."""
    play = Player(None, walk)
    for _ in range(60):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            return
        for place in waiting.places:
            fill(page, waiting, place, right(walk, place))
        if not quietly or waiting.saves_quietly:
            page.locator(f"#gem-{waiting.name}").click()
        expect(page.locator(f"#kvittering-{waiting.name}")).to_contain_text("Gemt kl.")
    raise AssertionError("The path never ends.")


def test_a_chain_is_solved_against_the_clock(phone, student, chain, axe):
    page = phone(student)
    page.emulate_media(reduced_motion="reduce")
    page.goto(chain.get_absolute_url())
    axe(page)
    page.get_by_role("button", name="Løs på tid: 30 minutter").click()
    expect(page.locator(".clock")).to_contain_text("Slutter kl.")
    expect(page.locator(".clock")).to_contain_text("30 minutter tilbage")
    axe(page)
    walk = Walkthrough.objects.get()
    answer_all(page, walk, quietly=True)
    assert page.locator(".verdict").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Aflever svar").click()
    page.get_by_role("button", name="Aflever svar").click()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("100 % i alt")
    axe(page)


def test_when_the_time_is_out_the_page_hands_itself_in_with_what_was_being_typed(phone, student):
    walk = start(student, factories.CaseFactory(), mode="proeve")
    ends_at = timezone.now() + timedelta(seconds=5)
    Walkthrough.objects.filter(pk=walk.pk).update(ends_at=ends_at)
    page = phone(student)
    page.goto(walk.get_absolute_url())
    expect(page.locator("#ur-besked")).to_contain_text("1 minut tilbage.")
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    expect(page.locator(".clock")).to_contain_text("Tiden er gået.", timeout=15_000)
    expect(page.get_by_role("heading", name="Resultat")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("da tiden var gået")).to_be_visible()
    assert walk.answers.get().value == "FIL § 48"


def test_without_scripts_the_page_says_when_it_ends(no_js, student):
    case = factories.CaseFactory()
    page = no_js(student)
    page.goto(case.get_absolute_url())
    page.get_by_role("button", name="Løs på tid").click()
    expect(page.locator(".clock")).to_contain_text("Slutter kl.")
    page.get_by_label("Hvilken bestemmelse afgør spørgsmålet?").fill("FIL § 48")
    page.get_by_role("button", name="Gem").click()
    expect(page.locator(".saved").first).to_contain_text("Gemt kl.")


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_chain_is_practised_with_help(visit, student, chain, axe, js):
    page = visit(student, width=390, js=js)
    walk = start(student, chain)
    page.goto(walk.get_absolute_url())
    name = Player(None, walk).built.askings[0].name
    page.locator(f"#hjaelp-{name} button").click()
    help_taken = page.locator(f"#hjaelp-{name} li")
    expect(help_taken).to_have_count(1)
    if js:
        expect(help_taken.last).to_be_focused()
        axe(page)
    page.locator(f"#hjaelp-{name} button").click()
    expect(help_taken).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if js:
        answer_all(page, walk, quietly=False)
        expect(page.get_by_role("heading", name="Resultat")).to_contain_text("100 % i alt")
        page.get_by_role("link", name="Se besvarelsen").click()
        expect(page.get_by_text("Hjælp taget: 2 af 4.")).to_be_visible()
