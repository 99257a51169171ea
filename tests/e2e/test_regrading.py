"""The teacher finds that a key was wrong, tries the grading, puts it in force; the student reads what came of it."""

import os
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from courses import release
from courses.models import Assignment
from courses.regrading import dry_run
from quizzes.models import Option
from tests import factories

WHY = "Nøglen til spørgsmål 1 var forkert."
PICTURES = os.environ.get("PICTURES_OF_REGRADING")


def picture(page, name):
    """Kept where a person wants to look at the pages."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def holds(page, axe):
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def quiz_of_class(course, student):
    """A quiz that the class has handed in and seen the result of; all chose what the key calls wrong."""
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(), factories.QuestionFactory()])
    work = factories.AssignmentFactory(course=course, title="Kend reglerne", case=None, quiz=quiz)
    others = [factories.UserFactory(name=f"Person Nummer {number}") for number in range(4)]
    for number, user in enumerate([student, *others]):
        attempt = factories.SubmissionFactory(assignment=work, user=user).attempt
        for place, item in enumerate(attempt.items):
            wrong = number < 3 or place
            chosen = [
                row["key"] for row in item.data["options"] if ("forgæves" in row["text"]) == bool(wrong)
            ][:1]
            said = {"points": item.points(chosen), "remark": item.said_of(chosen)}
            factories.ResponseFactory(attempt=attempt, item=item.key, chosen=chosen, **said)
        type(attempt).objects.get(pk=attempt.pk).submit()
    release.release(Assignment.objects.get(pk=work.pk))
    first = quiz.items.first().question
    Option.objects.filter(question=first).update(right=False)
    Option.objects.filter(question=first, text__contains="forgæves").update(right=True)
    return work


@pytest.mark.parametrize("width", [1280, 390])
def test_a_teacher_grades_again_and_takes_it_back_and_the_student_reads_both(
    visit, teacher, student, course, quiz_of_class, axe, width
):
    page = visit(teacher, width=width)
    page.goto(f"/undervisning/{course.uuid}/afleveringer/{quiz_of_class.uuid}/")
    page.get_by_role("link", name="Ombedøm").click()
    expect(page.get_by_text("Nøglen til et spørgsmål er rettet: 5")).to_be_visible()
    holds(page, axe)
    picture(page, f"begin-{width}")
    page.get_by_label("Begrundelse").fill(WHY)
    page.get_by_role("button", name="Prøveberegn 5 besvarelser").click()
    expect(
        page.get_by_text("5 af 5 besvarelser får et andet resultat: 3 flere point, 2 færre.")
    ).to_be_visible()
    page.locator("summary").first.click()
    holds(page, axe)
    picture(page, f"dry-run-{width}")
    page.get_by_role("button", name="Gennemfør ombedømmelsen").click()
    expect(page.get_by_text("Ombedømmelsen er gennemført.")).to_be_visible()
    holds(page, axe)
    reader = visit(student, width=width)
    reader.goto(quiz_of_class.get_absolute_url())
    today = f"{timezone.localtime():%-d}."
    expect(reader.get_by_text(f"Genbedømt {today}")).to_be_visible()
    expect(reader.get_by_text(WHY)).to_be_visible()
    holds(reader, axe)
    picture(reader, f"student-{width}")
    page.bring_to_front()
    page.get_by_role("button", name="Tag ombedømmelsen tilbage").click()
    expect(page.get_by_text("De tidligere resultater gælder igen.")).to_be_visible()
    reader.reload()
    expect(reader.get_by_text("det tidligere resultat gælder igen")).to_be_visible()


def test_the_progress_is_followed_without_a_click_and_without_script_by_reloading(
    visit, teacher, quiz_of_class, axe, settings
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    asked = {"scope": "one", "reading": "", "reason": WHY, "by": teacher}
    regrade = dry_run.start(Assignment.objects.get(pk=quiz_of_class.pk), **asked)
    page, plain = visit(teacher), visit(teacher, js=False)
    for shown in (page, plain):
        shown.goto(regrade.get_absolute_url())
        expect(shown.get_by_text("0 af 5 besvarelser er beregnet.")).to_be_visible()
    axe(page)
    picture(page, "progress-1280")
    dry_run.run.func(regrade.pk)
    expect(page.get_by_role("heading", name="Hvad der vil ske")).to_be_visible()
    plain.get_by_role("link", name="Opdater siden").click()
    expect(plain.get_by_role("button", name="Gennemfør ombedømmelsen")).to_be_visible()
