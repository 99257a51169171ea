"""What an author is told of a quiz before students meet it."""

import pytest
from django.utils import timezone

from quizzes import checklist
from tests import factories

PLAIN = [("Straks", True, "Ja."), ("Aldrig", False, "Nej.")]


@pytest.fixture
def told(db):
    """told(question, …) is all that is said of a quiz that asks these."""

    def of(*questions, draws=(), **fields):
        quiz = factories.QuizFactory(questions=list(questions), **fields)
        for draw in draws:
            factories.DrawFactory(quiz=quiz, **draw)
        return " ".join(finding.told for finding in checklist.of_quiz(quiz).findings)

    return of


def question(*options, **fields):
    fields = {"topics": [], "provisions": []} | fields
    return factories.QuestionFactory(options=list(options) or PLAIN, **fields)


def test_a_sound_question_is_not_spoken_of(told):
    assert told(question()) == ""


def test_a_distractor_that_says_what_the_key_says_is_found(told):
    same = question(("12.500 kr.", True, ""), ("12500 kr", False, "Nej."))
    assert "»12500 kr« siger det samme som nøglen »12.500 kr.«" in told(same)


def test_a_question_without_feedback_is_found(told):
    silent = factories.QuestionFactory(
        kind="short", topics=[], provisions=[], remark="", options=[("Ja", True, "")]
    )
    assert "intet at læse" in told(silent)


def test_what_is_out_of_use_is_found(told):
    assert "taget ud af brug" in told(question(retired_at=timezone.now()))
    assert "er en kladde" in told(question(status="draft"))
    assert "ingen spørgsmål, der kan stilles" in told(question(status="draft"))


def test_a_draw_that_is_larger_than_the_bank_is_found(told):
    question(tags=["frist"])
    assert "banken har 1, der passer" in told(draws=[{"count": 2, "tag": "frist"}])
    assert "Der trækkes" not in told(draws=[{"count": 1, "tag": "frist"}])


def test_a_draw_finds_what_the_one_before_has_left(told):
    question(tags=["frist"])
    assert "banken har 0" in told(
        draws=[{"count": 1, "tag": "frist"}, {"count": 1, "tag": "frist", "order": 2}]
    )


@pytest.mark.parametrize(("many", "is_short"), [(3, False), (4, True)])
def test_a_time_under_twenty_seconds_a_question_is_found(told, many, is_short):
    said = told(*(question() for _ in range(many)), mode="proeve", minutes=1)
    assert ("sekunder til hvert spørgsmål" in said) == is_short


def test_a_quiz_that_can_give_no_point_is_found(told):
    argument = factories.QuestionFactory(
        kind="argument", topics=[], provisions=[], options=[("Nævner fristen", True, "")]
    )
    assert "kan ikke give point" in told(argument)
    assert "giver ingen point, når der øves" in told(argument, question())
    assert "point" not in told(argument, mode="aflevering")


def test_the_provisions_of_a_topic_that_nothing_is_about_are_named(told):
    said = told(question(topics=["underretning"], provisions=[]))
    assert "Ingen spørgsmål er om" in said
    assert "(Underretning af kautionisten)" in said
    covered = told(factories.GeneratedQuestionFactory(topic="underretning", ask="outcome"))
    assert "Ingen spørgsmål er om" not in covered


def test_a_quiz_that_catches_few_mistakes_is_told_so(told):
    assert "Quizzen fanger 0 af de" in told(question(topics=["underretning"]))
