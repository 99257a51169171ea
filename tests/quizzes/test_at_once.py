"""Two requests at the same moment: the database decides which was first, and both get an answer."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from quizzes.models import Attempt, Response
from tests import factories

TIMES = 4


def at_once(user, address, data):
    """The statuses of the same post, sent from several browsers at the same moment."""

    def send(_):
        client = Client()
        client.force_login(user)
        try:
            return client.post(address, data).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(TIMES) as pool:
        return sorted(pool.map(send, range(TIMES)))


pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def person():
    return factories.UserFactory()


def test_an_answer_sent_at_once_is_saved_once(person):
    attempt = factories.AttemptFactory(user=person)
    data = {"chosen": "right-1", "version": 0, "page": "siden"}
    assert at_once(person, f"/quiz/forsoeg/{attempt.pk}/1/", data) == [302] * TIMES
    assert Response.objects.get().version == 1


def test_a_quiz_begun_at_once_is_one_attempt(person):
    factories.QuizFactory(slug="kaution")
    assert at_once(person, "/quiz/kaution/begynd/", {}) == [302] * TIMES
    assert Attempt.objects.count() == 1


def test_practice_begun_at_once_is_one_attempt(person):
    assert at_once(person, "/oev/", {"emne": "underretning"}) == [302] * TIMES
    assert Attempt.objects.count() == 1


def test_a_hand_in_sent_at_once_is_handed_in_once(person):
    attempt = factories.AttemptFactory(user=person, mode="aflevering")
    factories.ResponseFactory(attempt=attempt)
    assert at_once(person, f"/quiz/forsoeg/{attempt.pk}/aflever/", {"version": 1}) == [302] * TIMES
    attempt.refresh_from_db()
    assert attempt.points == 1
