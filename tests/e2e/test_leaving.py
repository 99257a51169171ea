"""No click is lost, and no answer: what is on its way arrives first, whatever is pressed or typed meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from cases.models import Answer, Walkthrough
from cases.start import start
from quizzes.models import Response
from quizzes.start import start as start_quiz
from tests.factories import CaseFactory, QuestionFactory, QuizFactory

LAW = "Hvilken bestemmelse afgør spørgsmålet?"
PRIVATE = "Er kautionen stillet uden for erhvervsforhold"
DAY = "Hvilken dag kan banken senest underrette"
MISSING = "Der mangler svar."


class OnTheirWay:
    """The answers that a page sends, held back on the line until they are let through, the first one first."""

    def __init__(self, page, pattern="**/svar/**"):
        self.page, self.held, self.through = page, [], 0
        page.route(pattern, lambda route: route.request.method == "POST" and self.held.append(route))

    def wait_for(self, number):
        """Wait until so many have set out in all."""
        for _ in range(250):
            if len(self.held) >= number:
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"{len(self.held)} answers set out, not {number}.")

    def let_through(self, status=None):
        """Let the next one arrive, and the page have its reply; the server fails with `status` if one is given."""
        self.wait_for(self.through + 1)
        route = self.held[self.through]
        self.through += 1
        with self.page.expect_event("requestfinished", lambda request: request == route.request):
            route.fulfill(status=status, body="") if status else route.continue_()
        # What the page draws with the reply is drawn now, or it waits for something.
        self.page.wait_for_timeout(150)


def press(page, target):
    """Put the finger down, and leave it there."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()


def receipt(page, end):
    return page.locator(f"[id^=kvittering-][id$={end}]")


def saved(key):
    return Answer.objects.get(key=key).raw


@pytest.fixture
def page(phone, student):
    """An aflevering that is answered as far as the day, on a phone."""
    walk = start(student, CaseFactory(questions=[{"key": "q1"}]), mode="aflevering")
    page = phone(student, expects="status of 500")
    page.goto(walk.get_absolute_url())
    page.get_by_label(LAW).fill("GBL § 31")
    page.keyboard.press("Tab")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    page.get_by_role("group", name=PRIVATE).get_by_label("Ja").check()
    expect(receipt(page, "er_privat")).to_contain_text("Gemt kl.")
    expect(page.get_by_label(DAY)).to_be_visible()
    return page


@pytest.fixture
def line(page):
    """The line of that phone."""
    return OnTheirWay(page)


@pytest.fixture
def practised(phone, student):
    """A practice, its page and the line, on which the first answer is on its way."""
    walk = start(student, CaseFactory(questions=[{"key": "q1"}]))
    page = phone(student)
    page.goto(walk.get_absolute_url())
    line = OnTheirWay(page)
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("button", name="Gem svar").first.click()
    return walk, page, line


