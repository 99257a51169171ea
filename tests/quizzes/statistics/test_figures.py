"""The figures against an example worked by hand, and against what must hold of any marks."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.statistics import report, whole
from quizzes.statistics.marks import Mark, Paper


def paper(*points, most=1, **marks):
    rows = {f"q{number}": Mark(one, most, guess=0.25) for number, one in enumerate(points, 1)}
    return Paper(rows | marks)


# Five students, three questions of one point:
#
#        q1 q2 q3   T    T - q1
#    A    1  1  1   3      2
#    B    1  1  0   2      1
#    C    1  0  0   1      0
#    D    0  1  0   1      1
#    E    0  0  0   0      0
CLASS = [paper(1, 1, 1), paper(1, 1, 0), paper(1, 0, 0), paper(0, 1, 0), paper(0, 0, 0)]


def test_the_example_by_hand_for_a_question():
    q1 = report.of(CLASS).questions["q1"]
    assert q1.asked == 5
    assert q1.facility == pytest.approx(3 / 5)
    # V = (3 - 3²/5) / 4 = 0.3
    assert q1.deviation == pytest.approx(sqrt(0.3))
    assert q1.guess == 0.25
    assert q1.intended == pytest.approx(1 / 3)
    # n² times: C(x, X) = 5·3 - 3·4 = 3, V(x) = 5·3 - 3² = 6, V(X) = 5·6 - 4² = 14
    assert q1.discrimination == pytest.approx(3 / sqrt(6 * 14))
    # Sorted: 0 0 1 1 1 beside 0 0 1 1 2 gives 5·4 - 3·4 = 8
    assert q1.efficiency == pytest.approx(3 / 8)
    # n² times C(x, T): q1 5·6 - 3·7 = 9, q2 the same, q3 5·3 - 1·7 = 8
    assert q1.effective == pytest.approx(3 / (3 + 3 + sqrt(8)))


def test_the_example_by_hand_for_the_quiz():
    found = report.of(CLASS).whole
    assert found.papers == 5
    assert found.mean == pytest.approx(7 / 15)
    assert found.middle == pytest.approx(1 / 3)
    # V(T) = (15 - 7²/5) / 4 = 1.3
    assert found.deviation == pytest.approx(sqrt(1.3) / 3)
    # 3/2 · (1 - (0.3 + 0.3 + 0.2) / 1.3) = 15/26
    assert found.alpha == pytest.approx(15 / 26)
    assert found.error_ratio == pytest.approx(sqrt(11 / 26))
    assert found.standard_error == pytest.approx(sqrt(11 / 26) * sqrt(1.3) / 3)


def test_no_variance_is_said_and_never_divided_by():
    found = report.of([paper(1, 1), paper(1, 1), paper(1, 1)])
    assert found.questions["q1"].facility == 1
    assert found.questions["q1"].deviation == 0
    assert found.questions["q1"].discrimination is None
    assert found.questions["q1"].efficiency is None
    assert found.questions["q1"].effective is None
    assert found.whole.alpha is None
    assert found.whole.standard_error is None


def test_nothing_at_all_gives_nothing():
    found = report.of([])
    assert found.questions == {}
    assert (found.whole.papers, found.whole.mean, found.whole.alpha) == (0, None, None)


def test_one_paper_has_a_facility_and_no_spread():
    found = report.of([paper(1, 0)])
    assert found.questions["q1"].facility == 1
    assert found.questions["q1"].deviation is None
    assert found.whole.deviation is None


def test_an_answer_that_waits_is_not_a_zero():
    waiting = Paper({"q1": Mark(1, 1), "q2": Mark(None, 1)})
    found = report.of([*(paper(*marks) for marks in ((1, 1), (0, 0))), waiting])
    assert (found.questions["q2"].asked, found.questions["q2"].waiting) == (2, 1)
    assert found.questions["q2"].facility == 0.5
    assert found.questions["q1"].facility == pytest.approx(2 / 3)
    # The two papers with a total are all that the discrimination is made of.
    assert found.questions["q1"].discrimination == 1
    assert (found.whole.papers, found.whole.waiting) == (2, 1)


def test_a_question_that_some_were_asked_counts_those():
    drawn = [
        Paper({"fast": Mark(1, 1), "a": Mark(1, 1)}),
        Paper({"fast": Mark(1, 1), "b": Mark(0, 1)}),
        Paper({"fast": Mark(0, 1), "a": Mark(0, 1)}),
    ]
    found = report.of(drawn)
    assert (found.questions["a"].asked, found.questions["b"].asked) == (2, 1)
    assert found.questions["a"].discrimination == 1
    assert found.questions["b"].discrimination is None
    assert found.questions["a"].effective is None
    # The drawn questions share one place: 1 0 0 beside 1 1 0. 2/1 · (1 - (2 + 2) / 6) = 2/3
    assert found.whole.alpha == pytest.approx(2 / 3)


def test_papers_of_different_length_have_no_alpha():
    assert report.of([paper(1, 1), paper(0, 0, 0)]).whole.alpha is None


def test_variants_of_one_family_are_counted_together():
    family = "underretning:frist"
    found = report.of(
        [
            Paper({"a": Mark(1, 1, family=family), "b": Mark(0, 1, family=family), "c": Mark(1, 1)}),
            Paper({"a": Mark(0, 1, family=family), "c": Mark(0, 1)}),
        ]
    )
    assert list(found.families) == [family]
    assert found.families[family].asked == 3
    assert found.families[family].facility == pytest.approx(1 / 3)


def test_a_question_that_goes_against_the_rest_has_no_effective_weight():
    found = report.of([paper(0, 1, 1), paper(1, 0, 0), paper(0, 1, 1), paper(1, 0, 0)])
    assert found.questions["q1"].discrimination == -1
    assert found.questions["q1"].effective is None
    assert found.questions["q2"].effective == pytest.approx(0.5)


def marks():
    """Marks of a class: rows of the same length, each point between 0 and 4."""
    return st.tuples(st.integers(2, 12), st.integers(2, 6)).flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, 4), min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )


@given(marks())
def test_every_figure_keeps_within_its_bounds(rows):
    found = report.of([paper(*row, most=4) for row in rows])
    for one in found.questions.values():
        assert 0 <= one.facility <= 1
        assert one.deviation >= 0
        assert one.discrimination is None or -1 <= one.discrimination <= 1
        # Below 0 the efficiency has no floor: its measure is the best that there could be, not the worst.
        assert one.efficiency is None or one.efficiency <= 1
    assert sum(one.intended for one in found.questions.values()) == pytest.approx(1)
    weights = [one.effective for one in found.questions.values() if one.effective is not None]
    assert not weights or sum(weights) == pytest.approx(1)
    if found.whole.alpha is not None:
        assert found.whole.alpha <= 1 + 1e-9
        assert found.whole.error_ratio >= 0


@given(marks())
def test_efficiency_has_the_sign_of_discrimination_and_is_never_nearer_to_zero(rows):
    for one in report.of([paper(*row, most=4) for row in rows]).questions.values():
        if one.discrimination is not None and one.discrimination > 0:
            assert one.efficiency >= one.discrimination - 1e-9


@given(marks(), st.randoms(use_true_random=False))
def test_the_order_of_students_and_of_questions_changes_nothing(rows, random):
    places = list(range(len(rows[0])))
    random.shuffle(places)
    mixed = random.sample(rows, len(rows))
    before = report.of([paper(*row, most=4) for row in rows])
    after = report.of(
        [Paper({f"q{place + 1}": Mark(row[place], 4, 0.25) for place in places}) for row in mixed]
    )
    assert before.questions == after.questions
    assert before.whole == after.whole


@given(marks(), st.integers(2, 9))
def test_another_unit_changes_no_figure(rows, factor):
    before = report.of([paper(*row, most=4) for row in rows])
    after = report.of([paper(*(factor * one for one in row), most=4 * factor) for row in rows])
    for key, one in before.questions.items():
        other = after.questions[key]
        for name in ("facility", "deviation", "discrimination", "efficiency", "effective"):
            assert getattr(other, name) == pytest.approx(getattr(one, name), abs=1e-9)
    assert after.whole.alpha == pytest.approx(before.whole.alpha)


@given(marks())
def test_a_question_asked_twice_makes_the_quiz_agree_with_itself(rows):
    doubled = [paper(*row, *row, most=4) for row in rows]
    once, twice = whole.of([paper(*row, most=4) for row in rows]), whole.of(doubled)
    assert (once.alpha is None) == (twice.alpha is None)
    if once.alpha is not None:
        assert twice.alpha >= once.alpha - 1e-9
