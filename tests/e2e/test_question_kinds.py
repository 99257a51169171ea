"""Every kind of question in a real browser: by keyboard alone, on a narrow phone, and without scripts."""

import re

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


@pytest.fixture
def generated(student):
    return start(student, factories.QuizFactory(questions=[factories.GeneratedQuestionFactory()]))


def number_of(kind):
    return [written.kind for written in ALL].index(kind) + 1


def answer(page, sent):
    """Give an answer by keyboard alone, from the first field on."""
    fields = page.locator("[name=chosen]:visible")
    if page.get_by_role("button", name="Flyt op").count():
        return put_in_order(page, sent)
    fields.first.focus()
    kind = fields.first.evaluate("field => field.type")
    if kind == "radio":
        values = fields.evaluate_all("all => all.map(one => one.value)")
        page.keyboard.press("Space")
        for _ in range(values.index(sent[0])):
            page.keyboard.press("ArrowDown")
        return None
    for place in range(fields.count()):
        field = fields.nth(place)
        expect(field).to_be_focused()
        if kind == "checkbox":
            if field.get_attribute("value") in sent:
                page.keyboard.press("Space")
        elif kind == "select-one":
            values = field.locator("option").evaluate_all("all => all.map(one => one.value)")
            for _ in range(next(n for n, value in enumerate(values) if value in sent)):
                page.keyboard.press("ArrowDown")
        else:
            page.keyboard.type(sent[place])
        page.keyboard.press("Tab")
    return None


def put_in_order(page, sent):
    """Move the line of each place up until it stands there; the focus stays on the button that is pressed."""
    for place, value in enumerate(sent):
        line = page.locator(f".ordering > li:has(option[value='{value}'])")
        button = line.get_by_role("button", name="Flyt op")
        button.focus()
        for _ in range(line.evaluate("row => [...row.parentElement.children].indexOf(row)") - place):
            page.keyboard.press("Enter")
            expect(button).to_be_focused()
    expect(page.get_by_role("status").filter(has_text=re.compile(rf"plads \d af {len(sent)}"))).to_have_count(
        1
    )


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_every_kind_is_answered_by_keyboard_on_a_narrow_screen(visit, student, attempt, js):
    page = visit(student, js=js)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/quiz/forsoeg/{attempt.pk}/1/")
    for item, written in zip(attempt.items, ALL, strict=True):
        expect(page.get_by_text(f"Spørgsmål {item.number} af {len(ALL)}")).to_be_visible()
        # The buttons of an order are drawn when the rest of the page stands.
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        answer(page, written.sent(item, written.right))
        if js:
            page.keyboard.press("Tab")
            expect(page.locator("#receipt")).to_contain_text("Gemt kl.")
        page.get_by_role("button", name=re.compile("Gem og ")).focus()
        page.keyboard.press("Enter")
    expect(page.get_by_text(f"Alle {len(ALL)} spørgsmål er besvaret.")).to_be_visible()
    marks = dict(Response.objects.filter(attempt=attempt).values_list("item", "points"))
    assert {item.kind.name: marks[item.key] for item in attempt.items} == {
        written.kind: None if written is ARGUMENT else 1 for written in ALL
    }


@pytest.mark.parametrize("js", [True, False], ids=["with scripts", "without scripts"])
def test_a_question_that_the_rule_makes_is_answered_by_keyboard(visit, student, generated, js):
    page = visit(student, js=js)
    page.goto(f"/quiz/forsoeg/{generated.pk}/1/")
    answer(
        page,
        [
            next(
                choice.key for choice in generated.items[0].choices if generated.items[0].points([choice.key])
            )
        ],
    )
    page.keyboard.press("Enter")
    expect(page.locator(".feedback .verdict")).to_contain_text("Rigtigt.")


def test_lines_that_stand_at_the_end_say_so_and_a_reload_keeps_the_order(desktop, student, attempt, axe):
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/{number_of('ordering')}/")
    lines = page.locator(".ordering > li")
    axe(page)
    lines.first.get_by_role("button", name="Flyt op").press("Enter")
    expect(page.get_by_text("Linjen står allerede øverst.")).to_have_count(1)
    assert not Response.objects.exists()
    moved = lines.first.locator("label").inner_text()
    lines.first.get_by_role("button", name="Flyt ned").click()
    expect(lines.nth(1).locator("label")).to_have_text(moved)
    expect(page.locator("#receipt")).to_contain_text("Gemt kl.")
    page.reload()
    expect(lines.nth(1).locator("label")).to_have_text(moved)


def test_an_order_that_is_right_as_it_stands_is_an_answer_when_it_is_sent(desktop, student):
    written = ALL[number_of("ordering") - 1]
    practice = start(student, factories.QuizFactory(questions=[saved(written)]))
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{practice.pk}/1/")
    page.get_by_role("button", name="Svar på spørgsmålet").click()
    expect(page.locator(".feedback .verdict")).to_be_focused()
    told = [part.rpartition(":")[0] for part in Response.objects.get().chosen]
    assert told == practice.items[0].data["shown"]


def test_axe_finds_nothing_on_any_kind_before_and_after_the_answer(
    desktop, student, attempt, axe_light_and_dark
):
    page = desktop(student)
    for item, written in zip(attempt.items, ALL, strict=True):
        page.goto(f"/quiz/forsoeg/{attempt.pk}/{item.number}/")
        axe_light_and_dark(page)
        chosen = item.kind.read(item.data, written.sent(item, written.wrong or written.right))
        factories.ResponseFactory(
            attempt=attempt, item=item.key, chosen=chosen, points=item.points(chosen), certainty=3
        )
    attempt.submit()
    attempt.release()
    page.goto(f"/quiz/forsoeg/{attempt.pk}/resultat/")
    expect(page.get_by_role("heading", name="Sikker og forkert")).to_be_visible()
    axe_light_and_dark(page)


def test_a_number_that_cannot_be_read_is_said_beside_the_field_and_kept(desktop, student, attempt):
    page = desktop(student)
    page.goto(f"/quiz/forsoeg/{attempt.pk}/{number_of('number')}/")
    page.get_by_role("textbox").fill("12.50")
    page.keyboard.press("Tab")
    expect(page.locator("#receipt")).to_contain_text("Mener du 12,50 eller 1250?")
    page.get_by_role("button", name="Gem og gå videre").click()
    expect(page.locator("#id_chosen_error")).to_contain_text("Mener du")
    expect(page.get_by_role("textbox")).to_have_value("12.50")
