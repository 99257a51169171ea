from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from quizzes.models import Attempt, Response
from quizzes.refusals import Stale
from tests import factories


def test_the_hand_in_lists_what_is_not_answered(as_student, graded, answer, address):
    answer(as_student, graded, 2, "right-2")
    page = as_student.get(address(graded, "aflever")).content.decode()
    assert "2 af 3 spørgsmål er ikke besvaret" in page
    assert address(graded, 1) in page
    assert address(graded, 3) in page


def test_points_are_the_sum_of_the_answers(graded):
    factories.ResponseFactory(attempt=graded, item="item-1", points=1)
    factories.ResponseFactory(attempt=graded, item="item-2", points="0.5")
    graded.submit()
    assert graded.points == 1.5
    assert graded.total == 0.5
    assert graded.progress().percent == 50


def test_handing_in_twice_counts_once(graded):
    graded.submit()
    first = graded.submitted_at
    Response.objects.create(attempt=graded, item="item-1", chosen=["right-1"], points=1)
    Attempt.objects.get(pk=graded.pk).submit()
    graded.refresh_from_db()
    assert graded.submitted_at == first
    assert graded.points == 0


def test_handing_in_from_an_old_page_is_refused(as_student, graded, answer, address):
    answer(as_student, graded, 1, "right-1")
    refused = as_student.post(address(graded, "aflever"), {"version": 0})
    graded.refresh_from_db()
    assert refused.status_code == 409
    assert "i et andet vindue" in refused.content.decode()
    assert graded.is_open
    as_student.post(address(graded, "aflever"), {"version": 1})
    graded.refresh_from_db()
    assert not graded.is_open


def test_courses_hand_in_without_a_version(graded):
    factories.ResponseFactory(attempt=graded)
    with pytest.raises(Stale):
        graded.submit(version=0)
    graded.submit()
    assert not graded.is_open


def test_the_result_of_a_hand_in_waits_for_the_release(as_student, graded, answer, address):
    answer(as_student, graded, 1, "wrong-1")
    as_student.post(address(graded, "aflever"), {"version": 1})
    page = as_student.get(address(graded, "resultat")).content.decode()
    assert "Resultatet og begrundelserne vises her, når de er frigivet" in page
    for word in ("Det rigtige", "Du tog fejl", "Sådan er det", "0 af 3 point"):
        assert word not in page
    graded.refresh_from_db()
    graded.release()
    page = as_student.get(address(graded, "resultat")).content.decode()
    for word in ("0 af 3 point", "Du tog fejl", "Det rigtige", "/lov/fil-48/"):
        assert word in page


def test_a_release_can_be_set_for_later(as_student, graded, address):
    graded.submit()
    graded.release(at=timezone.now() + timedelta(hours=1))
    assert not graded.is_released
    assert "Sådan er det" not in as_student.get(address(graded, "resultat")).content.decode()
    graded.release(at=timezone.now() - timedelta(seconds=1))
    assert graded.is_released


def test_an_attempt_that_is_released_at_once_shows_its_result_when_handed_in(student):
    attempt = factories.AttemptFactory(user=student, mode="aflevering", release_rule="at_once")
    attempt.submit()
    assert attempt.is_released


def test_the_result_of_a_practice_gives_every_reason(as_student, practice, answer, address):
    answer(as_student, practice, 1, "right-1")
    answer(as_student, practice, 2, "wrong-2")
    as_student.post(address(practice, "aflever"), {"version": 2})
    page = as_student.get(address(practice, "resultat")).content.decode()
    assert "1 af 3 point" in page
    assert "33 %" in page
    assert "Ikke besvaret." in page
    assert page.count("Det rigtige") == 3
    assert "Ny omgang" in page


def test_the_question_of_a_handed_in_attempt_leads_to_the_result(as_student, practice, address):
    practice.submit()
    assert as_student.get(address(practice)).url == address(practice, "resultat")
    assert as_student.get(address(practice, "aflever")).url == address(practice, "resultat")
    assert as_student.get(address(practice, 1)).status_code == 200


def test_an_open_attempt_has_no_result_yet(as_student, practice, address):
    assert as_student.get(address(practice, "resultat")).url == address(practice)


def test_progress_says_how_far_the_student_is(graded):
    factories.ResponseFactory(attempt=graded)
    progress = graded.progress()
    assert (progress.answered, progress.of, progress.total, progress.released) == (1, 3, None, False)


def test_what_was_shown_never_changes(as_student, student, address, answer):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(text="Som det var")])
    as_student.post(f"/quiz/{quiz.slug}/begynd/")
    attempt = Attempt.objects.get(user=student)
    question = quiz.questions.get()
    question.text = "Noget andet"
    question.save()
    assert "Som det var" in as_student.get(address(attempt, 1)).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fault",
    [
        {"points": 4, "total": 1, "submitted_at": timezone.now()},
        {"points": 1},
        {"submitted_at": timezone.now()},
        {"mode": "andet"},
        {"reading": "andet"},
        {"release_rule": "andet"},
    ],
)
def test_the_database_refuses_impossible_attempts(fault):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AttemptFactory(**fault)


def test_the_database_keeps_one_answer_to_an_item(graded):
    factories.ResponseFactory(attempt=graded)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ResponseFactory(attempt=graded)


def test_the_database_keeps_one_open_practice_of_a_quiz(practice):
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AttemptFactory(user=practice.user, quiz=practice.quiz)
