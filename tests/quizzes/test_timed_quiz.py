"""A quiz on time: the server's clock decides, grace is given, and what was saved counts."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from quizzes.models import Attempt, Quiz, Response
from quizzes.start import start
from tests import factories


@pytest.fixture
def quiz(db):
    question = factories.QuestionFactory(options=[("Ja", True, "Jo."), ("Nej", False, "Netop ikke.")])
    return factories.QuizFactory(
        slug="proeven", questions=[question], mode="proeve", minutes=10, grace_seconds=60
    )


@pytest.fixture
def attempt(student, quiz):
    return start(student, quiz)


def ago(attempt, **past):
    """Let the time have run out so long ago."""
    ends = timezone.now() - timedelta(**past)
    Attempt.objects.filter(pk=attempt.pk).update(
        started_at=ends - timedelta(minutes=10), ends_at=ends, closes_at=ends + timedelta(seconds=60)
    )


def key(attempt, number=0):
    return attempt.items[0].choices[number].key


def test_the_time_runs_from_the_start_on_the_server(attempt):
    assert attempt.ends_at - attempt.started_at == timedelta(minutes=10)
    assert attempt.closes_at - attempt.ends_at == timedelta(seconds=60)


def test_the_page_says_until_when(as_student, attempt, address):
    for page in (1, "aflever"):
        assert "Slutter kl." in as_student.get(address(attempt, page)).content.decode()


def test_before_the_start_the_time_and_the_grace_are_told(as_student, quiz):
    page = as_student.get("/quiz/proeven/").content.decode()
    assert "Du har 10 minutter" in page
    assert "fremme inden 60 sekunder" in page


def look(client, address, attempt, **left):
    """The clock as htmx asks for it when so much is left."""
    Attempt.objects.filter(pk=attempt.pk).update(ends_at=timezone.now() + timedelta(**left))
    return client.get(address(attempt, "ur"), headers={"HX-Request": "true"})


@pytest.mark.parametrize(
    ("left", "said"),
    [(301, False), (299, True), (200, False), (61, False), (59, True), (20, True)],
)
def test_the_clock_is_drawn_by_the_minute_and_speaks_at_five_and_at_one(
    as_student, attempt, address, left, said
):
    page = look(as_student, address, attempt, seconds=left).content.decode()
    assert f"{-(-left // 60)} minut" in page
    assert ("ur-besked" in page) == said


def test_when_the_time_is_out_the_page_hands_itself_in_with_what_is_saved(
    as_student, attempt, answer, address
):
    answer(as_student, attempt, 1, key(attempt))
    page = look(as_student, address, attempt, seconds=0).content.decode()
    assert "Tiden er gået. Svarene bliver afleveret." in page
    assert f'hx-post="{address(attempt, "aflever")}"' in page
    sent = as_student.post(address(attempt, "aflever"), headers={"HX-Request": "true"})
    assert sent["HX-Redirect"] == address(attempt, "resultat")
    attempt.refresh_from_db()
    assert (attempt.total, attempt.submitted_at) == (1, attempt.ends_at)
    assert "da tiden var gået" in as_student.get(address(attempt, "resultat")).content.decode()


def test_before_the_time_is_out_nobody_hands_in_what_the_page_did_not_show(as_student, attempt, address):
    sent = as_student.post(address(attempt, "aflever"), headers={"HX-Request": "true"})
    assert sent.status_code == 409
    assert Attempt.objects.open().exists()


def test_the_clock_of_what_is_over_or_handed_in_leads_on(as_student, attempt, address):
    ago(attempt, minutes=5)
    for _ in range(2):
        sent = as_student.get(address(attempt, "ur"), headers={"HX-Request": "true"})
        assert sent["HX-Redirect"] == address(attempt)
    assert as_student.get(address(attempt, "ur")).status_code == 302


def test_an_answer_within_the_grace_is_taken(as_student, attempt, answer):
    ago(attempt, seconds=30)
    assert answer(as_student, attempt, 1, key(attempt)).status_code == 302
    assert Response.objects.count() == 1


def test_an_answer_after_the_grace_is_refused_and_what_was_saved_counts(as_student, attempt, answer):
    answer(as_student, attempt, 1, key(attempt))
    ago(attempt, seconds=61)
    refused = answer(as_student, attempt, 1, key(attempt, 1), version=1)
    assert refused.status_code == 409
    assert "Tiden udløb kl." in refused.content.decode()
    attempt.refresh_from_db()
    assert attempt.total == 1
    assert attempt.submitted_at == attempt.ends_at
    assert Response.objects.get().chosen == [key(attempt)]


@pytest.mark.parametrize("page", ["", "aflever", "resultat"])
def test_opening_it_after_the_time_leads_to_the_result(as_student, attempt, address, page):
    ago(attempt, minutes=5)
    assert "Gennemgang" in as_student.get(address(attempt, page), follow=True).content.decode()
    assert not Attempt.objects.open().exists()


def test_a_new_one_can_be_begun_when_the_old_ran_out(student, quiz, attempt):
    ago(attempt, minutes=5)
    assert start(student, quiz) != attempt
    assert Attempt.objects.done().count() == 1


def test_feedback_comes_when_it_is_handed_in_and_not_before(as_student, attempt, answer, address):
    page = answer(as_student, attempt, 1, key(attempt, 1), htmx=True).content.decode()
    assert "Netop ikke." not in page + as_student.get(address(attempt, 1)).content.decode()
    as_student.post(address(attempt, "aflever"), {"version": 1})
    assert "Netop ikke." in as_student.get(address(attempt, "resultat")).content.decode()


def test_practice_has_no_clock(student, quiz):
    Quiz.objects.update(mode="oeve")
    quiz.refresh_from_db()
    assert start(student, quiz).ends_at is None


def test_an_exam_without_minutes_cannot_be(db):
    with pytest.raises(IntegrityError):
        factories.QuizFactory(questions=[], mode="proeve")


def test_an_assignment_keeps_the_clock_of_the_quiz(student, quiz):
    assert start(student, quiz, mode="aflevering").ends_at is not None


def test_what_nobody_opens_again_can_be_handed_in_for_all(student, attempt):
    ago(attempt, minutes=5)
    factories.AttemptFactory(user=student)
    assert Attempt.objects.all().end_overdue() == 1
    assert Attempt.objects.open().count() == 1
