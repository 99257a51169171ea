"""Whatever a browser sends, the answer is a page: never a 500, and nothing saved that was not an answer."""

import uuid
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizzes.models import Attempt, Response
from quizzes.start import start
from tests import factories
from tests.quizzes.kinds_of import WRITTEN, saved

junk = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "0", "-1", "1e9", "\x00", "right-1", "right-2", "null", "true", "😀", "9" * 5000]),
)
fields = st.dictionaries(
    st.sampled_from(["chosen", "version", "page", "emne", "csrfmiddlewaretoken", "videre"]),
    st.one_of(junk, st.lists(junk, max_size=3)),
    max_size=5,
)
often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("mode", ["oeve", "aflevering"])
@pytest.mark.parametrize("htmx", [True, False])
@often
@given(data=fields, number=st.integers(0, 6))
def test_junk_for_an_answer(as_student, student, mode, htmx, data, number):
    attempt = Attempt.objects.filter(mode=mode).first() or factories.AttemptFactory(user=student, mode=mode)
    headers = {"HX-Request": "true"} if htmx else {}
    response = as_student.post(f"/quiz/forsoeg/{attempt.pk}/{number}/", data, headers=headers)
    assert response.status_code in {200, 302, 404, 409, 422}
    for kept in Response.objects.all():
        item = next(item for item in attempt.items if item.key == kept.item)
        assert set(kept.chosen) <= {choice.key for choice in item.choices}


@pytest.mark.parametrize("mode", ["oeve", "proeve"])
@often
@given(data=fields | st.dictionaries(st.just("certainty"), junk), number=st.integers(1, len(WRITTEN)))
def test_junk_for_an_answer_of_any_kind(as_student, student, mode, data, number):
    attempt = Attempt.objects.filter(mode=mode).first()
    if attempt is None:
        quiz = factories.QuizFactory(questions=[saved(written) for written in WRITTEN], certainty=True)
        attempt = start(student, quiz, mode=mode)
    response = as_student.post(f"/quiz/forsoeg/{attempt.pk}/{number}/", data)
    assert response.status_code in {302, 409, 422}
    assert as_student.get(f"/quiz/forsoeg/{attempt.pk}/{number}/").status_code == 200


@often
@given(data=fields)
def test_junk_for_a_hand_in(as_student, student, data):
    attempt = Attempt.objects.open().first() or factories.AttemptFactory(user=student)
    factories.ResponseFactory(attempt=attempt) if not attempt.answers else None
    assert as_student.post(f"/quiz/forsoeg/{attempt.pk}/aflever/", data).status_code in {302, 409}


@often
@given(data=fields)
def test_junk_for_practice(as_student, student, data):
    assert as_student.post("/oev/", data).status_code in {302, 422}


@often
@given(slug=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30))
def test_junk_for_an_address(as_student, slug):
    assert as_student.get(f"/quiz/{quote(slug, safe='')}/").status_code in {200, 301, 302, 400, 404}
    assert as_student.post(f"/quiz/{quote(slug, safe='')}/begynd/").status_code in {302, 400, 404}


def test_an_attempt_that_is_not_there(as_student):
    for page in ("", "1/", "aflever/", "resultat/"):
        assert as_student.get(f"/quiz/forsoeg/{uuid.uuid4()}/{page}").status_code == 404
        assert as_student.get(f"/quiz/forsoeg/ikke-et-uuid/{page}").status_code == 404
