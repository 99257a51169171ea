"""How many of the named mistakes a quiz would bring to light, and which it would not."""

import pytest

from quizzes import catching, mutation_score
from tests import factories

PRIVATE = {
    "privat_kautionist": True,
    "misligholdt": "2026-01-31",
    "underrettet": "2026-08-01",
    "kraevet": "2026-09-01",
    "misligholdt_beloeb": 10000,
}


@pytest.fixture
def score(db):
    """score(question, …) is that of a quiz that asks these."""

    def of(*questions, **fields):
        return mutation_score.of_quiz(factories.QuizFactory(questions=list(questions), **fields))

    return of


def keys(found):
    return {one.key for one in found}


def deadline(**fields):
    return factories.GeneratedQuestionFactory(topic="underretning", ask="sidste_frist", **fields)


def written(**fields):
    return factories.QuestionFactory(topics=["underretning"], **fields)


def test_a_question_about_the_deadline_catches_who_counts_180_days(score):
    found = score(deadline(mistake="regner_180_dage"))
    assert "regner_180_dage" in keys(found.caught)
    assert found.missed
    assert keys(found.found) == {one.key for one in catching.named_mistakes("underretning", "pensum")}
    assert found.share == len(found.caught) / len(found.found)


def test_a_mistake_is_told_in_its_own_words(score):
    caught = {one.key: one for one in score(deadline(mistake="regner_180_dage")).caught}
    assert "180 dage" in caught["regner_180_dage"].words
    assert caught["regner_180_dage"].topic_title == "Underretning af kautionisten"


def test_more_questions_never_catch_less(score):
    one = score(deadline())
    two = score(deadline(), factories.GeneratedQuestionFactory(topic="underretning", ask="outcome"))
    assert keys(one.caught) <= keys(two.caught)
    assert two.share >= one.share


def test_a_written_question_without_a_check_cannot_be_known(score):
    found = score(written())
    assert not found.caught
    assert not found.missed
    assert keys(found.unknown) == keys(found.found)
    assert found.percent == 0


def test_a_written_question_is_known_by_its_check(score):
    check = {
        "topic": "underretning",
        "facts": PRIVATE,
        "outcome": None,
        "figure": "sidste_frist",
        "jus": False,
    }
    found = score(written(rule_check=check))
    assert "regner_180_dage" in keys(found.caught)
    assert not [one for one in found.unknown if catching.can_be_known(one.topic, "pensum", one.key)]


def test_a_check_that_the_rules_outgrew_is_as_good_as_none(score):
    for check in ({"topic": "nedlagt", "facts": {}}, {"topic": "underretning", "facts": {"nyt": 1}}):
        assert not score(written(rule_check=check)).caught


def test_a_quiz_of_no_topic_has_no_score(score):
    found = score(factories.QuestionFactory(topics=[]))
    assert (found.found, found.share, found.percent) == ([], None, None)


def test_a_question_that_may_be_drawn_catches_with_its_chance(db):
    quiz = factories.QuizFactory(questions=[])
    for _ in range(4):
        deadline(mistake="regner_180_dage", tags=["frist"])
    factories.DrawFactory(quiz=quiz, count=1, tag="frist")
    places = mutation_score.places(quiz)
    assert [place.chance for place in places] == [0.25] * 4
    found = {one.key: one for one in mutation_score.of_quiz(quiz).found}
    # Each catches it for certain, a quarter of the time: 1 - (3/4)⁴
    assert found["regner_180_dage"].chance == pytest.approx(1 - 0.75**4)


def test_all_that_the_bank_holds_is_asked_for_certain(db):
    quiz = factories.QuizFactory(questions=[])
    deadline(tags=["frist"])
    factories.DrawFactory(quiz=quiz, count=5, tag="frist")
    assert [place.chance for place in mutation_score.places(quiz)] == [1.0]


def test_a_retired_question_catches_nothing(score):
    from django.utils import timezone

    assert score(deadline(retired_at=timezone.now())).found == []