def test_a_link_that_is_drawn_anew_under_the_finger_is_followed(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    press(page, page.get_by_role("link", name="Aflever svar"))
    line.let_through()
    page.mouse.up()
    expect(page.get_by_text(MISSING)).to_be_visible()
    assert saved("jus") == "FIL § 48"


def test_a_link_under_a_finger_that_stays_is_drawn_anew_at_last(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    press(page, page.get_by_role("link", name="Aflever svar"))
    line.let_through()
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")


def test_a_link_is_followed_when_all_that_was_typed_is_saved(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_label(DAY).fill("31-07-2026")
    page.get_by_role("link", name="Aflever svar").click()
    line.let_through()
    expect(page.get_by_text(MISSING)).to_have_count(0)
    line.let_through()
    expect(page.get_by_text(MISSING)).to_be_visible()
    assert (saved("jus"), saved("sidste_frist")) == ("FIL § 48", "31-07-2026")


def test_a_link_is_followed_when_what_could_not_be_read_was_put_right(page, line):
    page.get_by_label(LAW).fill("ved ikke")
    page.get_by_label(DAY).focus()
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("link", name="Aflever svar").click()
    line.let_through()
    line.let_through()
    expect(page.get_by_text(MISSING)).to_be_visible()
    assert saved("jus") == "FIL § 48"


def test_who_stays_because_of_an_answer_is_told_so(page, line):
    page.get_by_label(LAW).fill("ved ikke")
    page.get_by_label(DAY).fill("31-07-2026")
    page.get_by_role("link", name="Aflever svar").click()
    expect(
        page.get_by_text("Et svar er på vej til serveren. Siden skifter, når det er gemt.")
    ).to_be_visible()
    line.let_through()
    line.let_through()
    expect(page.get_by_text("Et af svarene er ikke gemt. Derfor blev du på siden")).to_be_visible()
    expect(page.get_by_label(LAW)).to_have_value("ved ikke")
    expect(receipt(page, "jus")).to_have_text("Ikke gemt endnu")
    expect(receipt(page, "sidste_frist")).to_contain_text("Gemt kl.")


def test_who_leaves_while_the_server_fails_stays_with_the_answer(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("link", name="Aflever svar").click()
    line.let_through(status=500)
    expect(page.get_by_text("Svaret er ikke gemt: der skete en fejl på serveren.")).to_be_visible()
    expect(page.get_by_label(LAW)).to_have_value("FIL § 48")


def test_a_tap_that_leaves_the_focus_in_the_field_takes_the_answer_along(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    page.get_by_role("link", name="Aflever svar").evaluate("link => link.click()")
    line.let_through()
    expect(page.get_by_text(MISSING)).to_be_visible()
    assert saved("jus") == "FIL § 48"


def test_a_link_within_the_page_waits_for_nothing(page, line):
    page.get_by_label(LAW).fill("FIL § 48")
    page.locator(".skip-link").evaluate("link => { link.focus(); link.click() }")
    line.wait_for(1)
    assert page.url.endswith("#main")


def test_three_answers_in_a_hurry_are_three_answers(page, line):
    page.get_by_label(LAW).fill("FIL § 47")
    page.get_by_label(DAY).fill("31-07-2026")
    page.get_by_label(LAW).fill("FIL § 48")
    page.keyboard.press("Tab")
    for _ in range(3):
        line.let_through()
    expect(receipt(page, "sidste_frist")).to_contain_text("Gemt kl.")
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    assert (saved("jus"), saved("sidste_frist")) == ("FIL § 48", "31-07-2026")


def test_what_is_typed_while_two_answers_are_on_their_way_stays_and_is_saved_when_it_is_left(page, line):
    page.get_by_label(LAW).fill("FIL § 47")
    page.get_by_label(DAY).fill("31-07-2026")
    page.get_by_label(LAW).fill("FIL § 48")
    line.let_through()
    line.let_through()
    expect(receipt(page, "sidste_frist")).to_contain_text("Gemt kl.")
    expect(page.get_by_label(LAW)).to_have_value("FIL § 48")
    expect(page.get_by_label(LAW)).to_be_focused()
    expect(receipt(page, "jus")).to_have_text("Ikke gemt endnu")
    page.keyboard.press("Tab")
    line.let_through()
    expect(receipt(page, "jus")).to_contain_text("Gemt kl.")
    assert saved("jus") == "FIL § 48"


def test_what_is_chosen_while_an_answer_is_on_its_way_stays_chosen_and_gets_its_receipt(page):
    page.get_by_label(DAY).fill("31-07-2026")
    page.keyboard.press("Tab")
    page.get_by_role("group", name="Fik kautionisten besked").get_by_label("Nej").check()
    outcomes = page.get_by_role("group", name="Hvad bliver resultatet?").get_by_role("radio")
    expect(outcomes.last).to_be_visible()
    line = OnTheirWay(page)
    page.get_by_label(LAW).fill("FIL § 48")
    outcomes.last.check()
    line.let_through()
    expect(outcomes.last).to_be_checked()
    expect(receipt(page, "konklusion")).to_have_text("Ikke gemt endnu")
    line.let_through()
    expect(outcomes.last).to_be_checked()
    expect(receipt(page, "konklusion")).to_contain_text("Gemt kl.")
    assert Answer.objects.get(key="outcome").value


def test_the_receipt_stands_beside_no_choice_that_is_on_its_way(page, line):
    private = page.get_by_role("group", name=PRIVATE)
    private.get_by_label("Nej").check()
    expect(receipt(page, "er_privat")).to_have_text("Ikke gemt endnu")
    private.get_by_label("Ja").check()
    expect(receipt(page, "er_privat")).to_have_text("Ikke gemt endnu")
    line.let_through()
    expect(private.get_by_label("Ja")).to_be_checked()
    expect(receipt(page, "er_privat")).to_have_text("Ikke gemt endnu")
    line.let_through()
    expect(receipt(page, "er_privat")).to_contain_text("Gemt kl.")
    assert saved("er_privat") == "Ja"


@pytest.mark.parametrize("status", [None, 500], ids=["saved", "failed"])
def test_when_the_time_is_out_the_page_waits_for_the_last_answer_and_hands_itself_in(phone, student, status):
    walk = start(student, CaseFactory(questions=[{"key": "q1"}]), mode="proeve")
    Walkthrough.objects.filter(pk=walk.pk).update(ends_at=timezone.now() + timedelta(seconds=4))
    page = phone(student, expects="status of 500")
    line = OnTheirWay(page)
    page.goto(walk.get_absolute_url())
    page.get_by_label(LAW).fill("FIL § 48")
    expect(page.locator(".clock")).to_contain_text("Tiden er gået.", timeout=15_000)
    page.wait_for_timeout(4000)
    assert Walkthrough.objects.get().is_open
    line.let_through(status)
    expect(page.get_by_role("heading", name="Resultat")).to_be_visible()
    assert Answer.objects.exists() == (status is None)


def test_a_button_that_is_drawn_anew_under_the_finger_is_pressed(practised):
    walk, page, line = practised
    press(page, page.get_by_role("button", name="Ny variant"))
    line.let_through()
    page.mouse.up()
    page.wait_for_url(lambda url: str(walk.pk) not in url)
    assert saved("jus") == "FIL § 48"
    assert Walkthrough.objects.count() == 2


def test_a_button_that_was_drawn_anew_sends_what_was_chosen_when_it_was_pressed(practised):
    walk, page, line = practised
    level = page.get_by_label("Sværhed").locator("option").last.get_attribute("value")
    page.get_by_label("Sværhed").select_option(level)
    page.get_by_role("button", name="Ny variant").click()
    line.let_through()
    page.wait_for_url(lambda url: str(walk.pk) not in url)
    assert saved("jus") == "FIL § 48"
    assert str(Walkthrough.objects.exclude(pk=walk.pk).get().level) == level


def test_the_last_choice_in_a_quiz_is_the_one_that_is_saved(phone, student):
    quiz = QuizFactory(questions=[QuestionFactory(), QuestionFactory()], mode="aflevering")
    attempt = start_quiz(student, quiz)
    page = phone(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/1/")
    line = OnTheirWay(page, "**/quiz/forsoeg/*/1/")
    for choice in (0, 1):
        page.get_by_role("radio").nth(choice).check()
    last = page.get_by_role("radio").nth(1).get_attribute("value")
    page.get_by_role("button", name="Gem og gå videre").click()
    for number in (1, 2, 3):
        line.wait_for(number)
        assert len(line.held) == number
        line.let_through()
    expect(page.get_by_text("Spørgsmål 2 af 2")).to_be_visible()
    assert Response.objects.get().chosen == [last]
