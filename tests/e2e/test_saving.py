"""What the page calls saved is saved: on two devices, without a connection, with a tab closed in the middle."""

import time

import pytest
from playwright.sync_api import expect

from cases.models import Answer
from cases.start import start
from tests.cases.playing import Player, right, sent
from tests.cases.test_no_key_early import case_of
from tests.e2e.test_timed import CHAIN, answer_all
from tests.factories import CaseFactory

LAW = "Hvilken bestemmelse afgør spørgsmålet?"
PRIVATE = "Er kautionen stillet uden for erhvervsforhold"
DAY = "Hvilken dag kan banken senest underrette"
OFFLINE = "ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch"


@pytest.fixture
def case(db):
    return CaseFactory(questions=[{"key": "q1"}])


@pytest.fixture
def given(student, case):
    """An aflevering that has just begun."""
    return start(student, case, mode="aflevering")


def receipt(page, end):
    return page.locator(f"[id^=kvittering-][id$={end}]")


def test_a_chain_is_handed_in_on_a_phone(phone, student, axe):
    walk = start(student, case_of(CHAIN), mode="aflevering")
    page = phone(student)
    page.emulate_media(reduced_motion="reduce")
    page.goto(walk.get_absolute_url())
    answer_all(page, walk, quietly=True)
    expect(page.locator(".verdict")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Aflever svar").click()
    expect(page.get_by_text("Der mangler svar")).to_have_count(0)
    page.get_by_role("button", name="Aflever svar").click()
    expect(page.get_by_text("Besvarelsen er afleveret.")).to_be_visible()
    expect(page.locator(".is-right, .is-wrong")).to_have_count(0)
    walk.refresh_from_db()
    walk.release()
    page.reload()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("100 %")
    axe(page)


def tab_to(page, name):
    """Press Tab until a field of this name has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"Nobody reaches {name} by the keyboard.")


def press(page, asking, place, value):
    """Answer one item with the keys alone."""
    field = asking.form.fields[place.name]
    tab_to(page, place.name)
    if getattr(field, "keys", None) is None:
        page.keyboard.type(str(value))
    elif isinstance(value, list):
        for _ in field.keys:
            if page.evaluate("document.activeElement.value") in sent(field, value):
                page.keyboard.press("Space")
            page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
    else:
        page.keyboard.press("Space")
        for _ in field.keys:
            if page.evaluate("document.activeElement.value") == sent(field, value):
                break
            page.keyboard.press("ArrowDown")


def test_a_chain_is_practised_with_the_keyboard_alone(phone, student):
    walk = start(student, case_of(CHAIN))
    page = phone(student)
    page.goto(walk.get_absolute_url())
    play = Player(None, walk)
    for _ in range(60):
        waiting = next((one for one in play.built.askings if not one.is_answered), None)
        if waiting is None:
            break
        for place in waiting.places:
            press(page, waiting, place, right(walk, place))
        page.keyboard.press("Enter")
        expect(page.locator(f"#kvittering-{waiting.name}")).to_contain_text("Gemt kl.")
        # The page sets the focus when it has the verdict; a key before that goes elsewhere.
        expect(page.locator("#svar [data-focus]").first).to_be_focused()
    expect(page.get_by_role("heading", name="Resultat")).to_contain_text("100 % i alt")


def test_an_answer_is_begun_on_the_phone_and_goes_on_at_the_desk(phone, desktop, student, given):
    away, desk = phone(student), desktop(student)
    away.goto(given.get_absolute_url())
    away.get_by_label(LAW).fill("FIL § 48")
    away.keyboard.press("Tab")
    expect(receipt(away, "jus")).to_contain_text("Gemt kl.")

    desk.goto(given.get_absolute_url())
    expect(desk.get_by_label(LAW)).to_have_value("FIL § 48")
    desk.get_by_role("group", name=PRIVATE).get_by_label("Ja").check()
    desk.get_by_label(DAY).fill("31-07-2026")
    desk.keyboard.press("Tab")
    expect(receipt(desk, "sidste_frist")).to_contain_text("Gemt kl.")

    away.get_by_label(LAW).fill("GBL § 31")
    away.keyboard.press("Tab")
    expect(away.get_by_role("alert")).to_contain_text("ændret i en anden fane eller på en anden enhed")
    expect(away.get_by_label(LAW)).to_have_value("GBL § 31")
    expect(receipt(away, "jus")).to_have_text("Ikke gemt endnu")
    expect(away.get_by_label(DAY)).to_have_value("31-07-2026")
    assert Answer.objects.get(key="jus").raw == "FIL § 48"
    away.get_by_role("button", name="Gem på Hvilken bestemmelse").click()
    expect(receipt(away, "jus")).to_contain_text("Gemt kl.")
    assert Answer.objects.get(key="jus").raw == "GBL § 31"

    desk.get_by_label(DAY).fill("30-07-2026")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("alert")).to_contain_text("ændret i en anden fane eller på en anden enhed")
    expect(desk.get_by_label(DAY)).to_have_value("30-07-2026")
    assert Answer.objects.get(key="sidste_frist").raw == "31-07-2026"


def test_in_a_tab_closed_in_the_middle_all_that_was_called_saved_is_saved(phone, student, given):
    page = phone(student)
    page.goto(given.get_absolute_url())
    page.get_by_label(LAW).fill("FIL § 48")
    page.keyboard.press("Tab")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    page.get_by_label(LAW).press_sequentially(", stk. 6")
    expect(receipt(page, "jus")).to_have_text("Ikke gemt endnu")
    page.get_by_label(LAW).fill("FIL § 48")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    page.get_by_label(LAW).press_sequentially(", stk. 6")
    page.close()
    again = phone(student)
    again.goto(given.get_absolute_url())
    expect(again.get_by_label(LAW)).to_have_value("FIL § 48")
    expect(receipt(again, "jus")).to_contain_text("Gemt kl.")


def test_an_answer_without_a_connection_is_said_not_to_be_saved_and_goes_when_it_is_back(
    visit, student, given
):
    page = visit(student, width=390, expects=OFFLINE)
    page.goto(given.get_absolute_url())
    page.get_by_label(LAW).fill("GBL § 31")
    page.keyboard.press("Tab")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    page.context.set_offline(True)
    page.get_by_label(LAW).fill("FIL § 48")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Svaret er ikke gemt: serveren svarede ikke.")).to_be_visible()
    expect(receipt(page, "jus")).to_have_text("Ikke gemt endnu")
    assert Answer.objects.get().raw == "GBL § 31"

    page.context.set_offline(False)
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    expect(page.get_by_text("Svaret er ikke gemt: serveren svarede ikke.")).to_have_count(0)
    expect(page.get_by_label(LAW)).to_have_value("FIL § 48")
    assert Answer.objects.get().raw == "FIL § 48"


def test_an_answer_that_never_arrived_goes_along_with_the_next(visit, student, given):
    page = visit(student, width=390, expects=OFFLINE)
    page.goto(given.get_absolute_url())
    page.get_by_label(LAW).fill("GBL § 31")
    page.keyboard.press("Tab")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    page.route("**/svar/**", lambda route: route.abort())
    page.get_by_label(LAW).fill("FIL § 48")
    page.keyboard.press("Tab")
    expect(receipt(page, "jus")).to_have_text("Ikke gemt endnu")
    page.unroute("**/svar/**")
    page.get_by_role("group", name=PRIVATE).get_by_label("Ja").check()
    expect(receipt(page, "er_privat")).to_contain_text("Gemt kl.")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    assert Answer.objects.get(key="jus").raw == "FIL § 48"


def test_what_is_typed_while_an_answer_is_on_its_way_stays(desktop, student, given):
    page = desktop(student)
    page.goto(given.get_absolute_url())
    page.get_by_label(LAW).fill("FIL § 48")
    page.keyboard.press("Tab")
    page.get_by_role("group", name=PRIVATE).get_by_label("Ja").check()
    expect(page.get_by_label(DAY)).to_be_visible()

    def slowly(route) -> None:
        time.sleep(0.6)
        route.continue_()

    page.route("**/svar/**", slowly)
    page.get_by_label(LAW).fill("FIL § 47")
    page.get_by_label(DAY).focus()
    page.keyboard.type("31-07")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    expect(page.get_by_label(DAY)).to_have_value("31-07")
    expect(page.get_by_label(DAY)).to_be_focused()
    expect(receipt(page, "sidste_frist")).to_have_text("Ikke gemt endnu")
    page.keyboard.type("-2026")
    page.keyboard.press("Tab")
    expect(receipt(page, "sidste_frist")).to_contain_text("Gemt kl.")
    assert Answer.objects.get(key="sidste_frist").raw == "31-07-2026"
