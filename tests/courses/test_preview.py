"""The teacher sees an assignment as its students will, and nothing is stored."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.models import Walkthrough
from courses.models import Submission
from quizzes.models import Attempt
from tests import factories


def preview_of(client, assignment, query=""):
    address = (
        f"/undervisning/{assignment.course.uuid}/afleveringer/{assignment.uuid}/forhaandsvisning/{query}"
    )
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def mixed(course):
    later = timezone.now() + timedelta(days=2)
    items = [
        {"case": factories.CaseFactory(title="Banken siger intet"), "weight": 3},
        {"quiz": factories.QuizFactory(title="Kend reglerne")},
        {"section": factories.SectionFactory(title="Om kaution"), "weight": 0},
    ]
    times = {"opens_at": later, "due_at": later + timedelta(days=7)}
    return factories.AssignmentFactory(course=course, items=items, variant="own", attempts=2, **times)


def test_it_shows_the_page_a_variant_and_when_what_is_told(as_teacher, mixed):
    page = preview_of(as_teacher, mixed)
    for word in ("Forhåndsvisning.", "Sådan bedømmes du", "Begynd casen", "Begynd quizzen", "Læs afsnittet"):
        assert word in page
    assert "Du har 2 forsøg; det bedste tæller." in page
    assert "Når du frigiver resultaterne" in page
    assert "Løsningen, som den vises bagefter" in page
    assert "Du underviser på holdet." not in page


def test_nothing_is_stored(as_teacher, mixed):
    preview_of(as_teacher, mixed)
    assert [model.objects.count() for model in (Submission, Walkthrough, Attempt)] == [0, 0, 0]


def story(page):
    return page.split('<div class="facts">')[1].split("</div>")[0]


def test_another_example_is_drawn_where_everyone_has_an_own_variant(as_teacher, mixed):
    pages = [story(preview_of(as_teacher, mixed, f"?variant={number}")) for number in ("1", "1", "2")]
    assert pages[0] == pages[1] != pages[2]


@pytest.mark.parametrize("odd", ["0", "-1", "²", "99999", "x", ""])
def test_a_variant_that_is_not_there_is_the_first(as_teacher, mixed, odd):
    assert "eksempel 1." in preview_of(as_teacher, mixed, f"?variant={odd}")


@pytest.mark.parametrize("variant", ["original", "same"])
def test_where_all_have_the_same_that_is_shown(as_teacher, student, course, variant):
    assignment = factories.AssignmentFactory(course=course, variant=variant)
    page = story(preview_of(as_teacher, assignment))
    begun = factories.SubmissionFactory(assignment=assignment, user=student).walkthrough
    assert begun.frozen["story"].split("\n")[0][:40] in page


def test_what_cannot_be_begun_is_told(as_teacher, course):
    case = factories.CaseFactory()
    case.questions.update(facts={"kraevet": "i går"})
    page = preview_of(as_teacher, factories.AssignmentFactory(course=course, case=case))
    assert "Den kan ikke begyndes, som den er nu." in page
