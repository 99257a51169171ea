"""Which answers are the same, and what accepting does to the points of an attempt."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.acceptance import Accepted, signature
from quizzes import accepting, counting, regrading, start
from quizzes.kinds import KINDS
from tests import factories

AT = "2026-01-01T10:00:00+00:00"


def option(key, text, **more):
    return {"key": key, "text": text, "right": False, "remark": "", "accepts": [], "partner": ""} | more


@pytest.mark.parametrize(
    ("kind", "data", "one", "other", "another"),
    [
        ("short", {"options": []}, ["Regres-krav"], [" regres KRAV."], ["Regres"]),
        ("number", {"unit": "kr."}, ["12.500 kr."], ["12500"], ["12500,5"]),
        ("date", {}, ["31-01-2026"], ["31. januar 2026"], ["30-01-2026"]),
        ("citation", {}, ["GBL § 31"], ["gbl §31"], ["GBL § 32"]),
        ("gaps", {"options": []}, ["Ægte", "god tro"], ["ægte ", "God  tro"], ["god tro", "ægte"]),
        (
            "multiple",
            {"options": [option("a", "Gæld"), option("b", "Rente"), option("c", "Gebyr")]},
            ["a", "b"],
            ["b", "a"],
            ["a", "c"],
        ),
        (
            "matching",
            {
                "options": [option("a", "Simpel"), option("b", "Selvskyldner")],
                "partners": [option("x", "Først udlæg"), option("y", "Straks")],
            },
            ["a:x", "b:y"],
            ["b:y", "a:x"],
            ["a:y", "b:x"],
        ),
        (
            "ordering",
            {"options": [option("a", "Opsig"), option("b", "Stævn"), option("c", "Udlæg")]},
            ["a:1", "b:2", "c:3"],
            ["c:3", "a:1", "b:2"],
            ["a:2", "b:1", "c:3"],
        ),
    ],
)
def test_the_same_is_what_the_kind_reads_as_the_same(kind, data, one, other, another):
    compared = KINDS[kind].compared
    assert compared(data, one) == compared(data, other)
    assert compared(data, one) != compared(data, another)


@pytest.mark.parametrize("kind", ["number", "date", "citation"])
def test_what_can_no_longer_be_read_is_compared_as_it_was_typed(kind):
    assert KINDS[kind].compared({"unit": ""}, ["Ved Ikke"]) == ["ved ikke"]


@pytest.fixture
def attempt(student):
    """Two questions of which the first is wrong and the second is right, handed in; the student was asked how sure."""
    quiz = factories.QuizFactory(
        questions=[factories.QuestionFactory(), factories.QuestionFactory()], certainty=True
    )
    made = start.start(student, quiz, mode="aflevering")
    for item, right in zip(made.items, (False, True), strict=True):
        chosen = [next(row["key"] for row in item.data["options"] if row["right"] == right)]
        said = {"points": item.points(chosen), "certainty": 2}
        factories.ResponseFactory(attempt=made, item=item.key, chosen=chosen, **said)
    made.submit()
    return made


def given_along(attempt, number, **said):
    """The attempt with this answer accepted."""
    (work,) = regrading.finished([attempt.pk])
    subject = list(accepting.subjects(work).values())[number - 1]
    said = {"percent": 100, "reason": "Fordi.", "by": 1, "at": AT, "for_all": True} | said
    work.accepted = {signature(subject.by_answer): Accepted(**said)}
    return work


def test_an_accepted_answer_is_counted_as_surely_as_the_student_was(attempt):
    new = regrading.with_accepted(given_along(attempt, 1))
    assert (Decimal(new["points"]), Decimal(new["total"])) == (4, Decimal("0.6667"))
    assert new["items"][0]["accepted"]["rule"] == "0.0000"
    assert "accepted" not in attempt.frozen["items"][0]


def test_nothing_is_another_where_the_rules_gave_as_much(attempt):
    work = given_along(attempt, 2)
    assert regrading.with_accepted(work) == regrading.state(work)


def test_less_counts_where_it_is_said_of_one(attempt):
    new = regrading.with_accepted(given_along(attempt, 2, percent=50, for_all=False))
    assert Decimal(new["responses"][attempt.items[1].key][0]) == Decimal("0.5")


def test_an_argument_is_marked_by_a_person_and_not_put_right_here(student):
    quiz = factories.QuizFactory(questions=[factories.QuestionFactory(kind="argument")])
    attempt = start.start(student, quiz, mode="aflevering")
    factories.ResponseFactory(attempt=attempt, item=attempt.items[0].key, chosen=["Fordi."], points=None)
    attempt.submit()
    assert accepting.subjects(attempt) == {}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(1, 2), st.integers(0, 100))
def test_what_is_accepted_for_all_never_lowers_anybody(attempt, number, percent):
    work = given_along(attempt, number, percent=percent)
    assert Decimal(regrading.with_accepted(work)["points"]) >= counting.earned(work)


def generated(student, seed):
    """A question that the rules make, answered with the first of its mistakes that has a name."""
    quiz = factories.QuizFactory(questions=[factories.GeneratedQuestionFactory()])
    attempt = start.start(student, quiz, mode="aflevering", seed=seed)
    item = attempt.items[0]
    chosen = [next(row["key"] for row in item.data["options"] if row["mistake"])]
    said = {"points": item.points(chosen), "mistake": item.mistake_in(chosen)}
    factories.ResponseFactory(attempt=attempt, item=item.key, chosen=chosen, **said)
    attempt.submit()
    return attempt


def test_a_made_question_is_the_same_on_the_same_facts_or_by_its_mistake(student):
    attempts = [generated(student, seed) for seed in (1, 1, 2)]
    first, again, other = (next(iter(accepting.subjects(one).values())) for one in attempts)
    asked = [one.by_answer["asked"] for one in (first, again, other)]
    assert asked[0] == asked[1] != asked[2]
    assert first.by_answer["answer"] == again.by_answer["answer"]
    assert {"question", "mistake"} == set(first.by_mistake)
    assert first.by_mistake["mistake"] == attempts[0].responses.get().mistake
