"""How many attempts a quiz allows, which of them counts, and what each of them asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from quizzes.attempts_that_count import RULES, counting
from quizzes.models import Attempt, Quiz
from quizzes.refusals import CannotStart
from quizzes.start import start
from tests import factories

totals = st.lists(st.decimals(0, 1, places=4), min_size=1, max_size=8)


@given(totals)
def test_whichever_counts_lies_between_the_worst_and_the_best(found):
    for rule in RULES:
        assert min(found) <= counting(rule, found) <= max(found)


@pytest.mark.parametrize(
    ("rule", "total"), [("first", "0.2"), ("best", "0.8"), ("last", "0.5"), ("mean", "0.5")]
)
def test_the_four_rules(student, rule, total):
    found = [Decimal("0.2"), Decimal("0.8"), Decimal("0.5")]
    assert counting(rule, found) == Decimal(total)
    quiz = factories.QuizFactory(questions=[], counts=rule)
    for share in found:
        attempt = factories.AttemptFactory(user=student, quiz=quiz)
        attempt.submit()
        Attempt.objects.filter(pk=attempt.pk).update(total=share)
    standing = Quiz.objects.with_standing(student).get(pk=quiz.pk)
    assert standing.counting_percent == int(Decimal(total) * 100)


def test_nothing_counts_before_something_is_handed_in():
    assert counting("best", []) is None


def test_the_last_attempt_is_the_last(student, as_student):
    quiz = factories.QuizFactory(slug="to-gange", attempts_allowed=2)
    for _ in range(2):
        start(student, quiz).submit()
    with pytest.raises(CannotStart, match="brugt alle 2 forsøg"):
        start(student, quiz)
    page = as_student.get("/quiz/to-gange/").content.decode()
    assert "2 forsøg og 0 tilbage" in page
    assert "Begynd" not in page
    refused = as_student.post("/quiz/to-gange/begynd/")
    assert refused.status_code == 409
    assert "brugt alle 2 forsøg" in refused.content.decode()


def test_an_open_attempt_is_gone_on_with_and_no_new_one_used(student):
    quiz = factories.QuizFactory(attempts_allowed=1)
    assert start(student, quiz) == start(student, quiz)


def test_what_a_teacher_set_uses_none_of_my_attempts(student):
    quiz = factories.QuizFactory(attempts_allowed=1)
    start(student, quiz, mode="aflevering").submit()
    assert start(student, quiz).own


# Sections and draws


def test_sections_keep_their_questions_together_when_shuffled(student):
    quiz = factories.QuizFactory(shuffle=True, questions=[])
    for order in range(1, 9):
        heading = {1: "Forbehold", 5: "Kaution"}.get(order, "")
        factories.QuizItemFactory(quiz=quiz, order=order, heading=heading)
    headings = [item.heading for item in start(student, quiz).items]
    assert headings == ["Forbehold"] * 4 + ["Kaution"] * 4


def test_the_pages_name_the_sections(as_student, student, address):
    quiz = factories.QuizFactory(questions=[])
    factories.QuizItemFactory(quiz=quiz, order=1, heading="Forbehold")
    factories.QuizItemFactory(quiz=quiz, order=2)
    page = as_student.get(address(start(student, quiz), 2)).content.decode()
    assert page.count("Forbehold") == 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"tag": "tal"}, {"tal-let", "tal-svær"}),
        ({"difficulty": 3}, {"tal-svær"}),
        ({"topic": "factoring"}, {"emne"}),
        ({"tag": "tal", "difficulty": 1}, {"tal-let"}),
        ({"tag": "findes ikke"}, set()),
    ],
)
def test_questions_are_drawn_by_tag_topic_and_difficulty(student, teacher, wanted, found):
    factories.QuestionFactory(title="tal-let", tags=["tal"], difficulty=1)
    factories.QuestionFactory(title="tal-svær", tags=["tal"], difficulty=3)
    factories.QuestionFactory(title="emne", topics=["factoring"])
    factories.QuestionFactory(title="kladde", tags=["tal"], difficulty=3, status="draft")
    factories.QuestionFactory(title="en lærers egen", tags=["tal"], difficulty=3, owner=teacher)
    quiz = factories.QuizFactory(
        questions=[factories.QuestionFactory(title="fast", tags=["tal"], difficulty=1)]
    )
    factories.DrawFactory(quiz=quiz, count=5, order=9, **wanted)
    uids = [item.data["question"] for item in start(student, quiz).items]
    titles = set(quiz.questions.model.objects.filter(uid__in=uids).values_list("title", flat=True))
    assert len(uids) == len(titles)
    assert titles == {"fast"} | found


def test_two_draws_never_take_the_same_question(student):
    factories.QuestionFactory.create_batch(4)
    quiz = factories.QuizFactory(questions=[])
    factories.DrawFactory(quiz=quiz)
    factories.DrawFactory(quiz=quiz, order=1)
    uids = [item.data["question"] for item in start(student, quiz).items]
    assert len(set(uids)) == len(uids) == 4


def test_worth_decides_the_points(student):
    quiz = factories.QuizFactory(
        questions=[factories.QuestionFactory(points=3), factories.QuestionFactory(points=1)]
    )
    attempt = start(student, quiz)
    right = next(row["key"] for row in attempt.items[0].data["options"] if row["right"])
    factories.ResponseFactory(attempt=attempt, item=attempt.items[0].key, chosen=[right])
    attempt.submit()
    assert (attempt.points, attempt.max_points, attempt.total) == (3, 4, Decimal("0.75"))


@pytest.mark.parametrize(
    ("rule", "said", "percent"),
    [
        ("first", "din første omgang", 0),
        ("best", "din bedste omgang", 100),
        ("last", "din seneste omgang", 50),
    ],
)
def test_the_list_says_of_which_round_the_result_is(as_student, student, rule, said, percent):
    quiz = factories.QuizFactory(counts=rule)
    taken = timezone.now() - timedelta(hours=1)
    for minutes, total in enumerate(["0", "1", "0.5"]):
        factories.AttemptFactory(
            user=student, quiz=quiz, started_at=taken, points=0, total=total,
            submitted_at=taken + timedelta(minutes=minutes),
        )  # fmt: skip
    for address in ("/quiz/", quiz.get_absolute_url()):
        page = as_student.get(address).content.decode()
        assert said in page
        assert f"{percent} %" in page


def test_a_quiz_that_is_not_taken_says_so(as_student, db):
    factories.QuizFactory()
    assert "ikke taget" in as_student.get("/quiz/").content.decode()
