"""How often a page asks the database: at most ten times, and as often for 300 rows as for 3."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quizzes.models import Attempt
from tests import factories
from tests.factories import frozen_item


def attempt_of(user, count, **fields):
    items = [frozen_item(number) for number in range(1, count + 1)]
    return factories.AttemptFactory(user=user, frozen={"items": items}, max_points=count, **fields)


def queries(client, page, data=None, **more):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.post(page, data, **more) if data is not None else client.get(page)
    assert response.status_code in {200, 302}
    return len(captured)


def test_the_list_of_quizzes(as_student, student):
    def rows(count):
        for quiz in factories.QuizFactory.create_batch(count, questions=[]):
            attempt_of(student, 1, quiz=quiz).submit()

    rows(3)
    few = queries(as_student, "/quiz/")
    rows(60)
    assert queries(as_student, "/quiz/") == few <= 10


def test_the_intro_of_a_quiz(as_student, student):
    quiz = factories.QuizFactory(slug="kaution", questions=factories.QuestionFactory.create_batch(3))

    def rounds(count):
        for _ in range(count):
            attempt_of(student, 1, quiz=quiz).submit()

    rounds(3)
    few = queries(as_student, "/quiz/kaution/")
    rounds(40)
    assert queries(as_student, "/quiz/kaution/") == few <= 10


@pytest.mark.parametrize("page", ["1", "aflever"])
@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
def test_the_pages_of_an_attempt(as_student, student, page, mode):
    counts = set()
    for count in (3, 300):
        attempt = attempt_of(student, count, mode=mode)
        for number in range(2, count + 1):
            factories.ResponseFactory(attempt=attempt, item=f"item-{number}")
        counts.add(queries(as_student, f"/quiz/forsoeg/{attempt.pk}/{page}/"))
    assert len(counts) == 1
    assert counts.pop() <= 10


def test_the_result(as_student, student):
    counts = set()
    for count in (3, 300):
        attempt = attempt_of(student, count)
        for number in range(1, count + 1):
            factories.ResponseFactory(attempt=attempt, item=f"item-{number}", chosen=[f"wrong-{number}"])
        attempt.submit()
        counts.add(queries(as_student, f"/quiz/forsoeg/{attempt.pk}/resultat/"))
    assert len(counts) == 1
    assert counts.pop() <= 10


@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
def test_answering(as_student, student, mode):
    counts = set()
    for count in (3, 300):
        attempt = attempt_of(student, count, mode=mode)
        for number in range(2, count + 1):
            factories.ResponseFactory(attempt=attempt, item=f"item-{number}")
        page = f"/quiz/forsoeg/{attempt.pk}/1/"
        data = {"chosen": "right-1", "version": 0, "page": "siden"}
        counts.add(queries(as_student, page, data, headers={"HX-Request": "true"}))
    assert len(counts) == 1
    assert counts.pop() <= 8


def test_practice(as_student, student):
    def answers(count):
        attempt = attempt_of(student, count, mode="aflevering")
        for number in range(1, count + 1):
            factories.ResponseFactory(attempt=attempt, item=f"item-{number}", topic="underretning")

    answers(3)
    few = queries(as_student, "/oev/")
    answers(100)
    assert queries(as_student, "/oev/") == few <= 10


def test_beginning_a_round_with_many_terms(as_student):
    def terms(count):
        made = factories.TermFactory.create_batch(count)
        factories.SectionFactory.create_batch(5, body=" ".join(f"[[{term.slug}]]" for term in made))

    counts = set()
    for count in (4, 40):
        terms(count)
        counts.add(queries(as_student, "/oev/", {"emne": ""}))
        Attempt.objects.all().delete()
    # As many as a quiz of forty may take; the rest are the savepoints of two transactions.
    assert max(counts) <= 12 + 4


def test_beginning_a_quiz_of_many_questions(as_student):
    counts = set()
    for count in (3, 40):
        quiz = factories.QuizFactory(questions=factories.QuestionFactory.create_batch(count))
        counts.add(queries(as_student, f"/quiz/{quiz.slug}/begynd/", {}))
    assert len(counts) == 1
    assert counts.pop() <= 12


@pytest.fixture
def remembered(as_teacher, teacher):
    """What Django asks once for a whole process, such as its content types, is known already."""
    for kind in (factories.QuestionFactory, factories.QuizFactory):
        item = kind(owner=teacher)
        as_teacher.get(f"/admin/quizzes/{item._meta.model_name}/{item.pk}/change/")


@pytest.mark.usefixtures("remembered")
def test_the_admin_of_a_quiz_and_its_list(as_teacher, teacher):
    counts, lists = set(), set()
    for count in (3, 30):
        questions = factories.QuestionFactory.create_batch(count)
        quiz = factories.QuizFactory(owner=teacher, questions=questions)
        counts.add(queries(as_teacher, f"/admin/quizzes/quiz/{quiz.pk}/change/"))
        lists.add(queries(as_teacher, "/admin/quizzes/question/"))
    assert len(counts) == len(lists) == 1
    # Under the form stands the check list.
    assert counts.pop() <= 13
    assert lists.pop() <= 10


@pytest.mark.usefixtures("remembered")
def test_the_admin_of_a_question(as_teacher, teacher):
    counts = set()
    for count in (3, 30):
        options = [(f"Svar {number}", number == 0, "Du tog fejl.") for number in range(count)]
        question = factories.QuestionFactory(owner=teacher, options=options)
        counts.add(queries(as_teacher, f"/admin/quizzes/question/{question.pk}/change/"))
    assert len(counts) == 1
    assert counts.pop() <= 10
