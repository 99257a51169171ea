"""The teacher accepts an answer for all: from the hand-in through the dry run into force; the student reads it."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from courses import release
from courses.models import Assignment
from tests.courses.accepting.conftest import WHY, five, short_quiz

__all__ = ["five", "short_quiz"]

PICTURES = os.environ.get("PICTURES_OF_ACCEPTING")


def picture(page, name):
    """Kept where a person wants to look at the pages."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def holds(page, axe):
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_teacher_accepts_an_answer_for_all_and_the_student_reads_it(
    visit, teacher, student, short_quiz, five, axe, width
):
    release.release(Assignment.objects.get(pk=short_quiz.pk))
    page = visit(teacher, width=width, js=width > 390)
    page.goto(f"/undervisning/{short_quiz.course.uuid}/afleveringer/{short_quiz.uuid}/{five[0].uuid}/")
    if width > 390:
        holds(page, axe)
    picture(page, f"hand-in-{width}")
    page.get_by_role("link", name="Ret bedømmelsen af spørgsmål 1").click()
    expect(page.get_by_text("Godtag (100 %): fra 50 til 100 point")).to_be_visible()
    picture(page, f"form-{width}")
    page.get_by_label("Godtag (100 %)").check()
    page.get_by_label("Begrundelse").fill(WHY)
    page.get_by_label("Alle, der har svaret det samme").check()
    page.get_by_role("button", name="Ret bedømmelsen").click()
    expect(page.get_by_text("3 af 5 besvarelser får et andet resultat: 3 flere point")).to_be_visible()
    picture(page, f"dry-run-{width}")
    page.get_by_role("button", name="Gennemfør ombedømmelsen").click()
    expect(page.get_by_text("Ombedømmelsen er gennemført.")).to_be_visible()
    if width > 390:
        holds(page, axe)
    reader = visit(student, width=width)
    reader.goto(five[0].attempt.get_absolute_url())
    expect(
        reader.get_by_text("Bedømmelsen er rettet af underviseren: 100 % af svarets point.")
    ).to_be_visible()
    expect(reader.locator(".put-right-reason")).to_have_text(WHY)
    expect(reader.get_by_text("Svaret er: Regres.")).to_be_visible()
    holds(reader, axe)
    picture(reader, f"student-{width}")
