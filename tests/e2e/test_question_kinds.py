"""Every kind of question in a real browser: by keyboard alone, on a narrow phone, and without scripts."""

import pytest
from playwright.sync_api import expect

from quizzes.models import Response
from quizzes.start import start
from tests import factories
from tests.quizzes.kinds_of import ARGUMENT, WRITTEN, saved

ALL = [*WRITTEN, ARGUMENT]


@pytest.fixture
def attempt(student):
    questions = [saved(written, hint="Læs en gang til.") for written in ALL]
    return start(student, factories.QuizFactory(questions=questions, certainty=True), mode="aflevering")


def number_of(kind):
    return [written.kind for written in ALL].index(kind) + 1


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_ordering_and_matching_need_no_mouse_and_fit_a_narrow_screen(visit, student, attempt, js):
    page = visit(student, js=js)
    page.set_viewport_size({"width": 320, "height": 640})
    for kind in ("ordering", "matching"):
        number = number_of(kind)
        written, item = ALL[number - 1], attempt.items[number - 1]
        page.goto(f"/quiz/forsoeg/{attempt.pk}/{number}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        wanted = dict(part.partition(":")[::2] for part in written.sent(item, written.right))
        page.locator("select").first.focus()
        for place in range(page.locator("select").count()):
            field = page.locator("select").nth(place)
            expect(field).to_be_focused()
            values = field.locator("option").evaluate_all("all => all.map(one => one.value)")
            chosen = next(
                n
                for n, value in enumerate(values)
                if wanted.get(value.partition(":")[0]) == value.partition(":")[2] and value
            )
            for _ in range(chosen):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        if js:
            expect(page.get_by_text("Gemt kl.")).to_be_visible()
            page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Gem og gå videre").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Spørgsmål {number + 1} af {len(ALL)}")).to_be_visible()
        assert Response.objects.get(attempt=attempt, item=item.key).points == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_kind_before_and_after_the_answer(visit, student, attempt, axe, dark):
    page = visit(student, dark=dark)
    for item, written in zip(attempt.items, ALL, strict=True):
        page.goto(f"/quiz/forsoeg/{attempt.pk}/{item.number}/")
        axe(page)
        chosen = item.kind.read(item.data, written.sent(item, written.wrong or written.right))
        factories.ResponseFactory(
            attempt=attempt, item=item.key, chosen=chosen, points=item.points(chosen), certainty=3
        )
    attempt.submit()
    attempt.release()
    page.goto(f"/quiz/forsoeg/{attempt.pk}/resultat/")
    expect(page.get_by_role("heading", name="Sikker og forkert")).to_be_visible()
    axe(page)


def test_a_number_that_cannot_be_read_is_said_beside_the_field_and_kept(desktop, student, attempt):
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/{number_of('number')}/")
    page.get_by_role("textbox").fill("12.50")
    page.keyboard.press("Tab")
    expect(page.locator("#receipt")).to_contain_text("Mener du 12,50 eller 1250?")
    page.get_by_role("button", name="Gem og gå videre").click()
    expect(page.locator("#id_chosen_error")).to_contain_text("Mener du")
    expect(page.get_by_role("textbox")).to_have_value("12.50")
