"""Certainty-based marking: sure and right pays, sure and wrong costs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes import certainty, marking
from quizzes.models import Response
from quizzes.start import start
from tests import factories
from tests.quizzes.kinds_of import ARGUMENT, saved

shares = st.decimals(0, 1, places=4)
levels = st.sampled_from([1, 2, 3])


@pytest.fixture
def attempt(student):
    questions = [
        factories.QuestionFactory(options=[("Ja", True, "Jo."), ("Nej", False, "Netop ikke.")])
        for _ in range(2)
    ]
    return start(
        student, factories.QuizFactory(slug="sikker", questions=questions, certainty=True, mode="aflevering")
    )


def send(answer, client, attempt, number, text, **more):
    item = attempt.items[number - 1]
    key = next(choice.key for choice in item.choices if choice.text == text)
    return answer(client, attempt, number, key, **more)


@pytest.mark.parametrize(("level", "right", "wrong"), [(1, 1, 0), (2, 2, -2), (3, 3, -6)])
def test_the_published_marks(level, right, wrong):
    assert certainty.mark(Decimal(1), level) == right
    assert certainty.mark(Decimal(0), level) == wrong


@given(shares, shares, levels)
def test_a_better_answer_never_earns_less(one, other, level):
    low, high = sorted([one, other])
    assert certainty.mark(low, level) <= certainty.mark(high, level)


@given(shares)
def test_the_honest_level_pays_best(chance):
    best = max((1, 2, 3), key=lambda level: certainty.mark(chance, level))
    honest = 1 if chance < Decimal(2) / 3 else 2 if chance < Decimal("0.8") else 3
    assert certainty.mark(chance, best) == certainty.mark(chance, honest)


def test_the_total_counts_how_sure_the_student_was(as_student, attempt, answer):
    send(answer, as_student, attempt, 1, "Ja", certainty="3")
    send(answer, as_student, attempt, 2, "Nej", certainty="2")
    attempt.submit()
    assert (attempt.points, attempt.max_points, attempt.total) == (1, 6, Decimal("0.1667"))


def test_the_total_never_falls_below_nothing(as_student, attempt, answer):
    for number in (1, 2):
        send(answer, as_student, attempt, number, "Nej", certainty="3")
    attempt.submit()
    assert (attempt.points, attempt.total) == (0, 0)


def test_who_says_nothing_is_unsure(as_student, attempt, answer):
    send(answer, as_student, attempt, 1, "Ja")
    assert Response.objects.get().certainty == 1


@pytest.mark.parametrize("junk", ["4", "0", "-1", "meget", "\x00"])
def test_another_level_is_refused(as_student, attempt, answer, junk):
    refused = send(answer, as_student, attempt, 1, "Ja", certainty=junk, htmx=True)
    assert refused.status_code == 422
    assert "mellem 1 og 3" in refused.content.decode()
    assert not Response.objects.exists()


def test_the_level_can_be_changed_until_the_hand_in(as_student, attempt, answer):
    send(answer, as_student, attempt, 1, "Ja", certainty="1")
    send(answer, as_student, attempt, 1, "Ja", certainty="3", version=1)
    assert Response.objects.get().certainty == 3


def test_sure_and_wrong_is_listed_first(as_student, attempt, answer, address):
    send(answer, as_student, attempt, 1, "Nej", certainty="1")
    send(answer, as_student, attempt, 2, "Nej", certainty="3")
    attempt.submit()
    page = as_student.get(address(attempt, "resultat")).content.decode()
    first, _, rest = page.partition("<h2>Gennemgang</h2>")
    assert "Sikker og forkert" in first
    assert 'href="#spoergsmaal-2"' in first
    assert 'href="#spoergsmaal-1"' not in first
    assert 'id="spoergsmaal-2"' in rest


def test_without_the_setting_nobody_is_asked(as_student, student, address):
    attempt = start(student, factories.QuizFactory())
    assert "Hvor sikker er du" not in as_student.get(address(attempt, 1)).content.decode()


def test_an_argument_counts_when_the_teacher_has_marked_it(student, teacher):
    attempt = start(student, factories.QuizFactory(questions=[saved(ARGUMENT, points=4)]), mode="aflevering")
    (item,) = attempt.items
    response = Response.objects.create(attempt=attempt, item=item.key, chosen=["Fordi …"], points=None)
    attempt.submit()
    assert (attempt.total, attempt.max_points) == (0, 4)
    one, two = (row["key"] for row in item.data["options"])
    points = {one: Decimal("0.5"), two: Decimal("0.5")}
    marking.award(response, points, "Konklusionen mangler.", by=teacher, version="1")
    attempt.refresh_from_db()
    assert (attempt.points, attempt.total) == (2, Decimal("0.5"))
    assert Response.objects.get().remark == "Konklusionen mangler."
